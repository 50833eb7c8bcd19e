"""Scoring the light toward a target, with an encoder that says what a test has it say."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from evals.judged import Judged
from evals.sentiment import judge, load

TEXT = 'Brel praised the medics of Tarn: "They saved her," he said.'


def target(words: str, polarity: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "mention": words, "polarity": polarity}


ROW = {"id": "tarn-1", "text": TEXT, "targets": [target("medics of", "positive"), target("hey", "neutral")]}
ALONE = {"id": "tarn-2", "text": TEXT, "targets": [target("Brel", "negative")]}


@dataclass(frozen=True)
class Said:
    """An encoder's answer about lights, and no other."""

    lights: Callable[[int, int], Sequence[float]]
    names: Sequence[Sequence[str]] = ()
    matter: Sequence[Sequence[str]] = ()

    def light(self, paragraph: int, first: int, last: int) -> Sequence[float]:
        assert paragraph == 0
        return self.lights(first, last)

    def event(self, paragraph: int, first: int, last: int) -> Sequence[float]:
        raise AssertionError("not asked here")


def written(tmp_path: Path, *rows: Any) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text("".join((r if isinstance(r, str) else json.dumps(r)) + "\n" for r in rows), encoding="utf-8")
    return path


def test_a_target_is_the_words_that_its_characters_touch(tmp_path: Path) -> None:
    (sentence,), problems = load(written(tmp_path, ROW))
    assert problems == []
    assert [(" ".join(sentence.forms[t.first : t.last + 1]), t.polarity) for t in sentence.targets] == [
        ("medics of", "positive"),
        ("They", "neutral"),
    ]


def test_the_most_probable_light_is_judged_with_its_kinds_of_case(tmp_path: Path) -> None:
    sentences, _ = load(written(tmp_path, ROW, ALONE))
    said = Said(lambda first, last: (0.1, 0.2, 0.7) if last > first else (0.4, 0.3, 0.3))
    found = judge(sentences, lambda paragraphs: said)
    common = {"length": "shorter"}
    assert found == [
        Judged(
            "gold.jsonl:1",
            "Brel praised the [ medics of ] Tarn : “ They saved her , ” he said .",
            "positive",
            "positive",
            {"targets": "several", "mention": "other", "place": "outside", **common},
        ),
        Judged(
            "gold.jsonl:1",
            "Brel praised the medics of Tarn : “ [ They ] saved her , ” he said .",
            "neutral",
            "negative",
            {"targets": "several", "mention": "pronoun", "place": "in quotation marks", **common},
        ),
        Judged(
            "gold.jsonl:2",
            "[ Brel ] praised the medics of Tarn : “ They saved her , ” he said .",
            "negative",
            "negative",
            {"targets": "one", "mention": "name", "place": "outside", **common},
        ),
    ]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("null", "no JSON object"),
        ({"text": TEXT}, "no 'targets'"),
        ({"text": " ", "targets": []}, "no text in it"),
        (ROW | {"targets": [target("Brel", "glad")]}, "polarity glad"),
        (ROW | {"targets": [{"start": 5, "end": 500, "polarity": "neutral"}]}, "target 5-500 outside the text"),
        (ROW | {"targets": [{"start": 4, "end": 5, "polarity": "neutral"}]}, "no word at 4-5"),
        (ROW | {"targets": ["Brel"]}, "not of this form"),
        (ROW | {"targets": [{"start": "0", "end": 4, "polarity": "neutral"}]}, "not of this form"),
    ],
)
def test_a_bad_line_is_a_row_and_the_rest_is_scored(tmp_path: Path, line: Any, what: str) -> None:
    path = written(tmp_path, ROW, line, ALONE)
    sentences, problems = load(path)
    assert [sentence.where for sentence in sentences] == ["gold.jsonl:1", "gold.jsonl:3"]
    assert [(p.where, p.effect) for p in problems] == [(f"{path}:2", "line left out")]
    assert what in problems[0].what
