"""When a text must have been written: each kind of clue, and what happens where clues disagree."""

from datetime import date

import pytest

from sayso.clean.dates import dates
from sayso.clean.furniture import furniture
from sayso.model.document import Interval


def when(text: str, title: str | None = None, declared: date | None = None) -> tuple[date | None, date | None]:
    _, published = dates(text, furniture(text), title, declared)
    return published.earliest, published.latest


def test_nothing_known_gives_an_open_interval_without_reasons() -> None:
    assert dates("The army left Karsk on Monday.", ()) == (None, Interval(None, None, ()))


def test_the_year_and_the_counted_week_date_a_report_with_their_reasons() -> None:
    text = (
        "As Varnia enters the second week of its incursion, its soldiers help civilians. Since its surprise attack on "
        "August 6, Varnia says it has taken more ground than Ostrel has so far in 2024."
    )
    _, published = dates(text, ())
    assert published == Interval(
        date(2024, 8, 13),
        date(2024, 8, 19),
        (
            "“so far in 2024” puts it in 2024.",
            "“the second week” counted from “August 6”: 2024-08-13 to 2024-08-19.",
        ),
    )


def test_a_page_date_that_the_text_contradicts_is_set_aside_with_the_reason() -> None:
    text = (
        "2.8 C\nTuesday, February 27, 2024\n\nSoldiers want to go home from Karsk\n\n“Give him back,” says an "
        "inscription on a Christmas tree. Another difficult year is slowly coming to an end."
    )
    page_date, published = dates(text, furniture(text))
    assert page_date == date(2024, 2, 27)
    assert (published.earliest, published.latest) == (date(2023, 12, 1), date(2023, 12, 31))
    assert "printed when the page was saved" in published.why[-1]


def test_last_month_beside_the_day_itself_gives_the_month_after() -> None:
    text = (
        "In a counteroffensive last month, Varnian forces recaptured the city of Belomir. Belomir was recaptured by "
        "Varnian forces on September 10, 2022, after a siege."
    )
    assert when(text) == (date(2022, 10, 1), date(2022, 10, 31))


def test_news_is_written_within_weeks_of_the_newest_day_that_it_dates() -> None:
    assert when("The bridge was blown up on 3 March 2024, the army said.") == (date(2024, 3, 3), date(2024, 4, 2))


def test_a_past_year_bounds_from_below_only() -> None:
    assert when("The bridge was blown up in 2024, the army said.") == (date(2024, 1, 1), None)
    assert when("Tarn fell on 3 March 2021. The bridge was blown up in 2024.") == (date(2024, 1, 1), None)


def test_a_date_that_lies_ahead_bounds_nothing() -> None:
    assert when("The parties will meet in Tarn on 3 March 2024.") == (None, None)


def test_a_headline_with_a_date_gives_that_day_or_the_next() -> None:
    assert when("The army left.", "Front line update, February 26, 2026") == (date(2026, 2, 26), date(2026, 2, 27))


def test_a_declared_date_stands_where_nothing_speaks_against_it() -> None:
    assert when("The army left Karsk on Monday.", None, date(2024, 3, 6)) == (date(2024, 3, 6), date(2024, 3, 6))


def test_a_page_last_updated_later_was_written_since_the_weekday_it_names() -> None:
    text = (
        "Toll rises in Karsk\n\nLast updated on Oct 8, 2017\n\nThe ministry in Belomir said on Saturday that many died."
    )
    assert when(text) == (date(2017, 10, 7), date(2017, 10, 8))


def test_a_numeric_date_is_read_as_the_weekday_of_the_text_bears_out() -> None:
    text = "Militants killed near Tarn\n\n03-11-2014\n\nEight men were killed, a monitor said on Monday."
    assert when(text) == (date(2014, 11, 3), date(2014, 11, 3))


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        ("what we know on day 123 of the invasion", (date(2022, 6, 26), date(2022, 6, 27))),
        ("the Russian war in Ukraine is in its fifth year", (date(2026, 2, 17), date(2027, 2, 23))),
        ("the Russian war in Ukraine enters its fifth year", (date(2026, 2, 17), date(2026, 4, 3))),
        ("the nearly four-month war", (date(2022, 6, 8), date(2022, 6, 24))),
    ],
)
def test_time_counted_from_a_known_war(words: str, bounds: tuple[date, date]) -> None:
    assert when(f"Russia shelled towns in Ukraine: {words}, officials in Kyiv said.") == bounds


