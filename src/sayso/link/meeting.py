"""Meeting: which statements are judged at all: those that share two keys, or one and something of their meaning.

Of two hundred statements that share a key with one, five in six share just that, and hardly any of these with a
likeness of meaning below `LIKE` is the same claim. Among statements of FNC-1's news 98 in 100 of the pairs that a
judgement finds alike meet so, and a third of the judgements are made.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from sayso.link.blocks import Keys

LIKE = 0.45
"""Likeness of meaning, as a cosine, of two statements that share one key."""

Rows = NDArray[np.float32]


def rows_of(meanings: Sequence[bytes | None]) -> Rows:
    """Meanings as rows of whole numbers, noughts where there is none: their products are exact in any order."""
    width = max((len(each) for each in meanings if each), default=1)
    blank = bytes(width)
    return np.frombuffer(b"".join(each or blank for each in meanings), np.int8).reshape(-1, width).astype(np.float32)


def is_near(one: Rows, others: Rows) -> NDArray[np.bool_]:
    """Whether a meaning is like each of others; so is one that is not known."""
    if one.shape[-1] != others.shape[-1]:
        return np.ones(len(others), np.bool_)
    product = (others @ one).astype(np.float64)
    lengths = np.einsum("ij,ij->i", others, others).astype(np.float64) * float(one @ one)
    return np.asarray((lengths == 0) | ((product > 0) & (product * product >= LIKE * LIKE * lengths)))


def meeting(meanings: Mapping[str, bytes | None], held: Mapping[str, Keys]) -> Iterator[tuple[str, str]]:
    """The pairs of a pile that are to be judged, the lesser id first, each once; `held` are the keys by id."""
    ids = sorted(meanings)
    rows = rows_of([meanings[each] for each in ids]).astype(np.int8)
    by_key: dict[int, list[int]] = defaultdict(list)
    for at, each in enumerate(ids):
        found = np.fromiter(chain.from_iterable(by_key[key] for key in held[each].asked if key in by_key), np.int32)
        met, shared = np.unique(found, return_counts=True)
        if len(met):
            near = is_near(rows[at].astype(np.float32), rows[met].astype(np.float32))
            yield from ((ids[other], each) for other in met[(shared > 1) | near].tolist())
        for key in held[each].held:
            by_key[key].append(at)
