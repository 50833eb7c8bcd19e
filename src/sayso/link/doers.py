"""Doers: one deed that two who tell of it lay at two sides' doors.

"The market was hit by Varnian shells", says Ostrel; "Ostrel's own rocket came down on the market", says Varnia. Limit:
whose weapon it was is told by a side's name right before it; "their shells" names nobody.
"""

import re
from functools import cache, lru_cache

from sayso.lexicon.commonness import is_common_noun
from sayso.lexicon.contrary import cue, generic, tells, terms
from sayso.lexicon.counting import Fit
from sayso.lexicon.states import state_of
from sayso.lexicon.stems import stem
from sayso.link.matter import common, points, shared_names
from sayso.link.pairs import NEXT, distance, on_days_that_meet, together
from sayso.link.scopes import is_wide, where
from sayso.link.tellers import opposed, side_key
from sayso.model.filed import Filed
from sayso.model.statement import Certainty

ONE_DEED = 2.0
"""Points (`sayso.link.matter`) from which two statements are of one deed, where a thing or a name is shared."""

ACCUSED = 1.3
"""The same, where each accuses the other's side."""

_NAMED = r"([A-Z][\w-]+)(?:['’]s)?"
_SIDE = re.compile(r"(\b(?:by|from)\s+(?:an?\s+|the\s+)?)?\b([A-Z][\w-]+)")
_FORCE = re.compile(r"(?:['’]s)?\s+(?:own\s+)?((?:[\w-]+\s)?[\w-]+)((?:\s+\w+){0,3})")


def two_doers(a: Filed, b: Filed) -> str | None:
    """Why two accounts of who did it part, as a sentence."""
    x, y = doers_of(a) or blamed(a), doers_of(b) or blamed(b)
    if len(x) != 1 or len(y) != 1 or x == y:
        return None
    if (
        _each_accuses(a, b)
        or _each_blames_the_other(a, b, x, y)
        or (_of_one_deed(a, b) and not _each_its_own(a, b, x, y))
    ):
        return f"The one names {_named(a)} as the one that did it, the other {_named(b)}."
    return None


@lru_cache(maxsize=8192)
def doers_of(filed: Filed) -> frozenset[str]:
    """Whose weapons or forces did it, by the words: "Varnian shells", "Ostrel's own rocket"."""
    return frozenset(side_key(state_of(name) or name) for name in _doers(filed))


@lru_cache(maxsize=8192)
def _doers(filed: Filed) -> tuple[str, ...]:
    if not tells("deeds", filed.words):
        return ()
    named: list[str] = []
    for found in _SIDE.finditer(filed.words):
        force = _FORCE.match(filed.words, found.end())
        if not _is_name(found.group(2), found.start(2)):
            continue
        if _acting().match(filed.words, found.end()) and not _is_struck(filed.words[: found.start()]):
            named.append(found.group(2))
            continue
        if force is None or not tells("doers", force.group(1)):
            continue
        told_by = found.group(1) is not None
        if told_by or (
            tells("deeds", force.group(1) + force.group(2)) and not _is_struck(filed.words[: found.start()])
        ):
            named.append(found.group(2))
    return tuple(named)


def _is_name(word: str, at: int) -> bool:
    """A state's name, or a capital within the words; one that opens them is a name if it is never seen in small
    letters: "Heavy shelling" is nobody's."""
    return at > 0 or state_of(word) is not None or not is_common_noun(stem(word))


def _is_struck(before: str) -> bool:
    """What stands before a side's name makes it the one that it befell: "scores of Russian soldiers", "hit Ostrel's
    barracks"."""
    last = before.split()[-1:]
    return bool(last) and (tells("upon", last[0]) or tells("deeds", last[0]))


@lru_cache(maxsize=8192)
def blamed(filed: Filed) -> frozenset[str]:
    """Whom the words hold to have done it: "Ostrel was behind the attack", "accused Varnia of shelling the plant"."""
    return frozenset(side_key(state_of(name) or name) for name in _blamed(filed))


def _blamed(filed: Filed) -> tuple[str, ...]:
    if filed.statement.certainty is Certainty.DENIED or tells("negation", filed.words):
        return ()
    return tuple(
        dict.fromkeys(
            found.group(1)
            for pattern in _accusing()
            for found in pattern.finditer(filed.words)
            if _is_name(found.group(1), found.start(1))
        )
    )


def _each_accuses(a: Filed, b: Filed) -> bool:
    """Each holds the other's side to have done it, shortly after one another: "accused each other of shelling it"."""
    if not (blamed(a) and blamed(b)) or side_key(a.statement.origin.side) in blamed(a):
        return False
    near = together(a, b) and distance(a, b) <= NEXT
    return (near or bool(common(a, b) or shared_names(a, b))) and points(a, b) >= ACCUSED


def _each_blames_the_other(a: Filed, b: Filed, x: frozenset[str], y: frozenset[str]) -> bool:
    if not opposed(a.statement.origin, b.statement.origin):
        return False
    place = where(a.statement.places, b.statement.places)
    if is_wide(a.statement.places) or not (place is Fit.SAME or (place is None and together(a, b))):
        return False
    blamed = side_key(a.statement.origin.side) in y and side_key(b.statement.origin.side) in x
    return blamed and bool((terms(a.words) & terms(b.words)) - x - y - generic()) and on_days_that_meet(a, b)


def _each_its_own(a: Filed, b: Filed, x: frozenset[str], y: frozenset[str]) -> bool:
    """Each tells of its own side's deed: two sides that fight over one place."""
    return side_key(a.statement.origin.side) in x and side_key(b.statement.origin.side) in y


def _of_one_deed(a: Filed, b: Filed) -> bool:
    return bool(common(a, b) or shared_names(a, b)) and points(a, b) >= ONE_DEED


def _named(filed: Filed) -> str:
    return (_doers(filed) or _blamed(filed))[0]


@cache
def _accusing() -> tuple[re.Pattern[str], ...]:
    """How words hold a side to have done it, its name the first group."""
    deed = rf"(?:of|for) (?:having )?(?:the |an? )?(?:[\w-]+ly )?{cue('accused_of').pattern}"
    return (
        re.compile(rf"^(?:the )?{_NAMED}(?: [\w-]+){{0,3}}? {deed}"),
        re.compile(rf"\b(?:accused|accuses|accusing) (?:the )?{_NAMED}(?: [\w-]+){{0,3}}? {deed}"),
        re.compile(rf"\b(?:blamed|blames|blaming) (?:the )?{_NAMED}"),
        re.compile(
            rf"\b{_NAMED}(?: [\w-]+){{0,3}}? (?:was|were|is|are|had been|have been|has been) "
            r"(?:[\w-]+ly |most likely )?(?:behind|responsible|to blame)\b"
        ),
        re.compile(rf"{cue('done').pattern} by (?:the |an? )?{_NAMED}"),
    )


@cache
def _acting() -> re.Pattern[str]:
    """What follows a side's name where it is told to have done it: "Kereth blew up the dam"."""
    return re.compile(rf"\s+(?:(?:has|had|have|also|itself|again|then)\s+)*{cue('done').pattern}")
