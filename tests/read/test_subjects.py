"""Subjects: who acts in a sentence."""

import pytest

from sayso.read.subjects import acting_body, acting_people


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("Late last month the Kremlin gave up its plan.", "Kremlin"),
        ("The Bureau for Grain Research, a think tank, blamed a drought.", "Bureau for Grain Research"),
        ("Russian troops used both roads.", None),
        ("The bridge at Karsk fell.", None),
    ],
)
def test_the_body_that_acts(sentence: str, subject: str | None) -> None:
    found = acting_body((0, len(sentence)), sentence)
    assert (sentence[slice(*found[1])] if found else None) == subject


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("Others see the raid as a trap.", "Others"),
        ("Meanwhile Turkish officials insisted on it.", "Turkish officials"),
        ("The raid on residents went on.", None),
        ("Karsk, its officials said, held.", None),
    ],
)
def test_the_people_who_act(sentence: str, subject: str | None) -> None:
    found = acting_people((0, len(sentence)), sentence)
    assert (sentence[slice(*found)] if found else None) == subject
