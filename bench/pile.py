"""A pile of any size in the shape of a war's reporting: days, places, events, wires and their copies; all invented.

Each day some things happen in some places; a few outlets tell each of them, mostly by the word of a side's body, some
in their own voice, some copying a wire. So claims have a few statements each and the number of claims grows with time.
The vectors of meaning are those of the event with noise: what is said of one thing lies together.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from sayso.model.document import Document, Interval, Media, Page, document_id
from sayso.model.filed import filed
from sayso.model.reading import Reading
from sayso.model.span import Span
from sayso.model.statement import (
    Basis,
    Certainty,
    Comparator,
    Event,
    Figure,
    Interest,
    Origin,
    OriginKind,
    Place,
    Statement,
    Time,
    Voice,
    statement_id,
)

FIRST = date(2021, 3, 1)
MEANING = 128
A_DAY = 6
"""Events of one day that are worth a line."""
STATEMENTS = 12
"""Statements of an article, about."""
SYLLABLES = ("ka", "be", "lo", "mir", "tar", "ost", "ven", "sul", "dra", "hol", "ru", "pa", "zel", "nik", "vor", "em")
SIDES = ("Varnia", "Ostrel")
BODIES = ("defence ministry", "general staff", "emergency service", "foreign ministry", "regional administration")
ACTS = (
    ("shelled the {thing} in {place}", Event.ASSAULT),
    ("captured {place} after a fight for the {thing}", Event.ASSAULT),
    ("withdrew from the {thing} at {place}", Event.RETREAT),
    ("killed {count} people at the {thing} in {place}", Event.ASSAULT),
    ("wounded {count} soldiers near the {thing} of {place}", Event.ASSAULT),
    ("sent {count} trucks of flour to the {thing} in {place}", Event.AID),
    ("shot down {count} drones over the {thing} of {place}", Event.ASSAULT),
    ("accused the other side of mining the {thing} at {place}", Event.ACCUSE),
)
THINGS = (
    "bridge",
    "market",
    "depot",
    "hospital",
    "railway yard",
    "grain silo",
    "school",
    "power station",
    "airfield",
    "dam",
)


@dataclass(frozen=True, slots=True)
class _Happening:
    words: str
    event: Event
    place: Place
    day: date
    count: int | None
    side: str
    body: str
    meaning: NDArray[np.float64]


_Cut = tuple[_Happening, Span, Span]


def pile(statements: int, seed: int = 0) -> Iterator[tuple[Page, Reading]]:
    """Articles with about so many statements together, in the order of their days."""
    chance = random.Random(seed)
    told, day, number = 0, FIRST, 0
    while told < statements:
        today = [_happening(chance, day) for _ in range(A_DAY)]
        wires: list[tuple[Page, Reading]] = []
        for _ in range(max(4, A_DAY // 2)):
            number += 1
            if wires and chance.random() < 0.15:
                made = _copied(chance.choice(wires), number)
            else:
                made = _article(chance, chance.sample(today, k=min(A_DAY, STATEMENTS)), day, number)
                wires.append(made)
            told += len(made[1].statements)
            yield made
        day += timedelta(1)


def _happening(chance: random.Random, day: date) -> _Happening:
    words, event = chance.choice(ACTS)
    name = "".join(chance.choices(SYLLABLES, k=3)).capitalize()
    thing = chance.choice(THINGS)
    place = Place(
        name, (0, 0), chance.randrange(10**7), chance.uniform(40, 55), chance.uniform(20, 45), None, "settlement"
    )
    count = chance.randint(2, 90) if "{count}" in words else None
    meaning = np.random.default_rng(chance.randrange(2**32)).standard_normal(MEANING)
    side = chance.choice(SIDES)
    return _Happening(
        words.format(thing=thing, place=name, count=count),
        event,
        place,
        day,
        count,
        side,
        chance.choice(BODIES),
        meaning,
    )


def _article(chance: random.Random, told: list[_Happening], day: date, number: int) -> tuple[Page, Reading]:
    outlet = f"Outlet {chance.randrange(60)}"
    text, cuts = f"News of {day.isoformat()}, number {number}\n\n", list[_Cut]()
    for one in told:
        who = f"{one.side}'s {one.body}"
        start = len(text)
        content = (
            f"{one.side}n forces {one.words} {chance.choice(('on that day', 'overnight', 'in the morning', 'at dawn'))}"
        )
        text += f"{content}, {who} said. "
        cuts.append(
            (one, (start, start + len(content)), (start + len(content) + 2, start + len(content) + 2 + len(who)))
        )
    return _made(text, outlet, day, number, cuts, chance)


def _made(
    text: str, outlet: str, day: date, number: int, cuts: Sequence[_Cut], chance: random.Random
) -> tuple[Page, Reading]:
    location = f"pile/{number:07d}.txt"
    raw = text.encode()
    document = Document(
        document_id(location, raw),
        location,
        None,
        f"News {number}",
        outlet,
        "en",
        text,
        (),
        None,
        Interval(day, day, ()),
    )
    statements, kept = [], []
    noise = np.random.default_rng(chance.randrange(2**32))
    for one, content, source in cuts:
        figures = (
            (
                Figure(
                    str(one.count),
                    content,
                    one.count,
                    one.count,
                    one.count,
                    Comparator.EQUAL,
                    "people",
                    "people killed",
                ),
            )
            if one.count is not None
            else ()
        )
        statement = Statement(
            statement_id(document.id, (content,), (source,)),
            document.id,
            (content,),
            (source,),
            ((source[1] + 1, source[1] + 5),),
            Voice.INDIRECT,
            Origin(f"{one.side}'s {one.body}", OriginKind.ORGANIZATION, one.side),
            (),
            Basis.OFFICIAL,
            Certainty.CERTAIN,
            Interest.OWN,
            one.event,
            None,
            (one.place,),
            Time("that day", content, one.day, one.day),
            figures,
        )
        vector = one.meaning + 0.4 * noise.standard_normal(MEANING)
        meaning = np.rint(vector * (127 / np.linalg.norm(vector))).astype(np.int8).tobytes()
        statements.append(statement)
        kept.append(filed(document, statement, (content[0], source[1] + 6), meaning))
    page = Page(location, raw, Media.TEXT, None, datetime(2026, 1, 1, tzinfo=UTC), "bench")
    return page, Reading(document, tuple(statements), filed=tuple(kept))


def _copied(wire: tuple[Page, Reading], number: int) -> tuple[Page, Reading]:
    """The wire on another outlet's page."""
    page, reading = wire
    location = f"pile/{number:07d}.txt"
    document = replace(
        reading.document, id=document_id(location, page.content), location=location, outlet=f"Outlet {number % 60}"
    )
    kept = []
    for one in reading.filed:
        s = one.statement
        statement = replace(s, id=statement_id(document.id, s.content, s.source), document=document.id)
        kept.append(replace(one, statement=statement, outlet=document.outlet, location=location))
    return replace(page, location=location), Reading(document, tuple(f.statement for f in kept), filed=tuple(kept))
