"""Ledgers of any size for measuring pages: rows written straight into the tables, neither read nor linked.

In the shape of a war's reporting: two dozen articles a day, a dozen statements each, one article in eight another's
copy; most claims told once, some by a dozen articles and a few by hundreds; names, places and measures that are met
often and many that are met once. A ledger a hundred times the size is a hundred times as many days. Claims are written
out of their members by the ledger's own way of bringing an older one up, so that all that pages ask is there.
"""

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from sqlalchemy import Table, insert

from sayso.ledger import Ledger, rows, schema, search, tallies
from sayso.ledger.canonical import canonical
from sayso.ledger.filing import batched
from sayso.ledger.linking import Linking, unwritten, write_again
from sayso.model.claim import Conflict, ConflictKind, Copy, CopyKind, Passage, conflict_id
from sayso.model.document import Document, Interval, Media, Page, document_id
from sayso.model.ids import content_id
from sayso.model.judgement import Draft, JudgementKind, Note, Subject
from sayso.model.reading import Reading
from sayso.model.statement import (
    Basis,
    Certainty,
    Comparator,
    Event,
    Figure,
    Hop,
    Interest,
    Origin,
    OriginKind,
    Place,
    Relation,
    Statement,
    Time,
    Voice,
    statement_id,
)

FIRST = date(2016, 3, 1)
A_DAY, STATEMENTS = 24, 12
COPIES = 1 / 8
PARTING = 0.04
TOGETHER = 2_000
"""Rows of a table that are written at once, and claims in one transaction."""
FEW = 400
LARGEST = 400
"""Articles that tell the same: what a capital's fall has in a day, in a ledger of any size."""
NOTED = 100
"""Of so many claims one has a person's note."""
PEOPLE = ("Ada", "Bela", "Chidi", "Dunja")
SYLLABLES = ("ka", "be", "lo", "mir", "tar", "ost", "ven", "sul", "dra", "hol", "ru", "pa", "zel", "nik", "vor", "em")
SIDES = ("Varnia", "Ostrel", "none", "unknown", "Ardun", "Norhaven")
OFTEN = (40, 36, 10, 6, 4, 4)
BODIES = ("defence ministry", "general staff", "army", "police", "interior ministry", "health department", "governor")
AGENCIES = ("VNA", "Ostrel Wire", "Norhaven Press", "Grenzbote", "Radio Lethia", "Kaya Morel's channel")
ACTS = (
    ("shelled {place}", Event.ASSAULT, None),
    ("captured {place}", Event.ASSAULT, None),
    ("withdrew from {place}", Event.RETREAT, None),
    ("killed {count} people in {place}", Event.ASSAULT, "people killed"),
    ("wounded {count} soldiers near {place}", Event.ASSAULT, "soldiers wounded"),
    ("shot down {count} drones over {place}", Event.ASSAULT, "drones shot down"),
    ("hold {count} settlements around {place}", Event.ASSAULT, "settlements held"),
    ("accused the other side of mining {place}", Event.ACCUSE, None),
    ("held talks on {place}", Event.CONSULT, None),
    ("repaired the mains of {place}", Event.AID, None),
)
INTERESTS = (Interest.OWN, Interest.OWN, Interest.OWN, Interest.NEUTRAL, Interest.UNKNOWN, Interest.AGAINST)


@dataclass(frozen=True, slots=True)
class _Told:
    """What a claim says, and who says it."""

    number: int
    act: str
    event: Event
    measure: str | None
    count: int
    place: Place
    day: date
    origins: tuple[Origin, ...]
    interest: Interest
    words: str


def synthesised(location: Path | str, statements: int, seed: int = 0) -> None:
    """A ledger of about so many statements, in a new file or an empty database."""
    chance = random.Random(seed)
    with Ledger.open(location) as ledger:
        with ledger.writing() as connection:
            pen = _Pen(connection)
            members = _write_articles(chance, pen, statements)
            _write_conflicts(chance, pen, members)
            pen.close()
            tallies.learn_all(connection)
            claims, linking = unwritten(connection), Linking()
        for some in batched(claims, TOGETHER):
            with ledger.writing() as connection:
                for few in batched(some, FEW):
                    write_again(connection, linking, few)
        with ledger.writing() as connection:
            search.add_all(connection)
        _write_journal(chance, ledger, members)


