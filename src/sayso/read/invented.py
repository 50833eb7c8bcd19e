"""Invented sides: states and armed parties that no table knows, read from the text that speaks of them.

Where a text speaks of "Varnian forces" and of "Varnia", Varnia is a state and goes by that name; in "the Sorre
Liberation Front, a highland movement" the Front is a party. A text that hardly names a state of the tables is taken at
its word more readily: there "Ostrel's army" makes Ostrel a state, while beside known states it may be a man's army.
The limits accepted: a state named only as "Ostrel" without anything that states own is not seen; an adjective that
does not begin like its state's name is passed over.
"""

import re
from collections import Counter
from functools import lru_cache

from sayso.read.mentions import How, Named, known, mentions, occurrences

_ADJECTIVE_ENDINGS = ("n", "an", "ian", "i", "ese", "ish", "ic", "er")
_PERSON_ENDINGS = ("ns", "ans", "ians", "is", "ers")

KNOWN_STATES = 3
"""Mentions of states of the tables from which a text is about the known world (invented texts have 0 or 1, by way of
a time zone or a namesake; real reports have 10 and more)."""

_CAPITALISED = r"[A-Z][a-zà-ÿ]{2,}(?:-[A-Z][a-zà-ÿ]+)?"
_NATIONAL = (
    r"(?:(?:defen[cs]e|foreign|interior|health) (?:ministry|minister)|ministry of|army|air force|navy|armed "
    r"forces|military|"
    r"government|troops|forces|soldiers|embassy|president|prime minister|parliament|border guards|officials|"
    r"authorities|general staff|regime|warplanes|jets|artillery)\b"
)
_ARMED = (
    r"(?:units|tanks|patrols?|brigades?|battalions?|batter(?:y|ies)|columns?|sappers|reservists|conscripts|gunners|"
    r"private|flag|side of|emergency service|security service|state media|state television|state agency|guns|drones|"
    r"missiles|rockets|command|commander|positions|territory|capital)\b"
)
_POLITY = re.compile(rf"\b(?:Republic|Kingdom|Federation|State|Union|Emirate) of ({_CAPITALISED})")
_OWNS = re.compile(rf"\b({_CAPITALISED})['’]s? (?:own )?{_NATIONAL}")
_OWNED = re.compile(rf"\b({_CAPITALISED}) {_NATIONAL}")
_HOLDS = re.compile(rf"\b({_CAPITALISED})(?:['’]s?)? (?:own )?(?:{_NATIONAL}|{_ARMED})")
_ITS = re.compile(rf"\b({_CAPITALISED}) (?:said|says|denied|denies|claimed|claims|insisted|insists) (?:that )?its\b")
_PAIRED = re.compile(
    rf"\b({_CAPITALISED}) and ({_CAPITALISED}) (?:each|both)\b|\bboth ({_CAPITALISED}) and ({_CAPITALISED})"
)
_DESCRIBES = re.compile(rf"\b({_CAPITALISED}) (?=[a-z])")
_CAPITAL_OF = re.compile(
    rf"\b(?P<of>{_CAPITALISED})(?:['’]s)? capital,? (?P<seat>{_CAPITALISED})"
    rf"|\b(?P<seat2>{_CAPITALISED}), (?:the )?(?:(?P<of2>{_CAPITALISED})(?:['’]s)? capital"
    rf"|capital of (?P<of3>{_CAPITALISED}))"
)
_PREPOSED = re.compile(r"\b(?:in|into|from|against|with|across|inside|to) $")
_FIRST_NAME = re.compile(r"(?:\b(?P<word>[A-Z][a-zà-ÿ'’-]+|[A-Z]\.)|\bal-) ?$")
_NO_FIRST_NAME = frozenset(
    [
        "The",
        "In",
        "On",
        "From",
        "Both",
        "But",
        "And",
        "While",
        "Since",
        "As",
        "For",
        "Inside",
        "Neither",
        "That",
        "When",
        "If",
        "Across",
        "With",
        "Against",
        "To",
        "Of",
        "At",
        "By",
        "After",
        "Before",
        "Meanwhile",
        "Until",
        "Yet",
        "So",
        "Only",
        "Western",
        "Eastern",
        "Northern",
        "Southern",
        "North",
        "South",
        "East",
        "West",
        "Greater",
        "Upper",
        "Lower",
        "Central",
        "Where",
        "Because",
        "Although",
        "Though",
        "Now",
        "Then",
    ]
)
_WORDS = re.compile(r"[A-Z][\w'’-]*")


@lru_cache(maxsize=8)
def invented_sides(text: str) -> tuple[tuple[str, Named], ...]:
    """The forms of states and parties that no table knows, each with its plain name and as what it names it.

    "Varnian" gives (Varnia, adjective), "the Front" (Sorre Liberation Front, party).
    """
    forms = dict(_states(text))
    forms.update(_parties(text))
    return tuple(sorted(forms.items()))


