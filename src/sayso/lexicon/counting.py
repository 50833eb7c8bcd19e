"""Counting: what a figure counts, as a class, and how two counts stand to each other.

"Settlements controlled" and "villages held" are one measure; "soldiers killed" are a part of "people killed"; whoever
holds a settlement operates in it, so that "41 settlements operated in" cannot stand beside "74 controlled". Killed and
wounded, Russian and Ukrainian soldiers, fighters and civilians are never one. Limit: a measure is read by its words
alone.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TypeAlias

from sayso.lexicon.load import table
from sayso.lexicon.states import state_of
from sayso.lexicon.stems import stem

_Tree: TypeAlias = "dict[str, _Tree]"

PEOPLE, SETTLEMENTS, AREA = "people", "settlements", "area"
CASUALTIES, CASUALTIES_ARE = "casualties", ("killed", "wounded")
_ELIDED = re.compile(
    r"\b(?:the|its|their) (?:total )?(?:number|figure|count|total|toll|losses)\b(?: of ([a-z]+))?", re.I
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|km²|m²")


class Fit(StrEnum):
    """How one count stands to another: the same, a part of it, the whole of it, or none of its business."""

    SAME = "same"
    PART = "part"
    WHOLE = "whole"
    APART = "apart"

    def __and__(self, other: "Fit") -> "Fit":
        """Both hold: a part of the same is a part, a part of a whole is no one's business."""
        if self is other or other is Fit.SAME:
            return self
        return other if self is Fit.SAME else Fit.APART

    @property
    def turned(self) -> "Fit":
        """The same, seen from the other count."""
        return {Fit.PART: Fit.WHOLE, Fit.WHOLE: Fit.PART}.get(self, self)


@dataclass(frozen=True, slots=True)
class Measured:
    """What befell whom: `outcome` ("killed") or None, `counted` ("fighters", "settlements", "area", a noun), and whose.

    `whose` are state codes where a state is named, else the words in lower case: {"ru"}, {"ostrel"}.
    """

    outcome: str | None
    counted: str
    whose: frozenset[str] = frozenset()

    @property
    def is_people(self) -> bool:
        return self.counted in _people()

    @property
    def is_ground(self) -> bool:
        return self.counted in (SETTLEMENTS, AREA)


@lru_cache(maxsize=16384)
def measured(measure: str | None, unit: str | None) -> Measured:
    """The class of a figure with this measure and unit; a figure without either counts nothing that is known."""
    words = _WORD.findall(f"{measure or ''}")
    low = [word.lower() for word in words]
    counted = _counted(unit) or next((kind for word in reversed(low) if (kind := kind_of(word))), None)
    counted = counted or (unit or (low[0] if low else "")).lower()
    told = [found for word in reversed(low) if (found := _outcomes().get(word))]
    outcome = CASUALTIES if set(CASUALTIES_ARE) <= set(told) else next(iter(told), None)
    whose = frozenset(
        (state_of(word) or word).lower()
        for word in words
        if word[0].isupper() or word.lower() in _whose()
        if not kind_of(word.lower()) and word.lower() not in _outcomes()
    )
    return Measured(outcome, counted, whose)


def measured_in(words: str, measure: str | None, unit: str | None) -> Measured:
    """The same, with what the words of its sentence tell of land: "its forces control 31 settlements"."""
    found = measured(measure, unit)
    if found.outcome is not None or not (found.is_ground or found.is_people):
        return found
    cues = _told_of("ground") if found.is_ground else _told_of("crowd")
    outcome = next((name for name, cue in cues if cue.search(words)), None)
    return Measured(outcome, found.counted, found.whose)


def elided(words: str) -> str | None:
    """What "the number of settlements" counts; an empty word for "the number" alone; None where neither is said."""
    found = _ELIDED.search(words)
    return None if found is None else found.group(1) or ""


def asked(measure: str) -> Measured:
    """What somebody asks for: "killed" is any dead, `counted` empty; "soldiers killed" are fighters alone."""
    words = [word for word in _WORD.findall(measure) if word.lower() not in _outcomes()]
    found = measured(measure, None)
    return Measured(found.outcome, _counted(" ".join(words)) or " ".join(words).lower(), found.whose)


def is_replaced(words: str) -> bool:
    """Words before a number by which a report gives it up: "the previous death toll was"."""
    return _replaced().search(words) is not None


def fit(a: Measured, b: Measured) -> Fit:
    """How what the one counts stands to what the other does."""
    return outcome_fit(a, b) & _counted_fit(a, b) & _whose_fit(a, b)


def rises(outcome: str | None) -> bool:
    """It is counted afresh as time goes on, and never falls."""
    return outcome in _set("rising")


def stands(outcome: str | None) -> bool:
    """It holds at a time, and may go up and down."""
    return outcome in _set("standing")


def family(measure: Measured) -> str:
    """One word for all measures that may meet: `ground`, or what befell and whether it befell people."""
    if measure.is_ground:
        return f"ground {measure.counted}"
    outcome = _one().get(measure.outcome or "", measure.outcome)
    return f"{outcome} {PEOPLE if measure.is_people else measure.counted}"


def kin(measure: Measured) -> str:
    """One word for all measures of which one may be part of another: the killed and the wounded, of the casualties."""
    what = measure.counted if measure.is_ground or not measure.is_people else PEOPLE
    return f"{_kin().get(measure.outcome or '', measure.outcome)} {what}"


