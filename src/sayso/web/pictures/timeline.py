"""The timeline: claims by the days that they tell of, stacked by the sides of their roots.

A bar is what is told of one day (week, month, year); a soft wide bar below is what is told of several of them, no day
of which is meant more than another. A claim of two sides counts half for each; what is contested is marked under its
bar in amber. A paler bar: no time is claimed, and the articles must have been written then.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from markupsafe import Markup

from sayso.export.words import counted, days
from sayso.ledger.atlas import Told, Unit, begin
from sayso.ledger.maps import Spell

WIDTH, HEIGHT = 1040, 250
LEFT, RIGHT, TOP = 36, 8, 14
BAND, BANDS, GAP = 9, 14, 3
"""How high a wide bar is, and how many rows of them there may be; those with the fewest claims are left out beyond."""

LAST = {Unit.DAY: 0, Unit.WEEK: 6}
AROUND = 64


@dataclass(frozen=True, slots=True)
class Column:
    """What is told of one unit of time: the number of claims, and of each class of sides the part that is its own."""

    first: date
    last: date
    claims: int
    contested: int
    parts: Mapping[str, float]
    written: Mapping[str, float] = field(default_factory=dict)
    sides: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Span:
    """What is told of several units."""

    first: date
    last: date
    claims: int
    contested: int
    kind: str
    sides: Mapping[str, int]


def end(first: date, unit: Unit) -> date:
    """The last day of the unit that begins on a day."""
    if unit in LAST:
        return first + timedelta(min(LAST[unit], (date.max - first).days))
    if unit is Unit.YEAR:
        return first.replace(month=12, day=31)
    following = begin(first.replace(day=28) + timedelta(4 if first.year < date.max.year else 0), Unit.MONTH)
    return following - timedelta(1) if following > first else first.replace(day=31)


def columns(spells: Sequence[Spell], unit: Unit, side_class: Callable[[str], str]) -> list[Column]:
    """What is told of each unit, from the first on."""
    by_first: dict[date, list[Spell]] = defaultdict(list)
    for each in spells:
        if each.first == each.last:
            by_first[each.first].append(each)
    return [_column(first, unit, by_first[first], side_class) for first in sorted(by_first)]


def spans(spells: Sequence[Spell], unit: Unit, side_class: Callable[[str], str]) -> list[Span]:
    """What is told of several units, the most claims first."""
    found = [
        Span(each.first, end(each.last, unit), each.claims, each.contested, _kind(each.sides, side_class), each.sides)
        for each in spells
        if each.first != each.last and each.told is not Told.WRITTEN
    ]
    return sorted(found, key=lambda span: (-span.claims, span.first, span.last))


def drawn(
    shown: Sequence[Column],
    wide: Sequence[Span],
    unit: Unit,
    since: date,
    until: date,
    href: Callable[[date, date], str],
) -> Markup:
    """Bars over an axis, and wide bars under it; each leads to its claims."""
    most = max((column.claims for column in shown), default=1)
    scale = _Scale(since, until)
    placed, rows = _rows(wide, scale)
    base, height = HEIGHT - 26, HEIGHT + (rows * (BAND + GAP) + 14 if rows else 0)
    bars = Markup("").join(_bar(column, scale, most, base, href) for column in shown)
    wides = Markup("").join(_wide(span, row, scale, href) for span, row in placed)
    return Markup(
        '<svg class="timeline" role="group" aria-label="Claims by {unit}; the table below has the same." '
        'viewBox="0 0 {width} {height}">{grid}{bars}<path class="time-axis" d="M{left} {base}H{right}"/>'
        "{ticks}{wides}</svg>"
    ).format(
        unit=unit.value,
        width=WIDTH,
        height=height,
        grid=_levels(most, base),
        bars=bars,
        left=LEFT,
        right=WIDTH - RIGHT,
        base=base,
        ticks=_ticks(since, until, unit, scale, base),
        wides=wides,
    )


def overview(months: Sequence[tuple[date, int]], ends: tuple[date, date], since: date, until: date) -> Markup:
    """All the ledger's time in a strip, and what part of it is shown."""
    scale, high = _Scale(*ends), 34
    most = max((number for _, number in months), default=1)
    bars = Markup("").join(
        Markup('<rect class="time-part" x="{}" y="{}" width="{}" height="{}"/>').format(
            round(scale.x(first), 1),
            round(high - max(1.5, number / most * (high - 6)), 1),
            round(max(0.8, scale.x(end(first, Unit.MONTH) + timedelta(1)) - scale.x(first) - 0.6), 1),
            round(max(1.5, number / most * (high - 6)), 1),
        )
        for first, number in months
        if ends[0] <= end(first, Unit.MONTH) and first <= ends[1]
    )
    left, right = max(LEFT, scale.x(since)), min(WIDTH - RIGHT, scale.x(min(until, ends[1]) + timedelta(1)))
    return Markup(
        '<svg class="timeline overview" aria-hidden="true" viewBox="0 0 {} {}">{}'
        '<path class="time-axis" d="M{} {}H{}"/>'
        '<rect class="time-window" x="{}" y="1" width="{}" height="{}" rx="2"/></svg>'
    ).format(
        WIDTH, high + 3, bars, LEFT, high, WIDTH - RIGHT, round(left, 1), round(max(3.0, right - left), 1), high + 1
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    since: date
    until: date

    def x(self, day: date) -> float:
        """Where a day begins."""
        whole = (self.until - self.since).days + 1
        return LEFT + (day - self.since).days / whole * (WIDTH - LEFT - RIGHT)


def _column(first: date, unit: Unit, spells: Sequence[Spell], side_class: Callable[[str], str]) -> Column:
    parts: dict[str, float] = defaultdict(float)
    written: dict[str, float] = defaultdict(float)
    sides: dict[str, int] = defaultdict(int)
    for each in spells:
        whole = sum(each.sides.values()) or 1
        into = written if each.told is Told.WRITTEN else parts
        for side, number in each.sides.items():
            into[side_class(side)] += each.claims * number / whole
            sides[side] += number
    told = sum(each.claims for each in spells), sum(each.contested for each in spells)
    return Column(
        first, end(first, unit), *told, dict(sorted(parts.items())), dict(sorted(written.items())), dict(sides)
    )


def _kind(sides: Mapping[str, int], side_class: Callable[[str], str]) -> str:
    kinds = {side_class(side) for side in sides}
    return kinds.pop() if len(kinds) == 1 else "side-none"


def _bar(column: Column, scale: _Scale, most: int, base: float, href: Callable[[date, date], str]) -> Markup:
    left, right = scale.x(column.first), scale.x(_after(column.last))
    wide = max(1.0, min(right - left - 1.5, 46.0))
    x, y, room = left + (right - left - wide) / 2, float(base), base - TOP
    found = Markup("")
    for parts, kind in ((column.parts, ""), (column.written, " hatched")):
        for side, number in parts.items():
            high = number / most * room
            y -= high
            found += Markup('<rect class="time-part {}{}" x="{}" y="{}" width="{}" height="{}"/>').format(
                side, kind, round(x, 1), round(y, 1), round(wide, 1), round(max(0.6, high - 0.4), 1)
            )
    if column.contested:
        high = max(2.0, column.contested / most * room)
        found += Markup('<rect class="time-contested" x="{}" y="{}" width="2.5" height="{}"/>').format(
            round(x - 3.5, 1), round(base - high, 1), round(high, 1)
        )
    return _linked(column, found, href, (left, TOP, right - left, base - TOP))


def _wide(span: Span, row: int, scale: _Scale, href: Callable[[date, date], str]) -> Markup:
    left, right = _held(scale.x(span.first)), _held(scale.x(_after(span.last)))
    top = HEIGHT + 6 + row * (BAND + GAP)
    bar = Markup(
        '<rect class="time-wide {kind}" x="{x}" y="{y}" width="{width}" height="{high}" rx="{round}"/>'
    ).format(kind=span.kind, x=round(left, 1), y=top, width=round(max(2.0, right - left), 1), high=BAND, round=BAND / 2)
    number = Markup('<text x="{}" y="{}" aria-hidden="true">{}</text>').format(
        round(right + 4, 1), top + BAND - 0.5, span.claims
    )
    shown = number if right < WIDTH - 60 and span.claims > 1 else Markup("")
    edge = Markup('<path class="time-contested" d="M{} {}h3v{}h-3z"/>').format(round(left - 5, 1), top, BAND)
    return _linked(span, (edge if span.contested else Markup("")) + bar + shown, href)


def _linked(
    of: Column | Span,
    inner: Markup,
    href: Callable[[date, date], str],
    hit: tuple[float, float, float, float] | None = None,
) -> Markup:
    contested = f", {of.contested:,} contested" if of.contested else ""
    told = f"{days(of.first, of.last)}: {counted(of.claims, 'claim')}{contested}"
    area = Markup("")
    if hit:
        area = Markup('<rect class="time-hit" x="{}" y="{}" width="{}" height="{}"/>').format(
            *(round(each, 1) for each in hit)
        )
    return Markup('<a class="time-mark" href="{}" aria-label="{}"><title>{}</title>{}{}</a>').format(
        href(of.first, of.last), told, told, inner, area
    )


def _rows(wide: Sequence[Span], scale: _Scale) -> tuple[list[tuple[Span, int]], int]:
    """The wide bars in as few rows as hold them, those with the most claims first."""
    taken: list[list[tuple[float, float]]] = []
    placed = []
    for span in wide[:AROUND]:
        left, right = _held(scale.x(span.first)) - 6, _held(scale.x(_after(span.last))) + 18
        for row in range(BANDS):
            if row == len(taken):
                taken.append([])
            if all(right <= a or left >= b for a, b in taken[row]):
                taken[row].append((left, right))
                placed.append((span, row))
                break
    return placed, len(taken)


def _levels(most: int, base: float) -> Markup:
    """Lines at a few whole numbers of claims."""
    steps = [step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 50000) if step * 4 >= most]
    step = steps[0] if steps else most
    found = Markup("")
    for number in range(step, most + 1, step):
        y = round(base - number / most * (base - TOP), 1)
        found += Markup(
            '<path class="time-grid" d="M{} {}H{}"/><text x="{}" y="{}" text-anchor="end">{}</text>'
        ).format(LEFT, y, WIDTH - RIGHT, LEFT - 6, y + 4, f"{number:,}")
    return found


