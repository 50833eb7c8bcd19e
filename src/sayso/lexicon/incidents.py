"""Single happenings that date a report of them: the day, and the words by which the report is known.

"Ukrainian forces were ordered to withdraw from Sievierodonetsk" was written on 24 June 2022 or after. The limit
accepted: only the happenings of the table are known, and a text that merely recalls one looks much like a report of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from sayso.lexicon.load import table

NEAR = 320
"""Characters: the words of one happening stand so near each other where it is told."""


@dataclass(frozen=True, slots=True)
class Incident:
    """A happening of one day; each group of words has at least one in a text that tells of it."""

    name: str
    day: date
    words: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """A happening, and where in the text its words stand together."""

    incident: Incident
    start: int
    end: int


@cache
def incidents() -> tuple[Incident, ...]:
    """The table, the newest first."""
    rows = sorted(table("incidents"), key=lambda row: str(row["day"]), reverse=True)
    return tuple(
        Incident(row["name"], row["day"], tuple(tuple(str(word) for word in group) for group in row["words"]))
        for row in rows
    )


def tellings(text: str) -> Iterator[Telling]:
    """The happenings that the text has the words of, each where they first stand together, the newest first."""
    for incident in incidents():
        if not all(any(word in text for word in group) for group in incident.words):  # far faster than the patterns
            continue
        first, *rest = (_any(group) for group in incident.words)
        for anchor in first.finditer(text):
            low, high = max(0, anchor.start() - NEAR), min(len(text), anchor.end() + NEAR)
            others = [group.search(text, low, high) for group in rest]
            if all(others):
                spans = [anchor.span(), *(other.span() for other in others if other)]
                yield Telling(incident, min(start for start, _ in spans), max(end for _, end in spans))
                break


@cache
def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")
