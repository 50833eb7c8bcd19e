"""Spans: half-open stretches of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.span import hull, overlap, words_of

SPAN = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda s: (min(s), max(s)))
TEXT = "“The bridge,” she said, “is gone.”"


def test_the_words_of_an_interrupted_content() -> None:
    assert words_of(TEXT, ((1, 11), (25, 32))) == "The bridge is gone"
    assert words_of(TEXT, ()) == ""


def test_the_hull_holds_all_spans_in_any_order() -> None:
    assert hull(((25, 32), (1, 11))) == (1, 32)


def test_nothing_has_no_hull() -> None:
    with pytest.raises(ValueError, match="empty"):
        hull(())


@given(SPAN, SPAN)
def test_overlap_counts_the_code_points_that_two_spans_share(a: tuple[int, int], b: tuple[int, int]) -> None:
    assert overlap(a, b) == overlap(b, a) == len(set(range(*a)) & set(range(*b)))
