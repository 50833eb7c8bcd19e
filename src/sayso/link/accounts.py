"""Accounts that cannot both hold: opposed outcomes of one thing, a no against a yes, one deed with two doers, a fight
with two beginners, a town with two holders.

    "The road bridge at Ozrel has been blown up"     against  "It stands"
    "a million people had fled to Varnia"            against  "people have been taken there against their will"
    "hit a barracks next to the market"              against  "No barracks stands in that part of the city"
    "sanctions were part of the negotiations"        against  "sanctions could not be part of negotiations"
    "the market was hit by Varnian shells"           against  "Ostrel's own rocket came down on the market"

Told by two who are not of one side, of days that meet, and of one matter (`sayso.link.matter`). Outcomes are those of
`conflict_words.yaml`; for the others see `noes`, `doers`, `begun` and `holders`. Limit: outcomes are
told by their words: irony is taken at its word.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from sayso.lexicon.contrary import (
    OF_NAME,
    OF_PLACE,
    OF_TARGET,
    Opposed,
    any_outcome,
    cue,
    generic,
    tells,
    terms,
)
from sayso.lexicon.contrary import opposed as opposed_outcomes
from sayso.lexicon.counting import Fit
from sayso.lexicon.placewords import name_of
from sayso.link.begun import two_beginners
from sayso.link.denials import is_denial
from sayso.link.doers import two_doers
from sayso.link.holders import two_holders
from sayso.link.matter import has_one_noun, places_part, points, shared_names
from sayso.link.noes import flat_no, no_such
from sayso.link.pairs import FAR, NEAR, NEXT, distance, on_days_that_meet, short, together
from sayso.link.scopes import is_wide, where
from sayso.link.tellers import apart, day, is_told, name, opposed, same_teller
from sayso.model.filed import Filed

LATELY = 5
"""Words of a statement that says no more than what became of a thing: "It stands"."""

ONE_THING, ONE_STRIKE, ALONE = 2.0, 2.2, 0.7
ANSWERED, SAME_NAME, SAME_NOUN = 1.0, 1.0, 0.9
"""Points (`sayso.link.matter`) from which two outcomes are of one thing, two targets of one strike,
and two outcomes of such a kind that there is hardly another of it."""

AT_ONCE = 100
"""Code points within which one who is on no known side answers another."""

AIMED = 40
"""Code points between a deed and its target."""

NOT_WITHIN = 3
"""Words before an outcome among which "not" turns it."""

_PRONOUN = re.compile(r"(?:it|they|he|she)\b", re.I)
_UNSURE = re.compile(r"\b(?:if|whether|would|could|might|may|unless|threaten\w*|plan\w*|want\w*|will)\b", re.I)


def account(a: Filed, b: Filed) -> str | None:
    """Why two statements tell what cannot both have been, as a sentence; None where they do not. In any order."""
    if a.words == b.words or same_teller(a, b) or is_denial(a) or is_denial(b):
        return None
    if not (is_told(a) or is_told(b)) or (together(a, b) and distance(a, b) > FAR):
        return None
    why = (
        _outcomes(a, b)
        or no_such(a, b)
        or no_such(b, a)
        or flat_no(a, b)
        or two_doers(a, b)
        or two_beginners(a, b)
        or two_holders(a, b)
    )
    if why is None:
        return None
    return f"{name(a)} ({day(a)}): “{short(a.words)}”; {name(b)} ({day(b)}): “{short(b.words)}”. {why}"


@lru_cache(maxsize=8192)
def outcomes_of(filed: Filed) -> tuple[tuple[str, bool], ...]:
    """Which opposed outcomes the words tell, each with its side; under "not" or "if" they tell none."""
    found: list[tuple[str, bool]] = []
    if not any_outcome().search(filed.words):
        return ()
    for pair in opposed_outcomes():
        for left, listed in ((True, pair.left), (False, pair.right)):
            hit = listed.search(filed.words)
            if hit and not _is_turned(filed.words[: hit.start()]):
                found.append((pair.name, left))
    return tuple(found)


def _outcomes(a: Filed, b: Filed) -> str | None:
    ours = _sides(a)
    theirs = _sides(b) if ours else {}
    for name_, left in ours.items():
        if name_ in theirs and theirs[name_] is not left and _of_one_thing(a, b, _pair(name_)):
            return f"Both cannot hold: {name_}."
    return None


@lru_cache(maxsize=8192)
def _sides(filed: Filed) -> Mapping[str, bool]:
    """The outcomes that the words tell one side of, by name, and which."""
    told = outcomes_of(filed)
    names = [name_ for name_, _ in told]
    return MappingProxyType({name_: left for name_, left in told if names.count(name_) == 1})


@cache
def _pair(name_: str) -> Opposed:
    return next(pair for pair in opposed_outcomes() if pair.name == name_)


def _of_one_thing(a: Filed, b: Filed, pair: Opposed) -> bool:
    x, y = a.statement, b.statement
    told = points(a, b)
    if pair.alone and told >= ALONE:
        return True
    rivals = apart(x.origin, y.origin)
    if places_part(a, b) or not (rivals or _saw_for_himself(a, b) or told >= ONE_THING):
        return False
    if pair.same == OF_NAME:
        return bool(_names(a, b)) and on_days_that_meet(a, b)
    answered = together(a, b) and rivals and distance(a, b) <= (NEXT if opposed(x.origin, y.origin) else AT_ONCE)
    if pair.same == OF_TARGET:
        aimed = is_told(a) and is_told(b) and _is_aimed(a, pair) and _is_aimed(b, pair)
        return aimed and told >= (ANSWERED if answered else ONE_STRIKE)
    if pair.same == OF_PLACE:
        return not (_is_beside(a) or _is_beside(b)) and _of_one_place(
            a, b, pair, answered=answered and told >= ANSWERED
        )
    if told >= ONE_THING or (answered and where(x.places, y.places) in (Fit.SAME, None)):
        return True
    near = together(a, b) and distance(a, b) <= NEAR
    if not on_days_that_meet(a, b) or not _shared(a, b, pair):
        return False
    return near or where(x.places, y.places) is Fit.SAME or (told >= SAME_NOUN and has_one_noun(a, b))


def _of_one_place(a: Filed, b: Filed, pair: Opposed, *, answered: bool) -> bool:
    """One town, by its place or by its name in the words; a whole region only where the one answers the other."""
    if is_wide(a.statement.places) or is_wide(b.statement.places):
        return answered
    if answered or (pair.whole and points(a, b) >= SAME_NAME and bool(shared_names(a, b))):
        return True
    if where(a.statement.places, b.statement.places) is not Fit.SAME or not on_days_that_meet(a, b):
        return False
    return _is_short(a) or _is_short(b) or bool(_shared(a, b, pair))


def _saw_for_himself(a: Filed, b: Filed) -> bool:
    """Of one side, in two articles and of two kinds: an outlet repeats what a man of its side saw otherwise."""
    return not together(a, b) and a.statement.origin.kind is not b.statement.origin.kind


def _shared(a: Filed, b: Filed, pair: Opposed) -> frozenset[str]:
    """What both are about, beside the outcomes' own words, the places, and what says nothing."""
    own = {
        term
        for one in (a, b)
        for listed in (pair.left, pair.right)
        for hit in listed.finditer(one.words)
        for term in terms(hit.group())
    }
    places = {word for one in (a, b) for place in one.statement.places for word in name_of(place.text)}
    return frozenset(term for term in (terms(a.words) & terms(b.words)) - own - places - generic() if len(term) > 2)


def _is_aimed(filed: Filed, pair: Opposed) -> bool:
    """The words tell of the target as what was hit: "had struck a depot", not "fighters struck"."""
    hits = [found.start() for listed in (pair.left, pair.right) for found in listed.finditer(filed.words)]
    return any(tells("aimed", filed.words[max(0, at - AIMED) : at]) for at in hits)


def _names(a: Filed, b: Filed) -> frozenset[str]:
    """Names in both that are no places'."""
    places = {word.lower() for one in (a, b) for place in one.statement.places for word in place.text.split()}
    return shared_names(a, b) - places


def _is_turned(before: str) -> bool:
    return tells("negation", " ".join(before.split()[-NOT_WITHIN:])) or bool(_UNSURE.search(before))


def _is_beside(filed: Filed) -> bool:
    """The place is no more than near to where it was: "repelled attacks near Karsk"."""
    return bool(cue("beside").search(filed.words))


def _is_short(filed: Filed) -> bool:
    return bool(_PRONOUN.match(filed.words)) and len(filed.words.split()) <= LATELY
