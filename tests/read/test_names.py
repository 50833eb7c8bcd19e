"""Names: what a source phrase calls its speaker."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.names import named


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
        ("Khalil al-Orr", ("Khalil al-Orr", None, True)),
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
        ("South Korea", "South Korea"),
        ("United States", "United States"),
        ("the ministry", "the ministry"),
        ("a senior officer", "a senior officer"),
        ("residents of Tarn", "residents of Tarn"),
        ("officials of Karsk Council", "officials of Karsk Council"),
        ("officials of the Karsk Council", "officials of the Karsk Council"),
        ("the Varnian army’s command", "the Varnian army’s command"),
    ],
)
def test_a_thing_or_a_group_is_called_by_its_name_or_by_the_phrase(phrase: str, name: str) -> None:
    assert called(phrase)[0] == name
    assert called(phrase)[2] is False


def test_a_name_behind_a_comma_is_where_it_is_said_to_be() -> None:
    found = named(", the army", (0, 10))
    assert (found.name, found.span) == ("the army", (2, 10))


@given(st.text(st.one_of(st.sampled_from("Aa bB.,;()'’- the of al"), st.characters()), max_size=60))
def test_any_phrase_has_a_name_within_it_or_none(phrase: str) -> None:
    # A source phrase opens with a word (a comma that opens one has its own test above).
    phrase = re.sub(r"^\W+", "", phrase)
    found = named(phrase, (0, len(phrase)))
    assert (found.name is None) == (found.span is None)
    if found.span and found.name:
        assert phrase[slice(*found.span)] == found.name


def test_a_role_behind_a_name_is_no_part_of_it_where_the_comma_was_lost() -> None:
    phrase = "Iva Moss spokeswoman for the Varnian army"
    found = named(phrase, (0, len(phrase)))
    assert (found.name, found.role, found.person) == ("Iva Moss", "spokeswoman for the Varnian army", True)


def test_who_is_met_in_a_relative_clause_is_not_the_speaker() -> None:
    text = "Ostreli top negotiator Rusta Olm, who sat with Varnian envoys Stev Wick and Jare Kush for hours"
    found = named(text, (0, len(text)))
    assert (found.name, found.person) == ("Rusta Olm", True)


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Upper Tarn rebels", "Upper Tarn rebels"),
        ("the Observatory the latest in a series of raids", "Observatory"),
        ("the WHO", "WHO"),
        ("the Tarn Fund [TF] group", "Tarn Fund"),
    ],
)
def test_a_name_that_only_leads_to_people_or_runs_on_is_read_as_what_it_names(phrase: str, name: str) -> None:
    assert called(phrase)[0] == name
    assert not called(phrase)[2]
