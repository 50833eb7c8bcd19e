"""Whether a statement without a scene of its own goes on about one that was named before."""

import pytest

from sayso.model.statement import Place
from sayso.read.places import mentions
from sayso.read.scene_memory import recalled, remembered

SCENE = "Shells hit the market of Kharkiv on Monday."


def follow(sentence: str, *, kept: bool = True, opening: str = SCENE) -> list[str]:
    """The scene of a sentence right after the opening one."""
    text = f"{opening} {sentence}"
    found = mentions(text)
    before: tuple[Place, ...] = found[-1:] if kept else ()
    span = (len(opening) + 1, len(text))
    return [place.text for place in recalled(text, span, (span,), found, before)]


GOES_ON = {
    "who was hurt": "At least 12 people were killed.",
    "what stands there": "Several homes and a school were destroyed.",
    "the city": "The city has been under fire for weeks.",
}
LEAVES = {
    "what we want": "We do not want a new treaty.",
    "nobody checked": "The claim could not be independently verified.",
}


@pytest.mark.parametrize("sentence", GOES_ON.values(), ids=GOES_ON.keys())
def test_what_tells_of_the_ground_goes_on(sentence: str) -> None:
    assert follow(sentence) == ["Kharkiv"]


@pytest.mark.parametrize("sentence", LEAVES.values(), ids=LEAVES.keys())
def test_talk_leaves_the_scene(sentence: str) -> None:
    assert follow(sentence) == []


def test_a_text_without_places_recalls_none() -> None:
    assert follow("At least 12 people were killed.", kept=False, opening="Shells fell.") == []


def test_a_remembered_place_shows_what_speaks_for_it() -> None:
    text = f"{SCENE} The city burned."
    found = mentions(text)
    (one,) = remembered(text, (44, len(text)), ((44, len(text)),), found, found)
    assert (one.place.text, one.named) == ("Kharkiv", 1)
    assert {"scene before", "its kind is named", "ground", "named last"} <= set(one.signs)
