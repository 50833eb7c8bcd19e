"""Capacities: as what the words let an origin speak: as an official, a soldier, an expert, a witness, a relative …"""

import re
from functools import lru_cache
from itertools import zip_longest

from sayso.lexicon.load import table
from sayso.lexicon.phrases import Phrases, plural


@lru_cache(maxsize=1)
def _capacities() -> Phrases[str]:
    """Nouns of offices.yaml and the capacity that each gives: official, soldier, expert, press, resident …"""
    offices = table("offices")
    entries: dict[str, str] = {}
    for capacity, nouns in offices["people"].items():
        for noun in nouns:
            entries.setdefault(noun, capacity)
            entries.setdefault(plural(noun), capacity)
    for capacity, nouns in offices["groups"].items():
        for noun in nouns:
            entries[noun] = capacity
    for noun in offices["bodies_of_state"]:
        entries.setdefault(noun, "official")
    for noun in offices["bodies_of_experts"]:
        entries[noun] = "expert"
    for noun in offices["outlets"]:
        entries[noun] = "outlet"
    return Phrases(entries)


@lru_cache(maxsize=1024)
def capacities(words: str) -> tuple[str, ...]:
    """The capacities in which the words let somebody speak, in their order: "a retired general" gives ("official",)."""
    said = _long_parties().sub("X", words).replace("’", "'")
    found = _capacities().find(said)
    # "a military commentator" is no soldier: of two nouns that stand together the second tells.
    return tuple(
        one.value
        for one, after in zip_longest(found, found[1:])
        if after is None or after.start != one.end + 1 or said[one.end] != " " or after.value not in _CALLINGS
    )


@lru_cache(maxsize=1)
def _long_parties() -> re.Pattern[str]:
    """Names of parties that have nouns of office in them: "Islamic State"."""
    names = (str(n) for row in table("parties")["parties"].values() for n in row if " " in str(n))
    return re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))


_CALLINGS = frozenset({"expert", "press", "soldier", "relative", "witness"})
