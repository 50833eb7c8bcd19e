"""Seats: whose somebody in office is by the house or the land in which the text has just set its scene.

"At a White House briefing the press secretary, Iva Moss, said" makes Moss an official of the United States; "In Ostrel,
too, … The foreign secretary said" one of Ostrel. The limit accepted: a guest who speaks in the house of another state
is taken for its own where nothing else is told of him.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from sayso.read.mentions import How, mentions, occurrences
from sayso.read.parties import ArticleParties

_EDGE = re.compile(r"[.!?][\"”’')]*\s+(?=[\"“‘A-Z])|\n")
_AT_SEAT = re.compile(r"\b(?:at|in|inside|outside|from|during|of|for|by) (?:an? |the )?(?:[\w-]+ )?$|^\W*$", re.I)
_SETS = re.compile(r"^\W*(?:(?:But|And|Meanwhile),? )?(?:[Ii]n|[Aa]cross|[Ff]rom) (?:the )?$")
BACK = 2
"""So many sentences before his own may set the scene for somebody in office."""


@lru_cache(maxsize=256)
def side_of_seat(name: str | None, words: str, article: ArticleParties, scene: bool = True) -> str | None:
    """The state whose seat stands in the sentence that first names somebody, or where a sentence just before is set.

    Without `scene` the seat alone tells.
    """
    at = next((found for form in (words, name) if form for found, _ in occurrences(form, article.text)), -1)
    if at < 0:
        return None
    for back, (start, end) in enumerate(_sentences_back(article.text, at)):
        sentence = article.text[start:end]
        for found in mentions(sentence, article.invented):
            before = sentence[: found.start]
            if not back and found.value.how is How.SEAT and _AT_SEAT.search(before[-40:]):
                return found.value.side
            if scene and back and found.value.how in (How.NAME, How.CAPITAL) and _SETS.search(before):
                return found.value.side
    return None


_OFFICIAL = re.compile(
    r"(?:['’]s)? (?:[a-z]+ ){0,3}?(?i:officials?|minister|ministry|president|spokes\w+|commander|governor|mayor|"
    r"military|army|air force|navy|general|officers?|advis[eo]r|negotiators?|police|intelligence|security|diplomats?|"
    r"authorities|government|prosecutors?)(?: [\w ]{0,40}?)? ?(?:(?:has|have|had|also) )?"
    r"(?:said|says|told|reported|claimed|announced|added|warned|noted|acknowledged)\b"
)
MOSTLY = 2
"""How many times as many officials of one state as of the next must speak for the article to be told from its side."""


@lru_cache(maxsize=8)
def side_of_officials(article: ArticleParties) -> str | None:
    """The state most of whose officials speak in the article: its own need no nationality, "the minister" is theirs."""
    named = (m for m in mentions(article.text, article.invented) if m.value.how in (How.NAME, How.ADJECTIVE, How.SEAT))
    heard = Counter(m.value.side for m in named if _OFFICIAL.match(article.text, m.end)).most_common(2)
    if not heard or (len(heard) > 1 and heard[0][1] < MOSTLY * heard[1][1]):
        return None
    return heard[0][0]


_CABINET = re.compile(
    r"(?:['’]s)? (?:prime minister|premier|foreign (?:minister|secretary)|FM|PM|home secretary|defen[cs]e secretary|"
    r"parliament|MPs|lawmakers|government|chancellor|opposition|cabinet)\b"
)


@lru_cache(maxsize=8)
def side_of_house(article: ArticleParties, times: float | None = None) -> str | None:
    """The state in whose parliament the article is set: whose seats and cabinet it names more often than any other's.

    Oftener by one at least, or by so many `times`.
    """
    named = mentions(article.text, article.invented)
    states = [m for m in named if m.value.how in (How.NAME, How.ADJECTIVE)]
    seen = Counter(m.value.side for m in named if m.value.how is How.SEAT)
    seen.update(m.value.side for m in states if _CABINET.match(article.text, m.end))
    most = seen.most_common(2)
    if len(most) > 1 and most[0][1] < (times * most[1][1] if times else most[1][1] + 1):
        return None
    return most[0][0] if most else None


def _sentences_back(text: str, at: int) -> Iterator[tuple[int, int]]:
    """The sentence that holds an offset, and those before it in the paragraph, the nearest first."""
    start = text.rfind("\n", 0, at) + 1
    stop = text.find("\n", at)
    edges = [start, *(m.end() for m in _EDGE.finditer(text, start, stop if stop >= 0 else len(text)))]
    own = max(i for i, edge in enumerate(edges) if edge <= at)
    edges.append(stop if stop >= 0 else len(text))
    for i in range(own, max(-1, own - BACK - 1), -1):
        yield edges[i], edges[i + 1]
