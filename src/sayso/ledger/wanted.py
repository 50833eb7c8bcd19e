"""Wanted: which claims are asked for, and what that asks of one of their statements.

`Wanted(place="Karsk", side="Ostrel")` wants the claims of which one statement is Ostrel's and is said of Karsk.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from sayso.ledger import schema, search
from sayso.ledger.handles import place_key
from sayso.model.claim import ConflictKind, Standing
from sayso.model.statement import Event, Interest

Rows = Callable[[Select[Any]], Iterator[Any]]

BEARERS = 40
"""Places of one name that are looked up: there are some forty San Antonios, and few else have so many."""
CODE = 2
"""Letters of a state's code."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which claims, by what one of their statements is and by what they stand on; None wants any.

    `since` and `until` are of the time that is claimed; where none is, of the days when the article was written.
    `parts`, `measure` and `figured` are the claim's: it is in a conflict of that kind, a figure in it counts that, it
    has a figure at all.
    """

    place: str | None = None
    since: date | None = None
    until: date | None = None
    event: Event | None = None
    side: str | None = None
    words: str | None = None
    standing: Standing | None = None
    contested: bool | None = None
    interest: Interest | None = None
    parts: ConflictKind | None = None
    measure: str | None = None
    figured: bool | None = None


ANY = Wanted()


def of_statement(rows: Rows, wanted: Wanted, *, at_hand: bool = False) -> Iterator[ColumnElement[bool]]:
    """What is asked of one statement.

    With `at_hand` of a few that are named already, each looked at by itself and not for its words: of all that are said
    of a capital a list would be made each time.
    """
    s = schema.statements
    if wanted.event is not None:
        yield s.c.event == str(wanted.event)
    if wanted.side is not None:
        yield func.lower(s.c.origin_side) == schema.lowered(wanted.side)
    if wanted.interest is not None:
        yield s.c.interest == str(wanted.interest)
    if wanted.place is not None:
        said = said_at(rows, wanted.place)
        mine = said.where(schema.places.c.statement == s.c.id).correlate(s).exists()
        yield mine if at_hand else s.c.id.in_(said)
    if not at_hand and wanted.words is not None:
        yield s.c.id.in_(search.said(wanted.words))
    if wanted.since is not None or wanted.until is not None:
        yield touches(wanted.since, wanted.until)


def said_at(rows: Rows, place: str) -> Select[Any]:
    """The statements said of a place, however it is written: by its name, where it lies, or its state's code."""
    p = schema.places
    conditions: list[ColumnElement[bool]] = [p.c.name == place_key(place)]
    if bearers := where_is(rows, place):
        conditions.append(p.c.geonames.in_(bearers))
    if len(place.strip()) == CODE:
        conditions.append(p.c.country == place.strip().upper())
    return select(p.c.statement).where(or_(*conditions))


def where_is(rows: Rows, place: str) -> tuple[int, ...]:
    """The places on the map that this name is put to, so far as it is; each found by one look into an index."""
    p, found = schema.places, list[int]()
    while len(found) < BEARERS:
        beyond = [p.c.geonames > found[-1]] if found else [p.c.geonames.is_not(None)]
        query = select(p.c.geonames).where(p.c.name == place_key(place), *beyond).order_by(p.c.geonames).limit(1)
        row = next(rows(query), None)
        if row is None:
            break
        found.append(row.geonames)
    return tuple(found)


def touches(since: date | None, until: date | None) -> ColumnElement[bool]:
    """The time claimed, or where none is the days when the article was written, touches those days."""
    s, d = schema.statements, schema.documents
    timed = s.c.time_from.is_not(None) | s.c.time_to.is_not(None)
    claimed, written = [timed], [~timed, d.c.published_earliest.is_not(None) | d.c.published_latest.is_not(None)]
    if since is not None:
        claimed.append(s.c.time_to.is_(None) | (s.c.time_to >= since))
        written.append(d.c.published_latest.is_(None) | (d.c.published_latest >= since))
    if until is not None:
        claimed.append(s.c.time_from.is_(None) | (s.c.time_from <= until))
        written.append(d.c.published_earliest.is_(None) | (d.c.published_earliest <= until))
    return and_(*claimed) | s.c.id.in_(select(s.c.id).join(d, d.c.id == s.c.document).where(and_(*written)))
