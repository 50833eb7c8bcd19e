"""Proposed: what the desk shows somebody before they decide: the bearers of a name, and whom a statement then serves.

"Karsk" is typed: the one 40 km from Tarn, which the article tells of, stands before the one on another continent. The
side is fixed to Varnia's: by the line of the rule of interest that fits, the words now serve their speaker. Nothing
here is filed until a person says so. The limit accepted: a region or state stands at its middle.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import asin, cos, radians, sin, sqrt

from sayso.lexicon.gazetteer import Toponym, fold, gazetteer
from sayso.model.document import Document
from sayso.model.judgement import Location, Side
from sayso.model.party import Party
from sayso.model.span import words_of
from sayso.model.statement import Place, Statement
from sayso.read import bearers, interest, side

MOST = 20
"""Bearers that are proposed: the others are farther away than any that are."""

FAR = 1_000.0
"""Kilometres from which a place is only far: so that a capital named once does not draw the middle of an article to
itself. To re-test: `tests/ledger/test_proposed.py`."""

_EARTH = 6371.0


@dataclass(frozen=True, slots=True)
class Proposed:
    """One place that a typed name can mean: its state and first-level region, and the nearest place of the article.

    `usual` says that the name is the place's usual one; `population` is nought where it is not known; `kilometres` and
    `near` are None where the article has no other place.
    """

    location: Location
    usual: bool
    state: str | None
    region: str | None
    population: int
    near: str | None
    kilometres: float | None


@dataclass(frozen=True, slots=True)
class _Around:
    """A place of the article, and in how many of its statements it is."""

    text: str
    lat: float
    lon: float
    times: int


def bearers_of(name: str, statements: Iterable[Statement], instead_of: str | None = None) -> tuple[Proposed, ...]:
    """What a name that somebody types in one of these statements' article can mean, the likeliest first.

    Nearest to what the article is about: to its places that are known, but for states, and for the one that is fixed;
    where it has none, regions first, then the largest.
    """
    typed = " ".join(name.split())
    found = bearers.meant(typed)[0] or gazetteer().sounding(typed)
    around = _around(statements, {fold(typed), fold(instead_of or typed)})
    if around:
        found = tuple(sorted(found, key=lambda each: (_distance(each, around), -each.population)))
    return tuple(_proposed(typed, each, around) for each in found[:MOST])


def served(document: Document, statement: Statement, value: Side, parties: tuple[Party, ...] = ()) -> Side:
    """A side with whom the statement serves if its origin is on it, and the line of the rule that says so.

    By the same rule as in reading, from what the ledger holds: the article's words, the event and the attitude as read,
    the speaker as fixed; `parties` are those to the conflict, where they have been named.
    """
    text = document.text
    origin = replace(statement.origin, side=value.side)
    content, cue = words_of(text, statement.content), words_of(text, statement.cue)
    article = side.parties(text, parties)
    row = interest.judged(origin, content, statement.event, statement.attitude, article, cue)
    return Side(value.side, row.answer, row.why)


def _around(statements: Iterable[Statement], aside: set[str]) -> tuple[_Around, ...]:
    places: dict[str, Place] = {}
    times: Counter[str] = Counter()
    for statement in statements:
        for place in statement.places:
            if place.lat is not None and fold(place.text) not in aside and place.precision != "country":
                places.setdefault(place.text, place)
                times[place.text] += 1
    return tuple(
        _Around(text, place.lat, place.lon, times[text])
        for text, place in places.items()
        if place.lat is not None and place.lon is not None
    )


def _distance(place: Toponym, around: Sequence[_Around]) -> float:
    """How far a place is from what the article is about: the mean over all that its statements name."""
    away = sum(each.times * min(FAR, _kilometres(place, each)) for each in around)
    return away / sum(each.times for each in around)


def _proposed(name: str, place: Toponym, around: Sequence[_Around]) -> Proposed:
    region = None
    if place.country and place.admin1 and place.kind in ("settlement", "region"):
        region = gazetteer().region_name(place.country, place.admin1)
    near = min(around, key=lambda each: _kilometres(place, each), default=None)
    return Proposed(
        Location(name, place.lat, place.lon, place.geonames, place.country, precision=place.kind),
        place.main,
        gazetteer().state_name(place.country) if place.country else None,
        region,
        place.population,
        near.text if near else None,
        round(_kilometres(place, near), 1) if near else None,
    )


def _kilometres(place: Toponym, other: _Around) -> float:
    """Along a great circle, by the haversine formula."""
    south, north = radians(place.lat), radians(other.lat)
    half = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin(radians(other.lon - place.lon) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(min(1.0, half)))
