"""The days that a TIMEX3 value names: "2012-H1" is 1 January to 30 June 2012, "198" the years 1980 to 1989.

The limit accepted: only calendar values name days; durations, sets and "PAST_REF" give none, and a time of day its day.
"""

import re
from datetime import date, timedelta

from sayso.lexicon.reckoning import SEASON_MONTHS, add_months, month_days
from sayso.read.timex_periods import SEASON_STARTS

_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:W(?P<week>\d\d)(?P<weekend>-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>[A-Z]{2})|"
    r"(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T.*)?)?))?|(?P<century>\d\d)|(?P<decade>\d{3})"
)
SATURDAY = 6


def days_of(value: str) -> tuple[date, date] | None:
    """First and last day of a value; None where it names none."""
    found = _VALUE.fullmatch(value)
    if not found:
        return None
    parts = {name: int(part) for name, part in found.groupdict().items() if part and part.isdigit()}
    try:
        return _days(found, parts)
    except (ValueError, KeyError, OverflowError):
        return None


def _days(found: re.Match[str], parts: dict[str, int]) -> tuple[date, date]:
    year = parts.get("year", 1)
    if "century" in parts:
        return date(parts["century"] * 100, 1, 1), date(parts["century"] * 100 + 99, 12, 31)
    if "decade" in parts:
        return date(parts["decade"] * 10, 1, 1), date(parts["decade"] * 10 + 9, 12, 31)
    if "week" in parts:
        first = date.fromisocalendar(year, parts["week"], SATURDAY if found["weekend"] else 1)
        return first, date.fromisocalendar(year, parts["week"], 7)
    if "quarter" in parts:
        return _months(date(year, 3 * parts["quarter"] - 2, 1), 3)
    if "half" in parts:
        return _months(date(year, 6 * parts["half"] - 5, 1), 6)
    if found["season"]:
        return _months(date(year, SEASON_STARTS[found["season"]], 1), SEASON_MONTHS)
    if "day" in parts:
        day = date(year, parts["month"], parts["day"])
        return day, day
    if "month" in parts:
        return month_days(year, parts["month"])
    return date(year, 1, 1), date(year, 12, 31)


def _months(first: date, count: int) -> tuple[date, date]:
    return first, add_months(first, count) - timedelta(1)
