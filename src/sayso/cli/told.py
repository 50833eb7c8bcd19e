"""Told: what the sheets across articles have in common: a statement out of its article, a claim in short, a conflict.

And what their verbs have in common: how many rows are shown, and the row for nothing.
"""

from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer
from rich.text import Text

from sayso.cli.audit import chain, grounds
from sayso.cli.sheet import MARGIN, Sheet, words
from sayso.export import words as tell
from sayso.model.claim import Claim, Root
from sayso.model.filed import Filed
from sayso.model.problem import Problem, SaysoError
from sayso.model.statement import NO_SIDE, UNKNOWN_SIDE, Certainty, OriginKind, Voice

if TYPE_CHECKING:
    from sayso.ledger.claims import Parted

ID = 8
"""Digits of an id that are shown: two of a million statements share so many once in a hundred ledgers."""

FIRST = 50
"""Rows shown in a terminal if no other number is asked for: what can be looked through."""

INDENT = MARGIN + ID + 2

LimitOption: TypeAlias = Annotated[
    int | None,
    typer.Option(
        "--limit", "-n", min=0, show_default=False, help=f"Show so many; 0 for all. [default: {FIRST}; all with --json]"
    ),
]
PlaceOption: TypeAlias = Annotated[
    str | None, typer.Option("--place", metavar="NAME", show_default=False, help="Said of this place.")
]
WordsOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--words", metavar="WORDS", show_default=False, help="With these words, as search takes them."),
]
JsonOption: TypeAlias = Annotated[bool, typer.Option("--json", help="Print JSON Lines instead.")]


def most(limit: int | None, *, as_json: bool) -> int | None:
    """How many rows are to be shown, None for all."""
    return (None if as_json else FIRST) if limit is None else limit or None


def nothing(where: object, noun: str, *, asked: bool) -> SaysoError:
    """The row for a ledger that has nothing of the kind, or nothing that meets the conditions."""
    if asked:
        return SaysoError(Problem(str(where), f"no {noun} in it is like that", "nothing shown", "Ask for less."))
    what, remedy = f"there is no {noun} in it", "Read articles into it with: sayso add PATH --ledger FILE."
    return SaysoError(Problem(str(where), what, "nothing shown", remedy))


def counted(sheet: Sheet, shown: int, of: int, noun: str) -> None:
    """The last line of a list: how many there are, and of these how many stand above it."""
    rest = "" if shown == of else f", the first {shown:,} shown; all with --limit 0"
    sheet.blank()
    sheet.paragraph(words(f"{tell.counted(of, noun)}{rest}", "quiet"))
    sheet.blank()


def statement(sheet: Sheet, filed: Filed, indent: int = INDENT) -> None:
    """A statement: its id, who says it through whom; the words; how they would know; the article and its day."""
    dot = Text(f" {sheet.glyphs.dot} ", style="quiet")
    tag = Text(filed.statement.id[:ID], style="quiet")
    sheet.hanging(tag, chain(sheet, filed.statement), indent - ID - 2, indent)
    sheet.paragraph(said(sheet, filed), indent)
    sheet.paragraph(dot.join([words(article(sheet, filed), "quiet"), *grounds(filed.statement)]), indent)


def said(sheet: Sheet, filed: Filed) -> Text:
    """The words, in quotation marks where quoted whole; a denial is marked as one."""
    text = words(filed.words).plain
    if filed.statement.voice is Voice.DIRECT:
        text = f"{sheet.glyphs.opening}{text}{sheet.glyphs.closing}"
    mark = ("Denied: ", "denied") if filed.statement.certainty is Certainty.DENIED else ""
    return Text.assemble(mark, text)


def article(sheet: Sheet, filed: Filed) -> str:
    """Where it stands: the outlet, else the file, and the day."""
    days = filed.published
    written = tell.days(days.earliest, days.latest, sheet.glyphs.dash) if days.earliest or days.latest else ""
    where = filed.outlet or filed.location.rsplit("/", 1)[-1]
    return f"{where}, {written}" if written else where


def standing(sheet: Sheet, claim: Claim) -> Text:
    """ "echoed · contested"."""
    line = Text(claim.standing.value, style="label")
    if claim.contested:
        line.append(f" {sheet.glyphs.dot} ", style="quiet")
        line.append("contested", style="against")
    return line


def root(value: Root) -> Text:
    """ "Varnia's defence ministry (Varnia)"."""
    if value.own_voice:
        return words(f"{value.name or 'an outlet'} in its own voice", "own")
    name = words(value.name or tell.NOBODY_NAMED.get(value.kind, tell.NOBODY_NAMED[OriginKind.UNSTATED]), "origin")
    return name if value.side in (UNKNOWN_SIDE, NO_SIDE) else Text.assemble(name, " (", words(value.side), ")")


def roots(claim: Claim) -> list[Root]:
    """Those who answer for it first, then those who say most."""
    return sorted(claim.roots, key=lambda value: (value.own_voice, -len(value.statements)))


def conflict(sheet: Sheet, parted: "Parted") -> None:
    """Both sides of a conflict with their words, and the sentence why."""
    head = Text(parted.conflict.kind.value, style="against")
    if parted.pairs > 1:
        head.append(f" {sheet.glyphs.dot} {parted.pairs:,} pairs of statements, of which one", style="not bold dim")
    sheet.hanging(words(parted.conflict.id[:ID], "quiet"), head, MARGIN, INDENT)
    sheet.paragraph(words(parted.conflict.why), INDENT)
    for side in (parted.a, parted.b):
        statement(sheet, side, INDENT + ID + 2)
