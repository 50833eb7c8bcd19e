"""The gazetteer: names in their spellings, homonyms, regions."""

import pytest

from sayso.lexicon.gazetteer import gazetteer
from sayso.lexicon.load import table


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Kharkov", "UA", "settlement"),
        ("Kharkiv", "UA", "settlement"),
        ("Kostiantynivka", "UA", "settlement"),
        ("Konstantinovka", "UA", "settlement"),
        ("El Fasher", "SD", "settlement"),
        ("Goma", "CD", "settlement"),
        ("Artsakh", "AZ", "region"),
        ("Donbass", "UA", "region"),
        ("Golan Heights", "SY", "region"),
        ("North Kivu", "CD", "region"),
        ("Rakhine State", "MM", "region"),
        ("Syria", "SY", "country"),
        ("U.S.", "US", "country"),
        ("Norway", "NO", "country"),
        ("Euphrates", None, "feature"),
    ],
)
def test_a_name_is_found_in_each_of_its_spellings(name: str, country: str | None, kind: str) -> None:
    first = gazetteer().find(name)[0]
    assert (first.country, first.kind) == (country, kind)


def test_both_spellings_of_a_city_are_one_place() -> None:
    find = gazetteer().find
    assert find("Kharkov")[0].geonames == find("Kharkiv")[0].geonames == 706483


def test_a_name_of_several_places_gives_all_of_them_the_state_first() -> None:
    found = gazetteer().find("Georgia")
    assert [(place.country, place.kind) for place in found[:2]] == [("GE", "country"), ("US", "region")]


def test_a_word_that_names_no_place_gives_none() -> None:
    assert gazetteer().find("Qwertzuiopsk") == ()
    assert gazetteer().find("") == ()


@pytest.mark.parametrize(
    ("name", "country", "admin1"),
    [
        ("Limpopo", "ZA", "09"),
        ("Zhejiang", "CN", "02"),
        ("Rapides Parish", "US", "LA"),
        ("Gwinnett County", "US", "GA"),
        ("Oxfordshire", "GB", "ENG"),
        ("Cabo Delgado", "MZ", "01"),
    ],
)
def test_a_region_is_known_by_a_town_that_lies_in_it(name: str, country: str, admin1: str) -> None:
    first = gazetteer().find(name)[0]
    assert (first.kind, first.country, first.admin1) == ("region", country, admin1)


def test_a_county_of_several_states_gives_one_for_each() -> None:
    assert {place.admin1 for place in gazetteer().find("Walker County")} == {"AL", "GA", "TX"}


def test_a_capital_and_the_largest_town_of_a_region_are_told() -> None:
    washington = [place for place in gazetteer().find("Washington") if gazetteer().leads(place)]
    assert [(place.country, place.admin1, place.main) for place in washington] == [("US", "DC", True)]
    assert gazetteer().heads(gazetteer().find("Kharkiv")[0])


def test_a_town_is_found_by_the_sound_of_its_name() -> None:
    assert "SY" in {place.country for place in gazetteer().sounding("Khirbet Ghazaleh")}
    assert gazetteer().sounding("Oa") == ()


@pytest.mark.parametrize("line", ["provinces", "counties"])
def test_every_region_of_the_tables_has_a_town_that_the_gazetteer_knows(line: str) -> None:
    states = (
        table(line).values()
        if line == "counties"
        else [row for level in table(line).values() for row in level.values()]
    )
    ending = " county" if line == "counties" else ""
    names = [entry.partition("=")[0].split("|")[0] for row in states for entry in row.split("; ")]
    lost = [
        name for name in names if not gazetteer().areas(f"{name}{ending}") and not gazetteer().areas(f"{name} parish")
    ]
    assert lost == []
