"""Interest: whether a content, if believed, serves the side of the one who says it.

One rule for all sides, the first line of `RULE` that fits: whose mouth it comes from, who is shown, and in what light.
"The enemy shelled a school" serves the speaker, "our men are exhausted" does not, "talks resume on Monday" does
neither. Those of no side have no side to serve; where the side is unknown, so is the interest. No side's name stands
here or in the word lists (`lexicon/light.yaml`). The limit accepted: light is told by words, and who did what to whom
by who is named at all, so that praise of a foe or irony about oneself is misread. A network that says in what light
a target stands was tried where the words decide nothing (shares of .7 to .97 asked) and only cost.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from sayso.lexicon.load import table
from sayso.lexicon.phrases import Found, Phrases
from sayso.model.statement import (
    NO_SIDE,
    UNKNOWN_SIDE,
    Attitude,
    Event,
    Interest,
    Origin,
    OriginKind,
    Polarity,
)
from sayso.read import moods
from sayso.read.capacities import capacities
from sayso.read.leaders import leaders, named_in
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


class Row(NamedTuple):
    """One line of the rule: where it fits, the answer, and why in words."""

    why: str
    fits: Callable[[Shown], bool]
    answer: Interest


_HARM = frozenset({Event.ASSAULT, Event.COERCE})
_DEEDS = frozenset({Event.ASSAULT, Event.COERCE, Event.MOBILIZE})
_GUILT = frozenset({Event.ACCUSE, Event.THREATEN})
_KIND = frozenset({Event.AID, Event.SUPPORT, Event.CONCEDE, Event.COOPERATE})


def _dark(shown: Shown) -> bool:
    """Harm done, guilt laid, or losses: what puts in a bad light whomever it is about."""
    return shown.has("harm", "blame", "losses") or shown.event in _GUILT


def _victims(shown: Shown) -> bool:
    return shown.has("victims") and (shown.has("harm", "clash") or shown.event in _HARM)


def _sour(shown: Shown) -> bool:
    return shown.attitude is not None and shown.attitude.polarity is Polarity.NEGATIVE


def _bright(shown: Shown) -> bool:
    return shown.has("good") or (shown.event in _KIND and not shown.has("plain"))


def _misses_the_point(shown: Shown) -> bool:
    """Whether what is denied is another's loss and nothing that is held against the own side."""
    return shown.other and not shown.own and shown.has("losses") and not shown.has("harm")


def _charges(shown: Shown) -> bool:
    """Whether a call or a wish lays guilt on somebody, or is turned on a foe."""
    return shown.has("blame", "harm", "foes") or (shown.other and (_dark(shown) or _victims(shown)))


def _only_plans(shown: Shown) -> bool:
    return (shown.plans or shown.ought) and not (shown.has("good", "blame", "harm", "foes", "steadfast"))


