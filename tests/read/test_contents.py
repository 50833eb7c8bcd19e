"""Contents mended: what the tags cut short is read on."""

import pytest

from sayso.read.attribute import tagged
from sayso.read.contents import mended
from sayso.read.quotes import quoted_spans
from tests.read.marked import paragraph


def contents(annotated: str) -> list[str]:
    """The contents of one paragraph, mended."""
    text, cuts, words, tags = paragraph(annotated)
    runs = tagged([(word.start, word.end) for word in words], tags)
    runs = mended(text, cuts, runs, quoted_spans(text, (0, len(text))))
    return [text[slice(*run.span)] for run in runs if run.role == "content"]


@pytest.mark.parametrize(
    ("annotated", "expected"),
    [
        ("[s Moss] [q said] [c shells were forcing people to] leave.", ["shells were forcing people to leave."]),
        ("“I would like [c to see the bridge again,”] [s she] [q said].", ["I would like to see the bridge again,”"]),
        ("[s Moss] [q said] [c the bridge] had fallen, and left.", ["the bridge had fallen"]),
        ("[s Moss] [q said] [c the bridge fell] on Monday.", ["the bridge fell"]),
        (
            "[s Moss] [q said] [c the raid was “not against the clans”] and that Varnia would rebuild Karsk.",
            ["the raid was “not against the clans” and that Varnia would rebuild Karsk."],
        ),
        ("[s Moss] [q said] [c the bridge fell] while guards slept.", ["the bridge fell"]),
        ("Shells fell on several streets including [c Market Row] [q according to] [s the council].", [
            "Shells fell on several streets including Market Row",
        ]),
        ("Karsk Council Meets [c The bridge fell] [s the council] [q said].", ["The bridge fell"]),
        ("“[s The guards] [q told] [c us the gate was shut],” Moss went on.", ["us the gate was shut"]),
        ("[c “The guards fled. They left us.” Both guards live], [q according to] [s Moss].", [
            "“The guards fled. They left us.", "Both guards live",
        ]),
    ],
)  # fmt: skip
def test_a_content_goes_on_to_where_a_reader_would_end_it(annotated: str, expected: list[str]) -> None:
    assert contents(annotated) == expected


@pytest.mark.parametrize(
    ("annotated", "expected"),
    [
        (
            "[c The army has taken the mill], [q according to] [s Moss], and is moving on Karsk.",
            ["The army has taken the mill", "is moving on Karsk."],
        ),
        ("[c The army has taken the mill], [s Moss] [q said], and accused Varnia of lies.", [
            "The army has taken the mill",
        ]),
        ("[c The army has taken the mill], [s Moss] [q said], and the road is shut.", ["The army has taken the mill"]),
    ],
)  # fmt: skip
def test_what_goes_on_behind_the_speaker_without_a_subject_is_said_too(annotated: str, expected: list[str]) -> None:
    assert contents(annotated) == expected
