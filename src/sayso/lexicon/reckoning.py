"""The days that an expression denotes, given when the article was written.

"last month", written between 2 and 5 March 2024, denotes 2024-02-01 to 2024-02-29; written on an unknown day it
denotes an open interval. The limit accepted: a bare weekday is of the seven days up to the day of writing, or of
the seven after it where the caller says that the sentence looks ahead.
"""

from calendar import monthrange
from datetime import date, timedelta

from sayso.lexicon.calendar import Expression, Kind
from sayso.model.document import Interval

Days = tuple[date | None, date | None]
OPEN: Days = (None, None)

EARLY_ENDS, MID_ENDS = 10, 20
"""A month's first third is "early", its second "mid": how both careful readers of the gold cut a month."""

MOST_DAYS = 366
"""An article that may be of any of two years does not tell of which year its "in April" is."""

SEASON_MONTHS = 3
DAYS_OF = {"minute": 0.0, "hour": 1 / 24, "day": 1.0, "night": 1.0, "week": 7.0, "fortnight": 14.0}
MONTHS_OF = {"month": 1, "year": 12, "decade": 120, "centur": 1200}


def days(expression: Expression, anchor: Interval, ahead: bool = False) -> Days:
    """First and last day of the expression, its preposition applied; an end that is open or unknown is None."""
    first, last = bare_days(expression, anchor, ahead)
    lead = expression.lead
    if (first, last) == OPEN or expression.kind in (Kind.DURATION, Kind.ORDINAL):
        return first, last
    if lead == "since":
        return first, _latest(anchor, first)
    if lead in ("by", "until", "till", "through"):
        short = lead == "by" and expression.kind is Kind.MONTH and not expression.part
        return None, first if short else last
    if lead == "before":
        return None, first - timedelta(1) if first else None
    if lead == "after" and expression.kind is not Kind.RELATIVE:
        return first, _latest(anchor, first)
    return first, last


def bare_days(expression: Expression, anchor: Interval, ahead: bool = False) -> Days:
    """First and last day of the expression's core, without its preposition."""
    by_kind = {
        Kind.DAY: _day, Kind.MONTH: _month, Kind.SEASON: _season, Kind.YEAR: _year, Kind.DECADE: _decade,
        Kind.WEEKDAY: _weekday, Kind.RELATIVE: _relative, Kind.DURATION: _duration, Kind.ORDINAL: _ordinal,
    }  # fmt: skip
    try:
        return by_kind[expression.kind](expression, anchor, ahead)
    except (OverflowError, ValueError):
        return OPEN


