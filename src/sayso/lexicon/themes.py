"""Themes: classes of words that say much the same in conflict reporting, from `link_themes.yaml`.

`themes_of(("moral", "exhaust"))` holds `weariness`: "moral exhaustion" and "We are very tired" are of one theme. A
word may be of several themes. Limit: a theme is found by its words, whatever stands around them.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from sayso.lexicon.load import table
from sayso.lexicon.stems import stem


@cache
def _entries() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """By the first stem of a member: the stems that must follow it, and the theme."""
    found: dict[str, dict[tuple[tuple[str, ...], str], None]] = {}
    for theme, members in table("link_themes").items():
        for member in members:
            first, *rest = (stem(word) for word in str(member).replace("-", " ").split())
            found.setdefault(first, {})[tuple(rest), str(theme)] = None
    return MappingProxyType({first: tuple(rows) for first, rows in found.items()})


def themes_of(stems: Sequence[str]) -> Mapping[str, int]:
    """The themes of a run of stems, each with the place of its first word."""
    entries = _entries()
    found: dict[str, int] = {}
    for at, each in enumerate(stems):
        for rest, theme in entries.get(each, ()):
            if theme not in found and (not rest or tuple(stems[at + 1 : at + 1 + len(rest)]) == rest):
                found[theme] = at
    return found
