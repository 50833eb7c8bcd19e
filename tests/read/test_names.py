"""Names: what a source phrase calls its speaker, and the fullest form in the article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.names import fullest, institution, named, people


def called(phrase: str) -> tuple[str | None, str | None, bool]:
    """Name, role, and whether it is a person."""
    found = named(phrase, (0, len(phrase)))
    if found.span:
        assert phrase[slice(*found.span)] == found.name
    return found.name, found.role, found.person


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Iva Moss", ("Iva Moss", None, True)),
        ("Colonel Iva Moss", ("Iva Moss", "Colonel", True)),
        ("army spokesman Pavel Orr", ("Pavel Orr", "army spokesman", True)),
        ("the ministry head, Irina Dol,", ("Irina Dol", "the ministry head", True)),
        ("Iva Moss, a spokeswoman for the army", ("Iva Moss", "a spokeswoman for the army", True)),
        ("Varnian President Oleh Sar", ("Oleh Sar", "Varnian President", True)),
        ("On Tuesday, the mayor, Ada Kern", ("Ada Kern", "the mayor", True)),
        ("Ada de Moor", ("Ada de Moor", None, True)),
        pytest.param(
            "Khalil al-Orr",
            ("Khalil al-Orr", None, True),
            marks=pytest.mark.xfail(reason="a particle joined by a hyphen is no name word", strict=False),
        ),
        ("Iva Moss’s", ("Iva Moss", None, True)),
    ],
)
def test_a_person_is_told_from_the_role_beside_the_name(phrase: str, expected: tuple[str, str | None, bool]) -> None:
    assert called(phrase) == expected


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the Varnian Ministry of Defence", "Varnian Ministry of Defence"),
        ("the Tarn Observatory for Human Rights", "Tarn Observatory for Human Rights"),
        ("researchers at the Tarn Institute", "Tarn Institute"),
        ("VNA", "VNA"),
        ("the ministry", "the ministry"),
        ("a senior officer", "a senior officer"),
        ("residents of Tarn", "residents of Tarn"),
        ("officials of Karsk Council", "officials of Karsk Council"),
        pytest.param(
            "officials of the Karsk Council",
            "officials of the Karsk Council",
            marks=pytest.mark.xfail(reason="the article hides the preposition before the institution", strict=False),
        ),
        ("the Varnian army’s command", "the Varnian army’s command"),
    ],
)
def test_a_thing_or_a_group_is_called_by_its_name_or_by_the_phrase(phrase: str, name: str) -> None:
    assert called(phrase)[0] == name
    assert called(phrase)[2] is False


def longest(text: str, name: str, person: bool = True) -> str | None:
    found = fullest(text, name, person)
    if found:
        assert text[slice(*found[1])] == found[0]
    return found[0] if found else None


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Colonel Iva Moss came. Moss left.", "Moss", "Iva Moss"),
        pytest.param(
            "The mayor, Ada de Moor, came. Moor left.",
            "Moor",
            "Ada de Moor",
            marks=pytest.mark.xfail(reason="two blanks are wanted behind a particle inside a name", strict=False),
        ),
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
    found = institution(text, word)
    assert (found[0] if found else None) == expected
    if found:
        assert text[slice(*found[1])] == found[0]


def test_everyone_named_with_a_role_is_found_in_order() -> None:
    text = "Iva Moss, a spokeswoman for the army, met the mayor of Tarn. Army spokesman Pavel Orr stayed in Karsk."
    assert [(who.name, who.role) for who, _ in people(text)] == [
        ("Iva Moss", "a spokeswoman for the army"),
        ("Pavel Orr", "Army spokesman"),
    ]


@given(st.text(st.one_of(st.sampled_from("Aa bB.,;()'’- the of al"), st.characters()), max_size=60))
def test_any_phrase_has_a_name_within_it_or_none(phrase: str) -> None:
    found = named(phrase, (0, len(phrase)))
    assert (found.name is None) == (found.span is None)
    if found.span and found.name:
        assert phrase[slice(*found.span)] == found.name
