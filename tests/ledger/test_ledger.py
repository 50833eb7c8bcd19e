"""What a ledger keeps, finds again and refuses to keep twice."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from sayso.ledger import Ledger
from sayso.model.document import document_id
from sayso.model.problem import Problem, SaysoError
from sayso.model.statement import Basis, Certainty, Event, Interest, Place, Voice
from tests import conftest
from tests.ledger.example import LOCATION, TEXT, numbered, page, reading


@pytest.fixture
def ledger(place: conftest.Place) -> Iterator[Ledger]:
    with Ledger.open(place()) as opened:
        yield opened


def test_an_article_comes_back_as_it_was_read(ledger: Ledger) -> None:
    assert ledger.add(page(), reading())
    assert list(ledger.documents()) == [reading().document]
    assert tuple(ledger.statements()) == reading().statements
    assert ledger.page(reading().document.id) == page()
    assert [noted.problem for noted in ledger.problems()] == list(reading().problems)


def test_adding_twice_changes_nothing(ledger: Ledger) -> None:
    ledger.add(page(), reading())
    before = list(ledger.problems())
    assert not ledger.add(page(), reading())
    assert list(ledger.documents()) == [reading().document]
    assert tuple(ledger.statements()) == reading().statements
    assert list(ledger.problems()) == before


def test_a_page_is_known_before_it_is_read(ledger: Ledger) -> None:
    known = document_id(LOCATION, TEXT.encode())
    assert not ledger.has(known)
    ledger.add(page(), reading())
    assert ledger.has(known)
    assert ledger.has(document_id("elsewhere/karsk-courier.txt", TEXT.encode()))
    assert not ledger.has(document_id(LOCATION, TEXT.encode() + b" "))


def test_the_order_of_arrival_leaves_no_trace(place: conftest.Place) -> None:
    kept = []
    for name, order in (("a", (1, 2, 3)), ("b", (3, 1, 2))):
        with Ledger.open(place(name)) as ledger:
            for number in order:
                ledger.add(*numbered(number))
            kept.append((list(ledger.documents()), list(ledger.statements())))
    assert kept[0] == kept[1]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"voice": Voice.OUTLET}, [4]),
        ({"origin": "Irina Lask"}, [3]),
        ({"side": "Varnia"}, [1, 3]),
        ({"basis": Basis.OFFICIAL}, [0, 2]),
        ({"certainty": Certainty.DENIED}, [2]),
        ({"interest": Interest.AGAINST}, [1, 3]),
        ({"event": Event.RETREAT}, [1]),
        ({"relay": "Ostrel Wire"}, [1]),
        ({"place": "Karsk"}, [2, 4]),
        ({"country": "OS"}, [0]),
        ({"since": date(2031, 8, 14)}, [0, 4]),
        ({"until": date(2031, 8, 12)}, [0]),
        ({"basis": Basis.OFFICIAL, "event": Event.ASSAULT, "place": "Tarn"}, [0]),
        ({"document": "nothing"}, []),
    ],
)
def test_statements_are_found_by_what_was_read_in_them(ledger: Ledger, wanted, found) -> None:
    ledger.add(page(), reading())
    assert list(ledger.statements(**wanted)) == [reading().statements[at] for at in found]


def test_listing_counts_the_statements_of_each_article(ledger: Ledger) -> None:
    ledger.add(*numbered(7))
    ledger.add(page(), reading())
    assert [(row.location, row.statements, row.outlet, row.latest) for row in ledger.listed()] == [
        ("pile/0007.txt", 1, None, None),
        (LOCATION, 5, "The Karsk Courier", date(2031, 8, 17)),
    ]


def test_a_problem_is_noted_once_however_often_it_is_met(ledger: Ledger) -> None:
    trouble = Problem("pile/0412.html", "no text in it", "not read", "Save the page with its text.")
    ledger.note(trouble)
    ledger.note(trouble)
    assert [(noted.problem, noted.document) for noted in ledger.problems()] == [(trouble, None)]


def test_an_id_may_be_cut_short_while_it_is_the_only_one(ledger: Ledger) -> None:
    ledger.add(page(), reading())
    wanted = reading().statements[1]
    assert ledger.find(wanted.id) == wanted
    assert ledger.find(wanted.id[:8].upper()) == wanted
    assert ledger.find(reading().document.id[:8]) == reading().document


@pytest.mark.parametrize("prefix", ["", "zz", "%", "_", "0123456789abcdef0"])
def test_an_id_that_is_none_is_a_problem(ledger: Ledger, prefix: str) -> None:
    ledger.add(page(), reading())
    with pytest.raises(SaysoError) as caught:
        ledger.find(prefix)
    assert caught.value.problem.effect == "nothing shown"


def test_an_id_cut_too_short_names_some_it_could_mean(ledger: Ledger) -> None:
    for number in range(40):
        ledger.add(*numbered(number))
    with pytest.raises(SaysoError, match="more than one id begins so"):
        ledger.find(next(ledger.documents()).id[:1])


def test_characters_that_a_database_cannot_hold_are_kept_in_the_whole(ledger: Ledger) -> None:
    odd = replace(reading().document, title="Ka\x00rsk \udcff", outlet="\ud800")
    ledger.add(page(), replace(reading(), document=odd))
    assert ledger.document(odd.id) == odd
    assert [row.title for row in ledger.listed()] == ["Ka\ufffdrsk \ufffd"]


def test_names_longer_than_any_index_takes_are_kept_in_the_whole(ledger: Ledger) -> None:
    endless = "".join(chr(0x4E00 + number % 20_000) for number in range(30_000))
    first = reading().statements[0]
    odd = replace(
        first, origin=replace(first.origin, name=endless, side=endless), places=(Place(endless, (0, 1)),), chain=()
    )
    document = replace(reading().document, outlet=endless, title=endless)
    ledger.add(page(), replace(reading(), document=document, statements=(odd,)))
    assert (ledger.document(document.id), list(ledger.statements(origin=endless))) == (document, [odd])
    assert list(ledger.statements(place=endless)) == [odd]


def test_two_statements_of_the_same_words_are_kept_once(ledger: Ledger) -> None:
    twice = replace(reading(), statements=reading().statements * 2)
    assert ledger.add(page(), twice)
    assert tuple(ledger.statements()) == reading().statements


def test_an_article_that_fails_halfway_leaves_nothing(ledger: Ledger) -> None:
    broken = replace(reading().statements[0], id="f" * 16, document="not this article")
    with pytest.raises(SaysoError):
        ledger.add(page(), replace(reading(), statements=(*reading().statements, broken)))
    assert list(ledger.documents()) == []
    assert list(ledger.statements()) == []
    assert list(ledger.problems()) == []
    assert ledger.add(page(), reading())
