"""Scopes: where and when a statement holds."""

from datetime import date

import pytest

from sayso.lexicon.counting import Fit
from sayso.link.scopes import Days, as_of, happened, is_wide, narrowest, where, within, written
from sayso.model.statement import Place
from tests.link.telling import on, told


def place(text: str, lat: float | None = None, lon: float | None = None, precision: str | None = None) -> Place:
    return Place(text, (0, 0), None, lat, lon, "UA" if precision else None, precision)


KHERSON = place("Kherson", 46.64, 32.61, "settlement")
REGION = place("Kherson region", 46.5, 33.5, "region")
LVIV = place("Lviv", 49.84, 24.02, "settlement")
COUNTRY = place("Ukraine", 48.4, 31.2, "country")


def test_a_town_lies_in_its_region_and_its_country() -> None:
    assert within(KHERSON, REGION)
    assert within(KHERSON, COUNTRY)
    assert not within(LVIV, REGION)
    assert not within(COUNTRY, KHERSON)


def test_a_place_that_no_table_knows_is_told_by_its_words() -> None:
    assert within(place("Tarn"), place("Tarn region"))
    assert within(place("Tarn region"), place("Republic of Ostrel"))
    assert not within(place("Tarn"), place("Belomir"))


@pytest.mark.parametrize(
    ("ours", "theirs", "how"),
    [
        ((KHERSON,), (KHERSON,), Fit.SAME),
        ((LVIV,), (COUNTRY,), Fit.PART),
        ((COUNTRY,), (LVIV, KHERSON), Fit.WHOLE),
        ((LVIV,), (KHERSON,), Fit.APART),
        ((LVIV,), (LVIV, KHERSON), Fit.APART),
        ((), (KHERSON,), None),
    ],
)
def test_where(ours: tuple[Place, ...], theirs: tuple[Place, ...], how: Fit | None) -> None:
    assert where(ours, theirs) is how
    assert where(theirs, ours) is (how and how.turned)


def test_of_a_town_and_its_country_the_town_is_meant() -> None:
    assert narrowest((COUNTRY, LVIV)) == (LVIV,)
    assert is_wide((COUNTRY,))
    assert is_wide((place("Tarn region"),))
    assert not is_wide((LVIV,))


def test_when() -> None:
    assert happened(told("24 dead", day=16)) == Days(on(15), on(16))
    assert happened(told("24 dead", day=16, of=15)) == Days(on(15), on(15))
    assert as_of(told("holds Karsk", day=16, of=(3, 13))) == Days(on(13), on(13))
    assert as_of(told("holds Karsk", day=None)) is None


def test_days_in_words() -> None:
    assert written(Days(on(15), on(15))) == "15 March 2024"
    assert written(Days(on(10), on(16))) == "10 to 16 March 2024"
    assert written(Days(date(2024, 2, 28), on(2))) == "28 February 2024 to 2 March 2024"
    assert written(None) == "no day known"
