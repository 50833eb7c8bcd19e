"""Fingerprints: numbers picked from an article's text so that two that share text share some of them.

Winnowing (Schleimer, Wilkerson and Aiken, 2003): of every window of neighbouring shingles the least is kept, so that
two texts with a run of `SHINGLE + WINDOW - 1` words in common always share one, and a text has a number for every
four words or so. MinHash of whole texts was not taken: it finds a text again, not a paragraph of it in another.

The ledger keeps rows (fingerprint, document). Documents that share `enough` are candidates, to be compared. What
hundreds of articles share (a note on the outlet at the foot, a monitor's full name) makes no candidates of every two:
of a number that more than `COMMON` documents hold, only the `COMMON` with the least ids are brought by it. Four
hundred copies of a wire are so each compared with the same few of them, and are one family all the same.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

import numpy as np

from sayso.link.wording import Wording, shingles, wording
from sayso.model.span import Spans

SHINGLE = 4
"""Words of a shingle. With one word in five replaced and half of the text cut away, 998 of 1,000 real articles still
share enough with what they were; with five words 980, and three bring six times as many candidates for nothing."""
WINDOW = 7
"""Neighbouring shingles of which one is kept: about a row for every four words."""
ENOUGH = 2
"""The least number of fingerprints in common that makes two documents candidates."""
PER_ROWS = 50
"""One more is asked for every so many rows of the document with fewer: two long reports share phrases by chance."""
COMMON = 48
"""Documents that one number may bring. Families that are larger hang together by their least ids."""


def fingerprints(text: str, furniture: Spans) -> tuple[int, ...]:
    """The fingerprints of a text without its furniture, in ascending order: 63 bits, the same on every machine."""
    return fingerprints_of(wording(text, furniture))


def fingerprints_of(words: Wording) -> tuple[int, ...]:
    """The fingerprints of words in their order; a text of less than a shingle has none."""
    marks = shingles(words.numbers, SHINGLE) >> np.uint64(1)
    if len(marks) > WINDOW:
        marks = np.lib.stride_tricks.sliding_window_view(marks, WINDOW).min(axis=1)
    elif len(marks):
        marks = marks[[np.argmin(marks)]]
    return tuple(np.unique(marks).tolist())


def enough(rows: int, others: int) -> int:
    """How many fingerprints two documents must share to be compared, by how many each has.

    A brief of 60 words and a report of 1,000: two. Two reports of 1,000 words: seven.
    """
    return ENOUGH + min(rows, others) // PER_ROWS


def candidates(documents: Mapping[str, Collection[int]]) -> Iterator[tuple[str, str]]:
    """The pairs of a pile that are worth comparing, the lesser id first: what `brought` gives for each document.

    `documents` are fingerprints by document id.
    """
    holders: dict[int, list[str]] = {}
    for document in sorted(documents):
        for mark in documents[document]:
            holders.setdefault(mark, []).append(document)
    sizes = {document: len(marks) for document, marks in documents.items()}
    for document in sorted(documents):
        for other in brought(document, {mark: holders[mark] for mark in documents[document]}, sizes):
            if document < other:
                yield document, other


def brought(
    document: str,
    holders: Mapping[int, Sequence[str]],
    sizes: Mapping[str, int],
    needed: Callable[[int, int], int] = enough,
) -> tuple[str, ...]:
    """The documents to compare one with, in order: a function of the set of documents, not of how it came about.

    `holders` are, for each fingerprint of the document, the ids of all that have it, itself among them, in ascending
    order; `sizes` how many fingerprints each document has; `needed` how many two must share by these. A fingerprint
    that more than `COMMON` have counts for a pair only if one of the two is among its first `COMMON`.
    """
    shared: Counter[str] = Counter()
    for held in holders.values():
        first = held if document in held[:COMMON] else held[:COMMON]
        shared.update(first)
    del shared[document]
    own = sizes[document]
    return tuple(sorted(other for other, count in shared.items() if count >= needed(own, sizes[other])))


def displaced(document: str, holders: Mapping[int, Sequence[str]]) -> frozenset[str]:
    """The documents whose candidates change when one comes or goes, itself aside: it takes their place, or gives it.

    `holders` as in `brought`, the document among them. What these are to be compared with must be asked again.
    """
    return frozenset(held[COMMON] for held in holders.values() if len(held) > COMMON and document in held[:COMMON])
