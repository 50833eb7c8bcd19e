"""Words: clitics, titles, numbers, every kind of quotation mark, and offsets that recover the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.encoder.words import CLOSING, OPENING, Word, cut

# Characters that news is made of and that careless collectors leave in it, and whatever else there is.
HOSTILE = st.text(
    st.one_of(
        st.sampled_from("ab Zé0179.,:;/-‑–—…!?()[]'’‘\"“”„«»‟\n\r\t\u00a0\u200b\u2028\u0301\x00\ufeff"), st.characters()
    ),
    max_size=120,
)


def forms(text: str) -> list[str]:
    return [word.form for word in cut(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Varnia's army didn't leave Karsk.", ["Varnia", "'s", "army", "did", "n't", "leave", "Karsk", "."]),
        ("Varnia’s army won’t leave.", ["Varnia", "’s", "army", "wo", "n’t", "leave", "."]),
        ("They’ve said we're lost; I'm not.", ["They", "’ve", "said", "we", "'re", "lost", ";", "I", "'m", "not", "."]),
        ("the residents' fears", ["the", "residents", "'", "fears"]),
        ("Dr. Moss met Lt. Gen. Orr.", ["Dr.", "Moss", "met", "Lt.", "Gen.", "Orr", "."]),
        ("The U.S. and a U.N. envoy", ["The", "U.S.", "and", "a", "U.N.", "envoy"]),
        ("some 1,200.5 tonnes at 14:30 on 3/4", ["some", "1,200.5", "tonnes", "at", "14:30", "on", "3/4"]),
        ("a 40-year-old ex-soldier", ["a", "40-year-old", "ex-soldier"]),
        ("It fell on 3 May 2024.", ["It", "fell", "on", "3", "May", "2024", "."]),
        ("“Stop…” – he -- left ...", [OPENING, "Stop", "…", CLOSING, "–", "he", "--", "left", "..."]),
        ("(Karsk)", ["(", "Karsk", ")"]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_words_are_cut_as_the_treebank_cuts_them(text: str, expected: list[str]) -> None:
    assert forms(text) == expected


def quotes(text: str) -> str:
    """A text as the tagger sees it: words, blanks, and the marks brought to one form."""
    return " ".join(form if form in (OPENING, CLOSING) else form.lower() for form in forms(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“They left,” he said.", "“ they left , ” he said ."),
        ("„They left“ he said", "“ they left ” he said"),
        ("„They left” he said", "“ they left ” he said"),
        ("«They left» he said", "“ they left ” he said"),
        ("‟They left” he said", "“ they left ” he said"),
        ('"They left," he said, "at night."', "“ they left , ” he said , “ at night . ”"),
        ("“They left.” “Nobody stayed.”", "“ they left . ” “ nobody stayed . ”"),
        ("(“left”)", "( “ left ” )"),
        ('("left")', "( “ left ” )"),
    ],
)
def test_every_kind_of_quotation_mark_opens_or_closes(text: str, expected: str) -> None:
    assert quotes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We hold Karsk.\n\n"We hold Tarn," she said.', "“ we hold karsk . “ we hold tarn , ” she said ."),
        (
            '"We hold Karsk.\n\nShe smiled. "We hold Tarn," she said.',
            "“ we hold karsk . she smiled . “ we hold tarn , ” she said .",
        ),
        ('He spoke of "control of\n74 towns" and left.', "he spoke of “ control of 74 towns ” and left ."),
        ('He spoke of "control"\n"and calm".', "he spoke of “ control ” “ and calm ” ."),
    ],
)
def test_a_straight_mark_left_open_is_closed_beyond_a_line_break_or_begun_anew(text: str, expected: str) -> None:
    assert quotes(text) == expected


def test_offsets_are_code_points_of_the_text() -> None:
    text = "🛰 “Kárs’k”"
    assert cut(text) == (
        Word("🛰", 0, 1),
        Word(OPENING, 2, 3),
        Word("Kárs", 3, 7),
        Word("’", 7, 8),
        Word("k", 8, 9),
        Word(CLOSING, 9, 10),
    )


@given(HOSTILE)
def test_words_recover_the_text_and_leave_out_nothing_but_blanks(text: str) -> None:
    at = 0
    for word in cut(text):
        assert at <= word.start < word.end <= len(text)
        assert not text[at : word.start].strip()
        if word.form in (OPENING, CLOSING):
            assert text[word.start : word.end] in set('"“”„«»‟')
        else:
            assert text[word.start : word.end] == word.form
        assert word.form.strip() == word.form != ""
        at = word.end
    assert not text[at:].strip()


@given(HOSTILE)
def test_cutting_is_the_same_every_time(text: str) -> None:
    assert cut(text) == cut(text)
