"""Sources: whether words may name a speaker."""

import pytest

from sayso.read.sources import speaker_at_end, speaks


@pytest.mark.parametrize(
    "words", ["the mayor of Tarn", "a guard", "Ada Moss", "she", "officials", "the Ostrel ministry"]
)
def test_a_speaker(words: str) -> None:
    assert speaks(words)


@pytest.mark.parametrize("words", ["", "the old bridge", "shells", "a month later"])
def test_no_speaker(words: str) -> None:
    assert not speaks(words)


def test_the_phrase_that_ends_some_words() -> None:
    words = "They spoke to a guard at the gate"
    at = speaker_at_end(words)
    assert at is not None
    assert words[at:] == "a guard at the gate"
    assert speaker_at_end("The bridge fell") is None
