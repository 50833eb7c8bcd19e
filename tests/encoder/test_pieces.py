"""Word pieces: never none, never too many."""

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.encoder.pieces import LONGEST, Pieces

PIECES = Pieces((files("sayso.encoder") / "weights" / "tokenizer.json").read_bytes())


def test_a_word_is_the_same_in_capitals_and_with_accents() -> None:
    assert PIECES.of("army") == PIECES.of("ARMY") == PIECES.of("Ármy")
    assert len(PIECES.of("army")) == 1


@pytest.mark.parametrize("form", ["", "\u200b", "\x00", "\ufeff", "\u0301"])
def test_what_is_made_of_nothing_still_has_a_piece(form: str) -> None:
    assert len(PIECES.of(form)) >= 1


def test_a_word_without_end_is_cut_short() -> None:
    assert len(PIECES.of("ab1" * 5_000)) <= LONGEST


@given(st.text(max_size=60))
def test_any_word_has_pieces_and_the_same_ones_again(form: str) -> None:
    found = PIECES.of(form)
    assert 1 <= len(found) <= LONGEST
    assert PIECES.of(form) == found
