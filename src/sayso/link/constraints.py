"""Constraints: which statements must be grouped together and which must not, by what people decided.

A merge says that statements make one claim, a split that some make another than the rest. The later one holds where two
cannot both: merging {a, b, c} and then splitting a off leaves b and c together. Statements that the same rulings are on
are treated as one, so that splitting a claim of five hundred copies costs what they are, and not what their pairs are.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

Bond = frozenset[str]
"""Statements that must be together."""

Camp = frozenset[str]
"""Statements that must not be with the same others."""

Rift = tuple[Camp, Camp]
"""Two camps of which no two statements may be together, the one with the least id first."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """One judgement on grouping: these statements are together; or, where there are `others`, apart from those."""

    those: frozenset[str]
    others: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Constraints:
    """Bonds of two statements or more, which share none, and rifts, of which none is within a bond.

    A statement is in one bond and in one camp at most.
    """

    bonds: tuple[Bond, ...] = ()
    rifts: frozenset[Rift] = frozenset()


FREE = Constraints()


def constraints(rulings: Iterable[Ruling], there: Collection[str]) -> Constraints:
    """What all rulings, the earliest first, come to for the statements that are there."""
    known, told = set(there), tuple(rulings)
    parts = [(ruling.those & known, ruling.others & known, bool(ruling.others)) for ruling in told]
    named = _named(parts)
    resolving = _Resolving()
    for those, others, splits in reversed(parts):
        mine, rest = sorted({named[each] for each in those}), sorted({named[each] for each in others})
        if splits:
            resolving.part(mine, rest)
        else:
            resolving.join(mine)
    return resolving.outcome(named)


def _named(parts: Sequence[tuple[Collection[str], Collection[str], bool]]) -> Mapping[str, str]:
    """Each statement with the least of those that the same rulings are on, in the same part of each."""
    on = defaultdict[str, list[int]](list)
    for number, (those, others, _) in enumerate(parts):
        for each in those:
            on[each].append(2 * number)
        for each in others:
            on[each].append(2 * number + 1)
    least: dict[tuple[int, ...], str] = {}
    for each, ruled in on.items():
        key = tuple(ruled)
        least[key] = min(each, least.get(key, each))
    return {each: least[tuple(ruled)] for each, ruled in on.items()}


@dataclass(slots=True)
class _Resolving:
    """Rulings from the latest to the earliest: what would undo a later one is left out.

    Of statements that the same rulings are on, only the least is known here.
    """

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

    def outcome(self, named: Mapping[str, str]) -> Constraints:
        """What it comes to, for all statements that go by the least of each."""
        whole = defaultdict[str, set[str]](set)
        for each, least in named.items():
            whole[least].add(each)
        joined = {min(bond): bond for bond in self._bond.values()}
        bonds = [frozenset[str]().union(*(whole[each] for each in joined[first])) for first in sorted(joined)]
        alike = defaultdict[frozenset[str], set[str]](set)
        for each, others in self._barred.items():
            alike[frozenset(others)] |= {each}
        camp_of = dict[str, Camp]()
        for camp in alike.values():
            camp_of |= dict.fromkeys(camp, frozenset[str]().union(*(whole[each] for each in camp)))
        pairs = {(camp_of[a], camp_of[b]) for a, others in self._barred.items() for b in others}
        rifts = frozenset((one, other) for one, other in pairs if min(one) < min(other))
        return Constraints(tuple(sorted((bond for bond in bonds if len(bond) > 1), key=min)), rifts)

    def _apart(self, one: set[str], other: set[str]) -> bool:
        return any(not self._barred.get(each, set()).isdisjoint(other) for each in one)


def barred(found: Constraints) -> Mapping[str, frozenset[str]]:
    """For each statement those from which it is kept apart."""
    rivals = defaultdict[Camp, set[str]](set)
    for one, other in found.rifts:
        rivals[one] |= other
        rivals[other] |= one
    made: dict[str, frozenset[str]] = {}
    for camp, others in rivals.items():
        made |= dict.fromkeys(camp, frozenset(others))
    return made
