"""A statement as linking sees it: with its words, and with what its article tells of when and by whom."""

import re
from dataclasses import dataclass

from sayso.model.document import UNDATED, Document, Interval
from sayso.model.span import Span, hull, words_of
from sayso.model.statement import Statement

_ENDS = re.compile(r"[.!?][\"”’»)]*\s|\n")


@dataclass(frozen=True, slots=True)
class Filed:
    """A statement out of its article: `words` are its content's, `sentence` is the whole sentence that it stands in.

    `meaning` is its vector (`sayso.encoder.heads.MEANING` numbers as signed bytes), None where there is none.
    """

    statement: Statement
    words: str
    sentence: str
    published: Interval = UNDATED
    outlet: str | None = None
    location: str = ""
    meaning: bytes | None = None

    def __hash__(self) -> int:
        return hash(self.statement.id)


def filed(
    document: Document, statement: Statement, sentence: Span | None = None, meaning: bytes | None = None
) -> Filed:
    """A statement of a document; where its sentence is not given, it is cut out at the nearest full stops."""
    text = document.text
    start, end = sentence or _sentence(text, hull(statement.content))
    return Filed(
        statement,
        words_of(text, statement.content),
        text[start:end],
        Interval(document.published.earliest, document.published.latest, ()),
        document.outlet,
        document.location,
        meaning,
    )


def _sentence(text: str, content: Span) -> Span:
    before = [found.end() for found in _ENDS.finditer(text, max(0, content[0] - 600), content[0])]
    after = _ENDS.search(text, content[1])
    return before[-1] if before else max(0, content[0] - 600), after.end() if after else len(text)
