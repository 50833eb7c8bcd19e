"""Matter: how much speaks for two statements being of one event or thing, in points.

"It had sunk the frigate Admiral Senn" and "the frigate was being towed to port", two sentences on: a thing in common,
the next sentence, a like meaning. Names and things that both tell of count most, then how near they stand in one
article, one place, and likeness in meaning. Places or days that cannot be one leave nothing.

Limit: two strikes on two schools of one town on one day are taken for one.
"""

import re
from functools import lru_cache

from sayso.lexicon.commonness import is_common_noun, rarity
from sayso.lexicon.contrary import generic, terms
from sayso.lexicon.placewords import name_of
from sayso.lexicon.states import state_of
from sayso.lexicon.stems import stem
from sayso.link.features import unit
from sayso.link.pairs import FAR, NEAR, NEXT, distance, of_one_time, together
from sayso.link.scopes import is_wide, within
from sayso.link.tellers import apart, side_key
from sayso.model.filed import Filed

NAME, THING = 1.0, 0.7
"""Points of a name and of a thing in common; no more than two and three of them count."""

NAMES, THINGS = 2, 3
BESIDE = ((NEXT, 1.0), (NEAR, 0.6), (FAR, 0.2))
"""Points of two statements of one article by how near they stand."""

SAME_PLACE = 0.7
RARE = 7.0
"""How rare a word is (`rarity`) that two statements of one thing share: one sentence in a hundred or fewer."""

TRIFLE = 20
"""Numbers below this meet by chance."""

ONE_SIDE = 0.8
"""Points lost where both are told by one side, which seldom parts with itself."""

LIKE = 0.4
"""Likeness in meaning up to which two statements are taken at random: that of two of one article, on the whole."""

BY_LIKENESS = 3.0
"""Points for a likeness of 1 above it: 0.6 of a point at 0.6."""

_CAPITAL = re.compile(r"[A-Z][^\W\d_]+(?:['’-][^\W\d_]+)*")
_SHORTEST = 3
_WORD = re.compile(r"[a-z]+")


def points(a: Filed, b: Filed) -> float:
    """How much speaks for one matter: nought where places or days part; from about two on they are of one."""
    if not of_one_time(a, b) or places_part(a, b):
        return 0.0
    found = NAME * min(NAMES, len(shared_names(a, b))) + THING * min(THINGS, len(common(a, b)))
    if together(a, b):
        gap = distance(a, b)
        found += next((worth for reach, worth in BESIDE if gap <= reach), 0.0)
    if _is_one_place(a, b):
        found += SAME_PLACE
    if not apart(a.statement.origin, b.statement.origin):
        found -= ONE_SIDE
    if same_figure(a, b):
        found += NAME
    return found + BY_LIKENESS * max(0.0, likeness(a, b) - LIKE)


def shared_names(a: Filed, b: Filed) -> frozenset[str]:
    """The names that both tell of; the sides' own are none."""
    sides = [side_key(one.statement.origin.side) for one in (a, b) if len(one.statement.origin.side) > 2]
    return frozenset(name for name in names(a) & names(b) if side_key(name) not in sides)


def common(a: Filed, b: Filed) -> frozenset[str]:
    """The things that both tell of, names, parties and what says nothing aside."""
    return things(a) & things(b) - party_words(a.statement.origin.side) - party_words(b.statement.origin.side)


@lru_cache(maxsize=8192)
def things(filed: Filed) -> frozenset[str]:
    """What a statement tells of, names and what says nothing aside."""
    named = {part for name in names(filed) for part in terms(name)}
    return frozenset(term for term in terms(filed.words) - generic() - named if len(term) > 2 and not _is_party(term))


@lru_cache(maxsize=8192)
def names(filed: Filed) -> frozenset[str]:
    """Names in the words, of persons, towns, ships; no states, and no word that opens the statement and is no name."""
    found = set()
    for hit in _CAPITAL.finditer(filed.words):
        word = hit.group()
        low = word.lower().removesuffix("’s").removesuffix("'s")
        if (
            len(low) < _SHORTEST
            or not terms(low)
            or state_of(low.capitalize())
            or state_of(word)
            or (hit.start() == 0 and is_common_noun(stem(low)))
        ):
            continue
        found.add(low)
    return frozenset(found)


def has_one_noun(a: Filed, b: Filed) -> bool:
    """They share a rare word itself, and not only its class: both tell of a dam, or of a bomber."""
    ours, theirs = ({stem(word) for word in _WORD.findall(one.words)} for one in (a, b))
    return any(rarity(word) >= RARE and word not in generic() for word in ours & theirs if len(word) > _SHORTEST - 1)


def same_figure(a: Filed, b: Filed) -> bool:
    """Both give one number, and no small one."""
    ours = {figure.value for figure in a.statement.figures if figure.value >= TRIFLE}
    return any(figure.value in ours for figure in b.statement.figures)


def likeness(a: Filed, b: Filed) -> float:
    """How near the two are in meaning, `LIKE` where it is not known of one."""
    x, y = unit(a.meaning), unit(b.meaning)
    return LIKE if x is None or y is None else float(x @ y)


def places_part(a: Filed, b: Filed) -> bool:
    """Both name places that are known, and none of the one lies in any of the other or holds it."""
    x = [place for place in a.statement.places if place.precision]
    y = [place for place in b.statement.places if place.precision]
    if not x or not y:
        return False
    return not any(within(p, q) or within(q, p) for p in x for q in y)


@lru_cache(maxsize=1024)
def party_words(side: str) -> frozenset[str]:
    """The terms by which words name a side: "Varnia", "Varnian"."""
    return terms(side) | terms(f"{side}n") if len(side) > 2 else frozenset()


def _is_party(term: str) -> bool:
    return len(term) == 2 and term.isupper()


def _is_one_place(a: Filed, b: Filed) -> bool:
    x, y = a.statement.places, b.statement.places
    if not x or not y or is_wide(x) or is_wide(y):
        return False
    return bool({name_of(p.text) for p in x} & {name_of(p.text) for p in y})
