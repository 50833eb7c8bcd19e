"""Mentions: where a text names a state, a party or a body of no side, and as what.

"Russian troops told TASS" mentions RU (as an adjective) and TASS (an outlet of RU). Sides that no table knows are given
as `invented` (see `invented.py`). "Anti-Taliban" and "Iran-backed" name nobody's own side and are passed over. The
limit accepted: a name with two bearers (Georgia, Jordan) is always the state.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from sayso.lexicon.load import table
from sayso.lexicon.phrases import Found, Phrases
from sayso.model.statement import NO_SIDE


class How(StrEnum):
    """As what a side is named."""

    NAME = "name"
    ADJECTIVE = "adjective"
    CAPITAL = "capital"
    SEAT = "seat"
    PARTY = "party"
    NO_SIDE = "no side"
    STATE_OUTLET = "state outlet"
    OUTLET = "outlet"


class Named(NamedTuple):
    """A side and as what it is named."""

    side: str
    how: How


_NOT_ITS_OWN = re.compile(
    r"-(?:based|born|backed|led|made|held|controlled|administered|brokered|sponsored|supplied|style|trained|allied|"
    r"aligned|owned|annexed|occupied|funded|friendly|imposed|built|designed|supported|besieged|mediated|bound|"
    r"populated)\b"
)
_AGAINST = re.compile(r"(?:\b[Aa]nti-|\b[Nn]on-|\bfighting |\bcritic of |\bfled )$")
_HELD = re.compile(r"(?:['’]s?)? (?:captive|hostage|prisoner|victim|survivor)s?\b")


@lru_cache(maxsize=1)
def _names() -> Phrases[Named]:
    entries: dict[str, Named] = {}

    def add(forms: list[str], side: str, how: How) -> None:
        for form in forms:
            entries.setdefault(form, Named(side, how))

    parties = table("parties")
    outlets = table("outlets_sides")
    for code, row in table("nations").items():
        add(row["names"] + [f"{name}s" for name in row["names"] if len(name) > 3], code, How.NAME)
        add(row["adjectives"] + [f"{word}s" for word in row["adjectives"]], code, How.ADJECTIVE)
        add(row["capitals"] + [f"{name}s" for name in row["capitals"]], code, How.CAPITAL)
        add(row.get("seats", []), code, How.SEAT)
    for party, names in parties["parties"].items():
        add(names + [f"{name}s" for name in names if not name.endswith("s")], party, How.PARTY)
    add(parties["none"], NO_SIDE, How.NO_SIDE)
    for level, how in (("state", How.STATE_OUTLET), ("party", How.STATE_OUTLET), ("country", How.OUTLET)):
        for side, names in outlets[level].items():
            add(names, side, how)
    add(outlets["none"], NO_SIDE, How.OUTLET)
    return Phrases(entries, cased=True)


def known(name: str) -> bool:
    """Whether a table knows the name as a state's, a party's, a body's or an outlet's."""
    return bool(_names().find(name))


def mentions(text: str, invented: tuple[tuple[str, Named], ...] = ()) -> tuple[Found[Named], ...]:
    """What the text names, in order; `invented` are the forms of sides that only this article knows."""
    finds = _names().find(text)
    if invented:
        own = _invented(invented).find(text)
        taken = [(found.start, found.end) for found in own]
        finds = tuple(sorted((*own, *(f for f in finds if not any(s < f.end and f.start < e for s, e in taken)))))
    return tuple(found for found in finds if _stands_for_itself(text, found))


@lru_cache(maxsize=64)
def _invented(forms: tuple[tuple[str, Named], ...]) -> Phrases[Named]:
    return Phrases(forms, cased=True)


def _stands_for_itself(text: str, found: Found[Named]) -> bool:
    before = text[max(0, found.start - 10) : found.start]
    return not (_NOT_ITS_OWN.match(text, found.end) or _HELD.match(text, found.end) or _AGAINST.search(before))


def occurrences(name: str, text: str) -> Iterator[tuple[int, int]]:
    """The spans at which a name stands as whole words in a text."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
            yield at, end
        at = text.find(name, end)
