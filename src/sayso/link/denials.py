"""Denials: one statement says that what another claims is not so.

    "Varnia denies targeting civilians"        against  "shells were aimed at civilians"           by what both are of
    "Ostrel's government rejects the figure"   against  "to hold 31 settlements", just before      by "the figure"
    "any such incursion would be impossible"   against  "it had struck inside Ostrel"              by "such"
    "evidence that contradicts these claims"   against  "it is targeting civilians", just before   by "these claims"
    "the embassy called them a forgery"        against  "one private wrote …"                      by the papers
    "his office denied that he meant the town" against  "We will not hold Tarn"                    by "he", just before

A claim is another's: an outlet's own words are denied by nobody, and nobody denies those of the own side, but an office
may those of its head. Limit: what a denial is of is told by shared words, so that a denial in other words is missed.
"""

import re
from functools import cache, lru_cache

from sayso.lexicon.contrary import cue, tells, terms, words
from sayso.lexicon.counting import Fit
from sayso.lexicon.placewords import name_of
from sayso.link.pairs import FAR, short
from sayso.link.scopes import dated, happened, where
from sayso.link.tellers import apart, day, is_told, name, opposed, same_teller
from sayso.model.filed import Filed
from sayso.model.statement import Basis, Certainty, Event

NEAR = 260
"""Code points between a claim and the denial that means it by no more than "the figure": the next sentence, or the one
after it."""

CLOSE = 60
"""Code points between a claim and the words of the same sentence that say that something contradicts it."""

WHILE = 30
"""Days between what is claimed and the writing, beyond which a denial without a date means something later."""

SHARE = 0.5
"""How much of what a denial is about the claim must be about, too."""

AT_LEAST = 2
ACROSS = 3
"""Terms shared within an article, and between two."""

DAYS = 3
"""Days between two articles on one matter."""

_NAME = re.compile(r"(?<!^)(?<![.!?] )\b[A-Z][\w’'-]+")
_HERE = re.compile(r"\b(?:these|those|this|that|the|its|their|his|her|such) (\w+)")
_PRONOUN = re.compile(r"^(?:that )?(?:he|she|they|it)\b", re.I)


def denial(claim: Filed, against: Filed) -> str | None:
    """Why the second denies the first, as a sentence; None where it does not."""
    if not is_denial(against) or same_teller(claim, against) or not _of_one_time(claim, against):
        return None
    if claim.statement.certainty is Certainty.DENIED and not _contradicts(against):
        return None
    together = claim.statement.document == against.statement.document
    gap = _gap(claim, against) if together else None
    how = _of_the_claim(claim, against, gap) if gap is not None else None
    how = how or _of_one_matter(claim, against, gap)
    if how is None:
        return None
    return (
        f"{name(claim)} ({day(claim)}) claims “{short(claim.words)}”; "
        f"{name(against)} ({day(against)}) denies it {how}: “{short(against.words)}”."
    )


@lru_cache(maxsize=8192)
def is_denial(filed: Filed) -> bool:
    """The statement says that something is not so."""
    return (
        filed.statement.certainty is Certainty.DENIED
        or tells("unreal", filed.words)
        or tells("forged", filed.words)
        or _contradicts(filed)
    )


def is_claim(filed: Filed) -> bool:
    """Somebody claims something in it that another may deny: no threat, no demand, and no denial passed on."""
    asks = filed.statement.event in (Event.THREATEN, Event.REQUEST)
    return is_told(filed) and not asks and not tells("denying", filed.words)


def _of_the_claim(claim: Filed, against: Filed, gap: int) -> str | None:
    """What the denial means by a word for the claim, which stands shortly before it."""
    x, y = claim.statement, against.statement
    if gap < 0:
        return None
    about = terms(against.words)
    if _contradicts(against):
        return "by “these claims”" if gap <= CLOSE and is_told(claim) else None
    if tells("forged", against.words) and len(about) <= AT_LEAST:
        paper = x.basis in (Basis.DOCUMENT, Basis.RECORDING) and gap <= FAR and apart_or_paper(claim, against)
        return "as forged" if paper and _introduces(claim) else None
    if not is_claim(claim):
        return None
    if tells("unreal", against.words) and tells("such", against.words):
        return "as impossible" if _rivals(claim, against) and gap <= FAR and _covers(claim, _matter(against)) else None
    if y.certainty is not Certainty.DENIED or gap > NEAR:
        return None
    if _is_office_of(claim, against):
        return "for its head" if _PRONOUN.match(against.words) else None
    if not _rivals(claim, against):
        return None
    if about - _named("the_figure") - _named("the_claim") - _named("the_blame"):
        return None
    low = against.words.lower()
    if tells("the_figure", low):
        return "by “the figure”" if x.figures else None
    if tells("the_blame", low):
        return "by the blame" if _blames(claim, against) else None
    return "by “the claim”" if tells("the_claim", low) else None


