"""`sayso people LEDGER [NAME]`: who may work at the ledger's desk; the first admin is named here."""

import getpass
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text

from sayso.cli import told
from sayso.cli.sheet import MARGIN, Sheet, words
from sayso.cli.terminal import output, write
from sayso.export import words as tell
from sayso.export.dead import dead
from sayso.model.person import Change, Changed, Role
from sayso.model.problem import Problem, SaysoError
from sayso.model.store import StoreName, named
from sayso.workspace import Workspace

if TYPE_CHECKING:
    from sayso.ledger.people import Known, People

_UNCHANGED = "nothing was changed"
_AT_ONCE = 200
_DAY = 26
"""Columns of a day with its hour, the longest and a blank: "30 September 2026 23:59"."""


def people(
    ledger: Annotated[
        StoreName,
        typer.Argument(metavar="LEDGER", parser=named, help="The ledger: a file, or postgresql://…"),
    ],
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", show_default=False, help="Whom this is about.")
    ] = None,
    add: Annotated[bool, typer.Option("--add", help="Let NAME in; the first is an admin.")] = False,
    role: Annotated[Role | None, typer.Option("--role", show_default=False, help="What NAME may do.")] = None,
    password: Annotated[bool, typer.Option("--password", help="Give NAME a new password.")] = False,
    shut_out: Annotated[
        bool | None, typer.Option("--shut-out/--let-in", show_default=False, help="Shut NAME out, or let in again.")
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Forget NAME, who was added by mistake.")] = False,
    roll: Annotated[bool, typer.Option("--roll", help="Who changed what of the people, and when.")] = False,
    as_json: told.JsonOption = False,
) -> None:
    """List who may work at the desk of a ledger, or change what one of them may do.

    A reader looks, an editor judges and adds too, an admin also says who the others are. A password is asked for, or
    read from standard input. What changes ends that person's sessions; what they decided stays theirs.
    """
    asked = [add, password, shut_out is not None, remove, role is not None and not add]
    if roll and (name is not None or any(asked)):
        raise typer.BadParameter("the roll is of everybody: leave out the rest")
    if name is None and any(asked):
        raise typer.BadParameter("whom is this about? Give a NAME after the ledger")
    if sum(asked) > 1:
        raise typer.BadParameter("one change at a time")
    with Workspace(ledger) as workspace:
        if roll:
            return _roll(workspace.people, as_json=as_json)
        if name is None:
            return _list(workspace.people, ledger, as_json=as_json)
        workspace.open(create=add and ledger.path is None)
        done = _change(workspace.people, name, add=add, role=role, password=password, shut_out=shut_out, remove=remove)
    output().print(Text(dead(f"{ledger}: {done}")), soft_wrap=True)


def _change(
    people: "People",
    name: str,
    *,
    add: bool,
    role: Role | None,
    password: bool,
    shut_out: bool | None,
    remove: bool,
) -> str:
    """What was done, as a sentence."""
    if add:
        given = role or (Role.READER if people.any() else Role.ADMIN)
        person = people.add(name, _password(name), given)
        return f"{person.name} is let in as {person.role}."
    if remove:
        return f"{people.remove(name).name} is forgotten."
    if password:
        return f"{people.set_password(name, _password(name)).name} has a new password."
    if shut_out is not None:
        person = people.set_disabled(name, shut_out)
        return f"{person.name} is {'shut out' if shut_out else 'let in again'}."
    if role is not None:
        person = people.set_role(name, role)
        return f"{person.name} is {person.role} now."
    found = [each for each in people.listed() if each.name.casefold() == name.casefold()]
    if not found:
        remedy = "Let them in with: --add."
        raise SaysoError(Problem(name, "nobody in this ledger has this name", _UNCHANGED, remedy))
    return _line(found[0])


def _password(name: str) -> str:
    """Asked for twice where somebody types, else the first line of standard input; never an argument."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    first = getpass.getpass(f"Password for {dead(name)}: ")
    if getpass.getpass("The same again: ") != first:
        raise SaysoError(Problem(name, "the two passwords differ", _UNCHANGED, "Try again."))
    return first


def _list(people: "People", ledger: StoreName, *, as_json: bool) -> None:
    everybody = people.listed()
    if as_json:
        from sayso.export.jsonl import line

        for each in everybody:
            write(line(_row(each)))
        return
    sheet = Sheet(output())
    sheet.blank()
    if not everybody:
        sheet.paragraph(
            words(f"{ledger} has no people: on 127.0.0.1 its desk is open to this machine, if it is a file.")
        )
        sheet.paragraph(words(f"Name an admin with: sayso people {ledger} NAME --add", "quiet"))
        return sheet.blank()
    for each in everybody:
        sheet.hanging(Text(f"{each.role:<8}", style="quiet"), words(_line(each)), MARGIN, MARGIN + 8)
    sheet.blank()
    sheet.paragraph(words(f"{len(everybody):,} in all", "quiet"))
    sheet.blank()


def _roll(people: "People", *, as_json: bool) -> None:
    entries, some = list[Changed](), people.roll(_AT_ONCE)
    while some:
        entries += some
        some = people.roll(_AT_ONCE, some[-1].number)
    if as_json:
        from sayso.export.answers import roll_row
        from sayso.export.jsonl import line

        for each in entries:
            write(line(roll_row(each)))
        return
    sheet = Sheet(output())
    sheet.blank()
    if not entries:
        sheet.paragraph(words("Nobody has been let in, changed or shut out yet.", "quiet"))
    for each in entries:
        when = Text(f"{tell.day(each.when.date())} {each.when:%H:%M}", style="quiet")
        role = f" {each.role}" if each.what in (Change.ADDED, Change.ROLE) else ""
        done = f"{each.whom}: {tell.CHANGES[each.what]}{role} ({each.who})"
        sheet.hanging(when, words(dead(done)), MARGIN, MARGIN + _DAY)
    sheet.blank()


def _line(known: "Known") -> str:
    seen = f"last here {tell.day(known.seen.date())}" if known.seen else "never here yet"
    return f"{known.name}, {'shut out, ' if known.disabled else ''}{seen}"


def _row(known: "Known") -> dict[str, Any]:
    return {
        "name": known.name,
        "role": str(known.role),
        "disabled": known.disabled,
        "since": known.since.isoformat(),
        "seen": known.seen.isoformat() if known.seen else None,
    }
