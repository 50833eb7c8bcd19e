"""Constraints: which statements must be grouped together and which must not, by what people decided.

A merge says that statements make one claim, a split that some make another than the rest. The later one holds where two
cannot both: merging {a, b, c} and then splitting a off leaves b and c together.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

Bond = frozenset[str]
"""Statements that must be together."""

Rift = tuple[str, str]
"""Two statements that must not be, the lesser id first."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """One judgement on grouping: these statements are together; or, where there are `others`, apart from those."""

    those: frozenset[str]
    others: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Constraints:
    """Bonds of two statements or more, which share none, and rifts, of which none is within a bond."""

    bonds: tuple[Bond, ...] = ()
    rifts: frozenset[Rift] = frozenset()


FREE = Constraints()


def constraints(rulings: Iterable[Ruling], there: Collection[str]) -> Constraints:
    """What all rulings, the earliest first, come to for the statements that are there."""
    known, resolving = set(there), _Resolving()
    for ruling in reversed(tuple(rulings)):
        those, others = sorted(ruling.those & known), sorted(ruling.others & known)
        if ruling.others:
            resolving.part(those, others)
        else:
            resolving.join(those)
    return resolving.outcome()


@dataclass(slots=True)
class _Resolving:
    """Rulings from the latest to the earliest: what would undo a later one is left out."""

    _bond: dict[str, set[str]] = field(default_factory=dict)
    _barred: dict[str, set[str]] = field(default_factory=dict)

    def join(self, those: Sequence[str]) -> None:
        """Bring statements together, in the order of their ids, each with the first of the others that it may."""
        made: list[set[str]] = []
        for each in those:
            mine = self._bond.setdefault(each, {each})
            if any(mine is other for other in made):
                continue
            into = next((other for other in made if not self._apart(mine, other)), None)
            if into is None:
                made.append(mine)
                continue
            into |= mine
            for one in mine:
                self._bond[one] = into

    def part(self, those: Sequence[str], others: Sequence[str]) -> None:
        """Keep statements apart that are not together by a later ruling."""
        for a, b in product(those, others):
            if a != b and self._bond.get(a, {a}) is not self._bond.get(b):
                self._barred.setdefault(a, set()).add(b)
                self._barred.setdefault(b, set()).add(a)

    def outcome(self) -> Constraints:
        bonds = {min(bond): frozenset(bond) for bond in self._bond.values() if len(bond) > 1}
        rifts = {(a, b) for a, others in self._barred.items() for b in others if a < b}
        return Constraints(tuple(bonds[first] for first in sorted(bonds)), frozenset(rifts))

    def _apart(self, one: set[str], other: set[str]) -> bool:
        return any(not self._barred.get(each, set()).isdisjoint(other) for each in one)


def barred(found: Constraints) -> Mapping[str, frozenset[str]]:
    """For each statement those from which it is kept apart."""
    made: dict[str, set[str]] = {}
    for a, b in found.rifts:
        made.setdefault(a, set()).add(b)
        made.setdefault(b, set()).add(a)
    return {each: frozenset(others) for each, others in made.items()}
