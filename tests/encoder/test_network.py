"""The encoder with the weights of the package: plain sentences, windows, and bad input."""

import json
from importlib.resources import files

import numpy as np
import pytest

from sayso.encoder import EVENTS, Encoder, cut, encoder
from sayso.encoder.heads import WIDTH

# Activations are quantised by the range of a whole batch, so that a word's scores move a little with its neighbours.
SCORES_MOVE = 2.0
TAGS_AGREE = 0.9


def tag(text: str, convention: str = "guide") -> list[tuple[str, str]]:
    """The spans of a one-paragraph text, each as its role and its words."""
    words = cut(text)
    spans: list[tuple[str, int, int]] = []
    (tags,) = encoder().encode([[word.form for word in words]], convention).tags
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
    network = encoder()
    found = [window for sentence in SENTENCES for window in network.windows(words_of(sentence))]
    together = network.run(found)
    agreed = []
    for window, scores in zip(found, together, strict=True):
        (alone,) = network.run([window])
        assert alone.shape == scores.shape == (len(window.words), WIDTH)
        assert np.abs(alone - scores).max() < SCORES_MOVE
        agreed += list(alone.argmax(1) == scores.argmax(1))
    assert sum(agreed) / len(agreed) >= TAGS_AGREE


def test_every_word_of_a_long_article_is_tagged_legally_and_the_same_again() -> None:
    paragraphs = words_of(*SENTENCES * 12, " ".join(SENTENCES * 8))
    tags = encoder().encode(paragraphs).tags
    assert [len(t) for t in tags] == [len(p) for p in paragraphs]
    for row in tags:
        for before, now in zip(["O", *row], row, strict=False):
            assert now[0] != "I" or before[1:] == now[1:]
    assert tags == encoder().encode(paragraphs).tags


@pytest.mark.parametrize("paragraphs", [[], [[]], [[], []]])
def test_nothing_is_tagged_with_nothing(paragraphs: list[list[str]]) -> None:
    assert encoder().encode(paragraphs).tags == paragraphs


def test_an_empty_paragraph_among_others_keeps_its_place() -> None:
    tags = encoder().encode([["He", "left", "."], [], ["She", "stayed", "."]]).tags
    assert [len(t) for t in tags] == [3, 0, 3]


def test_hostile_words_are_tagged_too() -> None:
    hostile = [["\x00", "\u200b", "\ufeff", "a" * 10_000, "𝕏", "”", "“", "\ud800".encode("utf-8", "replace").decode()]]
    assert [len(t) for t in encoder().encode(hostile).tags] == [8]


def test_a_convention_that_is_not_known_is_refused() -> None:
    with pytest.raises(KeyError):
        encoder().encode([["He", "left"]], "other")


def test_weights_of_another_tag_set_are_refused() -> None:
    weights = files("sayso.encoder") / "weights"
    table = json.loads((weights / "transitions.json").read_text())
    table["names"]["tags"] = table["names"]["tags"][::-1]
    with pytest.raises(ValueError, match=r"tag names as .* the decoder knows"):
        Encoder(
            (weights / "network.onnx").read_bytes(),
            json.dumps(table).encode(),
            (weights / "tokenizer.json").read_bytes(),
        )


def bio(tags: list[str], forms: list[str]) -> list[tuple[str, str]]:
    """The spans of BIO tags, as kind and words."""
    spans: list[tuple[str, list[str]]] = []
    for form, tag in zip(forms, tags, strict=True):
        if tag[0] == "B":
            spans.append((tag[2:], [form]))
        elif tag[0] == "I":
            spans[-1][1].append(form)
    return [(kind, " ".join(words)) for kind, words in spans]


def test_names_and_matter_come_from_the_same_pass() -> None:
    (forms,) = words_of("John Smith flew from London to Moscow on Monday.")
    encoded = encoder().encode([forms])
    assert bio(encoded.names[0], forms) == [("PER", "John Smith"), ("LOC", "London"), ("LOC", "Moscow")]
    assert bio(encoded.matter[0], forms) == [
        ("Person", "John Smith"),
        ("Location", "London"),
        ("Location", "Moscow"),
        ("Temporal", "Monday"),
    ]


def test_praise_sheds_a_better_light_than_blame() -> None:
    rows = words_of("Ruda was praised for excellent work.", "Ruda was condemned for shameful lies.")
    encoded = encoder().encode(rows)
    praised, blamed = (encoded.light(at, 0, 0) for at in (0, 1))
    assert praised[2] > blamed[2]
    assert praised[0] < blamed[0]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Varnian aircraft bombed the market in Karsk, killing nine.", "ASSAULT"),
        ("Thousands of workers went on strike in the capital.", "PROTEST"),
        ("The ministers held talks in Geneva.", "CONSULT"),
        ("The United States imposed sanctions on two banks.", "SANCTION"),
    ],
)
def test_acts_are_told_apart(text: str, act: str) -> None:
    (forms,) = words_of(text)
    shares = encoder().encode([forms]).event(0, 0, len(forms) - 1)
    assert EVENTS[int(np.argmax(shares))] == act


@pytest.mark.xfail(strict=True, reason="factuality weighs a twentieth in the loss of the branch, and is not read yet")
def test_what_happened_is_more_factual_than_what_did_not() -> None:
    rows = words_of("They left the town.", "They never left the town.")
    encoded = encoder().encode(rows)
    assert encoded.factuality(0, 1) > 1 > encoded.factuality(1, 2)


@pytest.mark.parametrize(("paragraph", "first", "last"), [(0, 0, 3), (0, 2, 1), (0, -1, 1)])
def test_words_that_are_not_there_are_refused(paragraph: int, first: int, last: int) -> None:
    encoded = encoder().encode([["He", "left", "."]])
    with pytest.raises(IndexError, match="of paragraph 0, which has 3"):
        encoded.event(paragraph, first, last)


def test_shares_add_up_to_one() -> None:
    encoded = encoder().encode(words_of(*SENTENCES))
    for shares in (encoded.light(0, 0, 2), encoded.event(0, 0, 5), encoded.attitude(0, 0, 5)):
        assert sum(shares) == pytest.approx(1, abs=1e-5)
        assert min(shares) >= 0
