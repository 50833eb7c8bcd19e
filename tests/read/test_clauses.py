"""What is told of a word by the words beside it."""

import pytest

from sayso.read.clauses import (
    aside,
    clauses_of,
    denied,
    doubted,
    feared,
    going_on,
    is_noun,
    is_topic,
    only_thought_of,
    promised,
    reduced,
)


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


def test_a_second_auxiliary_ends_a_relative_clause_and_as_a_opens_none() -> None:
    man = clauses_of("A man who went to Tarn has been killed")
    assert not man.hung(man.keys.index("killed"))
    assert man.hung(man.keys.index("went"))
    fell = clauses_of("As a result the town fell")
    assert not fell.hung(fell.keys.index("fell"))


def test_what_is_only_thought_of() -> None:
    raid = clauses_of("A raid on the port would be folly").keys
    begun = clauses_of("A raid on the port has begun").keys
    assert only_thought_of(raid, raid.index("raid"))
    assert not only_thought_of(begun, begun.index("raid"))
    right = clauses_of("they won the right to march").keys
    assert doubted(right, right.index("march"))


def test_a_form_in_ing_that_begins_a_sentence_is_its_topic() -> None:
    assert is_topic(clauses_of("Shelling a town is a crime").keys, 0)
    assert not is_topic(clauses_of("Shelling Tarn, the guns fell back").keys, 0)


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


def test_a_preposition_that_only_counts_opens_no_phrase() -> None:
    counted = clauses_of("more than 30 raids, about 30 raids, dozens of raids, at least two raids, 14 of the dead")
    assert [key for key in counted.keys if key.endswith(".")] == ["than.", "about.", "of.", "at.", "of."]
    raids = clauses_of("More than a dozen raids were flown")
    assert not aside(raids, raids.keys.index("raids"))


def test_a_participle_that_only_says_which_one_is_meant() -> None:
    held = clauses_of("a town besieged by rebels was shelled by tanks")
    assert reduced(held.keys, held.keys.index("besieged"))
    assert not reduced(held.keys, held.keys.index("shelled"))


def test_what_is_feared_has_not_come_about_but_those_feared_dead_are() -> None:
    afraid = clauses_of("She feared that he would be held").keys
    dead = clauses_of("Five are feared killed").keys
    assert (feared(afraid, afraid.index("held")), feared(dead, dead.index("killed"))) == (True, False)
