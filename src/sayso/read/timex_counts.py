"""Counts of units as TIMEX3 values: durations, times counted back from the writing, and times that come again.

"three days" is P3D, "several years" PXY, "a year and a half" P1Y6M, "twice a week" the SET P1W; "two months ago",
written in May 1998, is 1998-03. The limit accepted: of a range ("10 to 15 years") only the upper end is kept.
"""

import re
from datetime import date, timedelta

from sayso.lexicon.reckoning import add_months
from sayso.read.timex_periods import week_value
from sayso.read.timex_scene import MONTH_NAMES, Found, Read, Scene, Word

DAYS = {"D": 1, "W": 7, "F": 14}
MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200, "L": 12000}
SMALLER = {"Y": (12, "M"), "TH": (60, "M"), "TM": (60, "S")}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PLAIN = ("DD", "NUMERAL", "YEAR4")


def duration(found: Found, scene: Scene) -> Read:
    """As in "nearly two months", "a 10-hour siege", "for years", "half an hour", "a while"."""
    if found.has("time", "while"):
        return "DURATION", "PXX"
    unit, count = _unit(found), _count(found)
    if found.has("half") and not found.has("and"):
        count = 0.5
    elif found.has("quarter") and found.has("century"):
        count, unit = 0.25, "C"
    elif found.get("UNITS") and not _is_counted(found):
        count = None
    return "DURATION", period(count, unit)


def span(found: Found, scene: Scene) -> Read:
    """As in "the last three days", "the next few years", "the first nine months"."""
    count = _count(found) if _is_counted(found) or not found.get("UNITS") else None
    return "DURATION", period(count, _unit(found))


def often(found: Found, scene: Scene) -> Read:
    """As in "daily", "every other week", "each July", "three times a day"."""
    if word := found.get("OFTEN"):
        return "SET", str(word)
    if found.get("WEEKDAYS", "WEEKDAY") is not None:
        return "SET", f"XXXX-WXX-{found.number('WEEKDAYS', 'WEEKDAY') + 1}"
    if found.get(*MONTH_NAMES):
        return "SET", f"XXXX-{found.number(*MONTH_NAMES):02d}"
    if part := found.get("PART"):
        return "SET", f"XXXX-XX-XXT{part}"
    count = 1.0 if found.has("times", "once", "twice") else _count(found) or 1.0
    return "SET", period(count * (2 if found.has("other") else 1), _unit(found))


def ago(found: Found, scene: Scene) -> Read:
    """As in "two weeks ago", "a year earlier": as fine as the unit counts; after a quarter, a quarter."""
    count, sign = _count(found), 1 if found.has("later") else -1
    if found.has("half") and not found.has("and"):
        count = 0.5
    if found.has("long") or (found.get("UNITS") and not _is_counted(found)):
        return "DATE", "PAST_REF"
    if count is None:
        return "DATE", "PAST_REF" if sign < 0 else "FUTURE_REF"
    unit = _unit(found)
    if unit == "Y" and count == 1 and scene.quarter and scene.reports:
        return "DATE", f"{scene.quarter[0] + sign}-Q{scene.quarter[1]}"
    base = scene.written if found.has("ago") else _named_before(scene)
    try:
        return "DATE", _moved(base, count * sign, unit)
    except (ValueError, OverflowError):
        return None


def _named_before(scene: Scene) -> date:
    last = scene.last or ""
    if _DAY.match(last) and scene.last_day:
        return scene.last_day
    return scene.written.replace(year=int(last[:4]), day=1) if re.match(r"[12]\d{3}", last) else scene.written


def _moved(base: date, count: float, unit: str) -> str:
    if unit in ("Y", "E", "C", "L"):
        return f"{base.year + int(count * MONTHS[unit] / 12):04d}"
    if unit in ("M", "Q"):
        when = add_months(base.replace(day=1), int(count * MONTHS[unit]))
        return f"{when.year:04d}-{when.month:02d}"
    if unit in ("W", "F"):
        return week_value(base + timedelta(round(count * DAYS[unit])))
    return base.isoformat() if unit.startswith("T") else (base + timedelta(round(count))).isoformat()


def reference(found: Found, scene: Scene) -> Read:
    """As in "now", "recently", "the near future": no more than present, past or future."""
    return "DATE", found.value or "PRESENT_REF"


def nothing(found: Found, scene: Scene) -> Read:
    """As in "a six-year-old boy": no time, though it looks like one."""
    return None


def period(count: float | None, unit: str) -> str:
    """As in P3D, PT24H, P2Y6M, PXW: ISO 8601's period, X for a count that is not told."""
    head, letter = ("PT", unit[-1]) if unit.startswith("T") else ("P", unit)
    if unit == "F":
        count, letter = (None if count is None else count * 2), "W"
    if unit == "Q" and count != 1:
        count, letter = (None if count is None else count * 3), "M"
    if count is None:
        return f"{head}X{letter}"
    whole, rest = int(count), count - int(count)
    if rest and unit in ("E", "C"):
        return f"P{count * MONTHS[unit] / 12:g}Y"
    if rest and unit in SMALLER:
        parts, smaller = SMALLER[unit]
        return f"{head}{f'{whole}{letter}' if whole else ''}{round(rest * parts)}{smaller}"
    return f"{head}{count:g}{letter}"


def _unit(found: Found) -> str:
    if unit := found.get("UNIT", "UNITS"):
        return str(unit)
    return "Q" if found.has("quarter") else "WE" if found.has("weekend") else "D"


def _is_counted(found: Found) -> bool:
    return any(_value(word, found) is not None or word.name in ("a", "an") for word in found.words)


def _value(word: Word, found: Found) -> float | None:
    """What one word adds to a count."""
    if word.name in _PLAIN:
        return float(word.form.replace(",", ""))
    if word.name == "FRACTION":
        top, bottom = word.form.split("/")
        return int(top) / int(bottom) if int(bottom) else None
    if word.name in ("one", "couple"):
        return 1.0 if word.name == "one" else 2.0
    for name in ("NUMBER", "SCALE"):
        value = found.classes[name].get(word.name)
        if isinstance(value, int):
            return float(value)
    return None


def _count(found: Found) -> float | None:
    """The number in the words; 1 where they give none, None for "several"; of a range the upper end."""
    total: float | None = None
    for word in found.words:
        if word.name in found.classes["UNIT"] or word.name in found.classes["UNITS"]:
            break
        if total is not None and word.name in ("to", "or"):
            total = None
        value = _value(word, found)
        if value is not None:
            multiplies = word.name in found.classes["SCALE"]
            total = (total or 1.0) * value if multiplies else (total or 0.0) + value
    if total is None and (found.has("few") or found.get("VAGUE", "SCALES") is not None):
        return None
    return (1.0 if total is None else total) + (0.5 if found.has("half") and found.has("and") else 0.0)
