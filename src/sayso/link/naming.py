"""Naming: one person or body in several articles, by name, and a name that fits two.

"Oslin" in one article and "Radek Oslin" in another are one root; where a Marta Oslin is named too, "Oslin" goes with
the one in his own article. Known limit: by one surname alone, two people of one side are one.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from sayso.link.claimed import Claimed
from sayso.link.folds import Joined, Kind
from sayso.link.origins import clues, is_named, is_short, same_origin
from sayso.model.statement import Origin, OriginKind


def named(claimed: Claimed, joined: Joined) -> None:
    """One person or body in several articles, by name; a name that fits two goes with the one in its own article."""
    met: dict[tuple[str, OriginKind, str], list[int]] = defaultdict(list)
    for i, row in enumerate(claimed.rows):
        if claimed.is_sourced(i) and is_named(row.statement.origin):
            met[row.statement.origin.name or "", row.statement.origin.kind, row.statement.origin.side].append(i)
    everyone = list(met.values())
    alike = _alike([claimed.origin(numbers[0]) for numbers in everyone])
    for number, numbers in enumerate(everyone):
        fuller = sorted(other for other in alike[number] if _is_less(claimed, everyone, number, other))
        several = len(fuller) > 1 and not all(b in alike[a] for a, b in combinations(fuller, 2))
        if several:
            _in_own_article(claimed, joined, numbers, [everyone[other] for other in fuller])
            continue
        _met(claimed, joined, numbers)
        for other in sorted(alike[number]):
            if other in fuller or (other < number and not _is_less(claimed, everyone, other, number)):
                _named_alike(claimed, joined, numbers[0], everyone[other][0])
    _other_names(claimed, joined, everyone)


def _is_less(claimed: Claimed, everyone: Sequence[Sequence[int]], a: int, b: int) -> bool:
    return is_short(claimed.origin(everyone[a][0]), claimed.origin(everyone[b][0]))


def _alike(origins: Sequence[Origin]) -> list[set[int]]:
    """For each origin the others that are one with it by name; only those that share a word are compared."""
    sharing: dict[str, list[int]] = defaultdict(list)
    found: list[set[int]] = [set() for _ in origins]
    for number, origin in enumerate(origins):
        others = {other for clue in clues(origin) for other in sharing[clue]}
        for other in others:
            if same_origin(origin, origins[other]):
                found[number].add(other)
                found[other].add(number)
        for clue in clues(origin):
            sharing[clue].append(number)
    return found


def _met(claimed: Claimed, joined: Joined, numbers: Sequence[int]) -> None:
    """The same name in several articles; one of many ("Ahmed, a resident") is met again in his own article alone."""
    first = numbers[0]
    for i in numbers[1:]:
        if same_origin(claimed.origin(first), claimed.origin(i)):
            _met_again(claimed, joined, first, i)


def _met_again(claimed: Claimed, joined: Joined, i: int, j: int) -> None:
    if joined.head(i) != joined.head(j):
        for each in (i, j):
            joined.fold(Kind.MET, i, each, claimed.article(each), claimed.origin(i).name or "")
        joined.join(i, j)


def _named_alike(claimed: Claimed, joined: Joined, i: int, j: int) -> None:
    a, b = claimed.origin(i), claimed.origin(j)
    if same_origin(a, b):
        if a.name == b.name:
            _met_again(claimed, joined, i, j)
        joined.join(i, j)


def _other_names(claimed: Claimed, joined: Joined, everyone: Iterable[Sequence[int]]) -> None:
    """Tell by which names one is called who is called by several: the fullest, and the others beside it."""
    called: dict[int, dict[str, int]] = defaultdict(dict)
    for numbers in everyone:
        for i in numbers:
            called[joined.head(i)].setdefault(claimed.origin(i).name or "", i)
    for names in called.values():
        fullest = min(names, key=lambda name: (-len(name), name))
        for name, i in names.items():
            if name != fullest:
                joined.fold(Kind.NAME, i, names[fullest], f"“{name}” in {claimed.article(i)}", fullest)


def _in_own_article(claimed: Claimed, joined: Joined, numbers: Iterable[int], fuller: Sequence[Sequence[int]]) -> None:
    by_kin: dict[str, set[int]] = defaultdict(set)
    for group in fuller:
        for i in group:
            by_kin[claimed.kin[i]].add(group[0])
    rest: list[int] = []
    for i in numbers:
        here = sorted(by_kin.get(claimed.kin[i], ()))
        if len({joined.head(j) for j in here}) == 1:
            _named_alike(claimed, joined, i, here[0])
        else:
            rest.append(i)
    if rest:
        _met(claimed, joined, rest)
