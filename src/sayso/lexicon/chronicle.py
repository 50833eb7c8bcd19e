"""When wars and campaigns began: the days from which reports count their own time.

"on day 123 of the invasion" dates a report once it is known which invasion. The limit accepted: only the wars of the
table are known, and a text in which two of them fit is not dated by either.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from sayso.lexicon.load import table


@dataclass(frozen=True, slots=True)
class Campaign:
    """A war or campaign; `called` matches the noun that a count of its time hangs on."""

    name: str
    start: date
    end: date | None
    names: tuple[tuple[str, ...], ...]
    words: tuple[re.Pattern[str], ...]
    called: re.Pattern[str]
    units: frozenset[str]


@cache
def campaigns() -> tuple[Campaign, ...]:
    """The table, compiled once a process."""
    return tuple(
        Campaign(
            name=row["name"],
            start=row["start"],
            end=row.get("end"),
            names=tuple(tuple(group) for group in row["words"]),
            words=tuple(_any(group) for group in row["words"]),
            called=_any(row["called"], re.I),
            units=frozenset(row["units"]),
        )
        for row in table("chronicle")
    )


def campaigns_in(text: str) -> tuple[Campaign, ...]:
    """The campaigns of which a text has the words, the latest begun first."""
    fitting = (
        each
        for each in campaigns()
        if all(any(name in text for name in group) for group in each.names)  # a plain search first, it is far faster
        and all(group.search(text) for group in each.words)
    )
    return tuple(sorted(fitting, key=lambda each: each.start, reverse=True))


def _any(words: list[str], flags: int = 0) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)", flags)
