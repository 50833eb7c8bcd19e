"""Plain sayings: what the words make sure of where nothing was tagged."""

import pytest

from sayso.read.attribute import Tagged
from sayso.read.plain import with_plain


def runs(sentence: str, *content: str) -> list[tuple[str, str]]:
    """The runs of a sentence in which at most contents were tagged."""
    known = [Tagged("content", (at := sentence.index(c), at + len(c))) for c in content]
    found = with_plain(sentence, [(0, len(sentence))], known)
    return [(run.role, sentence[slice(*run.span)].strip(" ,“”.")) for run in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Dust covered the whole market, the mayor of Tarn said on Monday.",
            [("content", "Dust covered the whole market"), ("source", "the mayor of Tarn"), ("cue", "said")],
        ),
        (
            "Nine people fell in the north according to the Observatory.",
            [("content", "Nine people fell in the north"), ("cue", "according to"), ("source", "the Observatory")],
        ),
        (
            "According to the council, three shells fell on Karsk.",
            [("cue", "According to"), ("source", "the council"), ("content", "three shells fell on Karsk")],
        ),
        (
            "The road, the mayor said, was cut by noon.",
            [("content", "The road"), ("source", "the mayor"), ("cue", "said"), ("content", "was cut by noon")],
        ),
        (
            "The ministry puts the dead of Karsk at 58.",
            [("source", "The ministry"), ("cue", "puts"), ("content", "the dead of Karsk at 58")],
        ),
        (
            "The council's charter states that no guard may strike.",
            [("source", "The council's charter"), ("cue", "states"), ("content", "no guard may strike")],
        ),
        (
            "The streets of Karsk had become empty a witness said.",
            [("content", "The streets of Karsk had become empty"), ("source", "a witness"), ("cue", "said")],
        ),
        (
            "On Friday, the army said that nobody was left in Tarn.",
            [("source", "the army"), ("cue", "said"), ("content", "nobody was left in Tarn")],
        ),
        ("The bridge at Karsk fell on Monday.", []),
        ("The old bridge said little of its builders.", []),
    ],
)
def test_a_speaker_a_verb_of_saying_and_a_clause(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert runs(sentence) == expected


def test_a_content_that_was_tagged_keeps_its_place_beside_the_speaker() -> None:
    assert runs("Nine people fell in Tarn, the Observatory said.", "Nine people fell in Tarn") == [
        ("content", "Nine people fell in Tarn"),
        ("source", "the Observatory"),
        ("cue", "said"),
    ]
