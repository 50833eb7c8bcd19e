"""Begun: who began, as two sides tell it."""

import pytest

from sayso.link.begun import began, two_beginners
from sayso.model.filed import Filed
from tests.link.telling import told


def kereth(words: str, **more: object) -> Filed:
    return told(words, "Kereth's interior ministry", "Kereth", at="Tessel", **more)  # type: ignore[arg-type]


def ulmar(words: str, **more: object) -> Filed:
    return told(words, "Ulmar's army", "Ulmar", at="Tessel", **more)  # type: ignore[arg-type]


FIRST = kereth("Ulmar's guards opened fire first near the Tessel pass")


@pytest.mark.parametrize(
    ("words", "first", "answered"),
    [
        ("Ulmari guards opened fire first on our patrol", "ulmar", None),
        ("the first shots had come from the Kereth side", "kereth", None),
        ("Kereth fired only after it had been shot at", None, "kereth"),
        ("our troops returned fire", None, "ulmar"),
        ("the attackers fired first", None, None),
    ],
)
def test_the_side_that_began_and_the_side_that_answered(words: str, first: str | None, answered: str | None) -> None:
    assert began(ulmar(words)) == (first, answered)


def test_each_has_the_other_begin() -> None:
    assert two_beginners(FIRST, ulmar("Kereth troops crossed the border at Tessel and attacked a post"))
    assert two_beginners(FIRST, ulmar("Ulmar fired only after it had been shot at near Tessel"))
    assert two_beginners(
        FIRST, told("the first shots had come from the Kereth side", "UN observers", "none", at="Tessel")
    )


def test_the_one_attacked_and_only_answered() -> None:
    shelled = told("Varnian forces shelled Karsk after the truce", "Ostrel's army", "Ostrel", at="Karsk")
    answered = told("Varnian troops returned fire at Karsk", "the ministry", "Varnia", at="Karsk")
    assert two_beginners(shelled, answered)


def test_two_who_agree_and_two_fights_do_not_part() -> None:
    assert two_beginners(FIRST, told("Ulmar fired first", "UN observers", "none", at="Tessel")) is None
    assert two_beginners(FIRST, ulmar("Kereth opened fire first", day=2)) is None
