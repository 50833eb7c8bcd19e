"""Wordings: the statements of a claim by their words, each once, in its sentence with what was quoted marked.

[the Varnian ministry] {said} that ‹Varnian troops hold 31 settlements›      VNA, and 5 more in the same words
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.model.filed import Filed
from sayso.model.span import Spans


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence: `content`, `source`, `cue`, or nothing of these."""

    text: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """Statements in the same words, by the days of their articles; `pieces` are the sentence of the first of them."""

    pieces: tuple[Piece, ...]
    filed: tuple[Filed, ...]

    @property
    def first(self) -> Filed:
        """The one that was said first."""
        return self.filed[0]


def wordings(filed: Sequence[Filed]) -> tuple[Wording, ...]:
    """The wordings, those that most statements have first, then those said first."""
    found: dict[str, list[Filed]] = {}
    for each in sorted(filed, key=when):
        found.setdefault(" ".join(each.words.split()).casefold(), []).append(each)
    ordered = sorted(found.values(), key=lambda some: (-len(some), when(some[0])))
    return tuple(Wording(pieces(some[0]), tuple(some)) for some in ordered)


def pieces(filed: Filed) -> tuple[Piece, ...]:
    """The sentence of a statement with its content, source and cue marked; its words alone where they are not in it."""
    sentence, start = filed.sentence, _begins(filed)
    if start is None:
        return (Piece(filed.words, "content"),)
    roles = [""] * len(sentence)
    statement = filed.statement
    for role, spans in (("source", statement.source), ("cue", statement.cue), ("content", statement.content)):
        for first, last in spans:
            for at in range(max(0, first - start), min(len(sentence), last - start)):
                roles[at] = role
    return tuple(_runs(sentence, roles))


def _begins(filed: Filed) -> int | None:
    """Where in its document the sentence begins, by where the words of the content stand in it."""
    spans: Spans = filed.statement.content
    first, last = spans[0]
    piece, at = filed.words[: last - first], -1
    while (at := filed.sentence.find(piece, at + 1)) >= 0:
        start = first - at
        told = " ".join(filed.sentence[max(0, a - start) : max(0, b - start)] for a, b in spans)
        if told == filed.words:
            return start
    return None


def _runs(sentence: str, roles: Sequence[str]) -> Iterator[Piece]:
    begin = 0
    for at in range(1, len(sentence) + 1):
        if at == len(sentence) or roles[at] != roles[begin]:
            yield Piece(sentence[begin:at], roles[begin])
            begin = at


def when(filed: Filed) -> tuple[date, str, str]:
    """By the day by which its article must have been written."""
    day = filed.published.latest or filed.published.earliest or date.max
    return day, filed.location, filed.statement.id
