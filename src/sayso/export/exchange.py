"""The exchange format: a document, statement, claim or conflict as one JSON object that other programs can rely on.

`{"type":"statement","content":[[12,41]],"origin":{"name":"Ministry of Defence",…},"basis":"official",…}`
Offsets are half-open, in code points of the document's `text`; days are ISO 8601; what is not known is null.
Keys that stand here stay; `origin.span` and `time.span` go beyond the agreed ones. A number that JSON has no
word for (infinite, not a number) is null.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from math import isfinite, nan
from typing import Any

from sayso.model.claim import Claim, Conflict
from sayso.model.document import Document, Interval
from sayso.model.span import Span, Spans
from sayso.model.statement import (
    UNKNOWN_SIDE,
    Attitude,
    Basis,
    Certainty,
    Comparator,
    Converted,
    Event,
    Figure,
    Hop,
    Interest,
    Origin,
    OriginKind,
    Place,
    Polarity,
    Relation,
    Statement,
    Time,
    Voice,
)

Row = dict[str, Any]


def document_row(document: Document) -> Row:
    """An article as the exchange format has it."""
    published = document.published
    return {
        "type": "document",
        "id": document.id,
        "location": document.location,
        "url": document.url,
        "title": document.title,
        "outlet": document.outlet,
        "language": document.language,
        "text": document.text,
        "furniture": _pairs(document.furniture),
        "page_date": _iso(document.page_date),
        "published": {
            "earliest": _iso(published.earliest),
            "latest": _iso(published.latest),
            "why": list(published.why),
        },
        "copy_of": document.copy_of,
    }


def statement_row(statement: Statement) -> Row:
    """A statement as the exchange format has it."""
    origin, attitude, time = statement.origin, statement.attitude, statement.time
    return {
        "type": "statement",
        "id": statement.id,
        "document": statement.document,
        "content": _pairs(statement.content),
        "source": _pairs(statement.source),
        "cue": _pairs(statement.cue),
        "voice": statement.voice.value,
        "origin": {
            "name": origin.name,
            "kind": origin.kind.value,
            "side": origin.side,
            "role": origin.role,
            "span": _pair(origin.span),
        },
        "chain": [
            {"name": hop.name, "relation": hop.relation.value, "span": _pair(hop.span)} for hop in statement.chain
        ],
        "basis": statement.basis.value,
        "certainty": statement.certainty.value,
        "interest": statement.interest.value,
        "event": statement.event.value if statement.event else None,
        "attitude": attitude
        and {"holder": attitude.holder, "target": attitude.target, "polarity": attitude.polarity.value},
        "places": [
            {
                "text": place.text,
                "span": _pair(place.span),
                "geonames": place.geonames,
                "lat": _number(place.lat),
                "lon": _number(place.lon),
                "country": place.country,
                "precision": place.precision,
            }
            for place in statement.places
        ],
        "time": time and {"text": time.text, "from": _iso(time.start), "to": _iso(time.end), "span": _pair(time.span)},
        "figures": [
            {
                "text": figure.text,
                "span": _pair(figure.span),
                "value": _number(figure.value),
                "low": _number(figure.low),
                "high": _number(figure.high),
                "comparator": figure.comparator.value,
                "unit": figure.unit,
                "measure": figure.measure,
                "converted": _converted(figure.converted),
            }
            for figure in statement.figures
        ],
    }


def claim_row(claim: Claim) -> Row:
    """A claim as the exchange format has it; `voice`, `own_voice` and `why` of a root go beyond the agreed keys."""
    return {
        "type": "claim",
        "id": claim.id,
        "text": claim.text,
        "statements": list(claim.statements),
        "roots": [
            {
                "name": root.name,
                "kind": root.kind.value,
                "side": root.side,
                "interest": root.interest.value,
                "statements": list(root.statements),
                "voice": root.voice,
                "own_voice": root.own_voice,
                "why": list(root.why),
            }
            for root in claim.roots
        ],
        "standing": claim.standing.value,
        "contested": claim.contested,
        "why": list(claim.why),
    }


def conflict_row(conflict: Conflict) -> Row:
    """A conflict as the exchange format has it."""
    return {
        "type": "conflict",
        "id": conflict.id,
        "a": conflict.a,
        "b": conflict.b,
        "kind": conflict.kind.value,
        "why": conflict.why,
    }


def _converted(converted: Converted | None) -> dict[str, Any] | None:
    if converted is None:
        return None
    return {
        "value": _number(converted.value),
        "low": _number(converted.low),
        "high": _number(converted.high),
        "unit": converted.unit,
    }


def document_from_row(row: Mapping[str, Any]) -> Document:
    """The article in such a row; raises KeyError or ValueError where the row is none."""
    published = row["published"]
    return Document(
        id=row["id"],
        location=row["location"],
        url=row["url"],
        title=row["title"],
        outlet=row["outlet"],
        language=row["language"],
        text=row["text"],
        furniture=_spans(row["furniture"]),
        page_date=_day(row["page_date"]),
        published=Interval(_day(published["earliest"]), _day(published["latest"]), tuple(published["why"])),
        copy_of=row["copy_of"],
    )


def statement_from_row(row: Mapping[str, Any]) -> Statement:
    """The statement in such a row; raises KeyError or ValueError where the row is none."""
    origin, attitude, time = row["origin"], row["attitude"], row["time"]
    return Statement(
        id=row["id"],
        document=row["document"],
        content=_spans(row["content"]),
        source=_spans(row["source"]),
        cue=_spans(row["cue"]),
        voice=Voice(row["voice"]),
        origin=Origin(
            name=origin["name"],
            kind=OriginKind(origin["kind"]),
            side=origin.get("side", UNKNOWN_SIDE),
            role=origin.get("role"),
            span=_span_or_none(origin.get("span")),
        ),
        chain=tuple(Hop(hop["name"], Relation(hop["relation"]), _span(hop["span"])) for hop in row["chain"]),
        basis=Basis(row["basis"]),
        certainty=Certainty(row["certainty"]),
        interest=Interest(row["interest"]),
        event=Event(row["event"]) if row["event"] else None,
        attitude=attitude and Attitude(attitude["holder"], attitude["target"], Polarity(attitude["polarity"])),
        places=tuple(_place(place) for place in row["places"]),
        time=time and Time(time["text"], _span(time["span"]), _day(time["from"]), _day(time["to"])),
        figures=tuple(_figure(figure) for figure in row["figures"]),
    )


def _place(row: Mapping[str, Any]) -> Place:
    return Place(
        row["text"], _span(row["span"]), row["geonames"], row["lat"], row["lon"], row["country"], row["precision"]
    )


def _figure(row: Mapping[str, Any]) -> Figure:
    return Figure(
        text=row["text"],
        span=_span(row["span"]),
        value=nan if row["value"] is None else row["value"],
        low=row["low"],
        high=row["high"],
        comparator=Comparator(row["comparator"]),
        unit=row["unit"],
        measure=row["measure"],
        converted=_converted_from(row.get("converted")),
    )


def _converted_from(row: Mapping[str, Any] | None) -> Converted | None:
    if row is None:
        return None
    return Converted(nan if row["value"] is None else row["value"], row["low"], row["high"], row["unit"])


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else list(span)


def _pairs(spans: Spans) -> list[list[int]]:
    return [list(span) for span in spans]


def _span(raw: Sequence[int]) -> Span:
    start, end = raw
    return start, end


def _span_or_none(raw: Sequence[int] | None) -> Span | None:
    return None if raw is None else _span(raw)


def _spans(raw: Sequence[Sequence[int]]) -> Spans:
    return tuple(_span(pair) for pair in raw)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _number(value: float | None) -> float | None:
    return value if value is not None and isfinite(value) else None
