"""Wide places: regions by a town that lies in them, and states by name."""

from sayso.lexicon.wide import Row, Toponym, capitals, rows, states_and_areas

TOWN = Toponym(7, 10.0, 20.0, "XA", 5_000, "settlement", True, "01")
REGION = Toponym(None, 11.0, 22.0, "XA", 90_000, "region", True, "01")


def test_a_province_stands_in_the_middle_of_its_region() -> None:
    row = Row("XA", "Karsk|Karski", True, False)
    placed = row.place(lambda name, country, admin1: TOWN if name == "Karski" else None, lambda country, admin1: REGION)
    assert placed == Toponym(None, 11.0, 22.0, "XA", 90_000, "region", True, "01", False)


def test_a_lesser_region_stands_at_its_town() -> None:
    placed = Row("XA", "Karsk", False, True).place(lambda *_: TOWN, lambda *_: REGION)
    assert placed == Toponym(None, 10.0, 20.0, "XA", 0, "region", False, "01", True)


def test_a_region_whose_town_nobody_knows_is_nowhere() -> None:
    assert Row("XA", "Karsk", True, False).place(lambda *_: None, lambda *_: REGION) is None


def test_counties_and_parishes_are_rows_of_their_states() -> None:
    known = rows()
    assert known["autauga county"] == (Row("US", "Prattville", True, True, "AL"),)
    assert known["rapides parish"] == (Row("US", "Alexandria", True, True, "LA"),)
    assert "rapides county" not in known


def test_states_go_by_their_usual_and_other_names() -> None:
    areas = states_and_areas()
    assert areas["burma"][0].country == areas["myanmar"][0].country == "MM"
    assert ("UA", "Kyiv") in capitals()
