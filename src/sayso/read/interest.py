"""Interest: whether a content, if believed, serves the side of the one who says it.

One rule for all sides, the first line of `RULE` that fits: whose mouth it comes from, who is shown, and in what light.
"The enemy shelled a school" serves the speaker, "our men are exhausted" does not, "talks resume on Monday" does
neither. Those of no side have no side to serve; where the side is unknown, so is the interest. No side's name stands
here or in the word lists (`lexicon/light.yaml`). The limit accepted: light is told by words, and who did what to whom
by who is named at all, so that praise of a foe or irony about oneself is misread.
"""

import re
from collections.abc import Callable, Iterator
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
from sayso.read.capacities import capacities
from sayso.read.mentions import How, Named, mentions
from sayso.read.parties import ALLIANCES, ArticleParties

LightOf = Callable[[str, str], Polarity | None]
"""In what light a content shows a target that it names ("Varnian guns"): what a network may say, None for neither."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a content shows, seen from the speaker's side.

    `fights`: the side is a party to what is told. `office`: the speaker speaks for it; `private`: for himself;
    `serves`: as one who fights, or their kin. `own`, `other`: whether the own side, another that fights, is shown.
    `words`, `heard`: the kinds of words of `lexicon/light.yaml` in the content, in the cue. `owned`: it is said to be
    the own side's doing. `praised`, `blamed`: what a network says of the own side, of the other.
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
    praised: bool
    blamed: bool

    def has(self, *kinds: str) -> bool:
        """Whether words of any of the kinds stand in the content."""
        return any(kind in self.words for kind in kinds)


class Row(NamedTuple):
    """One line of the rule: where it fits, the answer, and why in words."""

    why: str
    fits: Callable[[Shown], bool]
    answer: Interest


_HARM = frozenset({Event.ASSAULT, Event.COERCE})
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
    return shown.has("good") or shown.event in _KIND or shown.praised


NOT_KNOWN = Row("its side is not known", lambda s: s.side == UNKNOWN_SIDE, Interest.UNKNOWN)
OF_NO_SIDE = Row("it belongs to no side", lambda s: s.side == NO_SIDE, Interest.NEUTRAL)
RULE: tuple[Row, ...] = (
    NOT_KNOWN,
    OF_NO_SIDE,
    Row("it says that what is held against it is not so", lambda s: "denies" in s.heard, Interest.OWN),
    Row(
        "it owns up to a loss or a wrong of its own side",
        lambda s: s.owned or ("admits" in s.heard and s.has("losses", "harm")),
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
        "it shows the other side doing harm, to blame, or losing",
        lambda s: (s.fights or (s.office and s.has("foes"))) and s.other and (_dark(s) or _victims(s) or s.blamed),
        Interest.OWN,
    ),
    Row(
        "it shows its own side in a good light",
        lambda s: s.fights and s.own and _bright(s),
        Interest.OWN,
    ),
    Row(
        "people or homes of its own side are the victims",
        lambda s: s.fights and (_victims(s) or (s.has("harm") and s.event in _HARM)),
        Interest.OWN,
    ),
    Row(
        "it shows its own side losing or failing, and nobody else to blame",
        lambda s: (
            s.fights and not s.other and s.has("losses") and not s.has("good") and (s.own or not s.has("victims"))
        ),
        Interest.AGAINST,
    ),
    Row("it shows nobody in any light", lambda s: s.has("plain") and not s.has("good"), Interest.NEUTRAL),
    Row(
        "an office of a side that fights speaks of the war",
        lambda s: s.fights and s.office and (s.own or s.other or bool(s.words or s.event)),
        Interest.OWN,
    ),
    Row("it shows nobody in any light", lambda s: True, Interest.NEUTRAL),
)


def interest(
    origin: Origin,
    content: str,
    event: Event | None,
    attitude: Attitude | None,
    article: ArticleParties,
    cue: str = "",
    light: LightOf | None = None,
) -> Interest:
    """Whether the content serves the origin's side (own), hurts it (against), or neither (neutral).

    The cue tells an admission ("acknowledged") and a denial, which serves the one who denies. `light` says in what
    light a named target stands, where something better than the word lists knows.
    """
    return judged(origin, content, event, attitude, article, cue, light).answer


def judged(
    origin: Origin,
    content: str,
    event: Event | None,
    attitude: Attitude | None,
    article: ArticleParties,
    cue: str = "",
    light: LightOf | None = None,
) -> Row:
    """The line of the rule that fits, with its answer and why."""
    if origin.side in (UNKNOWN_SIDE, NO_SIDE):  # most statements: what they show need not be looked at
        return NOT_KNOWN if origin.side == UNKNOWN_SIDE else OF_NO_SIDE
    shown = _shown(origin, content, event, attitude, article, cue, light)
    return next(row for row in RULE if row.fits(shown))


_OURS = re.compile(
    r"\b(?:was|were|is|are) ours\b|\bI answer for\b|\bfell short\b|"
    r"\b(?:I|we) (?:take|bear|accept) (?:the |full )*responsib|"
    r"\bour (?:own )?(?:fault|mistakes?|failures?|shells?|losses)\b|"
    r"\b(?:I|we) (?:will|shall|can|could|did|do) not (?:hold|reach|stop|keep)\b|"
    r"\bsituation\b[^.;]{0,60}\b(?:tough|difficult|bad|critical|grave|dire)\b",
    re.I,
)
_NO_LOSS = re.compile(
    r"\b(?:no|not|n['’]t|without|prevent(?:s|ed|ing)?|avoid(?:s|ed|ing)?|tactical|false|rumou?rs? of|claims? of|end) "
    r"(?:[\w-]+ ){0,3}$",
    re.I,
)


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
    light: LightOf | None,
) -> Shown:
    words: set[str] = set()
    others = False
    for found in _kinds().find(content):
        kinds = found.value
        if "losses" in kinds and _NO_LOSS.search(content[max(0, found.start - 40) : found.start]):
            kinds = kinds - {"losses", "hardship"}
        if "foes" in kinds and content[found.start : found.end].lower().rstrip("s") not in origin.side.lower():
            others = True
        words |= kinds
    named = mentions(content, article.invented)
    grouped = origin.kind is not OriginKind.PERSON
    ours = article.stand_together(origin.side)
    theirs = frozenset((*article.concerned, *article.belligerents)) - ours
    own = any(m.value.side in ours for m in named) or "own" in words or (grouped and "own_organization" in words)
    spoken = set(capacities(f"{origin.name or ''} | {origin.role or ''}"))
    office = _of_office(origin, spoken)
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
        heard=frozenset(kind for found in _kinds().find(cue) for kind in found.value),
        praised=_lit(light, content, (m for m in named if m.value.side in ours), Polarity.POSITIVE),
        blamed=_lit(light, content, (m for m in named if m.value.side in theirs), Polarity.NEGATIVE),
    )


def _lit(light: LightOf | None, content: str, named: Iterator[Found[Named]], polarity: Polarity) -> bool:
    return light is not None and any(light(content, content[m.start : m.end]) is polarity for m in named)


_ON_SOIL = re.compile(
    r"\b(?:in|into|inside|across|through|throughout|to|towards?|from|of|on|at|near|over|between|and|leave|for|with) "
    r"(?:the )?(?:territory of )?(?:(?:north|south|east|west)\w* |central |occupied )?$",
    re.I,
)


def _acts(mention: Found[Named], content: str, theirs: frozenset[str]) -> bool:
    """Whether another side that fights is shown, and not only its soil ("in Varnia", "the road to Tarn")."""
    if mention.value.side not in theirs:
        return False
    place = mention.value.how in (How.NAME, How.CAPITAL)
    owns = content[mention.end : mention.end + 1] in ("'", "’") or _ITS_PEOPLE.match(content, mention.end)
    return bool(owns) or not (place and _ON_SOIL.search(content[max(0, mention.start - 40) : mention.start]))


# "A column of Ostrel reservists": a state's name before those who act for it.
_ITS_PEOPLE = re.compile(
    r" (?:[a-z]+ )?(?:soldiers|troops|forces|units|fighters|reservists|conscripts|officers|officials|guns|aircraft|"
    r"drones|missiles|tanks|shells|army|government|authorities)\b"
)

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
