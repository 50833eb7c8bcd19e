"""Sources: every origin that a ledger has met, by the name that its articles give it, and how it fares.

A person is one by name, though articles differ about the side; what else one name names is one of each side, so that
two ministries of defence are two. Limit: one body under two names ("the Varnian defence ministry", "Varnia's defence
ministry") is two here; within a claim `link.roots` folds them.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, literal_column, nulls_first, or_, select

from sayso.ledger import schema
from sayso.ledger.filing import TOGETHER, batched
from sayso.ledger.wanted import Rows
from sayso.model.statement import UNKNOWN_SIDE, OriginKind, Voice


@dataclass(frozen=True, slots=True)
class Source:
    """One origin: how much it says, in how many articles and claims, of what sides it is read, and who carries it.

    `contested` is how many of the claims are. `own_voice`: an outlet that nobody stands behind. `relays` are names
    with the number of statements that they carry, the busiest first.
    """

    name: str | None
    kind: OriginKind
    sides: tuple[str, ...]
    statements: int
    articles: int
    claims: int
    contested: int
    relays: tuple[tuple[str, int], ...] = ()
    own_voice: bool = False
    of: int = 1


def sources(rows: Rows, side: str | None = None, limit: int | None = None) -> Iterator[Source]:
    """The origins, those with the most statements first; of one side, or all."""
    s, d, m, c = schema.statements, schema.documents, schema.members, schema.claims
    contested = case((c.c.contested, m.c.claim))
    query = (
        select(
            *_key(),
            func.count().label("statements"),
            func.count(s.c.document.distinct()).label("articles"),
            func.count(m.c.claim.distinct()).label("claims"),
            func.count(contested.distinct()).label("contested"),
            func.count().over().label("many"),
        )
        .join(d, d.c.id == s.c.document)
        .outerjoin(m, m.c.statement == s.c.id)
        .outerjoin(c, c.c.id == m.c.claim)
        .where(*([func.lower(s.c.origin_side) == schema.lowered(side)] if side is not None else []))
        .group_by("own", "called", "kind", "of_side")
        .order_by(func.count().desc(), nulls_first(literal_column("called")), "own", "kind", "of_side")
        .limit(limit)
    )
    for some in batched(rows(query), TOGETHER):
        sides, relays = _sides(rows, some), _relays(rows, some)
        for row in some:
            key = _of(row)
            yield Source(
                row.called,
                OriginKind(row.kind),
                tuple(sides.get(key, (UNKNOWN_SIDE,))),
                row.statements,
                row.articles,
                row.claims,
                row.contested,
                tuple(relays.get(key, ())),
                bool(row.own),
                row.many,
            )


Key = tuple[bool, str | None, str, str]


def _key() -> tuple[ColumnElement[Any], ...]:
    """What makes two origins one: name, kind and side, of a person the name; an outlet's own voice is the outlet's."""
    s, d = schema.statements, schema.documents
    own = s.c.voice == Voice.OUTLET.value
    name = case((own, d.c.outlet), else_=s.c.origin_name)
    kind = case((own, OriginKind.OUTLET.value), else_=s.c.origin_kind)
    side = case((s.c.origin_kind == OriginKind.PERSON.value, ""), (own, ""), else_=s.c.origin_side)
    return own.label("own"), name.label("called"), kind.label("kind"), side.label("of_side")


def _of(row: Any) -> Key:
    return bool(row.own), row.called, row.kind, row.of_side


def _named(some: Sequence[Any]) -> ColumnElement[bool]:
    """The statements of these origins, and a few others."""
    s, d = schema.statements, schema.documents
    names = sorted({row.called for row in some if row.called is not None})
    unnamed = and_(s.c.origin_name.is_(None), s.c.voice != Voice.OUTLET.value)
    return or_(s.c.origin_name.in_(names), d.c.outlet.in_(names), unnamed, d.c.outlet.is_(None))


def _sides(rows: Rows, some: Sequence[Any]) -> Mapping[Key, list[str]]:
    s, d = schema.statements, schema.documents
    query = (
        select(*_key(), s.c.origin_side.label("side"), func.count().label("times"))
        .join(d, d.c.id == s.c.document)
        .where(_named(some))
        .group_by("own", "called", "kind", "of_side", "side")
        .order_by(func.count().desc(), "side")
    )
    found: dict[Key, list[str]] = defaultdict(list)
    for row in rows(query):
        found[_of(row)].append(row.side)
    return found


def _relays(rows: Rows, some: Sequence[Any]) -> Mapping[Key, list[tuple[str, int]]]:
    s, d, h = schema.statements, schema.documents, schema.hops
    query = (
        select(*_key(), h.c.name.label("relay"), func.count(s.c.id.distinct()).label("times"))
        .join(d, d.c.id == s.c.document)
        .join(h, h.c.statement == s.c.id)
        .where(_named(some))
        .group_by("own", "called", "kind", "of_side", "relay")
        .order_by(func.count(s.c.id.distinct()).desc(), "relay")
    )
    found: dict[Key, list[tuple[str, int]]] = defaultdict(list)
    for row in rows(query):
        found[_of(row)].append((row.relay, row.times))
    return found
