"""The directory: the fullest form in which an article names someone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.directory import Directory


def longest(text: str, name: str, person: bool = True) -> str | None:
    found = Directory(text).fullest(name, person)
    if found:
        assert text[slice(*found[1])] == found[0]
    return found[0] if found else None


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Colonel Iva Moss came. Moss left.", "Moss", "Iva Moss"),
        ("The mayor, Ada de Moor, came. Moor left.", "Moor", "Ada de Moor"),
        ("President Oleh Sar and Mr. Sar", "Sar", "Oleh Sar"),
        ("Iva Moss came. Iva left.", "Iva Moss", None),
        ("Moss came. Moss left.", "Moss", None),
        ("On Monday Iva Moss came to Karsk.", "Moss", "Iva Moss"),
        ("", "Moss", None),
    ],
)
def test_the_fullest_form_of_a_name(text: str, name: str, expected: str | None) -> None:
    assert longest(text, name) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The Tarn Observatory for Human Rights counts.", "Observatory", "Tarn Observatory for Human Rights"),
        ("The Ostrel Relief Committee (ORC) works here.", "ORC", "Ostrel Relief Committee"),
        ("The Union for the Relief of Tarn (URT) works.", "URT", "Union for the Relief of Tarn"),
        ("Nobody counts.", "Observatory", None),
        ("ORC is not spelt out.", "ORC", None),
    ],
)
def test_the_fullest_name_of_an_institution(text: str, word: str, expected: str | None) -> None:
    found = Directory(text).institution(word)
    assert (found[0] if found else None) == expected
    if found:
        assert text[slice(*found[1])] == found[0]


def test_everyone_named_with_a_role_is_found_in_order() -> None:
    text = "Iva Moss, a spokeswoman for the army, met the mayor of Tarn. Army spokesman Pavel Orr stayed in Karsk."
    assert [(who.name, who.role) for who, _ in Directory(text).people] == [
        ("Iva Moss", "a spokeswoman for the army"),
        ("Pavel Orr", "Army spokesman"),
    ]


ROUGH = st.text(st.one_of(st.sampled_from("AaO bB.,()'’- theofal"), st.characters()), max_size=120)


@given(ROUGH, st.sampled_from(["Orr", "A", "ORC", "Iva Moss", "a"]))
def test_what_is_looked_up_in_any_text_is_where_it_is_said_to_be(text: str, name: str) -> None:
    whole = text + " Iva Orr, a nurse, left. Observers of Rights and Customs (ORC) stayed."
    directory = Directory(whole)
    for found in (directory.fullest(name, True), directory.fullest(name, False), directory.institution(name)):
        assert found is None or whole[slice(*found[1])] == found[0]
    for who, span in directory.people:
        assert who.span
        assert span[0] <= who.span[0] < who.span[1] <= span[1]


def test_initials_that_nobody_explains_are_those_of_a_body_named_in_full() -> None:
    directory = Directory("The Kestrel Institute for Rivers said so. The KIR added more.")
    found = directory.institution("KIR")
    assert found is not None
    assert found[0] == "Kestrel Institute for Rivers"
    assert directory.institution("UNO") is None


def test_whose_government_the_article_speaks_of() -> None:
    text = "The Moss administration shared a plan. Kadar's own government fell. The Ostrel army held."
    known = Directory(text)
    assert known.government_of("Iva Moss") == "Moss administration"
    assert known.government_of("Kadar") == "Kadar's own government"
    assert known.government_of("Orr") is None


def test_a_name_in_another_spelling_is_found() -> None:
    known = Directory("The president, Ilko Ardoğan, spoke.")
    assert known.fullest("Ardogan", True) == ("Ilko Ardoğan", (15, 27))
