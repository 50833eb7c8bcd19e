"""What the encoder has to say about an article: tags of words, and classes of spans, from one pass.

    >>> encoded = encoder().encode([["Varnia", "shelled", "Karsk", ",", "residents", "said", "."]])
    >>> encoded.tags[0]
    ['B-content', 'I-content', 'I-content', 'O', 'B-source', 'B-cue', 'O']
    >>> encoded.names[0]
    ['B-LOC', 'O', 'B-LOC', 'O', 'O', 'O', 'O']

Heads other than attribution are decoded when they are first asked for.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from sayso.encoder.decode import Crf, Scores, best_paths, bio
from sayso.encoder.heads import MATTER, NAMES, SLICES, TAGGING

Shares = tuple[float, ...]

UNLEARNT = {"names": bio(NAMES), "matter": bio(MATTER)}


class Encoded:
    """The scores of an article's words, paragraph by paragraph; words are counted within their paragraph.

    `tags` are the BIO tags of attribution; `rows` holds a row of `heads.WIDTH` scores for each word of the article;
    `crfs` decode the other heads that tag, without them any legal sequence is as good as another.
    """

    def __init__(self, tags: list[list[str]], rows: Scores, crfs: Mapping[str, Crf] = UNLEARNT) -> None:
        self.tags = tags
        self._crfs = crfs
        self._rows = rows
        ends = np.cumsum([0, *(len(t) for t in tags)])
        self._starts = [int(end) for end in ends]

    @cached_property
    def names(self) -> list[list[str]]:
        """BIO tags of bare names: PER, ORG, LOC."""
        return self._tagged("names")

    @cached_property
    def matter(self) -> list[list[str]]:
        """BIO tags of military matter, re3d's types, with titles and articles inside the spans."""
        return self._tagged("matter")

    def light(self, paragraph: int, first: int, last: int) -> Shares:
        """How likely the target at words `first` to `last` is shown as negative, neutral, positive (`heads.LIGHTS`)."""
        return _shares(self._words(paragraph, first, last)[:, SLICES["light"]].mean(0))

    def event(self, paragraph: int, first: int, last: int) -> Shares:
        """How likely the words report each type of act (`heads.EVENTS`; the first is none)."""
        return self._weighed("event", paragraph, first, last)

    def attitude(self, paragraph: int, first: int, last: int) -> Shares:
        """How likely the words tell a feeling of each sign (`heads.ATTITUDES`; the first is none)."""
        return self._weighed("attitude", paragraph, first, last)

    def factuality(self, paragraph: int, word: int) -> float:
        """From -3 (did not happen) to 3 (happened), what the verb at a word tells."""
        return float(self._words(paragraph, word, word)[0, SLICES["factuality"]][0])

    def meaning(self, paragraph: int, words: Sequence[int]) -> bytes | None:
        """What some words of a paragraph mean together: `heads.MEANING` numbers as signed bytes.

        As the vectors of Reimers and Gurevych (2019): two contents that say the same have a cosine near one. None where
        every number is nought.
        """
        start = self._starts[paragraph]
        rows = self._rows[[start + word for word in words]]
        gate = np.exp(_settled(rows[:, SLICES["meaning_gate"]]))
        vector = (rows[:, SLICES["meaning"]] * gate).sum(0)
        size = float(np.linalg.norm(vector))
        return np.rint(vector * (127 / size)).astype(np.int8).tobytes() if size else None

    def _words(self, paragraph: int, first: int, last: int) -> Scores:
        start, end = self._starts[paragraph : paragraph + 2]
        if not 0 <= first <= last < end - start:
            raise IndexError(f"words {first}-{last} of paragraph {paragraph}, which has {end - start}")
        return self._rows[start + first : start + last + 1]

    def _weighed(self, head: str, paragraph: int, first: int, last: int) -> Shares:
        rows = self._words(paragraph, first, last)
        gate = np.exp(_settled(rows[:, SLICES[f"{head}_gate"]]))
        return _shares((rows[:, SLICES[head]] * (gate / gate.sum())).sum(0))

    def _tagged(self, head: str) -> list[list[str]]:
        rows = self._rows[:, SLICES[head]]
        paragraphs = [rows[start:end] for start, end in zip(self._starts, self._starts[1:], strict=False)]
        return [[TAGGING[head][i] for i in path] for path in best_paths(paragraphs, self._crfs[head])]


def _settled(values: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(values - values.max(0), np.float32)


def _shares(scores: NDArray[np.float32]) -> Shares:
    weights = np.exp(_settled(scores))
    return tuple(float(w) for w in weights / weights.sum())
