"""`sayso search WORDS`: statements by their words, by who says them, and by the titles of their articles."""

from typing import Annotated

import typer
from rich.text import Text

from sayso.cli import told
from sayso.cli.place import DEFAULT, LedgerOption
from sayso.cli.sheet import Sheet, words
from sayso.cli.terminal import output, write
from sayso.workspace import Workspace


def search(
    asked: Annotated[
        list[str],
        typer.Argument(metavar="WORDS…", help='"side by side", one OR the other, begun*, without -this (after --).'),
    ],
    limit: told.LimitOption = None,
    as_json: told.JsonOption = False,
    ledger: LedgerOption = DEFAULT,
) -> None:
    """Find statements by words.

    All must be there: in the words, among who says them, or in the title of the article. Put words that must stand
    side by side in quotation marks, and all that you ask for in '…' to keep the shell off it: sayso search
    '"covered market" killed OR wounded shell* -soldiers'.
    """
    sheet, shown, of = Sheet(output()), 0, 0
    with Workspace(ledger) as workspace:
        for each in workspace.search(" ".join(asked), limit=told.most(limit, as_json=as_json)):
            shown, of = shown + 1, each.of
            if as_json:
                from sayso.export.exchange import statement_row
                from sayso.export.jsonl import line

                write(line(statement_row(each.filed.statement)))
                continue
            sheet.blank()
            told.statement(sheet, each.filed)
            beside = [f"claim {each.claim[: told.ID]}"] if each.claim else []
            beside += [words(each.title).plain] if each.title else []
            sheet.paragraph(Text(f" {sheet.glyphs.dot} ".join(beside), style="quiet"), told.INDENT)
    if not shown:
        raise told.nothing(ledger, "statement", asked=True)
    if not as_json:
        told.counted(sheet, shown, of, "statement")
