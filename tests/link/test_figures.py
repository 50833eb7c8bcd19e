"""Figures that part: one measure, one place, one time, and bounds that do not overlap."""

import pytest

from sayso.link.figures import parting
from sayso.model.filed import Filed
from sayso.model.statement import Comparator, Converted, OriginKind
from tests.link.telling import figure, told

MARKET = told(
    "More than 40 people were killed when rockets struck the covered market",
    of=15,
    figures=(figure("More than 40 people", 40, comparator=Comparator.MORE),),
)


def toll(
    number: int, by: str = "the health department", *, day: int = 16, words: str = "The death toll has risen to {}"
) -> Filed:
    said = words.format(number)
    return told(said, by, day=day, figures=(figure(str(number), number, unit=None),))


def parts(a: Filed, b: Filed, *, same_claim: bool = False) -> bool:
    why = parting(a, b, same_claim=same_claim)
    assert bool(why) == bool(parting(b, a, same_claim=same_claim))
    return why is not None


def test_two_tolls_of_one_strike_told_on_one_day() -> None:
    assert parting(MARKET, toll(29), same_claim=False) == (
        "People killed at Belomir: more than 40 people by Ostrel's emergency service (for 15 March 2024, told on "
        "16 March 2024), 29 by the health department (told on 16 March 2024). The figures do not overlap."
    )


def test_a_higher_toll_of_a_later_day_is_an_update_and_a_lower_one_parts() -> None:
    assert not parts(toll(29, day=16), toll(38, "the mayor", day=18))
    assert parts(
        MARKET,
        told(
            "38 died in the market strike",
            "Ilva Conflict Tally",
            "none",
            day=18,
            of=15,
            figures=(figure("38", 38, unit=None),),
        ),
    )


def test_a_revision_by_the_same_origin_is_no_conflict() -> None:
    assert not parts(toll(23, day=16), toll(29, day=16))


def test_a_number_that_its_own_report_gives_up_is_held_against_nothing() -> None:
    assert not parts(MARKET, toll(20, words="The previous death toll was {}"))


def test_what_a_side_tells_of_its_own_strike_is_its_whole_account() -> None:
    strike = told(
        "its artillery had hit a barracks next to the market and killed 17 Ostrel soldiers",
        "Varnia",
        "Varnia",
        figures=(figure("17 Ostrel soldiers", 17, "Ostrel soldiers killed", "soldiers"),),
    )
    assert parts(MARKET, strike)
    assert parts(toll(38, day=17), strike)


def test_killed_and_wounded_are_two_measures() -> None:
    assert not parts(toll(12), told("70 dead and wounded", "the mayor", figures=(figure("70", 70, "people wounded"),)))


def test_two_towns_two_years_and_two_events_do_not_part() -> None:
    elsewhere = told("12 dead", "the mayor", at="Karsk", figures=(figure("12 dead", 12),))
    another = told("a mine killed 12 people on a bus", "the mayor", of=16, figures=(figure("12 people", 12),))
    long_ago = told("12 dead", "the mayor", of=1, figures=(figure("12 dead", 12),))
    assert not any(parts(MARKET, other) for other in (elsewhere, another, long_ago))


@pytest.mark.parametrize(
    "words",
    [
        "12 people were also killed in the market",
        "another 12 people were killed near the market",
        "12 more people were killed in the market",
        "Elsewhere 12 people were killed in a market",
        "Since January 12 people have been killed in the market",
    ],
)
def test_a_number_on_top_of_others_or_of_a_period_is_held_against_no_event(words: str) -> None:
    assert not parts(MARKET, told(words, "the mayor", figures=(figure("12", 12),)))


def test_a_part_may_not_be_more_than_the_whole() -> None:
    children = told(
        "at least 50 children died in the market",
        "the mayor",
        figures=(figure("at least 50 children", 50, "children killed", "children", Comparator.AT_LEAST),),
    )
    assert parts(toll(29, words="The death toll in the market is {}"), children)
    few = told(
        "5 children died in the market", "the mayor", figures=(figure("5 children", 5, "children killed", "children"),)
    )
    assert not parts(toll(29, words="The death toll in the market is {}"), few)


