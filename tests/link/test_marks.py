"""Marks: what the words around a number tell of how it may be held against another."""

import pytest

from sayso.lexicon.counting import Measured
from sayso.link.marks import Mark, elided, marks, tails

DEAD = Measured("killed", "people")


@pytest.mark.parametrize(
    ("words", "number", "expected"),
    [
        ("24 dead and dozens more wounded", "24", {Mark.BARE}),
        ("rockets killed 24 people in the market", "24", set()),
        ("The previous death toll was 20", "20", {Mark.REPLACED, Mark.BARE}),
        ("four more civilians were killed", "four", {Mark.ADDED}),
        ("another 10 people were killed", "10", {Mark.ADDED}),
        ("15 people were killed, including two medics", "two", {Mark.PART}),
        ("14 of the dead were soldiers", "14", {Mark.PART, Mark.BARE}),
        ("67 people were killed in the past week", "67", {Mark.PERIOD}),
        ("a count of its own gave a slightly lower toll of 31", "31", {Mark.CONTRAST, Mark.BARE}),
        ("the mayor put the death toll at 30", "30", {Mark.THE_TOLL, Mark.BARE}),
    ],
)
def test_marks_by_the_words_around(words: str, number: str, expected: set[Mark]) -> None:
    assert marks(words, words.index(number), DEAD, 24) == expected


def test_as_many_dead_are_those_of_a_war() -> None:
    assert Mark.PERIOD in marks("the fighting has killed 300,000 people", 25, DEAD, 300_000)


def test_a_count_that_leaves_out_what_befell() -> None:
    words = "the number of settlements at about 12"
    assert elided(words) == "settlements"
    assert marks(words, words.index("about"), Measured(None, "settlements"), 12) == {Mark.ELIDED, Mark.BARE}


def test_a_part_with_a_place_of_its_own() -> None:
    words = "At least 64 civilians were killed, of whom 38 died in Belomir"
    assert tails(words) == (words.index("of whom"),)
