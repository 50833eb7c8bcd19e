"""Who feels what toward what."""

import pytest

from sayso.model.statement import Attitude, Polarity, Voice
from sayso.read.attitudes import attitude


@pytest.mark.parametrize(
    ("content", "origin", "voice", "expected"),
    [
        ("Residents fear a new siege", None, Voice.OUTLET, Attitude("Residents", "a new siege", Polarity.NEGATIVE)),
        ("We are very tired", "Ivan of Karsk", Voice.DIRECT, Attitude("Ivan of Karsk", None, Polarity.NEGATIVE)),
        (
            "The raid caused outrage among residents of Tarn",
            None,
            Voice.OUTLET,
            Attitude("residents of Tarn", None, Polarity.NEGATIVE),
        ),
        ("The bridge was repaired in May", None, Voice.OUTLET, None),
        (
            "Belomir’s mayor, Jan Kadar, was “appalled” at the raid",
            None,
            Voice.OUTLET,
            Attitude("Jan Kadar", "the raid", Polarity.NEGATIVE),
        ),
        ("Moss prefers a truce", None, Voice.OUTLET, Attitude("Moss", "a truce", Polarity.POSITIVE)),
        (
            "The order was widely resented",
            None,
            Voice.OUTLET,
            Attitude(None, "The order", Polarity.NEGATIVE),
        ),
        (
            "It is a song loved by everyone",
            None,
            Voice.OUTLET,
            Attitude("everyone", None, Polarity.POSITIVE),
        ),
        (
            "The plan drew sharp criticism",
            None,
            Voice.OUTLET,
            Attitude(None, "The plan", Polarity.NEGATIVE),
        ),
        (
            "Concerns were also raised in Ostrel about the dam",
            None,
            Voice.OUTLET,
            Attitude("Ostrel", "the dam", Polarity.NEGATIVE),
        ),
        (
            "The rebels' goal is to hold the pass",
            "Iva Moss",
            Voice.DIRECT,
            Attitude("The rebels", "hold the pass", Polarity.POSITIVE),
        ),
        ("Our goal is to hold the pass", "Iva Moss", Voice.DIRECT, None),
        (
            "Two of his men had stayed in Tarn; his sister was at Karsk but was hoping to leave",
            None,
            Voice.OUTLET,
            None,
        ),
        (
            "Her adult son had stayed in Tarn but was hoping to leave",
            None,
            Voice.OUTLET,
            Attitude("Her adult son", "leave", Polarity.POSITIVE),
        ),
        ("Militias were not showing enough outrage at the raid", "Iva Moss", Voice.INDIRECT, None),
        ("Ostrel held the port amid growing fears of hunger", "Iva Moss", Voice.INDIRECT, None),
        ("It was scary", "a baker", Voice.DIRECT, Attitude("a baker", None, Polarity.NEGATIVE)),
        (
            "Kadar sent the fleet, and quickly wished he hadn't",
            None,
            Voice.OUTLET,
            Attitude("Kadar", None, Polarity.NEGATIVE),
        ),
        ("he feared a trap", "Jan Kadar", Voice.INDIRECT, Attitude("Jan Kadar", "a trap", Polarity.NEGATIVE)),
        ("He feared a trap", "Jan Kadar", Voice.DIRECT, None),
        ("it is doubtful that the dam will hold", "engineers", Voice.INDIRECT, None),
        ("The army acted in good faith in the talks with our government", "Iva Moss", Voice.INDIRECT, None),
        ("Relief workers reached Tarn", None, Voice.OUTLET, None),
        (
            "Varnia largely rejected the proposal",
            None,
            Voice.OUTLET,
            Attitude("Varnia", "the proposal", Polarity.NEGATIVE),
        ),
        ("it rejected the proposal", "Varnia", Voice.INDIRECT, None),
        ("her hopes for a truce", "Ada Lind", Voice.INDIRECT, Attitude("Ada Lind", "a truce", Polarity.POSITIVE)),
        (
            "The vote was put off because of opposition from Moss",
            None,
            Voice.OUTLET,
            Attitude("Moss", None, Polarity.NEGATIVE),
        ),
        ("As long as Varnia cares about its word, the road is open", None, Voice.OUTLET, None),
        ("I strongly disagree", "Iva Moss", Voice.DIRECT, None),
    ],
)
def test_attitudes(content: str, origin: str | None, voice: Voice, expected: Attitude | None) -> None:
    assert _without_free_target(attitude(content, origin, voice), expected) == expected


def test_a_cue_that_is_a_feeling_makes_the_origin_its_holder() -> None:
    found = attitude("the crossing might close", "Ana Lind", Voice.INDIRECT, "worries")
    assert found == Attitude("Ana Lind", "the crossing might close", Polarity.NEGATIVE)


def _without_free_target(found: Attitude | None, expected: Attitude | None) -> Attitude | None:
    """What is found, its target left out where the case leaves it open."""
    if found and expected and expected.target is None:
        return Attitude(found.holder, None, found.polarity)
    return found


def test_they_of_a_group_are_the_group_and_a_demand_is_no_attitude() -> None:
    assert attitude("they fear the winter", "most families", Voice.INDIRECT) == Attitude(
        "most families", "the winter", Polarity.NEGATIVE
    )
    assert attitude("We want our sons to come back", "one of the wives", Voice.DIRECT) is None


def test_trust_in_neither_is_distrust() -> None:
    found = attitude("Many residents trust neither army", "a nurse", Voice.INDIRECT)
    assert found is not None
    assert found.polarity is Polarity.NEGATIVE


def test_a_call_for_somebody_to_resign_is_nobody_s_feeling() -> None:
    assert (
        attitude("the rebels criticised demands for the resignation of President Mara Ruda", None, Voice.OUTLET) is None
    )


def test_nobody_who_feels_is_what_he_feels_about() -> None:
    found = attitude("the country shared in the grief of Mara Ruda", None, Voice.OUTLET)
    assert found is None or found.holder != found.target
