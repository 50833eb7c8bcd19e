"""Filing: statements as linking sees them out of the ledger's rows, and ids asked for so many at a time."""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, func, select

from sayso.ledger import schema
from sayso.ledger.canonical import revived
from sayso.model.document import Interval
from sayso.model.filed import Filed
from sayso.model.statement import Statement

Item = TypeVar("Item")

TOGETHER = 400
"""Ids asked for in one query: SQLite takes so many variables on every machine."""


def batched(items: Iterable[Item], size: int) -> Iterator[tuple[Item, ...]]:
    """The items, so many at a time."""
    rest = iter(items)
    while some := tuple(islice(rest, size)):
        yield some


def filed_rows(*, as_read: bool = False) -> Select[Any]:
    """The rows from which `as_filed` makes statements as linking sees them; `as_read` without what people corrected."""
    s, c, d, r = schema.statements, schema.contents, schema.documents, schema.as_read
    told = (d.c.published_earliest, d.c.published_latest, d.c.outlet, d.c.location)
    whole = func.coalesce(r.c.whole, s.c.whole).label("whole") if as_read else s.c.whole
    query = (
        select(whole, c.c.words, c.c.sentence, c.c.meaning, *told)
        .select_from(s)
        .join(c, c.c.statement == s.c.id)
        .join(d, d.c.id == s.c.document)
    )
    return query.outerjoin(r, r.c.statement == s.c.id) if as_read else query


def as_filed(row: Any) -> Filed:
    """A statement as linking sees it, from its row."""
    published = Interval(row.published_earliest, row.published_latest, ())
    statement = revived(Statement, row.whole)
    return Filed(statement, row.words, row.sentence, published, row.outlet, row.location, row.meaning)


def filed_of(connection: Connection, ids: Collection[str]) -> list[Filed]:
    """Statements as linking sees them, by their ids."""
    return [
        as_filed(row)
        for some in batched(sorted(ids), TOGETHER)
        for row in connection.execute(filed_rows().where(schema.statements.c.id.in_(some)))
    ]
