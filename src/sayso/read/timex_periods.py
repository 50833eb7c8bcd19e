"""Weeks, months, quarters, years and longer as TIMEX3 values: "last week", "the third quarter", "the 1990s".

"last month", written in March 2024, is 2024-02; "the year-earlier period" is the quarter reported on, a year before.
The limit accepted: fiscal years and quarters are taken for those of the calendar.
"""

import re
from datetime import date, timedelta

from sayso.lexicon.reckoning import add_months
from sayso.read.timex_days import day, feast_day
from sayso.read.timex_scene import MONTH_NAMES, Found, Quarter, Read, Scene

SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
FRIDAY = 4
MONTHS_OF_YEAR = 12
SOON = 2
"""Months ahead within which a month without verb or year is that to come: "the April talks", written in March."""
_COUNTED = re.compile(
    r"\s*(?:people|persons|soldiers|troops|men|women|children|civilians|fighters|militants|rebels|bodies|tanks|tons|"
    r"tonnes|km|kilomet\w+|miles|met(?:re|er)s|homes|houses|families|prisoners|others|dead|shares|jobs|employees|workers|"
    r"points|dollars|percent|feet|pounds|[%$])"
)
_NUMBERED = re.compile(r"(?:[$#£€]|\b(?:No|no|Flight|Resolution|Route|Rs|least|than))\.?$")
_MONTH_KNOWN = re.compile(r"\d{4}-\d\d(?!\d)")


def week(found: Found, scene: Scene) -> Read:
    """As in "this week", "the week of March 6"."""
    base = scene.written
    if found.get(*MONTH_NAMES):
        whole = day(found, scene)
        if whole is None:
            return None
        base = date.fromisoformat(whole[1])
    elif found.get("FEAST"):
        base = feast_day(found, scene)
    elif found.has("that", "same", "following", "previous") and scene.last_day:
        base = scene.last_day + timedelta(7 * found.shift)
    else:
        base += timedelta(7 * found.shift)
    return "DATE", week_value(base)


def week_value(when: date) -> str:
    """ISO 8601's week of a day: "1998-W09"."""
    year_of, number, _ = when.isocalendar()
    return f"{year_of}-W{number:02d}"


def weekend(found: Found, scene: Scene) -> Read:
    """As in "the weekend": on a working day the one before, unless the words look ahead."""
    shift = found.shift
    if not shift and scene.ahead is not True and scene.written.weekday() <= FRIDAY and not found.has("this"):
        shift = -1
    return "DATE", week_value(scene.written + timedelta(7 * shift)) + "-WE"


def month(found: Found, scene: Scene) -> Read:
    """As in "October", "last May", "January this year"."""
    number = found.number(*MONTH_NAMES)
    year_said = found.year(scene)
    return "DATE", f"{_month_year(number, found, scene) if year_said is None else year_said}-{number:02d}"


def _month_year(number: int, found: Found, scene: Scene) -> int:
    written = scene.written
    if found.has("last", "previous"):
        return written.year if number < written.month else written.year - 1
    if found.has("next"):
        return written.year if number > written.month else written.year + 1
    if found.has("this"):
        return written.year
    if scene.ahead:
        return written.year if number >= written.month else written.year + 1
    if scene.ahead is None and 0 < (number - written.month) % MONTHS_OF_YEAR <= SOON:
        return written.year if number > written.month else written.year + 1
    return written.year if number <= written.month else written.year - 1


def this_month(found: Found, scene: Scene) -> Read:
    """As in "this month", "the following month"."""
    base = scene.written
    if found.has("that", "same", "following", "previous") and scene.last and _MONTH_KNOWN.match(scene.last):
        base = date(int(scene.last[:4]), int(scene.last[5:7]), 1)
    when = add_months(base.replace(day=1), found.shift)
    return "DATE", f"{when.year}-{when.month:02d}"


