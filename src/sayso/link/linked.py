"""Linked: a whole pile filed in memory, as the ledger does it article by article.

Keys find the pairs to judge, likeness judges them, groups files them. The groups are a function of the set of
statements.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.link.blocks import keys
from sayso.link.features import Features, features
from sayso.link.groups import groups
from sayso.link.same import score
from sayso.model.filed import Filed


@dataclass(frozen=True, slots=True)
class Linked:
    """Groups of statement ids, those of one alone among them, and the scores of the pairs of one component."""

    claims: tuple[tuple[str, ...], ...]
    edges: dict[tuple[str, str], float]


def linked(filed: Sequence[Filed]) -> Linked:
    """The claims of a pile. Only alike pairs are kept in memory, and those of their components."""
    told = {each.statement.id: features(each) for each in filed}
    heads = {each: each for each in told}
    for a, b in meeting(told.values()):
        if score(told[a], told[b]) > 0:
            x, y = _head(heads, a), _head(heads, b)
            heads[max(x, y)] = min(x, y)
    components: dict[str, list[Features]] = defaultdict(list)
    for each, known in told.items():
        components[_head(heads, each)].append(known)
    claims: list[tuple[str, ...]] = []
    edges: dict[tuple[str, str], float] = {}
    for component in components.values():
        judged = {(a, b): score(told[a], told[b]) for a, b in candidates(component)} if len(component) > 1 else {}
        claims += groups((each.id for each in component), judged)
        edges |= judged
    return Linked(tuple(sorted(claims)), edges)


def candidates(told: Iterable[Features]) -> list[tuple[str, str]]:
    """The pairs of ids that share a key, in order."""
    return sorted(meeting(told))


def meeting(told: Iterable[Features]) -> Iterator[tuple[str, str]]:
    """The pairs of ids that share a key, the lesser first, each once."""
    by_key: dict[int, list[str]] = defaultdict(list)
    for each in sorted(told, key=lambda one: one.id):
        met = {other for key in keys(each) for other in by_key[key]}
        yield from ((other, each.id) for other in met)
        for key in keys(each):
            by_key[key].append(each.id)


def _head(heads: dict[str, str], each: str) -> str:
    while heads[each] != each:
        heads[each] = heads[heads[each]]
        each = heads[each]
    return each
