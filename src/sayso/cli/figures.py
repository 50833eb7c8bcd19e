"""`sayso figures`: every figure of one measure and place beside the others, none averaged, none left out."""

from math import isfinite, log10
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from sayso.cli import told
from sayso.cli.place import DEFAULT, LedgerArgument, LedgerOption, chosen
from sayso.cli.sheet import MARGIN, Sheet, words
from sayso.cli.terminal import UNICODE, output, write
from sayso.export import words as tell
from sayso.model.statement import NO_SIDE, UNKNOWN_SIDE
from sayso.workspace import Workspace

if TYPE_CHECKING:
    from sayso.export.measures import Measure
    from sayso.weigh.sheet import SheetRow

LABEL = 26
"""Columns for a figure in its own words."""

WIDE = 200
"""The greatest number over the least from which the scale is logarithmic: below it the least is still to be seen."""


def figures(
    context: typer.Context,
    place: LedgerArgument = None,
    measure: Annotated[
        str | None, typer.Option(metavar="WORDS", help="What is counted: killed, soldiers killed, settlements held.")
    ] = None,
    at: told.PlaceOption = None,
    as_json: told.JsonOption = False,
    ledger: LedgerOption = DEFAULT,
) -> None:
    """Show figures side by side on one scale, and their range.

    What each allows, who gives it, as of when, and when it was said; none is averaged, none left out. The number
    that ACLED's codebook would have a coder write down, the most conservative, stands beside the range.
    """
    where = chosen(context, place, ledger)
    with Workspace(where) as workspace:
        found = workspace.figures(measure=measure, place=at)
    if not found:
        raise told.nothing(where, "figure", asked=measure is not None or at is not None)
    if as_json:
        _lines(found)
        return
    sheet = Sheet(output())
    for each in found:
        sheet.blank()
        _measure(sheet, each, at)
    sheet.blank()


def _measure(sheet: Sheet, measure: "Measure", at: str | None) -> None:
    title = measure.title[:1].upper() + measure.title[1:] + (f", {at}" if at else "")
    sheet.heading(words(title).plain, tell.counted(len(measure.rows), "figure"))
    scale = Scale(sheet, measure)
    scale.axis()
    for row in measure.rows:
        sheet.blank()
        mark = "denied: " if row.denied else "earlier: " if row.earlier else ""
        scale.row(f"{mark}{row.text}", row.low, row.high, "bar.own" if mark else "bar")
        side = "" if row.side in (UNKNOWN_SIDE, NO_SIDE) else f" ({row.side})"
        sheet.paragraph(words(f"{row.who}{side}", "origin"), MARGIN + 2)
        sheet.paragraph(words(f" {sheet.glyphs.dot} ".join(_facts(sheet, row)), "quiet"), MARGIN + 2)
    if len(measure.rows) > 1 or measure.range.coded is not None:
        sheet.blank()
        scale.row("The range", measure.range.low, measure.range.high, "bar")
        if measure.range.coded is not None:
            scale.row("The conservative reading", measure.range.coded, measure.range.coded, "bar")
            sheet.paragraph(words(measure.range.rule, "quiet"), MARGIN + 2)


def _facts(sheet: Sheet, row: "SheetRow") -> list[str]:
    """As of when, said when, where, and how a coder would write it down."""
    facts = []
    if row.as_of is not None:
        known = tell.days(row.as_of.start, row.as_of.end, sheet.glyphs.dash) if row.as_of.start or row.as_of.end else ""
        facts.append(f"as of {known or row.as_of.text}")
    said = row.said
    if said.earliest or said.latest:
        facts.append(f"said {tell.days(said.earliest, said.latest, sheet.glyphs.dash)}")
    if row.coded is not None:
        facts.append(f"coded {row.coded:,}")
    return [*facts, row.outlet or row.location.rsplit("/", 1)[-1], row.statement[: told.ID]]


class Scale:
    """One scale for all the figures of a measure, from nought to the greatest; logarithmic where they lie far apart."""

    def __init__(self, sheet: Sheet, measure: "Measure") -> None:
        ends = [end for row in measure.rows for end in (row.low, row.high) if end is not None and isfinite(end)]
        least = min((end for end in ends if end > 0), default=1.0)
        self.sheet, self.most = sheet, max([*ends, 1.0])
        self.wide = self.most / least > WIDE
        self.values = max(len(tell.span(row.low, row.high, sheet.glyphs.dash)) for row in measure.rows)
        self.room = max(10, sheet.width - 2 * MARGIN - LABEL - self.values - 3)

    def axis(self) -> None:
        """The scale's ends."""
        last = f"{tell.number(self.most)}{' (logarithmic)' if self.wide else ''}"
        first = "1" if self.wide else "0"
        line = Text(" " * (LABEL + 1) + first, style="quiet")
        line.append(f" {self.sheet.glyphs.rule * max(0, self.room - len(first) - len(last) - 2)} {last}")
        self.sheet.row(line)

    def row(self, label: str, low: float | None, high: float | None, style: str) -> None:
        """A figure: its words, a bar from the least to the most that it allows, and both as numbers."""
        for at, line in enumerate(words(label).wrap(self.sheet.console, LABEL)):
            line.rstrip()
            if at == 0:
                line.pad_right(LABEL + 1 - line.cell_len)
                line.append(self._bar(low, high), style=style)
                line.append("  " + tell.span(low, high, self.sheet.glyphs.dash).rjust(self.values), style="quiet")
            self.sheet.row(line)

    def _bar(self, low: float | None, high: float | None) -> str:
        full, light, left, right = ("█", "░", "◀", "▶") if self.sheet.glyphs is UNICODE else ("#", "-", "<", ">")
        first = 0 if low is None else self._column(low)
        last = self.room - 1 if high is None else self._column(high)
        open_ended = low is None or high is None
        cells = [" "] * self.room
        cells[first : last + 1] = (light if open_ended else full) * (last + 1 - first)
        if low is None:
            cells[first] = left
        if high is None:
            cells[last] = right
        if low is not None:
            cells[first] = full
        if high is not None:
            cells[last] = full
        return "".join(cells)

    def _column(self, value: float) -> int:
        if not isfinite(value):
            return 0
        part = log10(max(value, 1.0)) / log10(self.most) if self.wide else max(0.0, value) / self.most
        return round(part * (self.room - 2 if self.room > 2 else 0))


def _lines(found: "tuple[Measure, ...]") -> None:
    from sayso.export.answers import figure_row, range_row
    from sayso.export.jsonl import line

    for measure in found:
        for row in measure.rows:
            write(line(figure_row(row)))
        write(line(range_row(measure)))
