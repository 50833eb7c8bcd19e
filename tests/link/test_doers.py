"""Doers: whom the words hold to have done it, and two who hold it of two sides."""

import pytest

from sayso.link.doers import blamed, doers_of, two_doers
from sayso.link.tellers import side_key
from tests.link.telling import told


@pytest.mark.parametrize(
    ("words", "doers"),
    [
        ("the dam was hit by Ulmari shells", {"ulmar"}),
        ("These people were executed by Varnian soldiers", {"varn"}),
        ("Kereth sappers blew up the dam", {"kereth"}),
        ("Kereth has blown up the bridge", {"kereth"}),
        ("it killed scores of Varnian soldiers and destroyed two dumps", set()),
        ("Heavy shelling hit the town", set()),
        ("their shells hit the town", set()),
    ],
)
def test_whose_forces_did_it(words: str, doers: set[str]) -> None:
    assert doers_of(told(words)) == doers


@pytest.mark.parametrize(
    ("words", "whom"),
    [
        ("Varnia of shelling the plant", {"varn"}),
        ("Ostrel was most likely behind the blast", {"ostrel"}),
        ("the attack was carried out by Varnia", {"varn"}),
        ("Varnia of funding the rebels", set()),
        ("Ostrel was not behind the blast", set()),
    ],
)
def test_whom_the_words_accuse(words: str, whom: set[str]) -> None:
    assert blamed(told(words)) == whom


def test_each_accuses_the_other_of_one_attack() -> None:
    ours = told("Varnia of shelling the power plant", "Ostrel", document="page", at="")
    theirs = told("Ostrel of shelling the power plant", "Varnia", "Varnia", document="page", at="", start=80)
    assert two_doers(ours, theirs) == "The one names Varnia as the one that did it, the other Ostrel."
    market = told("Ostrel of bombing a market", "Varnia", "Varnia", at="", day=2)
    assert two_doers(ours, market) is None


def test_a_dam_that_two_sides_broke() -> None:
    ours = told("Kereth sappers blew up the Ansa dam", "Ulmar's government", "Ulmar", document="page", at="")
    theirs = told("Ulmari shells had hit the dam", "a spokesman", "Kereth", document="page", at="", start=90)
    assert two_doers(ours, theirs)


def test_two_sides_that_each_tell_of_their_own_deed_do_not_part() -> None:
    ours = told("Ostrel artillery hit the station at Karsk", at="Karsk")
    theirs = told("Varnian artillery hit the station at Karsk", "the ministry", "Varnia", at="Karsk")
    assert two_doers(ours, theirs) is None


@pytest.mark.parametrize(("side", "people"), [("Varnia", "Varnian"), ("Ulmar", "Ulmari"), ("Ostrel", "Ostrel")])
def test_a_side_and_its_people_are_one(side: str, people: str) -> None:
    assert side_key(side) == side_key(people)
