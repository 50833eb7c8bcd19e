"""Unmarked articles: what is quoted where a text has lost its quotation marks."""

import pytest

from sayso.read.attribute import Anchor, Attribution
from sayso.read.unmarked import LEAST_TEXT, is_speech, is_unmarked

REST = "The road to Tarn was cut by noon. " * 20


def test_a_text_of_some_length_without_a_mark_has_lost_them() -> None:
    assert is_unmarked(REST)
    assert not is_unmarked(REST + "“We hold,” he said.")
    assert not is_unmarked(REST[: LEAST_TEXT - 1])


@pytest.mark.parametrize(
    ("sentence", "content", "speaker_here", "quoted"),
    [
        ("The people of Karsk are running out of time.", "The people of Karsk are running out of time", False, True),
        ("Our stocks ran out in May, Dr Orr said.", "Our stocks ran out in May", True, True),
        ("The road is shut, police said.", "The road is shut", True, False),
        ("The people of Karsk were running out of time.", "The people of Karsk were running out of time", False, False),
        ("She said that stocks are low.", "stocks are low", True, False),
    ],
)
def test_who_is_quoted_is_not_moved_into_the_past_nor_out_of_the_first_person(
    sentence: str, content: str, speaker_here: bool, quoted: bool
) -> None:
    at = sentence.index(content)
    found = Attribution(0, ((at, at + len(content)),), Anchor(((0, 1),), ()) if speaker_here else None, speaker_here)
    assert is_speech(sentence, (0, len(sentence)), found) is quoted
