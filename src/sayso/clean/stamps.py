"""Lines of a page that are dates, weather or menus: "Tuesday, February 27, 2024", "2.8 C", "World | Sport | Weather".

Each rule is a named function on one line in its place. The limit accepted: in the midst of the article a bare date is
the heading of a chronicle's entry, and is left alone.
"""

import re

from sayso.clean.lines import SHORT, VERB, Line
from sayso.lexicon.calendar import Expression
from sayso.lexicon.expressions import expressions
from sayso.lexicon.furniture import furniture_words, plain

EDGE = 3
"""Lines from the top or the foot: farther in, a bare date is the heading of a chronicle's entry."""
ITEM = 6
"""Words of an item between the bars of a menu; a headline with its site's name behind a bar has more."""
MENU = 4
"""Items: so many short ones between bars are a menu, whatever they say; fewer need a word that menus have."""
LABEL = 6
"""Words beside the date of a stamp, as in "Karsk bureau, 14 March 2024, 21:40"."""

_WEATHER = re.compile(r"^[-–−+]?\d{1,2}(?:[.,]\d)?\s?°?\s?[CF]?°?(?:\s[A-Z]\w+(?:\s\w+)?)?$")
_DEGREES = re.compile(r"°|\d\s?[CF]\b")
_FORECAST = re.compile(r"(?<!\d)[-–−+]?\d{1,2}(?:[.,]\d)?\s?(?:°\s?[CF]?|℃|℉)(?!\w)")
_BARS = re.compile(r"\s*[|·•»›>]\s+|\s+/\s+")
_DATE_LABELS = re.compile(
    r"\b(?:published|publication|updated?|last|modified|posted|filed|created|issued?|released?|on|at|by|of|date|first|gmt|utc|bst|est|edt|cet|cest|ist|msk|am|pm|"
    r"a\.m|p\.m|hrs|min|read|minutes?|ago|hours?)\b"
    r"|\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\b|\b\d{4}\b(?=\s*(?:gmt|utc|hrs)?)|[|•·,:()\[\]–—\-+/]|\s",
    re.I,
)
_DATE_WORDS = re.compile(r"\b(?:on|at|by|the)\b", re.I)
_DATED = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\b|\b(?:1[89]|20)\d\d\b|\d:\d")
TIME = re.compile(r"\b\d{1,2}[:.h]\d{2}\b")


def is_weather(line: Line) -> bool:
    """As in "2.8 C", "-4° Karsk", and outside the sentences "Karsk 4 °C, light rain"."""
    if line.words <= 4 and _WEATHER.match(line.text) and _DEGREES.search(line.text):
        return True
    return line.outside and not line.ended and _is_forecast(line.text)


def _is_forecast(words: str) -> bool:
    return bool(_FORECAST.search(words)) and len(words.split()) <= SHORT and not VERB.search(words)


def is_date_line(line: Line) -> bool:
    """As in "Tuesday, February 27, 2024", "27.02.2026 - Update : 27.02.2026": dates, times, labels, nothing else."""
    if line.words > SHORT or not _DATED.search(line.text):
        return False
    found, left = _without_dates(line.text)
    if _DATE_LABELS.sub("", left).strip(". ") or not (any(e.day for e in found) or TIME.search(line.text)):
        return False
    stamped = bool(TIME.search(line.text)) or any(c.isalpha() for c in _DATE_WORDS.sub("", left))
    at_edge = line.outside or line.index < EDGE or line.index >= line.count - EDGE
    return stamped or (at_edge and any(e.year or e.weekday is not None for e in found))


def is_labelled_date(line: Line) -> bool:
    """As in "Bulletin, Thursday 14 March 2024, 06:00": a full date and its time with a few words, above the article."""
    if line.title or not line.outside or line.ended or not TIME.search(line.text) or VERB.search(line.text):
        return False
    found, left = _without_dates(line.text)
    return any(e.date for e in found) and len(re.findall(r"[^\W\d_]+", left)) <= LABEL


def _without_dates(words: str) -> tuple[list[Expression], str]:
    rest = list(words)
    found = [e for e in expressions(words) if e.day or e.month or e.year or e.weekday is not None]
    for expression in found:
        start, end = expression.core
        rest[start:end] = " " * (end - start)
    return found, "".join(rest)


def is_bar(line: Line) -> bool:
    """As in "World | Politics | Weather | Contacts", "Home > The war", "Posted on 5 May 2024 | Cite this brief"."""
    if not line.outside or line.title or line.ended or line.words > 3 * SHORT:
        return False
    items = [item for item in _BARS.split(line.text) if plain(item)]
    if len(items) < 2 or any(len(item.split()) > ITEM for item in items):
        return False
    return len(items) >= MENU or any(_is_page_word(item) for item in items)


def _is_page_word(item: str) -> bool:
    """Whether an item between bars is a button, a section, a date alone or the weather."""
    words = furniture_words()
    if plain(item) in words.lines or plain(item) in words.sections or _is_forecast(item):
        return True
    found, left = _without_dates(item) if any(c.isdigit() for c in item) else ([], item)
    return any(e.day and (e.year or e.weekday is not None) for e in found) and not _DATE_LABELS.sub("", left).strip(
        ". "
    )
