"""Clues: what the words of an article say about when it was written, each with its bounds and its reason.

"so far in 2024" bounds a year; "the second week of its incursion" with "its attack on August 6" bounds a week. Each
rule is a named function; dates.py puts the clues together. The limit accepted: only what the words state is a clue,
the names of people in office or the course of events are none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.lexicon.calendar import MONTHS, Expression, Kind
from sayso.lexicon.chronicle import Campaign, campaigns_in
from sayso.lexicon.expressions import expressions
from sayso.lexicon.reckoning import MONTHS_OF, add_months, back, month_days
from sayso.model.span import Span

AHEAD = re.compile(
    r"\b(?:will|would|shall|going to|plans?|planned|planning|expect(?:s|ed)?|due|scheduled|set to|slated|upcoming|"
    r"ahead of|until|forecast(?:s|ing)?|project(?:s|ed|ing|ions?)|predict(?:s|ed|ing|ions?)|"
    r"aims?|hopes?|intends?|could|may|might|deadline|expires?|next|summit|Olympics|World Cup|Plan|target(?:s|ed)?|"
    r"elections? (?:in|on))\b"
)
_PAST = re.compile(r"\b(?:was|were|had|did|ended|began|happened|occurred)\b")
"""A past verb between the words that look ahead and the date: "may be hit, as Karsk was in June 2025"."""

AHEAD_REACH = 80
_SENTENCE_START = re.compile(r"(?:[.!?…][\"”’)]*\s|\n)")
_EVENT = (
    r"(?:invasion|incursion|offensive|counter-?offensive|war|assault|operation|campaign|siege|conflict|fighting|"
    r"battle|attack|uprising|occupation|blockade|strikes?)"
)
_BEGUN = re.compile(rf"\b(?:since|began|begun|launched|started|surprise|{_EVENT})\b", re.I)
_YEAR_END = re.compile(
    r"\byear\b[^.!?\n]{0,40}\b(?:coming|drawing|draws|comes|nearing|approaching)\b[^.!?\n]{0,12}\b(?:an end|a close|"
    r"its end|end)\b|\bas (?:the|this) year ends\b|\bNew Year[’']s Eve\b",
    re.I,
)
_CHRISTMAS = re.compile(r"\bChristmas (?:tree|decoration|eve|day|market|message)s?\b", re.I)
_SO_FAR = re.compile(r"\bso far (?:in|this year,?)\s+((?:19|20)\d\d)\b", re.I)
_IN_YEAR = re.compile(r"\bthis year,?\s+((?:19|20)\d\d)\b|\b(?:this|the current) year \(((?:19|20)\d\d)\)", re.I)
_CONTENT_WORD = re.compile(r"[^\W\d_]{5,}")
_HELD = re.compile(r"\b(?:presence|occupation|occupied|control|rule)\b", re.I)
_MODIFIERS = re.compile(r"[\s-]*(?:(?:an?|the|its|their|this|military|ground|air|bombing|joint|major)\s)*")
_PLUPERFECT = re.compile(r"\bhad (?:been|lasted)\b")
HEAD_NOUN = 28
"""Characters after "four-year" in which "civil war" or "increasingly complex war" stands."""
ENTERING = 7
"""Days: a war is said to be "entering its fifth year" in the week before it does."""
JUST_ENTERED = 45
_ENTERS = re.compile(r"\b(?:enter|begin|start|mark)(?:s|ed|ing|ning)?\s(?:\w+\s){0,2}$|\binto\s(?:\w+\s)?$", re.I)
MOST_PAIRED = 30
SHARED_WORDS = 3
"""Two sentences speak of one event where three long words are in both; two are the parties' names."""


@dataclass(frozen=True, slots=True)
class Clue:
    """Bounds for the day of writing, an open one None, and the reason as a sentence with the words of the text."""

    earliest: date | None
    latest: date | None
    why: str


