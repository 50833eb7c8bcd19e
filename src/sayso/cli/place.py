"""Which ledger a verb works on: `--ledger` with a file or a URL, else SAYSO_LEDGER, else ledger.sayso; or by place."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from sayso.model.store import StoreName, named

DEFAULT = named("ledger.sayso")

LedgerOption: TypeAlias = Annotated[
    StoreName,
    typer.Option(
        "--ledger",
        "-l",
        envvar="SAYSO_LEDGER",
        metavar="FILE",
        parser=named,
        help="The ledger: a file, or postgresql://USER:PASSWORD@HOST/DATABASE.",
    ),
]
LedgerArgument: TypeAlias = Annotated[
    StoreName | None,
    typer.Argument(metavar="[LEDGER]", parser=named, help="The ledger, in place of --ledger.", show_default=False),
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


def chosen(context: typer.Context, by_place: StoreName | None, by_option: StoreName) -> StoreName:
    """The one ledger meant; two different ones are a wrong command line."""
    if by_place is None:
        return by_option
    source = context.get_parameter_source("ledger")
    if source is not None and source.name == "COMMANDLINE" and by_place != by_option:
        raise typer.BadParameter(f"two ledgers are named: {by_place} and {by_option}")
    return by_place