def season(found: Found, scene: Scene) -> Read:
    """As in "last winter", "the summer of 2013"."""
    name = str(found.get("SEASON_ONLY", "SEASON_OR_VERB"))
    said = found.year(scene)
    if said is None:
        starts, now, said = SEASON_STARTS[name], scene.written.month, scene.written.year
        if found.has("last"):
            said -= 1 if starts + 2 >= now else 0
        elif found.has("next"):
            said += 1 if starts <= now else 0
        elif not found.has("this", "coming") and scene.ahead is not True and starts > now:
            said -= 1
    return "DATE", f"{said}-{name}"


def quarter(found: Found, scene: Scene) -> Read:
    """A quarter by number, or the one that the text reports on: "the latest quarter", "the year-earlier period"."""
    year_known, known = scene.quarter or _before(quarter_at(scene.written))
    forms = found.forms("Q4")
    number = int(forms[0].strip("Q")[0]) if forms else (found.printed("NTH") or [found.number("ORDINAL")])[0]
    if number > 4:
        return None
    if found.has("ago", "earlier", "corresponding", "comparable") or (found.has("same") and found.has("last")):
        return "DATE", f"{year_known - 1}-Q{number or known}"
    said = int(forms[0][-4:]) if forms and len(forms[0]) > 2 else found.year(scene)
    if number:
        scene.quarter = said or _quarter_year(number, scene), number
    elif said:
        return "DATE", f"{said}-Q{known}"
    elif found.has("next", "following", "coming"):
        year_now, now = quarter_at(scene.written)
        return "DATE", f"{year_now}-Q{now + 1}" if now < 4 else f"{year_now + 1}-Q1"
    elif found.has("current") or (found.has("this") and not scene.quarter):
        scene.quarter = quarter_at(scene.written)
    elif found.has("last", "previous", "past"):
        scene.quarter = _before(quarter_at(scene.written))
    else:
        scene.quarter = year_known, known
    return "DATE", f"{scene.quarter[0]}-Q{scene.quarter[1]}"


def quarter_at(when: date) -> Quarter:
    """The quarter in which a day lies."""
    return when.year, (when.month + 2) // 3


def _before(known: Quarter) -> Quarter:
    return (known[0], known[1] - 1) if known[1] > 1 else (known[0] - 1, 4)


def _quarter_year(number: int, scene: Scene) -> int:
    """The year of writing unless that lies too far ahead; where the words look ahead it may be the next."""
    year_now, now = quarter_at(scene.written)
    if scene.ahead:
        return year_now + 1 if now == 4 and number == 1 else year_now
    return year_now if number <= now + 1 else year_now - 1


def half(found: Found, scene: Scene) -> Read:
    """As in "the first half of 2012"."""
    said = found.year(scene)
    return "DATE", f"{scene.written.year if said is None else said}-H{1 if found.has('first') else 2}"


def this_year(found: Found, scene: Scene) -> Read:
    """As in "last year", "later that year", "year-end"."""
    base = int(scene.last[:4]) if found.has("that", "same") and scene.last else scene.written.year
    return "DATE", f"{base + found.shift:04d}"


def year(found: Found, scene: Scene) -> Read:
    """As in "1996", "fiscal 2014", "the year two thousand"; "2000 people" is none."""
    if found.has("thousand"):
        return "DATE", str(2000 + sum(value for value in found.all("NUMBER")[1:] if isinstance(value, int)))
    if _NUMBERED.search(found.before) or _COUNTED.match(found.after):
        return None
    said = found.year(scene)
    return None if said is None else ("DATE", f"{said:04d}")


def decade(found: Found, scene: Scene) -> Read:
    """As in "the mid-1990s", "the nineties", "this decade": the first three digits of its years."""
    if word := found.number("DECADE_WORD"):
        return "DATE", str(scene.full_year(word * 10) // 10)
    if forms := found.forms("DECADE"):
        digits = re.sub(r"\D", "", forms[0])
        return "DATE", digits[:3] if len(digits) == 4 else str(scene.full_year(int(digits)) // 10)
    return "DATE", str(scene.written.year // 10 + found.shift)


def century(found: Found, scene: Scene) -> Read:
    """As in "the 20th century": the first two digits of its years."""
    number = (found.printed("NTH") or [found.number("ORDINAL")])[0]
    return "DATE", f"{number - 1 if number else scene.written.year // 100 + found.shift:02d}"
