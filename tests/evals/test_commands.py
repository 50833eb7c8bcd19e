"""The commands as a user meets them: what is printed where, and the exit status."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from evals import __main__ as main
from evals import gate
from evals.gate import Set
from evals.tally import Score

LINE = {
    "id": "k",
    "tokens": ["Karsk", "fell", ",", "he", "said"],
    "labels": ["B-content", "I-content", "O", "B-source", "B-cue"],
}


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main.app, [str(argument) for argument in arguments])


@pytest.fixture
def gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    def tags(paragraphs: Any) -> list[list[str]]:
        return [["O", "B-content", "O", "B-source", "B-cue"] for _ in paragraphs]

    monkeypatch.setattr(gate, "polnear_tags", tags)
    path = tmp_path / "gold.jsonl"
    path.write_text(f"{json.dumps(LINE)}\nbroken\n", encoding="utf-8")
    return path


def test_json_is_one_object_and_nothing_else(gold: Path) -> None:
    done = run("attribution", gold, "--json")
    right, wrong = {"precision": 1.0, "recall": 1.0, "f1": 1.0}, {"precision": 0.0, "recall": 0.0, "f1": 0.0}
    assert done.exit_code == 0
    figures = json.loads(done.stdout)
    assert {role: figures[role] for role in ("source", "cue", "content")} == {
        "source": right,
        "cue": right,
        "content": wrong,
    }
    assert "gold.jsonl:2" in "".join(done.stderr.split())


def test_a_table_and_its_misses(gold: Path) -> None:
    done = run("attribution", gold, "--misses")
    assert done.exit_code == 0
    assert "gold ['Karsk fell']" in done.stdout
    assert "read ['fell']" in done.stdout


def test_exit_status_is_one_where_nothing_can_be_scored(tmp_path: Path) -> None:
    assert run("attribution", tmp_path / "absent").exit_code == 1
    assert run("articles", tmp_path, tmp_path).exit_code == 1


def test_the_gate_fails_below_a_floor_and_raises_only_what_rose(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "floors.json"
    file.write_text('{"demo": {"voice": 0.9, "chain": 0.4}, "elsewhere": {"voice": 0.5}}')
    monkeypatch.setattr(main, "FLOORS", file)
    measured = {"voice": Score(80, 100, 100), "chain": Score(66, 100, 100)}
    sets = [Set("demo", tmp_path, lambda: measured), Set("elsewhere", tmp_path / "absent", dict)]
    monkeypatch.setattr(gate, "sets", lambda: sets)
    done = run("gate", "--raise")
    assert done.exit_code == 1
    assert "fell: demo, voice: 0.800, floor 0.90" in done.stderr
    assert "elsewhere: not at hand" in done.stderr
    assert json.loads(file.read_text()) == {"demo": {"voice": 0.9, "chain": 0.66}, "elsewhere": {"voice": 0.5}}


def test_the_sets_of_the_gate_name_what_ships_and_what_is_shared() -> None:
    assert [each.name for each in gate.sets()] == [
        "demo",
        "seeds",
        "gold-train, held out",
        "our own annotations, read",
        "our own annotations, unread",
        "CofeNet, validation lines",
        "Universal NER, dev",
        "re3d, held out",
        "NewsMTSC, dev",
        "PLOVER half A, held out",
        "LGL, held out",
        "TR-News, held out",
        "TempEval-3, held out",
        "FA-KES, held out",
        "copies, every fourth",
        "rewrites and translations",
        "claims as read, demo",
        "claims as read, seeds",
        "claims as read, aleppo-buses",
        "roots of the gold's claims",
    ]
