"""Retold: rewrites are found by statements that match in order, and two reports of one day are not."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.link.retold import retold
from sayso.link.tellings import Telling
from sayso.model.claim import CopyKind
from tests.link.pages import page

FRIDAY, SATURDAY = date(2024, 3, 15), date(2024, 3, 16)
FACTS = 40
NAMES = ("Dorsk", "Teren", "Volen", "Halden", "Korvat", "Vidal", "Soltan", "Mirel", "Trenn", "Sarr", "Farn", "Aal")


def told(facts: Sequence[int], quoted: Sequence[int] = (), noise: int = 0, figures: int = 0) -> Telling:
    """An article that tells these facts, in words that differ with the noise; each fact with a name of its own."""
    rng = np.random.default_rng(noise)
    rows = np.zeros((len(facts), 128), dtype=np.float32)
    for row, fact in enumerate(facts):
        rows[row, fact] = 1.0
    rows += rng.normal(0, 0.06, rows.shape).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    anchors = tuple(
        {NAMES[fact % 12].lower(): NAMES[fact % 12], str(figures + fact): str(figures + fact)} for fact in facts
    )
    return Telling(
        spans=tuple((10 * at, 10 * at + 9) for at in range(len(facts))),
        vectors=rows,
        anchors=anchors,
        held={key: sum(key in each for each in anchors) for each in anchors for key in each},
        quoted=np.array([fact in quoted for fact in facts], dtype=np.bool_),
        words=tuple(frozenset({f"{fact}", f"{noise}-{row}"}) for row, fact in enumerate(facts)),
    )


WIRE = page("x" * 200, "wire.txt", "Ostrel Wire", FRIDAY)
COURIER = page("y" * 200, "courier.txt", "Verem Courier", SATURDAY)


def test_ten_statements_in_other_words_and_one_order_are_a_rewrite() -> None:
    copy = retold(WIRE, COURIER, told(range(10), figures=20), told(range(10), noise=1, figures=20))
    assert copy is not None
    assert (copy.later, copy.earlier, copy.kind, copy.share) == (COURIER.id, WIRE.id, CopyKind.REWRITE, 1.0)
    assert [(passage.here, passage.there) for passage in copy.passages] == [
        ((10 * n, 10 * n + 9),) * 2 for n in range(10)
    ]
    assert copy.why == (
        "10 of 10 statements of courier.txt (Verem Courier) stand in wire.txt (Ostrel Wire) in other words and in the "
        "same order, with the same figures (20, 21, 22, 23, 24) and the same names (Dorsk, Halden, Korvat, Mirel, "
        "Sarr): a rewrite, or a translation of one text. courier.txt (Verem Courier) is the later: 2024-03-16 after "
        "2024-03-15."
    )


def test_a_few_of_an_articles_own_statements_between_them_change_nothing() -> None:
    copy = retold(WIRE, COURIER, told(range(10)), told((0, 1, 2, 30, 3, 4, 5, 31, 6, 8, 9), noise=1))
    assert copy is not None
    assert copy.kind is CopyKind.REWRITE


def test_eight_statements_in_an_article_three_times_as_long_are_a_part() -> None:
    copy = retold(WIRE, COURIER, told(range(10)), told((*range(1, 9), *range(20, 36)), noise=1))
    assert copy is not None
    assert (copy.kind, copy.share) == (CopyKind.PART, round(8 / 24, 4))


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ((3, 20, 0, 21, 22, 7, 23, 5, 24, 1), "five facts in common, in another order"),
        ((0, 20, 21, 1, 22, 23, 2, 24, 25, 3, 26, 27, 4, 28, 29, 5), "six in order, each between two of its own"),
        ((0, 1, 2, 3, 20, 21, 22, 23, 24, 25), "the four leading facts"),
        (tuple(range(20, 30)), "nothing in common"),
    ],
)
def test_a_report_of_ones_own_is_no_rewrite(facts: Sequence[int], why: str) -> None:
    assert retold(WIRE, COURIER, told(range(10)), told(facts, noise=1)) is None, why


def test_a_speech_that_both_quote_is_no_rewrite() -> None:
    speech = range(10)
    assert retold(WIRE, COURIER, told(range(12), speech), told((20, *range(10), 21), speech, noise=1)) is None


def test_yesterdays_report_in_the_same_words_with_other_figures_weighs_less() -> None:
    same = retold(WIRE, COURIER, told(range(6), figures=20), told(range(6), noise=1, figures=20))
    other = retold(WIRE, COURIER, told(range(6), figures=20), told(range(6), noise=1, figures=60))
    assert same is not None
    assert other is None or other.share <= same.share


def test_an_article_without_statements_retells_nothing() -> None:
    assert retold(WIRE, COURIER, told(()), told(range(10))) is None


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 30), max_size=14, unique=True), st.lists(st.integers(0, 30), max_size=14, unique=True))
def test_it_is_the_same_whichever_is_given_first(one: list[int], other: list[int]) -> None:
    mine, its = told(one), told(other, noise=1)
    assert retold(WIRE, COURIER, mine, its) == retold(COURIER, WIRE, its, mine)
