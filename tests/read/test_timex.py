"""Time expressions of an agency's report of Friday 22 March 2013, by kind, with their TIMEX3 type and value."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.read.timex import timexes

WRITTEN = date(2013, 3, 22)  # a Friday


def read(text: str, written: date = WRITTEN) -> list[tuple[str, str, str]]:
    return [(text[slice(*each.span)], each.type, each.value) for each in timexes(text, written)]


@pytest.mark.parametrize(
    ("words", "type_", "value"),
    [
        ("March 20", "DATE", "2013-03-20"),
        ("Tuesday, 19 March 2013", "DATE", "2013-03-19"),
        ("last Oct. 23", "DATE", "2012-10-23"),
        ("2013-03-05", "DATE", "2013-03-05"),
        ("last Friday", "DATE", "2013-03-15"),
        ("yesterday", "DATE", "2013-03-21"),
        ("Christmas Eve", "DATE", "2012-12-24"),
        ("Thursday night", "TIME", "2013-03-21TNI"),
        ("this morning", "TIME", "2013-03-22TMO"),
        ("10:30 p.m. Thursday", "TIME", "2013-03-21T22:30"),
        ("noon", "TIME", "2013-03-22T12:00"),
        ("late last week", "DATE", "2013-W11"),
        ("this past weekend", "DATE", "2013-W11-WE"),
        ("earlier this month", "DATE", "2013-03"),
        ("mid-January", "DATE", "2013-01"),
        ("last May", "DATE", "2012-05"),
        ("the summer of 2012", "DATE", "2012-SU"),
        ("the third quarter of 2012", "DATE", "2012-Q3"),
        ("the first half of 2012", "DATE", "2012-H1"),
        ("last year", "DATE", "2012"),
        ("the end of 2014", "DATE", "2014"),
        ("fiscal 2014", "DATE", "2014"),
        ("the late '80s", "DATE", "198"),
        ("the 20th century", "DATE", "19"),
        ("two weeks ago", "DATE", "2013-W10"),
        ("nearly four years ago", "DATE", "2009"),
        ("the last three days", "DURATION", "P3D"),
        ("the next few years", "DURATION", "PXY"),
        ("more than 24 hours", "DURATION", "PT24H"),
        ("two and a half years", "DURATION", "P2Y6M"),
        ("a 10-hour", "DURATION", "PT10H"),
        ("every four years", "SET", "P4Y"),
        ("daily", "SET", "P1D"),
        ("three times a day", "SET", "P1D"),
        ("now", "DATE", "PRESENT_REF"),
        ("recently", "DATE", "PAST_REF"),
        ("the near future", "DATE", "FUTURE_REF"),
    ],
)
def test_an_expression_and_its_value(words: str, type_: str, value: str) -> None:
    found = read(f"The army shelled Tarn {words}.")
    assert [(got_type, got_value) for _, got_type, got_value in found] == [(type_, value)]
    assert found[0][0] in words


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The envoys met on Monday.", "2013-03-18"),
        ("The envoys will meet on Monday.", "2013-03-25"),
        ("Talks were to be held in May.", "2013-05"),
        ("Shelling killed nine in May.", "2012-05"),
        ("The truce will hold until Nov. 12.", "2013-11-12"),
        ("Karsk was last shelled Nov. 12.", "2012-11-12"),
    ],
)
def test_days_and_months_are_settled_by_the_tense(text: str, value: str) -> None:
    assert [value for _, _, value in read(text)] == [value]


def test_a_year_earlier_counts_from_what_was_named_before() -> None:
    sales = "Arms sales rose in the third quarter of 2012 from a year earlier."
    assert [value for _, _, value in read(sales)] == ["2012-Q3", "2011-Q3"]
    war = "Karsk fell on 3 May 2009. The same day Tarn was shelled; a year later it was free."
    assert [value for _, _, value in read(war)] == ["2009-05-03", "2009-05-03", "2010"]


def test_words_cut_apart_are_read_alike() -> None:
    assert read("It fell on March 22 , 2012 , and rose in the mid - 1990s .") == [
        ("March 22 , 2012", "DATE", "2012-03-22"),
        ("the mid - 1990s", "DATE", "199"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A six-year-old boy was hurt, and his brother, 12 years old.",
        "The ministry may march on.",
        "Foreign minister Jan Milo spoke.",
        "About three-quarters of it burned.",
        "More than 2000 people left.",
    ],
)
def test_what_only_looks_like_a_time(text: str) -> None:
    assert read(text) == []


@settings(deadline=None, max_examples=100)
@given(
    st.lists(
        st.sampled_from(
            [
                "the", "last", "31 Feb.", "a", "couple of", "years", "ago", "on", "Monday", ",", "May", "2012", "Q3",
                "1/0", "99:99", "25:61", "half", "quarter", "a.m.", "'0s", "nineteen", "every", "-", "\n\n",
                "centuries", "week of",
            ]
        )
    )
)  # fmt: skip
def test_spans_fit_and_never_overlap_whatever_the_words(words: list[str]) -> None:
    text, at = " ".join(words), 0
    for found in timexes(text, WRITTEN):
        assert at <= found.span[0] < found.span[1] <= len(text)
        assert found.value
        at = found.span[1]
