"""`python -m evals tolls`: pairs of kind and number, and what becomes of lines that are no records."""

import json
from pathlib import Path

from typer.testing import CliRunner

from evals.__main__ import app
from evals.tolls import errors, load, marks, total

ROWS = [
    {
        "id": "one",
        "title": "Strike on Tarn kills 18",
        "text": "At least 18 people died on Monday. Among the dead were three children.",
        "figures": {"civilians": 18, "non_civilians": 0, "women": 2, "children": 4},
    },
    {
        "id": "two",
        "title": "",
        "text": "Ten soldiers were killed near Karsk.",
        "figures": {"civilians": 0, "non_civilians": 10, "women": 0, "children": None},
    },
]


def _file(folder: Path, *more: str) -> Path:
    path = folder / "articles.jsonl"
    path.write_text("\n".join([*map(json.dumps, ROWS), *more]), encoding="utf-8")
    return path


def test_a_pair_is_right_where_kind_and_number_are_the_golds(tmp_path: Path) -> None:
    articles, problems = load(_file(tmp_path))
    found = marks(articles)
    assert problems == []
    assert [(mark.field, mark.right, mark.gold, mark.read, mark.where) for mark in found] == [
        ("civilians", 1, 1, 1, "one"),
        ("women", 0, 1, 0, "one"),
        ("children", 0, 1, 1, "one"),
        ("others", 1, 1, 1, "two"),
    ]
    score = total(found)
    assert (score.right, score.gold, score.read) == (2, 4, 3)
    assert errors(found)["children"] == {"another number": 1, "none read": 0, "none in gold": 0}


def test_json_has_f1_on_top(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["tolls", str(_file(tmp_path)), "--json"])
    printed = json.loads(done.stdout)
    assert (done.exit_code, printed["f1"], printed["by who"]["others"]["f1"]) == (0, 0.571, 1.0)


def test_lines_that_are_no_records_are_rows_of_problems(tmp_path: Path) -> None:
    articles, problems = load(
        _file(tmp_path, "{", '{"text": "Ten died."}', '{"text": "x", "figures": {"women": "two"}}')
    )
    assert len(articles) == len(ROWS)
    assert [problem.where.rpartition(":")[2] for problem in problems] == ["3", "4", "5"]
