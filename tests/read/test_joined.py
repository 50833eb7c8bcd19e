"""Sayings joined: a second verb of saying that the tagger left in the content of the first."""

import pytest

from sayso.read.attribute import attributions, tagged
from sayso.read.joined import with_joined
from tests.read.marked import paragraph


def read(annotated: str) -> list[tuple[str, ...]]:
    """Content, source and cue of each attribution of one paragraph."""
    text, cuts, words, tags = paragraph(annotated)
    runs = with_joined(text, tagged([(w.start, w.end) for w in words], tags))
    return [
        (
            text[slice(*a.content[0])],
            text[slice(*(a.anchor.source or a.anchor.borrowed)[0])],
            text[slice(*a.anchor.cue[0])],
        )
        for a in attributions(text, cuts, runs)
        if a.anchor
    ]


def test_one_speaker_says_one_thing_and_accuses_of_another() -> None:
    assert read("[s Iva Moss] [q said] on Monday that [c the road was mined and accused Varnia of the raid].") == [
        ("the road was mined", "Iva Moss", "said"),
        ("Varnia of the raid", "Iva Moss", "accused"),
    ]


def test_two_words_may_turn_to_others() -> None:
    assert read("[s Varnia] [q denied] [c it had fired, and called for a truce at Tarn].") == [
        ("it had fired", "Varnia", "denied"),
        ("a truce at Tarn", "Varnia", "called for"),
    ]


@pytest.mark.parametrize(
    "annotated",
    [
        "[s Iva Moss] [q says] [c the army shelled the mill and warned the farmers].",  # whoever shelled has warned
        "[s Iva Moss] [q condemned] [c the raid and accused men].",
        "[s Iva Moss] [q said] [c the mayor was arrested and accused by the army].",
        "[s Iva Moss] [q said] [c the road “was mined and denied to us”].",
    ],
)
def test_what_may_be_anothers_deed_stays_in_one(annotated: str) -> None:
    assert len(read(annotated)) == 1
