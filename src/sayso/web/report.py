"""`sayso report LEDGER`: claims to hand on, in one file that needs nothing else: no network, no script, no sayso.

The same claims of the same ledger give the same bytes, but for the moment at which it was made, which the file names.
"""

from base64 import b64encode
from datetime import UTC, datetime
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer
from markupsafe import Markup

import sayso
from sayso.export.whole import save
from sayso.export.words import day, particulars
from sayso.model.claim import Standing
from sayso.model.problem import Problem, SaysoError
from sayso.model.statement import Event
from sayso.web.render import environment
from sayso.web.reported import Chosen, Report, gathered
from sayso.web.sides import Palette
from sayso.weigh.standing import name_of, side_name
from sayso.workspace import Workspace

MOST = 50
"""Claims in a report if no other number is asked for: what can be read through."""

STANDINGS = {
    Standing.UNSOURCED: "Only outlets in their own voice say so, or origins that nobody names.",
    Standing.SOLE: "One root, in one article.",
    Standing.ECHOED: "One root, in several articles: however many pages print it, one origin says so.",
    Standing.ONE_SIDED: "Several independent roots, and no second side among them.",
    Standing.CROSS_SIDE: "Independent roots of different sides; or one of no side beside another; or an admission "
    "against the interest of its own side beside another root.",
}
"""What each standing means, in the words of the rules that give it."""

DAY = ["%Y-%m-%d"]


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
    ids = tuple(each for given in [*(claims or ()), *(more or ())] for each in given.replace(",", " ").split())
    with Workspace(ledger) as workspace:
        chosen = choose(
            workspace,
            ids,
            place=at,
            since=since.date() if since else None,
            until=until.date() if until else None,
            event=event,
            side=side,
            standing=standing,
            contested=contested,
            words=words,
            limit=limit or None,
        )
        text = written(workspace, chosen, ledger=called(ledger), made=datetime.now(UTC))
    if out is None or out == Path("-"):
        typer.echo(text, nl=False)
    else:
        save(out, text.splitlines(), "no report made")


def choose(workspace: Workspace, ids: tuple[str, ...], *, limit: int | None = MOST, **wanted: object) -> Chosen:
    """The claims of these ids, or where none are given those that meet what is wanted.

    Raises SaysoError where there is none such, or where both are given: a report says which claims it is on.
    """
    asked = tuple(
        (name, value.isoformat() if hasattr(value, "isoformat") else _worded(name, value))
        for name, value in wanted.items()
        if value is not None
    )
    if ids:
        if asked:
            what = f"claims are named, and asked for by {', '.join(name for name, _ in asked)} besides"
            raise SaysoError(Problem(ids[0], what, "no report made", "Name claims, or ask for them; not both."))
        found = tuple(dict.fromkeys(_claim(workspace, each) for each in ids))
        return Chosen(found, (("claims named", str(len(found))),), len(found))
    listed = list(workspace.claims(limit=limit, **wanted))  # type: ignore[arg-type]
    if not listed:
        what = "no claim in it is like that" if asked else "there is no claim in it"
        remedy = "Ask for less." if asked else "Read articles into it with: sayso add PATH --ledger FILE."
        raise SaysoError(Problem(called(str(workspace.path)), what, "no report made", remedy))
    return Chosen(tuple(each.claim.id for each in listed), asked, listed[0].of)


def written(workspace: Workspace, chosen: Chosen, *, ledger: str, made: datetime) -> str:
    """The report as the text of its file."""
    found = gathered(workspace, chosen, ledger=ledger, made=made.astimezone(UTC), version=sayso.__version__)
    return rendered(found, Palette.of(workspace.sides()))


def rendered(report: Report, palette: Palette) -> str:
    """The file: its style is named by its hash in the policy, and nothing else may act in it (CSP 3)."""
    style = f"{_sheet()}{running_head(report)}"
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return environment().get_template("report.html").render(
        report=report,
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        style=Markup(style),
        side_class=palette.of_side,
        side_name=side_name,
        name_of=name_of,
        standings={str(each): told for each, told in STANDINGS.items()},
        particulars=particulars,
    )


def running_head(report: Report) -> str:
    """The head of each printed page after the first: the ledger's name and the day, by css-page-3's margin boxes."""
    head = f"sayso report · {report.ledger}"
    return (
        f"@page {{ @top-left {{ content: {_quoted(head)} }} @top-right {{ content: {_quoted(day(report.made))} }} }}\n"
        "@page :first { @top-left { content: none } @top-right { content: none } }\n"
    )


def called(location: str) -> str:
    """The ledger's name as a report prints it: a file's name; of a server host and database, and no password."""
    if "://" not in location:
        return Path(location).name
    try:
        parts = urlsplit(location)
        return f"{parts.hostname or 'localhost'}{parts.path}"
    except ValueError:
        return "a ledger"


def _claim(workspace: Workspace, prefix: str) -> str:
    try:
        return workspace.claim(prefix).id
    except SaysoError as error:
        problem = error.problem
        raise SaysoError(Problem(problem.where, problem.what, "no report made", problem.remedy)) from error


def _worded(name: str, value: object) -> str:
    return ("yes" if value else "no") if name == "contested" else str(value)


def _quoted(text: str) -> str:
    """A string of CSS in which nothing from outside can end it, or the style that it stands in."""
    return '"' + "".join(char if char.isascii() and char.isalnum() or char == " " else f"\\{ord(char):06x}" for char in text) + '"'


def _sheet() -> str:
    return (files("sayso.web") / "static" / "report.css").read_text(encoding="utf-8")
