"""What the tagger is told about a word beside its letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.encoder import cut
from sayso.encoder.features import (
    CLOSE,
    DASH,
    DIGIT,
    FEATURES,
    LOWER,
    MARK,
    MIXED,
    OPEN,
    SHAPES,
    TITLE,
    UPPER,
    of_paragraph,
    shape,
)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("army", LOWER),
        ("n't", LOWER),
        ("’s", LOWER),
        ("Karsk", TITLE),
        ("Él", TITLE),
        ("A", TITLE),
        ("VNA", UPPER),
        ("U.S.", UPPER),
        ("McOrr", MIXED),
        ("iPhone", MIXED),
        ("al-Orr", MIXED),
        ("1,200", DIGIT),
        ("40-year-old", DIGIT),
        ("T-72", DIGIT),
        ("“", OPEN),
        ("”", CLOSE),
        ("—", DASH),
        ("--", DASH),
        (",", MARK),
        ("…", MARK),
        ("'", MARK),
        ("🛰", MARK),
    ],
)
def test_the_shape_of_a_word(form: str, expected: int) -> None:
    assert shape(form) == expected


def read(text: str) -> list[tuple[str, int, bool]]:
    """Each word with its shape and whether it is quoted."""
    words = [word.form for word in cut(text)]
    return [(w, f % SHAPES, f >= SHAPES) for w, f in zip(words, of_paragraph(words), strict=True)]


def test_a_quotation_is_quoted_with_both_its_marks() -> None:
    assert read("“We left,” he said.") == [
        ("“", OPEN, True),
        ("We", TITLE, True),
        ("left", LOWER, True),
        (",", MARK, True),
        ("”", CLOSE, True),
        ("he", LOWER, False),
        ("said", LOWER, False),
        (".", MARK, False),
    ]


def test_a_mark_left_open_is_open_to_the_end_and_a_lone_closing_mark_quotes_nothing() -> None:
    assert [quoted for *_, quoted in read("He said: “We left.")] == [False] * 3 + [True] * 4
    assert [quoted for *_, quoted in read("We left” he said")] == [False] * 5


@given(st.lists(st.text(min_size=1, max_size=8), max_size=30))
def test_any_words_have_one_feature_each_within_the_table(words: list[str]) -> None:
    found = of_paragraph(words)
    assert len(found) == len(words)
    assert all(0 < feature < FEATURES for feature in found)
