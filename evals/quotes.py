"""An article as numbered words, in which the gold's quoted strings and the reading's spans are found again.

Gold quotes strings and readings give spans; both become sets of word numbers of the article as it
was received, so that a blank or a quotation mark more or less is no difference.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Any

Words = frozenset[int]
Row = Mapping[str, Any]

_WORD = re.compile(r"\w+")


def forms(text: str) -> list[str]:
    """The words of a text, without regard to case."""
    return [found.group().casefold() for found in _WORD.finditer(text)]


class Quoted:
    """The words of one article. `find("the ministry", near=40)` gives the occurrence nearest to the 40th word."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = list(_WORD.finditer(text))
        self._forms = [word.group().casefold() for word in found]
        self._starts = [word.start() for word in found]
        self._ends = [word.end() for word in found]
        self._places: dict[str, list[int]] = {}
        for number, form in enumerate(self._forms):
            self._places.setdefault(form, []).append(number)

    def within(self, start: int, end: int) -> Words:
        """The words that lie wholly between two offsets."""
        first = bisect_left(self._starts, start)
        last = first
        while last < len(self._ends) and self._ends[last] <= end:
            last += 1
        return frozenset(range(first, last))

    def find(self, quote: str, occurrence: int | None = None, near: int | None = None) -> Words:
        """The words of a quote: its n-th occurrence as a substring, else the one nearest to a word, else the first."""
        if occurrence is not None:
            at = self._substring(quote, occurrence)
            if at >= 0:
                return self.within(at, at + len(quote))
        wanted = forms(quote)
        if not wanted:
            return frozenset()
        starts = [i for i in self._places.get(wanted[0], ()) if self._forms[i : i + len(wanted)] == wanted]
        if not starts:
            return frozenset()
        start = starts[0] if near is None else min(starts, key=lambda i: abs(i - near))
        return frozenset(range(start, start + len(wanted)))

    def under(self, text: str | None, spans: Sequence[Sequence[int]] | None, near: int | None = None) -> Words:
        """The words under spans of a reader's text: by offset where that is this text, else by the words themselves."""
        found: Words = frozenset()
        for start, end in spans or ():
            if text == self.text:
                found |= self.within(start, end)
            elif text is not None:
                found |= self.find(text[start:end], near=near)
        return found

    def quoted(self, value: Any, occurrence: int | None = None, near: int | None = None) -> Words:
        """The words of a gold value: None, a string, `{text, occurrence}`, or a list of such."""
        found: Words = frozenset()
        for quote in _listed(value):
            if isinstance(quote, str):
                found |= self.find(quote, occurrence, near)
            else:
                found |= self.find(quote["text"], quote.get("occurrence"), near)
        return found

    def wording(self, words: Words) -> list[str]:
        """The text under a set of words, a string for each unbroken run."""
        numbers = sorted(words)
        heads = [n for n in numbers if n - 1 not in words]
        tails = [n for n in numbers if n + 1 not in words]
        return [self.text[self._starts[a] : self._ends[b]] for a, b in zip(heads, tails, strict=True)]

    def _substring(self, quote: str, occurrence: int) -> int:
        at = -1
        for _ in range(occurrence + 1):
            at = self.text.find(quote, at + 1)
            if at < 0:
                break
        return at


def shared(a: Words, b: Words) -> float:
    """Words that two sets share over the words of both; two empty sets are alike."""
    return len(a & b) / len(a | b) if a or b else 1.0


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
