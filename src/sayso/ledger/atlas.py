"""The atlas: where and when claims are said to be, summed up as they come and go, for the map and the timeline.

    claims   what each claim adds: its sides and standing, its places, its origins, and its spell
    spots    for each place the claims that are said of it; for each cell of the map those of the spots in it
    spells   for each day, week, month and year the claims said to have been so then, or over several of them

A **spot** is what places come to that are one: by where they lie, or by name where nobody knows where that is. The
**spell** of a claim is the narrowest time that one of its statements gives, whole; where none does, the narrowest days
between which one of its articles was written. Limits: a claim of two places counts at both, and so twice in a cell that
holds both; a time with an open end ("since March") counts on the day that it names, as `open`.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Table, delete, exists, insert, select

from sayso.ledger import charts, schema
from sayso.ledger.briefs import brief, orders
from sayso.ledger.canonical import revived
from sayso.ledger.filing import TOGETHER, as_filed, batched, filed_rows
from sayso.ledger.shifts import Row, Shifts
from sayso.ledger.tallies import SUMS, origin_of, short
from sayso.lexicon.placewords import name_of
from sayso.model import mercator
from sayso.model.claim import Claim
from sayso.model.filed import Filed
from sayso.model.ids import content_id
from sayso.model.statement import Place

Made = tuple[Claim, Mapping[str, Filed]]

FINE = 1 << 30
"""Steps of the map's side in which places are added up: whole numbers, so that no order of adding shows."""


class Told(StrEnum):
    """How a spell is known: it is claimed, with an open end, or only the days are known when it was written."""

    CLAIMED = "claimed"
    OPEN = "open"
    WRITTEN = "written"
    NEVER = "never"


class Drawn(StrEnum):
    """How a spot is drawn: as a point, as something wide about it (a region, a state, a river), or nowhere."""

    POINT = "point"
    WIDE = "wide"
    NOWHERE = "nowhere"


class Unit(StrEnum):
    """The grain of a timeline."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


def drop(connection: Connection, claims: Collection[str]) -> None:
    """Take claims out by their ids; those that are not in it are passed over."""
    sums = _Sums(connection)
    sums.drop(claims)
    sums.write()


def draw(connection: Connection, made: Iterable[Made]) -> None:
    """Put claims in, each with its statements by their ids."""
    sums = _Sums(connection)
    sums.draw(made)
    sums.write()


class _Sums:
    """What claims that come or go do to the sums; `write` writes it, once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._places: dict[str, Place] = {}
        self._spells: dict[str, Row] = {}
        self._spots = Shifts(charts.spots, ("claims", "contested"), ("sides",), lambda key: _spot(self._places[key[0]]))
        self._names = Shifts(charts.spot_names, ("claims",))
        self._sources = Shifts(charts.sources, SUMS)
        self._times = Shifts(
            charts.spells, ("claims", "contested"), ("sides", "standings"), lambda key: self._spells[key[0]]
        )

    def drop(self, claims: Collection[str]) -> None:
        for some in batched(sorted(claims), TOGETHER):
            rows = {row.claim: dict(row._mapping) for row in self._of(charts.charted, some)}
            places = [(row.claim, row.spot, row.text) for row in self._of(charts.claim_places, some)]
            origins = [(row.claim, row.source) for row in self._of(charts.claim_origins, some)]
            for table in (charts.charted, charts.claim_places, charts.claim_origins):
                self._connection.execute(delete(table).where(table.c.claim.in_(some)))
            self._add(rows, places, origins, -1)

    def draw(self, made: Iterable[Made]) -> None:
        for some in batched(((claim, [known[each] for each in claim.statements]) for claim, known in made), TOGETHER):
            rows = {claim.id: _charted(claim, filed) for claim, filed in some}
            ranks = {claim.id: orders(brief(claim, filed))["by_need"] for claim, filed in some}
            places, origins = list[tuple[str, str, str]](), list[tuple[str, str]]()
            for claim, filed in some:
                found = {(spot_of(p), short(p.text)): p for f in filed for p in f.statement.places}
                self._places |= {spot: place for (spot, _), place in found.items()}
                places += [(claim.id, spot, text) for spot, text in sorted(found)]
                origins += [(claim.id, each) for each in sorted({origin_of(f.statement, f.outlet).id for f in filed})]
            self._insert(charts.charted, list(rows.values()))
            at = [{"claim": c, "spot": spot, "text": text, "rank": ranks[c]} for c, spot, text in places]
            self._insert(charts.claim_places, at)
            self._insert(charts.claim_origins, [{"claim": c, "source": s, "rank": ranks[c]} for c, s in origins])
            self._add(rows, places, origins, 1)

    def write(self) -> None:
        """Write the sums that are not what they were."""
        self._names.write(self._connection)
        self._sources.write(self._connection)
        self._times.write(self._connection)
        touched = [key[0] for key in self._spots.touched()]
        cells = self._cells(touched)
        self._spots.write(self._connection)
        settle(self._connection, cells | self._cells(touched))

    def _cells(self, spots: Sequence[str]) -> set[int]:
        s = charts.spots
        return {
            cell
            for some in batched(spots, TOGETHER)
            for cell in self._connection.execute(select(s.c.cell).where(s.c.id.in_(some))).scalars()
            if cell is not None
        }

    def _of(self, table: Table, claims: Sequence[str]) -> Iterable[Any]:
        return self._connection.execute(select(table).where(table.c.claim.in_(claims)))

    def _insert(self, table: Table, rows: Sequence[Row]) -> None:
        for some in batched(rows, TOGETHER):
            self._connection.execute(insert(table), list(some))

    def _add(
        self,
        rows: Mapping[str, Row],
        places: Sequence[tuple[str, str, str]],
        origins: Sequence[tuple[str, str]],
        sign: int,
    ) -> None:
        for claim, spot in sorted({(claim, spot) for claim, spot, _ in places}):
            row = rows[claim]
            self._spots.add((spot,), {"sides": row["sides"]}, sign, claims=1, contested=int(row["contested"]))
        for _, spot, text in places:
            self._names.add((spot, text), sign=sign, claims=1)
        for claim, source in origins:
            self._sources.add((source,), sign=sign, claims=1, contested=int(rows[claim]["contested"]))
        for row in rows.values():
            counts = {"sides": list(row["sides"]), "standings": [row["standing"]]}
            for spell in spells_of(row["first"], row["last"], Told(row["told"])):
                self._spells[spell["id"]] = spell
                self._times.add((spell["id"],), counts, sign, claims=1, contested=int(row["contested"]))


