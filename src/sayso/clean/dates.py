"""The dates of a page: the one it prints or declares, and when its text must have been written, with the reasons.

A page saved on 27 February whose text says "another year is coming to an end" was written in December. The limit
accepted: a printed date that nothing in the text speaks against is taken for the day of writing.
"""

import re
from bisect import bisect_right
from datetime import date, timedelta

from sayso.clean.clues import (
    Clue,
    counted,
    month_after,
    month_now,
    past_dates,
    so_far,
    title_date,
    year_end,
)  # fmt: skip
from sayso.clean.news import as_of, incident_clues, newest_day, under_way
from sayso.lexicon.calendar import WEEKDAYS, Expression, Kind
from sayso.lexicon.expressions import expressions
from sayso.model.document import UNDATED, Interval
from sayso.model.span import Span, Spans, overlap

STAMP = 100
"""Characters: furniture that is a date with its labels is shorter; longer furniture is a caption or a teaser."""
STAMP_LETTERS = 45
LABEL_LETTERS = 15
"""Letters of "Published on" and its like; with more of them and a full stop, the words are a caption's."""
TOP = 0.25
LINE = 160
FIRST_LINES = 12
TOP_AT_LEAST = 400
TEASER_REACH = 160
MOST_CLUES, MOST_STAMPS = 400, 8
"""Expressions that are weighed as clues, and stamps: an article of 5,000 words has about 80 expressions."""
WIDE = timedelta(60)
"""An interval that is longer is closed by the newest day, as an open one is."""
_UPDATED = re.compile(r"\b(?:updated|modified)\b", re.I)
_BY = re.compile(r"\W*(?:by|from|written by)\s", re.I)
_BARE_PAST = ("on", None, "since")


def dates(
    text: str, furniture: Spans, title: str | None = None, declared: date | None = None
) -> tuple[date | None, Interval]:
    """The page's own date, if any, and the interval of writing; nothing known gives an open one without reasons."""
    found = expressions(text)
    within = [_span_of(e, furniture) for e in found]
    inside = [e for e, span in zip(found, within, strict=True) if span]
    body = tuple(e for e, span in zip(found, within, strict=True) if not span)[:MOST_CLUES]
    stamps = [
        e
        for e, span in zip(found, within, strict=True)
        if span and e.kind is Kind.DAY and e.year and _is_stamp(e, span, text)
    ]
    top = [e for e in stamps if e.core[0] < max(TOP_AT_LEAST, TOP * len(text))][:MOST_STAMPS]
    own = [e for e in top if not _of_teaser(e, furniture, text)]
    printed = _settled(own[0], body) if own else None
    page_date = printed or declared
    headline = _first_line(text, furniture)
    published = _published(text, body, inside, stamps, own, title, headline, page_date, printed is not None)
    return page_date, _widened(published, printed, declared)


def _widened(published: Interval, printed: date | None, declared: date | None) -> Interval:
    """Both days, where the page prints one and declares another and the text speaks against neither."""
    if (
        not (printed and declared)
        or (published.earliest, published.latest) != (printed, printed)
        or printed == declared
    ):
        return published
    why = f"The page declares another date, {declared}."
    return Interval(min(printed, declared), max(printed, declared), (*published.why, why))


def _published(
    text: str, body: tuple[Expression, ...], inside: list[Expression], stamps: list[Expression],
    own: list[Expression], title: str | None, headline: str | None, page_date: date | None, printed: bool,
) -> Interval:  # fmt: skip
    past = past_dates(text, body)
    if page_date and not own:
        past = None if past and past.earliest and past.earliest > page_date else past
    heading = title_date(title or headline)
    year_clue = so_far(text)
    year = year_clue.earliest.year if year_clue and year_clue.earliest else None
    if page_date:
        told = (past, year_end(text, page_date, year), month_now(text, page_date, year))
        return _with_page_date(text, body, own, page_date, printed, [clue for clue in told if clue])
    clues = [clue for clue in (heading, year_clue, past, *counted(text, body, year)) if clue]
    year = year or _one_year(clues)
    later = [e for e in inside if e.date and e not in own]
    if later:
        newest = max(later, key=lambda e: e.date or date.min)
        kind = "a stamp on the page" if newest in stamps else "a caption"
        clues.append(Clue(newest.date, None, f"“{text[slice(*newest.core)]}” on {kind}: on that day or after."))
    clues += [clue for clue in (year_end(text, None, year), month_now(text, None, year)) if clue]
    clues += incident_clues(text, body)
    combined = combine(clues)
    if year is None:
        year = _one_year([Clue(combined.earliest, combined.latest, "")])
    if year is None and combined.earliest and combined.latest and (combined.latest - combined.earliest).days <= 366:
        year = _year_within(body, combined)
    after = month_after(text, body, year)
    clues += [after] if after else []
    counted_up = as_of(text, body)
    clues += [counted_up] if counted_up else []
    known = combine(clues)
    if known.latest is None and (going_on := under_way(text, body, known.earliest)):
        clues.append(going_on)
        known = combine(clues)
    wide = known.latest is None or (known.earliest and known.latest - known.earliest > WIDE)
    closing = newest_day(text, body, [e.date for e in later if e.date], known.earliest) if wide else None
    return combine([*clues, closing]) if closing else known


def _first_line(text: str, furniture: Spans) -> str | None:
    """The first line that is no furniture, if it stands like a headline."""
    marked = {start for start, _ in furniture[:FIRST_LINES]}
    at = 0
    for line in text.split("\n", FIRST_LINES)[:FIRST_LINES]:
        bare = line.strip("\ufeff \t\r")
        if bare and at + line.index(bare) not in marked:
            return bare if len(bare) <= LINE and not bare.endswith((".", "!", ":")) else None
        at += len(line) + 1
    return None


