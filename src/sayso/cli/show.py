"""`sayso show ID`: one statement with the words it was read from, or one article as an audit."""

import re
from collections.abc import Iterator
from typing import Annotated

import typer
from rich.text import Text

from sayso.cli import words as tell
from sayso.cli.audit import audit, entry
from sayso.cli.place import DEFAULT, LedgerOption
from sayso.cli.sheet import Sheet, words
from sayso.cli.terminal import dead, output
from sayso.model.document import Document
from sayso.model.span import Span, hull, words_of
from sayso.model.statement import Statement
from sayso.workspace import Workspace

CONTEXT = 280
"""Code points shown at least on each side of a statement: two or three sentences of news English."""


def show(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of an article or statement, or its first digits.")],
    ledger: LedgerOption = DEFAULT,
) -> None:
    """Show a statement with the words it was read from, or an article with all that was read in it."""
    with Workspace(ledger) as workspace:
        shown = workspace.show(id_)
    if shown.statement is None:
        audit(output(), shown.reading, kept=True)
    else:
        _statement(Sheet(output()), shown.reading.document, shown.statement)


def _statement(sheet: Sheet, document: Document, statement: Statement) -> None:
    sheet.blank()
    entry(sheet, document, statement, statement.id)
    sheet.blank()
    sheet.heading("In its words")
    sheet.blank()
    sheet.paragraph(in_context(sheet, document, statement), 4)
    sheet.blank()
    sheet.heading("Read from")
    sheet.blank()
    for label, quoted, (start, end) in _evidence(document, statement):
        where = Text(f"  {start:,}{sheet.glyphs.dash}{end:,}", style="quiet")
        sheet.labelled(label, words(f"{sheet.glyphs.opening}{quoted}{sheet.glyphs.closing}").append_text(where))
    sheet.blank()
    sheet.labelled("article", words(document.title or "No title", "title"))
    sheet.labelled("", words(document.outlet or "outlet not named on the page"))
    sheet.labelled("", words(f"published {tell.published(document)}"))
    sheet.labelled("", words(document.url or document.location))
    sheet.labelled("id", words(document.id))
    sheet.blank()


def in_context(sheet: Sheet, document: Document, statement: Statement) -> Text:
    """The article around the statement, its content marked so that it shows without colour too."""
    text = document.text
    inner = hull((*statement.content, *statement.source, *statement.cue))
    start, end = _opened(text, inner[0] - CONTEXT, -1), _opened(text, inner[1] + CONTEXT, 1)
    shown, at = Text(f"{sheet.glyphs.more} " if start else ""), start
    for left, right in sorted(statement.content):
        shown.append(_lines(text[at:left]), style="quiet")
        shown.append(f"{sheet.glyphs.mark_open}{_lines(text[left:right])}{sheet.glyphs.mark_close}", style="content")
        at = right
    shown.append(_lines(text[at:end]), style="quiet")
    return shown.append(f" {sheet.glyphs.more}" if end < len(text) else "")


def _lines(text: str) -> str:
    """Dead text that keeps its line breaks, one for many."""
    return "\n".join(dead(line) for line in re.sub(r"\s*\n\s*", "\n", text).split("\n"))


def _opened(text: str, at: int, step: int) -> int:
    """The nearest edge of a word from there on outward, within the text."""
    at = max(0, min(len(text), at))
    while 0 < at < len(text) and not text[at].isspace():
        at += step
    return at


def _evidence(document: Document, statement: Statement) -> Iterator[tuple[str, str, Span]]:
    """Every part that was read from words of its own: its name, the words, and where they stand."""
    parts: list[tuple[str, Span]] = [("source", span) for span in statement.source]
    parts += [("cue", span) for span in statement.cue]
    if statement.origin.span:
        parts.append(("origin", statement.origin.span))
    parts += [("relay", hop.span) for hop in statement.chain]
    parts += [("place", place.span) for place in statement.places]
    if statement.time:
        parts.append(("time", statement.time.span))
    parts += [("figure", figure.span) for figure in statement.figures]
    for label, span in [*(("content", span) for span in statement.content), *parts]:
        yield label, words_of(document.text, (span,)), span
