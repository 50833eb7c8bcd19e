"""Grouping: no chains, no order, no trace of what has gone."""

import random
from collections.abc import Collection, Mapping
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.link.constraints import Constraints, Ruling, constraints
from sayso.link.groups import Judged, Regrouped, groups, regrouped
from sayso.link.means import VETO
from sayso.link.nests import Merge

IDS = [f"s{number}" for number in range(8)]
PAIRS = [(a, b) for at, a in enumerate(IDS) for b in IDS[at + 1 :]]
EDGES = st.dictionaries(st.sampled_from(PAIRS), st.floats(-20, 8).map(lambda score: round(score, 2)), max_size=20)


def test_pairs_that_are_alike_are_one_group_and_the_rest_stand_alone() -> None:
    edges = {("a", "b"): 2.0, ("b", "c"): 1.0, ("a", "c"): 0.5, ("c", "d"): -3.0}
    assert groups(["d", "c", "b", "a"], edges) == (("a", "b", "c"), ("d",))


def test_a_group_does_not_chain() -> None:
    """31 settlements, 35 and 43: each is near the next, the first is far from the last."""
    assert groups("abc", {("a", "b"): 2.0, ("b", "c"): 1.5, ("a", "c"): -5.0}) == (("a", "b"), ("c",))


def test_a_crowd_must_be_more_alike_than_two() -> None:
    """Statements on one topic, each somewhat alike to each, are no claim; two of them are, and forty that are alike."""
    faint = dict.fromkeys(combinations("abc", 2), 0.04) | {("a", "b"): 0.09}
    assert groups("abc", faint) == (("a", "b"), ("c",))
    many = [f"s{number:02}" for number in range(40)]
    assert groups(many, dict.fromkeys(combinations(many, 2), 1.0)) == (tuple(many),)


def test_a_veto_keeps_groups_apart_however_alike_the_others_are() -> None:
    edges = {("a", "b"): 9.0, ("b", "c"): 9.0, ("a", "c"): VETO}
    assert groups("abc", edges) == (("a", "b"), ("c",))


@settings(max_examples=60, deadline=None)
@given(EDGES, st.randoms())
def test_the_order_of_ids_and_edges_changes_nothing(edges: dict[tuple[str, str], float], chance: random.Random) -> None:
    rows = [(pair if chance.random() < 0.5 else pair[::-1], score) for pair, score in edges.items()]
    ids = list(IDS)
    chance.shuffle(rows)
    chance.shuffle(ids)
    assert groups(ids, dict(rows)) == groups(IDS, edges)


@settings(max_examples=60, deadline=None)
@given(EDGES)
def test_each_component_is_grouped_as_if_it_were_alone(edges: dict[tuple[str, str], float]) -> None:
    more = {("x", "y"): 3.0, ("y", "z"): -1.0}
    together = groups([*IDS, "x", "y", "z"], edges | more)
    assert set(together) == {*groups(IDS, edges), *groups("xyz", more)}


class Kept:
    """Nests as a ledger keeps them."""

    def __init__(self) -> None:
        self.kept: dict[str, Merge] = {}

    def merges(self, ids: Collection[str]) -> Mapping[str, Merge]:
        claims = {self._claim(each) for each in ids}
        return {each: merge for each, merge in self.kept.items() if self._claim(each) in claims}

    def keep(self, made: Regrouped, gone: Collection[str]) -> None:
        self.kept = {each: m for each, m in self.kept.items() if each not in made.ended and each not in gone}
        self.kept |= made.made

    def _claim(self, each: str) -> str:
        return self._claim(self.kept[each].into) if each in self.kept else each


@settings(max_examples=150, deadline=None)
@given(EDGES, st.lists(st.tuples(st.sets(st.sampled_from(IDS)), st.sets(st.sampled_from(IDS))), max_size=6))
def test_coming_and_going_leaves_what_grouping_all_at_once_gives(
    edges: dict[tuple[str, str], float], steps: list[tuple[set[str], set[str]]]
) -> None:
    """Statements come and go by the handful; only what is told to have changed is changed."""
    there, nests, claims = set[str](), Kept(), dict[str, tuple[str, ...]]()
    for come, go in steps:
        for new, gone in ((come - there, set[str]()), (set[str](), go & (there | come))):
            there |= new
            ties = Judged({pair: score for pair, score in edges.items() if there.issuperset(pair)})
            made = regrouped(ties, nests, new, gone)
            nests.keep(made, gone)
            there -= gone
            claims = {each: group for each, group in claims.items() if each not in made.stirred | gone}
            claims |= {each: group for group in made.groups for each in group}
    assert tuple(sorted(set(claims.values()))) == groups(there, edges)


