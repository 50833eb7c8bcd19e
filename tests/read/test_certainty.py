"""How sure the words are."""

import pytest

from sayso.model.statement import Certainty
from sayso.read.certainty import certainty


@pytest.mark.parametrize(
    ("content", "cue", "expected"),
    [
        ("the toll could rise further", "said", Certainty.POSSIBLE),
        ("troops may be leaving Tarn", "said", Certainty.POSSIBLE),
        ("the talks will resume in May", "said", Certainty.CERTAIN),
        ("the army could not hold the bridge", "said", Certainty.CERTAIN),
        ("Varnia is likely to attack soon", "said", Certainty.PROBABLE),
        ("forces were operating near 41 settlements", "estimate", Certainty.PROBABLE),
        ("her brother was killed", "reportedly", Certainty.CERTAIN),
        ("it is targeting civilians", "denied", Certainty.DENIED),
        ("the port is closed to ships that might carry arms", "said", Certainty.CERTAIN),
        ("If Tarn falls, the whole coast could be lost", "", Certainty.POSSIBLE),
        ("signals from Karsk suggest that the army may come back", "", Certainty.POSSIBLE),
        ("Those who stay in the town are likely to starve", "", Certainty.PROBABLE),
        ("it was unclear when the dam broke", "said", Certainty.CERTAIN),
        ("it was unclear whether the dam had broken", "said", Certainty.POSSIBLE),
        ("Ostrel hopes to rebuild the mill", "said", Certainty.CERTAIN),
        ("the captain to have fled", "was believed", Certainty.PROBABLE),
        ("Varnia denies shelling the mill", "", Certainty.DENIED),
        ("Nobody denies that the bridge is gone", "", Certainty.CERTAIN),
        ("It cannot be denied that the bridge is gone", "", Certainty.CERTAIN),
        ("the mill was hit", "refutes claims", Certainty.DENIED),
        ("the mill was hit", "did not deny", Certainty.CERTAIN),
    ],
)
def test_hedges_of_the_main_clause_and_of_the_cue(content: str, cue: str, expected: Certainty) -> None:
    assert certainty(content, cue, content) is expected
