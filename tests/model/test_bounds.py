"""Bounds: what a figure may mean."""

from math import inf

import pytest

from sayso.model.bounds import Bounds, bounds
from sayso.model.statement import Comparator, Converted, Figure


def worded(value: float, comparator: Comparator) -> Figure:
    return Figure("", (0, 0), value, None, None, comparator, "people", None)


@pytest.mark.parametrize(
    ("value", "comparator", "low", "high"),
    [
        (31, Comparator.EQUAL, 31, 31),
        (100, Comparator.EQUAL, 100, 100),
        (5000, Comparator.EQUAL, 4500, 5500),
        (12000, Comparator.EQUAL, 11500, 12500),
        (12340, Comparator.EQUAL, 12340, 12340),
        (40, Comparator.MORE, 40, inf),
        (40, Comparator.AT_LEAST, 40, inf),
        (50, Comparator.LESS, -inf, 50),
        (50, Comparator.AT_MOST, -inf, 50),
        (420, Comparator.ABOUT, 378, 462),
    ],
)
def test_bounds_by_the_words(value: float, comparator: Comparator, low: float, high: float) -> None:
    found = bounds(worded(value, comparator))
    assert found.low == pytest.approx(low)
    assert found.high == pytest.approx(high)
    assert found.unit == "people"


def test_the_readers_own_bounds_go_before_the_rule() -> None:
    nearly_forty = Figure("nearly 40", (0, 0), 40, 36, 40, Comparator.ABOUT, "people", None)
    assert bounds(nearly_forty) == Bounds(36, 40, "people")


def test_miles_are_bounded_in_kilometres() -> None:
    metric = Converted(233.1, 209.8, 256.4, "km²")
    area = Figure("roughly 90 square miles", (0, 0), 90, 81, 99, Comparator.ABOUT, "square miles", "area", metric)
    assert bounds(area) == Bounds(209.8, 256.4, "km²")


def test_more_than_forty_and_forty_do_not_part() -> None:
    assert bounds(worded(40, Comparator.MORE)).meets(bounds(worded(40, Comparator.EQUAL)))
    assert not bounds(worded(40, Comparator.MORE)).meets(bounds(worded(39, Comparator.EQUAL)))