def combine(clues: list[Clue]) -> Interval:
    """The intersection of the clues in their order; one that does not fit is named among the reasons and left out."""
    earliest: date | None = None
    latest: date | None = None
    why: list[str] = []
    for clue in clues:
        if clue.earliest is None and clue.latest is None:
            continue
        if (clue.earliest and latest and clue.earliest > latest) or (
            clue.latest and earliest and clue.latest < earliest
        ):
            why.append(f"Set aside, as it does not fit the rest: {clue.why}")
            continue
        later = clue.earliest and (earliest is None or clue.earliest > earliest)
        sooner = clue.latest and (latest is None or clue.latest < latest)
        earliest = clue.earliest if later else earliest
        latest = clue.latest if sooner else latest
        if later or sooner:
            why.append(clue.why)
    return Interval(earliest, latest, tuple(why)) if why else UNDATED


def _with_page_date(
    text: str, body: tuple[Expression, ...], own: list[Expression], page_date: date, printed: bool, clues: list[Clue]
) -> Interval:
    """The printed date, unless the text cannot have been written then."""
    word = "printed" if printed else "declared"
    against = [
        c
        for c in clues
        if (c.latest and c.latest < page_date - timedelta(1)) or (c.earliest and c.earliest > page_date + timedelta(1))
    ]
    told = [c for c in against if c.latest]
    if told:
        kept = combine(told)
        reason = f"The page's {word} date, {page_date}, is later than its text: printed when the page was saved."
        return Interval(kept.earliest, min(kept.latest or page_date, page_date), (*kept.why, reason))
    if against:
        kept = combine(against)
        return Interval(
            kept.earliest, None, (*kept.why, f"The page's {word} date, {page_date}, is before that and is set aside.")
        )
    weekday = _newest_weekday(text, body, page_date)
    if (
        own
        and _UPDATED.search(text[max(0, own[0].core[0] - 20) : own[0].core[0]])
        and not _UPDATED.search(text[own[0].core[1] :][:20])
        and weekday
    ):
        day, words = weekday
        return Interval(
            day, page_date, (f"Last updated on {page_date}.", f"“{words}” is then {day}: written on that day or after.")
        )
    why = [f"The {word} date is {page_date}, a {WEEKDAYS[page_date.weekday()].title()}."]
    if weekday:
        why.append(
            f"“{weekday[1]}” is then {weekday[0]}, which agrees."
            if weekday[0] == page_date
            else f"“{weekday[1]}” is then {weekday[0]}."
        )
    return Interval(page_date, page_date, tuple(why))


def _newest_weekday(text: str, body: tuple[Expression, ...], written: date) -> tuple[date, str] | None:
    """The latest day that a bare weekday names, seen from the day of writing, and its words."""
    days = [
        (written - timedelta((written.weekday() - e.weekday) % 7), text[slice(*e.span)])
        for e in body
        if e.kind is Kind.WEEKDAY and e.weekday is not None and e.shift is None and e.lead in _BARE_PAST
    ]
    return max(days, default=None)


def _span_of(expression: Expression, furniture: Spans) -> Span | None:
    """The furniture in which the expression stands, if any."""
    at = bisect_right(furniture, (expression.core[1],)) - 1
    return furniture[at] if at >= 0 and overlap(expression.core, furniture[at]) else None


def _is_stamp(expression: Expression, span: Span, text: str) -> bool:
    """Whether the furniture is a date with its labels, and no caption or teaser that holds a date."""
    start, end = span
    beside = text[start : expression.core[0]] + text[expression.core[1] : end]
    letters = sum(c.isalpha() for c in beside)
    sentence = text[end - 1] == "." and letters > LABEL_LETTERS
    return end - start <= STAMP and "©" not in beside and letters <= STAMP_LETTERS and not sentence


def _of_teaser(expression: Expression, furniture: Spans, text: str) -> bool:
    """Whether the stamp follows a marked line of its own that is no stamp: the headline of another article."""
    line = text.rfind("\n", 0, expression.core[0])
    if line <= 0:
        return False
    before = [s for s in furniture if line - TEASER_REACH < s[0] and s[1] <= line + 1 and not text[s[1] : line].strip()]
    return any(
        len(text[slice(*s)].split()) > 4 and s[0] > len(text) // 50 and not _BY.match(text, s[0]) for s in before
    )


def _settled(expression: Expression, body: tuple[Expression, ...]) -> date | None:
    """The day of a printed date; of "03-11-2014" the reading that a weekday in the text bears out."""
    day = expression.date
    if day is None or not expression.ambiguous:
        return day
    other = date(day.year, day.day, day.month)
    named = {e.weekday for e in body[:6] if e.kind is Kind.WEEKDAY}
    return other if other.weekday() in named and day.weekday() not in named else day


def _one_year(clues: list[Clue]) -> int | None:
    """The year of writing, where the clues leave only one."""
    bounds = combine(clues)
    if bounds.earliest and bounds.latest and bounds.earliest.year == bounds.latest.year:
        return bounds.earliest.year
    return None


def _year_within(body: tuple[Expression, ...], bounds: Interval) -> int | None:
    """The year of the days named without one, where only one year puts them into the bounds."""
    years = set()
    for expression in body:
        if (
            expression.kind is Kind.DAY
            and expression.year is None
            and expression.month
            and expression.day
            and bounds.earliest
            and bounds.latest
        ):
            for year in {bounds.earliest.year, bounds.latest.year}:
                try:
                    day = date(year, expression.month, expression.day)
                except ValueError:
                    continue
                if bounds.earliest - timedelta(366) <= day <= bounds.latest and day >= bounds.earliest:
                    years.add(year)
    return years.pop() if len(years) == 1 else None
