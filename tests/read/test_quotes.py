"""Quotations: what stands in quotation marks, or in the dashes and single marks put for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.encoder import cut
from sayso.read.quotes import dressed, quoted_spans
from tests.growth import is_linear


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We left,” he said. “At night.”", ["We left,", "At night."]),
        ('"We left," he said.', ["We left,"]),
        ("„We left”, «at night»", ["We left", "at night"]),
        ("„We left“, he said", ["We left"]),
        ("He said: “We left.", ["We left."]),
        ("‘We left the town,’ he said", ["We left the town,"]),
        ("‘We left the town’s gate,’ he said of the ‘gate’", ["We left the town’s gate,"]),
        ("– We are tired – says Moss", ["We are tired"]),
        ("— We are tired, — says Moss. — Nobody came.", ["We are tired,", "Nobody came."]),
        ("He paused. – We are tired – he said.", ["We are tired"]),
        ("- We are tired – says Moss", ["We are tired"]),
        ("“We said ‘no’ to all of them,” he said", ["We said ‘no’ to all of them,"]),
        ("‘No,’ he said", []),
        ("We ran – all of us – home.", []),
        ("He left - in May - for Tarn.", []),
        ("The town’s gate", []),
        ("Karsk – once a fort – fell", []),
        ("", []),
    ],
)
def test_what_stands_in_quotation_marks(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in quoted_spans(text, (0, len(text)))] == expected


def test_a_quotation_is_sought_in_its_own_paragraph() -> None:
    text = "“We left.\n\n‘We left the town,’ he said"
    assert [text[a:b] for a, b in quoted_spans(text, (11, len(text)))] == ["We left the town,"]


def shown_to_the_tagger(text: str, before: str = "") -> str:
    """The words of a paragraph, which stands behind others in its article, as the tagger sees them."""
    at = len(before)
    return " ".join(w.form for w in dressed(cut(text), before + text, (at, at + len(text))))


@pytest.mark.parametrize("before", ["", "Snow fell on Tarn.\n\n"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("– We are tired – says Moss", "“ We are tired ” says Moss"),
        ("— We are tired, — says Moss", "“ We are tired , ” says Moss"),
        ("‘We are very tired,’ says Moss", "“ We are very tired , ” says Moss"),
        ("'We are very tired,' says Moss", "“ We are very tired , ” says Moss"),
        ("«We are tired», says Moss", "“ We are tired ” , says Moss"),
        ("„We are tired“, says Moss", "“ We are tired ” , says Moss"),
        ("– We are tired.", "“ We are tired ."),
        ("“We said ‘no’ to all,” says Moss", "“ We said ‘ no ’ to all , ” says Moss"),
        ("We ran – all of us – home.", "We ran – all of us – home ."),
        ("The town’s gate is shut.", "The town ’s gate is shut ."),
        ("", ""),
    ],
)
def test_every_quotation_is_shown_in_the_marks_the_tagger_knows(text: str, before: str, expected: str) -> None:
    assert shown_to_the_tagger(text, before) == expected


ROUGH = st.text(st.one_of(st.sampled_from("ab Z.,:!? \"'“”„«»‘’–—-"), st.characters()), max_size=80)


@given(ROUGH, ROUGH)
def test_any_quotations_stand_in_their_paragraph_and_any_words_where_they_stood(before: str, text: str) -> None:
    paragraph = len(before), len(before) + len(text)
    for start, end in quoted_spans(before + text, paragraph):
        assert paragraph[0] <= start <= end <= paragraph[1]
    words = cut(text)
    seen = dressed(words, before + text, paragraph)
    assert [(w.start, w.end) for w in seen] == [(w.start, w.end) for w in words]
    assert all(w.form == o.form or (w.form in "“”" and o.form in "–—-‘’'") for w, o in zip(seen, words, strict=True))


@pytest.mark.parametrize(
    "piece",
    [
        "“",
        "– a ",
        "– ",
        " ",
        "‘a b c ",
        "‘a’ ",
        '"a',
        "('a",
    ],
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    assert is_linear(lambda text: quoted_spans(text, (0, len(text))), piece, 20_000)


def test_a_lost_closing_mark_quotes_no_more_than_its_sentence() -> None:
    text = 'Orr said "They were behind the attack. The front was crushed in 2014. It is gone.'
    (found,) = quoted_spans(text, (0, len(text)))
    assert text[slice(*found)] == "They were behind the attack."


def test_a_quotation_that_the_next_paragraph_takes_up_runs_to_its_paragraphs_end() -> None:
    first = "Orr said: “They left. Nobody came back."
    text = f"{first}\n“We wait,” he added."
    (found,) = quoted_spans(text, (0, len(first)))
    assert text[slice(*found)] == "They left. Nobody came back."
