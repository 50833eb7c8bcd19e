"""Marked text: an article's text cut where something begins or ends, so that a template can write it piece by piece.

"Karsk has fallen, the army said." is two pieces, of which the first is of statement 1. The cuts are sorted and walked
once, so that a page of a megabyte, or a thousand statements one within the other, costs what it is long. A piece that
several statements share is marked as the last that began; it names the others. Pieces are text still: whoever writes
them escapes them. Limit: beyond so many paragraphs, lines are written together.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.model.span import Span, Spans

PARAGRAPHS = 3_000
"""Paragraphs written each by itself; of what follows, so many lines together."""
TOGETHER = 200

SHARING = 6
"""Statements that a piece names of those that share it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Stretches of the text that are one thing: `number` is what it is named by, `kind` its class."""

    number: int
    spans: Spans
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that is written in one way: of which mark, and of which others, within which ground.

    `opens` are the marks that begin here, `resumes` says that its mark goes on after something else stood between.
    """

    text: str
    mark: Mark | None = None
    shared: tuple[int, ...] = ()
    grounds: tuple[str, ...] = ()
    opens: tuple[Mark, ...] = ()
    resumes: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text, or some lines: its pieces and what begins in it; `dim` where it is all one ground."""

    pieces: tuple[Piece, ...]
    opens: tuple[Mark, ...] = ()
    dim: bool = False


def paragraphs(
    text: str, marks: Sequence[Mark], grounds: Mapping[str, Spans] | None = None, dimming: str = "furniture"
) -> Iterator[Paragraph]:
    """The text in paragraphs; empty lines are left out. `grounds` are stretches that lie under the marks, by name."""
    cuts = _Cuts(len(text), marks, grounds or {})
    for start, end in _lines(text):
        pieces = tuple(cuts.pieces(text, start, end))
        worded = [piece for piece in pieces if piece.text.strip()]
        opens = tuple(mark for piece in pieces for mark in piece.opens)
        if worded:
            yield Paragraph(pieces, opens, all(dimming in piece.grounds for piece in worded))


def _lines(text: str) -> Iterator[Span]:
    """Lines that say something; beyond so many, some together."""
    start, lines, since = 0, 0, 0
    while start < len(text):
        found = text.find("\n", start)
        end = len(text) if found < 0 else found
        if lines < PARAGRAPHS:
            if text[start:end].strip():
                lines += 1
                yield start, end
            since = end + 1
        elif (lines := lines + 1) % TOGETHER == 0:
            yield since, end
            since = end + 1
        start = end + 1
    if lines > PARAGRAPHS and since < len(text):
        yield since, len(text)


@dataclass(slots=True)
class _Cuts:
    """Where marks and grounds begin and end, walked from the beginning of the text to its end."""

    length: int
    marks: Sequence[Mark]
    grounds: Mapping[str, Spans]
    _begin: dict[int, list[Mark]] = field(default_factory=lambda: defaultdict(list))
    _end: dict[int, list[Mark]] = field(default_factory=lambda: defaultdict(list))
    _under: dict[int, list[tuple[str, int]]] = field(default_factory=lambda: defaultdict(list))
    _cuts: list[int] = field(default_factory=list)
    _at: int = 0
    _open: dict[int, Mark] = field(default_factory=dict)
    _lies: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    _seen: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        for mark in sorted(self.marks, key=lambda mark: [(start, -end) for start, end in mark.spans[:1]]):
            for start, end in self._within(mark.spans):
                self._begin[start].append(mark)
                self._end[end].append(mark)
        for name, spans in self.grounds.items():
            for start, end in self._within(spans):
                self._under[start].append((name, 1))
                self._under[end].append((name, -1))
        self._cuts = sorted({*self._begin, *self._end, *self._under})

    def _within(self, spans: Spans) -> Iterator[Span]:
        for start, end in spans:
            held = max(0, start), min(self.length, end)
            if held[0] < held[1]:
                yield held

    def pieces(self, text: str, start: int, end: int) -> Iterator[Piece]:
        at = start
        while True:
            opens = self._pass(at)
            following = self._cuts[self._at] if self._at < len(self._cuts) else end
            stop = min(following, end)
            if stop > at:
                yield self._piece(text[at:stop], opens)
            at = stop
            if at >= end:
                break

    def _pass(self, at: int) -> list[Mark]:
        """Take every cut up to here; the marks that begin, with what began in a stretch that was left out."""
        opens: list[Mark] = []
        while self._at < len(self._cuts) and self._cuts[self._at] <= at:
            cut = self._cuts[self._at]
            for mark in self._end.get(cut, ()):
                self._open.pop(mark.number, None)
            for mark in self._begin.get(cut, ()):
                self._open.pop(mark.number, None)
                self._open[mark.number] = mark
                opens.append(mark)
            for name, step in self._under.get(cut, ()):
                self._lies[name] += step
            self._at += 1
        return opens

    def _piece(self, text: str, opens: Sequence[Mark]) -> Piece:
        grounds = tuple(name for name, depth in self._lies.items() if depth > 0)
        mark = next(reversed(self._open.values()), None)
        first = tuple({each.number: each for each in opens if each.number not in self._seen}.values())
        again = any(each.number in self._seen for each in opens if mark is not None and each.number == mark.number)
        self._seen.update(each.number for each in first)
        return Piece(text, mark, self._sharing(mark), grounds, first, again)

    def _sharing(self, mark: Mark | None) -> tuple[int, ...]:
        found: list[int] = []
        for number in reversed(self._open):
            if mark is not None and number != mark.number:
                found.append(number)
            if len(found) == SHARING:
                break
        return tuple(sorted(found))
