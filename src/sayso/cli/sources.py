"""`sayso sources`: every origin that a ledger has met, and how it fares."""

from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from sayso.cli import told
from sayso.cli.place import DEFAULT, LedgerArgument, LedgerOption, chosen
from sayso.cli.sheet import MARGIN, Sheet, words
from sayso.cli.terminal import output, write
from sayso.export import words as tell
from sayso.model.statement import NO_SIDE, UNKNOWN_SIDE
from sayso.workspace import Workspace

if TYPE_CHECKING:
    from sayso.ledger.sources import Source

RELAYS = 6
"""Relays named of one origin; `--json` names them all."""

SIDES = {UNKNOWN_SIDE: "side not known", NO_SIDE: "of no side"}


def sources(
    context: typer.Context,
    place: LedgerArgument = None,
    side: Annotated[str | None, typer.Option(metavar="SIDE", help="Of this side.")] = None,
    limit: told.LimitOption = None,
    as_json: told.JsonOption = False,
    ledger: LedgerOption = DEFAULT,
) -> None:
    """List origins: how much each says, and how it fares.

    Of what side it is, which relays carry it, and how many of its claims are contested.
    """
    where = chosen(context, place, ledger)
    sheet, shown, of = Sheet(output()), 0, 0
    with Workspace(where) as workspace:
        for each in workspace.sources(side=side, limit=told.most(limit, as_json=as_json)):
            shown, of = shown + 1, each.of
            if as_json:
                from sayso.export.answers import source_row
                from sayso.export.jsonl import line

                write(line(source_row(each)))
            else:
                sheet.blank()
                _entry(sheet, each)
    if not shown:
        raise told.nothing(where, "origin", asked=side is not None)
    if not as_json:
        told.counted(sheet, shown, of, "origin")


def _entry(sheet: Sheet, source: "Source") -> None:
    name = source.name or tell.NOBODY_NAMED[source.kind]
    head = words(f"{name}, in its own voice", "own") if source.own_voice else words(name, "origin")
    if not source.own_voice:
        head = Text.assemble(head, " (", words(", ".join(SIDES.get(side, side) for side in source.sides)), ")")
    sheet.hanging(Text(), head, 0, MARGIN)
    facts = [
        f"{tell.counted(source.statements, 'statement')} in {tell.counted(source.articles, 'article')}",
        tell.counted(source.claims, "claim"),
    ]
    line = Text(f" {sheet.glyphs.dot} ".join(facts), style="quiet")
    if source.contested:
        line.append(", ", style="quiet").append(f"{source.contested:,} contested", style="against")
    sheet.paragraph(line, MARGIN + 2)
    if source.relays:
        named = [f"{words(relay).plain} ({times:,})" for relay, times in source.relays[:RELAYS]]
        rest = f" and {len(source.relays) - RELAYS} more" if len(source.relays) > RELAYS else ""
        sheet.paragraph(Text(f"{sheet.glyphs.relay} {', '.join(named)}{rest}", style="quiet"), MARGIN + 2)
