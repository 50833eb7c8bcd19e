"""News dated by what it tells of."""

from datetime import date

import pytest

from sayso.clean.dates import dates
from sayso.clean.furniture import furniture

ORDER = "Ukrainian forces were ordered to withdraw from Sievierodonetsk"


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
