"""Paragraphs and sentences, also of careless pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.segment import paragraphs, sentences

ROUGH = st.text(st.one_of(st.sampled_from("ab Z09.,:!?…\"'“”’»)–\n\r\t\u00a0\u2028"), st.characters()), max_size=200)


def parts(text: str) -> list[str]:
    return [text[a:b] for a, b in paragraphs(text)]


def cut(text: str) -> list[str]:
    return [text[a:b] for a, b in sentences(text, (0, len(text)))]


def test_an_omission_ends_no_sentence() -> None:
    assert cut("“We held Karsk … We left in May.” Then it fell.") == [
        "“We held Karsk … We left in May.”",
        "Then it fell.",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Karsk falls\n\n  The army left.  \nNobody stayed.\n", ["Karsk falls", "The army left.", "Nobody stayed."]),
        ("It has taken control of\n74 settlements.", ["It has taken control of\n74 settlements."]),
        ("The army left,\nOrr said.", ["The army left,\nOrr said."]),
        ("The rebels took the town\nwithout a fight.", ["The rebels took the town\nwithout a fight."]),
        (
            "The rebels took the whole of the northern bank\n12 days later.",
            ["The rebels took the whole of the northern bank\n12 days later."],
        ),
        ("Day\n12", ["Day", "12"]),
        ("The army left.\nthe rebels came.", ["The army left.", "the rebels came."]),
        ("It has taken control of\n\n74 settlements.", ["It has taken control of", "74 settlements."]),
        ("Karsk falls\nThe army left.", ["Karsk falls", "The army left."]),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_a_line_break_ends_a_paragraph_unless_the_line_runs_on(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gen. Orr met Mr. Sar. They left.", ["Gen. Orr met Mr. Sar.", "They left."]),
        ("“We left. Nobody stayed.” He wept.", ["“We left.", "Nobody stayed.”", "He wept."]),
        ("The U.S. army left. It rained.", ["The U.S. army left.", "It rained."]),
        ("He flew to the U.S. The army stayed.", ["He flew to the U.S.", "The army stayed."]),
        ("J. Orr has 3.5 tonnes. He left.", ["J. Orr has 3.5 tonnes.", "He left."]),
        ("“Where?” she asked. “Here!” he said.", ["“Where?” she asked.", "“Here!” he said."]),
        ("He left... Nobody saw it.", ["He left...", "Nobody saw it."]),
        ("It fell at 5 p.m. and burnt.", ["It fell at 5 p.m. and burnt."]),
        (
            "The rebels took the town without any fight. the army had left it.",
            ["The rebels took the town without any fight.", "the army had left it."],
        ),
        ("It fell on 3 May (a Friday). Snow fell.", ["It fell on 3 May (a Friday).", "Snow fell."]),
        ("Snow fell. Élan Orr left.", ["Snow fell.", "Élan Orr left."]),
        ("Snow fell. Šime Orr left.", ["Snow fell.", "Šime Orr left."]),
        ("Snow fell.[12] The army left.[3]", ["Snow fell.[12]", "The army left.[3]"]),
        ("Snow fell.[citation needed] [4] It rained.", ["Snow fell.[citation needed] [4]", "It rained."]),
        ("It fell in 2026.Authorities left.", ["It fell in 2026.", "Authorities left."]),
        ("No stop at its end", ["No stop at its end"]),
        ("", []),
    ],
)
def test_sentences_of_a_paragraph(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@given(ROUGH)
def test_paragraphs_hold_every_character_but_blanks_once_and_in_order(text: str) -> None:
    at = 0
    for start, end in paragraphs(text):
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()


@given(ROUGH)
def test_sentences_hold_every_character_but_blanks_once_and_in_order(text: str) -> None:
    for paragraph in paragraphs(text):
        at = paragraph[0]
        for start, end in sentences(text, paragraph):
            assert at <= start < end <= paragraph[1]
            assert not text[at:start].strip()
            at = end
        assert not text[at : paragraph[1]].strip()
