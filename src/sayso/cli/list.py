"""`sayso list`: the articles of a ledger, or what could not be read in it."""

from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from sayso.cli import told
from sayso.cli.place import DEFAULT, LedgerArgument, LedgerOption, chosen
from sayso.cli.sheet import MARGIN, Sheet, words
from sayso.cli.terminal import output, write
from sayso.export import words as tell
from sayso.export.dead import dead
from sayso.export.words import counted
from sayso.workspace import Workspace

if TYPE_CHECKING:
    from sayso.ledger import Listed

ID = 8


def list_(
    context: typer.Context,
    place: LedgerArgument = None,
    ledger: LedgerOption = DEFAULT,
    problems: Annotated[bool, typer.Option("--problems", help="List what could not be read, and why.")] = False,
    as_json: told.JsonOption = False,
) -> None:
    """List the articles of a ledger: id, title, outlet, when it was written, how many statements."""
    with Workspace(chosen(context, place, ledger)) as workspace:
        if as_json:
            _lines(workspace, problems=problems)
            return
        if problems:
            for noted in workspace.problems():
                output().print(Text(dead(str(noted.problem))), soft_wrap=True)
            return
        sheet = Sheet(output())
        articles = statements = 0
        for article in workspace.list():
            sheet.blank()
            _entry(sheet, article)
            articles += 1
            statements += article.statements
        noted_rows = sum(1 for _ in workspace.problems())
    sheet.blank()
    line = f"{counted(articles, 'article')}, {counted(statements, 'statement')}"
    if noted_rows:
        line += f"; {counted(noted_rows, 'problem')}, see: sayso list --problems"
    sheet.paragraph(words(line, "quiet"))
    sheet.blank()


def _lines(workspace: Workspace, *, problems: bool) -> None:
    from sayso.export.answers import listed_row, problem_row
    from sayso.export.jsonl import line

    rows = map(problem_row, workspace.problems()) if problems else map(listed_row, workspace.list())
    for row in rows:
        write(line(row))


def _entry(sheet: Sheet, article: "Listed") -> None:
    title = words(article.title, "title") if article.title else words(article.location)
    sheet.hanging(Text(article.id[:ID], style="quiet"), title, MARGIN, MARGIN + ID + 2)
    known = article.earliest or article.latest
    facts = [
        article.outlet or "outlet not named",
        tell.days(article.earliest, article.latest, sheet.glyphs.dash) if known else "date not known",
        counted(article.statements, "statement")
        if article.statements
        else f"not read ({tell.language(article.language)})",
        *([article.location] if article.title else []),
    ]
    sheet.paragraph(words(f" {sheet.glyphs.dot} ".join(facts), "quiet"), MARGIN + ID + 2)
