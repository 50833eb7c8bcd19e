"""A page as it was received, and the document that was cleaned out of it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sayso.model.ids import content_id
from sayso.model.span import Spans


class Media(StrEnum):
    """What kind of bytes a page is made of."""

    TEXT = "text"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Page:
    """What intake received, untouched: the evidence (Berkeley Protocol: bytes, hash, capture time, tool).

    `location` is the path or URL as given; `url` where the page says or is known to come from.
    """

    location: str
    content: bytes
    media: Media
    url: str | None
    captured: datetime
    tool: str

    @property
    def sha256(self) -> str:
        """SHA-256 of the bytes as received, in hexadecimal."""
        from hashlib import sha256

        return sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Interval:
    """The days between which something must have happened, both included; an open end is None.

    `why` gives the reasons as sentences, the words of the text in them.
    """

    earliest: date | None
    latest: date | None
    why: tuple[str, ...]


UNDATED = Interval(None, None, ())


@dataclass(frozen=True, slots=True)
class Document:
    """An article: its whole text, with the furniture marked and never cut away.

    `page_date` is a date that the page prints or declares; `published` when the text must have been written.
    """

    id: str
    location: str
    url: str | None
    title: str | None
    outlet: str | None
    language: str | None
    text: str
    furniture: Spans
    page_date: date | None
    published: Interval
    copy_of: str | None = None


def document_id(location: str, content: bytes) -> str:
    """The id of the document in a page: from its bytes and the last part of its location (ADR 2)."""
    return content_id("document", location.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1], content)
