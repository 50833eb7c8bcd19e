"""What the map and the timeline ask of a ledger: a part of them at a time, out of what is summed up beforehand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, or_, select

from sayso.ledger import charts
from sayso.ledger.atlas import FINE, Drawn, Told, Unit
from sayso.ledger.filing import TOGETHER, batched
from sayso.ledger.wanted import Rows
from sayso.model.mercator import DEEPEST, Point

EXTENT = 7
"""The depth at which it is asked where claims are: 16,384 cells, of which most are sea."""
EDGE = 0.03
"""The share of the claims at each end of the map to which nothing is fitted: an aside on a capital far away."""

MOST_CELLS = 600


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the map: its usual name, where it lies if that is known, and the claims that are said of it."""

    id: str
    name: str
    precision: str | None
    country: str | None
    geonames: int | None
    lat: float | None
    lon: float | None
    claims: int
    contested: int
    sides: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Cell:
    """A square of the map: the claims of the spots in it, where their middle is, and the spot with the most of them."""

    claims: int
    contested: int
    sides: Mapping[str, int]
    middle: Point
    spots: int
    top: Spot


@dataclass(frozen=True, slots=True)
class Spell:
    """Claims that are said to have been so over the same days; `first` and `last` are the beginnings of their units."""

    first: date
    last: date
    told: Told
    claims: int
    contested: int
    sides: Mapping[str, int]
    standings: Mapping[str, int]


class Maps:
    """Where and when the claims of one ledger are said to be, asked through its `rows`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def extent(self) -> tuple[Point, ...]:
        """Two corners of where most of the claims are; nothing where none has a point."""
        c = charts.cells
        query = select(c.c.claims, c.c.east, c.c.south).where(c.c.depth == EXTENT)
        found = [(row.claims, row.east / row.claims / FINE, row.south / row.claims / FINE) for row in self._rows(query)]
        if not found:
            return ()
        corners = [_between([(row[axis], row[0]) for row in found]) for axis in (1, 2)]
        return (corners[0][0], corners[1][0]), (corners[0][1], corners[1][1])

    def cells(self, depth: int, bounds: tuple[float, float, float, float]) -> tuple[Cell, ...]:
        """The cells of a depth within west, north, east and south, those with the most claims first."""
        c, side = charts.cells, 1 << min(depth, DEEPEST)
        west, north, east, south = (max(0, min(side - 1, int(part * side))) for part in bounds)
        rows = [
            and_(c.c.depth == min(depth, DEEPEST), c.c.y == y, c.c.x.between(west, east))
            for y in range(north, south + 1)
        ]
        found = sorted(
            (row for some in batched(rows, 30) for row in self._rows(select(c).where(or_(*some)).limit(MOST_CELLS))),
            key=lambda row: (-row.claims, row.cell),
        )
        tops = self.spots([row.top for row in found])
        return tuple(
            Cell(
                row.claims,
                row.contested,
                row.sides,
                (row.east / row.claims / FINE, row.south / row.claims / FINE),
                row.spots,
                tops[row.top],
            )
            for row in found
            if row.top in tops
        )

    def wide(self, degrees: tuple[float, float, float, float], limit: int) -> tuple[Spot, ...]:
        """Regions, states and the like of which the middle is within west, north, east and south in degrees."""
        s, (west, north, east, south) = charts.spots, degrees
        within = and_(s.c.lon.between(west, east), s.c.lat.between(south, north))
        query = select(s.c.id).where(s.c.drawn == Drawn.WIDE.value, within).order_by(s.c.lead, s.c.id).limit(limit)
        return self._some([row.id for row in self._rows(query)])

    def nowhere(self, limit: int) -> tuple[Spot, ...]:
        """Places of which nobody knows where they are, those with the most claims first."""
        s = charts.spots
        query = select(s.c.id).where(s.c.drawn == Drawn.NOWHERE.value).order_by(s.c.lead, s.c.id).limit(limit)
        return self._some([row.id for row in self._rows(query)])

    def spots(self, ids: Sequence[str]) -> dict[str, Spot]:
        """The spots of these ids, each with the name by which most claims call it."""
        s, n, names = charts.spots, charts.spot_names, dict[str, str]()
        wanted = sorted(set(ids))
        for some in batched(wanted, TOGETHER):
            query = select(n).where(n.c.spot.in_(some)).order_by(n.c.spot, n.c.claims.desc(), n.c.text)
            for row in self._rows(query):
                names.setdefault(row.spot, row.text)
        return {
            row.id: Spot(
                row.id,
                names.get(row.id, ""),
                row.precision,
                row.country,
                row.geonames,
                row.lat,
                row.lon,
                row.claims,
                row.contested,
                row.sides,
            )
            for some in batched(wanted, TOGETHER)
            for row in self._rows(select(s).where(s.c.id.in_(some)))
        }

    def claims(self, spot: str, limit: int) -> tuple[str, ...]:
        """The ids of the first claims that are said of a spot, contested ones first."""
        p = charts.claim_places
        query = select(p.c.claim).where(p.c.spot == spot).order_by(p.c.rank, p.c.claim).limit(2 * limit)
        return tuple(dict.fromkeys(row.claim for row in self._rows(query)))[:limit]

    def months(self, *, written: bool = False) -> tuple[tuple[date, int], ...]:
        """How many claims are told of each month: some thousand rows. `written`: by when articles were, too."""
        p, found = charts.spells, dict[date, int]()
        mine = [p.c.unit == Unit.MONTH.value, p.c.first == p.c.last]
        if not written:
            mine.append(p.c.told != Told.WRITTEN.value)
        for row in self._rows(select(p.c.first, p.c.claims).where(*mine).order_by(p.c.first)):
            found[row.first] = found.get(row.first, 0) + row.claims
        return tuple(found.items())

    def spells(self, unit: Unit, since: date, until: date, reach: date, limit: int) -> tuple[Spell, ...]:
        """The claims of the days, weeks, months or years from one to the other, those over several of them too.

        Of these only what begins from `reach` on, so that a timeline of any length costs the same; those with the most
        claims first.
        """
        p = charts.spells
        mine = (p.c.unit == unit.value, p.c.first <= until, p.c.last >= since)
        narrow = select(p).where(*mine, p.c.first >= since, p.c.first == p.c.last).limit(limit)
        over = select(p).where(*mine, p.c.first >= reach, p.c.first != p.c.last)
        rows = [*self._rows(narrow), *self._rows(over.order_by(p.c.claims.desc(), p.c.id).limit(limit))]
        return tuple(
            Spell(row.first, row.last, Told(row.told), row.claims, row.contested, row.sides, row.standings)
            for row in rows
        )

    def untimed(self) -> int:
        """How many claims have no time, and no day on which they must have been written."""
        p = charts.spells
        row = next(self._rows(select(p.c.claims).where(p.c.id == Told.NEVER.value)), None)
        return 0 if row is None else int(row.claims)

    def _some(self, ids: Sequence[str]) -> tuple[Spot, ...]:
        found = self.spots(ids)
        return tuple(found[each] for each in ids if each in found)


def _between(weighed: Sequence[tuple[float, int]]) -> tuple[float, float]:
    """Where all but an edge of the weight lies."""
    rows, whole = sorted(weighed), sum(weight for _, weight in weighed)
    low, high, passed = rows[0][0], rows[-1][0], 0
    for value, weight in rows:
        if passed <= EDGE * whole:
            low = value
        passed += weight
    passed = 0
    for value, weight in reversed(rows):
        if passed <= EDGE * whole:
            high = value
        passed += weight
    return low, high
