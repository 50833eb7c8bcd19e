"""Decoding: the best legal sequence is found, a barred move never made, quotation marks are mended."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.encoder import cut
from sayso.encoder.decode import Crf, Scores, best_paths, bio, with_balanced_quotes
from sayso.encoder.heads import NAMES, TAGS, edged, plain

BARRED = -10_000.0


def may_follow(before: str, tag: str) -> bool:
    inside = tag[0] in "IE"
    return (before[0] in "BI") == inside and (not inside or before[1:] == tag[1:])


LEGAL = np.array([[may_follow(before, tag) for tag in TAGS] for before in TAGS])
LEGAL_START = np.array([tag[0] not in "IE" for tag in TAGS])


def brute(scores: Scores, move: Scores, start: Scores) -> float:
    """The best total of all sequences."""
    return max(total(path, scores, move, start) for path in product(range(len(start)), repeat=len(scores)))


def total(path: tuple[int, ...], scores: Scores, move: Scores, start: Scores) -> float:
    steps = sum(float(move[a, b]) for a, b in pairwise(path))
    return float(start[path[0]]) + sum(float(scores[i, tag]) for i, tag in enumerate(path)) + steps


@given(st.integers(0, 2**32 - 1), st.lists(st.integers(1, 5), min_size=1, max_size=4), st.integers(2, 4))
def test_the_best_path_is_the_best_of_all_paths(seed: int, lengths: list[int], tags: int) -> None:
    chance = np.random.default_rng(seed)
    scores = [chance.normal(size=(n, tags)).astype(np.float32) for n in lengths]
    move, start = (chance.normal(size=size).astype(np.float32) for size in ((tags, tags), tags))
    for path, row in zip(best_paths(scores, Crf(move, start)), scores, strict=True):
        assert len(path) == len(row)
        assert total(tuple(path), row, move, start) == pytest.approx(brute(row, move, start), abs=1e-4)


@given(st.integers(0, 2**32 - 1), st.lists(st.integers(1, 40), min_size=1, max_size=4))
def test_a_barred_move_is_never_made(seed: int, lengths: list[int]) -> None:
    chance = np.random.default_rng(seed)
    scores = [(chance.normal(size=(n, len(TAGS))) * 8).astype(np.float32) for n in lengths]
    move = np.where(LEGAL, 0, BARRED).astype(np.float32)
    start = np.where(LEGAL_START, 0, BARRED).astype(np.float32)
    for path in best_paths(scores, Crf(move, start)):
        assert LEGAL_START[path[0]]
        assert all(LEGAL[a, b] for a, b in pairwise(path))


def test_windows_of_all_lengths_are_decoded_together_as_alone() -> None:
    chance = np.random.default_rng(7)
    scores = [chance.normal(size=(n, len(TAGS))).astype(np.float32) for n in (1, 9, 4, 0, 2)]
    move, start = (chance.normal(size=size).astype(np.float32) for size in ((len(TAGS), len(TAGS)), len(TAGS)))
    together = best_paths(scores, Crf(move, start))
    assert together == [best_paths([row], Crf(move, start))[0] for row in scores]
    assert [len(path) for path in together] == [1, 9, 4, 0, 2]


def test_nothing_decodes_to_nothing() -> None:
    move, start = np.zeros((7, 7), np.float32), np.zeros(7, np.float32)
    assert best_paths([], Crf(move, start)) == []
    assert best_paths([np.zeros((0, 7), np.float32)] * 2, Crf(move, start)) == [[], []]


SHORT = {"O": "O", "B": "B-content", "I": "I-content", "S": "B-source", "Q": "B-cue"}


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("“We left,” he said.", "BIIIOSQO", "BIIIISQO"),
        ("“We left,” he said.", "OBIIISQO", "BIIIISQO"),
        ("“We left,” he said.", "BIIIISQO", "BIIIISQO"),
        ("“We left,” he said.", "OBIIOSQO", "OBIIOSQO"),
        ("He said “we left” and “stayed”.", "SQOBIOOOBOO", "SQOBIOOOBOO"),
        ("He said “we left” and “stayed”.", "SQOBIIOOBIO", "SQBIIIOBIIO"),
        ("He said “we left” and “stayed”.", "SQBIIIIIIOO", "SQBIIIIIIIO"),
        ("He said “we left”.", "SQBIIQO", "SQBIIQO"),
        ("We left”", "BIO", "BIO"),
        ("“", "B", "B"),
        ("", "", ""),
    ],
)
def test_a_content_takes_the_one_mark_that_it_lost(text: str, before: str, after: str) -> None:
    forms = [word.form for word in cut(text)]
    assert with_balanced_quotes(forms, [SHORT[t] for t in before]) == [SHORT[t] for t in after]


@given(st.lists(st.tuples(st.sampled_from(["“", "”", "a", ","]), st.integers(0, 6)), max_size=30))
def test_mending_keeps_sequences_legal_and_takes_nothing_away(words: list[tuple[str, int]]) -> None:
    forms, tags = [form for form, _ in words], [TAGS[tag] for _, tag in words]
    for i, tag in enumerate(tags):
        if tag[0] == "I" and (i == 0 or tags[i - 1][1:] != tag[1:]):
            tags[i] = "B" + tag[1:]
    mended = with_balanced_quotes(forms, tags)
    assert len(mended) == len(tags)
    assert all(b[0] != "I" or a[1:] == b[1:] for a, b in pairwise(["O", *mended]))
    assert all(new[1:] == old[1:] for old, new in zip(tags, mended, strict=True) if old != "O")


@given(st.lists(st.sampled_from(("O", "B-cue", "I-cue", "B-source", "I-source"))))
def test_tags_come_back_from_their_edges(tags: list[str]) -> None:
    for i, tag in enumerate(tags):
        if tag[0] == "I" and (i == 0 or tags[i - 1][1:] != tag[1:]):
            tags[i] = "B" + tag[1:]
    assert plain(edged(tags)) == tags


def test_a_name_that_seems_to_go_on_from_nothing_begins_where_it_stands() -> None:
    seen = np.zeros((3, len(NAMES)), np.float32)
    for word, tag in enumerate(("O", "I-PER", "I-PER")):
        seen[word, NAMES.index(tag)] = 5
    seen[1, NAMES.index("B-PER")] = 4
    (path,) = best_paths([seen], bio(NAMES))
    assert [NAMES[tag] for tag in path] == ["O", "B-PER", "I-PER"]
