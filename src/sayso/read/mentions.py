"""Mentions: where a text names a state, a party or a body of no side, and as what.

"Russian troops told TASS" mentions RU (as an adjective) and TASS (an outlet of RU). States that no table knows are read
from the text itself: where it speaks of "Varnian forces" and of "Varnia", Varnia is a state and goes by that name.
"Anti-Taliban" and "Iran-backed" name nobody's own side and are passed over. The limit accepted: a name with two
bearers (Georgia, Jordan) is always the state.
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
_ADJECTIVE_ENDINGS = ("n", "an", "ian", "i", "ese", "ish", "ic", "er")
_PERSON_ENDINGS = ("ns", "ans", "ians", "is", "ers")


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
        add(names, party, How.PARTY)
    add(parties["none"], NO_SIDE, How.NO_SIDE)
    for level, how in (("state", How.STATE_OUTLET), ("party", How.STATE_OUTLET), ("country", How.OUTLET)):
        for side, names in outlets[level].items():
            add(names, side, how)
    add(outlets["none"], NO_SIDE, How.OUTLET)
    return Phrases(entries, cased=True)


def mentions(text: str, invented: tuple[tuple[str, Named], ...] = ()) -> tuple[Found[Named], ...]:
    """What the text names, in order; `invented` are the forms of states that only this article knows."""
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


_CAPITALISED = r"[A-Z][a-zà-ÿ]{2,}(?:-[A-Z][a-zà-ÿ]+)?"
_NATIONAL = (
    r"(?:(?:defen[cs]e|foreign|interior|health) (?:ministry|minister)|ministry of|army|air force|navy|armed "
    r"forces|military|"
    r"government|troops|forces|soldiers|embassy|president|prime minister|parliament|border guards|officials|"
    r"authorities|general staff|regime|warplanes|jets|artillery)\b"
)
_POLITY = re.compile(rf"\b(?:Republic|Kingdom|Federation|State|Union|Emirate) of ({_CAPITALISED})")
_OWNS = re.compile(rf"\b({_CAPITALISED})['’]s? (?:own )?{_NATIONAL}")
_OWNED = re.compile(rf"\b({_CAPITALISED}) {_NATIONAL}")
_WORDS = re.compile(r"[A-Z][\w'’-]*")


_PREPOSED = re.compile(r"\b(?:in|into|from|against|with|across|inside|to) $")


def occurrences(name: str, text: str) -> Iterator[tuple[int, int]]:
    """The spans at which a name stands as whole words in a text."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
            yield at, end
        at = text.find(name, end)


def invented_states(text: str) -> tuple[tuple[str, Named], ...]:
    """The forms of states that no table knows, each with its plain name: ("Varnian", Varnia), ("Varnia", Varnia).

    A word is taken for a state where it owns what states own and the text also uses it as a place or a polity, or
    where an adjective owns it and the bare name stands in the text. A state named only once, as an adjective, is not
    seen; nor is one whose adjective does not begin like its name.
    """
    capitalised = set(_WORDS.findall(text))
    bare = {word[:-2] if word.endswith(("'s", "’s")) else word for word in capitalised}
    found: dict[str, str] = {}
    for match in _POLITY.finditer(text):
        found.setdefault(match.group(1), match.group(1))
    for match in _OWNS.finditer(text):
        if any(_PREPOSED.search(text[max(0, at - 9) : at]) for at, _ in occurrences(match.group(1), text)):
            found.setdefault(match.group(1), match.group(1))
    for match in _OWNED.finditer(text):
        base = _base_of(match.group(1), bare)
        if base:
            found.setdefault(base, base)
    known = _names()
    forms: dict[str, Named] = {}
    for name in found:
        if known.find(name) or len(name) < 4:
            continue
        forms[name] = Named(name, How.NAME)
        forms[f"{name}s"] = Named(name, How.NAME)
        for word in bare:
            if word not in (name, f"{name}s") and _base_of(word, {name}) == name:
                forms[word] = Named(name, How.ADJECTIVE)
    return tuple(sorted(forms.items()))


def _base_of(adjective: str, names: set[str]) -> str | None:
    """The name among `names` from which the adjective or demonym is made, as Varnia from "Varnian" and "Varnians"."""
    for ending in sorted((*_ADJECTIVE_ENDINGS, *_PERSON_ENDINGS), key=len, reverse=True):
        if not adjective.endswith(ending):
            continue
        stem = adjective[: -len(ending)]
        if len(stem) < 4:
            continue
        for name in (stem, f"{stem}a", f"{stem}ia", f"{stem}y", f"{stem}e", f"{stem}o"):
            if name in names:
                return name
    return None
