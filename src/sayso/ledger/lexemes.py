"""Lexemes: the words of a text as SQLite's FTS5 sees them, for the store that has no FTS5.

"Shelling of the café's roofs" is `shell of the cafe s roof`: runs of letters and digits, in lower case, Latin letters
without their marks, English endings cut off by Porter's rules (Porter 1980). Limit: characters are told apart by the
Unicode of this Python, which may know letters that SQLite's does not.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

LONGEST = 500
"""Characters of a word that count: PostgreSQL takes no lexeme of more than 2,046 bytes."""

_STEMMED = range(3, 65)
"""Bytes that a word has which FTS5 stems."""

_MARKS = frozenset(
    chr(0x300 + at) for at in (*range(5), 6, 7, 8, 9, 10, 11, 12, 15, 17, 27, *range(35, 41), 45, 46, 48, 49)
)
"""Marks that may stand on the letters of a word, as FTS5 has them."""

_VOWELS = frozenset("aeiou")
_SECOND = (
    ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("logi", "log"),
    ("bli", "ble"), ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"),
    ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"),
    ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
)  # fmt: skip
_THIRD = (
    ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
)  # fmt: skip
_FOURTH = (
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti",
    "ous", "ive", "ize",
)  # fmt: skip


def lexemes(text: str) -> Iterator[str]:
    """The words of a text in their order."""
    word: list[str] = []
    for character in text:
        kind = unicodedata.category(character)
        if kind[0] in "LN" or kind == "Co":
            word.append(_plain(character))
        elif word and character in _MARKS:
            continue
        elif word:
            yield _lexeme("".join(word))
            word = []
    if word:
        yield _lexeme("".join(word))


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    low = character.casefold() if len(character.casefold()) == 1 else character
    parts = unicodedata.normalize("NFD", low)
    base, marks = parts[0], parts[1:]
    return base.lower() if base.isascii() and all(unicodedata.category(each) == "Mn" for each in marks) else low


def _lexeme(word: str) -> str:
    return (porter(word) if len(word.encode()) in _STEMMED else word)[:LONGEST]


@lru_cache(maxsize=65536)
def porter(word: str) -> str:
    """What Porter's rules leave of a word in lower case: "settlements" is `settlement`, "killed" is `kill`."""
    return _second_on(_first(word))


def _first(word: str) -> str:
    """Plurals, pasts and participles; a last y after a vowel's syllable."""
    if word.endswith("sses") or (word.endswith("ies") and len(word) > 3):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    if word.endswith("eed"):
        word = word[:-1] if _measure(word[:-3]) > 0 else word
    else:
        for ending in ("ed", "ing"):
            left = word.removesuffix(ending)
            if left != word and _has_vowel(left):
                word = _mended(left)
                break
    return word[:-1] + "i" if word.endswith("y") and _has_vowel(word[:-1]) else word


def _mended(left: str) -> str:
    if left.endswith(("at", "bl", "iz")):
        return left + "e"
    if len(left) > 1 and left[-1] == left[-2] and _is_consonant(left, len(left) - 1) and left[-1] not in "lsz":
        return left[:-1]
    return left + "e" if _measure(left) == 1 and _ends_short(left) else left


def _second_on(word: str) -> str:
    for rules in (_SECOND, _THIRD):
        for ending, instead in rules:
            if word.endswith(ending):
                left = word[: -len(ending)]
                word = left + instead if _measure(left) > 0 else word
                break
    for ending in sorted(_FOURTH, key=len, reverse=True):
        if word.endswith(ending):
            left = word[: -len(ending)]
            if _measure(left) > 1 and (ending != "ion" or left.endswith(("s", "t"))):
                word = left
            break
    if word.endswith("e"):
        left = word[:-1]
        if _measure(left) > 1 or (_measure(left) == 1 and not _ends_short(left)):
            word = left
    return word[:-1] if word.endswith("ll") and _measure(word) > 1 else word


def _is_consonant(word: str, at: int) -> bool:
    if word[at] in _VOWELS:
        return False
    return word[at] != "y" or at == 0 or not _is_consonant(word, at - 1)


def _measure(word: str) -> int:
    """How many times a vowel's stretch is followed by a consonant's."""
    kinds = "".join("c" if _is_consonant(word, at) else "v" for at in range(len(word)))
    return len(re.findall("v+c", kinds))


def _has_vowel(word: str) -> bool:
    return any(not _is_consonant(word, at) for at in range(len(word)))


def _ends_short(word: str) -> bool:
    """Consonant, vowel, consonant, and the last no w, x or y: "hop"."""
    end = len(word) - 1
    return (
        end >= 2
        and word[end] not in "wxy"
        and _is_consonant(word, end)
        and not _is_consonant(word, end - 1)
        and _is_consonant(word, end - 2)
    )
