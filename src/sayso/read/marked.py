"""An article's words with what the encoder says of them, asked for by spans of the text.

"Varnia shelled Karsk, residents said" has the names Varnia (LOC) and Karsk (LOC), and its content is an ASSAULT.
Spans are half-open, in code points of the text; what no word touches has no answer (None).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from sayso.encoder import Encoded, Word
from sayso.encoder.encoded import Shares
from sayso.model.span import Span, Spans, hull


class Name(NamedTuple):
    """A bare name and what it names: PER, ORG or LOC; or of military matter, re3d's type."""

    kind: str
    span: Span


class Marked:
    """The paragraphs of an article, their words, and the encoder's one pass over them.

    The offsets of words are counted from the start of their paragraph.
    """

    def __init__(self, paragraphs: Spans, words: Sequence[Sequence[Word]], encoded: Encoded) -> None:
        self.paragraphs = paragraphs
        self.words = words
        self.encoded = encoded

    @property
    def tags(self) -> list[list[str]]:
        """BIO tags of attribution, paragraph by paragraph."""
        return self.encoded.tags

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The names of persons, organizations and places, in the order of the text."""
        return self._names(self.encoded.names)

    @cached_property
    def matter(self) -> tuple[Name, ...]:
        """Military matter, in the order of the text."""
        return self._names(self.encoded.matter)

    def light(self, span: Span) -> Shares | None:
        """How what the span names is shown: negative, neutral, positive."""
        at = self._at((span,))
        return self.encoded.light(*at) if at else None

    def event(self, content: Spans) -> Shares | None:
        """What type of act the content reports, by `sayso.encoder.EVENTS`."""
        at = self._at(content)
        return self.encoded.event(*at) if at else None

    def attitude(self, content: Spans) -> Shares | None:
        """What feeling the content tells, by `sayso.encoder.ATTITUDES`."""
        at = self._at(content)
        return self.encoded.attitude(*at) if at else None

    def meaning(self, content: Spans) -> bytes | None:
        """What the words of a content mean together: `sayso.encoder.heads.MEANING` numbers as signed bytes."""
        at = [self._at((span,)) for span in content]
        paragraphs = {each[0] for each in at if each is not None}
        if len(paragraphs) != 1:
            return None
        words = [word for each in at if each is not None for word in range(each[1], each[2] + 1)]
        return self.encoded.meaning(paragraphs.pop(), words)

    def _names(self, tags: Sequence[Sequence[str]]) -> tuple[Name, ...]:
        found: list[Name] = []
        for (at, _), words, labels in zip(self.paragraphs, self.words, tags, strict=True):
            for word, tag in zip(words, labels, strict=True):
                if tag[0] == "B":
                    found.append(Name(tag[2:], (at + word.start, at + word.end)))
                elif tag[0] == "I":
                    found[-1] = Name(found[-1].kind, (found[-1].span[0], at + word.end))
        return tuple(found)

    def _at(self, spans: Spans) -> tuple[int, int, int] | None:
        """The paragraph, and the first and last word that the hull of the spans touches in it."""
        if not spans:
            return None
        start, end = hull(spans)
        paragraph = bisect_right(self.paragraphs, start, key=lambda span: span[0]) - 1
        if paragraph < 0:
            return None
        words, at = self.words[paragraph], self.paragraphs[paragraph][0]
        first = bisect_right(words, start - at, key=lambda word: word.end)
        last = bisect_left(words, end - at, key=lambda word: word.start) - 1
        return (paragraph, first, last) if first <= last else None
