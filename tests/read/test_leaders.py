"""Who leads a side, by what the article says."""

from sayso.read.leaders import leaders, named_in
from sayso.read.parties import parties

TEXT = (
    "Varnian forces and Ostreli forces fought over Tarn. Varnia's army shelled Ostrel. Ostrel's army shelled Varnia. "
    "Varnian President Iva Moss spoke. Jan Kadar, the Ostreli defence minister, answered. "
    "Varnia's General Staff did not."
)


def test_leaders_are_known_by_surname() -> None:
    assert leaders(TEXT, parties(TEXT).invented) == {("Moss", "Varnia"), ("Kadar", "Ostrel")}
    assert named_in("Moss", "Moss’s aims")
    assert not named_in("Moss", "the Mosses of Tarn")


def test_a_name_on_both_sides_makes_neither_known() -> None:
    text = f"{TEXT} Ostreli President Ana Moss was there."
    assert leaders(text, parties(text).invented) == {("Kadar", "Ostrel")}
