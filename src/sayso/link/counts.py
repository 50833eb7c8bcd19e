"""Counts: the figures of a statement as they can be held against others', with what each counts, where, and its marks.

"At least 64 civilians were killed, of whom 38 died in Belomir": 64 civilians killed, over some time, anywhere; 38
people killed in Belomir. Limit: a place belongs to every figure of its statement that no "of whom" parts from it.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from sayso.lexicon.contrary import generic, tells, terms
from sayso.lexicon.counting import Measured, is_replaced, kind_of, measured, measured_in
from sayso.lexicon.load import table
from sayso.lexicon.placewords import name_of
from sayso.lexicon.states import state_of
from sayso.link.doers import side_key
from sayso.link.marks import BEFORE, Mark, elided, marks, tails
from sayso.model.bounds import Bounds, bounds
from sayso.model.filed import Filed
from sayso.model.span import Spans
from sayso.model.statement import Certainty, Figure, Place

_SIDE = re.compile(
    r"\b([A-Z][\w-]+|[Oo]ur|[Ww]e|[Ii]ts|[Tt]heir)(?:['’]s)?\s+(?:\w+\s+)?"
    r"(?:forces?|troops?|army|units?|soldiers?|artillery|fighters?|military|brigades?)\b"
)
_UNCOUNTED = re.compile(r"\ba number of\b", re.I)


@dataclass(frozen=True, slots=True)
class Count:
    """A figure of a statement: what it counts, what it may mean, the places it holds for, and how words hedge it."""

    figure: Figure
    measured: Measured
    bounds: Bounds
    places: tuple[Place, ...]
    marks: frozenset[Mark] = frozenset()


@lru_cache(maxsize=8192)
def counts(filed: Filed) -> tuple[Count, ...]:
    """The figures that count something known, in their order; none of what is denied, or is told as a denial."""
    if filed.statement.certainty is Certainty.DENIED or tells("denying", filed.words):
        return ()
    found = [_count(filed, figure) for figure in filed.statement.figures if not _UNCOUNTED.search(figure.text)]
    return tuple(count for count in found if count)


@lru_cache(maxsize=8192)
def event_words(filed: Filed) -> frozenset[str]:
    """What tells of which event people were the victims: "market", "convoy"; not who they were, where, nor "attack"."""
    places = {word for place in filed.statement.places for word in name_of(place.text)}
    return frozenset(word for word in terms(filed.words) - places - generic() if len(word) > 2 and not kind_of(word))


@lru_cache(maxsize=8192)
def means(words: str) -> frozenset[str]:
    """How people were killed, by the words: shelling, a bomb, from the air."""
    low = set(re.findall(r"[^\W\d_]+", words.lower()))
    return frozenset(kind for kind, listed in table("conflict_measures")["means"].items() if not low.isdisjoint(listed))


def mixed(a: frozenset[str], b: frozenset[str]) -> bool:
    """Reports may mean one event by them: they share a kind, or have kinds that are often taken for each other."""
    pairs = [set(pair) for pair in table("conflict_measures")["mixed"]]
    return not a or not b or bool(a & b) or any({x, y} == pair for x in a for y in b for pair in pairs)


def holder(words: str, side: str) -> str | None:
    """Whose forces the words tell of: "Varnian troops", or the teller's own by "our" and "its"."""
    found = _SIDE.search(words)
    if found is None:
        return None
    name = found.group(1)
    return side_key(side if name.lower() in ("our", "we", "its", "their") else state_of(name) or name)


def _count(filed: Filed, figure: Figure) -> Count | None:
    words, at = filed.words, _place_in(filed.statement.content, figure.span[0])
    found = measured_in(words, figure.measure, figure.unit)
    if not found.counted:
        found = measured(None, elided(words))
    hedges = marks(words, at, found, figure.value)
    if not found.counted or (found.outcome is None and Mark.ELIDED not in hedges):
        return None
    places = _own_places(filed, at)
    if filed.statement.places and not places:
        hedges |= {Mark.PERIOD}
    if _gives_up(filed, figure):
        hedges |= {Mark.REPLACED}
    return Count(figure, found, bounds(figure), places, hedges)


def _own_places(filed: Filed, at: int | None) -> tuple[Place, ...]:
    """The statement's places but those told of a part that comes after the number."""
    places = filed.statement.places
    cut = next((start for start in tails(filed.words) if at is not None and start > at), None)
    if cut is None:
        return places
    stand = ((place, _place_in(filed.statement.content, place.span[0])) for place in places)
    return tuple(place for place, there in stand if there is None or there < cut)


def _place_in(spans: Spans, position: int) -> int | None:
    """Where a position of the article stands in the joined words of the spans; None where it is outside of them."""
    passed = 0
    for start, end in spans:
        if start <= position < end:
            return passed + position - start
        passed += end - start + 1
    return None


def _gives_up(filed: Filed, figure: Figure) -> bool:
    """The sentence gives the number up before the statement's own words: "revising the figure of 23"."""
    at = filed.sentence.find(figure.text)
    return at >= 0 and is_replaced(filed.sentence[max(0, at - BEFORE) : at])