def sentence_at(text: str, at: int, reach: int = 400) -> Span:
    """Roughly the sentence around a place in the text."""
    start = max(0, at - reach)
    for found in _SENTENCE_START.finditer(text, start, at):
        start = found.end()
    following = _SENTENCE_START.search(text, at, min(len(text), at + reach))
    return start, following.start() if following else min(len(text), at + reach)


def looks_ahead(text: str, expression: Expression) -> bool:
    """Whether the date lies ahead of the writing by the words before it ("will meet on", "by", "due")."""
    start = max(sentence_at(text, expression.core[0], AHEAD_REACH)[0], expression.core[0] - AHEAD_REACH)
    if expression.lead in ("by", "until", "till", "before", "through"):
        return True
    ahead = AHEAD.search(text, start, expression.core[0])
    return ahead is not None and not _PAST.search(text, ahead.end(), expression.core[0])


def past_dates(text: str, body: tuple[Expression, ...]) -> Clue | None:
    """The newest date with its year that is told as past: it was written on that day or after."""
    newest: tuple[date, str] | None = None
    for expression in body:
        if expression.year is None or expression.kind not in (Kind.DAY, Kind.MONTH, Kind.YEAR):
            continue
        if looks_ahead(text, expression) or (
            expression.kind is Kind.YEAR and expression.lead not in ("in", "since", "during")
        ):
            continue
        day = _first_day(expression)
        if day and (newest is None or day > newest[0]):
            newest = day, text[slice(*expression.span)]
    if newest is None:
        return None
    return Clue(newest[0], None, f"{_quoted(newest[1])} is told as past, so it was written on {newest[0]} or after.")


def so_far(text: str) -> Clue | None:
    """As in "so far in 2024"."""
    found = _SO_FAR.search(text) or _IN_YEAR.search(text)
    if not found:
        return None
    year = int(next(group for group in found.groups() if group))
    return Clue(date(year, 1, 1), date(year, 12, 31), f"{_quoted(found.group())} puts it in {year}.")


def title_date(title: str | None) -> Clue | None:
    """A full date, or a month with its year, in the headline: that day or the next, or that month."""
    for expression in expressions(title or ""):
        words = _quoted((title or "")[slice(*expression.core)])
        if expression.date:
            return Clue(expression.date, expression.date + timedelta(1), f"The headline gives the date {words}.")
        if expression.kind is Kind.MONTH and expression.year and expression.month and not expression.lead:
            first, last = month_days(expression.year, expression.month)
            return Clue(first, last, f"The headline gives the month {words}.")
    return None


def year_end(text: str, before: date | None, year: int | None) -> Clue | None:
    """As in "another year is coming to an end", with Christmas beside it: December, of the year that it can be."""
    found = _YEAR_END.search(text)
    if not found:
        return None
    if year is None and before is not None:
        year = before.year if before.month == 12 else before.year - 1
    if year is None:
        return None
    christmas = _CHRISTMAS.search(text)
    first = date(year, 12, 1) if christmas else date(year, 11, 15)
    also = f" and {_quoted(christmas.group())}" if christmas else ""
    return Clue(first, date(year, 12, 31), f"{_quoted(found.group())}{also} put it at the end of {year}.")


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTH_NOW = re.compile(
    r"\b(?:[Ii]t is|[Ii]t[’']s|[Tt]his is)\s(?:now\s|only\s|already\s|still\s)?"
    r"(?:(?:early|mid|late)[- ]|the\s(?:beginning|middle|end)\sof\s)?"
    rf"(?P<month>{'|'.join(_MONTHS)})\b(?!\s\d)"
)


def month_now(text: str, before: date | None, year: int | None) -> Clue | None:
    """As in "it is the middle of April": that month, of the year that it can be."""
    found = _MONTH_NOW.search(text)
    if not found:
        return None
    month = _MONTHS.index(found["month"]) + 1
    if year is None and before is not None:
        year = before.year if month <= before.month else before.year - 1
    if year is None:
        return None
    first, last = month_days(year, month)
    return Clue(first, last, f"{_quoted(found.group())} puts it in {found['month']} {year}.")


