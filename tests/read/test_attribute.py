"""Attributions: which source and which cue go with which content."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.encoder import cut
from sayso.model.span import Spans
from sayso.read.attribute import Tagged, attributions, said, tagged
from sayso.read.quotes import quoted_spans
from sayso.read.segment import sentences
from tests.read.marked import BIO, paragraph

Row = tuple[int, str, str, str]


def read(annotated: str) -> list[Row]:
    """Each attribution: sentence, content, source, cue, their parts joined by " … "."""
    text, cuts, words, tags = paragraph(annotated)
    runs = tagged([(w.start, w.end) for w in words], tags)
    runs = said(text, runs, quoted_spans(text, (0, len(text))))

    def words_of(spans: Spans) -> str:
        return " … ".join(text[a:b] for a, b in spans)

    return [
        (
            a.sentence,
            words_of(a.content),
            words_of(a.anchor.source or a.anchor.borrowed) if a.anchor else "",
            words_of(a.anchor.cue) if a.anchor else "",
        )
        for a in attributions(text, cuts, runs)
    ]


@pytest.mark.parametrize(
    ("annotated", "expected"),
    [
        ("[s Iva Moss] [q said] [c that Karsk held].", [(0, "that Karsk held", "Iva Moss", "said")]),
        ("[c “Karsk holds,”] [q said] [s Iva Moss].", [(0, "“Karsk holds,”", "Iva Moss", "said")]),
        ("[c Karsk holds], [q according to] [s Iva Moss].", [(0, "Karsk holds", "Iva Moss", "according to")]),
        ("[q According to] [s Iva Moss], [c Karsk holds].", [(0, "Karsk holds", "Iva Moss", "According to")]),
        (
            "[c “The bridge,”] [s Iva Moss] [q said], [c “is gone.”]",
            [(0, "“The bridge,” … “is gone.”", "Iva Moss", "said")],
        ),
        (
            "[s Iva Moss] [q said] [c Karsk held], while [s Pavel Orr] [q said] [c it had fallen].",
            [(0, "Karsk held", "Iva Moss", "said"), (0, "it had fallen", "Pavel Orr", "said")],
        ),
        (
            "[c “Karsk holds,”] [q said] [s Moss]. [c “Losses are light. The road is open.”]",
            [
                (0, "“Karsk holds,”", "Moss", "said"),
                (1, "“Losses are light.", "Moss", "said"),
                (2, "The road is open.”", "Moss", "said"),
            ],
        ),
        (
            "[c “We hold Karsk. The road is open,”] [q said] [s Moss].",
            [(0, "“We hold Karsk.", "Moss", "said"), (1, "The road is open,”", "Moss", "said")],
        ),
        (
            "[c “We hold Karsk,”] [q said] [s Moss]. [c “You do not,”] [q said] [s Orr].",
            [(0, "“We hold Karsk,”", "Moss", "said"), (1, "“You do not,”", "Orr", "said")],
        ),
        ("[s Reports] [q emerged] [c that Karsk held].", [(0, "that Karsk held", "", "Reports emerged")]),
        (
            "It fell despite [s cross-party] [q recognition] [c that Karsk held].",
            [(0, "that Karsk held", "", "cross-party recognition")],
        ),
        ("[s residents] [q recognition] [c that Karsk fell].", [(0, "that Karsk fell", "residents", "recognition")]),
        (
            "[c Two brigades] [q reportedly] [c withdrew].",
            [(0, "Two brigades … withdrew", "", "reportedly")],
        ),
        (
            "[s Pavel Orr], an official whose voice is heard in Tarn, [q said] [c Karsk held].",
            [(0, "Karsk held", "Pavel Orr, an official whose voice is heard in Tarn", "said")],
        ),
        ("[c “Nobody here will leave.”]", [(0, "“Nobody here will leave.”", "", "")]),
        ("[s Iva Moss] [q spoke] at length.", []),
        ("Nothing is said here.", []),
        ("", []),
    ],
)
def test_every_content_finds_its_source_and_cue(annotated: str, expected: list[Row]) -> None:
    assert read(annotated) == expected


def test_what_is_added_hangs_on_its_own_cue() -> None:
    assert read("[c “We hold Karsk,”] [q said] [s Colonel Iva Moss], [q adding] [c that losses were light].") == [
        (0, "“We hold Karsk,”", "Colonel Iva Moss", "said"),
        (0, "that losses were light", "Colonel Iva Moss", "adding"),
    ]


def test_what_is_added_after_more_words_borrows_the_source() -> None:
    annotated = "[s Iva Moss] [q said] [c Karsk would be held at any cost], [q adding] [c that losses were light]."
    assert read(annotated) == [
        (0, "Karsk would be held at any cost", "Iva Moss", "said"),
        (0, "that losses were light", "Iva Moss", "adding"),
    ]


def test_the_second_of_two_sources_is_not_read() -> None:
    assert read("[c Karsk holds], [q according to] [s the army] and [s residents of Tarn].") == [
        (0, "Karsk holds", "the army", "according to")
    ]


@pytest.mark.parametrize(
    ("annotated", "expected"),
    [
        ("[s Residents] [q want] [c the army to leave].", []),
        ("[s Moss] [q wanted to say] [c that Karsk held].", [(0, "that Karsk held", "Moss", "wanted to say")]),
        ("[s Moss] [q feared] [c “a long winter”].", [(0, "“a long winter”", "Moss", "feared")]),
    ],
)
def test_wanting_and_feeling_are_no_saying_unless_quoted(annotated: str, expected: list[Row]) -> None:
    assert read(annotated) == expected


@pytest.mark.parametrize(
    ("annotated", "expected"),
    [
        ("[s Moss,] [q said:] [c it holds].", [("source", "Moss"), ("cue", "said"), ("content", "it holds")]),
        (
            "[s Moss, and her men were there,] [q said] [c it holds].",
            [("source", "Moss"), ("cue", "said"), ("content", "it holds")],
        ),
    ],
)
def test_sources_and_cues_are_bare_of_what_runs_on(annotated: str, expected: list[tuple[str, str]]) -> None:
    text, _, words, tags = paragraph(annotated)
    runs = said(text, tagged([(w.start, w.end) for w in words], tags), [])
    assert [(r.role, text[slice(*r.span)]) for r in runs] == expected


def test_a_stray_inside_tag_opens_a_run() -> None:
    assert tagged([(0, 1), (2, 3), (4, 5)], ["I-cue", "I-cue", "I-source"]) == [
        Tagged("cue", (0, 3)),
        Tagged("source", (4, 5)),
    ]


ROUGH = st.text(
    st.one_of(st.sampled_from("ab Z.,:!?\"'“”’–"), st.characters(exclude_characters="\n")), min_size=1, max_size=80
)


@given(ROUGH, st.lists(st.sampled_from(BIO), min_size=1, max_size=40))
def test_any_tags_give_contents_within_their_sentence(text: str, tags: list[str]) -> None:
    words = cut(text)
    labels = [tags[i % len(tags)] for i in range(len(words))]
    cuts = sentences(text, (0, len(text)))
    runs = said(text, tagged([(w.start, w.end) for w in words], labels), [])
    found = attributions(text, cuts, runs)
    for one in found:
        start, end = cuts[one.sentence]
        assert one.content
        assert all(start <= a < b <= end for a, b in one.content)
    assert [one.content[0][0] for one in found] == sorted(one.content[0][0] for one in found)


@pytest.mark.parametrize(
    "annotated",
    [
        "[c The shelling caused anger among] [s residents] of Karsk.",
        "[c The shelling] caused anger among [s residents], [s who] [q view] [c it as a betrayal].",
        "[c The mood is fed by the recent] [q reports of] [c looting in Tarn].",
        "[s Iva Moss] [q repeated] [c the same message] at noon.",
    ],
)
def test_what_only_looks_like_telling_is_the_outlets_own(annotated: str) -> None:
    assert [row for row in read(annotated) if row[2] or row[3]] == []


def test_reports_that_are_told_of_for_the_first_time_tell() -> None:
    assert read("[q Reports emerged] [c that looting had begun].") == [
        (0, "that looting had begun", "", "Reports emerged")
    ]
