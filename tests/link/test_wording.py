"""The words of an article as copying is told by."""

import pytest

from sayso.link.wording import plain, wording


@pytest.mark.parametrize(
    ("word", "same"), [("Ostrel’s", "ostrels"), ("U.S.", "us"), ("3,000", "3000"), ("Čáslav", "caslav"), ("Ñu", "nu")]
)
def test_a_word_is_compared_without_case_accents_and_marks(word: str, same: str) -> None:
    assert plain(word) == same


def test_words_know_their_places_and_what_is_quoted_and_leave_out_addresses() -> None:
    text = "“We hold Karsk,” he said. See https://vna.example/karsk-held now."
    words = wording(text)
    assert [text[slice(*words.span(at, at + 1))] for at in range(len(words))] == [
        "We", "hold", "Karsk", "he", "said", "See", "now",
    ]  # fmt: skip
    assert words.quoted.tolist() == [True] * 3 + [False] * 4


def test_a_quotation_that_goes_on_in_the_next_paragraph_is_quoted_to_its_end() -> None:
    words = wording('"We will not leave this town to anyone.\n\n"We stay," he said.')
    assert words.quoted.tolist() == [True] * 10 + [False] * 2
