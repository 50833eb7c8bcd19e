"""Rebels: whose they are."""

from sayso.read.parties import parties
from sayso.read.rebels import rebellious, rebels_of, separatists


def test_rebels_are_those_of_the_state_whose_rebellion_the_text_tells_of() -> None:
    text = "Russian jets flew. Syria's civil war goes on; Syrian rebels fled, Iran and opposition men did not."
    assert rebellious(text) == "SY"
    assert rebels_of("SY") == "Syrian rebels"
    assert rebels_of(None) == "rebels"


def test_separatists_go_by_the_fullest_name_that_the_article_has() -> None:
    assert separatists("separatists", parties("Moscow-backed separatists fired. The separatists fled.")) == (
        "Moscow-backed separatists"
    )
    assert separatists("separatists", parties("The separatists fled.")) == "separatists"
