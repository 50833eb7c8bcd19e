"""Outcomes: what befell those whom each number of a sentence counts, by the way its verb takes them."""

import pytest

from sayso.read.figures import counts_of
from sayso.read.numerals import tokens_of
from sayso.read.outcomes import outcomes

CASES: dict[str, list[tuple[str, list[str | None]]]] = {
    "verb before": [
        ("A strike on Tarn killed 12 civilians and wounded 30", ["killed", "wounded"]),
        ("killing another 12 and injuring dozens", ["killed", "injured"]),
        ("A raid led to the deaths of 12 people", ["killed"]),
        ("The blast left 12 dead", ["killed"]),
    ],
    "verb after": [
        ("12 people were killed and 30 wounded", ["killed", "wounded"]),
        ("Five killed, 12 wounded in Karsk", ["killed", "wounded"]),
        ("At least 12 fighters from the Tarn brigade have died", ["killed"]),
        ("22 pupils and 6 teachers were killed", ["killed", "killed"]),
        ("Three bombers killed 12", [None, "killed"]),
    ],
    "parts": [
        ("19 people including five children were killed", ["killed", "killed"]),
        ("12 died, six of them children", ["killed", "killed"]),
        ("11 children were among 18 dead", ["killed", "killed"]),
        ("Among those killed were three children", ["killed"]),
    ],
    "tolls": [
        ("The death toll from the blast in Karsk rose to 31", ["killed"]),
        ("bringing the number killed in Karsk to 31", ["killed"]),
    ],
    "joint": [("About 70 people were killed or wounded", ["killed or wounded"])],
    "another verb": [
        ("5,000 people were granted passage from towns captured in May", [None]),
        ("Monitors said 12 people had been killed while 40 fled", ["killed", "fled"]),
        ("40 people gathered there, a day after a raid", ["protesting"]),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(text, expected, id=f"{kind}: {text}") for kind, rows in CASES.items() for text, expected in rows],
)
def test_an_outcome_goes_to_those_whom_its_verb_takes(text: str, expected: list[str | None]) -> None:
    tokens = tokens_of(text, (0, len(text)))
    assert outcomes(tokens, counts_of(tokens)) == expected
