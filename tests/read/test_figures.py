"""Figures: a table of cases by kind, then whole sentences."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.statement import Comparator, Converted, Figure
from sayso.read.figures import figures
from tests.growth import seconds

CASES: dict[str, list[tuple[str, list[tuple[str, float, str, str | None]]]]] = {
    "digits": [
        ("74 settlements were taken", [("74 settlements", 74, "=", "settlements")]),
        ("1,250 soldiers", [("1,250 soldiers", 1250, "=", "soldiers")]),
        ("more than 1 500 people fled", [("more than 1 500 people", 1500, ">", "people")]),
        ("2000 people left Karsk", [("2000 people", 2000, "=", "people")]),
        ("0.8 per cent", [("0.8 per cent", 0.8, "=", "percent")]),
        ("38% of the budget", [("38%", 38, "=", "percent")]),
        ("10,000-strong forces", [("10,000", 10000, "=", None)]),
        ("200,000-plus men", [("200,000-plus men", 200000, ">=", "men")]),
    ],
    "separators of other countries": [
        ("1,50,000 refugees", [("1,50,000 refugees", 150000, "=", "refugees")]),
        ("1.250.000 refugees", [("1.250.000 refugees", 1250000, "=", "refugees")]),
        ("1’250’000 refugees", [("1’250’000 refugees", 1250000, "=", "refugees")]),
        ("12.500 troops", [("12.500 troops", 12500, "=", "troops")]),
        ("2,5 million", [("2,5 million", 2500000, "=", None)]),
        ("10, 15 and 20 tanks", [("10", 10, "=", None), ("15", 15, "=", None), ("20 tanks", 20, "=", "tanks")]),
    ],
    "fractions": [
        ("3/4 of Karsk", [("3/4", 75, "=", "percent")]),
        ("5½ miles", [("5½ miles", 5.5, "=", "miles")]),
        ("2 1/2 miles", [("2 1/2 miles", 2.5, "=", "miles")]),
        ("on 3/4, at 24/7", []),
        ("on 8-9 January, and between 5 and 7 May", []),
    ],
    "areas": [
        ("400 sq km", [("400 sq km", 400, "=", "square kilometres")]),
        ("400km²", [("400km²", 400, "=", "square kilometres")]),
        ("400 km2", [("400 km2", 400, "=", "square kilometres")]),
    ],
    "words": [
        ("ten letters were found", [("ten letters", 10, "=", "letters")]),
        ("Twenty-five drones", [("Twenty-five drones", 25, "=", "drones")]),
        ("one hundred and twenty men", [("one hundred and twenty men", 120, "=", "men")]),
        ("two and a half million people", [("two and a half million people", 2500000, "=", "people")]),
        ("half a dozen villages", [("half a dozen villages", 6, "=", "villages")]),
        ("some 5 thousand people", [("some 5 thousand people", 5000, "~", "people")]),
    ],
    "vague": [
        ("tens of thousands of refugees", [("tens of thousands of refugees", 10000, ">=", "refugees")]),
        ("hundreds of civilians fled", [("hundreds of civilians", 100, ">=", "civilians")]),
        ("several dozen wounded", [("several dozen wounded", 36, ">=", "people")]),
        ("dozens more", [("dozens", 12, ">=", None)]),
    ],
    "bounds in words": [
        ("at least 12 tanks", [("at least 12 tanks", 12, ">=", "tanks")]),
        ("no fewer than 12 tanks", [("no fewer than 12 tanks", 12, ">=", "tanks")]),
        ("up to 80 fighters", [("up to 80 fighters", 80, "<=", "fighters")]),
        ("no more than 80 fighters", [("no more than 80 fighters", 80, "<=", "fighters")]),
        ("some 80 fighters", [("some 80 fighters", 80, "~", "fighters")]),
        ("fewer than 30 shells", [("fewer than 30 shells", 30, "<", "shells")]),
        ("nearly 170 militants", [("nearly 170 militants", 170, "~", "militants")]),
        ("40 or more bodies", [("40 or more", 40, ">=", None)]),
    ],
    "ranges": [
        ("between 10 and 15 soldiers", [("between 10 and 15 soldiers", 12.5, "~", "soldiers")]),
        ("10-15 drones", [("10-15 drones", 12.5, "~", "drones")]),
        ("8 to 10 thousand fighters", [("8 to 10 thousand fighters", 9000, "~", "fighters")]),
        ("three to four thousand men", [("three to four thousand men", 3500, "~", "men")]),
        ("between $10 and $15 billion", [("between $10 and $15 billion", 12.5e9, "~", "US dollars")]),
    ],
    "money": [
        ("a $61 billion package", [("$61 billion", 61e9, "=", "US dollars")]),
        ("€1.5m in aid", [("€1.5m", 1.5e6, "=", "euros")]),
        ("billions of dollars", [("billions of dollars", 1e9, ">=", "dollars")]),
    ],
    "shares": [
        ("half of the city burned", [("half", 50, "=", "percent")]),
        ("two thirds of the houses", [("two thirds", 66.7, "=", "percent")]),
        ("less than half a mile", [("less than half a mile", 0.5, "<", "miles")]),
    ],
    "spans of time": [
        ("a 24-hour curfew", [("24-hour", 24, "=", "hours")]),
        ("a seven-year war", [("seven-year", 7, "=", "years")]),
        ("talks of about six hours", [("about six hours", 6, "~", "hours")]),
        ("over the past 24 hours", []),
        ("for two and a half years", []),
        ("three weeks ago", []),
    ],
    "ages": [
        ("a 34-year-old man", [("34-year-old", 34, "=", "years")]),
        ("Mira Dol, 39, left", [("39", 39, "=", "years")]),
        ("both men are in their 60s", [("60s", 60, ">=", "years")]),
    ],
    "one": [
        ("one civilian was killed", [("one civilian", 1, "=", "civilians")]),
        ("at least one tank", [("at least one tank", 1, ">=", "tanks")]),
        ("six of them children", [("six", 6, "=", "children")]),
        ("one of the most bitter days", []),
        ("no one knows", []),
    ],
    "no figures": [
        ("on 5 May 2024 at 10:30", []),
        ("since 2013 and in February 2022", []),
        ("on November 22nd", []),
        ("on 04-05-2016, 4.5.2016 and 2016-05-04", []),
        ("in the winter of 2022-23", []),
        ("to get to zero imports", []),
        ("it opens at five, and closed shortly after three this afternoon", []),
        ("Resolution 1559 and Article 21", []),
        ("resolutions 2118 2209 and 2235", []),
        ("an S-300 and a T-72 of the 47th Brigade, with MH17", []),
        ("the two men met", []),
        ("as said before.[63]", []),
        ("see https://example.org/2024/17 for more", []),
    ],
}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(words, expected, id=f"{kind}: {words}")
        for kind, cases in CASES.items()
        for words, expected in cases
    ],
)
def test_a_number_is_read_by_its_kind(words: str, expected: list[tuple[str, float, str, str | None]]) -> None:
    found = [(one.text, one.value, one.comparator.value, one.unit) for one in figures(words, ((0, len(words)),))]
    assert found == expected


def test_a_figure_keeps_its_words_bounds_and_measure() -> None:
    text = "Its forces control 74 settlements, seizing about 400 square miles of Ostrel."
    assert figures(text, ((0, len(text)),)) == (
        Figure("74 settlements", (19, 33), 74, 74, 74, Comparator.EQUAL, "settlements", "settlements controlled"),
        Figure(
            "about 400 square miles",
            (43, 65),
            400,
            360,
            440,
            Comparator.ABOUT,
            "square miles",
            "area seized",
            Converted(1036, 932.4, 1140, "km²"),
        ),
    )


def test_the_toll_of_a_strike_comes_apart_into_dead_and_wounded() -> None:
    text = "Fifty-one dead and over 100 wounded, the hospital in Tarn counted."
    assert [(one.value, one.comparator.value, one.measure) for one in figures(text, ((0, len(text)),))] == [
        (51, "=", "people killed"),
        (100, ">", "people wounded"),
    ]


MEASURES = {
    "Varnian soldiers captured": "They captured 12 Varnian soldiers.",
    "pro-government fighters killed": "A mine killed six pro-government fighters near Tarn.",
    "civilians wounded": "Thirty civilians were reportedly wounded.",
    "people displaced": "Some 4,000 have been displaced since May.",
    "people killed": "The death toll in Karsk rose to 31.",
    "people killed or wounded": "About 70 people were killed or wounded.",
    "terrorists killed": "Up to 80 terrorists were destroyed.",
    "rockets": "Four rockets hit the market.",
    "distance": "It lies 40 miles from the front.",
    "share of Karsk": "They hold 60 percent of Karsk.",
    "duration": "A 24-hour curfew was called.",
    "age": "A 34-year-old man was held.",
}


@pytest.mark.parametrize(("measure", "text"), MEASURES.items())
def test_a_measure_says_what_is_counted_whose_and_what_befell_it(measure: str, text: str) -> None:
    assert [one.measure for one in figures(text, ((0, len(text)),))] == [measure]


def test_the_same_length_in_another_unit_keeps_its_bound() -> None:
    text = "A range of up to 50 miles (80 km)."
    assert [(one.text, one.comparator.value, one.low, one.high) for one in figures(text, ((0, len(text)),))] == [
        ("up to 50 miles", "<=", None, 50),
        ("80 km", "<=", None, 80),
    ]


def test_numbers_outside_the_content_are_not_the_statements() -> None:
    text = "Three officers said that 40 men had left."
    assert [one.text for one in figures(text, ((25, 40),))] == ["40 men"]


NUMBERISH = st.text(alphabet=st.sampled_from("0123456789.,-–% $€:[]()abotenhundredmillion \n'’/½²"), max_size=80)
PIECES = """between|and|to|20|30|1,50,000|1.250|2,5|3/4|½|-|some|nearly|at least|no more than|hundred|thousand|dozens|
of them|killed|wounded|were|dead|including|children|$|miles|km²|years old|24-hour|,|.|(|)"""
WORDY = st.lists(st.sampled_from(PIECES.split("|")), max_size=14).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=60), NUMBERISH, WORDY), st.integers(0, 30), st.integers(0, 80))
def test_spans_lie_in_the_content_and_hold_the_words(text: str, start: int, length: int) -> None:
    start, end = min(start, len(text)), min(start + length, len(text))
    for one in figures(text, ((start, max(start, end)),)):
        assert start <= one.span[0] < one.span[1] <= end
        assert text[one.span[0] : one.span[1]] == one.text
        assert one.low is None or one.high is None or one.low <= one.high


HOSTILE = (
    "1," * 30000,
    "9" * 60000,
    "one hundred and " * 8000,
    "10-" * 20000,
    "$" * 60000,
    "1.234." * 10000,
    "1/2 " * 15000,
    "killed 5, " * 6000,
)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_numbers_take_no_time(hostile: str) -> None:
    assert seconds(lambda: figures(hostile, ((0, len(hostile)),))) < 5
