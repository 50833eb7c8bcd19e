"""What people decided of the grouping of statements, as the ledger keeps it for linking: bonds and rifts.

bonds   statements that are one claim because somebody merged them; a bond goes by its least statement
rifts    pairs that are not, because somebody split one from the other

Both are functions of the journal and of the statements that are there (`sayso.link.constraints`).
"""

from collections import defaultdict
from collections.abc import Collection, Mapping

from sqlalchemy import Connection, delete, insert, or_, select

from sayso.ledger import schema
from sayso.ledger.filing import TOGETHER, batched
from sayso.link.constraints import Constraints

NOBODY: frozenset[str] = frozenset()


class Bound:
    """The bonds and rifts of a ledger, asked at most once for each statement within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._bonds: dict[str, frozenset[str]] = {}
        self._bars: dict[str, frozenset[str]] = {}
        self._none: bool | None = None

    def has(self, statement: str) -> bool:
        """Whether somebody decided on the grouping of this statement."""
        return bool(self.bonds((statement,)) or self.rifts((statement,)))

    def bonds(self, ids: Collection[str]) -> Mapping[str, frozenset[str]]:
        """For those of these statements that are in a bond, the others in it."""
        self._ask(ids)
        return {each: self._bonds[each] for each in ids if each in self._bonds}

    def rifts(self, ids: Collection[str]) -> Mapping[str, frozenset[str]]:
        """For those of these statements that are kept apart from others, those others."""
        self._ask(ids)
        return {each: found for each in ids if (found := self._bars.get(each, NOBODY))}

    def _ask(self, ids: Collection[str]) -> None:
        if self._none is None:
            self._none = not any(
                self._connection.execute(select(table).limit(1)).first() for table in (schema.bonds, schema.rifts)
            )
        fresh = [] if self._none else [each for each in ids if each not in self._bars]
        b, x = schema.bonds, schema.rifts
        apart = defaultdict[str, set[str]](set)
        for some in batched(sorted(fresh), TOGETHER):
            mine = select(b.c.bond).where(b.c.statement.in_(some))
            mates = defaultdict[str, set[str]](set)
            for row in self._connection.execute(select(b).where(b.c.bond.in_(mine))):
                mates[row.bond].add(row.statement)
            for together in mates.values():
                self._bonds |= {each: frozenset(together - {each}) for each in together}
            for row in self._connection.execute(select(x).where(or_(x.c.a.in_(some), x.c.b.in_(some)))):
                apart[row.a].add(row.b)
                apart[row.b].add(row.a)
        self._bars |= {each: frozenset(apart.get(each, ())) for each in fresh}


def keep(connection: Connection, statements: Collection[str], made: Constraints) -> None:
    """Write the bonds and rifts of these statements anew: they are all whom the constraints are of."""
    b, x = schema.bonds, schema.rifts
    for some in batched(sorted(statements), TOGETHER):
        connection.execute(delete(b).where(b.c.statement.in_(some)))
        connection.execute(delete(x).where(or_(x.c.a.in_(some), x.c.b.in_(some))))
    bonds = [{"statement": each, "bond": min(bond)} for bond in made.bonds for each in sorted(bond)]
    for rows in batched(bonds, TOGETHER):
        connection.execute(insert(b), list(rows))
    for pairs in batched(sorted(made.rifts), TOGETHER):
        connection.execute(insert(x), [{"a": one, "b": other} for one, other in pairs])
