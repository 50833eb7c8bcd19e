"""Nests: what went into what, level by level, when statements were grouped before."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Merge:
    """A group went into another, named by its least id, at a level from 1."""

    into: str
    level: int


class Nests(Protocol):
    """What merged before: into what a group went, by its least id, and at which level."""

    def merges(self, ids: Collection[str]) -> Mapping[str, Merge]:
        """The merges of the whole claims in which these statements were, by the group that went."""


class Nothing:
    """The nests of a pile that is grouped for the first time."""

    def merges(self, ids: Collection[str]) -> Mapping[str, Merge]:
        return {}


class Past:
    """The groups of those claims that were looked at, as they were at each level."""

    def __init__(self, nests: Nests) -> None:
        self._nests = nests
        self._known: set[str] = set()
        self._merges: dict[str, Merge] = {}
        self._within: dict[str, list[str]] = {}
        self._members: dict[tuple[str, int], tuple[str, ...]] = {}

    def know(self, ids: Collection[str]) -> None:
        """Look at the claims of these statements."""
        fresh = set(ids) - self._known
        if not fresh:
            return
        self._known |= fresh
        for child, merge in self._nests.merges(fresh).items():
            if child not in self._merges:
                self._merges[child] = merge
                self._within.setdefault(merge.into, []).append(child)
                self._known.update((child, merge.into))

    def head(self, each: str, level: int) -> str:
        """The group of a statement at a level, by its least id."""
        while (merge := self._merges.get(each)) is not None and merge.level <= level:
            each = merge.into
        return each

    def members(self, head: str, level: int) -> tuple[str, ...]:
        """The statements of a group at a level, in order."""
        if head not in self._within:
            return (head,)
        found = self._members.get((head, level))
        if found is None:
            found = self._members[head, level] = tuple(sorted(self._gathered(head, level)))
        return found

    def partner(self, head: str, level: int) -> str | None:
        """The group that this one merged with at a level."""
        if self.merged_at(head, level):
            return self._merges[head].into
        return next((child for child in self._within.get(head, ()) if self.merged_at(child, level)), None)

    def merged_at(self, head: str, level: int) -> bool:
        """Whether a group went into another at that level."""
        merge = self._merges.get(head)
        return merge is not None and merge.level == level

    def last(self, head: str) -> int:
        """The highest level at which a group of this statement, from where it gives its name, merged."""
        levels = [self._merges[child].level for child in self._within.get(head, ())]
        merge = self._merges.get(head)
        return max([*levels, self.last(merge.into) if merge is not None else 0])

    def _gathered(self, head: str, level: int) -> Iterator[str]:
        yield head
        for child in self._within.get(head, ()):
            merged = self._merges[child].level
            if merged <= level:
                yield from self._gathered(child, merged - 1)
