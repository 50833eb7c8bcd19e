"""Scoring event types in both codebooks, with an encoder that says what a test has it say."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from evals.events import judge, load, types
from evals.judged import Judged
from evals.labels import PLOVER_18
from sayso.encoder.heads import EVENTS

DEMANDED = {"id": "p1", "event": "DEMAND", "eventText": "demanded", "text": "Varnia wrote home about the crew."}
CONDEMNED = {"id": "p2", "event": "DISAPPROVE", "text": "Ostrel thought of Tarn.", "mode": None}
FOUGHT = {"id": "p3", "event": "FIGHT", "text": "Both were at Karsk all night."}
STORY = {
    "id": "n1",
    "label": "ACCUSE",
    "mode": "INVESTIGATE",
    "title": "Varnia Turns To Port",
    "text": "Many in Tarn are at work.\n\nNobody was late.",
}


@dataclass
class Said:
    """An encoder that gives each paragraph read the same chances, and keeps what it was shown."""

    chances: Mapping[str, float]
    shown: list[list[str]] = field(default_factory=list)
    names: Sequence[Sequence[str]] = ()
    matter: Sequence[Sequence[str]] = ()

    def __call__(self, paragraphs: Sequence[Sequence[str]]) -> "Said":
        self.shown.append([" ".join(forms) for forms in paragraphs])
        return self

    def event(self, paragraph: int, first: int, last: int) -> Sequence[float]:
        assert (first, last) == (0, len(self.shown[-1][paragraph].split()) - 1)
        return [self.chances.get(name, 0.0) for name in EVENTS]

    def light(self, paragraph: int, first: int, last: int) -> Sequence[float]:
        raise AssertionError("not asked here")


def written(tmp_path: Path, *rows: Any) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text("".join((r if isinstance(r, str) else json.dumps(r)) + "\n" for r in rows), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("chances", "in_18", "in_16"),
    [
        ({"REQUEST": 0.6, "ACCUSE": 0.4}, "DEMAND", "REQUEST"),
        ({"ACCUSE": 0.3, "DISAPPROVE": 0.3, "REQUEST": 0.4}, "DISAPPROVE", "ACCUSE"),
        ({"INVESTIGATE": 0.5, "ACCUSE": 0.3, "DISAPPROVE": 0.1}, "INVESTIGATE", "ACCUSE"),
        ({"FIGHT": 0.3, "ASSAULT": 0.2, "COERCE": 0.4}, "COERCE", "ASSAULT"),
        ({"NONE": 0.9, "AID": 0.1}, "AID", "AID"),
    ],
)
def test_chances_of_classes_that_are_one_type_in_the_files_codebook_are_added(
    tmp_path: Path, chances: dict[str, float], in_18: str, in_16: str
) -> None:
    reports, problems = load(written(tmp_path, DEMANDED, STORY))
    assert problems == []
    assert [each.read for each in judge(reports, Said(chances))] == [in_18, in_16]


def test_what_the_words_say_outweighs_the_network(tmp_path: Path) -> None:
    fired = {"id": "p4", "event": "FIGHT", "text": "Ostrel's guns shelled Tarn again."}
    reports, _ = load(written(tmp_path, fired))
    near = Said({"ASSAULT": 0.5, "FIGHT": 0.2, "AID": 0.3})
    sure = Said({"AID": 0.999, "FIGHT": 0.001})
    assert [judge(reports, said)[0].read for said in (near, sure)] == ["FIGHT", "FIGHT"]


def test_a_record_is_read_whole_and_a_story_by_its_title_and_head(tmp_path: Path) -> None:
    reports, _ = load(written(tmp_path, DEMANDED, STORY))
    said = Said({"INVESTIGATE": 0.3, "NONE": 0.7})
    found = judge(reports, said)
    assert said.shown == [
        ["Varnia wrote home about the crew ."],
        [
            "Varnia Turns To Port",
            "Many in Tarn are at work . Nobody was late .",
        ],
    ]
    assert found == [
        Judged(
            "p1",
            "Varnia wrote home about the crew .",
            "DEMAND",
            "INVESTIGATE",
            {"act": "no act", "mode": "none given"},
        ),
        Judged(
            "n1",
            "Varnia Turns To Port | Many in Tarn are at work . Nobody was late .",
            "ACCUSE",
            "ACCUSE",
            {"act": "no act", "mode": "ACCUSE INVESTIGATE"},
        ),
    ]


def test_a_file_of_version_05_demands_all_of_its_18_types(tmp_path: Path) -> None:
    reports, _ = load(written(tmp_path, DEMANDED, CONDEMNED, FOUGHT))
    assert set(types(reports)) == set(PLOVER_18.values())
    assert [(each.gold, each.read) for each in judge(reports, Said({"ASSAULT": 1.0}))] == [
        ("DEMAND", "ASSAULT"),
        ("DISAPPROVE", "ASSAULT"),
        ("FIGHT", "ASSAULT"),
    ]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("[]", "no JSON object"),
        ({"text": "Karsk fell."}, "neither event nor label"),
        ({"event": "AID"}, "no 'text'"),
        ({"event": "AID", "text": ""}, "no text in it"),
        ({"event": "ACCUSE", "text": "Karsk fell."}, "type ACCUSE"),
        ({"event": ["AID"], "text": "Karsk fell."}, "type ['AID']"),
        ({"label": "FIGHT", "text": "Karsk fell."}, "type FIGHT"),
        ({"label": "AID", "text": "Karsk fell.", "title": 7}, "no text in it"),
    ],
)
def test_a_bad_line_is_a_row_and_the_rest_is_scored(tmp_path: Path, line: Any, what: str) -> None:
    path = written(tmp_path, DEMANDED, line, STORY)
    reports, problems = load(path)
    assert [report.where for report in reports] == ["p1", "n1"]
    assert [(p.where, p.effect) for p in problems] == [(f"{path}:2", "line left out")]
    assert what in problems[0].what