def _of_one_matter(claim: Filed, against: Filed, gap: int | None) -> str | None:
    """What the denial is about the claim is about, too; in another article of one place and time."""
    if not (_denies(against) and is_claim(claim) and _rivals(claim, against)):
        return None
    if any(tells(key, claim.words) for key in ("aside", "negation", "ceasing")):
        return None
    about, theirs = _matter(against), terms(claim.words)
    shared = about & theirs
    if len(shared) < SHARE * len(about) or not _is_of_the_deed(about, shared, _named_in(claim) | _named_in(against)):
        return None
    if gap is not None:
        enough = len(shared) >= AT_LEAST or (len(about) == 1 and -NEAR < gap <= NEAR)
        return "in the same article" if enough else None
    places = where(claim.statement.places, against.statement.places)
    x, y = happened(claim), happened(against)
    if places in (None, Fit.APART) or x is None or y is None or not x.meets(y, DAYS):
        return None
    return "elsewhere" if len(shared) >= ACROSS and opposed(claim.statement.origin, against.statement.origin) else None


def _is_of_the_deed(about: frozenset[str], shared: frozenset[str], names: frozenset[str]) -> bool:
    """More than names is shared: all else that the denial is about, or two terms of it."""
    deed = shared - names
    return len(deed) >= AT_LEAST or (bool(deed) and deed == about - names)


def _named_in(filed: Filed) -> frozenset[str]:
    """What the words name: states, places, and whatever is written with a capital within a sentence."""
    places = {word for place in filed.statement.places for word in name_of(place.text)}
    return frozenset(term for word in _NAME.findall(filed.words) for term in terms(word)) | places


def _of_one_time(claim: Filed, against: Filed) -> bool:
    """What is claimed of a day long past is not what a denial without a date is of."""
    x, y = dated(claim), happened(against)
    return x is None or y is None or x.meets(y, WHILE)


def _matter(against: Filed) -> frozenset[str]:
    """What a denial is about, without its own words for the claim and for "untrue"."""
    return terms(cue("unreal").sub(" ", against.words)) - _named("the_claim")


def _blames(claim: Filed, against: Filed) -> bool:
    """The claim names the denier's side, or somebody as the one who did it."""
    return tells("blaming", claim.words) or against.statement.origin.side in terms(claim.words)


def _denies(against: Filed) -> bool:
    """It is said not to be so, by the teller's word or in the words themselves: "the claim that … is wrong"."""
    if against.statement.certainty is Certainty.DENIED:
        return True
    untrue = cue("unreal").search(against.words)
    return bool(untrue and cue("the_claim").search(against.words[: untrue.start()]))


def _covers(claim: Filed, about: frozenset[str]) -> bool:
    """All that the denial is about, beside its own words for "untrue"."""
    return bool(about) and about <= terms(claim.words)


def _rivals(claim: Filed, against: Filed) -> bool:
    return apart(claim.statement.origin, against.statement.origin)


def apart_or_paper(claim: Filed, against: Filed) -> bool:
    """Papers may be called forged by those whose they are held to be."""
    return claim.statement.origin.name != against.statement.origin.name


def _introduces(claim: Filed) -> bool:
    """The words that bring in a paper: "one private wrote"."""
    return tells("writing", claim.sentence)


def _is_office_of(claim: Filed, against: Filed) -> bool:
    head, office = claim.statement.origin.name, against.statement.origin.name
    if not head or not office or head == office:
        return False
    return head.split()[-1] in re.split(r"['’\s]+", office)


@lru_cache(maxsize=8192)
def _contradicts(filed: Filed) -> bool:
    found = cue("contradicting").search(filed.words)
    if not found:
        return False
    object_ = _HERE.search(filed.words, found.end())
    return bool(object_ and object_.group(1).lower() in words("the_claim") | {"denial", "denials"})


def _gap(claim: Filed, against: Filed) -> int:
    """Code points from the end of the claim to the start of the denial; below nought where the denial stands before."""
    x, y = claim.statement.content, against.statement.content
    if x == y:
        return 0
    first, last = x[0][0], x[-1][1]
    start = y[0][0]
    return max(0, start - last) if start >= first else start - first


@cache
def _named(key: str) -> frozenset[str]:
    return frozenset().union(*(terms(word) for word in words(key)))