def month_after(text: str, body: tuple[Expression, ...], year: int | None) -> Clue | None:
    """As in "recaptured Tarn last month" beside "Tarn was recaptured on September 10": written in October."""
    last_months = [
        e for e in body if e.kind is Kind.RELATIVE and e.word == "calendar" and e.unit == "month" and e.shift == -1
    ][:MOST_PAIRED]
    days = [e for e in body if e.kind is Kind.DAY and e.month and not looks_ahead(text, e)][:MOST_PAIRED]
    for relative in last_months:
        said = text[slice(*sentence_at(text, relative.core[0]))]
        for day in days:
            own_year = day.year or year
            if own_year is None or not day.month:
                continue
            other = text[slice(*sentence_at(text, day.core[0]))]
            if other != said and len(_content(said) & _content(other)) < SHARED_WORDS:
                continue
            following = add_months(date(own_year, day.month, 1), 1)
            last = month_days(following.year, following.month)[1]
            return Clue(
                following, last,
                f"{_quoted(text[slice(*day.core)])} is {_quoted(text[slice(*relative.core)])}: written in "
                f"{MONTHS[following.month - 1].title()}.",
            )  # fmt: skip
    return None


def counted(text: str, body: tuple[Expression, ...], year: int | None) -> Iterator[Clue]:
    """Time counted from the start of a war: "enters the second week of its incursion", "nearly four months"."""
    fitting = campaigns_in(text)
    for expression in body:
        if (
            expression.count is None
            or expression.kind not in (Kind.ORDINAL, Kind.DURATION)
            or expression.lead in ("in", "within")
            or _retrospective(expression)
        ):
            continue
        start, end = sentence_at(text, expression.core[0])
        sentence = text[start:end]
        after = text[expression.core[1] : expression.core[1] + 40]
        words = _quoted(text[slice(*expression.span)])
        if re.match(
            rf"[- ]?(?:of|into)?\s*(?:(?:an?|the|its|their|this|full-scale|military|ground)\s)*{_EVENT}", after, re.I
        ):
            stated = _stated_start(text, expression, body, year)
            if stated:
                yield _entering(
                    text, expression, _from_start(expression, stated[0], f"{words} counted from {_quoted(stated[1])}")
                )
                continue
        campaign = _campaign_of(expression, sentence, after, fitting)
        if campaign:
            why = f"{words} counted from the start of {campaign.name} ({campaign.start}, by the table of wars)"
            yield _entering(text, expression, _from_start(expression, campaign.start, why))


def _entering(text: str, expression: Expression, clue: Clue) -> Clue:
    """The clue of a year that the war only "enters" ends soon after that year's beginning."""
    before = text[max(0, expression.core[0] - 30) : expression.core[0]]
    if expression.unit != "year" or not clue.earliest or not clue.latest or not _ENTERS.search(before):
        return clue
    soon = min(clue.latest, clue.earliest + timedelta(JUST_ENTERED))
    return Clue(clue.earliest, soon, f"{clue.why} It only enters that.")


def _stated_start(
    text: str, counted_in: Expression, body: tuple[Expression, ...], year: int | None
) -> tuple[date, str] | None:
    """The day that the text itself gives for the start: "since its surprise attack on August 6"."""
    for expression in body:
        if expression.kind is not Kind.DAY or expression is counted_in or not expression.month or not expression.day:
            continue
        before = text[max(0, expression.core[0] - 60) : expression.core[0]]
        own_year = expression.year or year
        if own_year and _BEGUN.search(before) and "\n\n" not in before:
            day = _first_day(expression, own_year)
            return (day, text[slice(*expression.core)]) if day else None
    return None


