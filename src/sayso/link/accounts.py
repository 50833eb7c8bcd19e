"""Accounts that cannot both hold: opposed outcomes of one thing, a no against a yes, one deed with two doers.

    "The road bridge at Ozrel has been blown up"     against  "It stands"
    "a million people had fled to Varnia"            against  "people have been taken there against their will"
    "hit a barracks next to the market"              against  "No barracks stands in that part of the city"
    "sanctions were part of the negotiations"        against  "sanctions could not be part of negotiations"
    "the market was hit by Varnian shells"           against  "Ostrel's own rocket came down on the market"

Told by two who are not of one side, of one place and of days that meet. Outcomes are those of `conflict_words.yaml`;
for the no and the doers see `noes` and `doers`. Limit: outcomes are told by their words: irony is taken at its word.
"""

import re
from functools import lru_cache

from sayso.lexicon.contrary import OF_NAME, OF_PLACE, Opposed, any_outcome, cue, generic, tells, terms
from sayso.lexicon.contrary import opposed as opposed_outcomes
from sayso.lexicon.counting import Fit
from sayso.lexicon.placewords import name_of
from sayso.link.doers import two_doers
from sayso.link.noes import flat_no, no_such
from sayso.link.pairs import FAR, NEAR, NEXT, distance, on_days_that_meet, short, together
from sayso.link.scopes import is_wide, where
from sayso.link.tellers import apart, day, is_told, name, opposed, same_teller
from sayso.model.filed import Filed
from sayso.model.statement import Certainty

LATELY = 5
"""Words of a statement that says no more than what became of a thing: "It stands"."""

NOT_WITHIN = 3
"""Words before an outcome among which "not" turns it."""

_PRONOUN = re.compile(r"(?:it|they|he|she)\b", re.I)
_UNSURE = re.compile(r"\b(?:if|whether|would|could|might|may|unless|threaten\w*|plan\w*|want\w*|will)\b", re.I)
_NAME = re.compile(r"(?<![.!?“\"] )(?<!^)\b[A-Z][\w’'-]{2,}")


def account(a: Filed, b: Filed) -> str | None:
    """Why two statements tell what cannot both have been, as a sentence; None where they do not. In any order."""
    if same_teller(a, b) or Certainty.DENIED in (a.statement.certainty, b.statement.certainty):
        return None
    if not (is_told(a) or is_told(b)) or (together(a, b) and distance(a, b) > FAR):
        return None
    why = _outcomes(a, b) or no_such(a, b) or no_such(b, a) or flat_no(a, b) or two_doers(a, b)
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
    ours = outcomes_of(a)
    theirs = outcomes_of(b) if ours else ()
    for pair in opposed_outcomes():
        told = (
            [left for name_, left in ours if name_ == pair.name],
            [left for name_, left in theirs if name_ == pair.name],
        )
        if all(len(sides) == 1 for sides in told) and told[0] != told[1] and _of_one_thing(a, b, pair):
            return f"Both cannot hold: {pair.name}."
    return None


def _of_one_thing(a: Filed, b: Filed, pair: Opposed) -> bool:
    x, y = a.statement, b.statement
    if not (apart(x.origin, y.origin) or _saw_for_himself(a, b)) or not on_days_that_meet(a, b):
        return False
    place = where(x.places, y.places)
    if pair.same == OF_NAME:
        return bool(_names(a) & _names(b))
    if pair.same == OF_PLACE:
        if place is not Fit.SAME or is_wide(x.places) or is_wide(y.places) or _is_beside(a) or _is_beside(b):
            return False
        return _is_short(a) or _is_short(b) or bool(_shared(a, b, pair))
    if together(a, b) and distance(a, b) <= NEXT and place in (Fit.SAME, None) and opposed(x.origin, y.origin):
        return True
    return ((together(a, b) and distance(a, b) <= NEAR) or place is Fit.SAME) and bool(_shared(a, b, pair))


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


def _names(filed: Filed) -> frozenset[str]:
    """Names in the words that are no places'."""
    places = {word for place in filed.statement.places for word in place.text.split()}
    return frozenset(_NAME.findall(filed.words)) - places


def _is_turned(before: str) -> bool:
    return tells("negation", " ".join(before.split()[-NOT_WITHIN:])) or bool(_UNSURE.search(before))


def _is_beside(filed: Filed) -> bool:
    """The place is no more than near to where it was: "repelled attacks near Karsk"."""
    return bool(cue("beside").search(filed.words))


def _is_short(filed: Filed) -> bool:
    return bool(_PRONOUN.match(filed.words)) and len(filed.words.split()) <= LATELY
