"""Light: what a content shows, and in what light, seen from the side of whoever says it.

"Ostrel's guns struck our school", from Varnia's ministry: another side that fights, its own people, harm, victims. The
words are those of `lexicon/light.yaml`, the same for all sides. The limit accepted: who did what to whom is told by
who is named at all.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from sayso.lexicon.load import table
from sayso.lexicon.phrases import Found, Phrases
from sayso.model.statement import Attitude, Event, Origin, OriginKind
from sayso.read import moods
from sayso.read.capacities import capacities
from sayso.read.leaders import leaders, named_in, needs_no_introduction
from sayso.read.mentions import How, Named, mentions
from sayso.read.parties import ALLIANCES, ArticleParties


@dataclass(frozen=True, slots=True)
class Shown:
    """What a content shows, seen from the speaker's side.

    `fights`: the side is a party to what is told. `office`: the speaker speaks for it; `private`: for himself;
    `serves`: as one who fights, or their kin. `own`, `other`: whether the own side, another that fights, is shown;
    `forces`: whether those are who act for the own side.
    `words`, `heard`: the kinds of words of `lexicon/light.yaml` in the content, in the cue. `owned`: it is said to be
    the own side's doing. `calls`: it is a call or a demand; `ought`: it is a wish, a proposal or a condition; `plans`:
    what the own side will do; `counts`: how many fight; `seat`: the speaker sits in an assembly and rules nothing.
    """

    side: str
    fights: bool
    office: bool
    private: bool
    serves: bool
    own: bool
    other: bool
    words: frozenset[str]
    owned: bool
    event: Event | None
    attitude: Attitude | None
    heard: frozenset[str]
    forces: bool
    calls: bool = False
    ought: bool = False
    plans: bool = False
    counts: bool = False
    seat: bool = False

    def has(self, *kinds: str) -> bool:
        """Whether words of any of the kinds stand in the content."""
        return any(kind in self.words for kind in kinds)


_OURS = re.compile(
    r"\b(?:was|were|is|are) ours\b|\bI answer for\b|\bfell short\b|"
    r"\b(?:I|we) (?:take|bear|accept) (?:the |full )*responsib|"
    r"\bour (?:own )?(?:fault|mistakes?|failures?|shells?|losses)\b|"
    r"\b(?:I|we) have (?:no one|nobody|no (?:men|reserves|shells|ammunition|food|fuel|medicine)) left\b|"
    r"\b(?:our|my|the (?:first|second|third|fourth|fifth)) (?:platoon|company|battalion|brigade|regiment|unit|crew)\b"
    r"[^,;.]{0,4} (?:walked (?:away|off)|ran(?: away| off)?|fled|deserted|melted away|slipped away)\b|"
    r"\bour (?:road|line|front|flank|supply|way out)\b[^,;.]{0,20}\b(?:cut|broken|turned|lost|gone)\b|"
    r"\b(?:I|we) (?:will|shall|can|could|did|do) not (?:hold|reach|stop|keep)\b|"
    r"\bsituation\b[^.;]{0,60}\b(?:tough|difficult|bad|critical|grave|dire)\b",
    re.I,
)
_NO_LOSS = re.compile(
    r"\b(?:no|not|n['’]t|without|prevent(?:s|ed|ing)?|avoid(?:s|ed|ing)?|tactical|false|rumou?rs? of|claims? of|end) "
    r"(?:[\w-]+ ){0,3}$",
    re.I,
)

_NO_GOOD = re.compile(
    r"\b(?:no|not|never|n['’]t|without|cannot|unable to|failed to|fail to|far from|nor|neither) (?:[\w-]+ ){0,2}$", re.I
)
_NOT_DONE = re.compile(r"\b(?:no|never|nor|neither) (?:[\w-]+ ){0,2}$", re.I)
_OUR_FORCES = re.compile(
    r"\bour (?:[a-z]+ )?(?:soldiers|troops|forces|units|fighters|gunners|pilots|men|army|defenders)\b", re.I
)


_HELD = re.compile(r"[- ](?:held|controlled|run)\b")


@lru_cache(maxsize=1)
def _kinds() -> Phrases[frozenset[str]]:
    """Every word of light.yaml and the kinds of words it is one of."""
    kinds: dict[str, set[str]] = {}
    for kind, words in table("light").items():
        for word in words:
            kinds.setdefault(word, set()).add(kind)
    return Phrases({word: frozenset(found) for word, found in kinds.items()})


def shown(
    origin: Origin,
    content: str,
    event: Event | None,
    attitude: Attitude | None,
    article: ArticleParties,
    cue: str,
) -> Shown:
    """What the content shows, seen from the origin's side, which must be known."""
    words: set[str] = set()
    others = False
    for found in _kinds().find(content):
        kinds = found.value
        before = content[max(0, found.start - 40) : found.start]
        if "foes" in kinds and _HELD.match(content, found.end):
            continue
        if "good" in kinds and _in_a_name(content, found.start, found.end):
            kinds = kinds - {"good"}
        if "losses" in kinds and _NO_LOSS.search(before):
            kinds = kinds - {"losses", "hardship"}
        if "good" in kinds and "losses" not in kinds and _NO_GOOD.search(before):
            kinds = (kinds - {"good"}) | {"losses"}
        if "foes" in kinds and content[found.start : found.end].lower().rstrip("s") not in origin.side.lower():
            others = True
        if kinds & {"clash", "harm"} and _NOT_DONE.search(before):
            words.add("no harm")
        words |= kinds
    if origin.kind is OriginKind.OUTLET and "harm" in words:
        words.discard("losses")  # its own side's outlet shows what was done to it, and owns up to nothing
    named = mentions(content, article.invented)
    grouped = origin.kind is not OriginKind.PERSON
    ours, theirs = _sides(origin.side, article)
    led = {side for name, side in leaders(article.text, article.invented) if named_in(name, content)}
    others = others or bool(led & theirs)
    own = (
        bool(led & ours)
        or any(m.value.side in ours for m in named)
        or "own" in words
        or (grouped and "own_organization" in words and not _IT.match(content))
    )
    heard = frozenset(kind for found in _kinds().find(cue) for kind in found.value)
    spoken = set(capacities(f"{origin.name or ''} | {origin.role or ''}"))
    office = _of_office(origin, spoken, article)
    others = others or (origin.kind is OriginKind.PERSON and "soldier" not in spoken and bool(_THEY.match(content)))
    others = others or (origin.kind is OriginKind.ORGANIZATION and bool(_IT.match(content)))
    return Shown(
        side=origin.side,
        fights=_fights(origin.side, article),
        office=office,
        private=_private(origin, spoken, office),
        serves=bool(spoken & {"soldier", "relative"}) or bool(_RANK.search(origin.name or "")),
        own=own,
        other=others or any(_acts(m, content, theirs) for m in named),
        words=frozenset(words),
        owned=bool(_OURS.search(content)) and origin.kind is not OriginKind.OUTLET,
        event=event,
        attitude=attitude,
        heard=heard,
        calls="asks" in heard or moods.asks(content, event),
        ought=moods.wishes(content),
        plans="aims" in words or moods.plans(content, named, theirs),
        counts=moods.counts(content),
        seat=moods.sits(f"{origin.name or ''} | {origin.role or ''}"),
        forces=any(m.value.side in ours and _ITS_PEOPLE.match(content, m.end) for m in named)
        or (bool(_OUR_FORCES.search(content)) and origin.kind is not OriginKind.OUTLET),
    )


