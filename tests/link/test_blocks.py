"""Blocking keys: what may be one claim meets, what was said years before does not."""

from datetime import date

from sayso.link.blocks import MOST, Keys, keys
from sayso.link.features import features
from sayso.model.filed import Filed
from sayso.model.statement import Event
from tests.link.said import said


def keys_of(filed: Filed) -> Keys:
    return keys(features(filed))


def market(words: str, article: str, on: date, killed: int) -> Filed:
    return said(words, article=article, on=on, killed=killed, event=Event.ASSAULT, places=("Belomir",))


FIRST = market("41 people were killed at the covered market in Belomir", "a", date(2024, 3, 15), 41)


def test_one_strike_told_in_other_words_a_day_later_shares_a_key() -> None:
    later = market("The death toll of the rocket strike on the hall is 43", "b", date(2024, 3, 16), 43)
    assert keys_of(FIRST).meet(keys_of(later))


def test_a_copy_shares_a_key_years_later() -> None:
    assert keys_of(FIRST).meet(keys_of(market(FIRST.words, "b", date(2031, 1, 1), 41)))


def test_statements_of_one_article_share_a_key() -> None:
    assert keys_of(said("It stands")).meet(keys_of(said("Nobody answered", at=90)))


def test_other_things_said_in_other_years_share_none() -> None:
    assert not keys_of(FIRST).meet(keys_of(said("Talks on grain resumed in Geneva", article="b", on=date(2019, 1, 1))))


def test_a_short_sentence_said_again_years_later_shares_no_key() -> None:
    """ "No one was hurt" is said of every second night."""
    short = said("No one was hurt", on=date(2024, 3, 15))
    assert keys_of(short).meet(keys_of(said("No one was hurt", article="b", on=date(2024, 3, 17))))
    assert not keys_of(short).meet(keys_of(said("No one was hurt", article="b", on=date(2026, 3, 17))))


def test_an_article_without_a_date_meets_those_of_any_day_by_two_rare_words() -> None:
    undated = said("The covered market in Belomir was struck by Zelkov rockets", article="b", on=None)
    then = said("Zelkov rockets struck Belomir", article="c", on=date(2024, 3, 15))
    later = said("Zelkov rockets struck Belomir and Tarn", article="d", on=date(2029, 3, 15))
    assert keys_of(undated).meet(keys_of(then))
    assert keys_of(then).meet(keys_of(undated))
    assert not keys_of(then).meet(keys_of(later))


def test_keys_are_few_and_fit_a_column_of_63_bits() -> None:
    long = "Rockets and shells killed soldiers, wounded medics, burned depots and cut roads, power and water in Karsk"
    found = keys_of(said(long, killed=12, event=Event.ASSAULT, places=("Karsk", "Tarn", "Belomir")))
    assert len(found.held) <= MOST
    assert all(0 <= key < 2**63 for key in found.held | found.asked)
