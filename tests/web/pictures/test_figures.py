"""Figures on one scale: points, bars, open ends, what is denied; and the scale itself."""

from dataclasses import replace
from datetime import date

import pytest

from sayso.export.measures import Measure
from sayso.export.words import span
from sayso.model.document import Interval
from sayso.web.pictures.figures import NARROW, Scale, ranges
from sayso.weigh.sheet import SheetRow, over_all

ROW = SheetRow(
    "5" * 16,
    "d" * 16,
    "pile/market.txt",
    "Tarn Today",
    "29 people",
    "killed",
    "people",
    (),
    ("Belomir",),
    29.0,
    29.0,
    29.0,
    "people",
    "Tarn health department",
    "Ostrel",
    None,
    Interval(date(2024, 3, 16), date(2024, 3, 16), ()),
    29,
)


def measure(*rows: SheetRow) -> Measure:
    return Measure("killed", "people", rows, over_all(rows))


def picture(*rows: SheetRow) -> str:
    return str(ranges(measure(*rows), lambda side: "side-1"))


def test_each_figure_is_a_point_or_a_bar_and_an_open_end_an_arrow() -> None:
    least = replace(ROW, text="At least 23 people", low=23.0, high=None, value=23.0, coded=23)
    about = replace(ROW, text="about 40", low=36.0, high=44.0, value=40.0, coded=36)
    drawn = picture(ROW, least, about)
    assert drawn.count('class="figure-row"') == 3
    assert drawn.count('class="tip"') == 2  # of the figure and of the range over all
    assert "23 or more" in drawn
    assert "36–44" in drawn
    assert "Tarn health department · Ostrel · said 16 March 2024" in drawn


def test_what_is_denied_or_given_up_is_hollow_and_says_so() -> None:
    drawn = picture(ROW, replace(ROW, denied=True), replace(ROW, earlier=True))
    assert drawn.count("hollow") == 2
    assert "denied: 29 people" in drawn
    assert "earlier: 29 people" in drawn


def test_the_coders_number_stands_beside_the_range() -> None:
    drawn = picture(ROW, replace(ROW, low=23.0, high=None, coded=23))
    assert "The range over all" in drawn
    assert 'class="coded"' in drawn
    assert "conservative number" in drawn


@pytest.mark.parametrize("most", [1.0, 7.0, 64.0, 31_000.0])
def test_the_scale_keeps_every_number_within_it_and_has_round_ticks(most: float) -> None:
    scale = Scale(measure(ROW, replace(ROW, low=0.0, high=most)))
    assert 0 <= scale.at(0) <= scale.at(29.0) <= 1
    assert scale.at(most) <= 1
    assert all(0 <= scale.at(tick) <= 1 for tick in scale.ticks())
    assert 2 <= len(scale.ticks()) <= 8


def test_far_apart_numbers_are_on_a_logarithmic_scale_that_says_so() -> None:
    drawn = picture(ROW, replace(ROW, low=60_000.0, high=60_000.0, value=60_000.0))
    assert "each line ten times the one before" in drawn


def test_a_narrow_picture_is_as_wide_as_a_phone() -> None:
    assert 'width="350"' in str(ranges(measure(ROW), lambda side: "side-1", NARROW))


def test_a_span_in_words() -> None:
    assert [span(23, None), span(None, 50), span(378, 462), span(31, 31), span(None, None)] == [
        "23 or more",
        "up to 50",
        "378–462",
        "31",
        "not known",
    ]