def test_one_more_statement_stirs_only_those_beside_it() -> None:
    """A thousand pairs lie there; one statement joins one of them."""
    ids = [f"{number:04d}" for number in range(2000)]
    edges = {(ids[at], ids[at + 1]): 2.0 for at in range(0, 2000, 2)}
    nests = Kept()
    nests.keep(regrouped(Judged(edges), nests, ids, ()), ())
    made = regrouped(Judged(edges | {("0006", "new"): 1.0, ("0007", "new"): 1.0}), nests, ["new"], ())
    assert made.groups == (("0006", "0007", "new"),)
    assert made.stirred == {"0006", "0007"}


def test_a_hundred_and_twenty_that_are_all_alike_are_one_group() -> None:
    ids = [f"{number * 7919 % 1000:03d}" for number in range(120)]
    assert groups(ids, dict.fromkeys(combinations(sorted(ids), 2), 3.0)) == (tuple(sorted(ids)),)


RULINGS = st.lists(
    st.tuples(st.sets(st.sampled_from(IDS), min_size=1, max_size=4), st.sets(st.sampled_from(IDS), max_size=3)).map(
        lambda both: Ruling(frozenset(both[0]), frozenset(both[1] - both[0]))
    ),
    max_size=4,
)


@settings(max_examples=200, deadline=None)
@given(EDGES, RULINGS, st.lists(st.tuples(st.sets(st.sampled_from(IDS)), st.sets(st.sampled_from(IDS))), max_size=5))
def test_what_people_decided_holds_whatever_comes_and_goes(
    edges: dict[tuple[str, str], float],
    rulings: list[Ruling],
    steps: list[tuple[set[str], set[str]]],
) -> None:
    every, there, nests, claims = constraints(rulings, IDS), set[str](), Kept(), dict[str, tuple[str, ...]]()
    for come, go in steps:
        for new, gone in ((come - there, set[str]()), (set[str](), go & (there | come))):
            there |= new
            among = _among(every, there)
            ties = Judged({pair: score for pair, score in edges.items() if there.issuperset(pair)}, among)
            made = regrouped(ties, nests, new, gone)
            nests.keep(made, gone)
            there -= gone
            claims = {each: group for each, group in claims.items() if each not in made.stirred | gone}
            claims |= {each: group for group in made.groups for each in group}
    among = _among(every, there)
    assert tuple(sorted(set(claims.values()))) == groups(there, edges, among)
    for bond in among.bonds:
        assert len({claims[each] for each in bond}) <= 1
    assert not [(a, b) for one, other in among.rifts for a in one for b in other if claims[a] == claims[b]]


def _among(every: Constraints, there: set[str]) -> Constraints:
    """What is decided of those that are there."""
    rifts = ((one & there, other & there) for one, other in every.rifts)
    return Constraints(tuple(bond & there for bond in every.bonds), frozenset(r for r in rifts if all(r)))


def test_a_split_holds_in_a_group_of_which_only_a_dozen_are_asked() -> None:
    ids = [f"{number:02d}" for number in range(30)]
    alike = dict.fromkeys(combinations([*ids, "99"], 2), 3.0)
    found = groups([*ids, "99"], alike, Constraints(rifts=frozenset({(frozenset({"29"}), frozenset({"99"}))})))
    assert len(found) == 2
    assert {len({"29", "99"}.intersection(group)) for group in found} == {1}


def test_four_hundred_that_are_merged_are_one_group_however_unlike() -> None:
    ids = [f"{number:03d}" for number in range(400)]
    assert groups(ids, {("000", "001"): VETO}, Constraints((frozenset(ids),))) == (tuple(ids),)