def draw_all(connection: Connection) -> None:
    """Put in the claims that an older sayso kept."""
    c, m = charts.charted, schema.members
    uncharted = ~exists().where(c.c.claim == schema.claims.c.id)
    claims = connection.execute(select(schema.claims.c.id).where(uncharted).order_by(schema.claims.c.id)).scalars()
    for some in batched(claims.all(), TOGETHER):
        wholes = connection.execute(select(schema.claims.c.whole).where(schema.claims.c.id.in_(some))).scalars()
        rows = connection.execute(
            filed_rows().join(m, m.c.statement == schema.statements.c.id).where(m.c.claim.in_(some))
        )
        filed = {each.statement.id: each for each in map(as_filed, rows)}
        made = [revived(Claim, whole) for whole in wholes]
        draw(connection, ((claim, filed) for claim in made))


def spot_of(place: Place) -> str:
    """The id of the spot that a place is: where it lies, else by the words that tell which it is."""
    if place.lat is None or place.lon is None:
        return content_id("spot", *name_of(place.text))
    parts = (place.geonames, place.lat, place.lon, place.country, place.precision)
    return content_id("spot", "at", *("" if part is None else str(part) for part in parts))


def spell_of(filed: Iterable[Filed]) -> tuple[date | None, date | None, Told]:
    """The days of a claim, from its statements."""
    known = list(filed)
    times = [(time.start, time.end) for f in known if (time := f.statement.time) is not None]
    written = [(f.published.earliest, f.published.latest) for f in known]
    for intervals, whole, half in ((times, Told.CLAIMED, Told.OPEN), (written, Told.WRITTEN, Told.WRITTEN)):
        closed = [(end - start, start, end) for start, end in intervals if start and end and start <= end]
        if closed:
            return *min(closed)[1:], whole
        if open_ends := [day for pair in intervals for day in pair if day]:
            return min(open_ends), min(open_ends), half
    return None, None, Told.NEVER


