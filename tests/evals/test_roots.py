"""Scores of roots: pairs that share one, groups that are wholly right, and who each root is."""

from evals.roots import KIND, NAME, PAIRS, SIDE, WHOLE, Group, group_marks
from evals.tally import scores
from sayso.model.claim import Root
from sayso.model.statement import Interest, OriginKind

ORIGINS = (
    {"name": "Ministry of Defence", "kind": "organization", "side": "Varnia", "statements": ["a#s1", "b#s1", "c#s1"]},
    {"name": None, "kind": "outlet", "side": "unknown", "statements": ["d#s1"]},
)


def read(name: str | None, *statements: str, side: str = "Varnia", own_voice: bool = False) -> Root:
    kind = OriginKind.OUTLET if own_voice else OriginKind.ORGANIZATION
    return Root(name, kind, side, Interest.UNKNOWN, statements, own_voice=own_voice)


def f1(*found: Root) -> dict[str, float]:
    marks = group_marks(Group("g1", (), ORIGINS), found)
    return {field: round(score.f1, 3) for field, score in scores(marks).items()}


def test_roots_that_are_wholly_right() -> None:
    every = f1(read("Defence Ministry", "a#s1", "b#s1", "c#s1"), read("D", "d#s1", side="unknown", own_voice=True))
    assert every == {PAIRS: 1.0, WHOLE: 1.0, NAME: 1.0, KIND: 1.0, SIDE: 1.0}


def test_a_root_torn_in_two_and_one_put_to_the_wrong_side() -> None:
    assert f1(
        read("Ministry", "a#s1", "b#s1", side="Ostrel"),
        read("VNA", "c#s1"),
        read("D", "d#s1", side="unknown", own_voice=True),
    ) == {PAIRS: 0.5, WHOLE: 0.0, NAME: 0.667, KIND: 0.8, SIDE: 0.4}
