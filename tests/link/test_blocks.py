"""Blocking keys: what may be one claim meets, what was said years before does not."""

from datetime import date

from sayso.link.blocks import MOST, keys
from sayso.link.features import features
from sayso.model.filed import Filed
from sayso.model.statement import Event
from tests.link.said import said


def keys_of(filed: Filed) -> frozenset[int]:
    return keys(features(filed))


def market(words: str, article: str, on: date, killed: int) -> Filed:
    return said(words, article=article, on=on, killed=killed, event=Event.ASSAULT, places=("Belomir",))


FIRST = market("41 people were killed at the covered market in Belomir", "a", date(2024, 3, 15), 41)


def test_one_strike_told_in_other_words_a_day_later_shares_a_key() -> None:
    later = market("The death toll of the rocket strike on the hall is 43", "b", date(2024, 3, 16), 43)
    assert keys_of(FIRST) & keys_of(later)


def test_a_copy_shares_a_key_years_later() -> None:
    assert keys_of(FIRST) & keys_of(market(FIRST.words, "b", date(2031, 1, 1), 41))


def test_statements_of_one_article_share_a_key() -> None:
    assert keys_of(said("It stands")) & keys_of(said("Nobody answered", at=90))


def test_other_things_said_in_other_years_share_none() -> None:
    assert not keys_of(FIRST) & keys_of(said("Talks on grain resumed in Geneva", article="b", on=date(2019, 1, 1)))


def test_keys_are_few_and_fit_a_column_of_63_bits() -> None:
    long = "Rockets and shells killed soldiers, wounded medics, burned depots and cut roads, power and water in Karsk"
    found = keys_of(said(long, killed=12, event=Event.ASSAULT, places=("Karsk", "Tarn", "Belomir")))
    assert len(found) <= MOST
    assert all(0 <= key < 2**63 for key in found)
