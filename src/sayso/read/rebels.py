"""Rebels: whose rebels and whose regime a text speaks of, where it does not say so each time.

"Syria's civil war" makes "the rebels" Syria's and "a pro-regime source" one of its government. The limit accepted: one
rebellion an article.
"""

import re
from collections import Counter
from functools import lru_cache

from sayso.lexicon.load import table
from sayso.read.mentions import How, mentions
from sayso.read.parties import ArticleParties

_REBELLION = re.compile(
    r"(?:['’]?s)? (?:\w+-[\w-]+ |armed |main |moderate |political |exiled |bloody |brutal )?"
    r"(?:rebels?|insurgents?|opposition|revolution|uprising|civil war|insurgency|regime)\b"
)


@lru_cache(maxsize=8)
def rebellious(text: str) -> str | None:
    """The state whose rebels, uprising or civil war the article speaks of most: "Syria’s civil war"."""
    named = (m for m in mentions(text) if m.value.how in (How.NAME, How.ADJECTIVE) and _REBELLION.match(text, m.end))
    most = Counter(m.value.side for m in named).most_common(1)
    return most[0][0] if most else None


_REBELS = re.compile(
    r"\b(?:rebels?(?:-held)?|insurgents?|insurgency|uprising|civil war|armed opposition)\b|\b[Ii]slamist factions\b",
    re.I,
)
AT_CIVIL_WAR = 3
"""So many words of rebels and uprising make an article one of a civil war."""


@lru_cache(maxsize=8)
def divided(article: ArticleParties) -> str | None:
    """The state that is at war with itself in the article: whose people may be on either side, or on none."""
    if len(_REBELS.findall(article.text)) < AT_CIVIL_WAR:
        return None
    return rebellious(article.text) or article.theatre or article.main or _around_rebels(article)


NEAR_REBELS = 60
"""How far from a word of rebels, in code points, the name of their state may stand."""


def _around_rebels(article: ArticleParties) -> str | None:
    """The state that stands most often beside rebels: "rebel-held Tarn in Ostrel"."""
    text = article.text
    near: Counter[str] = Counter()
    for found in _REBELS.finditer(text):
        window = text[max(0, found.start() - NEAR_REBELS) : found.end() + NEAR_REBELS]
        near.update({m.value.side for m in mentions(window, article.invented) if m.value.how is How.NAME})
    most = near.most_common(2)
    return most[0][0] if most and (len(most) == 1 or most[0][1] > most[1][1]) else None


def rebels_of(state: str | None) -> str:
    """How the rebels of a state are called: "Syrian rebels"."""
    if state is None:
        return "rebels"
    row = table("nations").get(state)
    return f"{row['adjectives'][0] if row and row['adjectives'] else state} rebels"


_WHOSE_SEPARATISTS = re.compile(
    r"\b(?:[A-Z][\w’'-]*-backed|pro-[A-Z]\w+|(?!The|These|Those|But|And)[A-Z][a-z]+) separatists\b"
)


def separatists(words: str, article: ArticleParties) -> str:
    """The separatists' name: their republic's where the article names it, else the fullest that it calls them."""
    republic = next((side for side, _ in article.counts if "Republic" in side), None)
    fuller = _WHOSE_SEPARATISTS.search(article.text)
    return republic or (fuller.group(0) if fuller else "separatists")
