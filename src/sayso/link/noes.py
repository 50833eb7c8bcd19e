"""Noes: a no that stands against a yes.

    "No barracks stands in that part of the city"    against  "its artillery had hit a barracks next to the market"
    "no permit had been issued"                      against  "We had received the permit"
    "sanctions could not be part of negotiations"    against  "the lifting of sanctions was part of the negotiations"

Known limit: what is said not to be is told by one noun, or by three terms shared; a no in other words is missed.
"""

import re
from functools import cache

from sayso.lexicon.contrary import tells, terms, words
from sayso.lexicon.counting import Fit
from sayso.lexicon.stems import stem
from sayso.link.pairs import FAR, NEAR, distance, on_days_that_meet, together
from sayso.link.scopes import where
from sayso.link.tellers import apart, is_told, opposed
from sayso.model.filed import Filed

FLAT = 3
"""Terms that a no and a yes share: fewer and they may be of two things. One more where they stand in two articles."""

SHARE = 0.35
"""How much of all that both are about they share: three terms of eight."""

SHORTEST = 4

_NONE = re.compile(
    r"^(?:that )?(?:there (?:is|are|was|were|has been|have been) )?(?:no|not a single|not one) ((?:[\w-]+ )?[\w-]+)",
    re.I,
)
_PASSIVE = re.compile(r"\s*(?:had|has|have)?\s*(?:been|was|were|is|are)\s+\w+(?:ed|en|t)\b")
_IF = re.compile(r"\b(?:if|unless|until|whether)\b", re.I)
_WORD = re.compile(r"[\w-]+")


def no_such(no: Filed, yes: Filed) -> str | None:
    """The first says that there is none of what the second tells of, as a sentence."""
    found = _NONE.match(no.words)
    if found is None or not apart(no.statement.origin, yes.statement.origin) or tells("negation", yes.words):
        return None
    noun = _noun(found.group(1))
    if noun is None or noun not in {stem(word) for word in _WORD.findall(yes.words)}:
        return None
    near = together(no, yes)
    place = where(no.statement.places, yes.statement.places)
    if not (near or place in (Fit.SAME, Fit.PART, Fit.WHOLE)) or (near and distance(no, yes) > NEAR):
        return None
    if not on_days_that_meet(no, yes):
        return None
    rest = no.words[found.end() :]
    done = terms(rest) - terms(found.group(1))
    if not _only_exists(found.group(), rest) and not done & terms(yes.words):
        return None
    return f"The one says that there was no {found.group(1).split()[0]}, the other tells of one."


def flat_no(a: Filed, b: Filed) -> str | None:
    """Two sides say one and the same, the one with "not" and the other without, as a sentence."""
    x, y = (tells("negation", one.words) for one in (a, b))
    if x is y or not opposed(a.statement.origin, b.statement.origin) or not (is_told(a) and is_told(b)):
        return None
    ours, theirs = terms(a.words), terms(b.words)
    shared, near = ours & theirs, together(a, b)
    if len(shared) < FLAT + (not near) or len(shared) < SHARE * len(ours | theirs):
        return None
    if _IF.search(a.words) or _IF.search(b.words) or not on_days_that_meet(a, b):
        return None
    if near and distance(a, b) > FAR:
        return None
    if not near and where(a.statement.places, b.statement.places) is not Fit.SAME:
        return None
    return "The one says of it what the other says is not so."


def _noun(phrase: str) -> str | None:
    """What there is none of, as a stem: "barracks stands" is of barracks; None where it is no thing ("no doubt")."""
    first = stem(phrase.split()[0])
    return None if first in _stems("empty") or len(first) < SHORTEST else first


def _only_exists(opening: str, rest: str) -> bool:
    """Nothing but being is denied of it: "no barracks stands there", not "no permit had been issued"."""
    return any(stem(word) in _stems("existing") for word in opening.split()[1:]) and not _PASSIVE.match(rest)


@cache
def _stems(key: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(key))
