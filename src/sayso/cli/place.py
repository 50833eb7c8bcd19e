"""Which ledger a verb works on: `--ledger FILE`, else SAYSO_LEDGER, else ledger.sayso; for some verbs also by place."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

DEFAULT = Path("ledger.sayso")

LedgerOption: TypeAlias = Annotated[
    Path, typer.Option("--ledger", "-l", envvar="SAYSO_LEDGER", metavar="FILE", readable=False, help="The ledger.")
]
LedgerArgument: TypeAlias = Annotated[
    Path | None,
    typer.Argument(metavar="[LEDGER]", readable=False, help="The ledger, in place of --ledger.", show_default=False),
]

ConfigOption: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        readable=False,
        show_default=False,
        help="The parties to the conflict; else sayso.toml, where there is one.",
    ),
]


def chosen(context: typer.Context, by_place: Path | None, by_option: Path) -> Path:
    """The one ledger meant; two different ones are a wrong command line."""
    if by_place is None:
        return by_option
    source = context.get_parameter_source("ledger")
    if source is not None and source.name == "COMMANDLINE" and by_place != by_option:
        raise typer.BadParameter(f"two ledgers are named: {by_place} and {by_option}")
    return by_place
