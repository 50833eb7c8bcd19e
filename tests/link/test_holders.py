"""Holders: one place that two sides each say they have."""

from sayso.link.holders import holds, two_holders
from sayso.model.filed import Filed
from tests.link.telling import told


def sovenia(words: str, **more: object) -> Filed:
    return told(words, "the president's office", "Sovenia", **{"at": "", **more})  # type: ignore[arg-type]


def mandar(words: str, **more: object) -> Filed:
    return told(words, "Mandar's general staff", "Mandar", **{"at": "", **more})  # type: ignore[arg-type]


OURS = sovenia("Sovenian troops have full control of Marlow")


def test_each_says_that_its_own_side_has_the_town() -> None:
    assert two_holders(OURS, mandar("The town of Marlow has been completely liberated")) == (
        "Each says that its own side has it."
    )


def test_another_town_another_month_and_an_admission_part_with_nothing() -> None:
    assert two_holders(OURS, mandar("The town of Dorn has been completely liberated")) is None
    assert two_holders(OURS, mandar("The town of Marlow has been completely liberated", day=1)) is None
    assert two_holders(OURS, mandar("Sovenian troops have taken Marlow")) is None


def test_whose_a_place_is_by_the_words() -> None:
    assert holds(mandar("the airport was under the control of our troops")) == "mandar"
    assert holds(mandar("Sovenian units hold the airport")) is None
