"""What the encoder says, asked for by spans of the text."""

import numpy as np
import pytest

from sayso.encoder import EVENTS, Encoded, cut
from sayso.encoder.heads import NAMES, SLICES, WIDTH
from sayso.read.marked import Marked, Name

TEXT = "Varnia shelled Karsk.\n\nSnow fell. Mara Ruda wept."


def marked(**scores: dict[int, int]) -> Marked:
    """The text with made scores: for each head, the class of some words, counted over the article; else its first."""
    spans = ((0, 21), (23, len(TEXT)))
    words = [cut(TEXT[start:end]) for start, end in spans]
    total = sum(map(len, words))
    rows = np.zeros((total, WIDTH), np.float32)
    for head, chosen in scores.items():
        columns = rows[:, SLICES[head]]
        for word in range(total):
            columns[word, chosen.get(word, 0)] = 5.0
    return Marked(spans, words, Encoded([["O"] * len(p) for p in words], rows))


def test_names_are_spans_of_the_text() -> None:
    begin, inside, place = (NAMES.index(tag) for tag in ("B-PER", "I-PER", "B-LOC"))
    found = marked(names={0: place, 2: place, 7: begin, 8: inside})
    assert [(n.kind, TEXT[slice(*n.span)]) for n in found.names] == [
        ("LOC", "Varnia"),
        ("LOC", "Karsk"),
        ("PER", "Mara Ruda"),
    ]
    assert found.names[0] == Name("LOC", (0, 6))


def test_a_content_in_the_second_paragraph_is_found_by_its_offsets() -> None:
    assault = EVENTS.index("ASSAULT")
    found = marked(event={0: assault, 1: assault, 2: assault, 3: assault})
    first, second = found.event(((0, 20),)), found.event(((23, 33),))
    assert first is not None
    assert second is not None
    assert (EVENTS[int(np.argmax(first))], EVENTS[int(np.argmax(second))]) == ("ASSAULT", "NONE")


@pytest.mark.parametrize("span", [(21, 23), (20, 20)])
def test_where_no_word_stands_there_is_no_answer(span: tuple[int, int]) -> None:
    assert marked().light(span) is None
    assert marked().event(()) is None


def test_an_article_without_words_has_no_names() -> None:
    nothing = Marked(((0, 0),), [[]], Encoded([[]], np.zeros((0, WIDTH), np.float32)))
    assert (nothing.names, nothing.light((0, 1))) == ((), None)
