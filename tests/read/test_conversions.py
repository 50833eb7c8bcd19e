"""Conversions: metric units beside a figure's own."""

import pytest

from sayso.model.statement import Converted
from sayso.read.conversions import converted


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (10, "miles", (16.09, "km")),
        (386, "square miles", (999.7, "km²")),
        (1.2e6, "acres", (4856, "km²")),
        (6000, "feet", (1829, "m")),
        (500, "pounds", (226.8, "kg")),
        (60, "mph", (96.56, "km/h")),
    ],
)
def test_a_value_is_told_in_metric_units_too(value: float, unit: str, expected: tuple[float, str]) -> None:
    found = converted(value, value, value, unit)
    assert found is not None
    assert (found.value, found.unit) == expected


def test_open_bounds_stay_open_and_a_ton_may_be_short_or_long() -> None:
    assert converted(50, None, 50, "miles") == Converted(80.47, None, 80.47, "km")
    assert converted(2, 2, 2, "tons") == Converted(2000, 1814, 2032, "kg")


@pytest.mark.parametrize("unit", ["km", "soldiers", "percent", None])
def test_what_is_metric_or_no_size_is_not_converted(unit: str | None) -> None:
    assert converted(5, 5, 5, unit) is None
