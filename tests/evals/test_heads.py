"""The commands for names, light and events as a user meets them, with an encoder that always says the same."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from evals import __main__ as main
from evals import encoded, heads
from evals.tally import Score
from sayso.encoder.heads import EVENTS

LINE = {"id": "mail-1", "doc": "a", "tokens": ["Karsk", "wrote", "Brel"], "tags": ["B-LOC", "O", "B-PER"]}
LIGHT = {"id": "l", "text": "Brel lied.", "targets": [{"start": 0, "end": 4, "polarity": "negative"}]}
ACT = {"id": "e", "event": "DEMAND", "text": "Varnia demanded the crew back."}


class Same:
    """Places everywhere, a neutral light, and demands."""

    def __init__(self, paragraphs: Sequence[Sequence[str]]) -> None:
        self.names = [["B-LOC" for _ in forms] for forms in paragraphs]
        self.matter = self.names

    def light(self, paragraph: int, first: int, last: int) -> Sequence[float]:
        return (0.2, 0.5, 0.3)

    def event(self, paragraph: int, first: int, last: int) -> Sequence[float]:
        return [float(name == "REQUEST") for name in EVENTS]


@pytest.fixture(autouse=True)
def _same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoded, "read", Same)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main.app, [str(argument) for argument in arguments])


def written(folder: Path, name: str, *rows: Any) -> Path:
    path = folder / name
    path.write_text("".join((r if isinstance(r, str) else json.dumps(r)) + "\n" for r in rows), encoding="utf-8")
    return path


def test_entities_print_one_object_with_all_each_type_kinds_and_faults(tmp_path: Path) -> None:
    path = written(tmp_path, "names.jsonl", LINE, "broken")
    done = run("entities", path, "--json")
    figures = json.loads(done.stdout)
    assert done.exit_code == 0
    assert figures["all"] == {"precision": 0.333, "recall": 0.5, "f1": 0.4}
    assert list(figures) == ["all", "PER", "LOC", "by length", "by capitals", "by company", "by genre", "faults"]
    assert figures["faults"] == {"other type": 1, "other edges": 0, "missed": 0, "invented": 1}
    assert "names.jsonl:2" in "".join(done.stderr.split())
    assert heads.measured_entities(path) == {"all": Score(1, 2, 3), "PER": Score(0, 1, 0), "LOC": Score(1, 1, 3)}


def test_sentiment_takes_several_files_as_one_and_shows_each(tmp_path: Path) -> None:
    one, other = written(tmp_path, "one.jsonl", LIGHT), written(tmp_path, "other.jsonl", LIGHT, LIGHT)
    figures = json.loads(run("sentiment", one, other, "--json").stdout)
    assert (figures["macro_f1"], figures["accuracy"], figures["count"]) == (0.0, 0.0, 3)
    assert {name: those["count"] for name, those in figures["by file"].items()} == {str(one): 1, str(other): 2}
    assert "by file" not in json.loads(run("sentiment", one, "--json").stdout)
    assert heads.measured_sentiment([one, other]) == {"macro_f1": Score(0.0, 1.0, 1.0), "accuracy": Score(0, 3, 3)}


def test_events_are_scored_in_the_files_own_codebook(tmp_path: Path) -> None:
    path = written(tmp_path, "acts.jsonl", *[ACT] * 3, ACT | {"event": "AID"})
    assert json.loads(run("events", path, "--json").stdout)["accuracy"] == 0.75
    assert json.loads(run("events", path, "--json", "--every-fourth").stdout)["accuracy"] == 0.0
    assert heads.measured_events(path) == {"accuracy": Score(3, 4, 4)}


def test_misses_are_printed_with_their_words(tmp_path: Path) -> None:
    named = run("entities", written(tmp_path, "names.jsonl", LINE), "--misses")
    assert "gold nothing\n    read ['wrote', 'Brel']" in named.stdout
    assert (
        "neutral: 1\n  l.jsonl:1 [ Brel ] lied ."
        in run("sentiment", written(tmp_path, "l.jsonl", LIGHT), "--misses").stdout
    )
    assert (
        "AID read as DEMAND: 1\n  e Varnia demanded the crew back ."
        in run("events", written(tmp_path, "e.jsonl", ACT | {"event": "AID"}), "--misses").stdout
    )


@pytest.mark.parametrize("command", ["entities", "sentiment", "events"])
def test_exit_status_is_one_where_nothing_can_be_scored(tmp_path: Path, command: str) -> None:
    done = run(command, written(tmp_path, "empty.jsonl"))
    assert (done.exit_code, done.stdout) == (1, "")
