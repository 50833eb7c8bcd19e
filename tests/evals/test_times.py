"""Scoring time expressions by TempEval-3's measure."""

import json
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from evals.__main__ import app
from evals.times import by_kind, headline, load, pairs
from sayso.read.timex import Timex

TEXT = "Karsk fell on Monday. It had held for three weeks."
DOCUMENT = {
    "id": "karsk-1", "dct": "2013-03-22T10:00", "text": TEXT,
    "timex": [
        {"start": 14, "end": 20, "text": "Monday", "type": "DATE", "value": "2013-03-18"},
        {"start": 38, "end": 49, "text": "three weeks", "type": "DURATION", "value": "P3W"},
    ],
}  # fmt: skip


def written(tmp_path: Path, *rows: Any) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text("".join((r if isinstance(r, str) else json.dumps(r)) + "\n" for r in rows), encoding="utf-8")
    return path


def test_a_span_that_overlaps_is_met_and_its_value_counts(tmp_path: Path) -> None:
    articles, problems = load(written(tmp_path, DOCUMENT))
    assert problems == []
    read = (Timex((11, 20), "DATE", "2013-03-18", "weekday"), Timex((0, 5), "DATE", "2013", "year"))
    paired = pairs(articles, lambda text, day: read)
    assert headline(paired) == {"value_f1": 0.5, "relaxed_f1": 0.5, "strict_f1": 0.0, "type_accuracy": 1.0}
    kinds = {kind: (score.right, score.gold, score.read) for kind, score in by_kind(paired)["kind"].items()}
    assert kinds == {"day": (1, 1, 1), "duration": (0, 1, 0), "year": (0, 0, 1)}


def test_json_has_the_headline_and_bad_lines_are_rows(tmp_path: Path) -> None:
    gone = {**DOCUMENT, "timex": [{"start": 40, "end": 400, "type": "DATE", "value": "2013"}]}
    done = CliRunner().invoke(app, ["times", str(written(tmp_path, DOCUMENT, "broken", gone)), "--json"])
    assert done.exit_code == 0
    assert json.loads(done.stdout)["value_f1"] == 1.0
    assert "gold.jsonl:2" in "".join(done.stderr.split())
    assert "gold.jsonl:3" in "".join(done.stderr.split())
    assert CliRunner().invoke(app, ["times", str(tmp_path / "absent")]).exit_code == 1
