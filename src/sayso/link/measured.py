"""Counts: the figures of a statement by what they count, with bounds that the words leave open.

"At least 41 people were killed": class `killed`, from 41 up. "Nearly 40": a little less than 40. Units are the SI's
where the reading has converted them. Limit: "killed and wounded" before one number is of the class named first in the
table.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.lexicon.load import table
from sayso.lexicon.stems import stem
from sayso.model.bounds import bounds
from sayso.model.statement import Figure

CLOSE = 1.35
"""Two figures of one count are one claim's up to this ratio: tolls of one day in the annotated bundles differ by up to
1.3 within a claim ("at least 100", "over 130") and by 1.4 and more between claims (70 and 100)."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of something: `kind` is its class, None where the table has none; `of` are the stems of its measure."""

    text: str
    value: float
    low: float
    high: float
    kind: str | None
    rank: int
    of: frozenset[str]
    who: frozenset[str]


NO_CLASS = 99
"""The rank of what the table has no class for."""


BEFALLS = frozenset({"killed", "wounded", "missing", "captured people", "displaced"})
"""Classes that tell what befell people."""


def counts(figures: Iterable[Figure], words: str) -> tuple[Count, ...]:
    """The figures of a statement as counts; those without a value are left out."""
    said = [stem(word) for word in words.split()]
    return tuple(count for figure in figures if (count := _count(figure, said)) is not None)


def _count(figure: Figure, words: Sequence[str]) -> Count | None:
    if figure.value is None:
        return None
    value, within = (figure.converted or figure).value, bounds(figure)
    said = f"{figure.measure or ''} {figure.unit or ''}"
    stems = [stem(word) for word in said.replace("-", " ").split()]
    return Count(
        figure.text,
        float(value),
        within.low,
        within.high,
        *(_class(stems, figure.text, words))[::-1],
        frozenset(stems) - _everybody(),
        frozenset(_kinds_of_people()[root] for root in stems if root in _kinds_of_people()),
    )


@cache
def _classes() -> dict[str, tuple[int, str]]:
    found: dict[str, tuple[int, str]] = {}
    for rank, (kind, words) in enumerate(table("link_opposed")["measures"].items()):
        for word in words:
            found.setdefault(stem(str(word)), (rank, str(kind)))
    return found


def _class(stems: Sequence[str], text: str, words: Sequence[str]) -> tuple[int, str | None]:
    """The class by the measure and the unit, by the figure's own words, or, of people or of nothing named, by what the
    content says befell them: "the death toll has risen to 70"."""
    found = _kind(stems) or _kind([stem(word) for word in text.split()])
    if found is None and all(root in _everybody() for root in stems):
        found = min((each for root in words if (each := _classes().get(root)) and each[1] in BEFALLS), default=None)
    return found or (NO_CLASS, None)


def _kind(stems: Iterable[str]) -> tuple[int, str] | None:
    """The class of some stems, with its rank."""
    return min((_classes()[root] for root in stems if root in _classes()), default=None)


@cache
def _everybody() -> frozenset[str]:
    """Stems for those counted that tell nothing of who they are."""
    return frozenset(stem(str(word)) for word in table("link_opposed")["everybody"]) | frozenset(_classes())


@cache
def _kinds_of_people() -> dict[str, str]:
    """Stems for those counted that tell who they are: children, soldiers, evacuees."""
    return {stem(str(word)): str(kind) for kind, words in table("link_opposed")["part"].items() for word in words}


def main_count(found: tuple[Count, ...]) -> Count | None:
    """What the statement counts first of all: the dead before the wounded, either before the buses they sat in."""
    return min(found, key=lambda count: (count.rank, -count.value), default=None)
