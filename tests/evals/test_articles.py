"""Scoring whole articles: an invented report, its gold, and readings that are right, half right or missing."""

import json
from pathlib import Path
from typing import Any

import pytest

from evals import articles
from evals.articles import cases, exchange_rows, score
from evals.tally import scores, sliced
from sayso.model.problem import Problem

TEXT = (
    "Varnia says it took Karsk\n\n"
    "“Karsk is ours,” General Ilya Zorin told VNA on Tuesday. Two villages still hold out, residents said.\n"
    "The road to Belomir is closed.\n\n"
    "- Advertisement -\n"
)
GOLD = {
    "article": "0001",
    "published": {"earliest": "2031-03-10", "latest": "2031-03-16", "why": "Tuesday"},
    "furniture": ["- Advertisement -"],
    "statements": [
        {
            "id": "s1",
            "content": ["Karsk is ours"],
            "source": "General Ilya Zorin",
            "cue": "told",
            "voice": "direct",
            "origin": {"name": "General Ilya Zorin", "kind": "person", "side": "Varnia", "role": "General"},
            "chain": [{"name": "VNA", "relation": "told"}],
            "basis": "official",
            "certainty": "certain",
            "interest": "own",
            "places": ["Karsk"],
            "figures": [],
        },
        {
            "id": "s2",
            "content": ["Two villages still hold out"],
            "source": "residents",
            "cue": "said",
            "voice": "indirect",
            "origin": {"name": "residents", "kind": "group", "side": "unknown"},
            "basis": "witness",
            "certainty": "certain",
            "interest": "unknown",
            "figures": [{"text": "Two villages", "value": 2, "comparator": "=", "measure": "villages"}],
        },
        {
            "id": "s3",
            "content": ["The road to Belomir is closed."],
            "voice": "outlet",
            "origin": {"name": None, "kind": "outlet", "side": "unknown"},
            "basis": "unstated",
            "certainty": "certain",
            "interest": "unknown",
            "places": ["Belomir"],
        },
    ],
}


def at(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


def read(*, statements: Any = None) -> list[dict[str, Any]]:
    """The gold as a reading would give it."""
    rows = []
    for one in statements or GOLD["statements"]:
        spans = {part: [at(one[part])] if one.get(part) else [] for part in ("source", "cue")}
        rows.append({**one, **spans, "content": [at(words) for words in one["content"]], "type": "statement"})
        rows[-1]["document"] = "d"
    document = {"type": "document", "id": "d", "location": "pile/0001.txt", "text": TEXT}
    return [document | {"furniture": [at("- Advertisement -")], "published": GOLD["published"]}, *rows]


@pytest.fixture
def pile(tmp_path: Path) -> tuple[Path, Path]:
    gold, texts = tmp_path / "gold", tmp_path / "texts"
    gold.mkdir()
    texts.mkdir()
    (gold / "0001.json").write_text(json.dumps(GOLD), encoding="utf-8")
    (gold / "across.json").write_text('{"same": [{"id": "g1", "members": ["0001#s1", "0001#s2"]}]}', encoding="utf-8")
    (texts / "0001.txt").write_text(TEXT, encoding="utf-8")
    return gold, texts


def test_the_gold_read_back_scores_one_in_every_field(pile: tuple[Path, Path]) -> None:
    chosen, problems = cases(*pile)
    assert problems == []
    found = scores(score(chosen, exchange=read()).marks)
    assert {field: figure.f1 for field, figure in found.items()} == dict.fromkeys(found, 1.0)
    assert {"statement", "content", "source", "chain", "interest", "figures", "furniture", "published"} <= set(found)


def test_a_statement_missed_misses_every_field_it_labels(pile: tuple[Path, Path]) -> None:
    rows = [row for row in read() if row.get("id") != "s2"]
    found = scores(score(cases(*pile)[0], exchange=rows).marks)
    assert found["statement"].figures() == {"precision": 1.0, "recall": 0.667, "f1": 0.8}
    assert found["origin"].figures() == {"precision": 1.0, "recall": 0.5, "f1": 0.667}
    assert found["figures"].recall == 0.0


def test_figures_are_seen_by_kind_of_case(pile: tuple[Path, Path]) -> None:
    rows = [row if row.get("id") != "s2" else row | {"basis": "hearsay"} for row in read()]
    slices = sliced(score(cases(*pile)[0], exchange=rows).marks, "kind")
    assert {kind: fields["basis"].f1 for kind, fields in slices.items()} == {"group": 0.0, "outlet": 1.0, "person": 1.0}


def test_claims_are_scored_only_where_the_reading_has_any(pile: tuple[Path, Path]) -> None:
    across = pile[0] / "across.json"
    claim = {"type": "claim", "id": "c1", "statements": ["s1", "s2"]}
    assert "same claim" not in scores(score(cases(*pile)[0], across, read()).marks)
    assert scores(score(cases(*pile)[0], across, [*read(), claim]).marks)["same claim"].f1 == 1.0


def test_an_article_that_cannot_be_read_counts_as_read_with_nothing_in_it(
    pile: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    row = Problem("0001.txt", "no text in it", "not read", "Give one.")
    monkeypatch.setattr(articles, "rows_of", lambda path: row)
    scored = score(cases(*pile)[0])
    assert scored.problems == (row,)
    assert scores(scored.marks)["statement"].figures() == {"precision": 0.0, "recall": 0.0, "f1": 0.0}


def test_gold_without_article_or_form_is_a_row_and_the_rest_is_scored(pile: tuple[Path, Path]) -> None:
    gold, texts = pile
    (gold / "0002.json").write_text("{}", encoding="utf-8")
    (gold / "0003.json").write_text("not json", encoding="utf-8")
    (texts / "0003.txt").write_text("Tarn holds.", encoding="utf-8")
    (gold / "0004.json").write_text('{"article": "0004"}', encoding="utf-8")
    (texts / "0004.txt").write_text("Tarn holds.", encoding="utf-8")
    chosen, problems = cases(gold, texts)
    assert [(Path(p.where).name, p.what) for p in problems] == [("0002.json", "its article is missing")]
    scored = score(chosen, exchange=read())
    bad = {Path(p.where).name: p.what for p in scored.problems if p.effect == "gold left out"}
    assert set(bad) == {"0003.json", "0004.json"}
    assert bad["0004.json"] == "no 'statements' in it"
    assert scores(scored.marks)["statement"].f1 == 1.0


def test_a_folder_without_gold_is_a_row(tmp_path: Path) -> None:
    for folder, what in ((tmp_path, "no gold in it"), (tmp_path / "absent", "no such folder")):
        chosen, problems = cases(folder, tmp_path)
        assert (chosen, [p.what for p in problems]) == ([], [what])


def test_exchange_lines_that_are_none_are_rows(tmp_path: Path) -> None:
    path = tmp_path / "read.jsonl"
    path.write_text('{"type": "claim"}\n[]\n{\n\n', encoding="utf-8")
    rows, problems = exchange_rows(path)
    assert rows == [{"type": "claim"}]
    assert [p.where for p in problems] == [f"{path}:2", f"{path}:3"]
