"""Denials: one statement says that what another claims is not so.

    "Varnia denies targeting civilians"        against  "shells were aimed at civilians"           by what both are of
    "Ostrel's government rejects the figure"   against  "to hold 31 settlements", just before      by "the figure"
    "any such incursion would be impossible"   against  "it had struck inside Ostrel"              by "such"
    "evidence that contradicts these claims"   against  "it is targeting civilians", just before   by "these claims"
    "the embassy called them a forgery"        against  "one private wrote …"                      by the papers
    "his office denied that he meant the town" against  "We will not hold Tarn"                    by "he", just before

A claim is another's: an outlet's own words are denied by nobody but right after it, and nobody denies those of the own
side unless much speaks for one matter, but an office may those of its head. Limit: what a denial is of is told by
shared words, so that a denial in other words is missed.
"""

import re
from functools import cache, lru_cache

from sayso.lexicon.contrary import cue, passes_on_denial, senses, tells, terms, words
from sayso.lexicon.counting import Fit
from sayso.lexicon.placewords import name_of
from sayso.link.begun import ONE_FIGHT, began
from sayso.link.doers import blamed, doers_of
from sayso.link.matter import places_part, points, shared_names
from sayso.link.pairs import FAR, short
from sayso.link.scopes import dated, happened, where
from sayso.link.tellers import apart, day, is_told, name, opposed, same_teller, side_key
from sayso.model.filed import Filed
from sayso.model.statement import Basis, Certainty, Event

NEAR = 260
"""Code points between a claim and the denial that means it by no more than "the figure": the next sentence, or the one
after it."""

BACK = 3000
"""Code points within which "any such strike" goes back to what was told of."""

CLOSE = 60
"""Code points between a claim and the words of the same sentence that say that something contradicts it."""

WHILE = 30
"""Days between what is claimed and the writing, beyond which a denial without a date means something later."""

SHARE = 0.5
"""How much of what a denial is about the claim must be about, too."""

AT_LEAST = 2
ACROSS = 3
"""Terms shared within an article, and between two."""

WHOLLY = 0.75
"""How much of what a denial is about the claim of another article must be about, where no place ties the two."""

ONE_MATTER = 1.3
"""Points (`sayso.link.matter`) from which a claim and a denial of two articles are of one matter."""

AS_FACT = 2.6
"""Points from which a denial is of what the outlet tells in its own voice."""

SOON_AFTER = 2.0
"""The same, where the denial comes soon after in one article and shares too little with it to be of it by its words."""

OF_ONE_SIDE = 2.0
"""The same, where the two are told by one side."""

Senses = frozenset[frozenset[str]]

DAYS = 3
"""Days between two articles on one matter."""

_CLAIM = re.compile(
    r"\b(?:claims?|reports?|allegations?|accusations?|suggestions?|assertions?|charges?)(?: [\w’']+){0,3}? "
    r"(?:that|of|to have|to be|about) (?P<what>.+?)"
    r"(?= (?:as|is|was|are|were) (?:(?:an?|pure|entirely|completely|simply) )*[\"“]?[\w-]+[\"”]?\W*$|$)",
    re.I,
)
_INNOCENT = re.compile(
    r"\b(?:(?:was|were|is|are|did|had|has|have) (?:not|never) (?:\w+ ){0,2}?"
    r"(?:responsible|behind|involved|target\w*|carr\w+ out)|"
    r"(?:had|has|have|bore|bears?|played) (?:no|nothing) ?(?:\w+ ){0,2}?"
    r"(?:responsibility|role|involvement|part in|hand in|to do with))\b",
    re.I,
)
_QUOTED_LIE = re.compile(
    r"[\"“](?:an? |pure |complete |total |outright |utter )*"
    r"(?:lie|lies|nonsense|fiction|fabrication|fake|invention|illusion|absurd|hoax)[\"”]",
    re.I,
)
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
    how = how or _of_one_matter(claim, against, gap) or _after(claim, against, gap)
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
        or passes_on(filed)
        or pleads_innocent(filed)
        or tells("unreal", filed.words)
        or tells("forged", filed.words)
        or _contradicts(filed)
    )


@lru_cache(maxsize=8192)
def passes_on(filed: Filed) -> bool:
    """The words tell of somebody's denial: "the general staff dismissed the claim that a school had been hit"."""
    return passes_on_denial(filed.words, filed.sentence)


def pleads_innocent(filed: Filed) -> bool:
    """The words say that a side did not do it: "our air force was not responsible for the bombing of the convoy"."""
    return _INNOCENT.search(filed.words) is not None


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
        return "as one of “these claims”" if gap <= CLOSE and is_told(claim) else None
    if tells("forged", against.words) and len(about) <= AT_LEAST:
        paper = x.basis in (Basis.DOCUMENT, Basis.RECORDING) and gap <= FAR and apart_or_paper(claim, against)
        return "as forged" if paper and _introduces(claim) else None
    if tells("forged", against.words) and tells("pictures", against.words) and tells("harm", claim.words):
        return (
            "as staged" if gap <= FAR and shared_names(claim, against) and points(claim, against) >= AS_FACT else None
        )
    if not is_claim(claim):
        return None
    if tells("unreal", against.words) and tells("such", against.words):
        return "as impossible" if _rivals(claim, against) and gap <= BACK and _covers(claim, _matter(against)) else None
    if not (y.certainty is Certainty.DENIED or pleads_innocent(against)) or gap > NEAR:
        return None
    if _is_office_of(claim, against):
        return "as the office of who said it" if _PRONOUN.match(against.words) else None
    if not _rivals(claim, against):
        return None
    if pleads_innocent(against) and blamed(claim) & {side_key(against.statement.origin.side)}:
        return "as to the blame"
    if about - _named("the_figure") - _named("the_claim") - _named("the_blame"):
        return None
    low = against.words.lower()
    if tells("the_figure", low):
        return "with “the figure”" if x.figures else None
    if tells("the_blame", low):
        return "as to the blame" if _blames(claim, against) else None
    return "with “the claim”" if tells("the_claim", low) else None