def _in_a_name(content: str, start: int, end: int) -> bool:
    """Whether a word is part of a name: "the People's Protection Units"."""
    return content[start].isupper() and bool(
        re.match(r" [A-Z]", content[end : end + 2]) or re.search(r"[A-Z][\w’']+ $", content[max(0, start - 30) : start])
    )


_IT = re.compile(r"\W*(?:It|They) (?!is\b|was\b|would be\b|will be\b)")
"""Whom a body speaks of in a sentence that opens with "it": where its words are reported, "it" is itself."""

_THEY = re.compile(r"\W*(?:He|They)\b")
"""Whom one speaks of in his own words; where his words are reported, "he" is himself and has no capital."""


def _sides(side: str, article: ArticleParties) -> tuple[frozenset[str], frozenset[str]]:
    """The sides that stand with the speaker's, and the others that the article concerns."""
    ours = article.stand_together(side)
    return ours, frozenset((*article.concerned, *article.belligerents)) - ours


_ON_SOIL = re.compile(
    r"\b(?:in|into|inside|across|through|throughout|to|towards?|from|of|on|at|near|over|between|and|leave|for|with) "
    r"(?:the )?(?:territory of )?(?:(?:north|south|east|west)\w* |central |occupied )?$",
    re.I,
)


def _acts(mention: Found[Named], content: str, theirs: frozenset[str]) -> bool:
    """Whether another side that fights is shown, and not only its soil ("in Varnia", "the road to Tarn")."""
    if mention.value.side not in theirs:
        return False
    if _ITS_HOUSE.match(content, mention.end):
        return False
    place = mention.value.how in (How.NAME, How.CAPITAL)
    owns = content[mention.end : mention.end + 1] in ("'", "’") or _ITS_PEOPLE.match(content, mention.end)
    return bool(owns) or not (place and _ON_SOIL.search(content[max(0, mention.start - 40) : mention.start]))


# "A column of Ostrel reservists": a state's name before those who act for it.
_ITS_PEOPLE = re.compile(
    r" (?:[a-z]+ )?(?:soldiers|troops|forces|units|fighters|reservists|conscripts|officers|officials|guns|aircraft|"
    r"drones|missiles|tanks|shells|army|government|authorities)\b"
)

_ITS_HOUSE = re.compile(r"(?:['’]s?)? (?:embass(?:y|ies)|consulates?|borders?)\b|-(?:held|controlled|run)\b")

_STATE_MEDIA = re.compile(r"\b(?:[Ss]tate|[Oo]fficial|[Aa]rmy|[Mm]ilitary|[Gg]overnment|[Pp]ro-\w+)\b")
_RANK = re.compile(r"\b(?:officer|commander|captain|military official)\b", re.I)


def _private(origin: Origin, spoken: set[str], office: bool) -> bool:
    """Whether one speaks for himself and not for his side: a resident, a soldier, an officer without a name."""
    if not office:
        return True
    return origin.kind in (OriginKind.UNNAMED_PERSON, OriginKind.GROUP) and (
        "soldier" in spoken or bool(_RANK.search(origin.name or ""))
    )


def _fights(side: str, article: ArticleParties) -> bool:
    """Whether a side is a party to the fighting; a party that is no state always is."""
    return side in article.concerned or (len(side) > 2 and side not in ALLIANCES)


def _of_office(origin: Origin, spoken: set[str], article: ArticleParties) -> bool:
    """Whether the origin speaks for its side rather than for itself."""
    if origin.kind is OriginKind.PERSON and origin.role is None and origin.name:
        return "official" in spoken or needs_no_introduction(origin.name, article.text)
    if origin.kind is OriginKind.OUTLET:
        return bool(_STATE_MEDIA.search(f"{origin.name or ''} {origin.role or ''}")) or any(
            found.value.how is How.STATE_OUTLET for found in mentions(origin.name or "")
        )
    return origin.kind is OriginKind.ORGANIZATION or "official" in spoken
