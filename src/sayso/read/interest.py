"""Interest: whether a content, if believed, serves the side of the one who says it.

One rule for all sides, the first line of `RULE` that fits: whose mouth it comes from, who is shown, and in what light.
"The enemy shelled a school" serves the speaker, "our men are exhausted" does not, "talks resume on Monday" does
neither. Those of no side have no side to serve; where the side is unknown, so is the interest. No side's name stands
here or in the word lists (`lexicon/light.yaml`). The limit accepted: light is told by words, and who did what to whom
by who is named at all, so that praise of a foe or irony about oneself is misread. A network that says in what light
a target stands was tried where the words decide nothing (shares of .7 to .97 asked) and only cost.
"""

from collections.abc import Callable
from typing import NamedTuple

from sayso.model.statement import NO_SIDE, UNKNOWN_SIDE, Attitude, Event, Interest, Origin, Polarity
from sayso.read.light import Shown, shown
from sayso.read.parties import ArticleParties


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
    return shown.has("blame", "harm", "foes") or _victims(shown) or (shown.other and _dark(shown))


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
        "an office holds it up as so, and the writer leaves it at that",
        lambda s: s.fights and s.office and "asserts" in s.heard and not (s.ought or s.has("plain")),
        Interest.OWN,
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
            and (_dark(s) or _victims(s) or (s.office and (s.event in _HARM or s.has("clash")) and not s.plans))
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
        lambda s: s.fights and not (s.other or s.ought or s.has("victims", "good")) and s.has("losses"),
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
    seen = shown(origin, content, event, attitude, article, cue)
    return next(row for row in (*BY_WORDS, *BY_OFFICE) if row.fits(seen))
