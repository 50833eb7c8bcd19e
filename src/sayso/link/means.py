"""Means: how alike two groups of statements are, by the pairs between them."""

from collections.abc import Collection, Mapping, Sequence
from itertools import product
from typing import Protocol

UNJUDGED = -1.5
"""The score of a pair that was not judged: such pairs share no key, and of those hardly one in a thousand is one
claim."""

VETO = -14.0
"""A score no sum of fitted weights reaches: only a veto does (`sayso.link.same.VETOES`)."""

BOND = 1000.0
"""The score of a pair that people have merged: no sum of fitted weights comes near, so that bonds are made first."""

WITNESSES = 12
"""Statements of a group that are asked at most, those with the least ids, which are hashes: as good as drawn by lot."""

CROWD = 0.05
"""What the mean must be more for each statement beyond two that the group would have: of many statements on one topic
each is somewhat alike to each, and what a desk files together are mostly two or three. Tried from nought to 0.3 on
piles left out of the fit: 0.05 scores better than none at every shift of the bias from 1.6 to 2.2 (mean F1 at 1.8 is
0.490 and 0.464 for 0.484 and 0.447, gold statements and as read), up to 0.15 at most of them; 0.3 is too much. Test
again with `python -m evals.fit_same --quick`."""

CROWDED = 8
"""Statements beyond two from which on it grows no more: forty reports of one strike are one claim."""

Group = tuple[str, ...]
"""Statements in the order of their ids; a group goes by the first."""

Pair = tuple[str, str]


class Ties(Protocol):
    """What is known of pairs of statements."""

    def near(self, ids: Collection[str]) -> Mapping[str, Mapping[str, float]]:
        """For each statement those that are alike, with their scores, all above nought."""

    def scores(self, pairs: Collection[Pair]) -> Mapping[Pair, float]:
        """The score of each pair, the lesser id first, alike or not."""

    def barred(self, ids: Collection[str]) -> Mapping[str, Collection[str]]:
        """For those of these statements that people keep apart from others, those others."""


def witnesses(group: Group) -> Group:
    """The statements that speak for a group."""
    return group[:WITNESSES]


class Means:
    """The ties that were asked for, and the means that were made of them."""

    def __init__(self, ties: Ties) -> None:
        self._ties = ties
        self._near: dict[str, Mapping[str, float]] = {}
        self._means: dict[tuple[str, int, str, int], float | None] = {}
        self._bars: dict[str, Collection[str]] = {}

    def near(self, ids: Collection[str]) -> Mapping[str, Mapping[str, float]]:
        """For each of these statements, those that are alike."""
        fresh = [each for each in ids if each not in self._near]
        if fresh:
            self._near |= self._ties.near(fresh)
        return {each: self._near[each] for each in ids}

    def beside(self, groups: Collection[Group]) -> set[str]:
        """The statements that are alike to a witness of these groups."""
        asked = {each for group in groups for each in witnesses(group)}
        return {other for ties in self.near(asked).values() for other in ties}

    def between(self, one: Group, others: Sequence[Group]) -> list[float | None]:
        """The mean score of the pairs between a group and each of others, less what a crowd must be more alike
        (`CROWD`); None where that is not above nought.

        A veto between two keeps them apart, and so do people who split any of them off, asked or not. The mean is
        rounded, so that no order of adding shows in it.
        """
        keys = [_key(one, other) for other in others]
        wanted = {
            key: [(min(pair), max(pair)) for pair in product(witnesses(one), witnesses(other))]
            for key, other in zip(keys, others, strict=True)
            if key not in self._means
        }
        unknown = {pair for pairs in wanted.values() for pair in pairs if self._alike(pair) is None}
        scores = self._ties.scores(unknown) if unknown else {}
        for key, pairs in wanted.items():
            values = sorted(scores[pair] if (alike := self._alike(pair)) is None else alike for pair in pairs)
            crowd = min(key[1] + key[3] - 2, CROWDED)
            mean = round(sum(values) / len(values) - CROWD * crowd, 6)
            self._means[key] = mean if values[0] > VETO and mean > 0 else None
        apart = self._apart(one, others)
        return [None if is_apart else self._means[key] for key, is_apart in zip(keys, apart, strict=True)]

    def _apart(self, one: Group, others: Sequence[Group]) -> list[bool]:
        fresh = [each for each in one if each not in self._bars]
        if fresh:
            found = self._ties.barred(fresh)
            self._bars |= {each: found.get(each, ()) for each in fresh}
        barred = {other for each in one for other in self._bars[each]}
        return [bool(barred) and not barred.isdisjoint(other) for other in others]

    def _alike(self, pair: Pair) -> float | None:
        a, b = pair
        mine = self._near.get(a)
        return mine.get(b) if mine is not None else self._near.get(b, {}).get(a)


def _key(one: Group, other: Group) -> tuple[str, int, str, int]:
    """Two groups by their first ids and their sizes: going up the levels, a group of one name only grows."""
    one, other = min(one, other), max(one, other)
    return one[0], len(one), other[0], len(other)
