"""Names of places that are people's: when a surname is no place, and when it is one after all."""

import pytest

from sayso.read.marked import Name
from sayso.read.namesakes import without_namesakes
from sayso.read.places import mentions

# The gazetteer has towns called Morel, Lodi and Zenica.
INTRODUCED = "The volunteer Kaya Morel wrote to Ostrel Wire.\n\n"

KEPT: dict[str, tuple[str, list[str]]] = {
    "somebody who is not reached": ("An attempt to reach Morel failed.", []),
    "somebody who was left behind": ("They left Morel and went to Lodi.", ["Lodi"]),
    "somebody who is trusted": ("There is trust in Morel, and they reached Lodi.", ["Lodi"]),
    "somebody whose apostrophe is lost": ("The uprising against Morels rule reached Lodi.", ["Lodi"]),
    "somebody's words": ("The truth in Morel’s letter hit Lodi.", ["Lodi"]),
    "a town where something fell": ("Shells fell in Morel on Monday.", ["Morel"]),
    "a town in a list": ("Shells fell in Lodi and Morel on Monday.", ["Lodi", "Morel"]),
    "a town that something is near": ("Troops near Morel took Lodi. They left Morel.", ["Morel", "Lodi", "Morel"]),
    "a town called one": ("They left the village of Morel.", ["Morel"]),
    "a region": ("They took Morel. Nobody lives in the Morel region.", ["Morel", "Morel region"]),
}


@pytest.mark.parametrize(("sentence", "expected"), KEPT.values(), ids=KEPT.keys())
def test_a_surname_is_no_place_unless_something_is_set_there(sentence: str, expected: list[str]) -> None:
    text = INTRODUCED + sentence
    found = without_namesakes(text, mentions(text), ())
    assert [place.text for place in found if place.span[0] >= len(INTRODUCED)] == expected


def test_a_title_makes_a_surname() -> None:
    text = "The mayor of Tarn, Colonel Ilya Zenica, fled. Nobody has reached Zenica."
    assert [place.text for place in mentions(text)] == ["Zenica"]
    assert without_namesakes(text, mentions(text), ()) == ()


def test_who_is_named_in_full_without_a_role_is_known_by_the_encoder() -> None:
    text = "Iva Lodi fled. Nobody has reached Lodi."
    person = (Name("PER", (0, 8)),)
    assert [place.text for place in without_namesakes(text, mentions(text), ())] == ["Lodi", "Lodi"]
    assert without_namesakes(text, mentions(text), person) == ()


def test_a_state_and_a_capital_stay_what_they_are() -> None:
    text = "The mayor Jon Chad and the nurse Ana Paris fled. They reached Chad and left Paris."
    found = without_namesakes(text, mentions(text), ())
    assert {"Chad", "Paris"} <= {place.text for place in found}
