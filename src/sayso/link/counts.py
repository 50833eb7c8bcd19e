"""Counts: the figures of a statement with what each counts, how many that may mean, where, and its marks.

"At least 64 civilians were killed, of whom 38 died in Belomir": 64 civilians killed, over some time, anywhere; 38
people killed in Belomir. `counted` gives them all, `counts` those that can be held against others'. Limits: a place
belongs to every figure of its statement that no "of whom" parts from it; "killed and wounded" before one number is of
the class that the table names first.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.lexicon.contrary import generic, passes_on_denial, tells, terms
from sayso.lexicon.counting import Measured, elided, is_replaced, kind_of, measured, measured_in
from sayso.lexicon.load import table
from sayso.lexicon.placewords import name_of
from sayso.lexicon.states import state_of
from sayso.lexicon.stems import stem
from sayso.link.marks import BEFORE, Mark, marks, tails
from sayso.link.tellers import side_key
from sayso.model.bounds import Bounds, bounds
from sayso.model.filed import Filed
from sayso.model.span import Spans
from sayso.model.statement import Certainty, Figure, Place

_SIDE = re.compile(
    r"\b([A-Z][\w-]+|[Oo]ur|[Ww]e|[Ii]ts|[Tt]heir)(?:['’]s)?\s+(?:\w+\s+)?"
    r"(?:forces?|troops?|army|units?|soldiers?|artillery|fighters?|military|brigades?)\b"
)
_UNCOUNTED = re.compile(r"\ba number of\b", re.I)


CLOSE = 1.35
"""Two figures of one count are one claim's up to this ratio: tolls of one day in the annotated bundles differ by up to
1.3 within a claim ("at least 100", "over 130") and by 1.4 and more between claims (70 and 100)."""

NO_CLASS = 99
"""The rank of what the table has no class for."""


@dataclass(frozen=True, slots=True)
class Count:
    """A figure of a statement: what it counts, what it may mean, the places it holds for, and how words hedge it.

    `kind` is the class that claims are told apart by, None where the table has none, `rank` its place among them; `of`
    are the stems of its measure that tell which it is, `who` the kinds of people that they name.
    """

    figure: Figure
    measured: Measured
    bounds: Bounds
    places: tuple[Place, ...]
    marks: frozenset[Mark] = frozenset()
    kind: str | None = None
    rank: int = NO_CLASS
    of: frozenset[str] = frozenset()
    who: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """The number as worded."""
        return self.figure.text

    @property
    def value(self) -> float:
        """The number, in metric units where its own are none."""
        return float((self.figure.converted or self.figure).value)


@lru_cache(maxsize=8192)
def counted(filed: Filed) -> tuple[Count, ...]:
    """Every figure of a statement, in their order."""
    said = tuple(stem(word) for word in filed.words.split())
    return tuple(_count(filed, figure, said) for figure in filed.statement.figures)


@lru_cache(maxsize=8192)
def counts(filed: Filed) -> tuple[Count, ...]:
    """The figures that count something known, in their order; none of what is denied, or is told as a denial."""
    if filed.statement.certainty is Certainty.DENIED or tells("denying", filed.words):
        return ()
    if passes_on_denial(filed.words, filed.sentence):
        return ()
    return tuple(
        count
        for count in counted(filed)
        if not _UNCOUNTED.search(count.figure.text)
        if (count.measured.counted and count.measured.outcome is not None) or Mark.ELIDED in count.marks
    )


def main_count(found: tuple[Count, ...]) -> Count | None:
    """What the statement counts first of all: the dead before the wounded, either before the buses they sat in."""
    return min(found, key=lambda count: (count.rank, -count.value), default=None)


@cache
def befalls() -> frozenset[str]:
    """Classes that tell what befell people."""
    return frozenset(table("conflict_measures")["befalls"])


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


def _count(filed: Filed, figure: Figure, said: Sequence[str]) -> Count:
    words, at = filed.words, _place_in(filed.statement.content, figure.span[0])
    found = measured_in(words, figure.measure, figure.unit)
    stems = [stem(word) for word in f"{figure.measure or ''} {figure.unit or ''}".replace("-", " ").split()]
    rank = _rank_of(found, stems, figure.text, said)
    if not found.counted:
        found = measured(None, elided(words))
    hedges = marks(words, at, found, figure.value)
    places = _own_places(filed, at)
    if filed.statement.places and not places:
        hedges |= {Mark.PERIOD}
    if _gives_up(filed, figure):
        hedges |= {Mark.REPLACED}
    kind = None if rank == NO_CLASS else _classes()[rank]
    who = frozenset(_kinds_of_people()[root] for root in stems if root in _kinds_of_people())
    of = frozenset(stems) - _everybody()
    return Count(figure, found, bounds(figure), places, hedges, kind, rank, of, who)


def _rank_of(found: Measured, stems: Sequence[str], text: str, said: Sequence[str]) -> int:
    """The rank of the class by the measure and the unit, by the figure's own words, or, of people or of nothing named,
    by what the content says befell them."""
    rank = min(_rank_of_measured(found), _rank(stems))
    if rank == NO_CLASS:
        rank = _rank(stem(word) for word in text.split())
    if rank == NO_CLASS and all(root in _everybody() for root in stems):
        rank = min((each for root in said if (each := _by_stem().get(root, NO_CLASS)) in _befalling()), default=rank)
    return rank


def _rank(stems: Iterable[str]) -> int:
    return min((_by_stem().get(root, NO_CLASS) for root in stems), default=NO_CLASS)


@lru_cache(maxsize=4096)
def _rank_of_measured(found: Measured) -> int:
    """The rank of the class by what befell those counted, or by what they are."""
    for rank, row in enumerate(table("conflict_measures")["classes"].values()):
        of_people = found.is_people or not row.get("people")
        if (found.outcome in row.get("befell", ()) and of_people) or found.counted in row.get("counted", ()):
            return rank
    return NO_CLASS


@cache
def _classes() -> tuple[str, ...]:
    return tuple(table("conflict_measures")["classes"])


@cache
def _befalling() -> frozenset[int]:
    return frozenset(rank for rank, name in enumerate(_classes()) if name in befalls())


@cache
def _by_stem() -> dict[str, int]:
    found: dict[str, int] = {}
    for rank, row in enumerate(table("conflict_measures")["classes"].values()):
        for word in row["words"]:
            found.setdefault(stem(str(word)), rank)
    return found


@cache
def _everybody() -> frozenset[str]:
    """Stems for those counted that tell nothing of who they are."""
    return frozenset(stem(str(word)) for word in table("conflict_measures")["everybody"]) | frozenset(_by_stem())


@cache
def _kinds_of_people() -> dict[str, str]:
    """Stems for those counted that tell who they are: children, soldiers, evacuees."""
    return {stem(str(word)): str(kind) for kind, words in table("conflict_measures")["who"].items() for word in words}


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
