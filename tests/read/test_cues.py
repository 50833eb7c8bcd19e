"""What kind of cue a cue is."""

import pytest

from sayso.read.cues import is_inner, is_joining, is_nobody, is_scene


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("wanted", True),
        ("were unaware of", True),
        ("would still prefer", True),
        ("hopelessly longing for", True),
        ("wanted to say", False),
        ("said", False),
        ("told", False),
        ("were told", False),
        ("", False),
        ("of the", False),
    ],
)
def test_wanting_and_feeling_are_told_and_do_not_tell(cue: str, expected: bool) -> None:
    assert is_inner(cue) is expected


@pytest.mark.parametrize(("cue", "expected"), [("citing", True), (" Quoting ", True), ("cited", False), ("", False)])
def test_a_reason_is_joined_to_what_is_said(cue: str, expected: bool) -> None:
    assert is_joining(cue) is expected


@pytest.mark.parametrize(
    ("cue", "expected"),
    [("elaborated", True), ("spoke at length", True), ("later commented", True), ("said", False), ("", False)],
)
def test_speech_without_content_sets_a_scene(cue: str, expected: bool) -> None:
    assert is_scene(cue) is expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("reports", True),
        ("several unconfirmed reports", True),
        ("Accounts", True),
        ("there", True),
        ("residents", False),
        ("reports and Ostreli officials", False),
        ("a report of the Tarn Institute", False),
        ("The report", False),
        ("the reports", True),
        ("", False),
    ],
)
def test_reports_are_nobody_unless_they_are_somebodys(source: str, expected: bool) -> None:
    assert is_nobody(source) is expected
