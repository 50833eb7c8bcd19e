"""Shifts: what is to be added to sums that are kept, gathered first, so that a row is read and written once.

An article that comes takes two claims apart and writes them anew with one statement more: most of what is taken from a
sum is added again, and of what comes to nought nothing is written.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from operator import eq
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, bindparam, delete, insert, or_, select, update

from sayso.ledger.filing import TOGETHER, batched

Key = tuple[Any, ...]
Row = dict[str, Any]


class Shifts:
    """What is to be added to the sums of one table, by the key of their rows.

    `sums` are columns of numbers, `counts` of numbers by name; a row of which all sums are nought is no row. Where the
    table has a `lead`, it is the first sum's negative. `fresh` gives the other columns of a row that comes.
    """

    def __init__(
        self,
        table: Table,
        sums: Sequence[str],
        counts: Sequence[str] = (),
        fresh: Callable[[Key], Row] = lambda key: {},
    ) -> None:
        self._table, self._sums, self._counts, self._fresh = table, sums, counts, fresh
        self._keys = [column.name for column in table.primary_key.columns]
        self._more: dict[Key, tuple[Counter[str], dict[str, Counter[str]]]] = {}

    def add(self, key: Key, counts: Mapping[str, Collection[str]] | None = None, sign: int = 1, **sums: int) -> None:
        """Add to the sums of a row, and one for each of the names; `sign` -1 takes them away."""
        more, by_name = self._more.setdefault(key, (Counter(), {}))
        for name, number in sums.items():
            more[name] += sign * number
        for name, each in (counts or {}).items():
            kept = by_name.setdefault(name, Counter())
            for one in each:
                kept[one] += sign

    def touched(self) -> list[Key]:
        """The rows to whose sums something may be added."""
        return sorted(self._more)

    def write(self, connection: Connection) -> None:
        """Write what has changed, and forget it."""
        more = {key: each for key, each in self._more.items() if _is_more(*each)}
        self._more = {}
        before = {tuple(row[name] for name in self._keys): row for row in self._rows(connection, more)}
        come, gone, changed = list[Row](), list[Row](), list[Row]()
        for key in sorted(more):
            row, (sums, counts) = before.get(key), more[key]
            now: Row = {name: (row[name] if row else 0) + sums[name] for name in self._sums}
            named = dict(zip(self._keys, key, strict=True))
            if not any(now.values()):
                gone.append(named)
                continue
            if "lead" in self._table.c:
                now["lead"] = -now[self._sums[0]]
            for name in self._counts:
                now[name] = _summed(row[name] if row else {}, counts.get(name, Counter()))
            if row is None:
                come.append(self._fresh(key) | named | now)
            else:
                changed.append(named | now)
        self._change(connection, come, gone, changed)

    def _change(self, connection: Connection, come: list[Row], gone: list[Row], changed: list[Row]) -> None:
        mine = and_(*(self._table.c[name] == bindparam(f"_{name}") for name in self._keys))
        if gone:
            connection.execute(delete(self._table).where(mine), [self._asked(row) for row in gone])
        for some in batched(come, TOGETHER):
            connection.execute(insert(self._table), list(some))
        if changed:
            values: dict[str, Any] = {name: bindparam(name) for name in changed[0] if name not in self._keys}
            connection.execute(update(self._table).where(mine).values(values), [self._asked(row) for row in changed])

    def _asked(self, row: Row) -> Row:
        return {f"_{name}" if name in self._keys else name: value for name, value in row.items()}

    def _rows(self, connection: Connection, keys: Collection[Key]) -> Iterator[Row]:
        columns = [self._table.c[name] for name in self._keys]
        asked: list[ColumnElement[bool]]
        if len(columns) == 1:
            asked = [columns[0].in_([key[0] for key in some]) for some in batched(sorted(keys), TOGETHER)]
        else:  # one by one: of a list of pairs SQLite looks at every row there is
            pairs = batched(sorted(keys), TOGETHER // 10)
            asked = [or_(*(and_(*map(eq, columns, key)) for key in some)) for some in pairs]
        for mine in asked:
            for row in connection.execute(select(self._table).where(mine)):
                yield dict(row._mapping)


def _is_more(sums: Counter[str], counts: Mapping[str, Counter[str]]) -> bool:
    return any(sums.values()) or any(any(each.values()) for each in counts.values())


def _summed(before: Mapping[str, int], more: Counter[str]) -> dict[str, int]:
    found = Counter(before)
    found.update(more)
    return {name: number for name, number in found.items() if number}
