"""Linked: a whole pile filed in memory, as the ledger does it article by article.

Keys find the pairs to judge, likeness judges them, groups files them. The groups are a function of the set of
statements.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.link.blocks import keys
from sayso.link.features import Features, features
from sayso.link.groups import regrouped
from sayso.link.means import UNJUDGED
from sayso.link.meeting import meeting
from sayso.link.nests import Nothing
from sayso.link.prints import by_print, joined, spoken
from sayso.link.same import score
from sayso.model.filed import Filed


@dataclass(frozen=True, slots=True)
class Linked:
    """Groups of statement ids, those of one alone among them, and how many pairs were judged to find them."""

    claims: tuple[tuple[str, ...], ...]
    judged: int


def linked(filed: Sequence[Filed]) -> Linked:
    """The claims of a pile. Of the pairs only those that are alike are kept in memory."""
    told = {each.statement.id: features(each) for each in filed}
    speaking = spoken(by_print(told.values()))
    ties = Judging([each for each in filed if each.statement.id in speaking], told)
    made = regrouped(ties, Nothing(), set(speaking), ())
    return Linked(tuple(sorted(joined(made.groups, speaking))), ties.judged)


class Judging:
    """The ties of a pile: pairs that meet are judged once, those of two groups when grouping asks for them."""

    def __init__(self, filed: Iterable[Filed], told: Mapping[str, Features]) -> None:
        own = {each.statement.id: each for each in filed}
        self._told = told
        self._keys = {each: keys(told[each]) for each in own}
        self._near: dict[str, dict[str, float]] = defaultdict(dict)
        self.judged = 0
        for a, b in meeting({each: own[each].meaning for each in own}, self._keys):
            self.judged += 1
            value = score(self._told[a], self._told[b])
            if value > 0:
                self._near[a][b] = self._near[b][a] = value

    def near(self, ids: Collection[str]) -> Mapping[str, Mapping[str, float]]:
        return {each: self._near.get(each, {}) for each in ids}

    def scores(self, pairs: Collection[tuple[str, str]]) -> Mapping[tuple[str, str], float]:
        told, held = self._told, self._keys
        return {(a, b): score(told[a], told[b]) if held[a].meet(held[b]) else UNJUDGED for a, b in pairs}

    def barred(self, ids: Collection[str]) -> Mapping[str, Collection[str]]:
        return {}


def candidates(filed: Iterable[Filed]) -> list[tuple[str, str]]:
    """The pairs of ids that are judged, in order."""
    own = {each.statement.id: each for each in filed}
    held = {each: keys(features(own[each])) for each in own}
    return sorted(meeting({each: own[each].meaning for each in own}, held))