def _states(text: str) -> dict[str, Named]:
    capitalised = set(_WORDS.findall(text))
    bare = {word[:-2] if word.endswith(("'s", "’s")) else word for word in capitalised}
    found: dict[str, str] = {}
    for match in _POLITY.finditer(text):
        found.setdefault(match.group(1), match.group(1))
    for word in {match.group(1) for match in _OWNS.finditer(text)}:
        if any(_PREPOSED.search(text[max(0, at - 9) : at]) for at, _ in occurrences(word, text)):
            found.setdefault(word, word)
    for word in {match.group(1) for match in _OWNED.finditer(text)}:
        base = base_of(word, bare)
        if base:
            found.setdefault(base, base)
    if _unknown_world(text):
        found.update((name, name) for name in _at_its_word(text, bare))
    forms: dict[str, Named] = {}
    for name in found:
        if known(name) or len(name) < 4:
            continue
        forms[name] = Named(name, How.NAME)
        forms[f"{name}s"] = Named(name, How.NAME)
        for word in bare:
            if word not in (name, f"{name}s") and base_of(word, {name}) == name:
                forms[word] = Named(name, How.ADJECTIVE)
    for match in _CAPITAL_OF.finditer(text):
        state = forms.get(match["of"] or match["of2"] or match["of3"])
        if state:
            forms.setdefault(match["seat"] or match["seat2"], Named(state.side, How.CAPITAL))
    return forms


def _unknown_world(text: str) -> bool:
    states = [m for m in mentions(text) if m.value.how in (How.NAME, How.ADJECTIVE, How.CAPITAL)]
    return len(states) < KNOWN_STATES


def _at_its_word(text: str, bare: set[str]) -> set[str]:
    """States of a text about a world that the tables do not know: whoever has troops, and whoever has an adjective."""
    held = Counter(match.group(1) for match in (*_HOLDS.finditer(text), *_ITS.finditer(text)))
    out: set[str] = set()
    for name in held:
        if name in _NO_FIRST_NAME or known(name) or _is_person(name, text):
            continue
        out.add(base_of(name, bare) or _made_base(name) or name)
    for word in {match.group(1) for match in _DESCRIBES.finditer(text)}:
        base = base_of(word, bare)
        if base and len(base) > 4 and not _is_person(base, text):
            out.add(base)
    for match in _PAIRED.finditer(text):
        pair = {word for word in match.groups() if word}
        if pair & out:
            out |= pair
    return {name for name in out if not any(base_of(name, {other}) for other in out if other != name)}


def _is_person(name: str, text: str) -> bool:
    """Whether a first name or a title stands before the name anywhere: "Jan Kadar", "President Kadar"."""
    for start, _ in occurrences(name, text):
        before = _FIRST_NAME.search(text[max(0, start - 24) : start])
        if before and before["word"] not in _NO_FIRST_NAME:
            return True
    return False


def _made_base(adjective: str) -> str | None:
    """The name that an adjective is made from where the text does not have it: "Varnian" gives Varnia."""
    return adjective[:-1] if adjective.endswith(("ian", "ean")) and len(adjective) > 5 else None


def base_of(adjective: str, names: set[str]) -> str | None:
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


_BAND = r"(?:Front|Army|Movement|Guards?|Brigades?|Militia|Forces?|Resistance|Legion|Alliance|Column|Union|Council)"
_BAND_NAME = re.compile(rf"\b((?:[A-Z][\w’'-]+ ){{1,4}}{_BAND})\b")
_REBELLIOUS = re.compile(
    r"\b(?:Liberation|Resistance|Independence|Insurgent|Rebel|Free|Revolutionary|Self-Defen[cs]e)\b"
)
_BAND_AFTER = re.compile(
    r"(?: \([A-Z]{2,6}\))?(?:, (?:an?|the) (?:[\w-]+ ){0,4}(?:movement|militia|group|rebels|insurgents|faction|band|"
    r"separatists|guerrillas)\b| (?:rebels?|fighters?|militants?|insurgents?|militiamen|guerrillas)\b)"
)
_BAND_BEFORE = re.compile(
    r"\b(?:rebels?|insurgents?|militia|armed group|rebel group|guerrillas|separatists|fighters)"
    r"(?: of| from| with| called)?(?: the)? $",
    re.I,
)
_SHORT = re.compile(r" \(([A-Z]{2,6})\)")


def _parties(text: str) -> dict[str, Named]:
    forms: dict[str, Named] = {}
    for match in _BAND_NAME.finditer(text):
        name = re.sub(r"^(?:The|A|An|In|But|And|While|When|As|Both) ", "", match.group(1))
        if " " not in name or known(name) or name in forms:
            continue
        armed = _BAND_AFTER.match(text, match.end()) or _BAND_BEFORE.search(
            text[max(0, match.start() - 40) : match.start()]
        )
        if not armed and not (_REBELLIOUS.search(name) and " " in name):
            continue
        party = Named(name, How.PARTY)
        forms[name] = party
        short = _SHORT.match(text, match.end())
        if short:
            forms[short.group(1)] = party
        last = name.split()[-1]
        if re.search(rf"\bthe {last}\b(?! (?:of|[A-Z]))", text):
            forms.setdefault(last, party)
    return forms
