"""Who feels, by where the feeling stands in the sentence."""

import pytest

from sayso.model.statement import Attitude, Polarity, Voice
from sayso.read.attitudes import attitude
from tests.growth import seconds

NEGATIVE, POSITIVE, MIXED = Polarity.NEGATIVE, Polarity.POSITIVE, Polarity.MIXED

FELT: dict[str, tuple[str, Attitude | None]] = {
    "a subject past its adverb": (
        "Ostrel officials are privately sceptical about the truce",
        Attitude("Ostrel officials", "the truce", NEGATIVE),
    ),
    "the antecedent of who": (
        "There are some groups in Varnia that do not want peace",
        Attitude("some groups in Varnia", "peace", NEGATIVE),
    ),
    "whoever voiced it": (
        "Many farmers have voiced their anger over the tariffs",
        Attitude("Many farmers", "the tariffs", NEGATIVE),
    ),
    "those among whom it is": (
        "Worries among villagers grow that the dam will break",
        Attitude("villagers", None, NEGATIVE),
    ),
    "whom something is so for": (
        "The verdict was quite shocking for everyone",
        Attitude("everyone", "The verdict", NEGATIVE),
    ),
    "whom something stands for": (
        "For many in Karsk, the visit is a reminder of the siege",
        Attitude("many in Karsk", "the visit", NEGATIVE),
    ),
    "who stands behind by": (
        "The returnees are shunned by their neighbours",
        Attitude("their neighbours", "The returnees", NEGATIVE),
    ),
    "people behind an adjective": (
        "Frightened residents hid in cellars",
        Attitude("residents", None, NEGATIVE),
    ),
    "a share of a people": (
        "Some 60% of Varnians oppose the treaty",
        Attitude("Some 60% of Varnians", "the treaty", NEGATIVE),
    ),
    "two minds": (
        "Voters are torn over the offer",
        Attitude("Voters", "the offer", MIXED),
    ),
    "people in the street": (
        "In Tarn, an estimated 3,000 people marched to condemn the raid",
        Attitude("an estimated 3,000 people", "the raid", NEGATIVE),
    ),
    "a state's stand is a position": ("Ostrel opposes the treaty", None),
    "a name is no feeling": ("The Tarn Trust Fund paid for the Hope Bridge", None),
    "a gerund is no verb": ("Protests went on during the mourning ceremonies", None),
    "what is enough is no feeling": ("They have enough of them", None),
}


@pytest.mark.parametrize(("content", "expected"), FELT.values(), ids=FELT.keys())
def test_a_feeling_has_its_holder(content: str, expected: Attitude | None) -> None:
    assert attitude(content, None, Voice.OUTLET) == expected


def test_a_stand_of_the_speaker_is_a_position() -> None:
    assert attitude("I am totally opposed to the deal", "Ana Lind", Voice.DIRECT) is None


def test_a_neural_head_may_veto_or_turn_what_the_words_say() -> None:
    content = "Residents fear a new siege"
    read = [
        attitude(content, None, Voice.OUTLET, "", felt) for felt in ((0.95, 0.05, 0.0, 0.0), (0.02, 0.03, 0.95, 0.0))
    ]
    assert read == [None, Attitude("Residents", "a new siege", POSITIVE)]


@pytest.mark.parametrize(
    "hostile",
    [
        "residents fear, " * 700,
        "the people of " * 800 + "fear",
        "For many " + "a " * 5000,
        "Thousands " + "a " * 5000 + "rallied",
        "who are not " * 900 + "angry",
        "very " * 2000 + "tired",
        "their deep " * 900 + "anger",
        "’" * 10000,
    ],
)
def test_a_sentence_without_end_takes_no_time(hostile: str) -> None:
    assert seconds(lambda: attitude(hostile, "a nurse", Voice.DIRECT)) < 2
