"""Figures as ranges on one scale: each figure a bar from the least to the most that it allows, open ends as arrows.

    At least 23 people   health department · Ostrel · 15 March    ├──────▶
    29 people            health department · Ostrel · 16 March      ●
    The range                                                     ├──────▶   ◆ 23 by the codebook

None is averaged and none left out: what is denied, or given up for a later one, is drawn hollow. The number that a
coder would write down stands beside the range with its rule, and never in its place.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import floor, isfinite, log10

from markupsafe import Markup

from sayso.export.measures import Measure
from sayso.export.words import days, number, span
from sayso.model.statement import NO_SIDE, UNKNOWN_SIDE
from sayso.web.pictures.svg import elided, figure, joined, tag, words
from sayso.weigh.sheet import SheetRow

SHOWN = 24
"""Figures that are drawn; the sheet beneath has them all."""
WIDE = 200
"""The greatest number over the least from which the scale is logarithmic: below it the least is still to be seen."""
TOP = 30.0
TICKS = 6
NICE = (1, 2, 2.5, 5, 10)

SideClass = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Layout:
    """Widths of label, scale and number, a row's height, where its bar lies in it, and characters of a name.

    Narrow, the label and the number stand above the bar.
    """

    label: float
    scale: float
    number: float
    row: float
    bar: float
    name: int

    @property
    def width(self) -> float:
        """The whole picture's."""
        return self.label + self.scale + self.number


BROAD = Layout(336.0, 620.0, 110.0, 40.0, 19.0, 46)
NARROW = Layout(6.0, 338.0, 6.0, 58.0, 44.0, 32)


class Scale:
    """From a number to its place: from nought to the greatest; logarithmic where the numbers lie far apart."""

    def __init__(self, measure: Measure) -> None:
        ends = [end for row in measure.rows for end in (row.low, row.high) if end is not None and isfinite(end)]
        least = min((end for end in ends if end > 0), default=1.0)
        self.wide = max([*ends, 1.0]) / least > WIDE
        self.first = 10 ** floor(log10(least)) if self.wide else 0.0
        self.most = max([*ends, 1.0]) * (1.4 if self.wide else 1.06)

    def at(self, value: float) -> float:
        """Where a number lies, between 0 and 1."""
        if not isfinite(value):
            return 0.0 if value < 0 else 1.0
        if self.wide:
            return log10(max(value, self.first) / self.first) / log10(self.most / self.first)
        return min(1.0, max(0.0, value) / self.most)

    def ticks(self, many: int = TICKS) -> list[float]:
        """About so many round numbers along it."""
        if self.wide:
            powers = range(int(log10(self.first)), int(log10(self.most)) + 1)
            return [10.0**power for power in powers]
        step = self.most / many
        power = 10.0 ** floor(log10(step))
        step = next(power * nice for nice in NICE if power * nice >= step)
        return [step * number for number in range(int(self.most / step) + 1)]


def ranges(measure: Measure, side_class: SideClass, layout: Layout = BROAD) -> Markup:
    """The picture of one measure."""
    scale, rows = Scale(measure), measure.rows[:SHOWN]
    beyond = len(measure.rows) - len(rows)
    parts = [_axis(scale, len(rows), layout)]
    parts += [_row(scale, row, place, side_class, layout) for place, row in enumerate(rows)]
    y = TOP + len(rows) * layout.row
    if beyond:
        parts.append(tag("text", f"and {beyond:,} more, in the sheet below", x=0, y=y + 16, class_="beneath"))
        y += 26
    if len(measure.rows) > 1 or measure.range.coded is not None:
        parts.append(_over_all(scale, measure, y, layout))
        y += layout.row + 16
    told = f"{len(measure.rows):,} figures, from {span(measure.range.low, measure.range.high)}; the sheet has each."
    return figure(layout.width, y + 6, f"Figures: {measure.title}", told, joined(parts), class_="ranges")


def drawn(measure: Measure, side_class: SideClass) -> tuple[Measure, Markup, Markup]:
    """A measure with its picture for a broad page and for a narrow one."""
    return measure, ranges(measure, side_class), ranges(measure, side_class, NARROW)


