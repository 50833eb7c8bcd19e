"""Comparing: what two statements have in common and where they part, one named function a question.

Each gives what it saw as named numbers, which `sayso.link.same` weighs, and a sentence; None where it saw nothing. All
are symmetric but for the wording of the sentence, in which the statement with the lesser id comes first.
"""

import math
from collections.abc import Callable
from typing import NamedTuple

from sayso.link.counts import CLOSE, Count, befalls, main_count
from sayso.link.features import NOBODY, Features
from sayso.model.statement import Event


class Seen(NamedTuple):
    """What one comparison saw: numbers by name, and a sentence."""

    values: tuple[tuple[str, float], ...]
    why: str


ALIKE = 0.6
"""From this cosine on, likeness in meaning counts for more."""

NO_VECTOR = 0.3
"""The cosine taken where a statement has no vector: that of two statements of one article, on the whole."""

LATER = 60
YEAR = 365
"""Days between the days of two articles: beyond LATER they seldom tell of one time, beyond YEAR of two."""

MONTH = 31
"""Days between two stated times beyond which they are times of two things."""

APART_KM = 60.0
"""Kilometres beyond which two settlements are two places; suburbs and villages beside a town lie nearer."""

ATTACK = Event.ASSAULT.value
"""The commonest kind of act in conflict news: that two are of it says less than that two are withdrawals."""

TRIFLE = 4
"""Numbers below this meet by chance: "two towns" and "two soldiers"."""


def meaning(a: Features, b: Features) -> Seen:
    """How near the vectors of the two contents lie."""
    cosine = NO_VECTOR if a.vector is None or b.vector is None else float(a.vector @ b.vector)
    values = (("meaning", cosine), ("meaning alike", max(0.0, cosine - ALIKE)))
    return Seen(values, f"in meaning they are {cosine:.2f} alike, of 1")


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
    total = themes = roots = best = 0.0
    for term in shared:
        weight = mine[term] * other[term]
        total += weight
        if term[0] == "#":
            root = math.sqrt(weight)
            themes += weight
            roots += root
            best = max(best, root)
    least = min(a.norm, b.norm)
    values = [("words within", total / (least * least))]
    if themes:
        values += [("themes", min(2.0, roots / 5)), ("themes alike", themes / (a.theme_norm * b.theme_norm))]
        values.append(("theme rare", best / 5))
    told = sorted(shared, key=lambda term: (-mine[term] * other[term], term))[:5]
    return Seen(tuple(values), f"both tell of {', '.join(term.lstrip('#@=').replace('_', ' ') for term in told)}")


def names(a: Features, b: Features) -> Seen | None:
    """Names in common."""
    both = a.names & b.names
    if not both:
        return None
    share = len(both) / math.sqrt(len(a.names) * len(b.names))
    return Seen((("names", share),), f"both name {', '.join(sorted(both))}")


def place(a: Features, b: Features) -> Seen | None:
    """One place, or another; a place that is not told parts nobody."""
    if not a.places or not b.places:
        return None
    if a.places & b.places:
        same = next(where.text for where in a.where if where.key in b.places)
        return Seen((("same place", 1.0),), f"both are of {same}")
    here, there = _places(a), _places(b)
    far = _apart(a, b)
    several = len(a.where) > 1 or len(b.where) > 1
    if far is not None and far > APART_KM:
        told = "far places" if several else "far place"
        return Seen(((told, 1.0),), f"{here} and {there} lie {far:.0f} km apart")
    if far is None and _named(a) and _named(b) and not (_named(a) & b.names or _named(b) & a.names):
        wide = any(where.wide for where in (*a.where, *b.where))
        told = "region by name" if wide else "places by name" if several else "place by name"
        return Seen(((told, 1.0),), f"one is of {here}, the other of {there}")
    return None


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
    if gap <= LATER:
        return None
    factual = bool(a.figures or b.figures or a.days or b.days or ATTACK in (a.event, b.event))
    values = [("months apart", 1.0), *([("years apart", 1.0)] if gap > YEAR and factual else [])]
    return Seen(tuple(values), f"the articles are at least {gap} days apart")


