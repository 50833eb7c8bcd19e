"""Partings: two claims and one way in which they part, however many pairs of their statements do.

"31 settlements are held" and "about 12 settlements are held" part in figures, in forty pairs of articles: one parting,
of which one pair is shown. A claim whose own statements part is on both sides of it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, insert, select

from sayso.ledger import schema
from sayso.ledger.filing import TOGETHER, batched
from sayso.model.claim import Conflict

_MOST = (1 << 24) - 1


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


def _row(id_: str, kind: str, first: str, last: str, pairs: int) -> dict[str, Any]:
    return {"id": id_, "kind": kind, "first": first, "last": last, "pairs": pairs, "by_pairs": _MOST - pairs}


def _claims_of(connection: Connection, statements: set[str]) -> dict[str, str]:
    m, found = schema.members, dict[str, str]()
    for some in batched(sorted(statements), TOGETHER):
        found |= {row.statement: row.claim for row in connection.execute(select(m).where(m.c.statement.in_(some)))}
    return found
