"""The figures sheet: every figure in its row, and the codebook's number beside the range."""

import pytest

from sayso.model.statement import Certainty, Comparator, Figure
from sayso.weigh.sheet import SheetRange, coded, over_all, sheet
from tests.link.telling import figure, told

AT_LEAST, MORE = Comparator.AT_LEAST, Comparator.MORE
PILE = (
    told(
        "At least 23 people are dead",
        "the health department",
        day=15,
        figures=(figure("At least 23 people", 23, comparator=AT_LEAST),),
    ),
    told("More than 40 people were killed", of=15, figures=(figure("More than 40 people", 40, comparator=MORE),)),
    told("killed 17 soldiers", "Varnia", "Varnia", figures=(figure("17 soldiers", 17, "soldiers killed", "soldiers"),)),
    told("the previous toll was 12", "the mayor", figures=(figure("12", 12),)),
    told("90 were killed", "the mayor", figures=(figure("90", 90),), certainty=Certainty.DENIED),
    told("70 wounded", figures=(figure("70 wounded", 70, "people wounded"),)),
    told("6 dead", at="Karsk", figures=(figure("6 dead", 6),)),
)


def test_every_figure_of_one_measure_and_place() -> None:
    rows = sheet(PILE, "killed", "Belomir")
    assert [(row.text, row.low, row.high, row.who, row.coded, row.earlier, row.denied) for row in rows] == [
        ("At least 23 people", 23, None, "the health department", 23, False, False),
        ("More than 40 people", 40, None, "Ostrel's emergency service", 40, False, False),
        ("17 soldiers", 17, 17, "Varnia", 17, False, False),
        ("12", 12, 12, "the mayor", 12, True, False),
        ("90", 90, 90, "the mayor", 90, False, True),
    ]


def test_the_range_leaves_out_what_is_given_up_or_denied() -> None:
    assert over_all(sheet(PILE, "killed", "Belomir")) == SheetRange(low=17, high=None, coded=17, rows=3)
    assert over_all(()) == SheetRange(low=None, high=None, coded=None, rows=0)


def test_soldiers_killed_are_asked_for_alone() -> None:
    assert [row.text for row in sheet(PILE, "soldiers killed")] == ["17 soldiers"]


def test_no_order_of_the_pile_changes_the_sheet() -> None:
    assert sheet(reversed(PILE)) == sheet(PILE)


@pytest.mark.parametrize(
    ("text", "value", "comparator", "number"),
    [
        ("dozens of people", 12, Comparator.AT_LEAST, 12),
        ("several dozen people", 36, Comparator.AT_LEAST, 12),
        ("tens of people", 10, Comparator.AT_LEAST, 10),
        ("hundreds", 100, Comparator.AT_LEAST, 100),
        ("tens of thousands", 10000, Comparator.AT_LEAST, 10000),
        ("several people", 3, Comparator.AT_LEAST, 3),
        ("at least 23", 23, Comparator.AT_LEAST, 23),
        ("about 30", 30, Comparator.ABOUT, 30),
        ("up to 50", 50, Comparator.AT_MOST, None),
    ],
)
def test_what_the_codebook_has_written_down(
    text: str, value: float, comparator: Comparator, number: int | None
) -> None:
    low = value if comparator is Comparator.AT_LEAST else None
    assert coded(Figure(text, (0, 0), value, low, None, comparator, "people", "people killed")) == number


def test_the_number_of_settlements_counts_settlements() -> None:
    words = "the number of settlements at about 12"
    row = sheet([told(words, "Kestrel Institute", "none", figures=(figure("about 12", 12, None, None),))])[0]
    assert row.counted == "settlements"


def test_a_figure_that_is_dismissed_is_told_only_to_be_denied() -> None:
    words = "a Varnian claim to have captured 31 settlements"
    settlements = figure("31 settlements", 31, "settlements captured", "settlements")
    row = sheet([told(words, "the minister", figures=(settlements,), sentence=f"She dismissed {words}.")])[0]
    assert row.denied
