"""Handles: what a claim is taken up by: a place, a month, a side, a kind of act, a standing, a measure.

    place  tarn · geo 472045 · side varnia · event assault · interest own · standing echoed · month 2024-03

A claim has each handle once, kept in the order of need, so that the first page of "Varnia's" is one stretch of an
index in a ledger of any size; and how many claims have each is counted as they come and go. A handle tells that one of
the claim's statements is so; whether the same one is all that is asked for at once is asked of the statements.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, delete, insert, select, update

from sayso.ledger import schema
from sayso.ledger.briefs import Brief, days_told
from sayso.ledger.filing import TOGETHER, batched
from sayso.lexicon.placewords import name_of
from sayso.model.claim import Conflict
from sayso.model.filed import Filed
from sayso.weigh.sheet import sheet

Handle = tuple[str, str]

LONGEST = 120
"""Code points of a handle: what is longer is no name, and no index takes it."""
MONTHS = 12
"""Months up to which a stretch of days has a handle for each; longer ones for each year."""
DECEMBER = 12
YEARS = 12
"""Years up to which it has one for each; of what is longer "ever" tells."""
ASKED_MONTHS = 36
"""Months that are looked up one by one; of a longer time the years are."""


@dataclass(frozen=True, slots=True)
class Handled:
    """A claim with what it is taken up by."""

    claim: str
    by_need: int
    handles: frozenset[Handle]


def handles_of(made: Brief, filed: Sequence[Filed], conflicts: Iterable[Conflict]) -> frozenset[Handle]:
    """The handles of a claim that these statements make."""
    found = {("standing", made.standing.value), ("contested", "yes" if made.contested else "no")}
    found.update(("parts", conflict.kind.value) for conflict in conflicts)
    found.update(("measure", measure(row.measure)) for row in sheet(each for each in filed if each.statement.figures))
    if any(each.statement.figures for each in filed):
        found.add(("figured", "yes"))
    for each in filed:
        statement = each.statement
        found.add(("side", statement.origin.side[:LONGEST]))
        found.add(("interest", statement.interest.value))
        if statement.event is not None:
            found.add(("event", statement.event.value))
        for place in statement.places:
            found.add(("place", place_key(place.text)))
            if place.geonames is not None:
                found.add(("geo", str(place.geonames)))
            if place.country is not None:
                found.add(("country", key(place.country)))
        days = days_told(statement, (each.published.earliest, each.published.latest))
        if days is not None:
            found.update(_touching(*days))
    return frozenset(found)


def key(text: str) -> str:
    """A word as a handle has it."""
    return text.casefold()[:LONGEST]


def place_key(text: str) -> str:
    """A place's name as a handle has it: "the Tarn region" is "tarn"."""
    return " ".join(name_of(text))[:LONGEST]


def measure(name: str) -> str:
    """What is measured as a handle has it; nothing where the words do not tell."""
    return key(name)


def in_days(since: date, until: date) -> tuple[Handle, ...]:
    """The handles one of which every claim has that is told of one of these days, and a few others have."""
    months = tuple(_months(since, until, ASKED_MONTHS + 1))
    years = [str(year) for year in range(since.year, until.year + 1)]
    if len(months) > ASKED_MONTHS:
        return (*(("year", year) for year in years), ("ever", ""))
    return (*(("month", month) for month in months), *(("span", year) for year in years), ("ever", ""))


def put(connection: Connection, made: Sequence[Handled]) -> None:
    """Keep the handles of claims, and count them."""
    h = schema.handles
    rows = [
        {"kind": kind, "value": value, "by_need": each.by_need, "claim": each.claim}
        for each in made
        for kind, value in sorted(each.handles)
    ]
    for some in batched(rows, TOGETHER):
        connection.execute(insert(h), list(some))
    _count(connection, Counter(handle for each in made for handle in each.handles))


def take(connection: Connection, claims: Collection[str]) -> None:
    """Let go of the handles of claims."""
    h, gone = schema.handles, Counter[Handle]()
    for some in batched(sorted(claims), TOGETHER):
        for kind, value in connection.execute(select(h.c.kind, h.c.value).where(h.c.claim.in_(some))):
            gone[kind, value] -= 1
        connection.execute(delete(h).where(h.c.claim.in_(some)))
    _count(connection, gone)


def _count(connection: Connection, more: Mapping[Handle, int]) -> None:
    n = schema.counts
    by_kind: dict[str, list[str]] = defaultdict(list)
    for kind, value in more:
        by_kind[kind].append(value)
    known: dict[Handle, int] = {}
    for kind, values in by_kind.items():
        for some in batched(sorted(values), TOGETHER):
            mine = select(n.c.value, n.c.claims).where(n.c.kind == kind, n.c.value.in_(some))
            known |= {(kind, row.value): row.claims for row in connection.execute(mine)}
    for handle, count in sorted(more.items()):
        kind, value = handle
        this = (n.c.kind == kind) & (n.c.value == value)
        if handle not in known:
            connection.execute(insert(n).values(kind=kind, value=value, claims=count))
        elif known[handle] + count > 0:
            connection.execute(update(n).where(this).values(claims=n.c.claims + count))
        else:
            connection.execute(delete(n).where(this))


def _touching(start: date, end: date) -> Iterator[Handle]:
    if end < start:
        start, end = end, start
    if end.year - start.year >= YEARS:
        yield "ever", ""
        return
    yield from (("year", str(year)) for year in range(start.year, end.year + 1))
    months = tuple(_months(start, end, MONTHS + 1))
    if len(months) > MONTHS:
        yield from (("span", str(year)) for year in range(start.year, end.year + 1))
    else:
        yield from (("month", month) for month in months)


def _months(start: date, end: date, most: int) -> Iterator[str]:
    year, month = start.year, start.month
    while (year, month) <= (end.year, end.month) and most > 0:
        yield f"{year:04}-{month:02}"
        year, month, most = (year + 1, 1, most - 1) if month == DECEMBER else (year, month + 1, most - 1)
