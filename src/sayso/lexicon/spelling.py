"""Spelling: when two ways of writing a place's name are one.

`fold` makes "Ma’arrat an-Nu‘man" and "Maarrat an Numan" one; `sounds` goes further and makes "Kafr Zayta" and "Kfar
Zeita", "Pisky" and "Peski" one, as the spellings of names from other scripts differ. Limit: what sounds alike need not
be one place, so a name is looked up by sound only where no gazetteer has its spelling.
"""

import re
import unicodedata
from functools import lru_cache

from sayso.lexicon.load import table

SHORTEST_SOUND = 3
"""Consonants that a name must have to be told by sound: "Aba" and "Ebo" sound alike."""

LONG_SOUND = 4
"""Consonants from which it does not matter where the vowels stand: "Kafr", "Kfar"."""

_DROPPED = str.maketrans(dict.fromkeys("'’‘ʻʼʿʾ`´."))
_BLANKS = str.maketrans(dict.fromkeys("-–—_/", " "))
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ß": "ss", "ə": "a"})
_LATIN_END = 0x250
_LATIN_MORE = range(0x1E00, 0x1F00)
_SAME = (
    (re.compile(r"(?:[ktsz])?sch|shch|tsch"), "x"),
    (re.compile(r"tch|ch|sh|cz|sz|zh|dj|dzh|j|gi(?=[ao])"), "x"),
    (re.compile(r"kh|gh|ck|ph|th|dh|ts|tz|dz"), None),
    (re.compile(r"[qck]"), "k"),
    (re.compile(r"(?<=[aeiou])w(?![aeiouy])"), "u"),
    (re.compile(r"w"), "v"),
)
_PAIRS = {"kh": "h", "gh": "g", "ck": "k", "ph": "f", "th": "t", "dh": "d", "ts": "z", "tz": "z", "dz": "z"}
_VOWELS = re.compile(r"[aeiouy]+")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """A name as the index files it: no accents, apostrophes or hyphens, lower case."""
    plain = name if name.isascii() else unicodedata.normalize("NFKD", name)
    if not plain.isascii():
        plain = "".join(mark for mark in plain if not unicodedata.combining(mark)).translate(_LETTERS)
    return " ".join(plain.translate(_DROPPED).translate(_BLANKS).casefold().split())


def sounds(folded: str) -> str:
    """A folded name by its sound: consonants in a few classes, in a short name with one mark for any vowels between
    them, no Arabic article. Empty where too little is left to tell a name by."""
    name = "".join(word for word in folded.split() if word not in _articles()) if " " in folded else folded
    if not name.isascii() or not name.isalpha():
        return ""
    for pattern, letter in _SAME:
        name = pattern.sub(lambda hit, letter=letter: letter or _PAIRS[hit.group()], name)  # type: ignore[misc]
    name = _DOUBLED.sub(r"\1", name.rstrip("h"))
    name = _VOWELS.sub(".", name).strip(".").replace("h.", "g.")
    bones = name.replace(".", "")
    return bones if len(bones) >= LONG_SOUND else name if len(bones) >= SHORTEST_SOUND else ""


@lru_cache(maxsize=1)
def _articles() -> frozenset[str]:
    return frozenset(table("placenames")["articles"])


def is_latin(name: str) -> bool:
    """Whether a name is written in Latin letters and the marks that stand among them."""
    return all(ord(mark) < _LATIN_END or ord(mark) in _LATIN_MORE or mark in "’‘ʻʼ" for mark in name)
