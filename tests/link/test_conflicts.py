"""Conflicts: the same whatever the order, and found by a key that both sides share."""

from itertools import combinations, permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.link.conflicts import MOST, conflict, matters
from sayso.model.claim import ConflictKind, conflict_id
from sayso.model.filed import Filed
from sayso.model.statement import Certainty, Comparator, OriginKind
from tests.link.telling import figure, told

STRIKE = told(
    "More than 40 people were killed when rockets struck the covered market",
    of=15,
    figures=(figure("More than 40 people", 40, comparator=Comparator.MORE),),
    document="wire",
)
TOLL = told(
    "The death toll has risen to 29", "the health department", figures=(figure("29", 29, unit=None),), document="live"
)
BARRACKS = told(
    "its artillery had hit a barracks next to the market and killed 17 Ostrel soldiers",
    "Varnia",
    "Varnia",
    figures=(figure("17 Ostrel soldiers", 17, "Ostrel soldiers killed", "soldiers"),),
    document="wire",
    start=300,
)
NO_BARRACKS = told(
    "No barracks stands in that part of the city", "the mayor", document="wire", start=500, kind=OriginKind.PERSON
)
DENIED = told("its artillery hit a barracks", "the governor", document="wire", start=700, certainty=Certainty.DENIED)
BRIDGE = told(
    "The road bridge at Ozrel has been blown up",
    "Karsk Lens",
    at="Ozrel",
    kind=OriginKind.OUTLET,
    day=21,
    document="lens",
)
STANDS = told("It stands", "Stepan", at="Ozrel", kind=OriginKind.PERSON, day=21, document="gazette")
PILE = (STRIKE, TOLL, BARRACKS, NO_BARRACKS, DENIED, BRIDGE, STANDS)

EXPECTED = {
    (STRIKE, TOLL): ConflictKind.FIGURE,
    (STRIKE, BARRACKS): ConflictKind.FIGURE,
    (TOLL, BARRACKS): ConflictKind.FIGURE,
    (BARRACKS, NO_BARRACKS): ConflictKind.ACCOUNT,
    (BARRACKS, DENIED): ConflictKind.DENIAL,
    (BRIDGE, STANDS): ConflictKind.ACCOUNT,
}


def kinds(pile: tuple[Filed, ...]) -> dict[frozenset[str], ConflictKind]:
    found = (conflict(a, b, same_claim=False) for a, b in combinations(pile, 2))
    return {frozenset((each.a, each.b)): each.kind for each in found if each}


def test_every_conflict_of_the_pile_and_no_other() -> None:
    expected = {frozenset((a.statement.id, b.statement.id)): kind for (a, b), kind in EXPECTED.items()}
    assert kinds(PILE) == expected


def test_the_lesser_id_comes_first_and_the_id_is_that_of_the_two() -> None:
    found = conflict(TOLL, STRIKE, same_claim=False)
    assert found is not None
    assert (found.a, found.b) == tuple(sorted((TOLL.statement.id, STRIKE.statement.id)))
    assert found.id == conflict_id(found.a, found.b, ConflictKind.FIGURE)


def test_a_statement_has_no_conflict_with_itself() -> None:
    assert all(conflict(each, each, same_claim=True) is None for each in PILE)


def test_those_that_part_share_a_key_and_none_has_too_many() -> None:
    keys = {each.statement.id: matters(each) for each in PILE}
    for a, b in EXPECTED:
        assert keys[a.statement.id] & keys[b.statement.id]
    assert all(len(each) <= MOST and all(0 <= key < 2**63 for key in each) for each in keys.values())


@settings(max_examples=25, deadline=None)
@given(st.permutations(PILE))
def test_the_order_of_the_pile_is_no_matter(pile: list[Filed]) -> None:
    assert kinds(tuple(pile)) == kinds(PILE)


_WORDS = st.sampled_from(
    [
        "24 dead",
        "The death toll has risen to 70",
        "at least 30 people died in the market",
        "It stands",
        "the figure",
        "No market stands there",
        "rockets hit the market",
        "any such strike would be impossible",
    ]
)
_TOLD = st.builds(
    lambda words, by, day, number, document, start, denied: told(
        words,
        by,
        {"Varnia": "Varnia"}.get(by or "", "Ostrel"),
        day=day,
        document=document,
        start=start,
        figures=(figure(words[:2], number),),
        certainty=Certainty.DENIED if denied else Certainty.CERTAIN,
    ),
    _WORDS,
    st.sampled_from(["Varnia", "Ostrel", "the mayor", None]),
    st.integers(14, 18),
    st.integers(1, 90),
    st.sampled_from(["a", "b"]),
    st.integers(0, 2000),
    st.booleans(),
)


@settings(max_examples=150, deadline=None)
@given(_TOLD, _TOLD, st.booleans())
def test_a_pair_is_judged_the_same_both_ways(a: Filed, b: Filed, same_claim: bool) -> None:
    judged = {conflict(*pair, same_claim=same_claim) for pair in permutations((a, b))}
    assert len(judged) == 1
