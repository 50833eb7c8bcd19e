"""From scores to tags: the best legal sequence of a window (Viterbi over a linear-chain CRF), quotes mended."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.encoder.words import CLOSING, OPENING

Scores = NDArray[np.float32]


def best_paths(scores: Sequence[Scores], move: Scores, start: Scores) -> list[list[int]]:
    """For each window, words by tags, the indices of its best tags; all windows step by step together."""
    longest, tags = max((len(s) for s in scores), default=0), len(start)
    if not longest:
        return [[] for _ in scores]
    padded = np.zeros((longest, len(scores), tags), np.float32)
    for i, row in enumerate(scores):
        padded[: len(row), i] = row
    best = padded[0] + start
    back = np.zeros((longest, len(scores), tags), np.int8)
    bests = np.empty((longest, len(scores), tags), np.float32)
    bests[0] = best
    for step in range(1, longest):
        total = best[:, :, None] + move[None]
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


def mended(tags: Sequence[str]) -> list[str]:
    """BIO tags with every inside-tag that nothing opens made a beginning: ["O", "I-PER"] to ["O", "B-PER"]."""
    found: list[str] = []
    before = "O"
    for tag in tags:
        found.append(f"B{tag[1:]}" if tag[0] == "I" and before[1:] != tag[1:] else tag)
        before = tag
    return found


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
