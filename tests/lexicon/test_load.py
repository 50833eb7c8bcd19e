"""The loader of tables: one parse, one value, a plain error for a name that is not there."""

from typing import Any

import pytest

from sayso.lexicon.load import lists, table


def test_a_table_is_parsed_once_and_shared() -> None:
    assert table("hedges") is table("hedges")


def test_lists_of_a_table_are_sets_under_their_keys() -> None:
    found = lists("units", "short_times long_times")
    assert list(found) == ["short_times", "long_times"]
    assert {"hour", "hours"} <= found["short_times"]


def test_a_table_that_is_not_there_is_an_error_at_once() -> None:
    with pytest.raises(FileNotFoundError):
        table("no-such-table")


def leaves(value: Any) -> list[Any]:
    """Every word of a table, its keys among them."""
    if isinstance(value, dict):
        return [leaf for key, inner in value.items() for leaf in (key, *leaves(inner))]
    return [leaf for inner in value for leaf in leaves(inner)] if isinstance(value, list) else [value]


@pytest.mark.parametrize(
    "name",
    [
        "nations",
        "parties",
        "outlets_sides",
        "offices",
        "hedges",
        "evidentials",
        "events",
        "feelings",
        "light",
        "irregular",
    ],
)
def test_every_word_of_a_table_is_a_word_and_no_yaml_truth_value(name: str) -> None:
    assert [leaf for leaf in leaves(table(name)) if not isinstance(leaf, str)] == []
