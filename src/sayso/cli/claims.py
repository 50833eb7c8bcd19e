"""`sayso claims`: the claims of a ledger, those first that a person should look at first."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from sayso.cli import told
from sayso.cli.place import DEFAULT, LedgerArgument, LedgerOption, chosen
from sayso.cli.sheet import MARGIN, Sheet, words
from sayso.cli.terminal import output, write
from sayso.export import words as tell
from sayso.model.claim import Standing
from sayso.model.statement import Event
from sayso.workspace import Workspace

if TYPE_CHECKING:
    from sayso.ledger.claims import ListedClaim

DAY = ["%Y-%m-%d"]
ROOTS = 4
"""Roots named in a list; `sayso why` names them all."""


def claims(
    context: typer.Context,
    place: LedgerArgument = None,
    at: told.PlaceOption = None,
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
    words_: told.WordsOption = None,
    limit: told.LimitOption = None,
    as_json: told.JsonOption = False,
    ledger: LedgerOption = DEFAULT,
) -> None:
    """List claims: on how many roots each stands, and if contested.

    A claim is what several statements say alike. Contested ones come first, then what many articles echo from one
    root, then what one side alone says, then the rest by the number of articles. A claim is shown if one of its
    statements meets all that is asked for.
    """
    where = chosen(context, place, ledger)
    wanted = (at, since, until, event, side, standing, contested, words_)
    sheet, shown, of = Sheet(output()), 0, 0
    with Workspace(where) as workspace:
        for each in workspace.claims(
            place=at,
            since=since.date() if since else None,
            until=until.date() if until else None,
            event=event,
            side=side,
            standing=standing,
            contested=contested,
            words=words_,
            limit=told.most(limit, as_json=as_json),
        ):
            shown, of = shown + 1, each.of
            _put(sheet, each, as_json=as_json)
    if not shown:
        raise told.nothing(where, "claim", asked=any(each is not None for each in wanted))
    if not as_json:
        told.counted(sheet, shown, of, "claim")


def _put(sheet: Sheet, each: "ListedClaim", *, as_json: bool) -> None:
    if as_json:
        from sayso.export.exchange import claim_row
        from sayso.export.jsonl import line

        write(line(claim_row(each.claim)))
        return
    claim, dot = each.claim, Text(f" {sheet.glyphs.dot} ", style="quiet")
    sheet.blank()
    sheet.hanging(words(claim.id[: told.ID], "quiet"), words(claim.text, "title"), MARGIN, told.INDENT)
    facts = [told.standing(sheet, claim), Text(tell.counted(each.articles, "article"), style="quiet")]
    if len(claim.statements) != each.articles:
        facts.append(Text(tell.counted(len(claim.statements), "statement"), style="quiet"))
    facts.append(Text(tell.counted(len(claim.roots), "root"), style="quiet"))
    sheet.paragraph(dot.join(facts), told.INDENT)
    roots = [told.root(root) for root in told.roots(claim)[:ROOTS]]
    if len(claim.roots) > ROOTS:
        roots.append(Text(f"{len(claim.roots) - ROOTS} more", style="quiet"))
    sheet.paragraph(dot.join(roots), told.INDENT)
