"""Described: whom a description can mean."""

import pytest

from sayso.read.described import Speaker, answers_to, description, is_anothers, is_unnamed_body


def speaker(name: str, role: str | None = None, person: bool = True) -> Speaker:
    heads = frozenset((role or name).lower().split())
    return Speaker(name, (0, len(name)), role, name, person, heads)


@pytest.mark.parametrize(
    ("who", "words", "expected"),
    [
        (speaker("Irina Dol", "the ministry head"), "the ministry head", True),
        (speaker("Irina Dol", "the ministry head"), "the official", True),
        (speaker("Oleh Sar", "governor of Karsk"), "the governor of Tarn", False),
        (speaker("Ada Moss", "Iraqi foreign minister"), "the Iranian foreign minister", False),
        (speaker("Ada Moss", "prime minister"), "the new head of the army", False),
        (speaker("Tarn Observatory", person=False), "the watchdog", True),
        (speaker("Tarn Observatory", person=False), "the official", False),
        (speaker("Irina Dol", "the ministry head"), "the ministry", False),
    ],
)
def test_a_description_means_whom_its_words_allow(who: Speaker, words: str, expected: bool) -> None:
    asked = description(words)
    assert asked is not None
    assert answers_to(who, asked) is expected


def test_a_body_without_a_name() -> None:
    assert is_unnamed_body(speaker("a monitor", person=False))
    assert is_unnamed_body(speaker("a rights group", person=False))
    assert not is_unnamed_body(speaker("Tarn Observatory", person=False))
    assert not is_unnamed_body(speaker("a farmer", person=False))


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("an aide to President", True),
        ("a source close to former Prime Minister", True),
        ("a spokesman for the army", False),
        ("the governor of Tarn", False),
        ("Prime Minister", False),
    ],
)
def test_a_title_in_somebody_elses_role_is_not_the_speakers(role: str, expected: bool) -> None:
    assert is_anothers(role) is expected
