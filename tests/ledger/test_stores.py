"""What holds in every store: many at once lose nothing, readers see one state, a broken-off write leaves no trace."""

import random
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from sayso.ledger import Ledger, schema
from sayso.ledger.store import Store
from sayso.model.problem import SaysoError
from sayso.workspace import Workspace
from tests.conftest import Place
from tests.ledger.example import numbered, page, reading
from tests.ledger.pile import articles, kept
from tests.servers import Server, raw


@pytest.fixture
def ledger(place: Place) -> Iterator[Ledger]:
    with Ledger.open(place()) as opened:
        yield opened


def rows_of_every_table(location: str) -> dict[str, list[str]]:
    """What is kept, as Python has it, but for when a problem was noted."""
    engine = raw(location)
    with engine.connect() as connection:
        found = {
            table.name: sorted(
                str(row) for row in connection.execute(select(*(c for c in table.c if c.name != "noted")))
            )
            for table in schema.metadata.sorted_tables
        }
    engine.dispose()
    return found


def checked_out(ledger: Ledger) -> int:
    """Connections that are in somebody's hands."""
    store: Store = ledger._store
    return store.reading.pool.checkedout()  # type: ignore[attr-defined, no-any-return]


@pytest.mark.parametrize("seed", [1, 2])
def test_the_same_pile_in_any_order_in_any_store_gives_the_same_export(
    postgresql: Server, tmp_path: Path, seed: int
) -> None:
    exports, tables = [], []
    for location in (str(tmp_path / "war.sayso"), postgresql.fresh()):
        pile = [article.read() for article in articles()] + [numbered(7), (page(), reading())]
        random.Random(seed + len(exports)).shuffle(pile)
        with Ledger.open(location) as ledger:
            for article in pile:
                ledger.add(*article)
            ledger.add(*numbered(8))
            ledger.remove(numbered(8)[1].document.id)
        with Workspace(location) as workspace:
            exports.append("\n".join(workspace.export()).encode())
        tables.append(rows_of_every_table(location))
    assert exports[0] == exports[1]
    assert tables[0] == tables[1]
    assert exports[0].count(b'"type": "claim"') > 6


def test_threads_that_add_at_the_same_time_lose_nothing(ledger: Ledger) -> None:
    with ThreadPoolExecutor(8) as pool:
        added = list(pool.map(lambda number: ledger.add(*numbered(number % 15)), range(30)))
    assert sum(added) == 15
    assert {document.id for document in ledger.documents()} == {numbered(n)[1].document.id for n in range(15)}
    assert checked_out(ledger) == 0


def test_threads_read_while_another_writes(ledger: Ledger) -> None:
    with ThreadPoolExecutor(8) as pool:
        writing = pool.submit(lambda: [ledger.add(*numbered(number)) for number in range(12)])
        seen = list(pool.map(lambda _: len(list(ledger.listed())), range(40)))
    assert len(writing.result()) == 12
    assert all(0 <= many <= 12 for many in seen)


def test_a_snapshot_is_one_state_whatever_is_added_meanwhile(ledger: Ledger) -> None:
    ledger.add(*numbered(1))
    with ledger.snapshot() as still:
        before = list(still.listed())
        ledger.add(*numbered(2))
        assert list(still.listed()) == before
        assert [claim.text for claim in still.claims.all_claims()] == [before[0].title or next(texts(still))]
    assert len(list(ledger.listed())) == 2


def texts(ledger: Ledger) -> Iterator[str]:
    return (claim.text for claim in ledger.claims.all_claims())


def test_a_list_that_is_not_read_to_its_end_gives_its_connection_back(ledger: Ledger) -> None:
    for number in range(3):
        ledger.add(*numbered(number))
    walk = ledger.documents()
    next(walk)
    assert checked_out(ledger) == 1
    walk.close()
    assert checked_out(ledger) == 0
    next(ledger.claims.listed())
    next(ledger.sources())
    assert checked_out(ledger) == 0


def test_what_linking_remembers_of_a_write_that_failed_is_forgotten(place: Place) -> None:
    """The same article is read twice, the second time with other words for a content; the first attempt breaks off."""
    vna, post, herald, *_ = (article.read() for article in articles())
    wrong = replace(vna[1], filed=tuple(replace(each, words="It rains in Verem") for each in _filed(vna[1])))
    broken = replace(wrong, statements=(*wrong.statements, replace(wrong.statements[0], id="f" * 16, document="none")))
    with Ledger.open(place("failed")) as ledger, Ledger.open(place("straight")) as straight:
        for each in (ledger, straight):
            each.add(*herald)
        with pytest.raises(SaysoError):
            ledger.add(vna[0], broken)
        _break_off(ledger, vna[0], wrong)
        for each in (ledger, straight):
            each.add(*vna)
            each.add(*post)
        assert list(ledger.claims.all_claims()) == list(straight.claims.all_claims())


def test_what_one_program_remembers_is_forgotten_when_another_has_taken_it_out(place: Place) -> None:
    """Two programs, one ledger: an article is taken out by the other, and comes again as another reader reads it."""
    vna, post, *_ = (article.read() for article in articles())
    other_words = tuple(replace(each, words="It rains in Verem") for each in _filed(vna[1]))
    with Ledger.open(place()) as one, Ledger.open(place()) as other, Ledger.open(place("straight")) as straight:
        one.add(vna[0], replace(vna[1], filed=other_words))
        other.remove(vna[1].document.id)
        for each in (other, straight):
            each.add(*vna)
        for each in (one, straight):
            each.add(*post)
        assert list(one.claims.all_claims()) == list(straight.claims.all_claims())


def _filed(read):
    from sayso.ledger.rows import filed_of

    return filed_of(read)


def _break_off(ledger: Ledger, page, read) -> None:
    """Everything is written and linked; then the transaction fails."""
    from sayso.ledger import search

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search, "add", fail)
        with pytest.raises(KeyboardInterrupt):
            ledger.add(page, read)


def test_a_ledger_that_is_only_read_is_not_made(place: Place) -> None:
    with pytest.raises(SaysoError, match="there is no ledger here; nothing to show"):
        Ledger.open(place(empty=True), write=False, create=False)


def test_opening_the_same_new_ledger_from_two_programs_at_once_makes_one(place: Place) -> None:
    script = "import sys; from sayso.ledger import Ledger; Ledger.open(sys.argv[1]).close()"
    location = place(empty=True)
    pair = [subprocess.Popen([sys.executable, "-c", script, location]) for _ in range(2)]
    assert [process.wait(60) for process in pair] == [0, 0]
    kept(location)
