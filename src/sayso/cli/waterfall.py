"""A waterfall: how a sum comes about, a bar for each of its parts that begins where the one before it ended.

to begin with        ░░░░░░░░░│            −6.37
same origin               ███│            +2.56
"""

from collections.abc import Sequence

from rich.text import Text

from sayso.cli.sheet import MARGIN, Sheet, words
from sayso.cli.terminal import UNICODE
from sayso.model.claim import Reason

NAME = 18
NUMBER = 8


def waterfall(sheet: Sheet, reasons: Sequence[Reason]) -> None:
    """A row for each reason, its sentence beneath; what speaks for is drawn full, what speaks against light."""
    ends = [0.0]
    for reason in reasons:
        ends.append(ends[-1] + reason.weight)
    low, high = min(ends), max(ends)
    room = max(10, sheet.width - 2 * MARGIN - NAME - NUMBER - 2)
    fine = sheet.glyphs is UNICODE
    full, light, nought = ("█", "░", "│") if fine else ("#", "-", "|")

    def column(value: float) -> int:
        return round((value - low) / ((high - low) or 1.0) * (room - 1))

    for reason, start, end in zip(reasons, ends, ends[1:], strict=False):
        cells = [" "] * room
        for at in range(min(column(start), column(end)), max(column(start), column(end)) + 1):
            cells[at] = full if reason.weight > 0 else light
        if cells[column(0.0)] == " ":
            cells[column(0.0)] = nought
        line = Text(reason.name[:NAME].ljust(NAME + 2))
        line.append("".join(cells), style="bar" if reason.weight > 0 else "bar.own")
        line.append(signed(reason.weight, fine=fine).rjust(NUMBER), style="quiet")
        sheet.row(line)
        sheet.paragraph(words(reason.why, "quiet"), MARGIN + NAME + 2)


def signed(value: float, *, fine: bool = True) -> str:
    """ "+1.20", "−0.30"."""
    sign = "+" if value >= 0 else "−" if fine else "-"
    return f"{sign}{abs(value):.2f}"
