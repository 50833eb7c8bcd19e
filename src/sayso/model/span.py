"""A span: a stretch of a document's text, half-open, counted in code points."""

from typing import TypeAlias

Span: TypeAlias = tuple[int, int]
Spans: TypeAlias = tuple[Span, ...]


def words_of(text: str, spans: Spans) -> str:
    """The text under several spans, joined by single blanks."""
    return " ".join(text[start:end] for start, end in spans)


def hull(spans: Spans) -> Span:
    """The smallest span that holds all of them; raises ValueError where there is none."""
    return min(start for start, _ in spans), max(end for _, end in spans)


def overlap(a: Span, b: Span) -> int:
    """How many code points two spans share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))
