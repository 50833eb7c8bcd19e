"""Anchors: the names and figures of a text, which stay when it is told in other words or in another language.

"Hanna Dorsk zählt 57 Angriffe", "Ханна Дорск насчитала 57 нападений" and "By Hanna Dorsk's tally there were 57 attacks"
have the anchors `hana`, `darsk` and `57`. A name is known by its capital, in Latin and Cyrillic letters, and by its
first consonants, so that case endings and spellings do not part it. Known limits: names in other scripts, and numbers
written as words, are no anchors; German nouns are names too, which no English text has.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations, pairwise

from sayso.lexicon.commonness import is_common_noun, rarity
from sayso.lexicon.stems import stem
from sayso.link.features import NAMELIKE
from sayso.model.document import Document
from sayso.model.span import Span, Spans

KEPT = 64
"""Articles whose pieces are kept at hand."""
LONGEST = 5
"""Letters of a name that tell it."""
PAIRED = 6
"""Anchors of a piece that are paired: the names and figures after these are background."""
TRACES = 4
"""The least number of traces in common that makes two documents candidates."""
EXACT = 15
"""Digits up to which a number is a value, and not a string of digits."""
PER_ROWS = 20
"""One more is asked for every so many rows of the document with fewer."""

_PIECE = re.compile(r"(?<=[.!?…])[\"”’»“]?\s+(?=[\"“„«‘—–-]?\s?[A-ZÀ-ÞА-ЯЁЄІЇҐ0-9])|\n+")
_NAME = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_FIGURE = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?")
_GROUPS = re.compile(r"[.,\u00a0\u202f ](?=\d{3}(?:\D|$))")
_QUOTES = re.compile(r"[\"“”„«»]")
_MONTHS = "january february march april may june july august september october november december"
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_CALENDAR = frozenset(f"{_MONTHS} {_DAYS}".split())
_CYRILLIC = dict(
    zip(
        "абвгґдеёєжзиіїйклмнопрстуфхцчшщъыьэюя",
        "a b v h h d a a a zh s a a a a k l m n a p r s t a f h ts ch sh sh - a - a a a".replace("-", "~").split(),
        strict=True,
    )
)
_SPELLINGS = (
    ("tsch", "ch"), ("sch", "sh"), ("tch", "ch"), ("kh", "h"), ("ph", "f"), ("ck", "k"), ("qu", "k"), ("x", "ks"),
)  # fmt: skip
_LETTERS = str.maketrans({**dict.fromkeys("eiouyj", "a"), "w": "v", "g": "h", "z": "s", "q": "k", "'": "", "’": ""})
_TWICE = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence of an article: where it stands, its anchors by their keys as written, whether it has a quotation."""

    span: Span
    anchors: Mapping[str, str]
    quotes: bool


def pieces(document: Document) -> tuple[Piece, ...]:
    """The sentences of a document in their order, its furniture aside."""
    return _pieces(document.text, document.furniture)


def traces(document: Document) -> tuple[int, ...]:
    """Numbers of 63 bits by which articles that tell the same may be found, in ascending order: pairs of anchors.

    "Dorsk" and "152" in one sentence make one, and so do "152" and "600" that are next to each other among the figures,
    in any language. Articles in other words share some of them; articles on other events, few.
    """
    found = pieces(document)
    pairs = {tuple(sorted(pair)) for each in found for pair in combinations(list(each.anchors)[:PAIRED], 2)}
    told = [key for each in found for key in each.anchors if key[0].isdigit()]
    pairs |= {tuple(sorted(pair)) for pair in pairwise(told) if pair[0] != pair[1]}
    return tuple(sorted(_hash(pair) for pair in pairs))


def traced(rows: int, others: int) -> int:
    """How many traces two documents must share to be set beside each other, by how many each has."""
    return TRACES + min(rows, others) // PER_ROWS


def anchors(sentence: str) -> Mapping[str, str]:
    """The names and figures of a sentence by their keys, as written."""
    return dict(_anchors(sentence))


@lru_cache(maxsize=4096)
def _anchors(sentence: str) -> tuple[tuple[str, str], ...]:
    return (*_names(sentence), *_figures(sentence))


@lru_cache(maxsize=KEPT)
def _pieces(text: str, furniture: Spans) -> tuple[Piece, ...]:
    found, start = [], 0
    for end, after in [*(match.span() for match in _PIECE.finditer(text)), (len(text), len(text))]:
        words = text[start:end]
        if words.strip() and not any(a < end and start < b for a, b in furniture):
            found.append(Piece((start, end), dict(_anchors(words)), _QUOTES.search(words) is not None))
        start = after
    return tuple(found)


def _names(sentence: str) -> Iterator[tuple[str, str]]:
    for word in _NAME.findall(sentence):
        if not word[0].isupper() or len(word) < 3 or word.casefold() in _CALENDAR:
            continue
        root = stem(word)
        if not is_common_noun(root) or rarity(root) >= NAMELIKE:
            yield skeleton(word), word


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """A name without what languages change in it: "Teren", "Терена" and "Térèn" are `taran`."""
    low = name.casefold()
    if not low.isascii():
        low = "".join(_CYRILLIC.get(letter, letter) for letter in low).replace("~", "")
        low = "".join(each for each in unicodedata.normalize("NFKD", low) if not unicodedata.combining(each))
    low = low.removesuffix("'s").removesuffix("’s")
    for spelling, sound in _SPELLINGS:
        low = low.replace(spelling, sound)
    low = _TWICE.sub(r"\1", low.translate(_LETTERS))
    return low[:LONGEST].rstrip("a") or low


def _figures(sentence: str) -> Iterator[tuple[str, str]]:
    """The figures in digits by their values: "120 000" and "120,000" have one key, "7" has none."""
    for found in _FIGURE.finditer(sentence):
        key = _GROUPS.sub("", found.group()).replace(",", ".")
        if len(key) > 1:
            yield figure_key(float(key)) if len(key) <= EXACT else key, found.group()


def figure_key(value: float) -> str:
    """The key of a figure by its value: `120000`, `8.5`."""
    return f"{value:.4f}".rstrip("0").rstrip(".")


def _hash(pair: tuple[str, ...]) -> int:
    return int.from_bytes(blake2b("\x1f".join(pair).encode(), digest_size=8).digest(), "big") >> 1
