"""Passages: aligned stretches of two texts."""

import time

import pytest

from sayso.link.passages import aligned
from sayso.link.wording import wording
from tests.link.pages import OTHER, WIRE, paragraphs


def passages(one: str, other: str) -> list[tuple[str, str]]:
    here, there = wording(one), wording(other)
    return [
        (one[slice(*here.span(p.here, p.here_end))], other[slice(*there.span(p.there, p.there_end))])
        for p in aligned(here, there)
    ]


def test_a_moved_paragraph_is_found_where_it_went() -> None:
    first, second = paragraphs(WIRE)[3:5]
    assert passages(f"{first}\n{second}", f"{second}\n\nIn other news, the fair opened.\n\n{first}") == [
        (first.rstrip("."), first.rstrip(".")), (second.rstrip("."), second.rstrip(".")),
    ]  # fmt: skip


def test_a_passage_goes_over_words_that_were_replaced_put_in_or_left_out() -> None:
    one = "Rockets struck the covered market in Belomir on Friday afternoon, police said, and 40 people were killed"
    other = "Missiles struck the covered old market in Belomir on Friday, the police said, and 40 civilians were killed"
    assert passages(one, other) == [(one.removeprefix("Rockets "), other.removeprefix("Missiles "))]


def test_a_name_with_its_title_is_no_passage() -> None:
    one = "The mayor of Belomir, Irena Soltan, went to the market. Nobody else from the council came along."
    other = "It was closed by order of the mayor of Belomir, Irena Soltan, until the engineers had seen the bridge."
    assert passages(one, other) == []


def test_no_word_is_in_two_passages() -> None:
    here, there = wording(WIRE + WIRE), wording(OTHER + WIRE)
    taken = [place for p in aligned(here, there) for place in range(p.there, p.there_end)]
    assert len(taken) == len(set(taken))


@pytest.mark.parametrize(("one", "other"), [("", ""), (WIRE, ""), ("…", WIRE), ("战争 继续", "战争 继续")])
def test_texts_without_shared_words_have_none(one: str, other: str) -> None:
    assert passages(one, other) == []


def test_long_texts_of_one_phrase_take_no_time() -> None:
    text = "according to the ministry " * 5000
    start = time.process_time()
    aligned(wording(text), wording(text + "of defence"))
    assert time.process_time() - start < 5
