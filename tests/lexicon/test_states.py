"""States by name."""

import pytest

from sayso.lexicon.states import is_state, state_of, states_of


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Iran", "IR"),
        ("Iran’s", "IR"),
        ("Iranian", "IR"),
        ("Tehran", "IR"),
        ("the Russians", "RU"),
        ("U.S.", "US"),
        ("Ostrel", None),
    ],
)
def test_the_state_that_a_word_stands_for(word: str, code: str | None) -> None:
    assert state_of(word) == code


def test_names_of_states_and_of_nothing_else() -> None:
    assert is_state("the United States")
    assert not is_state("Russian")
    assert states_of(["Russian", "envoy", "Kyiv"]) == {"RU", "UA"}
