"""Colours of sides: one rule for all."""

from sayso.web.sides import GREY, Palette


def test_the_busiest_side_has_the_first_colour_and_those_of_no_side_have_none() -> None:
    palette = Palette.of([("Varnia", 12), ("none", 90), ("Ostrel", 31), ("unknown", 7), ("Ardun", 12)])
    told = {side: palette.of_side(side) for side in ("Ostrel", "Ardun", "Varnia", "none", "unknown", "Tarn")}
    assert told == {
        "Ostrel": "side-0",
        "Ardun": "side-1",
        "Varnia": "side-2",
        "none": GREY,
        "unknown": GREY,
        "Tarn": GREY,
    }
