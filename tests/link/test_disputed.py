"""Disputed: the same conflicts as by holding each statement of a claim against each, with far fewer comparisons."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.link.disputed import disputed
from sayso.link.figures import parting
from sayso.model.filed import Filed
from sayso.model.statement import Comparator
from tests.link.telling import figure, told

HALF_A_MILLION = 499_500
"""Pairs of a thousand statements."""


def parted(pile: list[Filed], pairs: set[tuple[str, str]]) -> set[tuple[str, str]]:
    own = {each.statement.id: each for each in pile}
    return {(a, b) for a, b in pairs if parting(own[a], own[b], same_claim=True)}


def every(pile: list[Filed]) -> set[tuple[str, str]]:
    return set(combinations(sorted({each.statement.id for each in pile}), 2))


def toll(number: int, at: int, day: int = 16) -> Filed:
    words = f"The death toll has risen to {number}"
    return told(
        words, f"hospital {at}", day=day, document=f"wire {at}", figures=(figure(str(number), number, unit=None),)
    )


def test_a_thousand_reports_of_which_three_part() -> None:
    pile = [toll(40, at) for at in range(997)] + [toll(12, 997), toll(90, 998), toll(91, 999)]
    found = disputed(pile)
    assert found == parted(pile, found)
    assert len(found) == 997 * 3 + 3 < HALF_A_MILLION / 100


def test_a_toll_that_rises_over_weeks_is_never_held_against_itself() -> None:
    pile = [toll(10 + at, at, day=1 + at // 36) for at in range(0, 1000, 36)]
    assert disputed(pile) == set()


def test_a_later_lower_toll_is_found_among_many() -> None:
    pile = [toll(10 + day, day, day=day) for day in range(1, 21)]
    late = toll(15, 99, day=25)
    assert disputed([*pile, late]) == {tuple(sorted((each.statement.id, late.statement.id))) for each in pile[5:]}


_WORDS = st.sampled_from(
    [
        ("The death toll has risen to {}", "people killed", "people"),
        ("{} people were killed in the market", "people killed", "people"),
        ("its artillery killed {} Ostrel soldiers", "Ostrel soldiers killed", "soldiers"),
        ("{} casualties", "casualties", "people"),
        ("{} children died", "children killed", "children"),
        ("its forces control {} settlements", "settlements controlled", "settlements"),
        ("the number of settlements is {}", None, None),
        ("{} people are trapped in the town", "people trapped", "people"),
        ("{} people remain in the town", "people", "people"),
        ("the number at {}", None, None),
        ("another {} people were killed", "people killed", "people"),
    ]
)
_PILES = st.lists(
    st.tuples(
        _WORDS,
        st.integers(1, 60),
        st.sampled_from([Comparator.EQUAL, Comparator.AT_LEAST, Comparator.ABOUT, Comparator.AT_MOST]),
        st.sampled_from([("Varnia", "Varnia"), ("the mayor", "Ostrel"), ("a monitor", "none")]),
        st.one_of(st.none(), st.integers(10, 20)),
        st.one_of(st.none(), st.integers(9, 20)),
        st.sampled_from(["a", "b", "c", "d"]),
    ),
    min_size=2,
    max_size=9,
)


@settings(max_examples=150, deadline=None)
@given(_PILES)
def test_it_finds_what_holding_each_against_each_finds(rows: list[tuple]) -> None:  # type: ignore[type-arg]
    pile = [
        told(
            words.format(number),
            *by,
            day=day,
            of=of,
            document=f"{document} {day}",
            start=at * 100,
            figures=(figure(str(number), number, measure, unit, sign),),
        )
        for at, ((words, measure, unit), number, sign, by, day, of, document) in enumerate(rows)
    ]
    found = disputed(pile)
    assert found <= every(pile)
    assert parted(pile, found) == parted(pile, every(pile))
