"""Placewords: which place a name means, and of what kind it is."""

from sayso.lexicon.placewords import is_state, is_tract, name_of


def test_a_region_and_its_town_share_their_name() -> None:
    assert name_of("Kursk region") == name_of("Kursk") == ("kursk",)
    assert name_of("the Strip") == ("the", "strip")


def test_kinds_of_places_by_their_words() -> None:
    assert is_state("Republic of Ostrel")
    assert is_tract("Tarn region")
    assert not is_state("Tarn region")
    assert not is_tract("Karsk")
