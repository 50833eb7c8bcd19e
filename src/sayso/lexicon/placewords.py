"""Placewords: the words of a place's name that tell which it is, and those that tell its kind.

"Kursk region" and "Kursk" share the first; "region" says that it is a tract, "Republic" that it is a state.
"""

from functools import cache, lru_cache

from sayso.lexicon.load import table
from sayso.lexicon.spelling import fold
from sayso.lexicon.stems import stem


@lru_cache(maxsize=16384)
def name_of(text: str) -> tuple[str, ...]:
    """The words that tell which place it is, as stems: "Kursk region" is `kursk`; all of them where none else does."""
    words = [stem(word) for word in fold(text).split()]
    return tuple(word for word in words if word not in _words("kinds")) or tuple(words)


@lru_cache(maxsize=16384)
def is_state(text: str) -> bool:
    """The name is a state's by its words, whether a table knows it or not: "Republic of Ostrel"."""
    return not _words("states").isdisjoint(fold(text).split())


@lru_cache(maxsize=16384)
def is_tract(text: str) -> bool:
    """The name is of a region by its words: "Tarn region"."""
    return not _words("wide").isdisjoint(fold(text).split())


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(str(word) for word in table("conflict_places")[key])
