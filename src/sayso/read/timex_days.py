"""Days and times of day as TIMEX3 values: "last Tuesday", "Nov. 12", "noon Friday", "Thursday night".

"on Friday", written on Wednesday 15 March 2023, is 2023-03-10, or 2023-03-17 where the words look ahead. The limit
accepted: a clock time is of the day named last, and time zones are not reckoned with.
"""

import re
from datetime import date, timedelta

from sayso.read.timex_scene import MONTH_NAMES, WEEKDAY_NAMES, Found, Read, Scene

CLEARLY = 90
"""Days off beyond which the tense outweighs nearness: "was last seen Nov. 3", written in May, is of the year before."""

_ENDED, _ENDING = re.compile(r"\bended(?: on)?$"), re.compile(r"\bending(?: on)?$")
_POSSESSIVE = ("'s", "’s", " 's", " ’s")
_HALVES = {"MO": "a", "AF": "p", "EV": "p", "NI": "p"}
THURSDAY = 3


def printed(found: Found, scene: Scene) -> Read:
    """As in "2024-03-05"."""
    return "DATE", found.words[0].form


def slashed(found: Found, scene: Scene) -> Read:
    """As in "11/02/89": month first where that can be, as American wires print it."""
    first, second, year = (int(part) for part in found.words[0].form.split("/"))
    month, number = (first, second) if first <= 12 else (second, first)
    return _day_of(scene.full_year(year) if year < 100 else year, month, number)


def day(found: Found, scene: Scene) -> Read:
    """As in "Nov. 12", "Tuesday, 5 March 2024", "last Oct. 23"."""
    when = _month_and_day(found, scene)
    return ("DATE", when.isoformat()) if when else None


def _day_of(year: int, month: int, number: int) -> Read:
    try:
        return "DATE", date(year, month, number).isoformat()
    except ValueError:
        return None


def _month_and_day(found: Found, scene: Scene) -> date | None:
    month = found.number(*MONTH_NAMES)
    number = found.printed("DD", "NTH")[-1 if found.has("at") else 0]
    try:
        year = found.year(scene) or _year_near(month, number, found, scene)
        when = date(year, month, number)
        if found.has("last") and not found.has("year") and when >= scene.written:
            when = when.replace(year=year - 1)
    except ValueError:
        return None
    return when


def _year_near(month: int, number: int, found: Found, scene: Scene) -> int:
    """The year of a day without one: the one that brings it nearest to the writing, unless the tense is against it."""
    written = scene.written
    near = date(written.year, month, min(number, 28))
    years = (written.year - 1, written.year, written.year + 1)
    year = min(years, key=lambda each: abs((near.replace(year=each) - written).days))
    days_on = (near.replace(year=year) - written).days
    if days_on > 0 and (_ENDED.search(found.before) or (not scene.ahead and days_on > CLEARLY)):
        return year - 1
    if days_on < 0 and (_ENDING.search(found.before) or (scene.ahead and days_on < -CLEARLY)):
        return year + 1
    return year


def weekday(found: Found, scene: Scene) -> Read:
    """As in "Monday", "last Friday", "a week from Tuesday"."""
    return "DATE", _weekday(found, scene).isoformat()


def _weekday(found: Found, scene: Scene) -> date:
    written, number = scene.written, found.number(*WEEKDAY_NAMES)
    behind, before = (written.weekday() - number) % 7, (number - written.weekday()) % 7
    if found.has("week") and not found.has("from"):
        return written + timedelta(number - written.weekday() + 7 * found.shift)
    if found.has("last", "past", "previous"):
        return written - timedelta(behind or 7)
    if found.has("from"):
        return written + timedelta(before + 7)
    if found.has("next"):
        return written + timedelta(before or 7)
    looks_ahead = scene.ahead and not found.after.startswith(_POSSESSIVE)
    if looks_ahead or found.has("coming", "upcoming") or (found.has("this") and scene.ahead is None):
        return written + timedelta(before)
    return written - timedelta(behind)


