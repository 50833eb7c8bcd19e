"""The chain as a picture: many articles fold, copies stack, and hostile names are dead."""

import re
from datetime import date, timedelta

from sayso.model.claim import Root
from sayso.model.document import Interval
from sayso.model.filed import Filed
from sayso.model.statement import (
    Hop,
    Interest,
    Origin,
    OriginKind,
    Relation,
    Statement,
    Voice,
)
from sayso.web.pictures.chain import ARTICLES, chain

MINISTRY = Origin("Ministry of Defence of Varnia", OriginKind.ORGANIZATION, "Varnia")


def filed(number: int, outlet: str, *relays: str, origin: Origin = MINISTRY) -> Filed:
    hops = tuple(Hop(each, Relation.PUBLISHED, (0, 1)) for each in relays)
    name = f"{number:016x}"
    said = Statement(name, f"d{number:015x}", ((0, 4),), (), (), Voice.INDIRECT, origin, hops)
    day = date(2024, 3, 1) + timedelta(number)
    return Filed(said, "It is so", "It is so.", Interval(day, day, ()), outlet, f"pile/{number}.txt")


def root(*some: Filed, origin: Origin = MINISTRY) -> Root:
    ids = tuple(each.statement.id for each in some)
    return Root(origin.name, origin.kind, origin.side, Interest.OWN, ids)


def drawn(roots: list[Root], some: list[Filed], stems: dict[str, str] | None = None, of: int = 0) -> str:
    return str(chain(roots, some, stems or {}, lambda side: "side-0", of or len(some)))


def test_two_hundred_copies_are_one_node_that_says_so() -> None:
    some = [filed(number, f"Outlet {number}") for number in range(200)]
    first = some[0].statement.document
    picture = drawn([root(*some)], some, {each.statement.document: first for each in some})
    assert picture.count('class="node"') == 2
    assert "and 199 of the same text" in picture


def test_of_two_hundred_articles_the_first_are_drawn_and_the_rest_are_one_node() -> None:
    some = [filed(number, f"Outlet {number}") for number in range(200)]
    picture = drawn([root(*some)], some)
    assert picture.count('class="node"') == 1 + ARTICLES
    assert f"and {200 - ARTICLES + 1} more articles" in picture


def test_statements_that_were_not_looked_at_are_counted_among_the_rest() -> None:
    some = [filed(number, f"Outlet {number}") for number in range(3)]
    assert "and 97 more articles" in drawn([root(*some)], some, of=100)


def test_a_relay_stands_between_and_a_line_that_passes_it_runs_beside_it() -> None:
    some = [filed(0, "VNA"), filed(1, "Karsk Courier", "VNA"), filed(2, "Ostrel Wire", "VNA", "Kaya Morel")]
    picture = drawn([root(*some)], some)
    assert picture.count('class="relay"') == 2
    assert picture.count('class="line ') == 5
    heights = {float(y) for y in re.findall(r'<rect x="[\d.]+" y="([\d.]+)"[^>]*class="relay"', picture)}
    rows = {float(y) for y in re.findall(r'<rect x="[\d.]+" y="([\d.]+)"[^>]*class="sheet"', picture)}
    assert not heights & rows


def test_a_hostile_name_is_written_out_and_cut() -> None:
    hostile = Origin("<script>alert(1)</script>\u202e" + "long " * 40, OriginKind.PERSON, "Ostrel")
    some = [filed(0, '"><img src=x onerror=alert(1)>', origin=hostile)]
    picture = drawn([root(*some, origin=hostile)], some)
    assert "<script" not in picture
    assert "<img" not in picture
    assert "\u202e" not in picture
    assert "…" in picture
    assert "\\u202e" in picture
