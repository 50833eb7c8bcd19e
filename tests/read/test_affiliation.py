"""Whoever speaks for a body is on its side."""

import pytest

from sayso.model.statement import Origin, OriginKind
from sayso.read.affiliation import Bodies


def bodies() -> Bodies:
    found = Bodies()
    found.meet(Origin("Ministry of Defence", OriginKind.ORGANIZATION, "Varnia"))
    found.meet(Origin("Red Cross", OriginKind.ORGANIZATION, "none"))
    found.meet(Origin("Iva Moss", OriginKind.PERSON, "Ostrel"))
    return found


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("the ministry's spokesman, Colonel Radek Oslin", "Varnia"),
        ("Radek Oslin | a spokesman for the ministry", "Varnia"),
        ("the ministry’s press office", "Varnia"),
        ("a spokesman for the ministry of health", None),
        ("the cross's volunteers", None),
        ("the army's spokesman", None),
        ("Colonel Radek Oslin", None),
        ("", None),
    ],
)
def test_the_spokesman_of_the_ministry_is_on_the_side_of_the_ministry(words: str, side: str | None) -> None:
    assert bodies().side_of(words) == side


def test_the_body_that_spoke_last_is_meant() -> None:
    found = bodies()
    found.meet(Origin("Ministry of the Interior", OriginKind.ORGANIZATION, "Ostrel"))
    assert found.side_of("the ministry's spokesman") == "Ostrel"


def test_the_ministry_that_has_spoken_goes_before_what_stands_near() -> None:
    found = bodies()
    assert found.plainly("the ministry's spokesman, Colonel Radek Oslin") == "Varnia"
    found.meet(Origin("Ministry of the Interior", OriginKind.ORGANIZATION, "Ostrel"))
    assert found.plainly("the ministry's spokesman, Colonel Radek Oslin") is None


def test_where_one_side_has_spoken_an_official_is_one_of_its_own() -> None:
    found = bodies()
    assert found.of_officials("a military official") == "Varnia"
    assert found.of_officials("a Western diplomat") is None
    assert found.of_officials("a baker") is None
    found.meet(Origin("Ostreli army", OriginKind.ORGANIZATION, "Ostrel"))
    assert found.of_officials("a military official") is None
