"""The days that values name."""

import pytest

from sayso.read.timex_intervals import days_of


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2012-02-29", "2012-02-29", "2012-02-29"),
        ("2012-02-29TNI", "2012-02-29", "2012-02-29"),
        ("2013-W11", "2013-03-11", "2013-03-17"),
        ("2013-W11-WE", "2013-03-16", "2013-03-17"),
        ("2012-02", "2012-02-01", "2012-02-29"),
        ("2012-Q3", "2012-07-01", "2012-09-30"),
        ("2012-H2", "2012-07-01", "2012-12-31"),
        ("2012-WI", "2012-12-01", "2013-02-28"),
        ("2012", "2012-01-01", "2012-12-31"),
        ("198", "1980-01-01", "1989-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
    ],
)
def test_a_value_and_its_days(value: str, first: str, last: str) -> None:
    found = days_of(value)
    assert found is not None
    assert [day.isoformat() for day in found] == [first, last]


@pytest.mark.parametrize("value", ["P3D", "PAST_REF", "XXXX-WXX-1", "2013-W60", "2012-13", "2011-02-29", "2012-XX"])
def test_what_names_no_days(value: str) -> None:
    assert days_of(value) is None
