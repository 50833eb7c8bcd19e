"""From scores to tags: the best legal sequence of a window (Viterbi over a linear-chain CRF), quotes mended."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.encoder.words import CLOSING, OPENING

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Crf:
    """How gladly a tag follows another (tags by tags) and opens a window (tags), as scores to add."""

    move: Scores
    start: Scores


BARRED = -1e4


def bio(tags: Sequence[str]) -> Crf:
    """A CRF over BIO tags that has learnt nothing, and bars an inside-tag that nothing opens."""
    move = [[0.0 if b[0] != "I" or a[1:] == b[1:] else BARRED for b in tags] for a in tags]
    start = [0.0 if tag[0] != "I" else BARRED for tag in tags]
    return Crf(np.array(move, np.float32), np.array(start, np.float32))


def best_paths(scores: Sequence[Scores], crf: Crf) -> list[list[int]]:
    """For each window, words by tags, the indices of its best tags; all windows step by step together."""
    longest, tags = max((len(s) for s in scores), default=0), len(crf.start)
    if not longest:
        return [[] for _ in scores]
    padded = np.zeros((longest, len(scores), tags), np.float32)
    for i, row in enumerate(scores):
        padded[: len(row), i] = row
    best = padded[0] + crf.start
    back = np.zeros((longest, len(scores), tags), np.int8)
    bests = np.empty((longest, len(scores), tags), np.float32)
    bests[0] = best
    for step in range(1, longest):
        total = best[:, :, None] + crf.move[None]
        back[step] = total.argmax(1)
        best = total.max(1) + padded[step]
        bests[step] = best
    paths = []
    for i, row in enumerate(scores):
        at = len(row) - 1
        path = [int(bests[at, i].argmax())] if len(row) else []
        for step in range(at, 0, -1):
            path.append(int(back[step, i, path[-1]]))
        paths.append(path[::-1])
    return paths


def with_balanced_quotes(forms: Sequence[str], tags: Sequence[str]) -> list[str]:
    """The tags of a paragraph, with each content stretched over the one quotation mark that it lost.

    A content that opens a quotation takes the closing mark that stands at its right edge, and the other way about.
    """
    mended = list(tags)
    for start, end in _contents(tags):
        inside = forms[start:end]
        depth = inside.count(OPENING) - inside.count(CLOSING)
        if depth == 1 and end < len(forms) and forms[end] == CLOSING and mended[end] == "O":
            mended[end] = "I-content"
        elif depth == -1 and start > 0 and forms[start - 1] == OPENING and mended[start - 1] == "O":
            mended[start - 1], mended[start] = "B-content", "I-content"
    return mended


def _contents(tags: Sequence[str]) -> list[tuple[int, int]]:
    found, start = [], None
    for i, tag in enumerate((*tags, "O")):
        if start is not None and tag != "I-content":
            found.append((start, i))
            start = None
        if tag == "B-content":
            start = i
    return found
