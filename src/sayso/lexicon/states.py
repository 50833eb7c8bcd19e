"""States by name: what a state, its people and its capital are called, from `nations.yaml`.

`state_of("Iranian")`, `state_of("Iran's")` and `state_of("Tehran")` are all IR. Known limit: one word, one state.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from sayso.lexicon.load import table

_OWNER = re.compile(r"['’]s?$")


@cache
def _called(*kinds: str) -> Mapping[str, str]:
    """The names of these kinds in lower case, and the code of the state that each is called by."""
    found: dict[str, str] = {}
    for kind in kinds:
        for code, row in table("nations").items():
            for name in row.get(kind) or ():
                found.setdefault(str(name).lower(), code)
    return MappingProxyType(found)


@lru_cache(maxsize=16_384)
def state_of(word: str) -> str | None:
    """The ISO 3166 code of the state that a name, an adjective or a capital stands for; None where it is none's."""
    key = _OWNER.sub("", word.lower().removeprefix("the ")).rstrip(".")
    known = _called("names", "adjectives", "capitals")
    return known.get(key) or known.get(key.replace(".", "")) or known.get(key.removesuffix("s"))


def states_of(words: Iterable[str]) -> frozenset[str]:
    """The states that some of the words stand for."""
    return frozenset(code for word in words if (code := state_of(word)))


def is_state(words: str) -> bool:
    """The words are a state's name: "Ukraine", "the United States"."""
    return words.lower().removeprefix("the ") in _called("names")


@cache
def names() -> frozenset[str]:
    """States' names, in lower case."""
    return frozenset(_called("names"))


@cache
def capitals() -> frozenset[str]:
    """Capitals' names, in lower case."""
    return frozenset(_called("capitals"))


@cache
def adjectives() -> frozenset[str]:
    """Adjectives and demonyms of states, in lower case."""
    return frozenset(_called("adjectives"))


@cache
def as_written() -> frozenset[str]:
    """States' names, adjectives and capitals as they are written."""
    rows = table("nations").values()
    return frozenset(str(w) for row in rows for kind in ("names", "adjectives", "capitals") for w in row[kind])
