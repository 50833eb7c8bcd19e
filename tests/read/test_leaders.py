"""Who leads a side, by what the article says."""

from sayso.read.leaders import leaders, named_in, needs_no_introduction
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


def test_a_head_of_state_needs_no_introduction() -> None:
    text = "Moss told Varnians in an evening address that it was over. Moss's administration agreed. Jan Orr wept."
    assert needs_no_introduction("Moss", text)
    assert not needs_no_introduction("Jan Orr", text)
    assert needs_no_introduction("Kadar", "Kadar came. “No,” said Kadar. Nobody asked why Kadar left.")
    assert not needs_no_introduction("Kadar", "Jan Kadar came. “No,” said Kadar. Nobody asked why Kadar left.")
