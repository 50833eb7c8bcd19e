"""A pile of any size in the shape of a war's reporting: days, places, events, wires and their copies; all invented.

Each day things happen in places that come back, most of them told once, some by a dozen articles; each telling in words
of its own, drawn as often as conflict news has them (`link_common.yaml`), by the word of a side's body. One article in
six prints a wire. So a claim has a statement or ten, and the number of claims grows with time. A statement shares keys
with some nine hundred others: two sides are named in every line, which is harder than news of many matters (FNC-1's
thirty thousand statements: two hundred). The vectors of meaning are those of the happening with noise.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache

import numpy as np
from numpy.typing import NDArray

from sayso.lexicon.load import table
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
ARTICLES_A_DAY = 6
"""Articles of one day; a desk that watches one war with thirty feeds has five times as many."""
STATEMENTS = 12
"""Statements of an article, about."""
HAPPENINGS = 3
"""Happenings of a day for each article of it."""
WIRES = 1 / 6
"""How many articles print another."""
PLACES = 400
OWN_WORDS, TOLD_WORDS, OTHER_WORDS = 5, 3, 5
"""Words that a happening has of its own, those of them that one telling has, and those that the teller adds."""
RARE = 9
"""The highest band of words, as a power of two of the sentences that hold them, that tell of one happening."""
SYLLABLES = ("ka", "be", "lo", "mir", "tar", "ost", "ven", "sul", "dra", "hol", "ru", "pa", "zel", "nik", "vor", "em")
SIDES = ("Varnia", "Ostrel")
BODIES = ("defence ministry", "{number}th brigade", "{place} police", "{place} administration", "{number}th hospital")
CUES = ("said", "told reporters", "wrote on its page", "announced", "claimed", "let it be known", "has it")
ACTS = (
    ("shelled {place}", Event.ASSAULT),
    ("captured {place}", Event.ASSAULT),
    ("withdrew from {place}", Event.RETREAT),
    ("killed {count} people in {place}", Event.ASSAULT),
    ("wounded {count} soldiers near {place}", Event.ASSAULT),
    ("sent {count} trucks of flour to {place}", Event.AID),
    ("shot down {count} drones over {place}", Event.ASSAULT),
    ("accused the other side of mining {place}", Event.ACCUSE),
    ("held talks on {place}", Event.CONSULT),
    ("repaired the mains of {place}", Event.AID),
)


@dataclass(frozen=True, slots=True)
class _Happening:
    act: str
    words: tuple[str, ...]
    event: Event
    place: Place
    day: date
    count: int | None
    side: str
    body: str
    meaning: NDArray[np.float64]


_Cut = tuple[_Happening, Span, Span]


def pile(statements: int, seed: int = 0, a_day: int = ARTICLES_A_DAY) -> Iterator[tuple[Page, Reading]]:
    """Articles with about so many statements together, so many a day, in the order of their days."""
    chance = random.Random(seed)
    places = [_place(chance) for _ in range(PLACES)]
    told, day, number = 0, FIRST, 0
    while told < statements:
        today = [_happening(chance, day, places) for _ in range(HAPPENINGS * a_day + STATEMENTS)]
        heard = [1 / (1 + rank) ** 0.5 for rank in range(len(today))]
        wires: list[tuple[Page, Reading]] = []
        for _ in range(a_day):
            number += 1
            if wires and chance.random() < WIRES:
                made = _copied(chance.choice(wires), number)
            else:
                chosen = {id(one): one for one in chance.choices(today, heard, k=STATEMENTS)}
                made = _article(chance, list(chosen.values()), day, number)
                wires.append(made)
            told += len(made[1].statements)
            yield made
        day += timedelta(1)


@cache
def _vocabulary(highest: int) -> tuple[list[str], list[float]]:
    """Words up to a band, each with how many sentences hold it."""
    bands = {int(band): str(words).split() for band, words in table("link_common")["words"].items()}
    rows = [(word, 2.0**band) for band, words in sorted(bands.items()) if band <= highest for word in words]
    return [word for word, _ in rows], [often for _, often in rows]


def _drawn(chance: random.Random, highest: int, count: int) -> list[str]:
    words, often = _vocabulary(highest)
    return chance.choices(words, often, k=count)


def _place(chance: random.Random) -> Place:
    name = "".join(chance.choices(SYLLABLES, k=3)).capitalize()
    lat, lon = chance.uniform(40, 55), chance.uniform(20, 45)
    return Place(name, (0, 0), chance.randrange(10**7), lat, lon, None, "settlement")


def _happening(chance: random.Random, day: date, places: Sequence[Place]) -> _Happening:
    act, event = chance.choice(ACTS)
    place = chance.choices(places, [1 / (1 + rank) ** 0.7 for rank in range(len(places))])[0]
    count = chance.randint(2, 90) if "{count}" in act else None
    meaning = np.random.default_rng(chance.randrange(2**32)).standard_normal(MEANING)
    return _Happening(
        act.format(place=place.text, count=count),
        tuple(_drawn(chance, RARE, OWN_WORDS)),
        event,
        place,
        day,
        count,
        chance.choice(SIDES),
        chance.choice(BODIES).format(number=chance.randint(3, 90), place=chance.choice(places).text),
        meaning,
    )


def _article(chance: random.Random, told: list[_Happening], day: date, number: int) -> tuple[Page, Reading]:
    text, cuts = f"News of {day.isoformat()}, number {number}\n\n", list[_Cut]()
    for one in told:
        who = f"{one.side}'s {one.body}"
        words = [*chance.sample(one.words, TOLD_WORDS), *_drawn(chance, 15, OTHER_WORDS)]
        chance.shuffle(words)
        by, *rest = words
        content = f"{one.side}n {by} forces {one.act} {' '.join(rest)}"
        start = len(text)
        text += f"{content}, {who} {chance.choice(CUES)}. "
        source = start + len(content) + 2
        cuts.append((one, (start, start + len(content)), (source, source + len(who))))
    return _made(text, f"Outlet {chance.randrange(60)}", day, number, cuts, chance)


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
