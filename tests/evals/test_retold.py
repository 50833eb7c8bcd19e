"""Scoring rewrites and translations."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from evals.__main__ import app
from evals.retold import pile_marks, stories, story_marks, totals

STORY = """
- story: well
  original: |
    Varnian soldiers closed the well of Karsk on Monday, the mayor, Irena Soltan, said. She counted 340 people without
    water.
  original, part: |
    Irena Soltan says 340 people have no water since Varnian soldiers shut Karsk's well on Monday.
  report: |
    Rain fell on Tarn for the ninth day, and the Ilva rose by 40 centimetres.
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "stories.yaml"
    found.write_text(STORY, encoding="utf-8")
    return found


def test_two_wordings_of_one_text_are_wanted_and_a_report_is_not(path: Path) -> None:
    marks = story_marks(stories(path))
    assert [(mark.field, mark.where, mark.gold, mark.read) for mark in marks] == [
        ("rewrites", "well: original and original, part", 1, 0)
    ]
    assert totals(marks)["retold"].recall == 0


def test_held_stories_are_apart(path: Path) -> None:
    assert [name for name, _ in stories(path, held=True)] == []
    assert [name for name, _ in stories(path, held=False)] == ["well"]


def test_a_pile_of_one_topic_has_no_marks_where_nothing_is_found(tmp_path: Path) -> None:
    for name, text in (("a.txt", "Rain fell on Tarn for days."), ("b.txt", "Rain fell on Karsk for weeks.")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert pile_marks([tmp_path]) == []


def test_the_stories_that_no_rule_was_made_on_are_found(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["retold", "--held", "--json"])
    assert result.exit_code == 0
    assert json.loads(result.stdout)["retold"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
