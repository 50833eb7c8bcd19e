"""`sayso report LEDGER`: claims to hand on, in one file that needs nothing else: no network, no script, no sayso."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from sayso.model.claim import ConflictKind, Standing
from sayso.model.statement import Event, Interest
from sayso.workspace import Workspace

DAY = ["%Y-%m-%d"]
MOST = 50
"""Claims in a report if no other number is asked for: what can be read through."""


def report(
    ledger: Annotated[
        str, typer.Argument(metavar="LEDGER", help="The ledger: a file, or postgresql://…", envvar="SAYSO_LEDGER")
    ],
    more: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]…", help="Claims, as with --claims.", show_default=False)
    ] = None,
    claims: Annotated[
        list[str] | None,
        typer.Option(
            "--claims",
            metavar="ID",
            show_default=False,
            help="These claims, by the first digits of their ids, or of a statement's; once for each, or with commas.",
        ),
    ] = None,
    at: Annotated[
        str | None, typer.Option("--place", metavar="NAME", show_default=False, help="Said of this place.")
    ] = None,
    since: Annotated[
        datetime | None, typer.Option(formats=DAY, metavar="DAY", help="Said of this day or later: 2024-03-15.")
    ] = None,
    until: Annotated[
        datetime | None, typer.Option(formats=DAY, metavar="DAY", help="Said of this day or earlier.")
    ] = None,
    event: Annotated[Event | None, typer.Option(case_sensitive=False, help="Of this kind of act.")] = None,
    side: Annotated[str | None, typer.Option(metavar="SIDE", help="Said by an origin of this side.")] = None,
    standing: Annotated[Standing | None, typer.Option(case_sensitive=False, help="Of this standing.")] = None,
    contested: Annotated[
        bool | None, typer.Option("--contested/--uncontested", help="With a conflict, or without one.")
    ] = None,
    interest: Annotated[
        Interest | None, typer.Option(case_sensitive=False, help="Whether it serves the side of whoever says it.")
    ] = None,
    parts: Annotated[
        ConflictKind | None, typer.Option(case_sensitive=False, help="In a conflict of this kind.")
    ] = None,
    words: Annotated[
        str | None,
        typer.Option("--words", metavar="WORDS", show_default=False, help="With these words, as search takes them."),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=0, help="At most so many claims; 0 for all.")] = MOST,
    out: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", readable=False, help="Write here, not to standard output."),
    ] = None,
) -> None:
    """Write claims into one file to hand on.

    An HTML page that opens offline and prints well: the wording of each claim, its standing step by step, its roots,
    wordings, figures and conflicts, and of each article the outlet, the days, the address and the SHA-256 of what was
    received. With filters those claims of `sayso claims` that meet them.
    """
    from sayso.export.whole import save
    from sayso.ledger.wanted import Wanted
    from sayso.web.paper import written
    from sayso.web.reported import called, choose

    ids = tuple(each for given in [*(claims or ()), *(more or ())] for each in given.replace(",", " ").split())
    with Workspace(ledger) as workspace:
        wanted = Wanted(
            place=at,
            since=since.date() if since else None,
            until=until.date() if until else None,
            event=event,
            side=side,
            words=words,
            standing=standing,
            contested=contested,
            interest=interest,
            parts=parts,
        )
        chosen = choose(workspace, ids, wanted, limit=limit or None)
        text = written(workspace, chosen, ledger=called(ledger), made=datetime.now(UTC))
    if out is None or out == Path("-"):
        typer.echo(text, nl=False)
    else:
        save(out, text.rstrip("\n").split("\n"), "no report made")
