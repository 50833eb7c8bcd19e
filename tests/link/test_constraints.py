"""Merges and splits: the later one holds, and no order of ids shows."""

from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.link.constraints import Constraints, Rift, Ruling, barred, constraints

IDS = "abcdef"


def merged(those: str) -> Ruling:
    return Ruling(frozenset(those))


def split(those: str, others: str) -> Ruling:
    return Ruling(frozenset(those), frozenset(others))


def rift(one: str, other: str) -> Rift:
    return frozenset(one), frozenset(other)


def pairs(found: Constraints) -> set[tuple[str, str]]:
    """Each two statements that may not be together."""
    return {(min(pair), max(pair)) for one, other in found.rifts for pair in product(one, other)}


def test_who_is_split_off_after_a_merge_leaves_the_rest_together() -> None:
    found = constraints([merged("abcd"), split("a", "bcd")], IDS)
    assert found == Constraints((frozenset("bcd"),), frozenset({rift("a", "bcd")}))


def test_a_merge_after_a_split_brings_them_together_again() -> None:
    assert constraints([split("a", "bc"), merged("abc")], IDS) == Constraints((frozenset("abc"),))


def test_two_merges_that_share_a_statement_are_one_bond() -> None:
    assert constraints([merged("ab"), merged("bc"), merged("ef")], IDS).bonds == (frozenset("abc"), frozenset("ef"))


def test_an_older_merge_gives_way_where_a_later_split_runs_through_it() -> None:
    found = constraints([merged("ab"), merged("cd"), merged("bc"), split("a", "d")], IDS)
    assert found.rifts == {rift("a", "d")}
    assert found.bonds == (frozenset("bcd"),)


def test_statements_that_are_not_there_bind_nobody() -> None:
    assert constraints([merged("abx"), split("a", "y")], "bcd") == Constraints()


RULING = st.tuples(st.sets(st.sampled_from(IDS), min_size=1), st.sets(st.sampled_from(IDS), max_size=3))


@settings(max_examples=200, deadline=None)
@given(st.lists(RULING.map(lambda both: Ruling(frozenset(both[0]), frozenset(both[1] - both[0]))), max_size=5))
def test_no_bar_runs_within_a_bond_and_the_last_ruling_holds(rulings: list[Ruling]) -> None:
    found = constraints(rulings, IDS)
    within = {pair for bond in found.bonds for pair in combinations(sorted(bond), 2)}
    assert within.isdisjoint(pairs(found))
    assert len({each for bond in found.bonds for each in bond}) == sum(map(len, found.bonds))
    if rulings and rulings[-1].others:
        assert {(min(a, b), max(a, b)) for a in rulings[-1].those for b in rulings[-1].others} <= pairs(found)
    elif rulings:
        assert set(combinations(sorted(rulings[-1].those), 2)) <= within


def one_by_one(rulings: list[Ruling], ids: str) -> tuple[set[frozenset[str]], set[tuple[str, str]]]:
    """The same, statement by statement and pair by pair: bonds and pairs."""
    bond: dict[str, set[str]] = {}
    apart = set[tuple[str, str]]()
    for ruling in reversed(rulings):
        those, others = sorted(ruling.those & set(ids)), sorted(ruling.others & set(ids))
        if ruling.others:
            parted = {(a, b) for a, b in product(those, others) if bond.get(a, {a}) is not bond.get(b)}
            apart |= parted | {(b, a) for a, b in parted}
            continue
        made: list[set[str]] = []
        for each in those:
            mine = bond.setdefault(each, {each})
            if any(mine is other for other in made):
                continue
            free = (other for other in made if apart.isdisjoint(product(mine, other)))
            into = next(free, None)
            if into is None:
                made.append(mine)
                continue
            into |= mine
            bond |= dict.fromkeys(mine, into)
    return {frozenset(each) for each in bond.values() if len(each) > 1}, {(a, b) for a, b in apart if a < b}


@settings(max_examples=400, deadline=None)
@given(st.lists(RULING.map(lambda both: Ruling(frozenset(both[0]), frozenset(both[1] - both[0]))), max_size=6))
def test_treating_alike_what_the_same_rulings_are_on_changes_nothing(rulings: list[Ruling]) -> None:
    found = constraints(rulings, IDS)
    assert (set(found.bonds), pairs(found)) == one_by_one(rulings, IDS)
    kept = barred(found)
    assert {(a, b) for a, others in kept.items() for b in others if a < b} == pairs(found)
    camps = {camp for each in found.rifts for camp in each}
    assert sum(map(len, camps)) == len(frozenset().union(*camps)), "nobody is in two camps"
    assert len({kept[min(camp)] for camp in camps}) == len(camps), "nor are there two camps where one would do"
