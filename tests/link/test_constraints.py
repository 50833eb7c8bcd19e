"""Merges and splits: the later one holds, and no order of ids shows."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.link.constraints import Constraints, Ruling, constraints

IDS = "abcdef"


def merged(those: str) -> Ruling:
    return Ruling(frozenset(those))


def split(those: str, others: str) -> Ruling:
    return Ruling(frozenset(those), frozenset(others))


def test_who_is_split_off_after_a_merge_leaves_the_rest_together() -> None:
    found = constraints([merged("abcd"), split("a", "bcd")], IDS)
    assert found == Constraints((frozenset("bcd"),), frozenset({("a", "b"), ("a", "c"), ("a", "d")}))


def test_a_merge_after_a_split_brings_them_together_again() -> None:
    assert constraints([split("a", "bc"), merged("abc")], IDS) == Constraints((frozenset("abc"),))


def test_two_merges_that_share_a_statement_are_one_bond() -> None:
    assert constraints([merged("ab"), merged("bc"), merged("ef")], IDS).bonds == (frozenset("abc"), frozenset("ef"))


def test_an_older_merge_gives_way_where_a_later_split_runs_through_it() -> None:
    found = constraints([merged("ab"), merged("cd"), merged("bc"), split("a", "d")], IDS)
    assert found.rifts == {("a", "d")}
    assert found.bonds == (frozenset("bcd"),)


def test_statements_that_are_not_there_bind_nobody() -> None:
    assert constraints([merged("abx"), split("a", "y")], "bcd") == Constraints()


RULING = st.tuples(st.sets(st.sampled_from(IDS), min_size=1), st.sets(st.sampled_from(IDS), max_size=3))


@settings(max_examples=200, deadline=None)
@given(st.lists(RULING.map(lambda both: Ruling(frozenset(both[0]), frozenset(both[1] - both[0]))), max_size=5))
def test_no_bar_runs_within_a_bond_and_the_last_ruling_holds(rulings: list[Ruling]) -> None:
    found = constraints(rulings, IDS)
    within = {pair for bond in found.bonds for pair in combinations(sorted(bond), 2)}
    assert within.isdisjoint(found.rifts)
    assert len({each for bond in found.bonds for each in bond}) == sum(map(len, found.bonds))
    if rulings and rulings[-1].others:
        pairs = {(min(a, b), max(a, b)) for a in rulings[-1].those for b in rulings[-1].others}
        assert pairs <= found.rifts
    elif rulings:
        assert set(combinations(sorted(rulings[-1].those), 2)) <= within
