"""Passages: the stretches of two articles that have the same words, or nearly, in whatever order they stand.

"Rockets hit the covered market, police said" in one and "Rockets struck the covered market, police said" in the
other is one passage of seven words, six of them the same. A passage grows from runs of three words that both texts
have: runs that lie on one line are joined over the words between them, so that a paragraph with every fifth word
replaced is found whole, and one that was moved is found where it went. Known limit: words that were put in another
order within a sentence, or nearly all replaced, are not seen.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from sayso.link.wording import Marks, Numbers, Places, Wording, shingles

SEED = 3
"""Words of a run that a passage grows from."""
OFTEN = 8
"""A run that either text has more often than this tells nothing of where they meet."""
GAP = 10
"""Words in either text over which two runs are joined: with one word in five replaced, 98 of 100 gaps are no longer."""
LEAST = 8
"""Words that a passage has in common: fewer are a name with its title, or a phrase of the trade."""
DENSITY = 0.45
"""How much of the longer side of a passage is the same words."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """A passage in words: from `here` up to `here_end` of the one, from `there` up to `there_end` of the other.

    `same` are the words of the one that stand in the other, by their places.
    """

    here: int
    here_end: int
    there: int
    there_end: int
    same: tuple[tuple[int, int], ...]

    @property
    def density(self) -> float:
        """How much of the longer side is the same words."""
        return len(self.same) / max(self.here_end - self.here, self.there_end - self.there)


def aligned(one: Wording, other: Wording) -> tuple[Aligned, ...]:
    """The passages of two articles in the order of the first; no word of either is in two of them."""
    runs = _runs(one, other)
    chains = _chains(_untangled(runs, len(one), len(other)))
    filled = (_filled(chain, one.numbers, other.numbers) for chain in chains)
    kept = [each for each in filled if len(each.same) >= LEAST and each.density >= DENSITY]
    return _grown(kept, one.numbers, other.numbers)


@dataclass(frozen=True, slots=True)
class _Run:
    """Words that both texts have, from `here` and from `there` on, as many of each; `same` of them are seen equal."""

    here: int
    there: int
    length: int
    same: int


def _runs(one: Wording, other: Wording) -> list[_Run]:
    """Runs of words along one diagonal, with no gap longer than `GAP` in them."""
    here, there = _seeds(shingles(one.numbers, SEED), shingles(other.numbers, SEED))
    if not len(here):
        return []
    line = here - there
    order = np.lexsort((here, line))
    here, there, line = here[order], there[order], line[order]
    step = np.diff(here)
    parts = (np.diff(line) != 0) | (step > GAP + SEED)
    first = np.concatenate(([0], np.flatnonzero(parts) + 1))
    last = np.concatenate((first[1:], [len(here)])) - 1
    new = np.where(parts, 0, np.minimum(step, SEED))
    total = np.concatenate(([0], np.cumsum(new)))
    same = total[last] - total[first] + SEED
    columns = (here[first], there[first], here[last] - here[first] + SEED, same)
    return [_Run(*row) for row in zip(*(column.tolist() for column in columns), strict=True)]


def _seeds(one: Numbers, other: Numbers) -> tuple[Places, Places]:
    """The places at which the two have the same shingle, the frequent ones left out."""
    order = np.argsort(other, kind="stable")
    ranked = other[order]
    low = np.searchsorted(ranked, one, side="left")
    count = np.searchsorted(ranked, one, side="right") - low
    here = np.flatnonzero((count > 0) & (count <= OFTEN))
    if not len(here):
        return here, here
    _, group, often = np.unique(one[here], return_inverse=True, return_counts=True)
    here = here[often[group] <= OFTEN]
    count = count[here]
    offset = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
    return np.repeat(here, count), order[np.repeat(low[here], count) + offset]


def _untangled(runs: Sequence[_Run], here: int, there: int) -> list[_Run]:
    """The runs without what a longer one has taken of either text, in the order of the first."""
    used_here, used_there = np.zeros(here, dtype=np.bool_), np.zeros(there, dtype=np.bool_)
    kept = []
    for run in sorted(runs, key=lambda each: (-each.same, each.here, each.there)):
        free = ~(used_here[run.here : run.here + run.length] | used_there[run.there : run.there + run.length])
        if not free.all():
            start, length = _longest(free)
            if length < SEED:
                continue
            cut = run.same - (run.length - length)
            run = replace(run, here=run.here + start, there=run.there + start, length=length, same=max(cut, SEED))
        used_here[run.here : run.here + run.length] = True
        used_there[run.there : run.there + run.length] = True
        kept.append(run)
    return sorted(kept, key=lambda each: each.here)


def _longest(free: Marks) -> tuple[int, int]:
    """Where the longest stretch of what is free begins, and how long it is."""
    edges = np.diff(np.concatenate(([0], free.astype(np.int8), [0])))
    starts, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    if not len(starts):
        return 0, 0
    at = int(np.argmax(ends - starts))
    return int(starts[at]), int(ends[at] - starts[at])


def _chains(runs: Sequence[_Run]) -> list[list[_Run]]:
    """The runs that go on, in both texts, where another ends: within `GAP` words of it."""
    chains: list[list[_Run]] = []
    open_: list[list[_Run]] = []
    for run in runs:
        open_ = [chain for chain in open_ if run.here - _end(chain[-1])[0] <= GAP]
        near = [chain for chain in open_ if _follows(chain[-1], run)]
        if near:
            min(near, key=lambda chain: abs(_end(chain[-1])[1] - run.there)).append(run)
            continue
        chains.append([run])
        open_.append(chains[-1])
    return chains


def _end(run: _Run) -> tuple[int, int]:
    return run.here + run.length, run.there + run.length


def _follows(run: _Run, after: _Run) -> bool:
    here, there = _end(run)
    return 0 <= after.here - here <= GAP and 0 <= after.there - there <= GAP


def _filled(chain: Sequence[_Run], one: Numbers, other: Numbers) -> Aligned:
    """The passage of a chain, with the words that are the same between its runs."""
    same: list[tuple[int, int]] = []
    before: _Run | None = None
    for run in chain:
        if before is not None:
            same += _between(_end(before), (run.here, run.there), one, other)
        equal = np.flatnonzero(one[run.here : run.here + run.length] == other[run.there : run.there + run.length])
        same += [(run.here + at, run.there + at) for at in equal.tolist()]
        before = run
    end = _end(chain[-1])
    return Aligned(chain[0].here, end[0], chain[0].there, end[1], tuple(same))


def _grown(passages: Sequence[Aligned], one: Numbers, other: Numbers) -> tuple[Aligned, ...]:
    """The passages with what goes on beyond their ends in the same words, one in two at the least."""
    free_here, free_there = np.ones(len(one), dtype=np.bool_), np.ones(len(other), dtype=np.bool_)
    for each in passages:
        free_here[each.here : each.here_end] = free_there[each.there : each.there_end] = False
    grown = []
    for each in sorted(passages, key=lambda each: each.here):
        after = _further(
            one[each.here_end : each.here_end + GAP], other[each.there_end : each.there_end + GAP],
            free_here[each.here_end : each.here_end + GAP], free_there[each.there_end : each.there_end + GAP],
        )  # fmt: skip
        from_here, from_there = max(each.here - GAP, 0), max(each.there - GAP, 0)
        before = _further(
            one[from_here : each.here][::-1], other[from_there : each.there][::-1],
            free_here[from_here : each.here][::-1], free_there[from_there : each.there][::-1],
        )  # fmt: skip
        new = Aligned(
            each.here - max(before, default=0), each.here_end + max(after, default=0),
            each.there - max(before, default=0), each.there_end + max(after, default=0),
            (*((each.here - at, each.there - at) for at in reversed(before)), *each.same,
             *((each.here_end + at - 1, each.there_end + at - 1) for at in after)),
        )  # fmt: skip
        free_here[new.here : new.here_end] = free_there[new.there : new.there_end] = False
        grown.append(new)
    return tuple(grown)


def _further(one: Numbers, other: Numbers, free_here: Marks, free_there: Marks) -> list[int]:
    """How many steps beyond the end of a passage its words are the same: 2 and 3 where the first is another."""
    steps: list[int] = []
    for at, (here, there, *free) in enumerate(zip(one, other, free_here, free_there, strict=False), 1):
        if not all(free) or at > 2 * len(steps) + 2:
            break
        if here == there:
            steps.append(at)
    while steps and len(steps) * 2 < steps[-1]:
        steps.pop()
    return steps


def _between(start: tuple[int, int], end: tuple[int, int], one: Numbers, other: Numbers) -> Iterator[tuple[int, int]]:
    """The words that are the same, in order, between two runs: the next match of each, at most `GAP` words to see."""
    there = start[1]
    for here in range(start[0], end[0]):
        for at in range(there, end[1]):
            if one[here] == other[at]:
                yield here, at
                there = at + 1
                break
