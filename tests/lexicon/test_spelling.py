"""Spelling: which ways of writing a name are one."""

import pytest

from sayso.lexicon.spelling import fold, is_latin, sounds


def test_accents_apostrophes_and_hyphens_do_not_count() -> None:
    assert fold("Ma‘arrat an-Nu’mān") == fold("Maarrat an Numan") == "maarrat an numan"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kafr Zayta", "Kfar Zeita"),
        ("Khirbat Ghazalah", "Khirbet Ghazaleh"),
        ("Al Qatranah", "Qatraneh"),
        ("Dayr az Zawr", "Deir el-Zour"),
        ("Shayrat", "al-Shairat"),
        ("Bilohorivka", "Belogorivka"),
    ],
)
def test_spellings_of_one_name_sound_alike(one: str, other: str) -> None:
    assert sounds(fold(one)) == sounds(fold(other)) != ""


@pytest.mark.parametrize(("one", "other"), [("Karsk", "Karst"), ("Belomir", "Belovar"), ("Nyala", "Malal")])
def test_other_names_sound_otherwise(one: str, other: str) -> None:
    assert sounds(fold(one)) != sounds(fold(other))


def test_a_name_of_too_few_consonants_has_no_sound() -> None:
    assert sounds("aba") == sounds("ebo") == ""


def test_latin_letters_are_told_from_others() -> None:
    assert (is_latin("Đồng Xoài"), is_latin("Харків")) == (True, False)
