"""Scoring claims across a pile, on statements made by hand."""

from evals.across import filing
from evals.fit_same import f1, fit, pairs_of
from sayso.model.statement import Event
from tests.link.said import said

WORDS = "More than 40 people were killed when rockets struck the market in Belomir"
PILE = [
    said(WORDS, article="a", killed=40, event=Event.ASSAULT, places=("Belomir",)),
    said(WORDS, article="b", killed=40, event=Event.ASSAULT, places=("Belomir",)),
    said("Talks on grain will resume on Monday", article="b", at=900),
]
ACROSS = {"same": [{"id": "g1", "members": ["a#s1", "b#s1"]}, {"id": "g2", "members": ["b#s2", "c#s1"]}]}
MATCHED = {"a#s1": "a#0", "b#s1": "b#0", "b#s2": "b#900"}


def test_pairs_filed_together_are_found_and_an_unread_statement_is_missed() -> None:
    found = filing(PILE, ACROSS, MATCHED)
    same, conflict = found.marks
    assert (same.right, same.gold, same.read) == (1.0, 2.0, 1.0)
    assert (conflict.field, conflict.gold, conflict.read) == ("conflict", 0.0, 0.0)
    assert (found.missed, found.invented) == ((), ())


def test_a_fit_finds_what_the_gold_files_together() -> None:
    pairs = pairs_of(PILE, ACROSS, MATCHED)
    assert (pairs.true.sum(), pairs.lost) == (1.0, 1)
    names = ["words within", "meaning"]
    assert 0 <= f1(pairs, names, fit([pairs], names)) <= 1
