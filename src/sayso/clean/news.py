"""News dates itself: what it reports on was days ago, and its bare weekdays are of one week.

"Ukrainian forces were ordered on Friday to leave Sievierodonetsk" was written from 24 to 26 June 2022. The limit
accepted: a text that tells of an old happening as if it were news is dated to the days after that.
"""

import re
from datetime import date, timedelta

from sayso.clean.clues import Clue, looks_ahead
from sayso.lexicon.calendar import Expression, Kind
from sayso.lexicon.incidents import Telling, tellings
from sayso.lexicon.reckoning import add_months, back, month_days

BESIDE = 160
"""Characters around the words of a happening in which its weekday, or a year, stands."""
HEAD = 1200
"""Characters: what an article reports on is told near its top; farther down it may be recalled."""
WEEKS_OF_NEWS = timedelta(30)
"""How long after its newest day with a date a report is taken to have been written, where nothing tells more."""
SAME_STORY = 2
"""Days after a happening whose weekdays are those of the report: "on Saturday", of what was ordered on Friday."""

LOOSE_WEEK = 4
"""Days by which "two weeks ago" may be off."""

_RECALLED = re.compile(
    r"\b(?:1[89]|20)\d\d\b|\b(?:years?|months?|decades?)\s(?:ago|earlier|before|later|after)\b|\banniversar|"
    r"\blast year\b|\bsince the\b",
    re.I,
)
_PAST_LEADS = ("on", None, "since", "by", "late", "early", "from")


def incident_clues(text: str, body: tuple[Expression, ...]) -> list[Clue]:
    """A clue for each happening of the table that the text tells, those told as news first, the newest first."""
    ranked = []
    for telling in tellings(text):
        rank, clue = _clue(text, telling, body)
        ranked.append((rank, -telling.incident.day.toordinal(), clue))
    return [clue for _, _, clue in sorted(ranked, key=lambda each: each[:2])]


def _clue(text: str, telling: Telling, body: tuple[Expression, ...]) -> tuple[int, Clue]:
    """How firmly the telling dates the text, 0 the firmest, and the clue."""
    incident, day = telling.incident, telling.incident.day
    told = f"It tells of {incident.name} ({day}, by the table of happenings)"
    low, high = telling.start - BESIDE, telling.end + BESIDE
    beside = [e for e in body if low <= e.core[0] <= high]
    counted = next((days for e in beside if (days := _counted(e, day))), None)
    if counted:
        return 0, Clue(*counted, f"{told}, with the time that has passed since.")
    if _RECALLED.search(text, max(0, low + BESIDE // 2), min(len(text), high - BESIDE // 2)):
        return 2, Clue(day, None, f"{told}: on that day or after.")
    near = body if telling.start < HEAD else beside
    if any(e.weekday == day.weekday() and e.kind is Kind.WEEKDAY and e.shift is None for e in near):
        first, last = news_week(text, body, day)
        return 0, Clue(first, last, f"{told} by the day of the week: written in that week.")
    if telling.start < HEAD:
        return 1, Clue(day, day + WEEKS_OF_NEWS, f"{told} near its top: written within weeks.")
    return 2, Clue(day, None, f"{told}: on that day or after.")


def _counted(expression: Expression, day: date) -> tuple[date, date] | None:
    """The days of writing, where the happening is told to have been "last week", "last month" or "two weeks ago"."""
    if expression.kind is not Kind.RELATIVE or expression.lead in ("in", "over", "since", "for"):
        return None
    if expression.word == "calendar" and expression.shift == -1 and expression.unit == "week":
        monday = day + timedelta(7 - day.weekday())
        return monday, monday + timedelta(6)
    if expression.word == "calendar" and expression.shift == -1 and expression.unit == "month":
        following = add_months(day.replace(day=1), 1)
        return month_days(following.year, following.month)
    if expression.word == "ago" and expression.count and expression.unit in ("day", "week"):
        written = back(day, expression.count, expression.unit, 1)
        slack = timedelta(LOOSE_WEEK if expression.unit == "week" else 0)
        return written - slack, written + slack
    return None


def news_week(text: str, body: tuple[Expression, ...], day: date) -> tuple[date, date]:
    """From the newest weekday told as past, on the day or soon after it, to the end of that week."""
    newest = day
    for expression in body:
        if expression.kind is Kind.WEEKDAY and expression.weekday is not None and expression.shift is None:
            after = (expression.weekday - day.weekday()) % 7
            if after <= SAME_STORY and expression.lead in _PAST_LEADS and not looks_ahead(text, expression):
                newest = max(newest, day + timedelta(after))
    return newest, max(newest + timedelta(6 - newest.weekday()), newest + timedelta(1))


def newest_day(text: str, body: tuple[Expression, ...], others: list[date], earliest: date | None) -> Clue | None:
    """The end of an interval that only begins: news is written within weeks of the newest day that it dates.

    `others` are the days of captions and stamps on the page.
    """
    if earliest is None:
        return None
    days = [e.date for e in body if e.date and not looks_ahead(text, e)]
    if any(e.year > earliest.year for e in body if e.year):
        return None
    newest = max((day for day in (*days, *others) if day is not None), default=None)
    if newest is None or newest != earliest:
        return None
    return Clue(
        earliest, earliest + WEEKS_OF_NEWS,
        f"{newest} is the newest day that it dates: news is written within weeks of that.",
    )  # fmt: skip