class _Pen:
    """Rows on their way to their tables, so many at once."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._waiting: dict[Table, list[dict[str, Any]]] = defaultdict(list)

    def write(self, table: Table, some: Sequence[dict[str, Any]]) -> None:
        """Write these, now or later, and after what they refer to."""
        self._waiting[table] += some
        if len(self._waiting[table]) >= TOGETHER:
            self.close()

    def close(self) -> None:
        """Write what is waiting."""
        for table in schema.metadata.sorted_tables:
            if some := self._waiting.pop(table, []):
                self._connection.execute(insert(table), some)


def _write_articles(chance: random.Random, pen: _Pen, statements: int) -> list[tuple[_Told, list[str]]]:
    """The articles; the claims with their statements."""
    days = max(3, statements // (A_DAY * STATEMENTS))
    filed: dict[int, list[str]] = defaultdict(list)
    told: dict[int, _Told] = {}
    waiting: dict[int, list[tuple[_Told, int]]] = defaultdict(list)
    number = claims = 0
    for day in range(days):
        while sum(map(len, (waiting[day * A_DAY + slot] for slot in range(A_DAY)))) < A_DAY * STATEMENTS * (1 - COPIES):
            told[claims] = one = _claim(chance, claims, FIRST + timedelta(day))
            size = min(LARGEST, int(chance.paretovariate(1.35)))
            span = A_DAY * min(3 + size // A_DAY, 30)
            for turn, slot in enumerate(chance.sample(range(span), min(size, span))):
                waiting[day * A_DAY + slot].append((one, turn))
            claims += 1
        wire: tuple[Page, Reading, list[tuple[_Told, int]]] | None = None
        for slot in range(A_DAY):
            number += 1
            today = FIRST + timedelta(day)
            mine = waiting.pop(day * A_DAY + slot, [])
            if wire is not None and chance.random() < COPIES:
                page, reading = _copied(wire[0], wire[1], number)
                _write_copy(pen, reading, wire[1])
                mine = wire[2]
            else:
                page, reading = _article(chance, mine, today, number)
                wire = (page, reading, mine) if mine else wire
            _write(pen, page, reading)
            for (one, _), statement in zip(mine, reading.statements, strict=True):
                filed[one.number].append(statement.id)
    members = [(told[each], ids) for each, ids in filed.items()]
    for one, ids in members:
        name = content_id("to be written", str(one.number))
        pen.write(schema.members, [{"statement": each, "claim": name} for each in ids])
    return members


def _write(pen: _Pen, page: Page, reading: Reading) -> None:
    for table, some in rows.of_reading(page, reading):
        pen.write(table, some)
    pen.write(
        schema.contents,
        [
            {"statement": f.statement.id, "words": f.words, "sentence": f.sentence, "meaning": None}
            for f in rows.filed_of(reading)
        ],
    )
    pen.write(schema.fingerprints, [{"fingerprint": hash(page.location) >> 2, "document": reading.document.id}])


def _write_copy(pen: _Pen, later: Reading, earlier: Reading) -> None:
    text = len(earlier.document.text)
    whole = Copy(
        later.document.id,
        earlier.document.id,
        CopyKind.COPY,
        1.0,
        (Passage((0, text), (0, text)),),
        "all of its words stand in the other too",
    )
    ids = {"later": whole.later, "earlier": whole.earlier}
    pen.write(schema.copies, [{**ids, "kind": whole.kind.value, "share": 1.0, "whole": canonical(whole)}])
    pen.write(schema.stems, [{"document": whole.later, "earliest": whole.earlier}])


def _write_conflicts(chance: random.Random, pen: _Pen, members: Sequence[tuple[_Told, list[str]]]) -> None:
    for (one, mine), (other, others) in pairwise(members):
        if chance.random() >= PARTING or one.day != other.day:
            continue
        kind = ConflictKind.FIGURE if one.measure and other.measure else ConflictKind.DENIAL
        for a, b in zip(mine[:6], others[:6], strict=False):
            a, b = min(a, b), max(a, b)
            why = f"{one.origins[0].name} and {other.origins[0].name} cannot both be right about {one.place.text}."
            whole = Conflict(conflict_id(a, b, kind), a, b, kind, why)
            pen.write(
                schema.conflicts, [{"id": whole.id, "a": a, "b": b, "kind": kind.value, "whole": canonical(whole)}]
            )


def _write_journal(chance: random.Random, ledger: Ledger, members: Sequence[tuple[_Told, list[str]]]) -> None:
    """Notes on some statements, by several people."""
    for told, ids in members:
        if told.number % NOTED == 0:
            value = Note(f"{told.place.text}: asked {chance.choice(AGENCIES)} for the tape.")
            ledger.journal.judge(Draft(chance.choice(PEOPLE), JudgementKind.NOTE, Subject.STATEMENT, (ids[0],), value))


def _claim(chance: random.Random, number: int, day: date) -> _Told:
    act, event, measure = chance.choice(ACTS)
    count = int(chance.paretovariate(0.9)) + 1
    place = _place(min(int(chance.paretovariate(0.55)), 40_000))
    side = chance.choices(SIDES, OFTEN)[0]
    origins = tuple(_origin(chance, side) for _ in range(min(4, int(chance.paretovariate(1.6)))))
    by = f"{_name(chance.randrange(4096))} {_name(chance.randrange(4096))}"
    words = f"{side if side not in ('none', 'unknown') else 'Local'} forces {act.format(place=place.text, count=count)}"
    told = f"{words}, {chance.choice(('by the road to', 'east of', 'in sight of'))} {by}"
    return _Told(number, act, event, measure, count, place, day, origins, chance.choice(INTERESTS), told)


def _origin(chance: random.Random, side: str) -> Origin:
    if chance.random() < 0.2:
        return Origin(None, OriginKind.OUTLET)
    if chance.random() < 0.5:
        return Origin(f"{side}'s {chance.choice(BODIES)}", OriginKind.ORGANIZATION, side)
    name = (
        f"{_name(min(int(chance.paretovariate(0.5)), 3000)).capitalize()} {_name(chance.randrange(900)).capitalize()}"
    )
    return Origin(name, OriginKind.PERSON, side, "spokesman")


@cache
def _name(number: int) -> str:
    name, rest = "", number + 257
    while rest:
        rest, at = divmod(rest, len(SYLLABLES))
        name += SYLLABLES[at]
    return name


@cache
def _place(number: int) -> Place:
    chance = random.Random(number)
    lat, lon = chance.uniform(40, 55), chance.uniform(20, 45)
    return Place(_name(number).capitalize(), (0, 0), 10_000 + number, lat, lon, None, "settlement")


def _article(chance: random.Random, told: Sequence[tuple[_Told, int]], day: date, number: int) -> tuple[Page, Reading]:
    outlet = f"{_name(min(int(chance.paretovariate(0.6)), 2000)).capitalize()} News"
    title = f"News of {day.isoformat()}, number {number}"
    parts, at, cuts = [title, "\n\n"], len(title) + 2, list[tuple[int, int, int, str]]()
    for one, turn in told:
        origin = one.origins[turn % len(one.origins)]
        relay = AGENCIES[(turn + one.number) % len(AGENCIES)] if (turn + one.number) % 3 == 0 else ""
        said = f", {origin.name} said{f', {relay} reported' if relay else ''}. " if origin.name else ". "
        cuts.append((at, at + len(one.words), at + len(one.words) + 2, relay))
        parts += [one.words, said]
        at += len(one.words) + len(said)
    text = "".join(parts)
    page = Page(f"pile/{number:07d}.txt", text.encode(), Media.TEXT, None, datetime(2026, 1, 1, tzinfo=UTC), "bench")
    name = document_id(page.location, page.content)
    written = Interval(day, day, ("printed on the page",))
    url = f"https://{outlet.split()[0].lower()}.example/{number}"
    document = Document(name, page.location, url, title, outlet, "en", text, (), day, written)
    statements = tuple(_statement(document, one, turn, *cut) for (one, turn), cut in zip(told, cuts, strict=True))
    return page, Reading(document, statements)


def _statement(document: Document, one: _Told, turn: int, start: int, end: int, said: int, relay: str) -> Statement:
    origin = one.origins[turn % len(one.origins)]
    source = ((said, said + len(origin.name)),) if origin.name else ()
    found = document.text.find(relay, said) if relay and source else -1
    number = document.text.find(str(one.count), start)
    figures: tuple[Figure, ...] = ()
    if one.measure is not None:
        span = (number, number + len(str(one.count)))
        figure = Figure(str(one.count), span, one.count, one.count, one.count, Comparator.EQUAL, None, one.measure)
        figures = (replace(figure, unit=one.measure.split()[0]),)
    at = document.text.find(one.place.text, start)
    return Statement(
        statement_id(document.id, ((start, end),), source),
        document.id,
        ((start, end),),
        source,
        ((source[0][1] + 1, source[0][1] + 5),) if source else (),
        Voice.INDIRECT if source else Voice.OUTLET,
        origin,
        (Hop(relay, Relation.PUBLISHED, (found, found + len(relay))),) if found >= 0 else (),
        Basis.OFFICIAL if origin.kind is OriginKind.ORGANIZATION else Basis.UNSTATED,
        Certainty.CERTAIN,
        one.interest if source else Interest.UNKNOWN,
        one.event,
        None,
        (replace(one.place, span=(at, at + len(one.place.text))),),
        Time("that day", (start, end), one.day, one.day),
        figures,
    )


def _copied(page: Page, reading: Reading, number: int) -> tuple[Page, Reading]:
    """The article on another outlet's page."""
    location = f"pile/{number:07d}.txt"
    name = document_id(location, page.content)
    document = replace(reading.document, id=name, location=location, outlet=f"{_name(number % 700).capitalize()} Post")
    statements = tuple(
        replace(each, id=statement_id(name, each.content, each.source), document=name) for each in reading.statements
    )
    return replace(page, location=location), Reading(document, statements)
