"""Showing: what letters, pictures and recordings say by themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.showing import shown
from tests.growth import is_linear

Parts = tuple[str, str, str]


def parts(sentence: str, before: str = "") -> Parts | None:
    """Source, cue and content of a sentence that stands behind others in its article."""
    text = before + sentence
    found = shown(text, (len(before), len(text)))
    if found is None:
        return None
    source, cue, content = (text[slice(*span)] for span in found)
    return source, cue, content.strip()


@pytest.mark.parametrize("before", ["", "The army left. "])
@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # Pictures and recordings.
        ("Satellite images show fresh trenches.", ("Satellite images", "show", "fresh trenches.")),
        ("A video appears to show tanks in Tarn.", ("A video", "appears to show", "tanks in Tarn.")),
        ("Footage posted online showed a fire.", ("Footage posted online", "showed", "a fire.")),
        ("Photographs have shown smoke over Karsk.", ("Photographs", "have shown", "smoke over Karsk.")),
        # Papers.
        ("The letters reveal that bread was short.", ("The letters", "reveal that", "bread was short.")),
        ("The order, dated 3 May, confirms a retreat.", ("The order", "confirms", "a retreat.")),
        ("Records suggest heavy losses.", ("Records", "suggest", "heavy losses.")),
        # A thing put first, or tied to what came before.
        ("It is the letters that paint a picture of despair.", ("the letters", "paint a picture of", "despair.")),
        ("But it was the diary that told of hunger.", ("the diary", "told of", "hunger.")),
        # Two or more of them.
        ("Three photos, two of them blurred, depict lorries.", ("Three photos", "depict", "lorries.")),
    ],
)
def test_a_thing_that_shows_something_is_a_source(sentence: str, before: str, expected: Parts) -> None:
    assert parts(sentence, before) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        # Nobody and nothing shows anything.
        "Snow fell on Tarn.",
        "The letters were burnt.",
        "",
        # Not a thing that carries words or pictures.
        "Residents show their cellars.",
        "The army showed a video.",
        # The thing is not the subject of the showing.
        "Showing a video, the army left.",
        "A letter was found and shows hunger.",
        "Order was restored and the town shows calm.",
        pytest.param(
            "The mayor recorded a message that suggests a truce.",
            marks=pytest.mark.xfail(reason="a verb before the thing does not end the subject"),
        ),
        pytest.param(
            "The record harvest shows a change.",
            marks=pytest.mark.xfail(
                reason="a thing's name is taken for the thing also where it stands for an adjective"
            ),
        ),
        # What is denied is not shown.
        "The recording does not show tanks.",
        # Nothing is shown.
        "The image shows",
    ],
)
def test_other_sentences_show_nothing(sentence: str) -> None:
    assert parts(sentence) is None


@pytest.mark.xfail(reason="a full stop alone passes for what is shown, and the sentence is lost")
def test_a_thing_that_shows_no_more_than_a_stop_shows_nothing() -> None:
    assert parts("The footage shows.") is None


def test_a_subject_too_long_is_none() -> None:
    assert parts(f"A letter {'so ' * 24}shows hunger.") is not None
    assert parts(f"A letter {'so ' * 40}shows hunger.") is None


WORDS = st.sampled_from(
    [
        "The ",
        "letters ",
        "video ",
        "show ",
        "that ",
        "it is ",
        ", ",
        "appears to ",
        "told of ",
        "who ",
        "was ",
        ". ",
        "\n",
    ]
)


@given(st.text(max_size=10), st.lists(st.one_of(WORDS, st.text(max_size=3)), max_size=14).map("".join))
def test_any_parts_follow_each_other_within_the_sentence(before: str, sentence: str) -> None:
    text = before + sentence
    found = shown(text, (len(before), len(text)))
    if found:
        (a, b), (c, d), (e, f) = found
        assert len(before) <= a < b <= c < d <= e < f <= len(text)


@pytest.mark.parametrize(
    "piece", ["letter ", "letter show ", "A letter ,", "letter  that", " ", "it is ", "show ", "has "]
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    assert is_linear(lambda text: shown(text, (0, len(text))), piece)
