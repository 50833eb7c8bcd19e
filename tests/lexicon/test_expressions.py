"""Expressions of time by kind, and the days they denote for an article of 10 to 12 May 2023."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.lexicon.calendar import Kind
from sayso.lexicon.expressions import expressions
from sayso.lexicon.reckoning import days
from sayso.model.document import UNDATED, Interval

WRITTEN = Interval(date(2023, 5, 10), date(2023, 5, 12), ())  # a Wednesday to a Friday


@pytest.mark.parametrize(
    ("words", "kind", "first", "last"),
    [
        ("on September 10", Kind.DAY, "2022-09-10", "2022-09-10"),
        ("on 9 March 2021", Kind.DAY, "2021-03-09", "2021-03-09"),
        ("Tuesday, February 27, 2024", Kind.DAY, "2024-02-27", "2024-02-27"),
        ("27.02.2026", Kind.DAY, "2026-02-27", "2026-02-27"),
        ("2026-02-27", Kind.DAY, "2026-02-27", "2026-02-27"),
        ("on November 22nd", Kind.DAY, "2022-11-22", "2022-11-22"),
        ("the night of February 25 to 26", Kind.DAY, "2023-02-25", "2023-02-26"),
        ("since 29 March", Kind.DAY, "2023-03-29", "2023-05-12"),
        ("by May 1", Kind.DAY, None, "2023-05-01"),
        ("in early April", Kind.MONTH, "2023-04-01", "2023-04-10"),
        ("in mid-January", Kind.MONTH, "2023-01-11", "2023-01-20"),
        ("late November 2021", Kind.MONTH, "2021-11-21", "2021-11-30"),
        ("since March 2011", Kind.MONTH, "2011-03-01", "2023-05-12"),
        ("in the summer of 2013", Kind.SEASON, "2013-06-01", "2013-08-31"),
        ("since 2013", Kind.YEAR, "2013-01-01", "2023-05-12"),
        ("by the end of 2025", Kind.YEAR, None, "2025-12-31"),
        ("in the 1990s", Kind.DECADE, "1990-01-01", "1999-12-31"),
        ("on Wednesday", Kind.WEEKDAY, "2023-05-10", "2023-05-10"),
        ("Tuesday’s", Kind.WEEKDAY, "2023-05-09", "2023-05-09"),
        ("before dawn on Tuesday", Kind.WEEKDAY, "2023-05-09", "2023-05-09"),
        ("since Monday", Kind.WEEKDAY, "2023-05-08", "2023-05-12"),
        ("last week", Kind.RELATIVE, "2023-05-01", "2023-05-07"),
        ("earlier this week", Kind.RELATIVE, "2023-05-08", "2023-05-11"),
        ("last month", Kind.RELATIVE, "2023-04-01", "2023-04-30"),
        ("last year", Kind.RELATIVE, "2022-01-01", "2022-12-31"),
        ("yesterday", Kind.RELATIVE, "2023-05-09", "2023-05-11"),
        ("two weeks ago", Kind.RELATIVE, "2023-04-26", "2023-04-28"),
        ("in recent days", Kind.RELATIVE, None, "2023-05-12"),
        ("over the past 24 hours", Kind.RELATIVE, "2023-05-09", "2023-05-12"),
        ("in the last two weeks", Kind.RELATIVE, "2023-04-26", "2023-05-12"),
        ("for more than two years", Kind.DURATION, "2021-05-10", "2023-05-12"),
        ("within a week", Kind.DURATION, "2023-05-10", "2023-05-19"),
        ("its sixth day", Kind.ORDINAL, "2023-05-10", "2023-05-10"),
    ],
)
def test_an_expression_and_its_days(words: str, kind: Kind, first: str | None, last: str | None) -> None:
    (found,) = expressions(f"They left {words}.")
    assert found.kind is kind
    got = tuple(day and day.isoformat() for day in days(found, WRITTEN))
    assert got == (first, last)


@pytest.mark.parametrize(
    "words",
    [
        "more than 2000 people",
        "They may leave.",
        "resolution 2118",
        "a march on Tarn",
        "$2000",
        "2015 soldiers",
        "now",
        "then",
    ],
)
def test_what_only_looks_like_a_time(words: str) -> None:
    assert expressions(words) == ()


def test_relative_times_stay_open_where_the_day_of_writing_is_unknown() -> None:
    found = expressions("on Wednesday, last month, on 3 March 2021")
    assert [days(e, UNDATED) for e in found] == [(None, None), (None, None), (date(2021, 3, 3), date(2021, 3, 3))]


@settings(deadline=None, max_examples=100)
@given(
    st.lists(
        st.sampled_from(
            [
                "on Monday", "on", "3 March", "2024", ",", "last week", "the", "31 Feb.", "since", "99", "for two",
                "years", "ago", "12/13/2020", "end of", "late", "\n",
            ]
        )
    )
)  # fmt: skip
def test_spans_fit_and_never_overlap_and_days_never_fail(words: list[str]) -> None:
    text = " ".join(words)
    at = 0
    for found in expressions(text):
        assert at <= found.core[0] < found.core[1] <= len(text)
        assert found.span[0] <= found.core[0]
        at = found.core[1]
        first, last = days(found, WRITTEN)
        assert first is None or last is None or first <= last
