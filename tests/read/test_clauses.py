"""What is told of a word by the words beside it."""

import pytest

from sayso.read.clauses import aside, clauses_of, denied, doubted, going_on, is_noun, promised


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The attack began", True),
        ("Rebels attack Tarn", False),
        ("Repeated attacks on Tarn", True),
        ("Ostrel attacks Tarn", False),
        ("to attack Tarn", False),
        ("drone attacks on Tarn", True),
    ],
)
def test_noun_or_verb(text: str, noun: bool) -> None:
    clauses = clauses_of(text)
    at = next(at for at, key in enumerate(clauses.keys) if key.startswith("attack"))
    assert is_noun(clauses, at, often=True) is noun


def test_denied_promised_and_doubted_reach_no_further_than_the_comma() -> None:
    keys = clauses_of("If asked, Ostrel would not leave").keys
    at = keys.index("leave")
    assert (denied(keys, at), promised(keys, at), doubted(keys, at)) == (True, True, True)
    at = keys.index("ostrel")
    assert (denied(keys, at), promised(keys, at), doubted(keys, at)) == (False, False, False)


def test_a_word_hangs_on_the_joint_before_it() -> None:
    clauses = clauses_of("After it fell, Ostrel's men left while others stayed")
    assert [key for at, key in enumerate(clauses.keys) if clauses.hung(at)] == [
        "after",
        "it",
        "fell",
        "while",
        "others",
        "stayed",
    ]
    assert [clauses.forms[at] for at in range(len(clauses.keys)) if clauses.owns(at)] == ["Ostrel's"]


def test_a_noun_after_a_preposition_stands_aside() -> None:
    clauses = clauses_of("the hardest winter since the full-scale invasion")
    assert aside(clauses, clauses.keys.index("invasion"))
    assert not aside(clauses, clauses.keys.index("winter"))


def test_forms_in_ing() -> None:
    were, those = clauses_of("They were still fighting").keys, clauses_of("all those men fighting there").keys
    assert going_on(were, were.index("fighting"))
    assert not going_on(those, those.index("fighting"))


def test_the_month_of_march_is_no_march() -> None:
    assert clauses_of("In March a march set off").keys == ["in", "march.", "a", "march", "set", "off"]
