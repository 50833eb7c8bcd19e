"""The words of an article as copying is told by: without its furniture, web addresses, case, accents and punctuation.

"Ostrel’s U.S.-made guns" is `ostrels`, `us`, `made`, `guns`. Each word is a number (CRC-32 of its UTF-8, so the same
on every machine) that knows where it stands in the text and whether it is inside quotation marks. Known limit: two
words of one number in a million articles are taken for one.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias
from zlib import crc32

import numpy as np
import numpy.typing as npt

from sayso.model.span import Span, Spans

Numbers: TypeAlias = npt.NDArray[np.uint64]
Places: TypeAlias = npt.NDArray[np.int64]
Marks: TypeAlias = npt.NDArray[np.bool_]

KEPT = 64
"""Articles whose words are kept at hand: an article is compared with several others in turn."""

WORDS_KEPT = 50_000
"""Words whose numbers are kept at hand: the common ones of a language, in their several spellings."""

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff]|\d+(?:[.,]\d+)+|(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’ʼ`][^\W_]+)*",
)
_INSIDE = str.maketrans("", "", "'’ʼ`.,")
_QUOTED = re.compile(
    r"“[^”“]{1,1500}[”\"]|«[^»«]{1,1500}»|„[^“”„]{1,1500}[“”]|"
    r"(?<![\w.,!?])\"(?=\S)[^\"\n]{1,1000}(?<=\S)\"(?!\w)|"
    r"(?<!\w)‘[^‘\n]{1,800}?’(?!\w)|(?<!\w)'[^'\n]{12,800}?[.,!?]'(?!\w)|^\s*[\"“‘«„][^\"”»\n]{20,}$",
    re.M,
)
"""Quotation marks in pairs, and a paragraph that opens with one because the quotation goes on in the next."""


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """An article's words in their order: their numbers, where they start and end in the text, which are quoted."""

    numbers: Numbers
    starts: Places
    ends: Places
    quoted: Marks

    def __len__(self) -> int:
        return len(self.numbers)

    def span(self, first: int, after: int) -> Span:
        """The stretch of the text from one word up to another, this one left out."""
        return int(self.starts[first]), int(self.ends[after - 1])


@lru_cache(maxsize=KEPT)
def wording(text: str, furniture: Spans = ()) -> Wording:
    """The words of a text that are no furniture and no part of an address."""
    found = [(_number(match.group()), *match.span()) for match in _WORD.finditer(text)]
    rows = np.array(found, dtype=np.int64).reshape(-1, 3)
    addresses = tuple(match.span() for match in _ADDRESS.finditer(text))
    rows = rows[~(_within(rows[:, 1], furniture) | _within(rows[:, 1], addresses))]
    quoted = _within(rows[:, 1], tuple(match.span() for match in _QUOTED.finditer(text)))
    return Wording(rows[:, 0].astype(np.uint64), rows[:, 1], rows[:, 2], quoted)


@lru_cache(maxsize=WORDS_KEPT)
def _number(word: str) -> int:
    return crc32(plain(word).encode("utf-8", "replace"))


def plain(word: str) -> str:
    """A word in lower case without accents, apostrophes and points: "Ostrel’s" is `ostrels`, "3,000" is `3000`."""
    word = word.casefold().translate(_INSIDE)
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in apart if not unicodedata.combining(letter)) or word


def shingles(numbers: Numbers, size: int) -> Numbers:
    """A number for each run of `size` words; none where the words are fewer."""
    count = len(numbers) - size + 1
    if count < 1:
        return np.zeros(0, dtype=np.uint64)
    whole = np.zeros(count, dtype=np.uint64)
    for at in range(size):
        whole = _mixed(whole + numbers[at : at + count] + np.uint64(at + 1))
    return whole


def _mixed(numbers: Numbers) -> Numbers:
    """SplitMix64 (Steele, Lea and Flood, 2014): every bit of the number told on every bit of the result."""
    numbers = numbers + np.uint64(0x9E3779B97F4A7C15)
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))


def _within(places: Places, spans: Spans) -> Marks:
    """Which of the places lie in one of the spans; spans in order, none overlapping another."""
    if not spans:
        return np.zeros(len(places), dtype=np.bool_)
    bounds = np.array(spans, dtype=np.int64)
    at = np.searchsorted(bounds[:, 0], places, side="right") - 1
    inside: Marks = (at >= 0) & (places < bounds[np.maximum(at, 0), 1])
    return inside
