"""The tagger with the weights of the package: plain sentences, windows, and bad input."""

import json
from importlib.resources import files

import numpy as np
import pytest

from sayso.encoder import Tagger, attribution, cut
from sayso.encoder.decode import TAGS

# Activations are quantised by the range of a whole batch, so that a word's scores move a little with its neighbours.
SCORES_MOVE = 2.0
TAGS_AGREE = 0.9


def tag(text: str, convention: str = "guide") -> list[tuple[str, str]]:
    """The spans of a one-paragraph text, each as its role and its words."""
    words = cut(text)
    spans: list[tuple[str, int, int]] = []
    (tags,) = attribution().tag([[word.form for word in words]], convention)
    for word, label in zip(words, tags, strict=True):
        if label.startswith("B-"):
            spans.append((label[2:], word.start, word.end))
        elif label.startswith("I-"):
            role, start, _ = spans[-1]
            spans[-1] = (role, start, word.end)
    return [(role, text[start:end]) for role, start, end in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“We hold the town,” said Colonel Iva Moss.",
            [("content", "“We hold the town,”"), ("cue", "said"), ("source", "Colonel Iva Moss")],
        ),
        (
            "The ministry said that three soldiers were killed near Karsk.",
            [
                ("source", "The ministry"),
                ("cue", "said"),
                ("content", "that three soldiers were killed near Karsk"),
            ],
        ),
        (
            "According to residents, the bridge was destroyed on Monday.",
            [
                ("cue", "According to"),
                ("source", "residents"),
                ("content", "the bridge was destroyed on Monday"),
            ],
        ),
        ("Snow fell on the empty streets of Tarn.", []),
    ],
)
def test_plain_sentences_are_tagged_as_a_reader_would(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(role, words.removeprefix("that ")) for role, words in tag(text)] == [
        (role, words.removeprefix("that ")) for role, words in expected
    ]


SENTENCES = (
    "The governor of Tarn told Ostrel Radio that the dam had been hit twice during the night.",
    "Snow fell on the roads.",
    "“Nobody has asked us,” she said. “We have buried eleven neighbours since March.”",
    "Reports emerged that a convoy of some 40 lorries had turned back before the border.",
    "The army denied the claim.",
)


def words_of(*sentences: str) -> list[list[str]]:
    return [[word.form for word in cut(sentence)] for sentence in sentences]


def test_a_window_has_nearly_the_same_scores_alone_and_in_a_batch() -> None:
    tagger = attribution()
    found = [window for sentence in SENTENCES for window in tagger.windows(words_of(sentence))]
    together = tagger.run(found)
    agreed = []
    for window, scores in zip(found, together, strict=True):
        (alone,) = tagger.run([window])
        assert alone.shape == scores.shape == (len(window.words), len(TAGS))
        assert np.abs(alone - scores).max() < SCORES_MOVE
        agreed += list(alone.argmax(1) == scores.argmax(1))
    assert sum(agreed) / len(agreed) >= TAGS_AGREE


def test_every_word_of_a_long_article_is_tagged_legally_and_the_same_again() -> None:
    paragraphs = words_of(*SENTENCES * 12, " ".join(SENTENCES * 8))
    tags = attribution().tag(paragraphs)
    assert [len(t) for t in tags] == [len(p) for p in paragraphs]
    for row in tags:
        for before, now in zip(["O", *row], row, strict=False):
            assert now[0] != "I" or before[1:] == now[1:]
    assert tags == attribution().tag(paragraphs)


@pytest.mark.parametrize("paragraphs", [[], [[]], [[], []]])
def test_nothing_is_tagged_with_nothing(paragraphs: list[list[str]]) -> None:
    assert attribution().tag(paragraphs) == paragraphs


def test_an_empty_paragraph_among_others_keeps_its_place() -> None:
    tags = attribution().tag([["He", "left", "."], [], ["She", "stayed", "."]])
    assert [len(t) for t in tags] == [3, 0, 3]


def test_hostile_words_are_tagged_too() -> None:
    hostile = [["\x00", "\u200b", "\ufeff", "a" * 10_000, "𝕏", "”", "“", "\ud800".encode("utf-8", "replace").decode()]]
    assert [len(t) for t in attribution().tag(hostile)] == [8]


def test_a_convention_that_is_not_known_is_refused() -> None:
    with pytest.raises(KeyError):
        attribution().tag([["He", "left"]], "other")


def test_weights_of_another_tag_set_are_refused() -> None:
    weights = files("sayso.encoder") / "weights"
    table = json.loads((weights / "transitions.json").read_text())
    table["tags"] = table["tags"][::-1]
    with pytest.raises(ValueError, match="the decoder knows"):
        Tagger(
            (weights / "attribution.onnx").read_bytes(),
            json.dumps(table).encode(),
            (weights / "tokenizer.json").read_bytes(),
        )
