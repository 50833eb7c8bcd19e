"""Alike: two spellings, one person."""

import pytest

from sayso.lexicon.alike import name_keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Belensky", "Belenskyy"),
        ("Belenskiy", "Belenskyj"),
        ("Ardoğan", "Ardogan"),
        ("al-Karim", "Karim"),
        ("Khadir", "Hadir"),
    ],
)
def test_one_name_in_two_spellings(one: str, other: str) -> None:
    assert name_keys(one) == name_keys(other)


@pytest.mark.parametrize(("one", "other"), [("Moss", "Mass"), ("Lee", "Li"), ("Orlov", "Orlova")])
def test_two_names(one: str, other: str) -> None:
    assert name_keys(one) != name_keys(other)
