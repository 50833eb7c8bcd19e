"""Sources: every origin that a ledger has met, by the name that its articles give it, and how it fares.

A person is one by name, though articles differ about the side; what else one name names is one of each side, so that
two ministries of defence are two. Limit: one body under two names ("the Varnian defence ministry", "Varnia's defence
ministry") is two here; within a claim `link.roots` folds them.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Select, func, literal, select, tuple_

from sayso.ledger import charts, schema
from sayso.ledger.canonical import revived
from sayso.ledger.filing import TOGETHER, as_filed, batched, filed_rows
from sayso.ledger.wanted import Rows
from sayso.model.claim import Claim
from sayso.model.filed import Filed
from sayso.model.problem import Problem, SaysoError
from sayso.model.statement import UNKNOWN_SIDE, Interest, OriginKind

After = tuple[int, str, str]
"""The last row of a page of sources, behind which the next goes on: its lead, what it is sorted by, and its id."""


@dataclass(frozen=True, slots=True)
class Source:
    """One origin: how much it says, in how many articles and claims, of what sides it is read, and who carries it.

    `contested` is how many of the claims are. `own_voice`: an outlet that nobody stands behind. `relays` are names
    with the number of statements that they carry, the busiest first. `interests` counts the statements by whom they
    serve.
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
    id: str = field(default="", compare=False)
    interests: Mapping[str, int] = field(default_factory=dict, compare=False)
    last: After = field(default=(0, "", ""), compare=False)


def sources(
    rows: Rows,
    side: str | None = None,
    limit: int | None = None,
    after: After | None = None,
    relays: int | None = None,
    *,
    counted: bool = True,
) -> Iterator[Source]:
    """The origins, those with the most statements first; of one side, or all; each with so many of its relays.

    `after` goes on behind that one; `of` is how many there are in all, where that is to be counted.
    """
    for some in batched(rows(_asked(rows, side, limit, after, counted=counted)), TOGETHER):
        ids = [row.id for row in some]
        sides, carried = _sides(rows, ids), _relays(rows, ids, relays)
        yield from (_source(row, sides, carried) for row in some)


class Sources:
    """What one ledger knows of its origins, asked through its `rows`."""

    def __init__(self, rows: Rows, where: str) -> None:
        self._rows, self._where = rows, where

    def listed(self, side: str | None, after: After | None, limit: int, relays: int) -> tuple[Source, ...]:
        """A page of the origins, each with its busiest relays."""
        return tuple(sources(self._rows, side, limit, after, relays, counted=False))

    def one(self, ident: str, relays: int) -> Source:
        """The origin of that id; raises SaysoError where there is none."""
        t = charts.sources
        query = select(t, literal(1).label("many")).where(t.c.id == ident)
        for row in self._rows(query):
            sides, carried = _sides(self._rows, [ident]), _relays(self._rows, [ident], relays)
            return _source(row, sides, carried)
        what = f"no origin in {self._where} has this id"
        raise SaysoError(Problem(ident, what, "nothing shown", "Look among the sources."))

    def claims(self, ident: str, after: tuple[int, str] | None, limit: int) -> tuple[tuple[Claim, int], ...]:
        """A page of the claims in which an origin has a statement, each with its rank, contested ones first."""
        o, c = charts.claim_origins, schema.claims
        query = select(c.c.whole, o.c.rank).join(c, c.c.id == o.c.claim).where(o.c.source == ident)
        if after is not None:
            query = query.where(tuple_(o.c.rank, o.c.claim) > after)
        found = self._rows(query.order_by(o.c.rank, o.c.claim).limit(limit))
        return tuple((revived(Claim, row.whole), row.rank) for row in found)

    def statements(self, ident: str, interest: Interest, after: str | None, limit: int) -> tuple[Filed, ...]:
        """A page of the statements of an origin that serve its own side, or go against it."""
        t, s = charts.said, schema.statements
        query = select(t.c.statement).where(t.c.source == ident, t.c.interest == interest.value)
        if after is not None:
            query = query.where(t.c.statement > after)
        ids = [row.statement for row in self._rows(query.order_by(t.c.statement).limit(limit))]
        found = map(as_filed, self._rows(filed_rows().where(s.c.id.in_(ids))))
        return tuple(sorted(found, key=lambda each: each.statement.id))


def _asked(rows: Rows, side: str | None, limit: int | None, after: After | None, *, counted: bool) -> Select[Any]:
    t, o = charts.sources, charts.source_sides
    query = select(t, (func.count().over() if counted else literal(1)).label("many"))
    order: tuple[Any, ...] = (t.c.lead, t.c.sort, t.c.id)
    if side is not None:
        query = query.join(o, o.c.source == t.c.id).where(o.c.side.in_(_written(rows, side)))
        order = (o.c.lead, o.c.sort, o.c.source)
    if after is not None:
        query = query.where(tuple_(*order) > after)
    return query.order_by(*order).limit(limit)


def _source(row: Any, sides: Mapping[str, list[str]], relays: Mapping[str, list[tuple[str, int]]]) -> Source:
    return Source(
        row.name if row.named else None,
        OriginKind(row.kind),
        tuple(sides.get(row.id, (UNKNOWN_SIDE,))),
        row.statements,
        row.articles,
        row.claims,
        row.contested,
        tuple(relays.get(row.id, ())),
        bool(row.own),
        row.many,
        row.id,
        row.interests,
        (row.lead, row.sort, row.id),
    )


def _written(rows: Rows, side: str) -> list[str]:
    """The side as articles write it: "ostrel" is "Ostrel"."""
    wanted = side.casefold()
    return [row.side for row in rows(select(charts.sides.c.side)) if row.side.casefold() == wanted]


def _sides(rows: Rows, sources: Sequence[str]) -> Mapping[str, list[str]]:
    o = charts.source_sides
    query = select(o.c.source, o.c.side).where(o.c.source.in_(sources)).order_by(o.c.statements.desc(), o.c.side)
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows(query):
        found[row.source].append(row.side)
    return found


def _relays(rows: Rows, sources: Sequence[str], most: int | None) -> Mapping[str, list[tuple[str, int]]]:
    r = charts.source_relays
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for some in [sources] if most is None else [[each] for each in sources]:
        query = select(r).where(r.c.source.in_(some)).order_by(r.c.source, r.c.lead, r.c.relay).limit(most)
        for row in rows(query):
            found[row.source].append((row.relay, row.statements))
    return found
