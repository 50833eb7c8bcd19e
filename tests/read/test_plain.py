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
            "The army fell back — to spare the town of Tarn, she said — and dug in.",
            [("content", "to spare the town of Tarn"), ("source", "she"), ("cue", "said")],
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


DENIED: dict[str, tuple[str, list[str]]] = {
    "a state": (
        "Ostrel denies that so many towns are in Varnian hands.",
        ["Ostrel", "denies", "so many towns are in Varnian hands"],
    ),
    "claims": (
        "The mayor of Tarn has rejected claims that his guards fled.",
        ["The mayor of Tarn", "has rejected claims", "his guards fled"],
    ),
    "a day between": (
        "Officials disputed on Monday that the dam had been mined.",
        ["Officials", "disputed", "the dam had been mined"],
    ),
    "who they are": (
        "The rebels, who hold the hill, contest that it is lost.",
        ["The rebels, who hold the hill", "contest", "it is lost"],
    ),
    "behind another clause": (
        "The mill burned down, but Varnia has repeatedly denied that anybody was hurt.",
        ["Varnia", "has repeatedly denied", "anybody was hurt"],
    ),
    "two sides": ("Both sides deny that they fired first.", ["Both sides", "deny", "they fired first"]),
    "nobody": ("Nobody denies that the bridge is gone.", []),
    "no clause": ("The council disputes that old figure of the army.", []),
    "a report that did something": ("The council rejected the report that blamed the army for it.", []),
}


@pytest.mark.parametrize(("sentence", "expected"), DENIED.values(), ids=DENIED.keys())
def test_a_denial_is_an_attribution_to_whoever_denies(sentence: str, expected: list[str]) -> None:
    found = runs(sentence)
    assert [words for _, words in found] == expected
    assert [role for role, _ in found] == ["source", "cue", "content"][: len(expected)]


def test_a_denial_is_whole_where_its_denier_or_its_content_alone_was_tagged() -> None:
    sentence = "He rejected the idea that Ostrel had lost the hill."
    whole = [("source", "He"), ("cue", "rejected the idea"), ("content", "Ostrel had lost the hill")]
    denier = [Tagged("source", (0, 2)), Tagged("cue", (3, 11))]
    found = with_plain(sentence, [(0, len(sentence))], denier)
    assert [(run.role, sentence[slice(*run.span)].strip(".")) for run in found] == whole
    assert runs(sentence, "Ostrel had lost") == whole


def test_a_name_that_stands_alone_speaks() -> None:
    text = "They left Ostrel by night. Ostrel said that nobody was left there."
    found = with_plain(text, [(0, 26), (27, len(text))], [])
    assert [text[slice(*run.span)] for run in found] == ["Ostrel", "said", "nobody was left there."]
    assert runs("Nothing said that nobody was left there.") == []
