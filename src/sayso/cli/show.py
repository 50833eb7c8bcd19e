"""`sayso show ID`: one statement with the words it was read from, or one article as an audit."""

import re
from collections.abc import Iterator
from typing import Annotated

import typer
from rich.text import Text

from sayso.cli.audit import audit, entry
from sayso.cli.place import DEFAULT, LedgerOption
from sayso.cli.sheet import MARGIN, Sheet, words
from sayso.cli.terminal import output
from sayso.cli.told import ID, standing
from sayso.export import words as tell
from sayso.export.dead import dead
from sayso.model.claim import Claim, Copy
from sayso.model.document import Document
from sayso.model.span import Span, hull, words_of
from sayso.model.statement import Statement
from sayso.workspace import Workspace

ENDS = 12
"""Words shown of each end of a passage that two articles share."""

CONTEXT = 280
"""Code points shown at least on each side of a statement: two or three sentences of news English."""


def show(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of an article or statement, or its first digits.")],
    ledger: LedgerOption = DEFAULT,
) -> None:
    """Show a statement with the words it was read from, or an article with all that was read in it."""
    with Workspace(ledger) as workspace:
        shown = workspace.show(id_)
    sheet = Sheet(output())
    if shown.statement is None:
        audit(sheet.console, shown.reading, kept=True)
        _copies(sheet, shown.reading.document, shown.copies)
    else:
        _statement(sheet, shown.reading.document, shown.statement, shown.claim)


def _copies(sheet: Sheet, document: Document, copies: tuple[Copy, ...]) -> None:
    """The articles that share text with this one, and the passages in its words."""
    if not copies:
        return
    sheet.heading("Copies", f"{len(copies):,}")
    for copy in copies:
        mine = copy.later == document.id
        other = copy.earlier if mine else copy.later
        sheet.blank()
        sheet.hanging(words(other[:ID], "quiet"), words(copy.why), MARGIN, MARGIN + ID + 2)
        for passage in copy.passages:
            start, end = passage.here if mine else passage.there
            where = Text(f"  {start:,}{sheet.glyphs.dot}{end:,}", style="quiet")
            quoted = words(f"{sheet.glyphs.opening}{_ends(sheet, document.text[start:end])}{sheet.glyphs.closing}")
            sheet.paragraph(quoted.append_text(where), MARGIN + ID + 2)
    sheet.blank()


def _ends(sheet: Sheet, text: str) -> str:
    """A long passage by how it begins and ends."""
    said = text.split()
    if len(said) <= 2 * ENDS:
        return " ".join(said)
    return f"{' '.join(said[:ENDS])} {sheet.glyphs.gap} {' '.join(said[-ENDS:])}"


def _statement(sheet: Sheet, document: Document, statement: Statement, claim: Claim | None) -> None:
    sheet.blank()
    entry(sheet, document, statement, statement.id)
    sheet.blank()
    if claim is not None:
        sheet.labelled(
            "claim", words(claim.text), _standing(sheet, claim), words(f"sayso why {claim.id[:ID]}", "quiet")
        )
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


def _standing(sheet: Sheet, claim: Claim) -> Text:
    many = f"{tell.counted(len(claim.statements), 'statement')}, {tell.counted(len(claim.roots), 'root')}"
    return standing(sheet, claim).append(f" {sheet.glyphs.dot} {many}", style="quiet")


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