def event(a: Features, b: Features) -> Seen | None:
    """One kind of act, or another."""
    if a.event is None and b.event is None:
        return None
    if a.event == b.event:
        values = (("same event", 1.0), ("same event, no attack", float(a.event != ATTACK)))
        return Seen(values, f"both tell of one kind of act, {a.event}")
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
        if one is None or one.kind not in ("killed", "wounded"):
            return None
        return Seen((("one toll", 1.0),), f"only one gives a toll: {one.text}")
    if not _same_measure(mine, other):
        kinds = {count.kind for count in a.figures}, {count.kind for count in b.figures}
        torn = mine.kind in befalls() and other.kind in befalls() and not (kinds[0] & kinds[1])
        values = [("other measure", 1.0), *([("torn measure", 1.0)] if torn else [])]
        return Seen(tuple(values), f"one counts {_measure(mine)}, the other {_measure(other)}")
    low, high = sorted((mine.value, other.value))
    ratio = high / low if low > 0 else (1.0 if high == low else math.inf)
    pair = f"{mine.text} and {other.text}"
    if ratio > CLOSE:
        if mine.kind is None:
            return None
        own = "far figure here" if a.document == b.document else "far figure"
        return Seen(((own, 1.0),), f"{pair} are two figures of {_measure(mine)}")
    if mine.who != other.who and mine.kind in befalls() and ratio > 1.001:
        return Seen((("part of", 1.0),), f"{pair} do not count the same people")
    if high < TRIFLE:
        return None
    why = f"{pair}: figures of {_measure(mine)} that {'are equal' if ratio <= 1.001 else 'lie close'}"
    return Seen((("figures meet", 1.0),), why)


def article(a: Features, b: Features) -> Seen | None:
    """They stand in one article, perhaps of one origin, or one origin says it in two."""
    one = a.origin is not None and a.origin == b.origin
    if a.document != b.document:
        return Seen((("origin again", 1.0),), f"both are the word of {a.origin}") if one else None
    values = [("same article", 1.0), ("same origin", float(one))]
    values.append(("outlet's own", float(a.origin is None and b.origin is None)))
    values.append(("outlet and origin", float((a.origin is None) != (b.origin is None))))
    whose = f", both by {a.origin}" if one else ""
    return Seen(tuple(values), f"they stand in one article{whose}")


def actors(a: Features, b: Features) -> Seen | None:
    """Who does it, and to whom: the same, others, or the two changed about."""
    mine, other = a.actor, b.actor
    if _swapped(a, b):
        why = f"{mine.party} does it to {other.party} in one, the other way about in the other"
        return Seen((("actors swapped", 1.0),), why)
    values, whys = [], []
    if mine.party and other.party and mine.party != other.party:
        values.append(("other actor", 1.0))
        whys.append(f"one is about {mine}, the other about {other}")
    if a.acted_on == b.acted_on and a.acted_on != NOBODY:
        values.append(("same acted on", 1.0))
        whys.append(f"both are of what is done to {a.acted_on}")
    return Seen(tuple(values), "; ".join(whys)) if values else None


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
    if a.denied != b.denied and a.negated == b.negated:
        return Seen((("denied", 1.0),), "one of them is denied")
    if a.negated != b.negated and a.denied == b.denied:
        return Seen((("negated", 1.0),), "one of them says that it is not so")
    return None


def feeling(a: Features, b: Features) -> Seen | None:
    """Both tell that somebody feels alike."""
    if a.feeling is None or a.feeling != b.feeling:
        return None
    alike = float(not a.themes.isdisjoint(b.themes))
    return Seen((("same feeling", 1.0), ("feeling on one theme", alike)), f"both tell of a {a.feeling} feeling")


LOOKS: tuple[tuple[str, Callable[[Features, Features], Seen | None]], ...] = (
    ("meaning", meaning),
    ("wording", wording),
    ("words", words),
    ("names", names),
    ("place", place),
    ("time", time),
    ("event", event),
    ("figures", figures),
    ("article", article),
    ("actors", actors),
    ("outcome", outcome),
    ("denial", denial),
    ("feeling", feeling),
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
