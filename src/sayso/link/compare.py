"""Comparing: what two statements have in common and where they part, one named function a question.

Each gives what it saw as named numbers, which `sayso.link.same` weighs, and a sentence; None where it saw nothing. All
are symmetric but for the wording of the sentence, in which the statement with the lesser id comes first.
"""

import math
from collections.abc import Callable
from typing import NamedTuple

from sayso.link.features import Actor, Features
from sayso.link.measured import BEFALLS, CLOSE, Count, main_count


class Seen(NamedTuple):
    """What one comparison saw: numbers by name, and a sentence."""

    values: tuple[tuple[str, float], ...]
    why: str


ALIKE = 0.6
"""From this cosine on, likeness in meaning counts for more."""

NO_VECTOR = 0.3
"""The cosine taken where a statement has no vector: that of two statements of one article, on the whole."""

FEW = 2
SOME = 5
"""Terms in a statement up to which it says little by itself ("It stands")."""

BESIDE = 400
"""Characters between two contents that stand beside each other in an article: two or three sentences."""

SOON = 10
LATER = 60
YEAR = 365
"""Days between the days of two articles: up to SOON they tell of one time, beyond LATER seldom, beyond YEAR of two."""

MONTH = 31
"""Days between two stated times beyond which they are times of two things."""

APART_KM = 60.0
"""Kilometres beyond which two settlements are two places; suburbs and villages beside a town lie nearer."""

TRIFLE = 4
"""Numbers below this meet by chance: "two towns" and "two soldiers"."""


def meaning(a: Features, b: Features) -> Seen:
    """How near the vectors of the two contents lie."""
    cosine = NO_VECTOR if a.vector is None or b.vector is None else float(a.vector @ b.vector)
    across = cosine if a.document != b.document else 0.0
    return Seen(
        (("meaning", cosine), ("meaning alike", max(0.0, cosine - ALIKE)), ("meaning across", across)),
        f"in meaning they are {cosine:.2f} alike, of 1",
    )


def wording(a: Features, b: Features) -> Seen | None:
    """The same words from first to last."""
    if a.wording != b.wording or a.denied != b.denied or _gap(a, b) > LATER:
        return None
    return Seen((("same wording", 1.0),), "they are word for word the same")


def words(a: Features, b: Features) -> Seen | None:
    """Words, names, parties and themes in common, each by how rare it is."""
    shared = a.terms.keys() & b.terms.keys()
    if not shared:
        return None
    mine, other = a.terms, b.terms
    total = themes = sum_themes = 0.0
    for term in shared:
        weight = mine[term] * other[term]
        total += weight
        if term[0] == "#":
            themes += weight
            sum_themes += math.sqrt(weight)
    least = min(a.norm, b.norm)
    values = [("words", total / (a.norm * b.norm)), ("words within", total / (least * least))]
    if themes:
        values += [("themes", min(2.0, sum_themes / 5)), ("themes alike", themes / (a.theme_norm * b.theme_norm))]
    told = sorted(shared, key=lambda term: (-mine[term] * other[term], term))[:5]
    return Seen(tuple(values), f"both tell of {', '.join(term.lstrip('#@=').replace('_', ' ') for term in told)}")


def theme(a: Features, b: Features) -> Seen | None:
    """One of them is of no theme that is known."""
    if a.themes and b.themes:
        return None
    return Seen((("no theme", 1.0),), "one of them says too little to tell what it is about")


def names(a: Features, b: Features) -> Seen | None:
    """Names in common, where both name anybody or anything."""
    if not a.names or not b.names:
        return None
    both = a.names & b.names
    share = len(both) / math.sqrt(len(a.names) * len(b.names))
    why = f"both name {', '.join(sorted(both))}" if both else "they share no name"
    return Seen((("names", share), ("both name", 1.0)), why)


def parties(a: Features, b: Features) -> Seen | None:
    """They speak of other parties."""
    if not a.parties or not b.parties or a.parties & b.parties:
        return None
    return Seen((("other party", 1.0),), f"one speaks of {_list(a.parties)}, the other of {_list(b.parties)}")


def place(a: Features, b: Features) -> Seen | None:
    """One place, or another."""
    if not a.places or not b.places:
        return None
    if a.places & b.places:
        same = next(where.text for where in a.where if where.key in b.places)
        return Seen((("same place", 1.0),), f"both are of {same}")
    here, there = _places(a), _places(b)
    far = _apart(a, b)
    values = [("other place", 1.0)]
    if far is not None and far > APART_KM:
        return Seen((*values, ("far place", 1.0)), f"{here} and {there} lie {far:.0f} km apart")
    if far is None and _named(a) and _named(b) and not (_named(a) & b.names or _named(b) & a.names):
        values.append(("place by name", 1.0))
    return Seen(tuple(values), f"one is of {here}, the other of {there}")


