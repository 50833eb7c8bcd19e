"""The head of a page: what stands above the headline and is not yet the article.

"KARSK POST / News from the line since the first day / 14/03/2024 / Home > The war", then a blank line and the headline.
The name of the outlet is told from a headline by what stands beside it: a menu, a stamp, the words that outlets have
in their names. The limit accepted: a name that stands alone over a headline, and says nothing of press, passes for
a headline.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.clean.lines import TEASER, VERB, Line, lines_of
from sayso.clean.stamps import is_bar, is_date_line, is_labelled_date, is_weather
from sayso.lexicon.furniture import furniture_words, plain
from sayso.lexicon.outlets import is_outlet_name, own_sites

MOST_LINES = 40
MOST_CHARACTERS = 4000
NAME = 6
TAGLINE = 10
SENTENCE = 12
"""Words, with a full stop: where the first such line stands, the article has begun."""
_LIGHT = frozenset(
    ["the", "of", "and", "for", "in", "on", "de", "la", "le", "el", "al", "der", "die", "das", "des", "du", "und"]
)
_NAME_LINE = re.compile(r"^[\w.&’'\-/ ]{3,50}(?:\s\([\w.&’'\- ]{2,20}\))?$")


@dataclass(frozen=True, slots=True)
class Head:
    """The line of the masthead, if any, and every line above the article that is the page's own."""

    masthead: int | None
    marked: frozenset[int]


def head(lines: Sequence[Line]) -> Head:
    """The head of a page by its lines."""
    top = list(lines[: _begins(lines)])
    page = {line.index for line in top if _is_page_line(line)}
    first = next((line for line in top if line.index not in page and not _is_button(line)), None)
    if first is None or not _is_masthead(first, top, page):
        return Head(None, frozenset(page))
    page.add(first.index)
    page |= _taglines(first, top, page)
    return Head(first.index, frozenset(page))


def masthead(text: str) -> str | None:
    """The outlet's name over the page, as printed."""
    lines = lines_of(text[:MOST_CHARACTERS])
    index = head(lines).masthead
    return None if index is None else lines[index].text


def _begins(lines: Sequence[Line]) -> int:
    """The index of the first line of the article's text."""
    for line in lines[:MOST_LINES]:
        if line.words > TEASER or (line.words > SENTENCE and line.ended):
            return line.index
    return min(len(lines), MOST_LINES)


def _is_page_line(line: Line) -> bool:
    return is_bar(line) or is_date_line(line) or is_labelled_date(line) or is_weather(line)


def _is_button(line: Line) -> bool:
    words = furniture_words()
    return plain(line.text) in words.lines or plain(line.text) in words.sections


def _is_masthead(first: Line, top: Sequence[Line], page: set[int]) -> bool:
    """Whether the first line that is no menu is the outlet's name."""
    if not _is_name(first):
        return False
    beside = [line for line in top if line.block == first.block and line.index in page]
    headline = any(
        line.index > first.index and line.index not in page and line.words >= 3 and not _is_button(line) for line in top
    )
    if is_outlet_name(first.text):
        return headline or bool(beside)
    menu = any(is_bar(line) for line in beside)
    return headline and (menu or (first.text.isupper() and bool(beside)))


def _is_name(line: Line) -> bool:
    """As in "The Karsk Post", "Varnian News Agency (VNA)": a few words, each with a capital."""
    if line.ended or not 1 <= line.words <= NAME or not _NAME_LINE.match(line.text):
        return False
    if line.words == 1 and "".join(line.text.casefold().split()) not in own_sites():
        return False
    words = [word for word in re.findall(r"[^\W\d_][\w’'.-]*", line.text) if word.casefold() not in _LIGHT]
    return bool(words) and all(word[0].isupper() for word in words) and not VERB.search(line.text)


def _taglines(first: Line, top: Sequence[Line], page: set[int]) -> set[int]:
    """The other lines under the outlet's name, where a blank line sets them off from a headline below."""
    after = [line for line in top if line.block > first.block and line.index not in page and line.words >= 3]
    if not after:
        return set()
    return {
        line.index
        for line in top
        if line.block == first.block and line.index not in page and line.words <= TAGLINE and not line.ended
        and not VERB.search(line.text)
    }  # fmt: skip
