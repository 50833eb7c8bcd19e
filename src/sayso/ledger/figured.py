"""Figured: statements with figures, of one measure, place or words, out of so many claims as one page takes.

"17 soldiers" that Varnia names is of the market of Belomir by a conflict with the figures of others, so that claims
which part in figures with those found are looked at too.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import exists, or_, select

from sayso.ledger import schema
from sayso.ledger.briefs import Order
from sayso.ledger.browse import claim_page
from sayso.ledger.filing import TOGETHER, batched
from sayso.ledger.wanted import Rows, Wanted
from sayso.model.claim import ConflictKind

CLAIMS = 80
"""Claims whose figures one page shows."""
STATEMENTS = 300


@dataclass(frozen=True, slots=True)
class FiguredIds:
    """Statements with figures, and whether there are more than these."""

    statements: tuple[str, ...]
    more: bool


def figured_ids(rows: Rows, wanted: Wanted) -> FiguredIds:
    """The statements with figures of the claims wanted, the newest claims first."""
    page = claim_page(rows, replace(wanted, figured=True), Order.NEWEST, limit=CLAIMS)
    claims = [each.id for each in page.briefs]
    claims += _parting(rows, claims) if wanted.place is not None else []
    m, f, found = schema.members, schema.figures, list[str]()
    for some in batched(claims, TOGETHER):
        has = exists().where(f.c.statement == m.c.statement)
        query = select(m.c.statement).where(m.c.claim.in_(some), has).limit(STATEMENTS + 1 - len(found))
        found += [row.statement for row in rows(query)]
    return FiguredIds(tuple(found[:STATEMENTS]), page.after is not None or len(found) > STATEMENTS)


def _parting(rows: Rows, claims: Sequence[str]) -> list[str]:
    """The claims that part in figures with one of these."""
    p, found = schema.partings, set[str]()
    for some in batched(claims, TOGETHER):
        query = select(p.c.first, p.c.last).where(
            p.c.kind == ConflictKind.FIGURE.value, or_(p.c.first.in_(some), p.c.last.in_(some))
        )
        found.update(claim for row in rows(query.limit(CLAIMS)) for claim in row)
    return sorted(found - set(claims))
