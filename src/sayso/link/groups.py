"""Groups: statements filed together, from pairs that were found alike and pairs that were not.

Average linkage: two groups become one while the mean score of the pairs between them is above nought, the highest mean
first, ties by the lesser ids. A group does not chain: "A is like B, B is like C" is not enough where A and C part. A
pair that was never judged, because no key brought it together, counts as `UNJUDGED`; a pair with a veto keeps two
groups apart.

The same ids and edges give the same groups in any order. Near-linear in the edges where components are small.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping

UNJUDGED = -1.5
"""The score of a pair that was not judged: such pairs share no key, and of those hardly one in a thousand is one
claim."""

VETO = -14.0
"""A score no sum of fitted weights reaches: only a veto does (`sayso.link.same.VETOES`)."""

Edges = Mapping[tuple[str, str], float]


def groups(ids: Iterable[str], edges: Edges) -> tuple[tuple[str, ...], ...]:
    """The groups among the ids, each sorted, by their first ids; edges to other ids are left out."""
    order = sorted(set(ids))
    number = {each: at for at, each in enumerate(order)}
    between: dict[int, dict[int, tuple[float, int, bool]]] = defaultdict(dict)
    for (a, b), value in sorted(edges.items()):
        if a == b or a not in number or b not in number:
            continue
        x, y = number[a], number[b]
        if y in between[x]:
            value = min(value, between[x][y][0])
        between[x][y] = between[y][x] = (value, 1, value <= VETO)
    members = {at: [each] for at, each in enumerate(order)}
    _merge(members, between)
    return tuple(sorted(tuple(sorted(group)) for group in members.values()))


def _merge(members: dict[int, list[str]], between: dict[int, dict[int, tuple[float, int, bool]]]) -> None:
    """Join the likest two groups until none are alike; a group goes by its least number."""
    heap = [
        (-mean, x, y)
        for x, row in between.items()
        for y, link in row.items()
        if x < y and (mean := _mean(link, 1)) is not None
    ]
    heapq.heapify(heap)
    while heap:
        minus, x, y = heapq.heappop(heap)
        if x not in members or y not in members:
            continue
        if _mean(between[x].get(y), len(members[x]) * len(members[y])) != -minus:
            continue
        members[x] += members.pop(y)
        for z, link in between.pop(y).items():
            if z == x:
                continue
            del between[z][y]
            mine = between[x].get(z, (0.0, 0, False))
            joined = (mine[0] + link[0], mine[1] + link[1], mine[2] or link[2])
            between[x][z] = between[z][x] = joined
        between[x].pop(y, None)
        for z, link in between[x].items():
            mean = _mean(link, len(members[x]) * len(members[z]))
            if mean is not None:
                heapq.heappush(heap, (-mean, min(x, z), max(x, z)))


def _mean(link: tuple[float, int, bool] | None, pairs: int) -> float | None:
    """The mean score between two groups, rounded so that no order of adding shows; None where it does not join them."""
    if link is None or link[2]:
        return None
    mean = round((link[0] + UNJUDGED * (pairs - link[1])) / pairs, 6)
    return mean if mean > 0 else None