def dayname(found: Found, scene: Scene) -> Read:
    """As in "yesterday", "the same day"."""
    if found.get("DAYNAME") is None and found.has("same", "that", "very") and scene.last_day:
        return "DATE", scene.last_day.isoformat()
    return "DATE", (scene.written + timedelta(found.number("DAYNAME"))).isoformat()


def beside(found: Found, scene: Scene) -> Read:
    """As in "the next day", "a day earlier": beside the day named before."""
    step = 1 if found.has("next", "following", "later", "upcoming", "coming") else -1
    return "DATE", ((scene.last_day or scene.written) + timedelta(step)).isoformat()


def feast(found: Found, scene: Scene) -> Read:
    """As in "Christmas Eve", "last Thanksgiving", "New Year's Day": the nearest that the tense allows."""
    return "DATE", feast_day(found, scene).isoformat()


def feast_day(found: Found, scene: Scene) -> date:
    """The day of a feast, or the day before it for its eve."""
    name = str(found.get("FEAST") or ("easter" if found.has("good") else "01-01"))
    years = found.printed("YEAR4")
    days = [_feast(name, year) for year in years or (scene.written.year + step for step in (-1, 0, 1))]
    if found.has("last"):
        days = [each for each in days if each < scene.written]
    elif found.has("next"):
        days = [each for each in days if each > scene.written]
    nearest = min(days, key=lambda each: abs((each - scene.written).days))
    return nearest + timedelta(-1 if found.has("eve") else -2 if found.has("good") else 1 if found.has("monday") else 0)


def _feast(name: str, year: int) -> date:
    if name == "thanksgiving":
        first = date(year, 11, 1)
        return first + timedelta((THURSDAY - first.weekday()) % 7 + 21)
    if name == "easter":
        return easter(year)
    month, number = name.split("-")
    return date(year, int(month), int(number))


def easter(year: int) -> date:
    """Easter Sunday, by the anonymous Gregorian algorithm."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    n = (h - m + r + 90) // 25
    return date(year, n, (h - m + r + n + 19) % 32)


def part_of_day(found: Found, scene: Scene) -> Read:
    """As in "this morning", "late Thursday night", "tonight"."""
    when = _day_named(found, scene)
    if when is None:
        return None
    if found.has("last") and not found.get(*WEEKDAY_NAMES):
        when -= timedelta(1)
    elif found.has("next", "following"):
        when = (scene.last_day or when) + timedelta(1)
    elif found.has("that", "same"):
        when = scene.last_day or when
    return "TIME", f"{when.isoformat()}T{found.get('PART') or 'NI'}"


def _day_named(found: Found, scene: Scene) -> date | None:
    """The day that the words give, the day of writing where they give none, None where they give one that is not."""
    if found.get(*WEEKDAY_NAMES) is not None:
        return _weekday(found, scene)
    if found.get(*MONTH_NAMES):
        return _month_and_day(found, scene)
    return scene.written + timedelta(found.number("DAYNAME"))


def clock(found: Found, scene: Scene) -> Read:
    """As in "10:30 p.m. Friday", "noon", "1900 GMT"."""
    hour, when = _hour(found), _day_named(found, scene)
    if hour is None or when is None:
        return None
    if not found.get(*WEEKDAY_NAMES, *MONTH_NAMES, "DAYNAME") and found.get(*WEEKDAY_NAMES) is None:
        when = scene.last_day or when
    return "TIME", f"{when.isoformat()}T{hour}"


def _hour(found: Found) -> str | None:
    if word := found.get("HOUR_WORD"):
        return str(word)
    forms = [form.replace(" ", "") for form in found.forms("CLOCK") or found.forms("DD")]
    if found.has("gmt", "utc"):
        military = found.forms("YEAR4") or found.forms("NUMERAL")
        forms = [f"{form[:2]}:{form[2:]}" for form in military if len(form) == 4] or forms
    if not forms:
        return None
    hour, _, minute = forms[0].partition(":")
    half = "".join(found.forms("AMPM")).strip().lower() or _HALVES.get(str(found.get("PART")), "")
    count = int(hour)
    if half.startswith("p") and count < 12:
        count += 12
    elif half.startswith("a") and count == 12:
        count = 0
    return f"{count:02d}:{minute[:2] or '00'}" if count <= 24 else None
