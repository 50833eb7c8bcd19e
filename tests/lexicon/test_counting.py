"""Counting: what a figure counts, and how two counts stand to each other."""

import pytest

from sayso.lexicon.counting import Fit, Measured, fit, measured, measured_in


@pytest.mark.parametrize(
    ("measure", "unit", "expected"),
    [
        ("people killed", "people", Measured("killed", "people")),
        ("death toll", None, Measured("killed", "people")),
        ("Ostrel soldiers killed", "soldiers", Measured("killed", "fighters", frozenset({"ostrel"}))),
        ("Russian soldiers captured", "soldiers", Measured("captured", "fighters", frozenset({"ru"}))),
        ("settlements controlled", "settlements", Measured("held", "settlements")),
        ("villages lost", "villages", Measured("lost", "settlements")),
        ("settlements operated in", "settlements", Measured("operated", "settlements")),
        ("area seized", "square miles", Measured("captured", "area")),
        ("people killed or wounded", "people", Measured("casualties", "people")),
        (None, None, Measured(None, "")),
    ],
)
def test_what_a_figure_counts(measure: str | None, unit: str | None, expected: Measured) -> None:
    assert measured(measure, unit) == expected


def test_the_sentence_tells_what_befell_the_land() -> None:
    words = "Varnian units were operating in an area of roughly 90 square miles"
    assert measured_in(words, "area", "square miles") == Measured("operated", "area")


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        (("people killed", "people"), ("deaths", "people"), Fit.SAME),
        (("settlements captured", "settlements"), ("villages lost", "villages"), Fit.SAME),
        (("settlements controlled", "settlements"), ("settlements operated in", "settlements"), Fit.PART),
        (("children killed", "children"), ("people killed", "people"), Fit.PART),
        (("people killed", "people"), ("soldiers killed", "soldiers"), Fit.WHOLE),
        (("people killed", "people"), ("people wounded", "people"), Fit.APART),
        (("soldiers killed", "soldiers"), ("civilians killed", "civilians"), Fit.APART),
        (("Varnian soldiers killed", "soldiers"), ("Ostrel soldiers killed", "soldiers"), Fit.APART),
        (("settlements controlled", "settlements"), ("area controlled", "square miles"), Fit.APART),
    ],
)
def test_how_one_count_stands_to_another(one: tuple[str, str], other: tuple[str, str], how: Fit) -> None:
    assert fit(measured(*one), measured(*other)) is how
    assert fit(measured(*other), measured(*one)) is how.turned
