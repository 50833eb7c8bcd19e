"""The words by which furniture is known, out of furniture.yaml."""

import re
from dataclasses import dataclass
from functools import cache

from sayso.lexicon.load import table

_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


@dataclass(frozen=True, slots=True)
class FurnitureWords:
    """Phrases in lower case without punctuation at their edges; `starts` keep theirs."""

    lines: frozenset[str]
    starts: tuple[str, ...]
    sections: frozenset[str]
    related: frozenset[str]
    invites: re.Pattern[str]
    credits: re.Pattern[str]


def plain(line: str) -> str:
    """A line as the tables have it: lower case, single blanks, nothing but words at its edges."""
    return _EDGES.sub("", " ".join(line.casefold().split()))


@cache
def furniture_words() -> FurnitureWords:
    """The table, compiled once a process."""
    raw = table("furniture")
    return FurnitureWords(
        lines=frozenset(plain(str(x)) for x in raw["lines"]),
        starts=tuple(str(x).casefold() for x in raw["starts"]),
        sections=frozenset(plain(str(x)) for x in raw["sections"]),
        related=frozenset(plain(str(x)) for x in raw["related"]),
        invites=_any(raw["invites"]),
        credits=_any(raw["credits"]),
    )


def _any(phrases: list[str]) -> re.Pattern[str]:
    longest_first = sorted((str(x) for x in phrases), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b", re.I)