def month_days(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def add_months(day: date, months: int) -> date:
    """The same day some months on, or the last day of that month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def back(day: date, count: float, unit: str, sign: int = -1) -> date:
    """The day some units before (or after) a day."""
    if unit in MONTHS_OF:
        months = count * MONTHS_OF[unit]
        whole = add_months(day, sign * int(months))
        return whole + timedelta(sign * round((months - int(months)) * 30))
    return day + timedelta(sign * round(count * DAYS_OF[unit]))


def year_for(month: int, day: int | None, anchor: Interval, ahead: bool = False) -> int | None:
    """The year of a month (and day) that is named without one: the last before the writing, or the next after it."""
    pivot = anchor.latest
    if pivot is None or (anchor.earliest and (pivot - anchor.earliest).days > MOST_DAYS):
        return None
    start = anchor.earliest or pivot
    if ahead:
        return start.year if (month, day or 31) >= (start.month, start.day) else start.year + 1
    return pivot.year if (month, day or 1) <= (pivot.month, pivot.day) else pivot.year - 1


def _latest(anchor: Interval, first: date | None) -> date | None:
    return anchor.latest if anchor.latest and (first is None or anchor.latest >= first) else None


def _day(expression: Expression, anchor: Interval, ahead: bool) -> Days:
    month, day = expression.month or 1, expression.day or 1
    year = expression.year or year_for(month, day, anchor, ahead)
    if year is None:
        return OPEN
    first = date(year, month, day)
    if expression.last:
        last = date(expression.last[0] or year, expression.last[1], expression.last[2])
        return (first, last) if last >= first else (first, first)
    return first, first


def _month(expression: Expression, anchor: Interval, ahead: bool) -> Days:
    month = expression.month or 1
    year = expression.year
    if year is None:
        near = expression.shift in (-1, 0, 1)
        year = year_for(month, None, anchor, ahead or (near and expression.shift == 1))
    if year is None:
        return OPEN
    return _cut(*month_days(year, month), expression.part)


def _cut(first: date, last: date, part: str | None) -> tuple[date, date]:
    if part == "early":
        return first, first + timedelta(EARLY_ENDS - 1)
    if part == "start":
        return first, first + timedelta(EARLY_ENDS - 1)
    if part == "mid":
        return first + timedelta(EARLY_ENDS), first + timedelta(MID_ENDS - 1)
    if part == "late":
        return first + timedelta(MID_ENDS), last
    if part == "end":
        return last, last
    return first, last


def _season(expression: Expression, anchor: Interval, ahead: bool) -> Days:
    month = expression.month or 3
    year = expression.year
    if year is None:
        pivot = anchor.latest or anchor.earliest
        if pivot is None:
            return OPEN
        if expression.part in ("end", "late") or expression.shift == 0:
            year = pivot.year if month != 12 or pivot.month > 6 else pivot.year - 1
        else:
            year = year_for(month, 1, anchor, ahead or expression.shift == 1) or pivot.year
    first = date(year, month, 1)
    closing = expression.last[1] if expression.last else month
    opened = date(year if closing >= month else year + 1, closing, 1)
    last = add_months(opened, SEASON_MONTHS) - timedelta(1)
    if expression.part == "end":
        return last, last
    if expression.part in ("early", "start"):
        return first, month_days(first.year, first.month)[1]
    if expression.part == "late":
        return month_days(last.year, last.month)
    return first, last


def _year(expression: Expression, anchor: Interval, ahead: bool) -> Days:
    year = expression.year or 1
    first, last = date(year, 1, 1), date(year, 12, 31)
    if expression.last and expression.last[0]:
        return first, date(expression.last[0], 12, 31)
    match expression.part:
        case "early" | "start":
            return first, date(year, 3, 31)
        case "mid":
            return date(year, 5, 1), date(year, 8, 31)
        case "late":
            return date(year, 10, 1), last
        case "end":
            return last, last
    return first, last


def _decade(expression: Expression, anchor: Interval, ahead: bool) -> Days:
    year = expression.year or 1
    return date(year, 1, 1), date(year + 9, 12, 31)


def _weekday(expression: Expression, anchor: Interval, ahead: bool) -> Days:
    earliest, latest = anchor.earliest, anchor.latest
    if earliest is None or latest is None or expression.weekday is None:
        return OPEN
    if ahead or expression.shift == 1:
        first = earliest + timedelta((expression.weekday - earliest.weekday()) % 7)
        return first, first + (latest - earliest if latest - earliest > timedelta(6) else timedelta(0))
    last = latest - timedelta((latest.weekday() - expression.weekday) % 7)
    first = earliest - timedelta((earliest.weekday() - expression.weekday) % 7)
    if last - first <= timedelta(7):  # a writing week: the weekday that lies in it, else the one before
        return (last, last) if last <= latest and last - earliest <= timedelta(6) else (first, first)
    return first, last


def _relative(expression: Expression, anchor: Interval, ahead: bool) -> Days:
    earliest, latest = anchor.earliest, anchor.latest
    word = expression.word or ""
    if word == "calendar":
        return _calendar_unit(expression, anchor)
    if word == "ago":
        if expression.count is None or earliest is None or latest is None:
            return None, latest
        unit = expression.unit or "day"
        begun, ended = back(earliest, expression.count, unit), back(latest, expression.count, unit)
        if unit in ("year", "decade", "centur") and expression.lead not in ("since",):
            return date(begun.year, 1, 1), date(ended.year, 12, 31)
        if unit == "month":
            return month_days(begun.year, begun.month)[0], month_days(ended.year, ended.month)[1]
        return begun, ended
    if word == "window":
        unit = expression.unit or "day"
        if expression.shift == 1:
            last = back(latest, expression.count, unit, 1) if latest and expression.count is not None else None
            return earliest, last
        if expression.count is None:
            return None, latest
        step = max(1.0, expression.count) if unit in DAYS_OF and unit != "hour" else expression.count
        return (back(earliest, step, unit) if earliest else None), latest
    if "yesterday" in word or word == "last night":
        return _shifted(anchor, -1)
    if "tomorrow" in word:
        return _shifted(anchor, 1)
    if "recent" in word or word == "lately" or (word.split()[0] in ("in", "for") and "the" not in word.split()):
        return None, latest
    return _shifted(anchor, 0)


def _shifted(anchor: Interval, step: int) -> Days:
    """The day of writing, or one beside it; an interval of writing gives the interval."""
    if anchor.earliest is None or anchor.latest is None:
        return OPEN
    return anchor.earliest + timedelta(step), anchor.latest + timedelta(step)


def _calendar_unit(expression: Expression, anchor: Interval) -> Days:
    earliest, latest = anchor.earliest, anchor.latest
    if earliest is None or latest is None:
        return OPEN
    shift = expression.shift or 0
    match expression.unit:
        case "week":
            first = earliest - timedelta(earliest.weekday()) + timedelta(7 * shift)
            last = latest - timedelta(latest.weekday()) + timedelta(7 * shift + 6)
            if expression.part in ("earlier", "early") and shift == 0:
                last = min(last, max(latest - timedelta(1), first))
            return first, min(last, latest) if shift == 0 else last
        case "month":
            first = add_months(earliest.replace(day=1), shift)
            ending = add_months(latest.replace(day=1), shift)
            last = month_days(ending.year, ending.month)[1]
        case "year":
            first, last = date(earliest.year + shift, 1, 1), date(latest.year + shift, 12, 31)
        case "decade":
            decade = earliest.year - earliest.year % 10 + 10 * shift
            first, last = date(decade, 1, 1), date(decade + 9, 12, 31)
        case _:
            return OPEN
    if shift == 0 and expression.part in ("earlier", "early"):
        last = latest
    if shift == 0 and expression.part in ("later", "late"):
        first = earliest
    if shift < 0 and expression.unit == "year" and expression.part in ("late", "early"):
        return (first, date(first.year, 3, 31)) if expression.part == "early" else (date(last.year, 10, 1), last)
    return first, last


def _duration(expression: Expression, anchor: Interval, ahead: bool) -> Days:
    """As in "for nearly two months" reaches back from the day of writing; "within a week" reaches ahead of it."""
    earliest, latest = anchor.earliest, anchor.latest
    if expression.count is None or earliest is None or latest is None:
        return (None, latest) if expression.lead in ("for", "in", "over") and not ahead else OPEN
    unit = expression.unit or "day"
    if expression.lead in ("within", "after") or ahead:
        return earliest, back(latest, expression.count, unit, 1)
    return back(earliest, expression.count, unit), latest


def _ordinal(expression: Expression, anchor: Interval, ahead: bool) -> Days:
    """As in "its sixth day", "the second week of its incursion": the day or week in which it is written."""
    if anchor.earliest is None or anchor.latest is None:
        return OPEN
    if expression.unit == "week":
        return anchor.earliest, max(anchor.latest, anchor.earliest + timedelta(6))
    return anchor.earliest, anchor.earliest if expression.unit == "day" else anchor.latest
