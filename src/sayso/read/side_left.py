"""Sides left: whose an origin is where neither its words nor its name tell, by the article as a whole.

"The official said" in an article about one state's officials is one of theirs. Limit: this is what a reader would bet
on, and no more.
"""

import re

from sayso.model.statement import NO_SIDE, OriginKind
from sayso.read.capacities import capacities
from sayso.read.nearby import STATE_OFFICE, side_near, side_of_like
from sayso.read.parties import ArticleParties, armed_parties
from sayso.read.seats import side_of_house, side_of_officials, side_of_seat

_ADMINISTRATIVE = re.compile(
    r"(?<!-)\b(?:[Tt]he|[A-Z][\w-]+|[Ss]enior|an?|[Tt]his|[Hh]is|[Hh]er|own) [Aa]dministration\b(?! head| of )"
)
_HAS_ADMINISTRATIONS = "US"
"""The state whose government English calls an administration, under whichever president."""


def of_the_administration(words: str, article: ArticleParties) -> str | None:
    """Of "the administration" and "Moss Administration", where nothing else tells, the one that goes by that word."""
    known = any(side == _HAS_ADMINISTRATIONS for side, _ in article.counts)
    return _HAS_ADMINISTRATIONS if known and _ADMINISTRATIVE.search(words) else None


FOREMOST, FAR_FOREMOST = 1.33, 2.0
"""How much oftener than the next a state must be named to be that of a man or woman of the people; and of somebody of
whom nothing at all is told, who may be anybody."""


def from_part(words: str, kind: OriginKind, article: ArticleParties) -> str | None:
    """Of somebody with a name and no office, the state with the greatest part in the article."""
    spoken = set(capacities(words))
    if kind is not OriginKind.PERSON or {"official", "expert", "press"} & spoken:
        return None
    states = [(side, n) for side, n in article.counts if side in article.concerned and side not in armed_parties()]
    next_most = states[1][1] if len(states) > 1 else 0
    return states[0][0] if states and states[0][1] >= (FOREMOST if spoken else FAR_FOREMOST) * next_most else None


def from_context(
    name: str | None, words: str, role: str, own: str, kind: OriginKind, article: ArticleParties
) -> str | None:
    """The side that the text around tells: of an official the nearest, of others first the article's one state."""
    if like := side_of_like(name, words, kind, article):
        return like
    if _LEGISLATOR.search(own) and (house := side_of_house(article)):
        return house
    in_office = bool(STATE_OFFICE.search(own))
    if in_office and _CIVIL_OFFICE.search(own) and (house := side_of_house(article, CLEARLY)):
        return house
    if in_office and kind is not OriginKind.ORGANIZATION and (seat := side_of_seat(name, words, article)):
        return seat
    home = side_of_officials(article) if in_office and len(article.belligerents) > 1 and not article.theatre else None
    near = home or (None if _LEGISLATOR.search(own) else side_near(name, words, role, kind, article))
    if near in armed_parties() and _STATELY.search(own):
        near = None
    main = _from_main(own, kind, article)
    return near or main if "official" in capacities(own) else main or near


_STATELY = re.compile(r"\b(?:security|intelligence|police|government|diplomatic|defen[cs]e|customs|judicial)\b", re.I)
# Whose parliament it is that somebody sits in the place of the fighting does not tell.
CLEARLY = 1.5
"""How much oftener than the next a state's house must be named to be that of a minister of schools or of health."""
_LEGISLATOR = re.compile(r"\b(?:MPs?|[Mm]embers? of [Pp]arliament|[Ss]enators?|[Ll]awmakers?|[Ll]egislators?)\b")
# Ministers who speak of a war abroad for their own government.
_CIVIL_OFFICE = re.compile(
    r"\b(?:schools?|education|health|transport|culture|environment|energy|trade|business|home|finance|treasury|justice|"
    r"labou?r|housing|communities|veterans|armed forces|security) (?:\w+ )?(?:minister|secretary)\b"
)


def _from_main(words: str, kind: OriginKind, article: ArticleParties) -> str | None:
    """The article's one state, for those who speak for a state or live in it while it fights."""
    spoken = set(capacities(words))
    if article.main and ({"official", "soldier"} & spoken or kind in (OriginKind.ORGANIZATION, OriginKind.OUTLET)):
        return article.main
    if not article.belligerents:
        return None if {"official", "soldier"} & spoken else NO_SIDE
    if article.main in article.belligerents and kind not in (OriginKind.DOCUMENT, OriginKind.RECORDING):
        return article.main if {"official", "soldier"} & spoken else article.ground or article.main
    return None
