"""Noes: a no that stands against a yes.

    "No barracks stands in that part of the city"    against  "its artillery had hit a barracks next to the market"
    "they knew of no corridor"                       against  "a corridor had been opened"
    "none of them was taken prisoner"                against  "four soldiers had been captured"
    "not one truck has reached the town"             against  "12 trucks with flour had reached Halvar"
    "sanctions could not be part of negotiations"    against  "the lifting of sanctions was part of the negotiations"

Known limit: what is said not to be is told by the words of the clause with the no, near-synonyms folded together.
"""

import re
from functools import cache, lru_cache

from sayso.lexicon.contrary import classes, generic, tells, terms, words
from sayso.lexicon.counting import Fit
from sayso.lexicon.stems import stem
from sayso.link.matter import common, likeness, names, places_part, points, shared_names
from sayso.link.pairs import FAR, NEXT, distance, of_one_time, together
from sayso.link.scopes import where
from sayso.link.tellers import is_told, opposed
from sayso.model.filed import Filed

FLAT = 3
"""Terms that a no and a yes share: fewer and they may be of two things. One more where they stand in two articles."""

SHARE = 0.35
"""How much of all that both are about they share: three terms of eight."""

ONE_MATTER, ONE_FLAT = 1.4, 1.8
"""Points (`sayso.link.matter`) from which a no is of what the other tells."""

ALIKE = 0.5
"""How near in meaning a "not" and the same without it are."""

PAIR = 2
_WHOM = frozenset({"civilian", "military", "protester", "child"})
_WIDE = frozenset({"civilian", "harm", "aid", "captive", "protester", "child"})
_AFTER = re.compile(
    r"(?:ha[sd]|have|in|of|on|at|to|for|by|from|there|here|yet|ever|under|with|near|inside|who|that|was|were|could|would|can|will|did|do|does|into|and|or|\w+ed)",
    re.I,
)
_THERE = re.compile(r"(?:in|on|at|near|over|inside|around|within|there|here)", re.I)
_WORD = re.compile(r"[\w-]+")
HARM = "harm"

ONE_DEED = 0.7
"""The same, where both the thing and what was done with it are told of."""

HALF = 0.5
COVERED = 0.6
"""How much of what a clause says not to be the other must tell of."""

SHORTEST = 4

_CLAUSES = re.compile(r"[,;:.]\s+|\s+[–—-]+\s+|\b(?:but|while|although|and that)\b|\band (?=no |none |nobody |not )")
_NONE = re.compile(r"\b(?:no|not a single|not one|never (?:been|had) (?:an?|any)) ((?:[\w-]+ )?[\w-]+)", re.I)
_NOBODY = re.compile(
    r"\b(?:none(?: of (?:them|these|those|the [\w-]+|its [\w-]+|their [\w-]+))?|nobody|no one|no-one)\b", re.I
)
_WE = re.compile(r"\b(?:we|our)\b", re.I)
_IF = re.compile(
    r"\b(?:say no|said no|if|unless|until|whether|no longer|not only|not just|"
    r"(?:nobody|no one|no-one|none)\b.{0,12}\b(?:say|tell|know|knows|knew|confirm|claimed|sure))\b",
    re.I,
)
_PASSIVE = re.compile(r"\s*(?:had|has|have)?\s*(?:been|was|were|is|are)\s+\w+(?:ed|en|t)\b")


def no_such(no: Filed, yes: Filed) -> str | None:
    """The first says that there is none of what the second tells of, as a sentence."""
    clause = _none_of(no)
    if clause is None:
        return None
    noun, about, word = clause
    told = _told(yes)
    if not (is_told(no) or _WE.search(no.words)) or (word and not _tells_of(yes, word, noun)):
        return None
    done = about - noun - names_told(no)
    if not noun and len(done & told) < COVERED * len(done):
        return None
    if done and not (done & told) - (frozenset() if noun else _pale()):
        return None
    if HARM in noun and not noun & _WHOM and not done and not (shared_names(no, yes) and common(no, yes) - noun):
        return None
    of_it = bool(noun and done) and len(done & told) >= HALF * len(done)
    of_it = of_it or (not noun and done <= told and bool(done & classes()))
    of_it = of_it or (bool(word) and not noun & _WIDE and together(no, yes) and distance(no, yes) <= NEXT)
    of_it = of_it or (not done and where(no.statement.places, yes.statement.places) in (Fit.SAME, Fit.PART, Fit.WHOLE))
    if points(no, yes) < (ONE_DEED if of_it else ONE_MATTER):
        return None
    if together(no, yes) and distance(no, yes) > FAR:
        return None
    return f"The one says that there was no {word}, the other tells of one." if word else _FLAT


