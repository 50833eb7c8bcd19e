"""News dated by what it tells of."""

from datetime import date

import pytest

from sayso.clean.dates import dates
from sayso.clean.furniture import furniture

ORDER = "Ukrainian forces were ordered to withdraw from Sievierodonetsk"

ASIDE = "The governor said that the bridges over the river were gone and that no bread had come to the town for days."


def written(text: str) -> tuple[date | None, date | None]:
    published = dates(text, furniture(text))[1]
    return published.earliest, published.latest


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (f"{ORDER} on Friday.", date(2022, 6, 24), date(2022, 6, 26)),
        (f"{ORDER} on Friday. Rockets fell on Saturday.", date(2022, 6, 25), date(2022, 6, 26)),
        (f"{ORDER}, the governor said.", date(2022, 6, 24), date(2022, 7, 24)),
        (f"{ORDER} last week.", date(2022, 6, 27), date(2022, 7, 3)),
        (f"{ORDER} last month.", date(2022, 7, 1), date(2022, 7, 31)),
        (f"{ORDER} in June 2022, years before the talks.", date(2022, 6, 24), None),
        (f"{ORDER}. The talks began in March 2024.", date(2024, 3, 1), None),
    ],
)
def test_a_report_is_dated_by_what_it_tells(text: str, first: date, last: date | None) -> None:
    assert written(text) == (first, last)


def test_the_reason_names_the_table() -> None:
    why = dates(f"{ORDER} on Friday.", ())[1].why
    assert why == (
        "It tells of the order to leave Sievierodonetsk (2022-06-24, by the table of happenings) by the day of the "
        "week: written in that week.",
    )


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("A pipe burst on 4 February 2026. The army gained land from 11 to 15 February.", (2026, 2, 15), (2026, 3, 17)),
        ("As of December 2025, twelve towns are held.", (2025, 12, 1), (2026, 1, 15)),
        ("The fighting for Sievierodonetsk goes on, the governor said.", (2022, 5, 6), (2022, 6, 25)),
        (f"The fighting for Sievierodonetsk goes on. {ASIDE} The war began in 2014.", (2022, 5, 6), (2022, 6, 25)),
        ("The fighting for Sievierodonetsk is over, the governor said.", None, None),
        ("The fighting for Sievierodonetsk was hard. It was rebuilt in 2023.", (2023, 1, 1), None),
        ("Prisons may be hit, as one was in June 2025.", (2025, 6, 1), None),
    ],
)
def test_a_report_without_a_stamp_is_dated_by_days_months_and_battles(
    text: str, first: tuple[int, int, int] | None, last: tuple[int, int, int] | None
) -> None:
    assert written(text) == (date(*first) if first else None, date(*last) if last else None)
