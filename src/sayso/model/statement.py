"""A statement: one sentence's worth of content with one origin, every part with the words it was read from.

"Kyiv had lost 40 drones, the ministry told TASS": content "Kyiv had lost 40 drones", source "the
ministry", cue "told", origin the ministry, chain one hop (TASS, told).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sayso.model.ids import content_id
from sayso.model.span import Span, Spans


class Voice(StrEnum):
    """How the content is worded: in quotation marks, reported, both, or in the outlet's own voice."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    OUTLET = "outlet"


class OriginKind(StrEnum):
    """What stands at the far end of the chain."""

    PERSON = "person"
    UNNAMED_PERSON = "unnamed_person"
    GROUP = "group"
    ORGANIZATION = "organization"
    OUTLET = "outlet"
    DOCUMENT = "document"
    RECORDING = "recording"
    UNSTATED = "unstated"


class Relation(StrEnum):
    """What a relay did with the words."""

    TOLD = "told"
    PUBLISHED = "published"
    BROADCAST = "broadcast"
    POSTED = "posted"
    TRANSLATED = "translated"
    FOUND = "found"
    OBTAINED = "obtained"


class Basis(StrEnum):
    """How the origin would know."""

    PARTICIPANT = "participant"
    WITNESS = "witness"
    OFFICIAL = "official"
    EXPERT = "expert"
    DOCUMENT = "document"
    RECORDING = "recording"
    HEARSAY = "hearsay"
    UNSTATED = "unstated"


class Certainty(StrEnum):
    """How sure the article's words are of the content."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    DENIED = "denied"


class Interest(StrEnum):
    """Whether the content, if believed, serves the origin's own side."""

    OWN = "own"
    AGAINST = "against"
    NEUTRAL = "neutral"
    UNKNOWN = "unknown"


class Event(StrEnum):
    """PLOVER's event types (manual, draft 0.8)."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Polarity(StrEnum):
    """The sign of an attitude."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    MIXED = "mixed"


class Comparator(StrEnum):
    """How a figure's value bounds the number meant."""

    EQUAL = "="
    ABOUT = "~"
    MORE = ">"
    LESS = "<"
    AT_LEAST = ">="
    AT_MOST = "<="


UNKNOWN_SIDE = "unknown"
NO_SIDE = "none"


@dataclass(frozen=True, slots=True)
class Origin:
    """Who stands at the far end: `name` is the fullest the article gives, `span` where that name was read.

    `side` is an ISO 3166 alpha-2 code, a party's name, `none` or `unknown`.
    """

    name: str | None
    kind: OriginKind
    side: str = UNKNOWN_SIDE
    role: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Hop:
    """One relay between origin and article, and the words it was read from."""

    name: str
    relation: Relation
    span: Span


@dataclass(frozen=True, slots=True)
class Attitude:
    """Who feels what toward what; holder and target as worded, None where the words do not tell."""

    holder: str | None
    target: str | None
    polarity: Polarity


PRECISIONS = ("settlement", "region", "country", "feature")
"""What a place can be that is known."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place as written, and where it is: GeoNames id, WGS 84 degrees, alpha-2 country; None where not resolved.

    `precision` is `settlement`, `region`, `country` or `feature`; None where the place was not resolved.
    """

    text: str
    span: Span
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    precision: str | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """When it is claimed to be so: the words, and the first and last day they denote; an open end is None."""

    text: str
    span: Span
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Converted:
    """A figure in the unit of the SI (or km², km/h) beside its own: "386 square miles" is 999.7 km²."""

    value: float
    low: float | None
    high: float | None
    unit: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as worded and as a value with bounds; `unit` and `measure` are short noun phrases.

    `converted` is the same in metric units, None where the unit is metric or is none of length, area, weight or speed.
    """

    text: str
    span: Span
    value: float
    low: float | None
    high: float | None
    comparator: Comparator
    unit: str | None
    measure: str | None
    converted: Converted | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence's worth of content with one origin (GUIDE.md's unit); spans are of the document's text."""

    id: str
    document: str
    content: Spans
    source: Spans
    cue: Spans
    voice: Voice
    origin: Origin
    chain: tuple[Hop, ...] = ()
    basis: Basis = Basis.UNSTATED
    certainty: Certainty = Certainty.CERTAIN
    interest: Interest = Interest.UNKNOWN
    event: Event | None = None
    attitude: Attitude | None = None
    places: tuple[Place, ...] = ()
    time: Time | None = None
    figures: tuple[Figure, ...] = ()


def statement_id(document: str, content: Spans, source: Spans) -> str:
    """The id of a statement: its document, its content and its source, so that two sources of one content differ."""
    flat = [str(n) for spans in (content, source) for span in spans for n in span]
    return content_id("statement", document, len(content), *flat)