def flat_no(a: Filed, b: Filed) -> str | None:
    """Two say one and the same, the one with "not" and the other without, as a sentence."""
    x, y = (tells("negation", one.words) for one in (a, b))
    if x is y or not (is_told(a) and is_told(b)):
        return None
    if _IF.search(a.words) or _IF.search(b.words) or not of_one_time(a, b) or places_part(a, b):
        return None
    near = together(a, b)
    if near and distance(a, b) > FAR:
        return None
    ours, theirs = terms(a.words), terms(b.words)
    shared = (ours & theirs) - (frozenset() if near else names_told(a) | names_told(b))
    one_place = near or where(a.statement.places, b.statement.places) is Fit.SAME
    alike = len(shared) >= max(FLAT + (not near), SHARE * len(ours | theirs))
    if alike and one_place and opposed(a.statement.origin, b.statement.origin):
        return _FLAT
    no, yes = (a, b) if x else (b, a)
    about = _not(no)
    both = about & _told(yes)
    enough = (
        len(both - names_told(no) - names_told(yes)) >= PAIR
        and bool(both & classes())
        and bool(both - generic())
        and len(both) >= COVERED * len(about)
    )
    return _FLAT if enough and likeness(a, b) >= ALIKE and points(a, b) >= ONE_FLAT else None


_FLAT = "The one says of it what the other says is not so."


@lru_cache(maxsize=8192)
def _none_of(filed: Filed) -> tuple[frozenset[str], frozenset[str], str] | None:
    """What there is none of, all that its clause is about, and the noun, which is empty after "none" and "nobody"."""
    for clause in _CLAUSES.split(filed.words):
        if _IF.search(clause):
            continue
        found = _NONE.search(clause)
        if found:
            noun = _noun(found.group(1))
            about = _about(clause)
            if noun is None:
                continue
            of = _about(noun) or frozenset({stem(noun)})
            only = _only_exists(found.group(), clause[found.end() :]) or about <= of
            return of, of if only else about, noun
        if _NOBODY.search(clause):
            about = _about(_NOBODY.sub(" ", clause))
            if about - _pale():
                return frozenset(), about, ""
    return None


@lru_cache(maxsize=8192)
def _not(filed: Filed) -> frozenset[str]:
    """What the clause with the "not" is about."""
    return next((terms(clause) for clause in _CLAUSES.split(filed.words) if tells("negation", clause)), frozenset())


@lru_cache(maxsize=8192)
def _told(filed: Filed) -> frozenset[str]:
    """What is told of in the clauses that have no "no" in them."""
    return frozenset[str]().union(*map(_about, _said_so(filed)))


@lru_cache(maxsize=8192)
def _said_so(filed: Filed) -> tuple[str, ...]:
    """The clauses that have no "no" in them, and no "if"."""
    parts = _CLAUSES.split(filed.words)
    return tuple(clause for clause in parts if not tells("negation", clause) and not _IF.search(clause))


def _about(words: str) -> frozenset[str]:
    """What words are about, with harm of any kind as one."""
    return terms(words) | ({HARM} if tells("harm", words) else frozenset())


def names_told(filed: Filed) -> frozenset[str]:
    """The terms of the names in a statement."""
    return frozenset(term for name in names(filed) for term in terms(name))


@cache
def _pale() -> frozenset[str]:
    """What says nothing by itself of what was done."""
    return generic() - {"kill", "attack"}


def _noun(phrase: str) -> str | None:
    """What there is none of: "barracks stands" is of barracks, "military solution" of a solution; None where it is no
    thing ("no doubt")."""
    parts = phrase.split()
    if stem(parts[0]) in _stems("empty"):
        return None
    verb = len(parts) == 1 or stem(parts[1]) in _stems("existing") or bool(_AFTER.fullmatch(parts[1]))
    noun = parts[0] if verb else parts[1]
    return None if stem(noun) in _stems("empty") or len(stem(noun)) < SHORTEST else noun.lower()


def _tells_of(yes: Filed, word: str, noun: frozenset[str]) -> bool:
    """The other tells of the very thing, or of people or help of that kind."""
    if noun & _WIDE:
        return bool(noun & _WIDE & _told(yes))
    return stem(word) in {stem(each) for clause in _said_so(yes) for each in _WORD.findall(clause)}


def _only_exists(opening: str, rest: str) -> bool:
    """Nothing but being is denied of it: "no barracks stands there", not "no permit had been issued"."""
    if _PASSIVE.match(rest):
        return False
    if _THERE.fullmatch(opening.split()[-1]) and len(opening.split()) > PAIR:
        return True
    return not rest.strip() or any(stem(word) in _stems("existing") for word in opening.split()[1:])


@cache
def _stems(key: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(key))
