"""Grouping: no chains, no order, no trace of what has gone."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.link.groups import VETO, groups

IDS = [f"s{number}" for number in range(8)]
PAIRS = [(a, b) for at, a in enumerate(IDS) for b in IDS[at + 1 :]]
EDGES = st.dictionaries(st.sampled_from(PAIRS), st.floats(-20, 8).map(lambda score: round(score, 2)), max_size=20)


def test_pairs_that_are_alike_are_one_group_and_the_rest_stand_alone() -> None:
    edges = {("a", "b"): 2.0, ("b", "c"): 1.0, ("a", "c"): 0.5, ("c", "d"): -3.0}
    assert groups(["d", "c", "b", "a"], edges) == (("a", "b", "c"), ("d",))


def test_a_group_does_not_chain() -> None:
    """31 settlements, 35 and 43: each is near the next, the first is far from the last."""
    assert groups("abc", {("a", "b"): 2.0, ("b", "c"): 1.5, ("a", "c"): -5.0}) == (("a", "b"), ("c",))


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
