"""Calls, wishes, plans and counts, told by their words."""

import pytest

from sayso.model.statement import Event
from sayso.read import moods
from sayso.read.mentions import mentions


@pytest.mark.parametrize(
    ("content", "answer"),
    [
        ("I therefore call on everyone to leave Tarn", True),
        ("it had asked the council for leave to resume", True),
        ("the villagers want shoes", False),
    ],
)
def test_a_speaker_tells_of_his_own_call(content: str, answer: bool) -> None:
    assert moods.asks(content, Event.REQUEST) is answer
    assert moods.asks(content, None) is False


@pytest.mark.parametrize(
    ("content", "answer"),
    [
        ("planes could close the sky", True),
        ("If that is so, let it be", True),
        ("I'd like to see the bridge", True),
        ("the bridge stands", False),
    ],
)
def test_wishes_and_conditions(content: str, answer: bool) -> None:
    assert moods.wishes(content) is answer


@pytest.mark.parametrize(
    ("content", "answer"),
    [
        ("we will send ships", True),
        ("it was launching a campaign against the French garrison", True),
        ("French troops will send ships", False),
        ("we sent ships", False),
    ],
)
def test_plans_are_those_of_no_other_side(content: str, answer: bool) -> None:
    assert moods.plans(content, mentions(content), frozenset({"FR"})) is answer


@pytest.mark.parametrize(
    ("content", "answer"),
    [
        ("there may be up to 3,000 fighters", True),
        ("the front saw 57 attacks", True),
        ("up to 3,000 fighters killed", False),
        ("fighters came", False),
    ],
)
def test_counts_of_those_who_fight(content: str, answer: bool) -> None:
    assert moods.counts(content) is answer


def test_one_who_sits_in_an_assembly_rules_nothing() -> None:
    assert [moods.sits(who) for who in ("a senator", "Labour MP", "a former minister", "the minister")] == [
        True,
        True,
        True,
        False,
    ]
