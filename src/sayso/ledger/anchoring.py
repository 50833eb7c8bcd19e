"""Anchoring: a statement by the words that were quoted, and found again by them after a newer reader has read.

"…said on Tuesday. «Karsk has fallen», the army said…": the words of the content, of the source, and 32 code points
before and after. Found again are the same words, those with the same context first, then those nearest to where they
stood; where blanks, quotation marks or dashes are written otherwise, the same letters. A statement is the one that was
meant if it shares more than half of the stretch that the two make together, so that no two quotations that stand apart
can fall on one statement. What is not found is adrift: kept, and applied to nothing.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sayso.model.judgement import CONTEXT, Anchor, Quote
from sayso.model.span import Span, Spans, hull, overlap
from sayso.model.statement import Statement

SHARED = 0.5
"""More than this share of the two stretches together must be common to both."""


def anchored(text: str, sha256: str, statement: Statement) -> Anchor:
    """The anchor of a statement of an article."""
    source = quoted(text, statement.source) if statement.source else None
    return Anchor(statement.document, sha256, statement.id, quoted(text, statement.content), source)


def quoted(text: str, spans: Spans) -> Quote:
    """The words from the first to the last of these spans, with what stands around them."""
    start, end = hull(spans)
    return Quote(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT], (start, end))


def found(anchor: Anchor, text: str, statements: Sequence[Statement]) -> Statement | None:
    """The statement that an anchor means in an article as it is read now; None where it is adrift."""
    place = place_of(anchor.content, text)
    if place is None:
        return None
    alike = [(_shared(place, hull(each.content)), each) for each in statements if each.content]
    near = [(share, each) for share, each in alike if share > SHARED]
    if not near:
        return None
    said = place_of(anchor.source, text) if anchor.source is not None else None
    rows = [(_of_source(said, each, owned=anchor.source is None), share, each) for share, each in near]
    best = max(rows, key=lambda row: (row[0], row[1], row[2].id == anchor.statement, row[2].id))
    if len(rows) > 1 and best[0] == 0.0:
        return None
    return best[2]


def place_of(quote: Quote, text: str) -> Span | None:
    """Where quoted words stand in a text."""
    places = list(_exact(quote.exact, text)) or list(_letters(quote.exact, text))
    if not places:
        return None
    return min(places, key=lambda place: (-_context(quote, text, place), abs(place[0] - quote.span[0]), place))


def _exact(words: str, text: str) -> Iterator[Span]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + 1)


def _letters(words: str, text: str) -> Iterator[Span]:
    """Where the same letters and digits stand, whatever stands between them."""
    wanted = "".join(each for each in words if each.isalnum())
    if not wanted:
        return
    places = [at for at, each in enumerate(text) if each.isalnum()]
    for start, end in _exact(wanted, "".join(text[at] for at in places)):
        first, last = places[start], places[end - 1] + 1
        if _begins(text, first) and _begins(text, last):
            yield first, last


def _begins(text: str, at: int) -> bool:
    """No word goes on over this point."""
    return at in (0, len(text)) or not (text[at - 1].isalnum() and text[at].isalnum())


def _context(quote: Quote, text: str, place: Span) -> int:
    """How many code points around a place are those that stood around the quotation."""
    before, after = text[max(0, place[0] - CONTEXT) : place[0]], text[place[1] : place[1] + CONTEXT]
    return _common(before[::-1], quote.prefix[::-1]) + _common(after, quote.suffix)


def _common(a: str, b: str) -> int:
    return bisect_left(range(min(len(a), len(b))), True, key=lambda at: a[: at + 1] != b[: at + 1])


def _shared(a: Span, b: Span) -> float:
    common = overlap(a, b)
    return common / (a[1] - a[0] + b[1] - b[0] - common)


def _of_source(said: Span | None, statement: Statement, *, owned: bool) -> float:
    """How much a statement's source is the one that was quoted: 1 where neither has one."""
    if not statement.source:
        return 1.0 if owned else 0.0
    return 0.0 if said is None else _shared(said, hull(statement.source))
