"""`sayso remove ID`: take an article out of a ledger."""

from typing import Annotated

import typer
from rich.text import Text

from sayso.cli import told
from sayso.cli.place import DEFAULT, LedgerOption
from sayso.cli.terminal import output, write
from sayso.export.dead import dead
from sayso.workspace import Workspace


def remove(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of an article, or its first digits.")],
    as_json: told.JsonOption = False,
    ledger: LedgerOption = DEFAULT,
) -> None:
    """Take an article out, with all that was read in it.

    Claims and conflicts are then what they were before it came; the journal forgets nothing.
    """
    with Workspace(ledger) as workspace:
        document = workspace.remove(id_)
    if as_json:
        from sayso.export.exchange import document_row
        from sayso.export.jsonl import line

        write(line(document_row(document)))
        return
    output().print(
        Text(dead(f"{ledger}: taken out: {document.title or document.location} ({document.id}).")), soft_wrap=True
    )
