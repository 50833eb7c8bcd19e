"""What the name of a place does in its sentence."""

import pytest

from sayso.read.places import mentions
from sayso.read.scene_roles import role
from tests.growth import seconds

ROLES: dict[str, tuple[str, list[str]]] = {
    "a town and what it lies by": ("They took Izyum west of Kharkiv.", ["scene", "anchor"]),
    "what lies by a river": ("They fled across the Euphrates near Mayadeen.", ["scene", "scene"]),
    "a ministry in its capital": ("It was agreed with officials in Moscow.", ["actor"]),
    "what is talked about": ("Envoys left a summit on Iran.", ["actor"]),
    "a list of what is talked about": ("They voiced anger over sanctions on Iran and Syria.", ["actor", "actor"]),
    "strikes on a state": ("Warplanes flew strikes on Iran.", ["scene"]),
    "help for a government": ("It gave logistic support to Moscow.", ["actor"]),
    "a capital's offensive": ("It was part of Ankara’s offensive.", ["actor"]),
    "a state's military": ("The men were in Canada military custody.", ["actor"]),
    "a state's territory": ("It was fought on the territory of Ukraine.", ["scene"]),
    "where somebody grew up": ("The man grew up in west London.", ["people"]),
    "where villagers are from": (
        "The dead were residents of the villages of Foua in Idlib province.",
        ["people", "people"],
    ),
    "what it is compared with": ("It was a crime similar to that in Grozny.", ["actor"]),
    "countries such as this": ("It happens in countries like Mexico.", ["scene"]),
    "a share of a state": ("They hold 19 percent of Ukraine.", ["scene"]),
    "what a state has on its ground": ("Missiles hit Ukraine’s energy infrastructure.", ["scene"]),
    "a town's soldiers": ("Kharkiv sappers mined the bridge near Sudzha.", ["actor", "scene"]),
    "where soldiers are": ("The men were held in Kharkiv military barracks.", ["scene"]),
    "a town that speaks": ("Odesa said it was calm.", ["actor"]),
    "a state without its apostrophe": ("Syrias army left Aleppo.", ["actor", "scene"]),
    "a continent that acts": ("Europe’s answer was weak.", ["actor"]),
}


@pytest.mark.parametrize(("sentence", "expected"), ROLES.values(), ids=ROLES.keys())
def test_a_place_has_a_role(sentence: str, expected: list[str]) -> None:
    told: list[tuple[object, str]] = []
    last = None
    for place in mentions(sentence):
        last = place, role(sentence, 0, place, last)
        told.append(last)
    assert [found for _, found in told] == expected


def test_a_long_line_takes_no_time() -> None:
    text = "Residents of the towns of " * 2000 + "Kharkiv fled."
    assert seconds(lambda: [role(text, 0, place, None) for place in mentions(text)]) < 5
