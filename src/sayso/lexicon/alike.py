"""Alike: when two written names are one person's, whatever the transliteration and the accents.

"Zelensky", "Zelenskyy" and "Zelenskiy" are one surname, "Erdogan" and "Erdoğan" another. The limit accepted: the key is
for names of one article; across a pile two people may share it.
"""

import re
from functools import lru_cache

from sayso.lexicon.spelling import fold

_SPELT_ALIKE = (
    (re.compile(r"kh"), "h"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"ck|q"), "k"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"ee"), "i"),
    (re.compile(r"[yij]+e"), "e"),
    (re.compile(r"[yij]+(?=[ao])"), "i"),
    (re.compile(r"[yij]+"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_ARTICLES = frozenset({"al", "el"})
# A shorter name is not loosened: "Lee" and "Li" may be two.
SHORTEST = 5


@lru_cache(maxsize=4096)
def name_key(word: str) -> str:
    """A word of a name by what all its spellings share."""
    key = fold(word)
    if len(key) < SHORTEST:
        return key
    for spelt, shared in _SPELT_ALIKE:
        key = spelt.sub(shared, key)
    return key


def name_keys(name: str) -> list[str]:
    """The keys of a name's words, in order, without the article of an Arabic one ("al-Sar", "Sar")."""
    words = fold(name).split()
    return [name_key(word) for word in words if word not in _ARTICLES] or words


# A body's name of fewer words says too little to be one with a longer name that opens alike.
LEAST_BODY = 3


def same_name(a: str, b: str, persons: bool) -> bool:
    """Two names are one: word for word, or a person's by the surname or by the one name given."""
    x, y = name_keys(a), name_keys(b)
    if not x or not y:
        return False
    if x == y:
        return True
    if not persons:
        short, long = sorted((x, y), key=len)
        return len(short) >= LEAST_BODY and long[: len(short)] == short  # "the Staff of the Army (of Ostrel)"
    if len(x) > 1 and len(y) > 1:
        within = set(x) <= set(y) or set(y) <= set(x)
        return within or (x[-1] == y[-1] and (x[0] == y[0] or min(len(x[0].rstrip(".")), len(y[0].rstrip("."))) == 1))
    return x[-1] == y[-1] or (len(y) == 1 and y[0] in x)
