"""The one place where evals call the encoder's heads: paragraphs of word forms in, what each head says of them out."""

from collections.abc import Callable, Sequence
from typing import Protocol

from sayso import encoder

Paragraphs = Sequence[Sequence[str]]
Tags = Sequence[Sequence[str]]


class Reading(Protocol):
    """What the heads say of the paragraphs of one article; words of a paragraph are counted from 0, `last` included."""

    @property
    def names(self) -> Tags:
        """BIO tags of bare names: PER, ORG, LOC."""

    @property
    def matter(self) -> Tags:
        """BIO tags of military matter, titles within the span."""

    def light(self, paragraph: int, first: int, last: int) -> Sequence[float]:
        """The probabilities that a target is shown in a negative, neutral or positive light."""

    def event(self, paragraph: int, first: int, last: int) -> Sequence[float]:
        """The probability of each class of `sayso.encoder.heads.EVENTS` for what the words report."""


Read = Callable[[Paragraphs], Reading]


def read(paragraphs: Paragraphs) -> Reading:
    """The packaged weights."""
    return encoder.encoder().encode(paragraphs)
