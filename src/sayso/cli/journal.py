"""`sayso journal`: what people decided, who, when and why, the last first."""

from typing import Annotated

import typer
from rich.text import Text

from sayso.cli import told
from sayso.cli.place import DEFAULT, LedgerArgument, LedgerOption, chosen
from sayso.cli.sheet import MARGIN, Sheet, words
from sayso.cli.terminal import output, write
from sayso.export.dead import dead
from sayso.export.judgements import in_line, judgement_row, quoted
from sayso.export.words import day
from sayso.model.judgement import Entry, JudgementKind
from sayso.workspace import Workspace


def journal(
    context: typer.Context,
    place: LedgerArgument = None,
    about: Annotated[
        str | None,
        typer.Option("--about", metavar="ID", show_default=False, help="On this statement, claim or article."),
    ] = None,
    who: Annotated[
        str | None, typer.Option("--who", metavar="NAME", show_default=False, help="By this person.")
    ] = None,
    kind: Annotated[JudgementKind | None, typer.Option(case_sensitive=False, help="Of this kind.")] = None,
    adrift: Annotated[
        bool, typer.Option("--adrift", help="Only what is no longer found in its article as it is read now.")
    ] = False,
    limit: told.LimitOption = None,
    as_json: told.JsonOption = False,
    ledger: LedgerOption = DEFAULT,
) -> None:
    """List what people decided: who, when, what and why; nothing in it is ever changed or deleted."""
    where, shown = chosen(context, place, ledger), 0
    sheet = Sheet(output())
    with Workspace(where) as workspace:
        most = told.most(limit, as_json=as_json)
        entries = workspace.adrift() if adrift else workspace.journal(about, kind=kind, who=who, limit=most)
        for each in entries:
            shown += 1
            if as_json:
                from sayso.export.jsonl import line

                write(line(judgement_row(each)))
                continue
            sheet.blank()
            _entry(sheet, each)
        if not as_json:
            for row in workspace.drifting() if adrift else ():
                output().print(Text(dead(str(row))), soft_wrap=True)
    if not shown and not as_json:
        sheet.paragraph(words("Nobody has decided anything here yet." if not adrift else "Nothing is adrift.", "quiet"))
    if not as_json:
        sheet.blank()


def _entry(sheet: Sheet, entry: Entry) -> None:
    made = entry.judgement
    what = words(in_line(entry), "" if entry.in_force else "quiet")
    if entry.taken_back is not None:
        what.append(f"  taken back by {dead(entry.taken_back.who)}", style="quiet")
    sheet.hanging(Text(made.id[: told.ID], style="quiet"), what, MARGIN, told.INDENT)
    quote = quoted(entry.undone or made)
    if quote is not None:
        sheet.paragraph(words(f"{sheet.glyphs.opening}{quote}{sheet.glyphs.closing}"), told.INDENT)
    facts = [made.who, f"{day(made.when.date())} {made.when:%H:%M} UTC", *([made.why] if made.why else [])]
    sheet.paragraph(words(f" {sheet.glyphs.dot} ".join(facts), "quiet"), told.INDENT)
