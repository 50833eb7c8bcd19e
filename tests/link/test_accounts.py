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
