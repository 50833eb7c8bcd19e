"""Tolls: the dead of the event that an article is about, by who they were."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.read.toll import tolls
from tests.growth import seconds


def read(text: str) -> dict[str, float]:
    return {toll.who: toll.value for toll in tolls(text)}


CASES = {
    "people are civilians where no more is told": ("Blast in Karsk kills 12", {"civilians": 12}),
    "parts in a later sentence": (
        "Strike on Tarn kills 18\n\nAt least 18 people died on Monday, a monitor said. Among the dead were four "
        "fighters and three children.",
        {"civilians": 14, "others": 4, "children": 3},
    ),
    "civilians as a part leave the rest to others": (
        "At least 20 people were killed, including 13 civilians.",
        {"civilians": 13, "others": 7},
    ),
    "fighters and civilians side by side": (
        "Raid kills 14 soldiers, five civilians",
        {"civilians": 5, "others": 14},
    ),
    "the whole behind some of it": (
        "11 children among 18 dead in Karsk",
        {"civilians": 18, "children": 11},
    ),
    "women and children alone are the toll": (
        "Shells killed five women and a child in Belomir.",
        {"civilians": 6, "women": 5, "children": 1},
    ),
    "the first number told apart": (
        "Three civilians, two women and a man, died.",
        {"civilians": 3, "women": 2},
    ),
    "a more exact number of the same": (
        "Raids on Tarn kill more than 30\n\nAt least 31 people were killed on Friday.",
        {"civilians": 31},
    ),
    "all of whom the headline gave some": (
        "Five police officers killed in Karsk\n\nA blast killed 15 people, including five police officers.",
        {"civilians": 10, "others": 5},
    ),
    "single tolls that make up the whole": (
        "Shelling kills seven\n\nShells killed two people in Tarn. In Karsk five people were killed, three of them "
        "children.",
        {"civilians": 7, "children": 3},
    ),
    "the war and other events are left aside": (
        "Six killed in Karsk\n\nSix people were killed on Monday. Elsewhere 30 soldiers died. More than 40,000 people "
        "have been killed since the war began.",
        {"civilians": 6},
    ),
    "the headline again before the text": (
        "Raid on camp kills 18\n\nRaid on camp kills 18 VNA Sunday A raid killed 17 militants and a child.",
        {"civilians": 1, "others": 17, "children": 1},
    ),
    "wounded are no dead": ("Twelve wounded in Karsk, none of them in danger.", {}),
    "dozens are no number": ("Dozens killed in Karsk\n\nAt least ten people were killed.", {"civilians": 10}),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_the_toll_is_that_of_the_main_event(text: str, expected: dict[str, float]) -> None:
    assert read(text) == expected


def test_a_toll_says_where_and_why() -> None:
    text = "A raid on Tarn killed 12 people, including two children."
    assert [(toll.who, text[slice(*toll.span)], toll.why) for toll in tolls(text)] == [
        ("civilians", "12 people", "12 people killed, 2 of them children"),
        ("children", "two children", "2 children among them"),
    ]


PIECES = """12|5|five|3,000|dozens|killed|wounded|dead|died|were|among the|including|children|women|fighters|people|and|
a child|.|of them|toll rose to|since the war"""


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES.split("|")), max_size=25))
def test_parts_never_outnumber_and_spans_lie_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    for toll in tolls(text):
        assert toll.value > 0
        assert 0 <= toll.span[0] < toll.span[1] <= len(text)


@pytest.mark.parametrize(
    "hostile",
    ["killed 5, " * 6000, "killed 5 people including one child, " * 2000, "a child, " * 6000, "5 killed.\n" * 5000],
)
def test_hostile_tolls_take_no_time(hostile: str) -> None:
    assert seconds(lambda: tolls(hostile)) < 5
