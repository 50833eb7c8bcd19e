"""Scoring copies, and the copies that are made to score them on."""

import json
import random
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from evals.__main__ import app
from evals.copied import HOW, cleaned, cut, made, reordered, reworded, sentences
from evals.reprints import articles, load, pile, pile_marks, silver_marks, totals
from tests.link.pages import OTHER, WIRE, paragraphs

TOPIC = OTHER.replace(paragraphs(OTHER)[1], "")
DOCS = [
    {"id": "wire", "text": WIRE},
    {"id": "reprint", "text": "\n\n".join(paragraphs(WIRE)[:4])},
    {"id": "radio", "text": TOPIC},
]
PAIRS = [
    {"a": "wire", "b": "reprint", "relation": "copy"},
    {"a": "wire", "b": "radio", "relation": "not a copy"},
    {"a": "radio", "b": "reprint", "relation": "substantial reuse"},
]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for name, rows in {
        "reuse-silver/docs.jsonl": DOCS, "reuse-silver/pairs.jsonl": PAIRS,
        "conflict-news/articles.jsonl": [DOCS[0], "no object"], "fa-kes/train.jsonl": [DOCS[2]],
    }.items():  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return tmp_path


def counts(found: Any) -> tuple[float, float, float]:
    return found.right, found.gold, found.read


def test_silver_counts_what_should_be_found_and_what_is(data: Path) -> None:
    docs, pairs, problems = load(data)
    assert problems == []
    found = totals(silver_marks(docs, pairs))
    assert {name: counts(score) for name, score in found.items()} == {
        "silver": (1, 2, 1), "silver: copy": (1, 1, 1), "silver: substantial reuse": (0, 1, 0),
    }  # fmt: skip


def test_a_pile_of_made_copies_is_found_whole(data: Path) -> None:
    sources, problems = articles(data)
    assert [problem.what for problem in problems] == ["not of this form (no JSON object)"]
    found = totals(pile_marks(sources, pile(sources)))
    assert counts(found["piles"]) == (5, 5, 5)


def test_json_has_the_headline_and_a_missing_folder_ends_with_its_problems(data: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["reprints", str(data), "--json"])
    assert done.exit_code == 0
    assert json.loads(done.stdout)["silver"] == {"precision": 1.0, "recall": 0.5, "f1": 0.667}
    assert CliRunner().invoke(app, ["reprints", str(tmp_path / "absent")]).exit_code == 1


def test_copies_are_made_alike_by_their_seed() -> None:
    source = cleaned("wire.txt", WIRE)
    assert source is not None
    for how in HOW:
        assert made(source, how, "a") == made(source, how, "a")
    assert made(source, "reordered", "a") != made(source, "reordered", "b")


def test_makings_do_what_they_say() -> None:
    rng = random.Random(4)
    assert sentences(cut(WIRE, rng)) == [piece for piece in sentences(WIRE) if piece in cut(WIRE, random.Random(4))]
    assert sorted(sentences(reordered(WIRE, rng))) == sorted(sentences(WIRE))
    before, after = Counter(WIRE.split()), Counter(reworded(WIRE, rng, 0.2).split())
    assert 0.15 <= (before - after).total() / before.total() <= 0.25