def spells_of(first: date | None, last: date | None, told: Told) -> list[Row]:
    """The rows to which a claim of those days belongs, one for each unit; `last` is the beginning of the last."""
    if first is None or last is None:
        return [{"id": Told.NEVER.value, "unit": Told.NEVER.value, "first": None, "last": None, "told": told.value}]
    rows = []
    for unit in Unit:
        begins, ends = begin(first, unit), begin(last, unit)
        name = f"{unit.value} {begins.isoformat()} {ends.isoformat()} {told.value}"
        rows.append({"id": name, "unit": unit.value, "first": begins, "last": ends, "told": told.value})
    return rows


def begin(day: date, unit: Unit) -> date:
    """The first day of the day, week, month or year in which a day is; weeks begin on Monday."""
    match unit:
        case Unit.WEEK:
            return day - timedelta(min(day.weekday(), day.toordinal() - 1))
        case Unit.MONTH:
            return day.replace(day=1)
        case Unit.YEAR:
            return day.replace(month=1, day=1)
        case _:
            return day


def settle(connection: Connection, leaves: Collection[int]) -> None:
    """Sum up anew the cells that hold these smallest ones, from the spots in them and then level by level."""
    s, c = charts.spots, charts.cells
    sums: dict[int, Row] = {}
    for some in batched(sorted(leaves), TOGETHER):
        for row in connection.execute(select(s).where(s.c.cell.in_(some)).order_by(s.c.id)):
            x, y = (round(part * FINE) for part in mercator.point(row.lat, row.lon))
            _merge(sums, row.cell, row, (x * row.claims, y * row.claims), row.id, row.claims, 1)
    _replace(connection, leaves, sums)
    level = set(leaves)
    while level := {cell >> 2 for cell in level if cell > 1}:
        sums = {}
        quarters = sorted(quarter for cell in level for quarter in mercator.quarters(cell))
        for some in batched(quarters, TOGETHER):
            for row in connection.execute(select(c).where(c.c.cell.in_(some)).order_by(c.c.cell)):
                _merge(sums, row.cell >> 2, row, (row.east, row.south), row.top, row.top_claims, row.spots)
        _replace(connection, level, sums)


def _merge(
    sums: dict[int, Row], cell: int, row: Any, lies: tuple[int, int], top: str, top_claims: int, spots: int
) -> None:
    held = sums.get(cell)
    if held is None:
        depth, x, y = mercator.square(cell)
        held = sums[cell] = {
            "cell": cell,
            "depth": depth,
            "y": y,
            "x": x,
            "sides": Counter(),
            "top": "",
            "top_claims": 0,
        }
        held |= dict.fromkeys(("spots", "claims", "contested", "east", "south"), 0)
    held["spots"] += spots
    held["claims"] += row.claims
    held["contested"] += row.contested
    held["sides"].update(row.sides)
    held["east"] += lies[0]
    held["south"] += lies[1]
    if (-top_claims, top) < (-held["top_claims"], held["top"]):
        held["top"], held["top_claims"] = top, top_claims


def _replace(connection: Connection, cells: Collection[int], sums: Mapping[int, Row]) -> None:
    for some in batched(sorted(cells), TOGETHER):
        connection.execute(delete(charts.cells).where(charts.cells.c.cell.in_(some)))
    for rows in batched(sums.values(), TOGETHER):
        connection.execute(insert(charts.cells), list(rows))


def _charted(claim: Claim, filed: Sequence[Filed]) -> Row:
    first, last, told = spell_of(filed)
    return {
        "claim": claim.id,
        "contested": claim.contested,
        "standing": claim.standing.value,
        "sides": dict.fromkeys(sorted({short(root.side) for root in claim.roots}), 1),
        "told": told.value,
        "first": first,
        "last": last,
    }


def _spot(place: Place) -> Row:
    known = place.lat is not None and place.lon is not None
    drawn = Drawn.NOWHERE if not known else Drawn.POINT if place.precision == "settlement" else Drawn.WIDE
    cell = None
    if drawn is Drawn.POINT and place.lat is not None and place.lon is not None:
        cell = mercator.cell_at(mercator.point(place.lat, place.lon))
    row: Row = {"drawn": drawn.value, "cell": cell}
    for name in ("geonames", "lat", "lon", "country", "precision"):
        row[name] = getattr(place, name) if known else None
    return row
