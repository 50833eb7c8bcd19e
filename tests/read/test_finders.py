"""Finders: who came by a thing that carries words or pictures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.span import Span
from sayso.read.finders import artefact, finders
from tests.growth import is_linear

Row = tuple[str, str]


def found(sentence: str, thing: str, before: str = "") -> list[Row]:
    """The finders of a thing, in a sentence that stands behind others in its article."""
    text = before + sentence
    at = text.index(thing, len(before))
    hops = finders(text, (len(before), len(text)), (at, at + len(thing)))
    assert all(text[slice(*hop.span)] == hop.name for hop in hops)
    return [(hop.name, str(hop.relation)) for hop in hops]


@pytest.mark.parametrize("before", ["", "The army left. "])
@pytest.mark.parametrize(
    ("sentence", "thing", "expected"),
    [
        # Found.
        ("Ostrel soldiers found a bundle of letters in a cellar.", "letters", [("Ostrel soldiers", "found")]),
        ("The Lantern Committee later seized two hard drives.", "hard drives", [("Lantern Committee", "found")]),
        ("Volunteers have recovered a diary.", "diary", [("Volunteers", "found")]),
        ("Residents of Tarn found a map.", "map", [("Residents of Tarn", "found")]),
        # Obtained.
        ("Varnian intelligence intercepted radio traffic.", "radio traffic", [("Varnian intelligence", "obtained")]),
        ("Ostrel Wire has obtained the order.", "order", [("Ostrel Wire", "obtained")]),
        # Shown by whoever came by it.
        ("The Varnian ministry played a call that it intercepted.", "call", [("Varnian ministry", "obtained")]),
        ("Ostrel TV published a recording they had obtained.", "recording", [("Ostrel TV", "obtained")]),
        pytest.param(
            "Ostrel TV published a diary that it had found.",
            "diary",
            [("Ostrel TV", "found")],
            marks=pytest.mark.xfail(reason="whoever shows what they came by has always obtained it, never found it"),
        ),
        # Something stands before the subject, or beside it.
        pytest.param(
            "On Monday, Ostrel soldiers found a letter.",
            "letter",
            [("Ostrel soldiers", "found")],
            marks=pytest.mark.xfail(reason="the subject is sought at the very start of the sentence"),
        ),
        pytest.param(
            "Ilko Bran, a volunteer, found a diary.",
            "diary",
            [("Ilko Bran", "found")],
            marks=pytest.mark.xfail(reason="an apposition parts the subject from its verb"),
        ),
        # Nobody with a name of their own.
        ("In a cellar, soldiers found a diary.", "diary", []),
        ("soldiers found a diary.", "diary", []),
        ("She found a diary.", "diary", []),
        pytest.param(
            "The army said it found the letter.",
            "letter",
            [("The army", "found")],
            marks=pytest.mark.xfail(reason="the subject takes in a verb and a pronoun: “The army said it”"),
        ),
        # Nothing is found: the thing finds, is read, or is found in the passive voice, which the chain reads.
        ("The letters found the army unready.", "letters", []),
        ("The Lantern Committee reads letters.", "letters", []),
        ("A letter was found by Ilko.", "letter", []),
    ],
)
def test_who_came_by_the_thing(sentence: str, thing: str, before: str, expected: list[Row]) -> None:
    assert found(sentence, thing, before) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bundle of letters and a Diary", ["letters", "Diary"]),
        ("an intercepted phone call", ["phone call"]),
        ("diaries and memos", ["diaries", "memos"]),
        ("the borders were ordered shut", []),
        ("a lettered mapper", []),
        ("", []),
    ],
)
def test_things_that_carry_words_or_pictures(text: str, expected: list[str]) -> None:
    assert [m.group() for m in artefact().finditer(text)] == expected


WORDS = st.sampled_from(
    [
        "The ",
        "Ostrel ",
        "army ",
        "found ",
        "has ",
        "letters ",
        "that ",
        "it ",
        "intercepted ",
        "played ",
        ", ",
        "‘",
        "\n",
    ]
)


@given(st.text(max_size=10), st.lists(st.one_of(WORDS, st.text(max_size=3)), max_size=14).map("".join))
def test_any_finder_stands_in_the_sentence(before: str, sentence: str) -> None:
    text = f"{before}{sentence} letters {sentence}"
    whole: Span = len(before), len(text)
    thing = artefact().search(text, *whole)
    assert thing
    for hop in finders(text, whole, thing.span()):
        assert whole[0] <= hop.span[0] < hop.span[1] <= whole[1]
        assert text[slice(*hop.span)] == hop.name


@pytest.mark.parametrize(
    ("piece", "size"),
    [
        ("Letter ", 20_000),
        ("The Army found ", 20_000),
        ("letter ,,,", 20_000),
        ("Letter  ", 20_000),
        ("a letter it has ", 20_000),
        ("A ", 20_000),
        (",", 20_000),
        (" ", 20_000),
    ],
)
def test_hostile_text_takes_linear_time(piece: str, size: int) -> None:
    def read(text: str) -> object:
        thing = artefact().search(text)
        return finders(text, (0, len(text)), thing.span() if thing else (0, 1))

    assert is_linear(read, piece, size)
