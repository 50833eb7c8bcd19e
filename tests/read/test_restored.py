"""Sources restored: who says it, where the tagger lost the name, and namings that are no sayings."""

import pytest

from sayso.read.attribute import said, tagged
from sayso.read.restored import restored
from tests.read.marked import paragraph


def runs(annotated: str) -> list[tuple[str, str]]:
    text, cuts, words, tags = paragraph(annotated)
    found = restored(text, cuts, said(text, tagged([(w.start, w.end) for w in words], tags), []))
    return [(run.role, text[slice(*run.span)].strip(" ,.")) for run in found]


@pytest.mark.parametrize(
    ("annotated", "source"),
    [
        (
            "It echoes the words of Iva Moss, a guard at the mill, who has [q warned] that [c the dam will break].",
            "Iva Moss, a guard at the mill",
        ),
        (
            "He answered a question from local guard Iva Moss who [q called for] [c a march on Karsk].",
            "local guard Iva Moss",
        ),
        (
            "[c The blast was near the gate of Tarn local activist Iva Moss] [q told] VNA.",
            "local activist Iva Moss",
        ),
        ("Karsk lies on a line of hills [s a line of hills Ostrel] [q calls] [c the wall].", "Ostrel"),
        (
            "[c The boats will not stop for a moment Iva Moss] [s a baker in Tarn] [q told] VNA.",
            "Iva Moss a baker in Tarn",
        ),
        ("Few believe in [s what Ostrel] [q calls] [c a drill].", "Ostrel"),
        ("It was [s the baker Iva Moss] who [q calls] [c it a drill].", "the baker Iva Moss"),
        (
            "[s Moss] [q asked] [c that nobody be sent to] [s Tarn], and [q said] [c the camp was full].",
            "Moss",
        ),
        ("Few heeded Varnia's and [s Ostrel's] [q calls for] [c a truce in Karsk].", "Varnia's and Ostrel's"),
        (
            "[q According to] [s Tarn Watch], [s an outfit of three guards], [c the dam broke in May].",
            "Tarn Watch, an outfit of three guards",
        ),
        (
            "[c The dam broke in May], [q according to] [s Tarn Watch], [c a group that counts floods].",
            "Tarn Watch, a group that counts floods",
        ),
    ],
)
def test_the_source_beside_a_cue_is_found_again(annotated: str, source: str) -> None:
    assert [words for role, words in runs(annotated) if role == "source"] == [source]


@pytest.mark.parametrize(
    ("annotated", "content"),
    [
        (
            "[s Varnia] [q said] [c it had shelled the hill] [q known as] [c the Old Man] .",
            "it had shelled the hill known as the Old Man",
        ),
        (
            "[c What] [s the council] [q calls] [c a drill was a raid on Karsk], [s guards] [q say].",
            "a drill was a raid on Karsk",
        ),
    ],
)
def test_what_a_thing_is_called_is_nobodys_saying(annotated: str, content: str) -> None:
    found = runs(annotated)
    assert content in [words for role, words in found if role == "content"]
    assert [role for role, _ in found].count("cue") == 1


@pytest.mark.parametrize(
    ("annotated", "cues"),
    [
        ("[c Rations in Karsk are given out] [q according to] [s age].", 0),
        ("[c Rations in Karsk are given out], [q according to] [s residents].", 1),
        ("[c Rations in Karsk are given out], [q according to] [s the law].", 1),
    ],
)
def test_by_what_a_thing_is_done_is_nobodys_saying(annotated: str, cues: int) -> None:
    assert [role for role, _ in runs(annotated)].count("cue") == cues
