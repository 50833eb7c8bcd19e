"""Bearers: the places that a written name can mean, however it is written."""

import pytest

from sayso.read.bearers import meant, named

CASES: dict[str, list[tuple[str, str, str, str | None]]] = {
    "as the gazetteer has it": [
        ("Kharkov", "settlement", "UA", "07"),
        ("Syria", "country", "SY", None),
    ],
    "shortened": [
        ("Calif.", "region", "US", "CA"),
        ("KY", "region", "US", "KY"),
        ("Mt. Pleasant", "settlement", "US", "SC"),
        ("Ont.", "region", "CA", "08"),
        ("L.A.", "settlement", "US", "CA"),
    ],
    "a people": [
        ("Syrians", "country", "SY", None),
        ("Ontarians", "region", "CA", "08"),
        ("Texan", "region", "US", "TX"),
        ("Siberian", "region", "RU", None),
        ("Londoners", "settlement", "GB", "ENG"),
    ],
    "with its kind": [
        ("Homs Governorate", "region", "SY", "11"),
        ("Volusia County", "region", "US", "FL"),
        ("PLYMOUTH CO.", "region", "US", "IA"),
        ("Rapides Parish", "region", "US", "LA"),
        ("Port of Odessa", "settlement", "UA", "17"),
        ("Da Nang International Airport", "region", "VN", "48"),
    ],
    "a part of it": [
        ("North London", "region", "GB", "ENG"),
        ("northern Syria", "country", "SY", None),
    ],
    "with another article": [("el-Bab", "settlement", "SY", "09")],
    "a county without its kind": [("Gwinnett", "region", "US", "GA")],
}


@pytest.mark.parametrize(
    ("name", "kind", "country", "admin1"),
    [pytest.param(*case, id=f"{what}: {case[0]}") for what, cases in CASES.items() for case in cases],
)
def test_a_name_means_a_place(name: str, kind: str, country: str, admin1: str | None) -> None:
    bearers, _ = meant(name)
    assert (kind, country, admin1) in [(place.kind, place.country, place.admin1) for place in bearers]


@pytest.mark.parametrize(
    "name", ["Mineral Wells Avenue", "N. Poplar St.", "I-75", "U.S. 52", "", "...", "Qwertzuiopsk"]
)
def test_a_street_or_a_word_that_nobody_knows_means_none(name: str) -> None:
    assert meant(name) == ((), False)


def test_a_province_that_goes_by_its_capital_is_the_whole_province() -> None:
    (region, *_), _ = meant("Kharkiv Oblast")
    assert (region.kind, region.lesser, region.admin1) == ("region", False, "07")
    assert region.population > 1_400_000


def test_a_name_is_taken_from_where_it_stands() -> None:
    text = "Shells fell on Sumy overnight."
    one = named(text, 15, 19)
    assert (one.text, one.span, one.bearers[0].country) == ("Sumy", (15, 19), "UA")
