"""A page and its reading as rows of the ledger's tables, in the order in which they may be written."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Table

from sayso.ledger import schema
from sayso.ledger.canonical import canonical
from sayso.ledger.handles import place_key
from sayso.model.document import Document, Page
from sayso.model.filed import Filed, filed
from sayso.model.ids import content_id
from sayso.model.problem import Problem
from sayso.model.reading import Reading
from sayso.model.statement import Statement

Row = dict[str, Any]


def of_reading(page: Page, reading: Reading) -> Iterator[tuple[Table, list[Row]]]:
    """Every row that keeps a reading, but for its problems; tables that get none are left out."""
    yield schema.documents, [of_document(reading.document)]
    yield schema.pages, [of_page(page, reading.document.id)]
    yield from of_statements(reading)


def of_statements(reading: Reading) -> Iterator[tuple[Table, list[Row]]]:
    """Every row that keeps the statements of a reading; tables that get none are left out."""
    statements = distinct(reading.statements)
    tables: tuple[tuple[Table, list[Row]], ...] = (
        (schema.statements, [of_statement(s, at) for at, s in enumerate(statements)]),
        (schema.hops, [row for s in statements for row in hops_of(s)]),
        (schema.places, [row for s in statements for row in places_of(s)]),
        (schema.figures, [row for s in statements for row in figures_of(s)]),
    )
    yield from ((table, rows) for table, rows in tables if rows)


def distinct(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Without later statements that have the same words for content and source, and so the same id."""
    first: dict[str, Statement] = {}
    for statement in statements:
        first.setdefault(statement.id, statement)
    return tuple(first.values())


def filed_of(reading: Reading) -> tuple[Filed, ...]:
    """The statements that are kept, as linking sees them."""
    known = {f.statement.id: f for f in reading.filed}
    return tuple(known.get(s.id) or filed(reading.document, s) for s in distinct(reading.statements))


def of_document(document: Document) -> Row:
    return {
        "id": document.id,
        "location": document.location,
        "url": document.url,
        "title": document.title,
        "outlet": document.outlet,
        "language": document.language,
        "page_date": document.page_date,
        "published_earliest": document.published.earliest,
        "published_latest": document.published.latest,
        "copy_of": document.copy_of,
        "whole": canonical(document),
    }


def of_page(page: Page, document: str) -> Row:
    return {
        "document": document,
        "sha256": page.sha256,
        "location": page.location,
        "url": page.url,
        "media": page.media.value,
        "captured": page.captured,
        "tool": page.tool,
        "content": page.content,
    }


def of_statement(statement: Statement, position: int) -> Row:
    time = statement.time
    return {
        "id": statement.id,
        "document": statement.document,
        "position": position,
        "voice": statement.voice.value,
        "origin_name": statement.origin.name,
        "origin_kind": statement.origin.kind.value,
        "origin_side": statement.origin.side,
        "basis": statement.basis.value,
        "certainty": statement.certainty.value,
        "interest": statement.interest.value,
        "event": statement.event.value if statement.event else None,
        "time_from": time.start if time else None,
        "time_to": time.end if time else None,
        "whole": canonical(statement),
    }


def hops_of(statement: Statement) -> Iterator[Row]:
    for at, hop in enumerate(statement.chain):
        yield {"statement": statement.id, "position": at, "name": hop.name, "relation": hop.relation.value}


def places_of(statement: Statement) -> Iterator[Row]:
    for at, place in enumerate(statement.places):
        yield {
            "statement": statement.id,
            "position": at,
            "text": place.text,
            "geonames": place.geonames,
            "lat": place.lat,
            "lon": place.lon,
            "country": place.country,
            "precision": place.precision,
            "name": place_key(place.text),
        }


def figures_of(statement: Statement) -> Iterator[Row]:
    for at, figure in enumerate(statement.figures):
        yield {
            "statement": statement.id,
            "position": at,
            "text": figure.text,
            "value": figure.value,
            "low": figure.low,
            "high": figure.high,
            "comparator": figure.comparator.value,
            "unit": figure.unit,
            "measure": figure.measure,
        }


def of_problem(problem: Problem, document: str | None, noted: datetime) -> Row:
    """Its id leaves out when it was noted, so that the same trouble met again is the same row."""
    return {
        "id": content_id("problem", document or "", problem.where, problem.what, problem.effect, problem.remedy),
        "document": document,
        "noted": noted,
        "location": problem.where,
        "whole": canonical(problem),
    }