NOT_KNOWN = Row("its side is not known", lambda s: s.side == UNKNOWN_SIDE, Interest.UNKNOWN)
OF_NO_SIDE = Row("it belongs to no side", lambda s: s.side == NO_SIDE, Interest.NEUTRAL)
BY_WORDS: tuple[Row, ...] = (
    Row(
        "it says that what is held against it is not so",
        lambda s: "denies" in s.heard and not _misses_the_point(s),
        Interest.OWN,
    ),
    Row(
        "it owns up to a loss or a wrong of its own side",
        lambda s: (
            s.owned or ("admits" in s.heard and s.has("losses", "harm")) or ("owns up" in s.heard and s.event in _HARM)
        ),
        Interest.AGAINST,
    ),
    Row(
        "those who fight, or their kin, complain of what they suffer",
        lambda s: s.fights and s.private and not s.other and ((s.serves and _sour(s)) or s.has("hardship")),
        Interest.AGAINST,
    ),
    Row(
        "one of its own people stands by those who fight for it",
        lambda s: s.fights and s.private and not s.other and s.has("stands by"),
        Interest.OWN,
    ),
    Row(
        "one who rules nothing finds fault with those who rule his own side",
        lambda s: s.seat and s.has("rulers") and not s.other and (s.has("blame", "losses") or s.event is Event.ACCUSE),
        Interest.AGAINST,
    ),
    Row(
        "it calls for something, wishes or proposes it, and lays no guilt",
        lambda s: (s.calls or s.ought) and not _charges(s),
        Interest.NEUTRAL,
    ),
    Row(
        "it counts those who fight, or their attacks",
        lambda s: s.counts and not (s.has("harm", "blame", "losses", "good") or _victims(s)),
        Interest.NEUTRAL,
    ),
    Row(
        "it shows the other side doing harm, to blame, or losing",
        lambda s: (
            (s.fights or (s.office and s.has("foes")))
            and s.other
            and (_dark(s) or _victims(s) or (s.office and s.event in _HARM and not s.plans))
        ),
        Interest.OWN,
    ),
    Row(
        "an office speaks of what its own forces do",
        lambda s: s.office and s.forces and s.event in _DEEDS and not (s.has("losses") or s.plans),
        Interest.OWN,
    ),
    Row(
        "it shows its own side in a good light",
        lambda s: s.fights and (s.own or (s.office and s.has("foes"))) and _bright(s),
        Interest.OWN,
    ),
    Row(
        "people or homes of its own side are the victims",
        lambda s: s.fights and (_victims(s) or (s.has("harm") and s.event in _HARM)),
        Interest.OWN,
    ),
    Row(
        "it shows its own side losing or failing, and nobody else to blame",
        lambda s: s.fights and not (s.other or s.has("victims", "good")) and s.has("losses"),
        Interest.AGAINST,
    ),
    Row("it shows nobody in any light", lambda s: s.has("plain") and not s.has("good"), Interest.NEUTRAL),
)
BY_OFFICE: tuple[Row, ...] = (
    Row(
        "one who rules nothing, or whose side looks on, speaks for himself",
        lambda s: not (s.fights and s.office),
        Interest.NEUTRAL,
    ),
    Row("it says what its side will do, and claims nothing by it", _only_plans, Interest.NEUTRAL),
    Row(
        "an office lays guilt, or shows its side's success, kindness or wounds",
        lambda s: s.has("good", "blame", "harm", "foes", "steadfast", "no harm") or _victims(s),
        Interest.OWN,
    ),
    Row("one who has a seat or had an office speaks for himself", lambda s: s.seat, Interest.NEUTRAL),
    Row("an office speaks of what the other side does", lambda s: s.other, Interest.OWN),
    Row("an office tells of a deed of arms", lambda s: s.event in _HARM, Interest.OWN),
    Row("an office speaks of its own side, and of no plan or wish", lambda s: s.own, Interest.OWN),
    Row("it shows nobody in any light", lambda s: True, Interest.NEUTRAL),
)
RULE = (NOT_KNOWN, OF_NO_SIDE, *BY_WORDS, *BY_OFFICE)
"""Every line, in the order in which they are tried."""


def interest(
    origin: Origin,
    content: str,
    event: Event | None,
    attitude: Attitude | None,
    article: ArticleParties,
    cue: str = "",
) -> Interest:
    """Whether the content serves the origin's side (own), hurts it (against), or neither (neutral).

    The cue tells an admission ("acknowledged") and a denial, which serves the one who denies.
    """
    return judged(origin, content, event, attitude, article, cue).answer


def judged(
    origin: Origin,
    content: str,
    event: Event | None,
    attitude: Attitude | None,
    article: ArticleParties,
    cue: str = "",
) -> Row:
    """The line of the rule that fits, with its answer and why."""
    if origin.side in (UNKNOWN_SIDE, NO_SIDE):  # most statements: what they show need not be looked at
        return NOT_KNOWN if origin.side == UNKNOWN_SIDE else OF_NO_SIDE
    shown = _shown(origin, content, event, attitude, article, cue)
    return next(row for row in (*BY_WORDS, *BY_OFFICE) if row.fits(shown))


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


def _shown(
    origin: Origin,
    content: str,
    event: Event | None,
    attitude: Attitude | None,
    article: ArticleParties,
    cue: str,
) -> Shown:
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
    named = mentions(content, article.invented)
    grouped = origin.kind is not OriginKind.PERSON
    ours, theirs = _sides(origin.side, article)
    led = {side for name, side in leaders(article.text, article.invented) if named_in(name, content)}
    others = others or bool(led & theirs)
    own = (
        bool(led & ours)
        or any(m.value.side in ours for m in named)
        or "own" in words
        or (grouped and "own_organization" in words)
    )
    heard = frozenset(kind for found in _kinds().find(cue) for kind in found.value)
    spoken = set(capacities(f"{origin.name or ''} | {origin.role or ''}"))
    office = _of_office(origin, spoken)
    others = others or (origin.kind is OriginKind.PERSON and "soldier" not in spoken and bool(_THEY.match(content)))
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


def _of_office(origin: Origin, spoken: set[str]) -> bool:
    """Whether the origin speaks for its side rather than for itself."""
    if origin.kind is OriginKind.OUTLET:
        return bool(_STATE_MEDIA.search(f"{origin.name or ''} {origin.role or ''}")) or any(
            found.value.how is How.STATE_OUTLET for found in mentions(origin.name or "")
        )
    return origin.kind is OriginKind.ORGANIZATION or "official" in spoken
