"""`sayso reread [ID]`: reads kept pages again with the present reader; what people decided is found again."""

from typing import Annotated

import typer
from rich.text import Text

from sayso.cli.place import DEFAULT, ConfigOption, LedgerOption
from sayso.cli.terminal import output, report
from sayso.export.dead import dead
from sayso.export.words import counted
from sayso.workspace import Workspace, named_parties


def reread(
    id_: Annotated[
        str | None, typer.Argument(metavar="[ID]", show_default=False, help="The id of an article; all without it.")
    ] = None,
    ledger: LedgerOption = DEFAULT,
    config: ConfigOption = None,
) -> None:
    """Read kept articles again with the present reader.

    Claims and conflicts are then what they would be had it read them first. What people decided is found again by the
    words that they decided on; what is not found is told, kept, and applied to nothing.
    """
    with Workspace(ledger, named_parties(config)) as workspace:
        found = workspace.reread(id_)
        report(found.problems)
        otherwise, as_before = counted(found.changed, "article"), counted(found.same, "article")
        line = f"{ledger}: {otherwise} read otherwise, {as_before} as before"
        if found.adrift:
            line += f"; {counted(len(found.adrift), 'decision')} adrift, see: sayso journal --adrift"
    output().print(Text(dead(f"{line}.")), soft_wrap=True)
