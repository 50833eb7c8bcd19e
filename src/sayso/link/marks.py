"""Marks: what the words around a number tell of how it may be held against another.

"The previous toll was 20" is replaced, "four more civilians" are added, "14 of the dead" are a part, "in the past week"
is of a period, "24 dead" is bare, "the number of settlements" elided. Limit: each is told by a listed word near by.
"""

import re
from enum import StrEnum
from functools import cache

from sayso.lexicon.counting import Measured, elided, is_replaced, phrases
from sayso.lexicon.load import table

BEFORE = 40
"""Code points before a number in which its report gives it up, or tells of the deed."""

LARGEST_EVENT = 5000
"""As many dead are those of a war, not of one event of it."""


_HARM = frozenset({"killed", "wounded", "casualties"})


class Mark(StrEnum):
    """A way to hedge a number."""

    REPLACED = "replaced"
    """Its own report gives it up for another."""
    ADDED = "added"
    """It comes on top of others: "another two", "four more"."""
    PART = "part"
    """It is of some of those counted: "including one medic"."""
    PERIOD = "period"
    """It is of a week, a year or a war, and of no single event."""
    ELIDED = "elided"
    """What is counted is told in the sentence before: "the number of settlements"."""
    BARE = "bare"
    """A toll without a deed: nothing but place and day tells of what event."""
    CONTRAST = "contrast"
    """It is set against another: "a slightly lower toll"."""
    THE_TOLL = "the toll"
    """It is the toll of what the article is about: "put the death toll at 30"."""


_QUALIFIED = re.compile(
    r"(?:(?:no|not|as|many|few|at|least|more|than|over|about|some|around|another|nearly|almost|up|to|an?|estimated|fewer|less)\s+)*"
    r"\[?[\w,.-]+\]?(?P<rest>[^.;,]{0,45})",
    re.I,
)
_ON = re.compile(r"\b(?:and|or|including|while|when|after|as)\b", re.I)
_STOP = re.compile(r"[.;:]|\b(?:while|when|after|as|but)\b", re.I)


def marks(words: str, at: int | None, counted: Measured, value: float) -> frozenset[Mark]:
    """The marks of a number that begins at a place of the words, None where that is not known."""
    found = {
        Mark.PERIOD: (counted.outcome in _HARM and counted.is_people and value >= LARGEST_EVENT)
        or _tells("periods", words),
        Mark.ELIDED: counted.outcome is None
        and (counted.is_ground or not counted.counted)
        and elided(words) is not None,
        Mark.CONTRAST: _tells("contrast", words),
        Mark.THE_TOLL: _tells("the_toll", words),
    }
    if at is not None:
        found |= {
            Mark.REPLACED: is_replaced(words[max(0, at - BEFORE) : at]),
            Mark.ADDED: _is_added(words, at),
            Mark.PART: _is_part(words, at),
            Mark.BARE: _tells("nominal", words) and not _tells("active", words[max(0, at - BEFORE) : at]),
        }
    return frozenset(mark for mark, holds in found.items() if holds)


def tails(words: str) -> tuple[int, ...]:
    """Where parts of a count begin that have places and days of their own: "of whom 38 died in Belomir"."""
    return tuple(found.start() for found in _list("parts").finditer(words))


def _is_added(words: str, at: int) -> bool:
    cues = _lists("added")
    if any(not words[found.end() : at].strip() for found in cues["before"].finditer(words[:at])):
        return True
    if cues["scene"].search(words[:at]) or cues["before"].match(words, at):
        return True
    found = _QUALIFIED.match(words, at)
    if found is None:
        return False
    clause = _ON.split(found.group("rest"))[0]
    return bool(cues["next"].match(clause.lstrip()) or cues["later"].search(clause))


def _is_part(words: str, at: int) -> bool:
    cues = _lists("part")
    before = [found.end() for found in cues["before"].finditer(words[:at])]
    if before and not _STOP.search(words[before[-1] : at]):
        return True
    found = _QUALIFIED.match(words, at)
    return bool(found and cues["next"].match(found.group("rest").lstrip()))


def _tells(key: str, words: str) -> bool:
    return _list(key).search(words) is not None


@cache
def _list(key: str) -> re.Pattern[str]:
    return phrases(tuple(table("conflict_measures")[key]))


@cache
def _lists(key: str) -> dict[str, re.Pattern[str]]:
    return {name: phrases(tuple(listed)) for name, listed in table("conflict_measures")[key].items()}
