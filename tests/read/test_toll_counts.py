"""Counts of the dead: numbers of killed in one sentence, and who they are."""

import pytest

from sayso.read.toll_counts import Dead, dead

CASES: dict[str, list[tuple[str, list[tuple[float, str]]]]] = {
    "who by the noun": [
        ("A raid killed 14 rebel fighters and five villagers", [(14, "fighters"), (5, "civilians")]),
        ("Eight members of one family died", [(8, "civilians")]),
        ("Eight members of the Tarn brigade died", [(8, "fighters")]),
        ("The bodies of 12 civilians were found", [(12, "civilians")]),
        ("Twelve people died", [(12, "people")]),
        ("The army killed 28 and wounded 30 militants", [(28, "fighters")]),
    ],
    "one": [
        ("A woman and her child were killed", [(1, "women"), (1, "children")]),
        ("A 9-year-old girl was killed", [(1, "children")]),
        ("Child killed, 20 hurt in Karsk", [(1, "children")]),
        ("A suicide bomber killed 30 people", [(30, "people")]),
        ("A terrorist attack killed nobody", []),
    ],
    "no dead people": [
        ("A boy, 12, was killed", [(1, "children")]),
        ("It killed children aged 4 and left 20 wounded", []),
        ("Strikes on 9 of their vehicles killed six", [(6, "people")]),
        ("Five tanks were destroyed and 12 people fled", []),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(text, expected, id=f"{kind}: {text}") for kind, rows in CASES.items() for text, expected in rows],
)
def test_a_sentence_counts_its_dead(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(one.value, one.who) for one in dead(text, (0, len(text)))] == expected


def test_parts_wholes_and_further_dead_are_told_apart() -> None:
    def ties(text: str) -> list[str]:
        return [_ties(one) for one in dead(text, (0, len(text)))]

    assert ties("20 people died, including six children and two women") == ["", "part", "part joined"]
    assert ties("11 children were among 18 dead") == ["", "whole"]
    assert ties("Another five were killed in Belomir") == ["more bare"]
    assert ties("14 of the dead were soldiers") == ["part bare"]


def _ties(one: Dead) -> str:
    return " ".join(name for name in ("part", "whole", "joined", "more", "bare") if getattr(one, name))
