"""Word lists as they are looked up in text."""

from sayso.lexicon.phrases import Phrases, forms, plural


def test_the_longest_phrase_wins_and_finds_keep_their_place() -> None:
    phrases = Phrases({"car": "car", "car bomb": "bomb"})
    assert phrases.find("A car bomb hit a car") == ((2, 10, "bomb"), (17, 20, "car"))


def test_points_and_possessives_are_looked_through_but_not_commas() -> None:
    phrases = Phrases({"U.S.": "US", "Sierra Leone": "SL"}, cased=True)
    assert [found.value for found in phrases.find("U.S. troops and Sierra Leone's army")] == ["US", "SL"]
    assert phrases.find("us; the Sierra, Leone said") == ()


def test_a_verb_is_found_in_all_its_forms() -> None:
    assert set(forms("pull out")) >= {"pull out", "pulls out", "pulled out", "pulling out"}
    assert set(forms("strike")) >= {"strike", "strikes", "struck", "striking"}
    assert set(forms("deny")) >= {"denies", "denied", "denying"}


def test_plurals_keep_the_head() -> None:
    assert [plural(noun) for noun in ("member of the military", "spokesman", "deputy", "witness")] == [
        "members of the military",
        "spokesmen",
        "deputies",
        "witnesses",
    ]