def held(
    words: str, number: int, by: str, side: str, measure: str, of: int | None = 12, at: str = "Tarn region"
) -> Filed:
    kind = OriginKind.ORGANIZATION
    return told(
        words,
        by,
        side,
        of=of,
        at=at,
        kind=kind,
        figures=(figure(str(number), number, measure, "settlements"),),
    )


CONTROL = held("its forces control 74 settlements", 74, "the ministry", "Varnia", "settlements controlled")


def test_a_wider_measure_cannot_be_the_smaller() -> None:
    near = held(
        "Varnian forces were operating in or near 41 settlements",
        41,
        "Kestrel Institute",
        "none",
        "settlements",
        at="Tarn",
    )
    assert parting(CONTROL, near, same_claim=False) == (
        "Settlements held at Tarn region: 74 settlements by the ministry (as of 12 March 2024), 41 settlements by "
        "Kestrel Institute (as of 12 March 2024). Settlements operated in take in settlements held, and cannot be "
        "fewer."
    )
    more = held(
        "Varnian forces were operating in or near 90 settlements", 90, "Kestrel Institute", "none", "settlements"
    )
    assert not parts(CONTROL, more)


def test_ground_held_on_another_day_or_by_the_other_side_is_no_conflict() -> None:
    later = held("Varnian forces control 41 settlements", 41, "Kestrel Institute", "none", "settlements", of=16)
    theirs = held("Ostrel troops control 41 settlements", 41, "Kestrel Institute", "none", "settlements")
    assert not parts(CONTROL, later)
    assert not parts(CONTROL, theirs)


def test_miles_are_held_against_kilometres() -> None:
    area = figure("about 420 square kilometres", 420, "area controlled", "square kilometres", Comparator.ABOUT)
    miles = figure(
        "162 square miles", 162, "area", "square miles", Comparator.EQUAL, Converted(419.6, 419.6, 419.6, "km²")
    )
    small = figure(
        "90 square miles", 90, "area", "square miles", Comparator.EQUAL, Converted(233.1, 233.1, 233.1, "km²")
    )
    ours = told("its forces control about 420 square kilometres", "the ministry", "Varnia", of=12, figures=(area,))
    for other, apart in ((miles, False), (small, True)):
        words = f"Varnian forces control {other.text}"
        assert parts(ours, told(words, "Kestrel Institute", "none", of=12, figures=(other,))) is apart


def test_an_elided_count_takes_its_kind_from_the_article() -> None:
    control = told(
        "its forces control 31 settlements",
        "the ministry",
        "Varnia",
        document="two weeks",
        at="",
        figures=(figure("31 settlements", 31, "settlements controlled", "settlements"),),
    )
    twelve = told(
        "the number of settlements at about 12",
        "Kestrel Institute",
        "none",
        document="two weeks",
        at="",
        start=200,
        figures=(figure("about 12", 12, None, None, Comparator.ABOUT),),
    )
    assert parts(control, twelve)


def test_what_is_denied_counts_nothing() -> None:
    denied = told(
        "a Varnian claim to have captured 31 settlements was dismissed",
        "the minister",
        figures=(figure("31 settlements", 31, "settlements captured", "settlements"),),
    )
    lost = told(
        "Ostrel has lost nine villages", "the governor", figures=(figure("nine villages", 9, "villages", "villages"),)
    )
    assert not parts(denied, lost)


def test_a_statement_that_has_the_others_number_too_knows_of_both() -> None:
    raids = told(
        "Raids killed 31 people, including 10 when their bus was hit",
        "the mayor",
        figures=(figure("31 people", 31), figure("10", 10)),
    )
    bus = told("10 people died when their bus was hit", "rescuers", figures=(figure("10 people", 10),))
    assert not parts(raids, bus)
