"""Groups: statements filed together, from pairs that were found alike and pairs that were not.

Average linkage by reciprocal nearest neighbours (Murtagh 1983), a level at a time: at each level every group looks for
its likest neighbour, the one with the highest mean score of the pairs between them, and two that name each other become
one, while that mean is above nought. A group does not chain: "A is like B, B is like C" is not enough where A and C
part. A pair with a veto keeps two groups apart. What people have merged is one group before anything else is, and
what they have split is never one (`sayso.link.constraints`).

The groups are a function of the set of statements. What merged at which level is kept (`Nests`), so that a statement
that comes or goes costs what it changes: `regrouped` goes up the levels with the groups that are not what they were,
and asks those beside them; where a group comes out as it was, nothing above it is asked again.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from sayso.link.constraints import FREE, Constraints, barred
from sayso.link.means import BOND, UNJUDGED, Group, Means, Pair, Ties, witnesses
from sayso.link.nests import Merge, Nests, Nothing, Past

LEVELS = 40
"""Levels at most. Thirty thousand statements of real news end at twelve; four hundred that are all alike at 22."""


@dataclass(frozen=True, slots=True)
class Regrouped:
    """What became of the groups: those that are not what they were, and the merges that are no more or are new.

    `stirred` are all statements of groups that are no more; those of them that did not go are in `groups`.
    """

    groups: tuple[Group, ...]
    stirred: frozenset[str]
    ended: frozenset[str]
    made: Mapping[str, Merge]


def groups(ids: Iterable[str], scores: Mapping[Pair, float], constraints: Constraints = FREE) -> tuple[Group, ...]:
    """The groups among the ids, each sorted, by their first ids; pairs with other ids are left out."""
    every = set(ids)
    judged: dict[Pair, float] = {}
    for (a, b), value in scores.items():
        if a != b and a in every and b in every:
            pair = (min(a, b), max(a, b))
            judged[pair] = min(value, judged.get(pair, value))
    return regrouped(Judged(judged, constraints), Nothing(), every, ()).groups


class Judged:
    """The ties of a pile whose pairs were all judged, but for those on which people have decided."""

    def __init__(self, scores: Mapping[Pair, float], constraints: Constraints = FREE) -> None:
        bonded = {(a, b): BOND for bond in constraints.bonds for a in bond for b in bond if a < b}
        self._scores = scores = {**scores, **bonded}
        self._barred = barred(constraints)
        self._near: dict[str, dict[str, float]] = {}
        for (a, b), value in scores.items():
            if value > 0:
                self._near.setdefault(a, {})[b] = value
                self._near.setdefault(b, {})[a] = value

    def near(self, ids: Collection[str]) -> Mapping[str, Mapping[str, float]]:
        return {each: self._near.get(each, {}) for each in ids}

    def scores(self, pairs: Collection[Pair]) -> Mapping[Pair, float]:
        return {pair: self._scores.get(pair, UNJUDGED) for pair in pairs}

    def barred(self, ids: Collection[str]) -> Mapping[str, Collection[str]]:
        return {each: self._barred[each] for each in ids if each in self._barred}


def regrouped(ties: Ties, nests: Nests, come: Collection[str], gone: Collection[str]) -> Regrouped:
    """The groups after some statements have come and others gone, whose ties are still told."""
    run = _Run(ties, nests, come, gone)
    while run.level < LEVELS and run.rise():
        pass
    return run.outcome()


class _Run:
    """One going up the levels. `_changed` are the groups at `level` that are not what they were, by their names."""

    def __init__(self, ties: Ties, nests: Nests, come: Collection[str], gone: Collection[str]) -> None:
        self.level = 0
        self._means, self._past = Means(ties), Past(nests)
        self._come, self._gone = frozenset(come), frozenset(gone)
        self._past.know(self._come | self._gone)
        self._become({each: (each,) for each in self._come})
        self._ended: set[str] = set()
        self._made: dict[str, Merge] = {}
        self._likests: dict[str, tuple[str | None, Group, dict[str, Group]]] = {}

    def outcome(self) -> Regrouped:
        """What changed, once there is nothing more to do above."""
        before = {self._past.head(each, LEVELS) for each in (self._head.keys() - self._come) | self._gone}
        stirred = frozenset(each for head in before for each in self._past.members(head, LEVELS))
        ended = frozenset(self._ended - self._made.keys())
        return Regrouped(tuple(sorted(self._changed.values())), stirred, ended, self._made)

    def rise(self) -> bool:
        """Go up one level; whether there is anything to do above."""
        beside = self._beside()
        stirred = self._stirred(beside)
        joined = {each: other for each in stirred if (other := self._partner(each)) is not None}
        goes_on = bool(joined) or self._merged_above(beside | stirred)
        self._merge(stirred, joined)
        return goes_on and bool(self._changed or self._gone)

    def _stirred(self, beside: Collection[str]) -> set[str]:
        """The groups that are changed, and those that merge otherwise than before, with whom they leave and join."""
        found = set(self._changed)
        waiting = [each for each in beside if each not in found]
        seen = set(waiting)
        while waiting:
            each = waiting.pop()
            was, now = self._past.partner(each, self.level + 1), self._partner(each)
            if was == now and now not in self._changed:
                continue
            found.add(each)
            others = {other for other in (was, now) if other is not None} - seen - self._head.keys() - self._gone
            seen |= others
            waiting += others
        return found

    def _merge(self, stirred: Collection[str], joined: Mapping[str, str]) -> None:
        groups = {each: self._group(each) for each in stirred}
        self.level += 1
        self._ended |= {each for each in {*self._head, *self._gone, *stirred} if self._past.merged_at(each, self.level)}
        found: dict[str, Group] = {}
        for each, group in groups.items():
            other = joined.get(each)
            if other is None:
                found[each] = group
            elif each < other:
                found[each] = tuple(sorted(group + groups[other]))
                self._made[other] = Merge(each, self.level)
        self._become({head: group for head, group in found.items() if not self._is_as_before(head, group)})

    def _is_as_before(self, head: str, group: Group) -> bool:
        if not self._come.isdisjoint(group):
            return False
        return self._past.head(head, self.level) == head and self._past.members(head, self.level) == group

    def _become(self, changed: dict[str, Group]) -> None:
        self._changed = changed
        self._head = {each: head for head, group in changed.items() for each in group}

    def _beside(self) -> set[str]:
        """The groups that are changed, and those with a tie to one, as it is or as it was."""
        before = {self._past.head(each, self.level) for each in (self._head.keys() - self._come) | self._gone}
        former = [self._past.members(head, self.level) for head in before]
        return {self._of(each) for each in self._near([*self._changed.values(), *former])} | self._changed.keys()

    def _near(self, groups: Collection[Group]) -> set[str]:
        """The statements that are alike to a witness of these groups, with their claims looked at."""
        near = self._means.beside(groups) - self._gone
        self._past.know(near)
        return near

    def _of(self, each: str) -> str:
        return self._head.get(each) or self._past.head(each, self.level)

    def _group(self, head: str) -> Group:
        return self._changed.get(head) or self._past.members(head, self.level)

    def _partner(self, head: str) -> str | None:
        """The group that this one merges with: each is the other's likest."""
        other = self._likest(head)
        return other if other is not None and self._likest(other) == head else None

    def _likest(self, head: str) -> str | None:
        group = self._group(head)
        known = self._likests.get(head)
        if known is not None and known[1] == group and self._are(known[2]):
            return known[0]
        beside = {other: self._group(other) for other in self._neighbours(head, group)}
        means = zip(beside, self._means.between(group, list(beside.values())), strict=True)
        best = max(((mean, _lot(head, other), other) for other, mean in means if mean is not None), default=None)
        found = best[2] if best is not None else None
        self._likests[head] = found, group, beside
        return found

    def _are(self, groups: Mapping[str, Group]) -> bool:
        """Whether these are groups still."""
        return all(self._of(head) == head and self._group(head) == group for head, group in groups.items())

    def _neighbours(self, head: str, group: Group) -> list[str]:
        """The groups of which a witness is alike to a witness of this one."""
        met: dict[str, set[str]] = {}
        for each in self._near([group]):
            met.setdefault(self._of(each), set()).add(each)
        met.pop(head, None)
        return [other for other, near in met.items() if not near.isdisjoint(witnesses(self._group(other)))]

    def _merged_above(self, heads: Collection[str]) -> bool:
        """Whether a group here, or beside one here, merged above this level before."""
        groups = [self._group(head) for head in heads]
        ids = {each for group in groups for each in witnesses(group)} | self._near(groups)
        return any(self._past.last(each) > self.level for each in {*ids, *self._head, *self._gone})


def _lot(a: str, b: str) -> bytes:
    """Which of two pairs with one mean goes first: anyhow, but always the same."""
    return blake2b(f"{min(a, b)} {max(a, b)}".encode(), digest_size=8).digest()
