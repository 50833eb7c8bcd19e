"""Tellings: what an article says, statement by statement, in a form that can be set beside another's as a whole.

Of "Hanna Dorsk puts the number of women among the victims at 11": the vector of its meaning, the names Hanna and Dorsk
and the figure 11, as anchors (`sayso.link.anchors`), and whether it is a quotation. Known limit: a number written as a
word is an anchor only where reading made a figure of it.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sayso.link.anchors import anchors, figure_key
from sayso.link.features import unit
from sayso.model.filed import Filed
from sayso.model.span import Span, hull
from sayso.model.statement import Voice

Matrix = npt.NDArray[np.float32]

SMALL = 5
"""Figures below this are in every article."""
_MEANING = 128
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """An article's statements in their order: where they stand, what they mean, what anchors their sentences have.

    `anchors` gives for each statement the names and figures by their keys, as written; `held` in how many statements
    of the article a key is; `quoted` marks what is in quotation marks from first to last; `words` are the contents'.
    """

    spans: tuple[Span, ...]
    vectors: Matrix
    anchors: tuple[Mapping[str, str], ...]
    held: Mapping[str, int]
    quoted: npt.NDArray[np.bool_]
    words: tuple[frozenset[str], ...]

    def __len__(self) -> int:
        return len(self.spans)


def telling(filed: Sequence[Filed]) -> Telling:
    """The telling of one article, of all its statements in whatever order; what has no vector is left out."""
    known = [(hull(each.statement.content), unit(each.meaning), each) for each in filed]
    rows = sorted(
        ((span, vector, each) for span, vector, each in known if vector is not None),
        key=lambda row: (row[0], row[2].statement.id),
    )
    told = tuple(_anchors(each) for _, _, each in rows)
    return Telling(
        spans=tuple(span for span, _, _ in rows),
        vectors=np.array([vector for _, vector, _ in rows], dtype=np.float32).reshape(-1, _MEANING),
        anchors=told,
        held=Counter(key for each in told for key in each),
        words=tuple(frozenset(_WORD.findall(each.words.casefold())) for _, _, each in rows),
        quoted=np.array([each.statement.voice is Voice.DIRECT for _, _, each in rows], dtype=np.bool_),
    )


def _anchors(filed: Filed) -> dict[str, str]:
    found = dict(anchors(filed.sentence))
    for figure in filed.statement.figures:
        if figure.value is not None and figure.value >= SMALL:
            found.setdefault(figure_key(figure.value), figure.text)
    return found
