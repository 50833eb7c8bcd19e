"""Drafts: every sentence as content, voice, source and cue; what is left over as the outlet's own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.encoder import cut
from sayso.model.span import Spans
from sayso.read.drafts import drafts, trimmed
from tests.read.marked import BIO, paragraph

Row = tuple[str, str, str, str]


def read(annotated: str) -> list[Row]:
    """Each draft of a paragraph: content, voice, source, cue."""
    text, _, words, tags = paragraph(annotated)

    def words_of(spans: Spans) -> str:
        return " … ".join(text[a:b] for a, b in spans)

    found = drafts(text, 0, (0, len(text)), words, tags)
    return [(words_of(d.content), str(d.voice), words_of(d.source), words_of(d.cue)) for d in found]


@pytest.mark.parametrize(
    ("annotated", "expected"),
    [
        ("[c “We hold Karsk,”] [q said] [s Iva Moss].", [("We hold Karsk", "direct", "Iva Moss", "said")]),
        ("[s Iva Moss] [q said] [c that Karsk held].", [("Karsk held", "indirect", "Iva Moss", "said")]),
        (
            "[s Iva Moss] [q said] [c the talks were “a bad joke” from the start].",
            [("the talks were “a bad joke” from the start", "mixed", "Iva Moss", "said")],
        ),
        ("[c “The bridge,”] [s she] [q said], [c “is gone.”]", [("The bridge … is gone", "direct", "she", "said")]),
        ("Snow fell on Tarn.", [("Snow fell on Tarn", "outlet", "", "")]),
        (
            "[c “We hold Karsk. The road is open,”] [q said] [s Moss].",
            [("We hold Karsk", "direct", "", ""), ("The road is open", "direct", "Moss", "said")],
        ),
        (
            "– [c We are very tired] – [q says] [s Iva Moss], a nurse.",
            [("We are very tired", "direct", "Iva Moss, a nurse", "says")],
        ),
        ("[c “We will stay,”] [q said] [s Moss]. “Nobody left us.”", [
            ("We will stay", "direct", "Moss", "said"),
            ("Nobody left us", "outlet", "", ""),
        ]),
    ],
)  # fmt: skip
def test_the_voice_is_how_the_content_is_worded(annotated: str, expected: list[Row]) -> None:
    assert read(annotated) == expected


@pytest.mark.parametrize("quotation", ["‘We hold the town’s gate,’", "'We hold the town's gate,'"])
def test_british_quotation_marks_are_no_part_of_the_content(quotation: str) -> None:
    assert read(f"[c {quotation}] [q said] [s Moss].") == [(quotation[1:-2], "direct", "Moss", "said")]


@pytest.mark.parametrize("quotation", ["‘We hold the town’s gate,’", "'We hold the town's gate,'"])
def test_british_quotations_are_direct(quotation: str) -> None:
    ((content, *rest),) = read(f"[c {quotation}] [q said] [s Moss].")
    assert content.strip("‘’',") == quotation.strip("‘’',")
    assert rest == ["direct", "Moss", "said"]


@pytest.mark.parametrize(
    ("annotated", "expected"),
    [
        ("However, [s the mayor] [q said] [c that the wells were dry].", "the wells were dry"),
        ("[c However, the wells are dry], [s the mayor] [q said].", "the wells are dry"),
        ("But the army has not answered.", "the army has not answered"),
        ("In addition, the wells are dry.", "the wells are dry"),
        ("[c That is a lie], [s the mayor] [q said].", "That is a lie"),
        ("[s The mayor] [q said] [c that that was a lie].", "that was a lie"),
        (
            "[c The port is closed, according to a translation by Tarn Gazette], [s Sar] [q said].",
            "The port is closed",
        ),
        ("The vote was held in the U.S.", "The vote was held in the U.S."),
    ],
)
def test_a_content_is_cut_free_of_what_opens_and_ends_it(annotated: str, expected: str) -> None:
    ((content, *_),) = read(annotated)
    assert content == expected


@pytest.mark.parametrize(
    "annotated",
    [
        "How many people are left in Karsk?",
        "“Who will feed us?”",
        "[c “Who will feed us?”]",
        "[c “Who will feed us?”] [s she] [q asked].",
        "[c “Who will feed us?”] [s Iva Moss] [q asked].",
    ],
)
def test_a_question_says_nothing(annotated: str) -> None:
    assert read(annotated) == []


@pytest.mark.xfail(reason="a cry and its source are cut into two sentences, and the second is read as the outlet's")
def test_who_cried_out_is_no_statement_of_its_own() -> None:
    assert read("[c “Stop the shelling now!”] [s Iva Moss] [q said].") == [
        ("Stop the shelling now", "direct", "Iva Moss", "said")
    ]


def test_a_clause_left_over_is_the_outlets_own() -> None:
    annotated = "The bridge at Karsk was hit again before dawn, and [s residents] [q said] [c nobody had come]."
    assert sorted(read(annotated)) == [
        ("The bridge at Karsk was hit again before dawn", "outlet", "", ""),
        ("nobody had come", "indirect", "residents", "said"),
    ]


def test_a_clause_left_over_stands_where_the_text_has_it() -> None:
    annotated = "The bridge at Karsk was hit again before dawn, and [s residents] [q said] [c nobody had come]."
    assert [content for content, *_ in read(annotated)] == [
        "The bridge at Karsk was hit again before dawn",
        "nobody had come",
    ]


def test_dust_rose_as_reports_emerged() -> None:
    annotated = "Dust rose over the hills of Tarn as [s reports] [q emerged] [c that the dam had been breached]."
    assert sorted(read(annotated)) == [
        ("Dust rose over the hills of Tarn", "outlet", "", ""),
        ("the dam had been breached", "indirect", "", "reports emerged"),
    ]


@pytest.mark.parametrize(
    "annotated",
    [
        "In an interview that was held in the harbour of Belomir, [s Dol] [q said] [c the talks had failed].",
        "On Tuesday in Tarn, [s Dol] [q said] [c the talks had failed].",
        "[s Dol], who has led the ministry since the spring of last year, [q said] [c the talks had failed].",
        "[c The talks had failed], [q says] [s Dol] in a long telephone call obtained by Ostrel Wire.",
    ],
)
def test_the_occasion_and_the_person_are_no_claims(annotated: str) -> None:
    assert [content.lower() for content, *_ in read(annotated)] == ["the talks had failed"]


@pytest.mark.parametrize(
    ("annotated", "source", "cue"),
    [
        ("[s Irina Dol] [q elaborated] on these remarks.", "Irina Dol", "elaborated"),
        ("Irina Dol spoke at length on Radio Tarn.", "Irina Dol", "spoke"),
    ],
)
def test_speech_without_content_is_a_scene(annotated: str, source: str, cue: str) -> None:
    text, _, words, tags = paragraph(annotated)
    (draft,) = drafts(text, 0, (0, len(text)), words, tags)
    assert draft.scene
    assert not draft.speaks
    assert [text[a:b] for a, b in draft.source] == [source]
    assert [text[a:b] for a, b in draft.cue] == [cue]


@pytest.mark.parametrize("text", ["", "“”", " ,.", "…", "– – –", "'"])
def test_nothing_is_left_of_marks_alone(text: str) -> None:
    assert trimmed(text, (0, len(text))) is None


ROUGH = st.text(
    st.one_of(st.sampled_from("ab Z.,:!?\"'“”’–"), st.characters(exclude_characters="\n")), min_size=1, max_size=80
)


@given(ROUGH, st.lists(st.sampled_from(BIO), min_size=1, max_size=40))
def test_any_tags_give_drafts_within_the_text_in_its_order(text: str, tags: list[str]) -> None:
    words = cut(text)
    labels = [tags[i % len(tags)] for i in range(len(words))]
    found = list(drafts(text, 0, (0, len(text)), words, labels))
    for draft in found:
        assert draft.content or draft.scene
        for start, end in draft.content:
            assert 0 <= start < end <= len(text)
            assert any(c.isalnum() or c == "_" for c in text[start:end])
        for start, end in (*draft.source, *draft.cue):
            assert 0 <= start < end <= len(text)
    assert [d.sentence for d in found] == sorted(d.sentence for d in found)


def test_a_content_that_breaks_off_at_a_word_that_ends_no_phrase_goes_on() -> None:
    assert [
        row[0] for row in read("[s The council] [q said] [c the shelling was forcing people to] seek shelter.")
    ] == ["the shelling was forcing people to seek shelter"]


def test_that_is_cut_off_behind_a_cue_and_kept_where_it_points_at_something() -> None:
    assert [content for content, *_ in read("That convoy was waiting at a garage.")] == [
        "That convoy was waiting at a garage"
    ]
    assert [content for content, *_ in read("[s Dol] [q said] [c that the convoy was waiting].")] == [
        "the convoy was waiting"
    ]


@pytest.mark.parametrize(
    ("annotated", "left"),
    [
        (
            "[s Varnia] is pushing for all of Karsk, and has [q threatened] [c to take it].",
            "Varnia is pushing for all of Karsk",
        ),
        (
            "In Tarn, [s the mayor] spoke out against the levy of May, [q saying] [c it starved Karsk].",
            "In Tarn, the mayor spoke out against the levy of May",
        ),
        (
            "The levy of May ended in a truce with Ostrel, when [s it] [q said] [c Karsk was safe].",
            "The levy of May ended in a truce with Ostrel",
        ),
    ],
)
def test_what_is_left_over_has_its_subject_and_no_loose_end(annotated: str, left: str) -> None:
    assert [content for content, voice, _, _ in read(annotated) if voice == "outlet"] == [left]


@pytest.mark.parametrize(
    "annotated",
    [
        "[s The mayor], a baker by trade who was born in Karsk in May, [q said] [c the road was cut].",
        "[c The road was cut], [q according to] [s Tarn Watch], a group that was set up in May.",
    ],
)
def test_what_tells_who_the_source_is_claims_nothing(annotated: str) -> None:
    assert [voice for _, voice, _, _ in read(annotated)] == ["indirect"]


def test_a_content_takes_its_own_sentences_speaker() -> None:
    found = read("[s Iva Moss] [q said] [c Karsk had held. The road was cut], [s the mayor] [q added].")
    assert [(content, source) for content, _, source, _ in found] == [
        ("Karsk had held", "Iva Moss"),
        ("The road was cut", "the mayor"),
    ]


@pytest.mark.parametrize(
    ("annotated", "expected"),
    [
        ("[s Varnia] [q denied] [c responsibility].", ("responsibility", "indirect", "Varnia", "denied")),
        ("[s Varnia] [q voiced] [c outrage].", ("Varnia voiced outrage", "outlet", "", "")),
    ],
)
def test_a_short_content_is_claimed_where_the_verb_claims_it(annotated: str, expected: Row) -> None:
    assert read(annotated) == [expected]


@pytest.mark.parametrize(
    ("annotated", "content"),
    [
        ("[s Moss] [q called] [c it a long and “costly drill.”]", "it a long and “costly drill.”"),
        ("[s Moss] [q said] [c “nine or ten” of the guards fell].", "“nine or ten” of the guards fell"),
        ("[s Moss] [q said]: [c “Nine of the guards fell.”]", "Nine of the guards fell"),
    ],
)
def test_a_mark_within_a_content_keeps_its_other_half(annotated: str, content: str) -> None:
    assert [c for c, _, _, _ in read(annotated)] == [content]
