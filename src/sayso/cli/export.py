"""`sayso export LEDGER --to jsonl`: the whole ledger for other programs."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.place import DEFAULT, LedgerArgument, LedgerOption, chosen
from sayso.cli.terminal import write
from sayso.export.whole import save
from sayso.workspace import Workspace


class Format(StrEnum):
    """The formats that can be written."""

    JSONL = "jsonl"


def export(
    context: typer.Context,
    place: LedgerArgument = None,
    ledger: LedgerOption = DEFAULT,
    to: Annotated[Format, typer.Option("--to", help="The format.")] = Format.JSONL,
    hidden: Annotated[bool, typer.Option("--hidden", help="With what people hid.")] = False,
    out: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", readable=False, help="Write here, not to standard output."),
    ] = None,
) -> None:
    """Write everything in a ledger in a format that other programs read, as people corrected it."""
    with Workspace(chosen(context, place, ledger)) as workspace:
        lines = workspace.export(to.value, hidden=hidden)
        if out is None or out == Path("-"):
            for line in lines:
                write(line)
        else:
            save(out, lines, "nothing exported")
