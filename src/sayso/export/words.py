"""The words in which a view tells what was read: plain English for the values of a statement."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from math import isfinite

from sayso.model.document import Document
from sayso.model.person import Change
from sayso.model.statement import UNKNOWN_SIDE, Basis, Figure, Interest, Origin, OriginKind, Statement

NOBODY_NAMED = {
    OriginKind.PERSON: "a person",
    OriginKind.UNNAMED_PERSON: "a person not named",
    OriginKind.GROUP: "a group not named",
    OriginKind.ORGANIZATION: "an organization not named",
    OriginKind.OUTLET: "an outlet not named",
    OriginKind.DOCUMENT: "a document",
    OriginKind.RECORDING: "a recording",
    OriginKind.UNSTATED: "nobody named",
}

INTERESTS = {
    Interest.OWN: "serves own side",
    Interest.AGAINST: "against own side",
    Interest.NEUTRAL: "serves no side",
}

CHANGES = {
    Change.ADDED: "let in as",
    Change.ROLE: "is now",
    Change.PASSWORD: "has a new password",
    Change.SHUT_OUT: "shut out",
    Change.LET_IN: "let in again",
    Change.REMOVED: "forgotten",
}
"""What became of a person; of the first two with their role."""

LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "hy": "Armenian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "my": "Burmese",
    "pl": "Polish",
    "ps": "Pashto",
    "pt": "Portuguese",
    "ru": "Russian",
    "sr": "Serbian",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "zh": "Chinese",
}


def counted(number: int, noun: str) -> str:
    """1 article, 1,200 articles."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def language(code: str | None) -> str:
    """The language's English name, or its code."""
    return "not known" if code is None else LANGUAGES.get(code, code)


def day(value: date) -> str:
    """5 March 2024."""
    return f"{value.day} {value:%B} {value.year}"


def days(start: date | None, end: date | None, dash: str = "–") -> str:
    """The days from one to the other in the shortest words: "12–14 August 2024", "2024", "from 3 May 2024 on"."""
    if start is None or end is None:
        return f"from {day(start)} on" if start else f"up to {day(end)}" if end else "not known"
    if start == end:
        return day(start)
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f"{start.year}" if start.year == end.year else f"{start.year}{dash}{end.year}"
    if (start.year, start.month) == (end.year, end.month):
        if start.day == 1 and end.day == monthrange(end.year, end.month)[1]:
            return f"{start:%B} {start.year}"
        return f"{start.day}{dash}{day(end)}"
    if start.year == end.year:
        return f"{start.day} {start:%B} {dash} {day(end)}"
    return f"{day(start)} {dash} {day(end)}"


def published(document: Document) -> str:
    """When the text must have been written, as a sentence without its end."""
    earliest, latest = document.published.earliest, document.published.latest
    if earliest and latest:
        return f"on {day(earliest)}" if earliest == latest else f"between {_short(earliest, latest)} and {day(latest)}"
    if earliest or latest:
        return f"on {day(earliest)} or later" if earliest else f"on {day(latest or date.min)} or earlier"
    return "not known"


def _short(value: date, before: date) -> str:
    """A day without the month and year that the day after it names anyway."""
    if value.year != before.year:
        return day(value)
    return f"{value.day}" if value.month == before.month else f"{value.day} {value:%B}"


def origin(value: Origin) -> str:
    """Who it is, in the article's fullest name."""
    return value.name or NOBODY_NAMED[value.kind]


def standing_of(value: Origin) -> str:
    """What is known of them beside the name: role and side."""
    side = "" if value.side in (UNKNOWN_SIDE, "none") else value.side
    role = value.role if value.role and value.role.casefold() not in (value.name or "").casefold() else ""
    return ", ".join(word for word in (role, side) if word)


def basis(value: Basis) -> str:
    """How the origin would know."""
    return "basis not stated" if value is Basis.UNSTATED else value.value


def span(low: float | None, high: float | None, dash: str = "–") -> str:
    """ "23 or more", "up to 50", "378–462", "31"."""
    if low is None:
        return "not known" if high is None else f"up to {number(high)}"
    if high is None:
        return f"{number(low)} or more"
    return number(low) if low == high else f"{number(low)}{dash}{number(high)}"


def number(value: float) -> str:
    """1,200; 233.1."""
    if not isfinite(value):
        return "not known"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"


def figure(value: Figure) -> str:
    """The number as worded, and where the words do not say it, in metric units and what it measures."""
    beside = [] if value.converted is None else [f"{value.converted.value:,.10g} {value.converted.unit}"]
    if value.measure and value.measure.casefold() not in value.text.casefold():
        beside.append(value.measure)
    return f"{value.text} ({', '.join(beside)})" if beside else value.text


def particulars(statement: Statement, dash: str = "–") -> Iterator[tuple[str, str]]:
    """The parts that a statement may have or not, each with its label."""
    if statement.places:
        yield "where", "; ".join(dict.fromkeys(place.text for place in statement.places))
    if time := statement.time:
        known = days(time.start, time.end, dash) if time.start or time.end else ""
        yield "when", f"{time.text} ({known})" if known else time.text
    if statement.figures:
        yield "figures", "; ".join(figure(value) for value in statement.figures)
    if statement.event:
        yield "event", statement.event.value.lower()
    if attitude := statement.attitude:
        toward = f" toward {attitude.target}" if attitude.target else ""
        yield "attitude", f"{attitude.holder or 'somebody'}, {attitude.polarity.value}{toward}"
