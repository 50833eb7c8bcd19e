"""Every page ends in one of four ways, and none stops the others."""

from pathlib import Path

import pytest

from sayso.batch.local import Fate, Outcome, add_pages
from sayso.ledger import Ledger
from sayso.model.problem import Problem
from tests.ledger.example import numbered, page, read_page


@pytest.fixture
def ledger(tmp_path: Path):
    with Ledger.open(tmp_path / "war.sayso") as opened:
        yield opened


MISSING = Problem("pile/missing.txt", "no such file or folder", "not read", "Check the path.")
PAGES = (
    numbered(1)[0],
    MISSING,
    page("!", "pile/hostile.txt"),
    page("Сто лет", "pile/russian.txt"),
    page("menu", "pile/menu.html"),
    numbered(2)[0],
)


def test_each_page_is_read_kept_or_reported(ledger: Ledger) -> None:
    outcomes = list(add_pages(ledger, PAGES, read_page))
    assert [(outcome.location, outcome.fate, outcome.statements) for outcome in outcomes] == [
        ("pile/0001.txt", Fate.READ, 1),
        ("pile/missing.txt", Fate.SKIPPED, 0),
        ("pile/hostile.txt", Fate.SKIPPED, 0),
        ("pile/russian.txt", Fate.UNREAD, 0),
        ("pile/menu.html", Fate.SKIPPED, 0),
        ("pile/0002.txt", Fate.READ, 1),
    ]
    assert [str(problem) for outcome in outcomes for problem in outcome.problems] == [
        "pile/missing.txt: no such file or folder; not read. Check the path.",
        "pile/hostile.txt: the reader broke down over it (ZeroDivisionError: !); not read. "
        "Please report it, with the page: this is a fault of sayso.",
        "pile/russian.txt: Russian is not read yet; kept, but not read. Wait for a later sayso.",
        "pile/menu.html: no article in it; not read. Save the page with its text.",
    ]
    assert [document.location for document in ledger.documents()] == [
        "pile/0001.txt",
        "pile/0002.txt",
        "pile/russian.txt",
    ]
    assert len(list(ledger.problems())) == 4


def test_a_known_page_is_not_read_again(ledger: Ledger) -> None:
    list(add_pages(ledger, PAGES[:1], read_page))

    def unwanted(_: object) -> Problem:
        raise AssertionError("read again")

    known = ledger.documents()
    assert list(add_pages(ledger, PAGES[:1], unwanted)) == [Outcome("pile/0001.txt", Fate.KNOWN, next(known).id, 0, ())]


def test_breaking_off_keeps_what_was_read(ledger: Ledger) -> None:
    def interrupted(received):
        if "2 drones" in received.content.decode():
            raise KeyboardInterrupt
        return read_page(received)

    with pytest.raises(KeyboardInterrupt):
        list(add_pages(ledger, [numbered(number)[0] for number in (1, 2, 3)], interrupted))
    assert [document.location for document in ledger.documents()] == ["pile/0001.txt"]
    assert [outcome.fate for outcome in add_pages(ledger, [numbered(n)[0] for n in (1, 2, 3)], read_page)] == [
        Fate.KNOWN,
        Fate.READ,
        Fate.READ,
    ]