@cache
def _kin() -> Mapping[str, str]:
    """Each outcome that contains or is contained in others, by the least of them."""
    found: dict[str, str] = {}
    for outcome, others in [*_contained().items(), *((one, (other,)) for one, other in _one().items())]:
        group = {outcome, *others}
        group |= {each for each, head in found.items() if head in {found.get(member) for member in group}}
        found |= dict.fromkeys(group, min(group))
    return MappingProxyType(found)


@cache
def _told_of(key: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What befell settlements and land, or a crowd, by the words of a sentence: the first that is found counts."""
    return tuple((outcome, phrases(tuple(listed))) for outcome, listed in table("conflict_measures")[key].items())


@cache
def _replaced() -> re.Pattern[str]:
    return phrases(tuple(table("conflict_measures")["replaced"]))


@cache
def phrases(listed: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words or phrases, whole, in any case, the longest first; letters that they share are tried once."""
    tree: _Tree = {}
    for each in [form for word in map(str, listed) for form in {word, word.replace("'", "’")}]:
        node = tree
        for letter in each:
            node = node.setdefault(letter, {})
        node[""] = {}
    return re.compile(rf"\b{_written(tree)}\b", re.I)


def _written(tree: _Tree) -> str:
    """The tree of letters as a pattern: "kill" and "killed" are `kill(?:ed)?`."""
    ways = [re.escape(letter) + _written(below) for letter, below in tree.items() if letter]
    if not ways:
        return ""
    if len(ways) == 1 and "" not in tree:
        return ways[0]
    return f"(?:{'|'.join(ways)})" + ("?" if "" in tree else "")


def outcome_fit(a: Measured, b: Measured) -> Fit:
    """How what befell the ones stands to what befell the others, whoever they are."""
    x, y = (_one().get(one.outcome or "", one.outcome or "") for one in (a, b))
    if x == y:
        return Fit.SAME if x else Fit.APART
    if y in _contained().get(x, ()):
        return Fit.PART
    return Fit.WHOLE if x in _contained().get(y, ()) else Fit.APART


def _counted_fit(a: Measured, b: Measured) -> Fit:
    if a.counted == b.counted:
        return Fit.SAME
    if b.counted in _within(a.counted):
        return Fit.PART
    return Fit.WHOLE if a.counted in _within(b.counted) else Fit.APART


def _whose_fit(a: Measured, b: Measured) -> Fit:
    """Whose they are, where it is told of both; soldiers of whom it is not told may be anybody's."""
    if a.whose & b.whose or (not a.whose and not b.whose):
        return Fit.SAME
    if a.whose and b.whose:
        return Fit.APART
    if not a.is_people:
        return Fit.SAME
    if "fighters" in (a.counted, b.counted) and a.counted == b.counted:
        return Fit.APART
    return Fit.PART if a.whose else Fit.WHOLE


def _within(counted: str) -> frozenset[str]:
    """Every wider count that this is a part of."""
    found: list[str] = []
    while (counted := _people().get(counted) or "") and counted not in found:
        found.append(counted)
    return frozenset(found)


def _counted(unit: str | None) -> str | None:
    low = (unit or "").lower()
    if low in _areas():
        return AREA
    return next((kind for word in reversed(_WORD.findall(low)) if (kind := kind_of(word))), None)


def kind_of(word: str) -> str | None:
    """The class of those counted that a word in lower case names: "soldiers" are fighters."""
    return _kinds().get(word)


@cache
def _outcomes() -> Mapping[str, str]:
    """Word to what it says befell those counted: the table's own words first, then those of `outcomes.yaml`."""
    found: dict[str, str] = {}
    for outcome, listed in table("conflict_measures")["outcomes"].items():
        found.setdefault(outcome, outcome)
        for word in listed:
            found.setdefault(word, outcome)
    for outcome, ways in table("outcomes")["outcomes"].items():
        for word in (outcome, *(word for listed in ways.values() for word in listed)):
            found.setdefault(word, found.get(outcome, outcome))
    return MappingProxyType(found)


@cache
def _kinds() -> Mapping[str, str]:
    known, toll = table("conflict_measures"), table("toll")
    found = dict.fromkeys(known["settlements"], SETTLEMENTS)
    for thing, listed in known["things"].items():
        found |= dict.fromkeys(listed, thing)
    for kind in known["people"]:
        every = (*toll[kind], kind)
        found |= {form: kind for word in every for form in (word, stem(word)) if form not in found}
    return MappingProxyType(found)


@cache
def _people() -> Mapping[str, str | None]:
    return MappingProxyType({kind: row.get("part_of") for kind, row in table("conflict_measures")["people"].items()})


@cache
def _areas() -> frozenset[str]:
    known = table("conflict_measures")
    return frozenset([*known["areas"], *known["units"]["km²"]])


@cache
def _contained() -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({key: tuple(row) for key, row in table("conflict_measures")["contained"].items()})


@cache
def _one() -> Mapping[str, str]:
    return MappingProxyType(dict(table("conflict_measures")["one"]))


@cache
def _whose() -> frozenset[str]:
    return frozenset(table("units")["whose"])


@cache
def _set(key: str) -> frozenset[str]:
    return frozenset(table("conflict_measures")[key])
