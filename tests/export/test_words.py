"""The words of a view."""

from dataclasses import replace
from datetime import date

import pytest

from sayso.export import words
from sayso.model.document import Interval
from tests.ledger.example import document


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2031, 8, 12), date(2031, 8, 12), "12 August 2031"),
        (date(2031, 8, 12), date(2031, 8, 14), "12–14 August 2031"),
        (date(2031, 7, 28), date(2031, 8, 3), "28 July – 3 August 2031"),
        (date(2030, 12, 30), date(2031, 1, 2), "30 December 2030 – 2 January 2031"),
        (date(2031, 8, 1), date(2031, 8, 31), "August 2031"),
        (date(2031, 1, 1), date(2031, 12, 31), "2031"),
        (date(2030, 1, 1), date(2031, 12, 31), "2030–2031"),
        (date(2031, 8, 12), None, "from 12 August 2031 on"),
        (None, date(2031, 8, 12), "up to 12 August 2031"),
        (None, None, "not known"),
    ],
)
def test_days_are_told_in_the_fewest_words(start: date | None, end: date | None, said: str) -> None:
    assert words.days(start, end) == said


@pytest.mark.parametrize(
    ("earliest", "latest", "said"),
    [
        (date(2031, 8, 14), date(2031, 8, 17), "between 14 and 17 August 2031"),
        (date(2031, 7, 30), date(2031, 8, 17), "between 30 July and 17 August 2031"),
        (date(2030, 7, 30), date(2031, 8, 17), "between 30 July 2030 and 17 August 2031"),
        (date(2031, 8, 14), date(2031, 8, 14), "on 14 August 2031"),
        (date(2031, 8, 14), None, "on 14 August 2031 or later"),
        (None, date(2031, 8, 14), "on 14 August 2031 or earlier"),
        (None, None, "not known"),
    ],
)
def test_when_it_was_written(earliest: date | None, latest: date | None, said: str) -> None:
    assert words.published(replace(document(), published=Interval(earliest, latest, ()))) == said
