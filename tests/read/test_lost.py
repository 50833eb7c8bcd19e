"""Lost sources: who says it, where the tagger has seen a verb of saying and nobody who says it."""

import pytest

from sayso.read.attribute import tagged
from sayso.read.lost import with_lost
from tests.read.marked import paragraph


def runs(annotated: str) -> list[tuple[str, str]]:
    """The runs of one paragraph, with the speakers that were lost."""
    text, cuts, words, tags = paragraph(annotated)
    found = with_lost(text, cuts, tagged([(w.start, w.end) for w in words], tags))
    return [(run.role, text[slice(*run.span)].strip(" ,.")) for run in found]


@pytest.mark.parametrize(
    ("annotated", "source"),
    [
        (
            "The guards who held the dam, Iva Moss, a baker, and Jan Orr, a clerk, [q have called for] [c more boats].",
            "The guards who held the dam, Iva Moss, a baker, and Jan Orr, a clerk",
        ),
        (
            "[c Varnia took forty villages in May], the Tarn Institute, or TI, a think tank, [q has reported].",
            "the Tarn Institute, or TI, a think tank",
        ),
        ("[c It lost 300 men in January], [q estimated] [c Ostrel’s General Staff] – a third of a brigade.",
         "Ostrel’s General Staff"),
        ("[c “The dam is ours,” the Karsk Movement, which has ten members,] [q said] on Friday.",
         "the Karsk Movement, which has ten members"),
        ("The Foreign Office would not speak of Orr, but [q said]: [c “The road is shut.”]", "The Foreign Office"),
    ],
)  # fmt: skip
def test_a_speaker_is_found_behind_more_words_than_the_tagger_follows(annotated: str, source: str) -> None:
    assert [words for role, words in runs(annotated) if role == "source"] == [source]


@pytest.mark.parametrize(
    "annotated",
    [
        "[c Two guards were] [q reportedly] [c killed at the dam].",
        "[c The men] [q were accused of] [c theft].",
        "[c Its staff had been] [q told] [c to leave Tarn].",
        "Then it rained, and nobody in the long valley of the Ilva [q said] [c the dam would hold].",
    ],
)
def test_nobody_is_made_to_say_what_nobody_says(annotated: str) -> None:
    assert [words for role, words in runs(annotated) if role == "source"] == []


def test_what_a_speaker_and_a_verb_introduce_is_heard() -> None:
    assert runs("[s His own administration] [q believes] that the rebels still hold the hills.")[-1] == (
        "content",
        "the rebels still hold the hills",
    )


@pytest.mark.parametrize(
    ("annotated", "source"),
    [
        ("The council has called a meeting of farmers in May, [q deploring] [c the raid on Belomir].", "The council"),
        ("Now she is shelling Karsk, and is [q accusing] [c Ostrel of hiding guns in the mill].", "she"),
        ("The Karsk council closed the dam on Monday, [q saying] [c the gates had cracked].", "The Karsk council"),
        ("Police held farmers [q accusing] [c the army of theft].", None),
        ("The council voted for a paper [c on the dam], in [q saying] [c it would hold].", None),
    ],
)
def test_a_participle_that_hangs_on_a_sentence_is_its_subjects(annotated: str, source: str | None) -> None:
    assert [words for role, words in runs(annotated) if role == "source"] == ([source] if source else [])


def test_a_claim_is_its_owners() -> None:
    found = runs("So we come to Moss’s remark that [c nobody had fired on the mill].")
    assert found == [("source", "Moss’s"), ("cue", "remark that"), ("content", "nobody had fired on the mill")]
