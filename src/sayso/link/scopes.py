"""Scopes: where and when a statement holds, and how the scopes of two stand to each other.

"74 settlements in the Kursk region as of Tuesday" and "41 settlements in Kursk as of Tuesday" are of one place and one
day. A place lies within a region that its words name, within a region whose middle is near, and within its country.
Limit: regions are told by their middle, so that a town near a border may be taken for its neighbour's.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from math import cos, hypot, radians

from sayso.lexicon.counting import Fit
from sayso.lexicon.placewords import is_state, is_tract, name_of
from sayso.model.document import Interval
from sayso.model.filed import Filed
from sayso.model.statement import Place

REGION_KM = 150.0
"""How far from the middle of a region a town of it may lie: half the width of most first-level regions."""

FRESH = timedelta(days=1)
"""What happened without a date happened no longer than this before the article was written: it is news."""

LAG = timedelta(days=7)
"""A state of things without a date is as of some day of the week before the article."""

KM_PER_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class Days:
    """A first and a last day, both known."""

    first: date
    last: date

    @property
    def length(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1

    def meets(self, other: "Days", slack: int = 0) -> bool:
        """They share a day, or are no more than `slack` days apart."""
        gap = timedelta(days=slack)
        return self.first <= other.last + gap and other.first <= self.last + gap


def where(places: tuple[Place, ...], others: tuple[Place, ...]) -> Fit | None:
    """How the places of one statement stand to those of another; None where one names none.

    Each must have its match: of a list of scenes and one of them, nothing is said.
    """
    if not places or not others:
        return None
    a, b = narrowest(places), narrowest(others)
    if all(any(within(p, q) for q in b) for p in a) and all(any(within(p, q) for p in a) for q in b):
        return Fit.SAME if all(any(within(q, p) for p in a) for q in b) else Fit.PART
    if all(any(within(q, p) for p in a) for q in b) and all(any(within(q, p) for q in b) for p in a):
        return Fit.WHOLE
    return Fit.APART


def narrowest(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Those that hold none of the others: of "Karsk" and "Tarn region", Karsk."""
    return tuple(
        p
        for at, p in enumerate(places)
        if not any(within(q, p) and (not within(p, q) or other < at) for other, q in enumerate(places) if other != at)
    )


def within(p: Place, q: Place) -> bool:
    """The first lies in the second, or is it."""
    if p.geonames is not None and p.geonames == q.geonames:
        return True
    ours, theirs = name_of(p.text), name_of(q.text)
    if ours and ours == theirs:
        return p.country == q.country or None in (p.country, q.country)
    if q.precision == "country":
        return p.country == q.country and p.precision is not None
    if q.precision is None and p.precision is None:
        return is_state(q.text) and not is_state(p.text)
    return q.precision == "region" and p.precision not in ("country", None) and _near(p, q)


def is_wide(places: tuple[Place, ...]) -> bool:
    """They are countries or whole regions, in which much happens on one day."""
    return any(p.precision in ("country", "region") or is_state(p.text) or is_tract(p.text) for p in places)


def happened(filed: Filed) -> Days | None:
    """The days on which what is told took place, by the statement's time or else by when the article was written."""
    return dated(filed) or _before(filed.published, FRESH)


def as_of(filed: Filed) -> Days | None:
    """The days for which a state of things is told."""
    own = dated(filed)
    if own is None:
        return _before(filed.published, LAG)
    return Days(own.last, own.last)


def told(filed: Filed) -> Days | None:
    """The days on which it was told: those between which the article was written."""
    return _before(filed.published, timedelta())


def dated(filed: Filed) -> Days | None:
    """The days that the statement's own time denotes, where both ends are known."""
    time = filed.statement.time
    return Days(time.start, time.end) if time and time.start and time.end and time.start <= time.end else None


def written(days: Days | None) -> str:
    """The days in words: "15 April 2017", "10 to 16 March 2024"."""
    if days is None:
        return "no day known"
    last = f"{days.last.day} {days.last:%B %Y}"
    if days.length == 1:
        return last
    same = (days.first.year, days.first.month) == (days.last.year, days.last.month)
    return f"{days.first.day} to {last}" if same else f"{days.first.day} {days.first:%B %Y} to {last}"


def _before(published: Interval, gap: timedelta) -> Days | None:
    first, last = published.earliest or published.latest, published.latest or published.earliest
    return Days(first - gap, last) if first and last and first <= last else None


def _near(p: Place, q: Place) -> bool:
    if p.country != q.country or p.lat is None or p.lon is None or q.lat is None or q.lon is None:
        return False
    east = (p.lon - q.lon) * cos(radians((p.lat + q.lat) / 2))
    return hypot(p.lat - q.lat, east) * KM_PER_DEGREE <= REGION_KM
