"""Accounts that cannot both hold."""

import pytest

from sayso.link.accounts import account
from sayso.model.filed import Filed
from sayso.model.statement import Certainty, OriginKind
from tests.link.telling import told


def parts(a: Filed, b: Filed) -> bool:
    assert account(a, b) is None or account(b, a) is not None
    return account(a, b) is not None


def varnia(words: str, **more: object) -> Filed:
    return told(words, "Varnia's defence ministry", "Varnia", **more)  # type: ignore[arg-type]


def test_a_bridge_blown_up_and_still_standing() -> None:
    gone = told("The road bridge at Ozrel has been blown up", "Karsk Lens", at="Ozrel", kind=OriginKind.OUTLET, day=21)
    stands = told("It stands", "Stepan", at="Ozrel", kind=OriginKind.PERSON, day=21)
    assert account(gone, stands) == (
        "Karsk Lens (told on 21 March 2024): “The road bridge at Ozrel has been blown up”; Stepan (told on "
        "21 March 2024): “It stands”. Both cannot hold: destroyed or whole."
    )
    assert not parts(gone, told("It stands", "Stepan", at="Tarn", kind=OriginKind.PERSON, day=21))


def test_taken_or_held_off() -> None:
    taken = varnia("Its troops have captured the mill quarter", at="Karsk")
    assert parts(taken, told("the garrison still holds the mill quarter", at="Karsk"))
    assert not parts(taken, told("attacks near the mill quarter were repelled", at="Karsk"))
    assert not parts(taken, told("the garrison still holds the mill quarter", at="Karsk", day=2))


def test_fled_or_taken_by_force() -> None:
    fled = varnia("a million people had fled Ostrel for Varnia", document="one page", at="")
    forced = told("people have been taken over the border against their will", document="one page", start=60, at="")
    assert parts(fled, forced)


def test_there_was_none_of_what_the_other_tells() -> None:
    barracks = varnia("its artillery had hit a barracks next to the market")
    assert parts(barracks, told("No barracks stands in that part of the city", "the mayor"))
    assert not parts(barracks, told("No doubt it was artillery", "the mayor"))
    assert not parts(barracks, told("No barracks has been inspected", "the mayor"))


def test_one_and_the_same_with_and_without_not() -> None:
    part = varnia("the lifting of sanctions on Varnia was part of the negotiations", document="one page", at="")
    never = told("sanctions on Varnia could not be lifted in negotiations", document="one page", start=200, at="")
    unless = told(
        "sanctions would not be lifted in negotiations if Varnia stays", document="one page", start=200, at=""
    )
    assert parts(part, never)
    assert not parts(part, unless)


def test_each_names_the_other_as_the_one_who_did_it() -> None:
    ours = told("the market was hit by Varnian shells")
    assert parts(ours, varnia("an Ostrel rocket fell on the market"))
    assert not parts(ours, varnia("an Ostrel rocket fell on the harbour"))


@pytest.mark.parametrize("name", ["Ilya Dorn", "Mira Sol"])
def test_dead_or_alive_is_of_one_man(name: str) -> None:
    dead = varnia("The commander Ilya Dorn was killed in the raid")
    assert parts(dead, told(f"The commander {name} is alive")) is (name == "Ilya Dorn")


def test_denied_words_are_left_to_denials() -> None:
    gone = told("The bridge has been blown up", "Karsk Lens", at="Ozrel")
    assert not parts(gone, varnia("It stands", at="Ozrel", certainty=Certainty.DENIED))


def near(words: str, by: str, side: str, start: int = 0) -> Filed:
    return told(words, by, side, document="one page", at="", start=start)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("its forces have entered the northern suburbs", "its fighters had repelled three attacks"),
        ("a missile had struck a school in the town", "it had struck an ammunition depot"),
        ("its guns shot down 18 drones", "all its drones had reached their targets"),
        ("police fired live rounds at the crowd", "its officers had used only rubber bullets"),
        ("armed provocateurs opened fire on officers", "the marchers were unarmed"),
        ("The army has taken power", "The coup has failed"),
        ("the bomber was shot down over the sea", "a bomber had crashed after an engine failed"),
        ("the people were being forced to leave the town", "they left the town of their own free will"),
        ("it was observing the truce", "its positions were shelled after the truce began"),
    ],
)
def test_outcomes_that_exclude_each_other_where_the_one_answers_the_other(ours: str, theirs: str) -> None:
    assert parts(near(ours, "the general staff", "Varnia"), near(theirs, "the ministry", "Ostrel", 120))
    assert not parts(told(ours, "the general staff", "Varnia", at="", day=2), told(theirs, "the ministry", at=""))


@pytest.mark.parametrize(
    ("no", "yes"),
    [
        ("they knew of no corridor", "it had opened a corridor for civilians"),
        ("none of its men was taken prisoner", "it had taken four soldiers prisoner"),
        ("Not one truck has reached the town", "12 trucks with flour had reached the town"),
        ("There has never been a depot in the town", "it had destroyed a depot in the town"),
    ],
)
def test_a_no_against_a_yes(no: str, yes: str) -> None:
    assert parts(near(no, "residents", "Ostrel"), near(yes, "the ministry", "Varnia", 90))


@pytest.mark.parametrize(
    ("no", "yes"),
    [
        ("the crisis has no military solution", "it had struck a military base"),
        ("three rockets fell on the hills causing no injuries", "two men were killed when a base was struck"),
        ("there was no claim of responsibility", "the attack was carried out by a suicide bomber"),
        ("No one could say who carried out the attack", "the attack was carried out by a suicide bomber"),
        ("no serious person would say no to peace", "it would sign a peace"),
    ],
)
def test_a_no_of_something_else_parts_with_nothing(no: str, yes: str) -> None:
    assert not parts(near(no, "a spokesman", "Ostrel"), near(yes, "the ministry", "Varnia", 90))
