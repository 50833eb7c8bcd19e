"""Figures by what they measure: who was killed is one measure, what is held is one for each thing."""

from sayso.export.measures import by_measure
from sayso.weigh.sheet import sheet
from tests.link.telling import figure, told


def test_people_of_every_kind_are_one_measure_and_ground_is_others() -> None:
    rows = sheet(
        [
            told("29 people were killed", figures=(figure("29 people", 29),)),
            told("17 soldiers were killed", figures=(figure("17 soldiers", 17, "soldiers killed", "soldiers"),)),
            told(
                "Varnia holds 31 settlements",
                "Varnia",
                figures=(figure("31 settlements", 31, "settlements held", "settlements"),),
            ),
            told(
                "Varnia holds 420 square kilometres",
                "Varnia",
                figures=(figure("420 square kilometres", 420, "area held", "square kilometres"),),
            ),
        ]
    )
    assert [
        (each.title, len(each.rows), each.range.low, each.range.high, each.range.coded) for each in by_measure(rows)
    ] == [
        ("killed", 2, 17.0, 29.0, 17),
        ("area held", 1, 420.0, 420.0, None),
        ("settlements held", 1, 31.0, 31.0, None),
    ]
