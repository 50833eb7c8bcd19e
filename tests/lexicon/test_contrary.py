"""Contrary: the words by which two statements part."""

from sayso.lexicon.contrary import opposed, tells, terms
from sayso.lexicon.counting import phrases


def test_an_incursion_is_an_attack_across_a_border() -> None:
    assert terms("any such incursions") == {"attack", "border"}
    assert terms("had conducted military strikes inside Pakistan") == {"attack", "military", "border", "PK"}


def test_war_crimes_are_of_killing_and_of_civilians() -> None:
    assert terms("to have committed war crimes") >= terms("killing civilians")


def test_the_words_of_a_list() -> None:
    assert tells("denying", "Varnia denies the charge")
    assert not tells("denying", "Varnia claims the town")


def test_no_pair_tells_both_outcomes_by_one_word() -> None:
    for pair in opposed():
        assert not any(pair.right.fullmatch(word) for word in ("captured", "fled", "accident", "was killed"))


def test_the_longest_phrase_is_found_whole() -> None:
    found = phrases(("kill", "killed", "out of action"))
    assert [hit.group() for hit in found.finditer("Killed, kills, kill, out of action")] == [
        "Killed",
        "kill",
        "out of action",
    ]
