"""Date and time expressions of English news prose: what kinds there are and what their parts are.

"since early April", "on Wednesday", "for nearly two months", "27.02.2026": each is found once, with its parts, and
is given days only against an anchor (reckoning.py). The limit accepted: a time that is told by an event ("after the
bombing") is no expression here, and "03/11/2014" is read day first unless that is no date.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sayso.model.span import Span

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
NUMBERS = {
    word: number
    for number, words in enumerate(
        ("", "a an one first", "two second couple", "three third", "four fourth", "five fifth", "six sixth",
         "seven seventh", "eight eighth", "nine ninth", "ten tenth", "eleven eleventh", "twelve twelfth",
         "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty")
    )
    for word in words.split()
}  # fmt: skip
NUMBERS |= {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "hundred": 100}


class Kind(StrEnum):
    """What an expression names."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    WEEKDAY = "weekday"
    RELATIVE = "relative"
    DURATION = "duration"
    ORDINAL = "ordinal"


@dataclass(frozen=True, slots=True)
class Expression:
    """One expression: `core` are the words of the date alone, `span` takes in its preposition and modifiers.

    `lead` is the preposition ("since"); `part` is early, mid, late, start or end; `shift` is -1 for last, 0 for this,
    +1 for next; `count` and `unit` are of a duration, `ordinal` of "its sixth day"; `last` is the end of a range.
    """

    span: Span
    core: Span
    kind: Kind
    lead: str | None = None
    part: str | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last: tuple[int | None, int, int] | None = None
    weekday: int | None = None
    shift: int | None = None
    count: float | None = None
    unit: str | None = None
    approx: str | None = None
    word: str | None = None
    ambiguous: bool = False

    @property
    def date(self) -> date | None:
        """The day, where year, month and day are all printed."""
        if self.kind is Kind.DAY and self.year and self.month and self.day:
            return date(self.year, self.month, self.day)
        return None


_OPEN_COUNT = {"several": None, "a few": None, "few": None, "many": None, "some": None}


def month_number(word: str) -> int:
    """1 for "January", "Jan." or "JAN"."""
    head = word[:3].casefold()
    return next(number for number, name in enumerate(MONTHS, 1) if name.startswith(head))


def weekday_number(word: str) -> int:
    """0 for "Monday" or "Mon."; Monday is the first day, as in ISO 8601."""
    head = word[:3].casefold()
    return next(number for number, name in enumerate(WEEKDAYS) if name.startswith(head))


def number(word: str) -> float | None:
    """3 for "three", "third", "3" or "3rd"; None for "several"."""
    word = " ".join(word.casefold().split())
    if word in _OPEN_COUNT:
        return None
    digits = re.match(r"\d+", word)
    return float(digits.group()) if digits else float(NUMBERS.get(word.removesuffix(" of").removeprefix("a "), 1))
