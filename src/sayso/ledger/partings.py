"""Partings: two claims and one way in which they part, however many pairs of their statements do.

"31 settlements are held" and "about 12 settlements are held" part in figures, in forty pairs of articles: one parting,
of which one pair is shown. A claim whose own statements part is on both sides of it.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, insert, select, tuple_

from sayso.ledger import schema
from sayso.ledger.browse import HITS, ClaimJudge, cursor, read_cursor
from sayso.ledger.filing import TOGETHER, batched
from sayso.ledger.wanted import Rows, Wanted
from sayso.model.claim import Conflict, ConflictKind

_MOST = (1 << 24) - 1
LOOKED_AT = 5_000
"""Partings that one page walks past at most."""
STRIDE = 500


@dataclass(frozen=True, slots=True)
class Parting:
    """Two claims that part in one way, in so many pairs of statements; `id` is that of the conflict shown of them."""

    id: str
    kind: str
    claims: tuple[str, str]
    pairs: int


def put(connection: Connection, claims: Mapping[str, Sequence[str]], parted: Mapping[str, Sequence[Conflict]]) -> None:
    """Keep how these claims part, with each other and with those that are filed; `parted` is by statement."""
    mine = {statement: claim for claim, statements in claims.items() for statement in statements}
    found = {each.id: each for statement in mine for each in parted.get(statement, ())}
    claim_of = mine | _claims_of(connection, {s for c in found.values() for s in (c.a, c.b)} - mine.keys())
    pairs: Counter[tuple[str, str, str]] = Counter()
    shown: dict[tuple[str, str, str], str] = {}
    for each in found.values():
        if each.a in claim_of and each.b in claim_of:
            first, last = sorted((claim_of[each.a], claim_of[each.b]))
            parting = (each.kind.value, first, last)
            pairs[parting] += 1
            shown[parting] = min(each.id, shown.get(parting, each.id))
    rows = [_row(id_, *parting, pairs[parting]) for parting, id_ in sorted(shown.items())]
    for some in batched(rows, TOGETHER):
        connection.execute(insert(schema.partings), list(some))


def of_claim(rows: Rows, claim: str, limit: int) -> list[Parting]:
    """How a claim parts with others and in itself, those with the most pairs first."""
    p, found = schema.partings, dict[str, Parting]()
    for side in (p.c.first, p.c.last):
        found |= {row.id: _parting(row) for row in rows(select(p).where(side == claim).limit(LOOKED_AT))}
    return sorted(found.values(), key=lambda each: (-each.pairs, each.kind, each.id))[:limit]


def page(
    rows: Rows, kind: ConflictKind | None, wanted: Wanted, after: str | None, limit: int
) -> tuple[list[Parting], str | None, int | None]:
    """So many partings of claims of which one is wanted, where the next page begins, and how many were looked at where
    that did not reach to the end."""
    p, start = schema.partings, read_cursor(after, "pairs")
    query = select(p).where(*([] if kind is None else [p.c.kind == kind.value]))
    judge, looked, found, ended = ClaimJudge(rows, wanted), 0, list[Parting](), False
    if judge.known is not None:
        found = _of_these(rows, query, judge.known)
        rest = [each for each in found if start is None or (_MOST - each.pairs, each.id) > start]
        last = rest[limit - 1] if len(rest) > limit else None
        after = cursor("pairs", (_MOST - last.pairs, last.id)) if last else None
        return rest[:limit], after, HITS if judge.sampled else None
    while len(found) <= limit and looked < LOOKED_AT and not ended:
        beyond = query if start is None else query.where(tuple_(p.c.by_pairs, p.c.id) > start)
        stride = limit + 1 if judge.wants_any else STRIDE
        some = list(rows(beyond.order_by(p.c.by_pairs, p.c.id).limit(stride)))
        looked, ended = looked + len(some), len(some) < stride
        kept = judge.wanted({claim for row in some for claim in (row.first, row.last)})
        found += [_parting(row) for row in some if kept is None or row.first in kept or row.last in kept]
        start = (some[-1].by_pairs, some[-1].id) if some else start
    if len(found) > limit:
        last = found[limit - 1]
        return found[:limit], cursor("pairs", (_MOST - last.pairs, last.id)), None
    return found, None if ended or start is None else cursor("pairs", start), None if ended else looked


def _of_these(rows: Rows, query: Select[Any], claims: Collection[str]) -> list[Parting]:
    """The partings of which one claim is among these, in their order."""
    p, found = schema.partings, dict[str, Parting]()
    for some in batched(sorted(claims), TOGETHER):
        for side in (p.c.first, p.c.last):
            found |= {row.id: _parting(row) for row in rows(query.where(side.in_(some)).limit(LOOKED_AT))}
    return sorted(found.values(), key=lambda each: (-each.pairs, each.id))


def _parting(row: Any) -> Parting:
    return Parting(row.id, row.kind, (row.first, row.last), row.pairs)


def _row(id_: str, kind: str, first: str, last: str, pairs: int) -> dict[str, Any]:
    return {"id": id_, "kind": kind, "first": first, "last": last, "pairs": pairs, "by_pairs": _MOST - pairs}


def _claims_of(connection: Connection, statements: set[str]) -> dict[str, str]:
    m, found = schema.members, dict[str, str]()
    for some in batched(sorted(statements), TOGETHER):
        found |= {row.statement: row.claim for row in connection.execute(select(m).where(m.c.statement.in_(some)))}
    return found
