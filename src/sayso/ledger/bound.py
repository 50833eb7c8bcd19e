"""What people decided of the grouping of statements, as the ledger keeps it for linking: bonds and rifts.

bonds   statements that are one claim because somebody merged them; a bond goes by its least statement
camps   statements that are kept apart from the same others; a camp goes by its least statement
rifts   pairs of camps that are apart, because somebody split one from the other

All are functions of the journal and of the statements that are there (`sayso.link.constraints`). Those of one bond, and
of one camp, share one set of statements, so that asking for each costs what they are and not their pairs.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

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
        """For those of these statements that are in a bond, all that are in it."""
        self._ask(ids)
        return {each: found for each in ids if (found := self._bonds[each])}

    def rifts(self, ids: Collection[str]) -> Mapping[str, frozenset[str]]:
        """For those of these statements that are kept apart from others, those others."""
        self._ask(ids)
        return {each: found for each in ids if (found := self._bars[each])}

    def _ask(self, ids: Collection[str]) -> None:
        if self._none is None:
            tables = (schema.bonds, schema.camps)
            self._none = not any(self._connection.execute(select(table).limit(1)).first() for table in tables)
        for known, ask in ((self._bonds, self._ask_bonds), (self._bars, self._ask_bars)):
            fresh = sorted(each for each in ids if each not in known)
            known |= dict.fromkeys(fresh, NOBODY)
            for some in batched([] if self._none else fresh, TOGETHER):
                ask(some)

    def _ask_bonds(self, ids: Sequence[str]) -> None:
        b = schema.bonds
        for together in self._grouped(b, b.c.bond, select(b.c.bond).where(b.c.statement.in_(ids))).values():
            self._bonds |= dict.fromkeys(together, together)

    def _ask_bars(self, ids: Sequence[str]) -> None:
        c, x = schema.camps, schema.rifts
        mine = self._grouped(c, c.c.camp, select(c.c.camp).where(c.c.statement.in_(ids)))
        rivals = defaultdict[str, set[str]](set)
        for some in batched(sorted(mine), TOGETHER):
            for row in self._connection.execute(select(x).where(or_(x.c.a.in_(some), x.c.b.in_(some)))):
                rivals[row.a].add(row.b)
                rivals[row.b].add(row.a)
        others = {each for camp in mine for each in rivals[camp]} - mine.keys()
        known = {**mine}
        for some in batched(sorted(others), TOGETHER):
            known |= self._grouped(c, c.c.camp, some)
        for camp, members in mine.items():
            barred = NOBODY.union(*(known.get(each, NOBODY) for each in rivals[camp]))
            self._bars |= dict.fromkeys(members, barred)

    def _grouped(self, table: Any, name: Any, names: Any) -> dict[str, frozenset[str]]:
        """All statements of these bonds or camps, by their names."""
        found = defaultdict[str, set[str]](set)
        for statement, group in self._connection.execute(select(table.c.statement, name).where(name.in_(names))):
            found[group].add(statement)
        return {group: frozenset(statements) for group, statements in found.items()}


class Same:
    """One set for equal ones, however many statements have it: comparing two then costs nothing."""

    def __init__(self, known: Iterable[frozenset[str]]) -> None:
        self._sets = {each: each for each in known}
        self._met: dict[int, tuple[frozenset[str], frozenset[str]]] = {}

    def __call__(self, found: frozenset[str]) -> frozenset[str]:
        if id(found) not in self._met:
            self._met[id(found)] = found, self._sets.setdefault(found, found)
        return self._met[id(found)][1]


def keep(connection: Connection, statements: Collection[str], made: Constraints) -> None:
    """Write the bonds and rifts of these statements anew: they are all whom the constraints are of."""
    b, c, x = schema.bonds, schema.camps, schema.rifts
    for some in batched(sorted(statements), TOGETHER):
        connection.execute(delete(b).where(b.c.statement.in_(some)))
        connection.execute(delete(c).where(c.c.statement.in_(some)))
        connection.execute(delete(x).where(or_(x.c.a.in_(some), x.c.b.in_(some))))
    camps = {camp: min(camp) for rift in made.rifts for camp in rift}
    bonds = [(bond, min(bond)) for bond in made.bonds]
    written: tuple[tuple[Any, list[dict[str, str]]], ...] = (
        (b, [{"statement": each, "bond": name} for bond, name in bonds for each in sorted(bond)]),
        (c, [{"statement": each, "camp": name} for camp, name in camps.items() for each in sorted(camp)]),
        (x, sorted(({"a": camps[one], "b": camps[other]} for one, other in made.rifts), key=lambda row: row["a"])),
    )
    for table, rows in written:
        for together in batched(rows, TOGETHER):
            connection.execute(insert(table), list(together))
