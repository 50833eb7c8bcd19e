"""Capacities: as what the words let an origin speak: as an official, a soldier, an expert, a witness, a relative …"""

from functools import lru_cache

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
    return tuple(found.value for found in _capacities().find(words.replace("’", "'")))
