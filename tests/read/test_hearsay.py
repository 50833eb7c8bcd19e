"""Hearsay: somebody's word, and not whose."""

import pytest

from sayso.read.attribute import tagged
from sayso.read.hearsay import with_hearsay
from tests.read.marked import paragraph


def runs(annotated: str) -> list[tuple[str, str]]:
    text, cuts, words, tags = paragraph(annotated)
    found = with_hearsay(text, cuts, tagged([(w.start, w.end) for w in words], tags))
    return [(run.role, text[slice(*run.span)].strip(" ,.")) for run in found]


@pytest.mark.parametrize(
    ("annotated", "expected"),
    [
        (
            "Two bridges at Karsk were reportedly blown up in May.",
            [("content", "Two bridges at Karsk were"), ("cue", "reportedly"), ("content", "blown up in May")],
        ),
        (
            "The guards are believed to have left Tarn.",
            [("content", "The guards"), ("cue", "are believed"), ("content", "to have left Tarn")],
        ),
        (
            "It is understood that the guards left Tarn.",
            [("cue", "It is understood"), ("content", "that the guards left Tarn")],
        ),
        (
            "Despite the truce, there are growing fears that Karsk will fall.",
            [
                ("content", "Despite the truce"),
                ("cue", "there are growing fears"),
                ("content", "Karsk will fall"),
            ],
        ),
        (
            "The road was cut, and nine men [q were accused of] [c cutting it].",
            [("content", "nine men"), ("cue", "were accused of"), ("content", "cutting it")],
        ),
        (
            "[c They struck the depot at Tarn], [q described as] [c the last of its kind].",
            [("cue", "described as"), ("content", "the last of its kind")],
        ),
    ],
)
def test_hearsay_has_its_subject_and_no_source(annotated: str, expected: list[tuple[str, str]]) -> None:
    assert runs(annotated) == expected


@pytest.mark.parametrize(
    "annotated",
    [
        "There are no reports that Karsk has fallen.",
        "“Two bridges were reportedly blown up.”",
        "The council reported to the ministry in May.",
        "[c Nine men left Tarn], [s Iva Moss] [q said].",
    ],
)
def test_what_is_no_hearsay_stays_as_it_was_tagged(annotated: str) -> None:
    text, _, words, tags = paragraph(annotated)
    before = tagged([(w.start, w.end) for w in words], tags)
    assert runs(annotated) == [(run.role, text[slice(*run.span)].strip(" ,.")) for run in before]
