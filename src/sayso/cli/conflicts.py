"""`sayso conflicts`: where statements part, with the words of both sides and why."""

from typing import Annotated

import typer

from sayso.cli import told
from sayso.cli.place import DEFAULT, LedgerArgument, LedgerOption, chosen
from sayso.cli.sheet import Sheet
from sayso.cli.terminal import output, write
from sayso.model.claim import ConflictKind
from sayso.workspace import Workspace


def conflicts(
    context: typer.Context,
    place: LedgerArgument = None,
    kind: Annotated[ConflictKind | None, typer.Option(case_sensitive=False, help="Of this kind.")] = None,
    at: told.PlaceOption = None,
    words: told.WordsOption = None,
    limit: told.LimitOption = None,
    as_json: told.JsonOption = False,
    ledger: LedgerOption = DEFAULT,
) -> None:
    """List where statements part, with the words of both sides.

    Figures that do not overlap, denials, and accounts that cannot both hold. Two claims part once, though many
    pairs of their statements may, in copies of one wire; --json has every pair.
    """
    where = chosen(context, place, ledger)
    sheet, shown, of = Sheet(output()), 0, 0
    with Workspace(where) as workspace:
        most = told.most(limit, as_json=as_json)
        for each in workspace.conflicts(kind=kind, place=at, words=words, limit=most, folded=not as_json):
            shown, of = shown + 1, each.of
            if as_json:
                from sayso.export.exchange import conflict_row
                from sayso.export.jsonl import line

                write(line(conflict_row(each.conflict)))
            else:
                sheet.blank()
                told.conflict(sheet, each)
    if not shown:
        raise told.nothing(where, "conflict", asked=any(each is not None for each in (kind, at, words)))
    if not as_json:
        told.counted(sheet, shown, of, "conflict")
