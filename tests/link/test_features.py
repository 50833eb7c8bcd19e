"""What is taken from a statement to compare it by."""

import pytest

from sayso.lexicon.commonness import rarity
from sayso.lexicon.stems import stem
from sayso.lexicon.themes import themes_of
from sayso.link.features import Actor, features, name_key
from sayso.link.linked import linked
from sayso.model.statement import Attitude, Event, Polarity
from tests.link.said import said


@pytest.mark.parametrize(
    "forms",
    [
        "captured capturing captures capture",
        "evacuate evacuated evacuation",
        "struck strikes striking",
        "villages village",
    ],
)
def test_forms_of_one_word_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


def test_a_rare_word_is_rarer_than_a_common_one() -> None:
    assert rarity(stem("the")) < rarity(stem("attack")) < rarity(stem("exhaustion")) < rarity(stem("Ozrel"))


def test_tired_and_exhausted_are_of_one_theme() -> None:
    tired, worn = (themes_of([stem(word) for word in words.split()]) for words in ("very tired", "moral exhaustion"))
    assert "weariness" in tired.keys() & worn.keys()


def test_spellings_of_one_name_meet_and_two_towns_do_not() -> None:
    assert name_key("Foua") == name_key("al-Foua") == name_key("Fua")
    assert name_key("Rashidin") == name_key("Rashideen")
    assert name_key("Karsk") != name_key("Kursk")


def test_who_acts_is_told_by_order_by_the_passive_and_by_we() -> None:
    found = [
        features(said(words, by="a soldier", side="IR")).actor
        for words in (
            "Iranian forces shelled Iraqi villages",
            "Iraqi villages were shelled by Iranian forces",
            "We shelled them",
        )
    ]
    assert found == [Actor("IR", "soldiers"), Actor("IR", "soldiers"), Actor("IR", "soldiers")]


def test_the_holder_of_a_feeling_is_the_actor() -> None:
    felt = Attitude("local residents", "Iranian soldiers", Polarity.POSITIVE)
    found = features(said("they meet the troops with bread and salt", attitude=felt))
    assert (found.actor, found.acted_on, found.feeling) == (
        Actor(None, "civilians"),
        Actor("IR", "soldiers"),
        "positive",
    )


def test_a_pile_gives_the_same_claims_in_any_order_and_without_what_was_removed() -> None:
    words = "More than 40 people were killed when rockets struck the market in Belomir"
    pile = [
        said(words, article=name, at=0, killed=40, event=Event.ASSAULT, places=("Belomir",)) for name in ("a", "b", "c")
    ]
    pile += [said("No barracks stands in that part of Belomir", article=name, at=300) for name in ("a", "b")]
    whole, turned = linked(pile), linked(pile[::-1])
    assert whole == turned
    assert whole.claims == (("a#0", "b#0", "c#0"), ("a#300", "b#300"))
    assert linked([each for each in pile if each.statement.document != "c"]).claims == (
        ("a#0", "b#0"),
        ("a#300", "b#300"),
    )
