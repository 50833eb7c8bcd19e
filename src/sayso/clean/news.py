"""News dates itself: what it reports on was days ago, and its bare weekdays are of one week.

"Ukrainian forces were ordered on Friday to leave Sievierodonetsk" was written from 24 to 26 June 2022. The limit
accepted: a text that tells of an old happening as if it were news is dated to the days after that.
"""

import re
from contextlib import suppress
from datetime import date, timedelta

from sayso.clean.clues import Clue, looks_ahead
from sayso.lexicon.calendar import Expression, Kind
from sayso.lexicon.chronicle import Campaign, campaigns_in
from sayso.lexicon.incidents import Telling, tellings
from sayso.lexicon.reckoning import add_months, back, month_days

BESIDE = 160
"""Characters around the words of a happening in which its weekday, or a year, stands."""
HEAD = 1200
"""Characters: what an article reports on is told near its top; farther down it may be recalled."""
WEEKS_OF_NEWS = timedelta(30)
"""How long after its newest day with a date a report is taken to have been written, where nothing tells more."""
SAME_STORY = 1
"""Days after a happening whose weekdays are those of the report: "on Saturday", of what was ordered on Friday."""
A_BATTLE = timedelta(220)
"""A campaign that lasted no longer dates a text that tells of it as going on; a longer one tells too little."""

AS_OF = timedelta(45)
"""A month up to which figures are counted is that of the writing, or the one before it."""

LOOSE_WEEK = 4
"""Days by which "two weeks ago" may be off."""

_RECALLED = re.compile(
    r"\b(?:1[89]|20)\d\d\b|\b(?:years?|months?|decades?)\s(?:ago|earlier|before|later|after)\b|\banniversar|"
    r"\blast year\b|\bsince the\b",
    re.I,
)
_OVER = re.compile(
    r"\bis over\b|\b(?:ended|won|lost)\b|\bduring the\b|\bafter the\b|\b\w+-(?:day|week|month|year)\b", re.I
)
"""What is told of a battle that is over, or measured as a whole: "the 12-day war"."""
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
    newest = _without_year(text, body, newest) or newest
    return Clue(
        newest, newest + WEEKS_OF_NEWS,
        f"{newest} is the newest day that it dates: news is written within weeks of that.",
    )  # fmt: skip


def under_way(text: str, body: tuple[Expression, ...], earliest: date | None) -> Clue | None:
    """As in "fighting for Sievierodonetsk goes on": the days of the one battle that is told of near the top.

    Only for a text that no other clue ends, and that names no year after the battle.
    """
    head, latest_year = text[:HEAD], max((e.year for e in body if e.year and not looks_ahead(text, e)), default=0)
    told = [
        (each, each.end)
        for each in campaigns_in(head)
        if each.end and (each.end - each.start) <= A_BATTLE and _is_told(head, each)
    ]
    if len(told) != 1:
        return None
    battle, end = told[0]
    if latest_year > end.year or (earliest and earliest > end):
        return None
    why = f"It tells of {battle.name} ({battle.start} to {end}, by the table of wars) as going on."
    return Clue(max(battle.start, earliest or battle.start), end, why)


def _is_told(head: str, campaign: Campaign) -> bool:
    """Whether what the campaign is called stands beside its place, and nothing there recalls it."""
    for place in campaign.words[0].finditer(head):
        low, high = max(0, place.start() - BESIDE // 2), place.end() + BESIDE // 2
        recalled = _RECALLED.search(head, low, high) or _OVER.search(head, low, high)
        if campaign.called.search(head, low, high) and not recalled:
            return True
    return False


def as_of(text: str, body: tuple[Expression, ...]) -> Clue | None:
    """As in "As of March 2024, 12 towns are held": written in that month, or in the first half of the next."""
    months = [
        (date(e.year, e.month, 1), text[slice(*e.span)])
        for e in body
        if e.kind is Kind.MONTH and e.lead == "as of" and e.year and e.month and not e.part
    ]
    if not months:
        return None
    first, words = max(months)
    return Clue(first, first + AS_OF, f"“{' '.join(words.split())}”: written in that month or soon after it.")


def _without_year(text: str, body: tuple[Expression, ...], newest: date) -> date | None:
    """The newest day that is told as past with no year, in the weeks of news after the newest that has one.

    "On February 4, 2026 … between February 11 and 15": the 15th.
    """
    days = []
    for e in body:
        if e.kind is not Kind.DAY or e.year is not None or not (e.month and e.day) or looks_ahead(text, e):
            continue
        month, day = (e.last[1], e.last[2]) if e.last else (e.month, e.day)
        for year in (newest.year, newest.year + 1):
            with suppress(ValueError):
                days.append(date(year, month, day))
    return max((day for day in days if newest < day <= newest + WEEKS_OF_NEWS), default=None)
