"""Who is judged: two keys in common, or one and something of the meaning; whatever the order and the pile."""

from sayso.link.blocks import Keys
from sayso.link.meeting import is_near, meeting, rows_of

UP, ASIDE, DOWN = bytes([100, 0]), bytes([100, 100]), bytes([156, 0])


def keys(*held: int) -> Keys:
    return Keys(frozenset(held), frozenset(held))


def test_two_keys_are_enough_and_one_asks_for_likeness() -> None:
    held = {"a": keys(1, 2), "b": keys(1, 2), "c": keys(1), "d": keys(2), "e": keys(3)}
    meanings = {"a": UP, "b": DOWN, "c": ASIDE, "d": DOWN, "e": UP}
    assert set(meeting(meanings, held)) == {("a", "b"), ("a", "c"), ("b", "d")}


def test_what_has_no_meaning_is_judged_by_one_key() -> None:
    assert list(meeting({"a": UP, "b": None}, {"a": keys(1), "b": keys(1)})) == [("a", "b")]


def test_what_is_asked_for_is_found_whichever_comes_first() -> None:
    """An article without a date asks for those with one; two with a date do not meet by that."""
    dated, undated = Keys(frozenset({1}), frozenset({2})), Keys(frozenset({2}), frozenset({1, 2}))
    meanings = {"a": UP, "b": UP, "c": UP}
    assert set(meeting(meanings, {"a": dated, "b": undated, "c": dated})) == {("a", "b"), ("b", "c")}


def test_likeness_is_told_in_whole_numbers_so_that_no_order_shows() -> None:
    rows = rows_of([bytes([3, 7, 250]), bytes([3, 7, 250]), None])
    assert is_near(rows[0], rows[1:]).tolist() == [True, True]
