"""Tallies: who says how much, kept as articles come and go, so that no page has to count over all statements.

An origin is one by the key that `origin_of` gives: a person by the name, though articles differ about the side; what
else one name names is one of each side. What an article says is put in by `learn` once its rows are written, and taken
out by `forget` before they go, or before one of them is changed. What people hid is said by nobody.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, bindparam, delete, exists, func, insert, select, update

from sayso.ledger import charts, schema
from sayso.ledger.filing import TOGETHER, batched
from sayso.ledger.schema import shortened, storable
from sayso.ledger.shifts import Row, Shifts
from sayso.model.ids import content_id
from sayso.model.statement import OriginKind, Statement, Voice


@dataclass(frozen=True, slots=True)
class OriginKey:
    """What makes two origins one: whether it is an outlet's own voice, the name, the kind, and the side of it."""

    own: bool
    name: str | None
    kind: str
    of_side: str

    @property
    def sort(self) -> str:
        """What it is sorted by among those that say as much."""
        return "\t".join((short(self.name), str(int(self.own)), self.kind, short(self.of_side)))

    @property
    def id(self) -> str:
        """The id of the origin in this ledger, and in any other."""
        return content_id("source", int(self.own), int(self.name is not None), self.name or "", self.kind, self.of_side)


def origin_of(statement: Statement, outlet: str | None) -> OriginKey:
    """Whose statement it is, of an article of that outlet."""
    origin = statement.origin
    return _keyed(statement.voice.value, outlet, origin.name, origin.kind.value, origin.side)


def learn(connection: Connection, document: str) -> None:
    """Put in what an article says, once its rows are written."""
    _list(connection, schema.documents.c.id == document)
    _shift(connection, schema.statements.c.document == document, 1)


def forget(connection: Connection, document: str) -> None:
    """Take out what an article says, while its rows are what they were when it was put in."""
    _shift(connection, schema.statements.c.document == document, -1)
    connection.execute(delete(charts.listings).where(charts.listings.c.document == document))


def learn_all(connection: Connection) -> None:
    """Put in what an older sayso kept."""
    s, d = schema.statements, schema.documents
    _list(connection, ~exists().where(charts.listings.c.document == d.c.id))
    unsaid = and_(s.c.hidden.is_(False), ~exists().where(charts.said.c.statement == s.c.id))
    documents = connection.execute(select(s.c.document).where(unsaid).distinct().order_by(s.c.document)).scalars().all()
    for some in batched(documents, TOGETHER):
        _shift(connection, s.c.document.in_(some), 1)


def short(name: str | None) -> str:
    """As much of a name as rows are found by."""
    return storable(name or "")[: charts.SHORT]


SUMS = ("statements", "articles", "claims", "contested")
"""What is summed up of an origin; claims are counted where they are charted (`sayso.ledger.atlas`)."""


def _shift(connection: Connection, mine: ColumnElement[bool], sign: int) -> None:
    rows = _said(connection, mine)
    keys = {row["source"]: row["key"] for row in rows}

    def fresh(key: Any) -> Row:
        origin = keys[key[0]]
        told = {"sort": origin.sort, "name": origin.name or "", "named": origin.name is not None, "own": origin.own}
        return told | {"kind": origin.kind, "of_side": origin.of_side}

    totals = Shifts(charts.sources, SUMS, ("interests",), fresh)
    of_sides = Shifts(charts.source_sides, ("statements",), (), lambda key: {"sort": keys[key[0]].sort})
    relays, sides = Shifts(charts.source_relays, ("statements",)), Shifts(charts.sides, ("statements",))
    for row in rows:
        totals.add((row["source"],), {"interests": [row["interest"]]}, sign, statements=1)
        of_sides.add((row["source"], row["side"]), sign=sign, statements=1)
        sides.add((row["side"],), sign=sign, statements=1)
        for relay in row["relays"]:
            relays.add((row["source"], relay), sign=sign, statements=1)
    for source, _ in {(row["source"], row["document"]) for row in rows}:
        totals.add((source,), sign=sign, articles=1)
    totals.write(connection)
    for shifts in (of_sides, relays, sides):
        shifts.write(connection)
    _lead(connection, sorted(keys))
    _keep(connection, rows, sign)


def _list(connection: Connection, mine: ColumnElement[bool]) -> None:
    """Keep when articles were written, the newest first: by the last day on which they may have been."""
    d, s = schema.documents, schema.statements
    count = select(func.count()).where(s.c.document == d.c.id, s.c.hidden.is_(False)).scalar_subquery()
    query = select(d.c.id, d.c.outlet, d.c.published_earliest, d.c.published_latest, count.label("many")).where(mine)
    rows = []
    for row in connection.execute(query):
        day = row.published_latest or row.published_earliest
        outlet = short(row.outlet).casefold()
        rows.append({"document": row.id, "day": day_key(day), "outlet": outlet, "statements": row.many})
    for some in batched(rows, TOGETHER):
        connection.execute(insert(charts.listings), list(some))


def day_key(day: date | None) -> int:
    """A day as a list has it that shows the newest first; nought of what has none, which comes last."""
    return -day.toordinal() if day else 0


def _said(connection: Connection, mine: ColumnElement[bool]) -> list[Row]:
    s, d, h = schema.statements, schema.documents, schema.hops
    relays: dict[str, set[str]] = defaultdict(set)
    for hop in connection.execute(select(h.c.statement, h.c.name).join(s, s.c.id == h.c.statement).where(mine)):
        relays[hop.statement].add(short(hop.name))
    told = (s.c.id, s.c.document, s.c.voice, s.c.origin_name, s.c.origin_kind, s.c.origin_side, s.c.interest)
    query = select(*told, d.c.outlet).join(d, d.c.id == s.c.document).where(mine, s.c.hidden.is_(False))
    found = []
    for row in connection.execute(query.order_by(s.c.id)):
        key = _keyed(row.voice, row.outlet, row.origin_name, row.origin_kind, row.origin_side)
        found.append(
            {
                "statement": row.id,
                "document": row.document,
                "source": key.id,
                "key": key,
                "side": short(row.origin_side),
                "interest": row.interest,
                "relays": sorted(relays.get(row.id, ())),
            }
        )
    return found


def _keyed(voice: str, outlet: str | None, name: str | None, kind: str, side: str) -> OriginKey:
    if voice == Voice.OUTLET.value:
        return OriginKey(True, outlet and shortened(outlet), OriginKind.OUTLET.value, "")
    return OriginKey(False, name and shortened(name), kind, "" if kind == OriginKind.PERSON.value else shortened(side))


def _lead(connection: Connection, sources: Sequence[str]) -> None:
    """Let the sides of an origin stand where the origin stands: by all its statements."""
    t, o = charts.sources, charts.source_sides
    leads: Mapping[str, int] = {
        row.id: row.lead
        for some in batched(sources, TOGETHER)
        for row in connection.execute(select(t.c.id, t.c.lead).where(t.c.id.in_(some)))
    }
    if leads:
        of_one = update(o).where(o.c.source == bindparam("_source"))
        connection.execute(of_one, [{"_source": source, "lead": lead} for source, lead in leads.items()])


def _keep(connection: Connection, rows: Sequence[Row], sign: int) -> None:
    for some in batched(rows, TOGETHER):
        if sign > 0:
            kept = [{name: row[name] for name in ("statement", "source", "interest")} for row in some]
            connection.execute(insert(charts.said), kept)
        else:
            gone = [row["statement"] for row in some]
            connection.execute(delete(charts.said).where(charts.said.c.statement.in_(gone)))