def time(a: Features, b: Features) -> Seen | None:
    """The days claimed meet, or do not; where no day is claimed, the days of the articles."""
    gap = _gap(a, b)
    if a.days and b.days:
        apart = max(a.days[0] - b.days[1], b.days[0] - a.days[1])
        if apart <= 0:
            return Seen((("same time", 1.0),), "the times they tell of meet")
        values = [("other time", 1.0)]
        if apart > MONTH:
            values.append(("times apart", 1.0))
        return Seen(tuple(values), f"the times they tell of are {apart} days apart")
    if gap <= SOON:
        return None
    why = f"the articles are at least {gap} days apart"
    if gap <= LATER:
        return Seen((("weeks apart", 1.0),), why)
    factual = bool(a.figures or b.figures or a.days or b.days or "ASSAULT" in (a.event, b.event))
    return Seen((("months apart", 1.0), *((("years apart", 1.0),) if gap > YEAR and factual else ())), why)


def event(a: Features, b: Features) -> Seen | None:
    """One kind of act, or another."""
    if a.event is None and b.event is None:
        return None
    if a.event == b.event:
        return Seen((("same event", 1.0),), f"both tell of one kind of act, {a.event}")
    if a.event and b.event:
        return Seen((("other event", 1.0),), f"one is of the kind {a.event}, the other {b.event}")
    return Seen((("one event", 1.0),), "only one of them tells of an act")


def figures(a: Features, b: Features) -> Seen | None:
    """What each counts first of all: the same and near, the same and far, or another measure."""
    mine, other = main_count(a.figures), main_count(b.figures)
    if mine is None and other is None:
        return None
    if mine is None or other is None:
        one = mine or other
        values = [("one figure", 1.0)]
        if one is not None and one.kind in ("killed", "wounded"):
            values.append(("one toll", 1.0))
        return Seen(tuple(values), f"only one gives a figure: {one.text if one else ''}")
    if not _same_measure(mine, other):
        kinds = {count.kind for count in a.figures}, {count.kind for count in b.figures}
        torn = mine.kind in BEFALLS and other.kind in BEFALLS and not (kinds[0] & kinds[1])
        values = [("other measure", 1.0), *([("torn measure", 1.0)] if torn else [])]
        return Seen(tuple(values), f"one counts {_measure(mine)}, the other {_measure(other)}")
    low, high = sorted((mine.value, other.value))
    ratio = high / low if low > 0 else (1.0 if high == low else math.inf)
    pair = f"{mine.text} and {other.text}"
    if ratio > CLOSE:
        own = ("far figure here" if a.document == b.document else "far figure") if mine.kind else "far number"
        return Seen((("figures part", 1.0), (own, 1.0)), f"{pair} are two figures of {_measure(mine)}")
    if mine.who != other.who and mine.kind in BEFALLS and ratio > 1.001:
        return Seen((("part of", 1.0),), f"{pair} do not count the same people")
    if high < TRIFLE:
        return None
    return Seen(
        (("figures meet", 1.0), ("figures equal", float(ratio <= 1.001))),
        f"{pair}: figures of {_measure(mine)} that {'are equal' if ratio <= 1.001 else 'lie close'}",
    )


def article(a: Features, b: Features) -> Seen | None:
    """They stand in one article, perhaps beside each other, perhaps of one origin; or one origin says it twice."""
    one = a.origin is not None and a.origin == b.origin
    if a.document != b.document:
        return Seen((("origin again", 1.0),), f"both are the word of {a.origin}") if one else None
    beside = abs(a.at - b.at) < BESIDE
    values = [("same article", 1.0), ("beside", float(beside)), ("same origin", float(one))]
    values.append(("outlet's own", float(a.origin is None and b.origin is None)))
    whose = f", both by {a.origin}" if one else ""
    return Seen(tuple(values), f"they stand {'beside each other ' if beside else ''}in one article{whose}")


