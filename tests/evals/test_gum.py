"""Bare names within GUM's phrases."""

import pytest

from evals.gum import name_in


@pytest.mark.parametrize(
    ("phrase", "kind", "name"),
    [
        ("President Ann Varga of Ostrel, who fled", "person", "Ann Varga"),
        ("actor Piet van der Holm", "person", "Piet van der Holm"),
        ("Ann and Piet", "person", None),
        ("the Ministry of Defence", "organization", "Ministry of Defence"),
        ("Ostrel's", "place", "Ostrel"),
        ("that Karsk", "place", "Karsk"),
        ("the Ostrel soldiers", "person", None),
        ("members of the Senate", "person", None),
        ("her", "person", None),
        ("She", "person", None),
        ("the President", "person", None),
    ],
)
def test_the_name_is_the_run_of_capitals_at_the_head(phrase: str, kind: str, name: str | None) -> None:
    text = f"At dawn {phrase} fell."
    found = name_in(text, 8, 8 + len(phrase), kind, opens_sentence=False, linked=False)
    assert (found and text[slice(*found)]) == name


def test_a_capital_that_may_be_the_sentences_needs_a_link() -> None:
    text = "Commanders of the fleet"
    assert name_in(text, 0, len(text), "person", opens_sentence=True, linked=False) is None
    assert name_in(text, 0, len(text), "person", opens_sentence=True, linked=True) == (0, 10)