def _ticks(since: date, until: date, unit: Unit, scale: _Scale, base: float) -> Markup:
    """Days, months or years under the axis, as many as have room."""
    marks = _marks(since, until, unit)
    shown, free = Markup(""), 0.0
    every = max(1, round(28 / ((WIDTH - LEFT - RIGHT) / max(1, (until - since).days + 1))))
    for day, label, strong in marks:
        x = scale.x(day)
        if label.isdigit() and not strong and (day.day - 1) % every:
            continue
        beyond = next((scale.x(each) for each, _, leads in marks if leads and each > day), float(WIDTH))
        room = (7.6 if strong else 6.8) * len(label)
        if x < free or x < LEFT - 1 or x + room > WIDTH or (not strong and x + room + 4 > beyond):
            continue
        free = x + room + 6
        kind = " time-year" if strong else ""
        shown += Markup('<path class="time-axis" d="M{} {}v5"/><text class="{}" x="{}" y="{}">{}</text>').format(
            round(x, 1), base, f"time-tick{kind}", round(x + 1, 1), base + 18, label
        )
    return shown


def _marks(since: date, until: date, unit: Unit) -> list[tuple[date, str, bool]]:
    found: list[tuple[date, str, bool]] = []
    day, long = since, (until - since).days
    while day <= until and len(found) < 400:
        if unit is Unit.YEAR or long > 1500:
            found.append((day, str(day.year), True))
            following = begin(day, Unit.YEAR).replace(year=min(day.year + 1, 9999))
        elif long > 100:
            first = day.month == 1 or not found
            found.append((day, f"{day:%b} {day.year}" if first else f"{day:%b}", first))
            following = _after(end(begin(day, Unit.MONTH), Unit.MONTH))
        else:
            first = day.day == 1 or not found
            found.append((day, f"{day.day} {day:%b}" if first else str(day.day), first))
            following = _after(day)
        if following <= day:
            break
        day = following
    return found


def _held(x: float) -> float:
    return max(float(LEFT), min(float(WIDTH - RIGHT), x))


def _after(day: date) -> date:
    return day + timedelta(1) if day < date.max else day