def actors(a: Features, b: Features) -> Seen | None:
    """Who does it, and to whom: the same, others, or the two changed about."""
    mine, other = a.actor, b.actor
    values = []
    if mine.party and other.party:
        values.append(("same actor" if mine.party == other.party else "other actor", 1.0))
    if mine.kind and mine.kind == other.kind:
        values.append(("same kind", 1.0))
    acted = a.acted_on != Actor(None, None) and a.acted_on == b.acted_on
    if acted:
        values.append(("same acted on", 1.0))
    if _swapped(a, b):
        values.append(("actors swapped", 1.0))
        return Seen(tuple(values), f"{mine.party} does it to {other.party} in one, the other way about in the other")
    if not values:
        return None
    return Seen(
        tuple(values), f"one is about {mine}, the other about {other}" if mine != other else f"both about {mine}"
    )


def outcome(a: Features, b: Features) -> Seen | None:
    """What came of it: the one says one thing, the other its opposite."""
    if not a.poles or not b.poles:
        return None
    for name, pole in sorted(a.poles):
        against = (name, 1 - pole)
        if against in b.poles and (name, pole) not in b.poles and against not in a.poles:
            return Seen((("outcome opposed", 1.0),), f"they part in what came of it: {name}")
    return None


def denial(a: Features, b: Features) -> Seen | None:
    """One is denied or put with a "not", the other is not."""
    if a.denied and b.denied:
        return Seen((("both denied", 1.0),), "both are denials")
    if a.denied != b.denied and a.negated == b.negated:
        return Seen((("denied", 1.0),), "one of them is denied")
    if a.negated != b.negated and a.denied == b.denied:
        return Seen((("negated", 1.0),), "one of them says that it is not so")
    return None


def feeling(a: Features, b: Features) -> Seen | None:
    """Both tell how somebody feels."""
    if a.feeling is None or b.feeling is None:
        return None
    same = a.feeling == b.feeling
    values = (("same feeling" if same else "other feeling", 1.0),)
    return Seen(values, f"both tell of a {a.feeling} feeling" if same else "they tell of opposite feelings")


def length(a: Features, b: Features) -> Seen | None:
    """One of them says little, so that little can be shared."""
    least = min(len(a.terms), len(b.terms))
    if least > SOME:
        return None
    return Seen((("short", 1.0), ("very short", float(least <= FEW))), "one of them is short, with few words to share")


LOOKS: tuple[tuple[str, Callable[[Features, Features], Seen | None]], ...] = (
    ("meaning", meaning),
    ("wording", wording),
    ("words", words),
    ("theme", theme),
    ("names", names),
    ("parties", parties),
    ("place", place),
    ("time", time),
    ("event", event),
    ("figures", figures),
    ("article", article),
    ("actors", actors),
    ("outcome", outcome),
    ("denial", denial),
    ("feeling", feeling),
    ("length", length),
)
"""Every question, by the name of its reason."""


def _gap(a: Features, b: Features) -> int:
    """Days that certainly lie between the two articles; 0 where one is undated."""
    if a.published is None or b.published is None:
        return 0
    return max(a.published[0] - b.published[1], b.published[0] - a.published[1], 0)


def _same_measure(mine: Count, other: Count) -> bool:
    if mine.kind or other.kind:
        return mine.kind == other.kind
    return len(mine.of & other.of) * 2 >= min(len(mine.of), len(other.of)) > 0


def _measure(count: Count) -> str:
    return count.kind or " ".join(sorted(count.of)) or "something"


def _swapped(a: Features, b: Features) -> bool:
    mine, other = a.actor.party, b.actor.party
    return bool(mine and other and mine != other and mine == b.acted_on.party and other == a.acted_on.party)


def _apart(a: Features, b: Features) -> float | None:
    """Kilometres between the nearest of their settlements; None where either has none that was resolved."""
    mine = [where.point for where in a.where if where.point]
    other = [where.point for where in b.where if where.point]
    if not mine or not other or len(mine) != len(a.where) or len(other) != len(b.where):
        return None
    return min(_km(x, y) for x in mine for y in other)


def _km(x: tuple[float, float], y: tuple[float, float]) -> float:
    """Kilometres on a sphere, near enough for towns."""
    north = (x[0] - y[0]) * 111.2
    east = ((x[1] - y[1] + 180) % 360 - 180) * 111.2 * math.cos(math.radians((x[0] + y[0]) / 2))
    return math.hypot(north, east)


def _named(a: Features) -> set[str]:
    """The places that stand in the statement's own words, not those it has from its scene."""
    return {where.name for where in a.where} & a.names


def _places(a: Features) -> str:
    return ", ".join(where.text for where in a.where[:2])


def _list(parties: frozenset[str]) -> str:
    return ", ".join(sorted(parties))
