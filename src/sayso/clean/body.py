"""The article in a page: its text, and what the page declares of itself.

HTML goes through trafilatura, which executes nothing and fetches nothing; paragraphs become lines. Text is kept
exactly as it was decoded. The limit accepted: what trafilatura takes for boilerplate is not in the text, and only
the bytes of the page still hold it.
"""

import logging
import re
from dataclasses import dataclass
from datetime import date

import trafilatura
from trafilatura.settings import Document as Extracted

from sayso.model.document import Media
from sayso.model.span import Spans

for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).addHandler(logging.NullHandler())

TITLE_LENGTH = 200
"""Characters: the longest headline of the shared web pages has about 180."""
_SENTENCE_END = re.compile(r"[.!…][\"'”’)]*\s*$")


@dataclass(frozen=True, slots=True)
class Body:
    """Text and declarations of a page; what it does not declare is None."""

    text: str
    title: str | None = None
    url: str | None = None
    sitename: str | None = None
    declared: date | None = None


def body(decoded: str, media: Media) -> Body | None:
    """The body of a decoded page; None where HTML holds no article."""
    return _of_html(decoded) if media is Media.HTML else Body(decoded)


def title_of(text: str, furniture: Spans = ()) -> str | None:
    """The first line that is no furniture, if it stands like a headline: short, no full stop, set off from the next."""
    at = 0
    for start, end in furniture:
        if text[at:start].strip("\ufeff \t\r\n"):
            break
        at = end
    lines = text[at:].lstrip("\ufeff\n\t ").split("\n", 3)
    first = lines[0].strip()
    if len(lines) < 2 or not first or len(first) > TITLE_LENGTH or _SENTENCE_END.search(first):
        return None
    if len(first.split()) < 3 or not any(c.isalpha() for c in first):
        return None
    follows = next((line for line in lines[1:] if line.strip()), "")
    blank = not lines[1].strip()
    return first if follows and (blank or len(follows) > 2 * len(first)) else None


LONGEST_TAG = 20_000
"""Characters of a tag that is parsed with its attributes. Parsing takes quadratic time in their number, and such a tag
(a picture inside the page, or an attack) carries none of the article's text."""
_OVERLONG = re.compile(rf"<([a-zA-Z][\w:-]*)[^<>]{{{LONGEST_TAG},}}>")


def _of_html(html: str) -> Body | None:
    html = _OVERLONG.sub(r"<\1>", html)
    try:
        extracted = trafilatura.bare_extraction(
            html, include_comments=False, include_tables=True, with_metadata=True, deduplicate=False
        )
    except (RecursionError, ValueError, TypeError, AttributeError, AssertionError):
        return None
    if not isinstance(extracted, Extracted):
        return None
    text = (extracted.text or "").strip()
    if not text:
        return None
    return Body(text, extracted.title or None, extracted.url or None, extracted.sitename or None, _day(extracted.date))


def _day(declared: str | None) -> date | None:
    try:
        return date.fromisoformat(declared[:10]) if declared else None
    except ValueError:
        return None
