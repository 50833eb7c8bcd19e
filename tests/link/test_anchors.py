"""Anchors: names and figures that stay in other words and in other languages."""

import pytest

from sayso.link.anchors import anchors, pieces, skeleton, traced, traces
from tests.link.pages import OTHER, WIRE, page, paragraphs


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Teren", "Тереном"), ("Hanna", "Ганна"), ("Volen", "Волен"), ("Karsk", "Karsker"), ("Benko", "Бенко"),
        ("Güler", "Guler"), ("Schultz", "Шультц"),
    ],
)  # fmt: skip
def test_a_name_has_one_skeleton_in_latin_and_cyrillic_letters_and_in_every_case(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


def test_names_stay_apart_that_differ_in_their_consonants() -> None:
    assert len({skeleton(name) for name in ("Karsk", "Tarn", "Belomir", "Verem", "Dvorets")}) == 5


def test_figures_have_one_key_however_their_thousands_are_set() -> None:
    for written in ("120,000 tonnes", "120 000 tonnes", "120.000 tonnes", "120\u202f000 tonnes"):
        assert list(anchors(f"Some {written} left")) == ["120000"]
    assert list(anchors("It rose by 8,5 per cent")) == list(anchors("It rose by 8.5 per cent")) == ["8.5"]
    assert anchors("It took 7 days, from Monday to Friday") == {}


def test_a_common_word_at_the_head_of_a_sentence_is_no_name() -> None:
    assert list(anchors("Rockets hit the market where Oskar Vidal stood").values()) == ["Oskar", "Vidal"]


def test_pieces_are_the_sentences_that_are_no_furniture() -> None:
    text = "Karsk Post\n\nOskar Vidal came. “He left,” she said.\nAdvertisement"
    from dataclasses import replace

    found = pieces(replace(page(text), furniture=((0, 10), (len(text) - 13, len(text)))))
    assert [(text[slice(*each.span)], each.quotes) for each in found] == [
        ("Oskar Vidal came.", False), ("“He left,” she said.", True),
    ]  # fmt: skip


def test_traces_are_few_stable_and_shared_across_languages() -> None:
    english = page("Hanna Dorsk counted 57 attacks. She found 152 shells and 19 graves at Karsk.")
    russian = page("Ханна Дорск насчитала 57 атак. У Карска она нашла 152 снаряда и 19 могил.")
    mine, its = set(traces(english)), set(traces(russian))
    assert all(0 <= mark < 2**63 for mark in mine)
    assert len(mine & its) >= traced(len(mine), len(its))
    assert list(traces(english)) == sorted(mine)


def test_reports_on_one_attack_share_fewer_traces_than_are_asked() -> None:
    mine, its = set(traces(page(WIRE))), set(traces(page("\n\n".join(paragraphs(OTHER)))))
    assert len(mine & its) < traced(len(mine), len(its))