def _axis(scale: Scale, rows: int, layout: Layout) -> Markup:
    bottom, parts = TOP + rows * layout.row, list[Markup]()
    for tick in scale.ticks(TICKS if layout is BROAD else TICKS // 2):
        x = layout.label + scale.at(tick) * layout.scale
        parts.append(tag("line", x1=x, x2=x, y1=TOP - 8, y2=bottom, class_="grid"))
        parts.append(tag("text", number(tick), x=x, y=TOP - 14, class_="tick"))
    if scale.wide and layout is BROAD:
        parts.append(tag("text", "each line ten times the one before", x=layout.width, y=TOP - 14, class_="tick last"))
    return joined(parts)


def _row(scale: Scale, row: SheetRow, place: int, side_class: SideClass, layout: Layout) -> Markup:
    y = TOP + place * layout.row
    mark = "denied" if row.denied else "earlier" if row.earlier else ""
    label = f"{mark}: {row.text}" if mark else row.text
    side = "" if row.side in (NO_SIDE, UNKNOWN_SIDE) or row.side.casefold() in row.who.casefold() else row.side
    beneath = " · ".join(part for part in (row.who, side, when(row)) if part)
    whole = "\n".join(
        map(words, (label, beneath, row.outlet or row.location.rsplit("/", 1)[-1], span(row.low, row.high)))
    )
    parts = [
        tag("title", whole),
        tag("rect", x=0, y=y, width=layout.width, height=layout.row, class_="band"),
        tag("text", elided(label, layout.name - 6), x=0, y=y + 16, class_="name"),
        tag("text", elided(beneath, layout.name + (8 if layout is BROAD else 22)), x=0, y=y + 31, class_="beneath"),
        _bar(
            scale, row.low, row.high, y + layout.bar, layout, f"bar {side_class(row.side)}{' hollow' if mark else ''}"
        ),
        tag("text", span(row.low, row.high), x=layout.width, y=y + (23 if layout is BROAD else 16), class_="value"),
    ]
    return tag("a", *parts, href=f"/article/{row.document}#s-{row.statement}", class_="figure-row")


def _bar(scale: Scale, low: float | None, high: float | None, y: float, layout: Layout, class_: str) -> Markup:
    start = layout.label + (0.0 if low is None else scale.at(low) * layout.scale)
    end = layout.label + (layout.scale if high is None else scale.at(high) * layout.scale)
    if low is not None and low == high:
        return tag("circle", cx=start, cy=y, r=5.5, class_=class_)
    parts = [tag("line", x1=start, x2=max(end, start + 2), y1=y, y2=y, class_="stem")]
    if low is None:
        parts.append(
            tag("path", d=f"M{start + 8:.1f} {y - 5:.1f}L{start:.1f} {y:.1f}L{start + 8:.1f} {y + 5:.1f}", class_="tip")
        )
    else:
        parts.append(tag("circle", cx=start, cy=y, r=4.0))
    if high is None:
        parts.append(
            tag("path", d=f"M{end - 8:.1f} {y - 5:.1f}L{end:.1f} {y:.1f}L{end - 8:.1f} {y + 5:.1f}", class_="tip")
        )
    else:
        parts.append(tag("circle", cx=end, cy=y, r=4.0))
    return tag("g", *parts, class_=class_)


def _over_all(scale: Scale, measure: Measure, y: float, layout: Layout) -> Markup:
    found = measure.range
    parts = [
        tag("line", x1=0, x2=layout.width, y1=y + 2, y2=y + 2, class_="rule"),
        tag("text", "The range over all", x=0, y=y + 26, class_="name strong"),
        _bar(scale, found.low, found.high, y + (22 if layout is BROAD else 40), layout, "bar over-all"),
        tag("text", span(found.low, found.high), x=layout.width, y=y + 26, class_="value strong"),
    ]
    if found.coded is not None:
        x, base = layout.label + scale.at(found.coded) * layout.scale, y + (46 if layout is BROAD else 64)
        parts.append(tag("path", d=f"M{x:.1f} {base - 11:.1f}l6 7l-6 7l-6 -7z", class_="coded"))
        parts.append(tag("text", "ACLED's conservative number", x=0, y=base, class_="beneath"))
        parts.append(tag("text", number(found.coded), x=layout.width, y=base, class_="value"))
    return tag("g", *parts)


def when(row: SheetRow) -> str:
    """As of when, else when it was said."""
    if row.as_of is not None and (row.as_of.start or row.as_of.end):
        return f"as of {days(row.as_of.start, row.as_of.end)}"
    said = row.said
    return f"said {days(said.earliest, said.latest)}" if said.earliest or said.latest else ""
