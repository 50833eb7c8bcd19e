"""What a search asks for, what it finds, and what is wrong with what cannot be asked."""

from collections.abc import Iterator

import pytest

from sayso.ledger import Ledger
from sayso.ledger.matching import row_of
from sayso.ledger.search import asked
from sayso.model.problem import SaysoError
from tests.conftest import Place
from tests.ledger.pile import FIRST, HELD, ROAD, SECOND, TWELVE, kept


@pytest.fixture(scope="module")
def ledger(shared_place: Place) -> Iterator[Ledger]:
    with Ledger.open(kept(shared_place()), write=False) as opened:
        yield opened


@pytest.mark.parametrize(
    ("words", "query"),
    [
        ("market", '("market")'),
        ("covered market", '("covered") AND ("market")'),
        ("“covered market” killed", '("covered market") AND ("killed")'),
        ("killed OR wounded market", '("killed" OR "wounded") AND ("market")'),
        ('shell* -soldiers -"the army"', '(("shell"*)) NOT ("soldiers" OR "the army")'),
        ("killed AND market NOT: ^x NEAR(a", None),
        ("words:31 a+b cease-fire", '("words:31") AND ("a+b") AND ("cease-fire")'),
        ('"shelling of the mar"*', '("shelling of the mar"*)'),
    ],
)
def test_what_is_asked_reaches_the_table_as_words_alone(words: str, query: str | None) -> None:
    assert query is None or str(asked(words)) == query


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("", "no word is asked for"),
        ('"covered market', "a quotation mark is opened and not closed"),
        ("OR killed", "OR stands where no word is before it"),
        ("killed OR", "OR stands where no word is behind it"),
        ("killed OR OR wounded", "OR stands where no word is before it"),
        ("killed OR -wounded", "OR stands before a minus"),
        ("-killed", "there are only words that must not be there"),
        ("(killed wounded) OR dead", "brackets mean nothing here"),
        ("killed *", r"there is no letter or digit in \*"),
        ("x " * 61, "more than 60 words are asked for"),
    ],
)
def test_what_cannot_be_asked_is_one_row_that_says_why(words: str, what: str) -> None:
    with pytest.raises(SaysoError, match=what) as caught:
        asked(words)
    assert caught.value.problem.effect == "nothing was searched"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("covered market", {FIRST, SECOND}),
        ('"market covered"', set()),
        ("KILL", {FIRST, SECOND}),
        ("sett* -Kestrel about", set()),
        ("Kestrel", {TWELVE}),
        ("toll", {SECOND}),
        ('convoy OR "about 12"', {ROAD, TWELVE}),
        ("settlement 31 VNA", {HELD}),
        ("a\ud800 x\x00y", set()),
    ],
)
def test_statements_are_found_by_words_by_who_says_them_and_by_title(
    ledger: Ledger, words: str, found: set[str]
) -> None:
    assert {each.filed.words for each in ledger.claims.search(words)} == found


def test_a_hit_in_the_words_comes_before_one_in_the_title(ledger: Ledger) -> None:
    hits = list(ledger.claims.search("settlements"))
    assert [each.filed.words for each in hits][-1] == ROAD
    assert hits[-1].title in ("Thirty-one settlements", "Varnia counts its settlements")
    assert [each.of for each in ledger.claims.search("settlements", limit=2)] == [len(hits)] * 2


def test_the_best_of_any_so_many_are_found_without_ranking_all(ledger: Ledger) -> None:
    every = [each.filed.statement.id for each in ledger.claims.search("settlements")]
    some = list(ledger.claims.search("settlements", limit=2, most=3))
    assert [each.of for each in some] == [3, 3]
    assert {each.filed.statement.id for each in some} <= set(every)
    assert [each.filed.statement.id for each in ledger.claims.search("settlements", most=len(every))] == every


def test_every_id_has_a_row_of_its_own() -> None:
    assert [row_of(id_) for id_ in ("0000000000000001", "7fffffffffffffff", "8000000000000000", "f" * 16)] == [
        1,
        2**63 - 1,
        -(2**63),
        -1,
    ]