def test_a_day_that_was_reckoned_by_the_table_of_wars_says_so() -> None:
    _, published = dates("Fighting went on in Mosul on day 12 of the offensive, an officer in Mosul said.", ())
    assert published == Interval(
        date(2016, 10, 28),
        date(2016, 10, 29),
        ("“day 12” counted from the start of the battle of Mosul (2016-10-17, by the table of wars): "
         "2016-10-28 to 2016-10-29.",),
    )  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "In the eight-year Iran-Iraq war, Iraq was armed by American firms, and Saddam Hussein thanked them.",
        "Hackers in Ukraine ran a six-month cyber operation near Kursk against the Russian army.",
        "Russia had been fighting in Ukraine for eight years by then, and the war in Ukraine went on.",
        "Israel’s 12-day war with Iran, in which Natanz was struck, is over.",
        "On the first day of the Russian invasion of Ukraine, trains were full.",
    ],
)  # fmt: skip
def test_a_count_that_hangs_on_another_war_or_looks_back_dates_nothing(words: str) -> None:
    assert when(words) == (None, None)


def test_months_of_fighting_alone_date_nothing() -> None:
    assert when("After months of fighting the Ukrainian soldiers are tired of the Russian invasion.") == (None, None)


def test_a_count_does_not_set_the_printed_date_aside() -> None:
    text = (
        "Toll rises in Homs\n\n1 August 2014\n\nSecurity forces in Syria had killed 80 there on one of the bloodiest "
        "days of the five-month-old uprising, a monitor said of the year 2011."
    )
    assert when(text) == (date(2014, 8, 1), date(2014, 8, 1))


def test_a_day_before_which_something_is_to_be_is_not_past() -> None:
    assert when("The brigade must be out of Karsk before the end of February 2026.") == (None, None)


def test_a_page_that_prints_one_day_and_declares_another_was_written_between_them() -> None:
    text = "Army leaves Karsk\n\n3 March 2024\n\nThe army left, the ministry said."
    assert when(text, None, date(2024, 3, 9)) == (date(2024, 3, 3), date(2024, 3, 9))


def test_the_headline_below_a_button_gives_its_date() -> None:
    text = "Previous\nVarnia Update, February 25, 2026\nSummary\nThe army left the town of Karsk overnight."
    assert when(text) == (date(2026, 2, 25), date(2026, 2, 26))


def test_a_stamp_under_a_byline_is_the_page_s_own() -> None:
    text = (
        "The Karsk Herald\n\nTwo weeks on, two maps of one front\n\nBy Jana Milo Vertanen in Belomir\n"
        "Sunday 17 March 2024\n\nThe bakery on Mill Street opens at five, war or no war, and people queue in the dark "
        "for bread that may be gone by seven in the morning.\n"
    )
    assert when(text) == (date(2024, 3, 17), date(2024, 3, 17))


def test_a_month_without_its_year_bounds_nothing() -> None:
    text = "Varnia has taken more ground so far in 2026 than in all of last autumn. In October it had taken Tarn."
    assert when(text) == (date(2026, 1, 1), date(2026, 12, 31))


def test_a_forecast_is_not_past() -> None:
    assert when("The bank was forecasting a deep recession this year and a fall of four percent in 2023.") == (
        None,
        None,
    )


def test_the_date_in_a_caption_is_not_the_page_s() -> None:
    text = (
        "Army leaves Karsk\n\nClick to expand Image\nA woman with her phone in Tarn on January 27, 2026.\n"
        "© 2026 Jana Milo/Ostrel Wire via Getty Images\nThe army left the town of Karsk overnight, the ministry said."
    )
    page_date, published = dates(text, furniture(text))
    assert page_date is None
    assert (published.earliest, published.latest) == (date(2026, 1, 27), date(2026, 2, 26))


def test_the_month_that_the_text_says_it_is_outweighs_the_day_the_page_was_saved() -> None:
    text = (
        "Tuesday, July 2, 2024\n\nThe bench on the Ilva\n\nWomen have come here since March. It is the middle of "
        "April, and they wait."
    )
    assert when(text) == (date(2024, 4, 1), date(2024, 4, 30))
