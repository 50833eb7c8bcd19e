"""Sides placed: the side of somebody by the place that his words name: "the governor of Karsk".

The article's own word on a place ("the Varnian town of Karsk") goes before the gazetteer's. Limit: of two places of one
name the larger is meant.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from sayso.lexicon.load import table
from sayso.model.statement import OriginKind
from sayso.read.capacities import capacities
from sayso.read.mentions import How, mentions, occurrences
from sayso.read.nearby import dateline
from sayso.read.parties import ArticleParties
from sayso.read.side_told import IMPARTIAL

CountryOf = Callable[[str], str | None]
_PLACE = re.compile(r"[A-ZÀ-Þ][\w'’-]*[a-zà-ÿ][\w'’-]*(?: [A-ZÀ-Þ][\w'’-]+){0,2}")
_LOCATED = r"(?:city|town|village|region|province|district|port|capital|oblast|area|suburb|settlement|border town)"
_PLACED_BEFORE = re.compile(rf"([A-Z][\w’'-]+)(?:['’]s)? (?:[a-z-]+ ){{0,2}}{_LOCATED} of $")
_PLACED_AFTER = re.compile(rf"(?: {_LOCATED})?,? in (?:[a-z-]+ ){{0,2}}([A-Z][\w’'-]+)|, ([A-Z][\w’'-]+)")
_HAILS = re.compile(r"\b(?:of|from|lives in|living in|born in) [A-ZÀ-Þ]|\b[A-ZÀ-Þ][\w’']+ based\b")
_IN = re.compile(r"\b(?:of|in|from|at|near|the) $")
_ITS_OFFICE = re.compile(r"['’]?s? [a-z]+| (?:Governor|Mayor|Province|Region|based)\b")


def from_place(words: str, kind: OriginKind, article: ArticleParties, country_of: CountryOf | None) -> str | None:
    """The side of an official or a resident of a place, by the state in which the place lies."""
    spoken = set(capacities(words))
    words = words.replace("-based", " based")
    if "rebel" in words.lower() or "expert" in spoken or ("press" in spoken and "photographer" not in words):
        return None
    hails = kind is OriginKind.PERSON and _HAILS.search(words)
    if not (hails or spoken & {"official", "soldier", "resident", "relative", "witness"}):
        return None
    if IMPARTIAL.search(words):
        return None
    for match in _PLACE.finditer(words):
        whole = match.group(0)
        if whole in _platforms() or _THEIR_RULE.match(words, match.end()):
            continue
        place = _TITLED.sub("", whole)
        end = match.start() + len(place)
        if not (_IN.search(words[: match.start()]) or _ITS_OFFICE.match(words, end)):
            continue
        holder = article.holder(place)
        if holder and (spoken & {"official", "soldier"} or not holder.states):
            return holder.side
        state = _placed_by_article(place, article) or ((country_of(place) or country_of(whole)) if country_of else None)
        if state and (state in article.concerned or "official" in spoken or state == article.main):
            return state
    return None


_TITLED = re.compile(
    r" (?:Governor|Mayor|Province|Region|City|Oblast|Police|Military|Regional|District|Command|Council|Hospital)\b.*$"
)
# "Moss’s regime" is named for a person.
_THEIR_RULE = re.compile(r"['’]?s? (?:own )?(?:regime|administration|presidency|cabinet)\b", re.I)


@lru_cache(maxsize=1)
def _platforms() -> frozenset[str]:
    return frozenset(map(str, table("relays")["platforms"]))


@lru_cache(maxsize=512)
def _placed_by_article(place: str, article: ArticleParties) -> str | None:
    """The state that the article itself puts a place in: "the Varnian town of Karsk", "Karsk, in eastern Varnia"."""
    for start, end in occurrences(place, article.text):
        before = _PLACED_BEFORE.search(article.text[max(0, start - 60) : start])
        after = _PLACED_AFTER.match(article.text, end)
        name = before.group(1) if before else (after.group(1) or after.group(2)) if after else None
        found = mentions(name, article.invented) if name else ()
        if found and found[0].value.how in (How.NAME, How.ADJECTIVE):
            return found[0].value.side
    return None


def from_scene(words: str, kind: OriginKind, article: ArticleParties, country_of: CountryOf | None) -> str | None:
    """Of private people of whom nothing is told, the state of the dateline, where the article concerns that state."""
    private = {"resident", "relative", "witness"} >= set(capacities(words))
    place = dateline(article.text)
    if place is None or not private or kind not in (OriginKind.PERSON, OriginKind.UNNAMED_PERSON, OriginKind.GROUP):
        return None
    state = _placed_by_article(place, article) or (country_of(place) if country_of else None)
    return state if state in article.concerned else None
