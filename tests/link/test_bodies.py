"""Bodies: the words that tell whom a name means, states as a whole, and offices that name a body."""

import pytest

from sayso.link.bodies import body_words, is_whole, names_body, voice_words
from sayso.model.statement import Origin, OriginKind

ORGANIZATION, PERSON, GROUP = OriginKind.ORGANIZATION, OriginKind.PERSON, OriginKind.GROUP
MINISTRY = Origin("Ministry of Defence", ORGANIZATION, "Varnia")


@pytest.mark.parametrize(
    ("name", "side", "words"),
    [
        ("Varnia’s defence ministry", "Varnia", {"defence", "ministry"}),
        ("the Varnian Defense Minister", "Varnia", {"defence", "ministry"}),
        ("the Kremlin", "RU", {"presidency"}),
        ("Russian President", "RU", {"presidency"}),
        ("Varnia", "Varnia", set()),
        ("a spokesman for the defence ministry in Verem", "Varnia", {"defence", "ministry", "verem"}),
    ],
)
def test_the_words_that_tell_whom_a_name_means(name: str, side: str, words: set[str]) -> None:
    assert body_words(name, side) == words


@pytest.mark.parametrize(
    ("origin", "whole"),
    [
        (Origin("Varnia", ORGANIZATION, "Varnia"), True),
        (Origin("Moscow", ORGANIZATION, "RU"), True),
        (Origin("the Ukrainian government", ORGANIZATION, "UA"), True),
        (Origin("the rebels", GROUP, "Tarn rebels"), True),
        (Origin("the Varnian army", ORGANIZATION, "Varnia"), False),
        (Origin("Karsk's regional military administration", ORGANIZATION, "Ostrel"), False),
        (Origin("Varnians", GROUP, "Varnia"), False),
        (Origin("Varnia", ORGANIZATION, "unknown"), False),
    ],
)
def test_a_state_or_a_party_as_a_whole(origin: Origin, whole: bool) -> None:
    assert is_whole(origin) is whole


def test_an_office_names_its_body_and_the_ministry_is_enough_in_one_article() -> None:
    spokesman = Origin("Radek Oslin", PERSON, "Varnia", "the ministry's spokesman, Colonel")
    deputy = Origin("Marta Venn", PERSON, "Varnia", "deputy defence minister")
    other = Origin("Lena Korvat", PERSON, "Ostrel", "Defence Minister")
    assert [names_body(each, MINISTRY, at_hand=False) for each in (spokesman, deputy, other)] == [False, True, False]
    assert [names_body(each, MINISTRY, at_hand=True) for each in (spokesman, deputy, other)] == [True, True, False]
    assert voice_words(deputy) == voice_words(MINISTRY)