def _of_one_matter(claim: Filed, against: Filed, gap: int | None) -> str | None:
    """What the denial is about the claim is about, too; in another article of one place and time."""
    if not _denies(against) or not (is_claim(claim) or _is_told_as_fact(claim, against)):
        return None
    if not _rivals(claim, against) and points(claim, against) < OF_ONE_SIDE:
        return None
    if any(tells(key, claim.words) for key in ("aside", "negation", "ceasing")):
        return None
    if began(claim)[0] is not None and began(claim)[0] == began(against)[0] and points(claim, against) >= ONE_FIGHT:
        return "as to who began"
    about, theirs = _matter(against), terms(claim.words)
    shared = frozenset(each for each in about if each & theirs)
    names_told = _named_in(claim) | _named_in(against)
    if len(shared) < SHARE * len(about) or not _is_of_the_deed(about, shared, names_told):
        return None
    if gap is not None:
        one = len(about) == 1 and all(each <= theirs for each in about) and -NEAR < gap <= NEAR
        enough = len(shared) >= AT_LEAST or one
        return "in the same article" if enough else None
    if places_part(claim, against):
        return None
    if len(shared) >= WHOLLY * len(about) and points(claim, against) >= ONE_MATTER:
        return "in another article"
    places = where(claim.statement.places, against.statement.places)
    x, y = happened(claim), happened(against)
    if places in (None, Fit.APART) or x is None or y is None or not x.meets(y, DAYS):
        return None
    rivals = opposed(claim.statement.origin, against.statement.origin)
    return "in another article" if len(shared) >= ACROSS and rivals else None


def _after(claim: Filed, against: Filed, gap: int | None) -> str | None:
    """It comes soon after, whoever tells the claim, and much speaks for one matter: "denied any involvement"."""
    if gap is None or not 0 <= gap <= FAR or is_denial(claim) or not _denies(against):
        return None
    asks = claim.statement.event in (Event.THREATEN, Event.REQUEST)
    return None if asks or points(claim, against) < SOON_AFTER else "soon after"


def _is_told_as_fact(claim: Filed, against: Filed) -> bool:
    """The outlet says in its own voice, shortly before, what somebody then denies."""
    if is_told(claim) or not is_told(against) or tells("denying", claim.words):
        return False
    gap = _gap(claim, against) if claim.statement.document == against.statement.document else -1
    return 0 <= gap <= FAR and points(claim, against) >= AS_FACT and claim.statement.event is not None


def _is_of_the_deed(about: Senses, shared: Senses, named: frozenset[str]) -> bool:
    """More than names is shared: all else that the denial is about, or two words of it."""
    deed = frozenset(each for each in shared if not each <= named)
    return len(deed) >= AT_LEAST or (bool(deed) and deed == frozenset(each for each in about if not each <= named))


def _named_in(filed: Filed) -> frozenset[str]:
    """What the words name: states, places, and whatever is written with a capital within a sentence."""
    places = {word for place in filed.statement.places for word in name_of(place.text)}
    return frozenset(term for word in _NAME.findall(filed.words) for term in terms(word)) | places


def _of_one_time(claim: Filed, against: Filed) -> bool:
    """What is claimed of a day long past is not what a denial without a date is of."""
    x, y = dated(claim), happened(against)
    return x is None or y is None or x.meets(y, WHILE)


def _matter(against: Filed) -> Senses:
    """What a denial is about, without its own words for the claim and for "untrue"."""
    said = cue("denying").sub(" ", cue("forged").sub(" ", cue("unreal").sub(" ", denied_words(against))))
    return frozenset(each for each in senses(said) if not each <= _named("the_claim"))


@lru_cache(maxsize=8192)
def denied_words(against: Filed) -> str:
    """What is denied, where the words tell of the claim: "Varnia's claim that a barracks stood there is wrong"."""
    found = _CLAIM.search(against.words)
    return found.group("what") if found else against.words


def _blames(claim: Filed, against: Filed) -> bool:
    """The claim names the denier's side, or somebody as the one who did it."""
    held = blamed(claim) | doers_of(claim)
    if held:
        return side_key(against.statement.origin.side) in held
    return tells("blaming", claim.words) or against.statement.origin.side in terms(claim.words)


def _denies(against: Filed) -> bool:
    """It is said not to be so, by the teller's word or in the words themselves: "the claim that … is wrong"."""
    if against.statement.certainty is Certainty.DENIED or passes_on(against) or pleads_innocent(against):
        return True
    untrue = next(
        (found for found in (cue("unreal").search(against.words), _QUOTED_LIE.search(against.words)) if found), None
    )
    return bool(
        untrue and (_QUOTED_LIE.search(against.words) or cue("the_claim").search(against.words[: untrue.start()]))
    )


def _covers(claim: Filed, about: Senses) -> bool:
    """All that the denial is about, beside its own words for "untrue"."""
    theirs = terms(claim.words)
    return bool(about) and all(each <= theirs for each in about)


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
