"""What linking keeps is a function of the set of articles: no order shows, and what is taken out leaves no trace."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from bench.pile import pile
from sayso.ledger import Ledger
from sayso.model.document import Page, document_id
from sayso.model.reading import Reading
from sayso.model.statement import statement_id
from tests.conftest import Place
from tests.ledger.older import older
from tests.servers import raw

LINKED = (
    "contents",
    "fingerprints",
    "traces",
    "addresses",
    "keys",
    "copies",
    "stems",
    "taken",
    "edges",
    "prints",
    "nests",
    "claims",
    "members",
    "conflicts",
    "handles",
    "counts",
    "partings",
    "sources",
    "source_sides",
    "source_relays",
    "sides",
    "said",
    "charted",
    "claim_places",
    "claim_origins",
    "spots",
    "spot_names",
    "cells",
    "spells",
)
ARTICLES = 8

Added = tuple[Page, Reading]


@pytest.fixture(scope="module")
def articles() -> list[Added]:
    found = list(pile(ARTICLES * 12, seed=3))[:ARTICLES]
    return [_short(page, reading) for page, reading in found]


def _short(page: Page, reading: Reading) -> Added:
    kept = reading.filed[:5]
    return page, replace(reading, statements=tuple(f.statement for f in kept), filed=kept)


def ledger_of(path: str, added: list[Added]) -> dict[str, list[tuple[object, ...]]]:
    """The rows of every table of linking after the articles were added in that order."""
    with Ledger.open(path) as ledger:
        for page, reading in added:
            ledger.add(page, reading)
    return rows_of(path)


def rows_of(path: str) -> dict[str, list[tuple[object, ...]]]:
    engine = raw(path)
    with engine.connect() as connection:
        found = {name: sorted(map(tuple, connection.execute(text(f"SELECT * FROM {name}")))) for name in LINKED}
    engine.dispose()
    return found


def copied(added: Added, outlet: str) -> Added:
    """The same article on another outlet's page."""
    page, reading = added
    location = f"pile/{outlet}.txt"
    document = replace(reading.document, id=document_id(location, page.content), location=location, outlet=outlet)
    kept = tuple(
        replace(
            one,
            statement=replace(
                one.statement,
                id=statement_id(document.id, one.statement.content, one.statement.source),
                document=document.id,
            ),
            outlet=outlet,
            location=location,
        )
        for one in reading.filed
    )
    return replace(page, location=location), Reading(document, tuple(f.statement for f in kept), filed=kept)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(ARTICLES)))
def test_no_order_of_adding_shows(
    order: list[int], articles: list[Added], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("orders")
    straight = ledger_of(str(folder / "straight.sayso"), articles)
    assert straight == ledger_of(str(folder / "shuffled.sayso"), [articles[i] for i in order])
    assert straight["claims"]


def test_taking_an_article_out_leaves_what_was_before_it_came(articles: list[Added], place: Place) -> None:
    before = ledger_of(place(), articles[:-1])
    assert ledger_of(place(), articles[-1:]) != before
    with Ledger.open(place()) as ledger:
        assert ledger.remove(articles[-1][1].document.id)
        assert not ledger.remove(articles[-1][1].document.id)
    assert rows_of(place()) == before


def test_an_article_added_twice_changes_nothing(articles: list[Added], place: Place) -> None:
    once = ledger_of(place(), articles[:3])
    assert ledger_of(place(), articles[:3]) == once


def test_forty_copies_of_one_wire_add_no_root(articles: list[Added], tmp_path: Path) -> None:
    ledger_of(str(tmp_path / "war.sayso"), articles[:1])
    with Ledger.open(tmp_path / "war.sayso") as ledger:
        alone = {claim.text: len(claim.roots) for claim in ledger.claims.all_claims()}
        for number in range(40):
            ledger.add(*copied(articles[0], f"Copyist {number}"))
        found = list(ledger.claims.all_claims())
    assert {claim.text: len(claim.roots) for claim in found} == alone
    assert {len(claim.statements) for claim in found} == {41}


def test_no_order_of_thirty_copies_shows_nor_any_that_were_taken_out(
    articles: list[Added], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A dozen of them speak for all, and each is compared with a few; which these are changes as they come and go."""
    straight_path, shuffled_path = str(tmp_path / "straight.sayso"), str(tmp_path / "shuffled.sayso")
    for module in ("sayso.link.fingerprints", "sayso.ledger.kinship"):
        monkeypatch.setattr(f"{module}.COMMON", 6)
    copies = [copied(articles[0], f"Copyist {number}") for number in range(30)]
    kept, more = [*articles[:2], *copies[:22]], copies[22:]
    straight = ledger_of(straight_path, kept)
    every = [*kept, *more]
    random.Random(5).shuffle(every)
    ledger_of(shuffled_path, every)
    with Ledger.open(shuffled_path) as ledger:
        for _, reading in more:
            ledger.remove(reading.document.id)
    assert rows_of(shuffled_path) == straight
    assert {row[4] for row in straight["claims"]} >= {23}


def test_a_ledger_of_an_older_sayso_is_linked_when_it_is_opened(articles: list[Added], tmp_path: Path) -> None:
    now = ledger_of(str(tmp_path / "war.sayso"), articles[:3])
    before = older(tmp_path / "war.sayso", "0001")
    Ledger.open(before).close()
    without = {"contents", "keys", "edges", "claims", "members", "conflicts"}
    found = rows_of(str(before))
    assert {k: v for k, v in found.items() if k not in without} == {k: v for k, v in now.items() if k not in without}
    assert sorted(row[0] for row in found["contents"]) == sorted(row[0] for row in now["contents"])
    assert found["members"]