def _campaign_of(expression: Expression, sentence: str, after: str, fitting: tuple[Campaign, ...]) -> Campaign | None:
    """The one campaign that the count in this sentence can hang on; None where two can."""
    near = [
        each for each in fitting
        if expression.unit in each.units
        and (each.called.search(sentence) or _HELD.search(sentence))
        and (any(group.search(sentence) for group in each.words) or re.search(r"\b(?:war|invasion)\b", after))
        and _hangs_on(expression, sentence, after, each)
        and _can_last(expression, each)
    ]  # fmt: skip
    if len(near) > 1:
        near = [each for each in near if all(group.search(sentence) for group in each.words)]
    return near[0] if len(near) == 1 else None


def _hangs_on(expression: Expression, sentence: str, after: str, campaign: Campaign) -> bool:
    """Whether the words around the count make it one of this campaign's time."""
    whole = all(group.search(sentence) for group in campaign.words)
    if expression.kind is Kind.ORDINAL:
        return bool(campaign.called.search(sentence))
    if expression.word in ("compound", "into", "old"):
        head = campaign.called.search(after[:HEAD_NOUN])
        if not head or re.search(r"\b[A-Z]", after[: head.start()]):
            return False
        if re.search(r"war|invasion|conflict|uprising", head.group(), re.I):
            return True
        return whole and bool(_MODIFIERS.fullmatch(after[: head.start()]))
    if expression.lead == "for":
        before = sentence[: sentence.find(after)] if after in sentence else sentence
        named = campaign.called.search(before) or _HELD.search(before)
        return whole and bool(named) and not _PLUPERFECT.search(before)
    return bool(re.match(r"\s*(?:of|into|since|after)\b", after)) and bool(campaign.called.search(after))


def _can_last(expression: Expression, campaign: Campaign) -> bool:
    """Whether the campaign had lasted so long when it ended."""
    if campaign.end is None:
        return True
    count, unit = max(0.0, (expression.count or 0.0) - 1), expression.unit or "day"
    try:
        return back(campaign.start, count, unit, 1) <= campaign.end
    except (OverflowError, ValueError):
        return False


def _retrospective(expression: Expression) -> bool:
    """As in "the first day of the war", "the 12-day war": told of a time that is over, whenever it is written."""
    if expression.kind is Kind.ORDINAL:
        return (expression.count or 0) < 2
    return expression.word == "compound" and expression.unit == "day"


def _from_start(expression: Expression, start: date, why: str) -> Clue:
    count, unit = expression.count or 0.0, expression.unit or "day"
    try:
        if expression.kind is Kind.ORDINAL:
            earliest = back(start, count - 1, unit, 1) - timedelta(ENTERING if unit in MONTHS_OF else 0)
            latest = back(start, count, unit, 1) - timedelta(0 if unit == "day" else 1)
        else:
            low, high = _bounds(expression.approx, count, unit)
            earliest, latest = back(start, max(0.0, low), unit, 1), back(start, high, unit, 1)
    except (OverflowError, ValueError):
        return Clue(None, None, why)
    return Clue(earliest, latest, f"{why}: {earliest} to {latest}.")


def _bounds(approx: str | None, count: float, unit: str) -> tuple[float, float]:
    """How many units have passed: "nearly four" is three to four, "more than four" four to five, else three to five."""
    slack = 0.5 if unit in MONTHS_OF else 1.0
    if approx in ("nearly", "almost", "just under", "under", "less than"):
        return count - slack, count
    if approx in ("more than", "over", "at least"):
        return count, count + 1
    return count - 1, count + 1


def _first_day(expression: Expression, year: int | None = None) -> date | None:
    year = expression.year or year
    if year is None:
        return None
    try:
        if expression.last and expression.kind is Kind.DAY:
            return date(expression.last[0] or year, expression.last[1], expression.last[2])
        first = date(year, expression.month or 1, expression.day or 1)
    except ValueError:
        return None
    if expression.kind is Kind.MONTH and expression.part in ("mid", "late", "end"):
        return first + timedelta({"mid": 10, "late": 20, "end": 27}[expression.part])
    return first


def _content(sentence: str) -> set[str]:
    return {word.group().casefold()[:7] for word in _CONTENT_WORD.finditer(sentence)}


def _quoted(words: str) -> str:
    return f"“{' '.join(words.split())}”"
