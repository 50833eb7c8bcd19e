"""Scoring entities on all four forms of gold, with an encoder that says what a test has it say."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from evals.attribution import spans
from evals.entities import Document, by_kind, compare, faults, load, marks
from evals.tally import Score, scores

UNER = {
    "id": "weblog-tarn-1",
    "doc": "tarn",
    "tokens": ['"', "Karsk", "held", ",", '"', "Adan", "Brel", "of", "VNA", "wrote", "."],
    "tags": ["O", "B-LOC", "O", "O", "O", "B-PER", "I-PER", "O", "B-ORG", "O", "O"],
}
WNUT = {
    "id": "7",
    "tokens": ["Brel", "at", "VNA", "watched", "Night", "Bridge"],
    "tags": ["B-person", "O", "B-corporation", "O", "B-creative-work", "I-creative-work"],
}
TEXT = "Colonel Adan Brel of the Ostrel army drove two T-72 tanks to Karsk on 3 May."


def entity(words: str, kind: str, **more: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words, "type": kind, **more}


RE3D = {
    "id": "re3d-1",
    "outlet": "Ostrel Wire",
    "text": TEXT,
    "entities": [
        entity("Ostrel", "Location"),
        entity("the Ostrel army", "Organisation"),
        entity("Colonel Adan Brel", "Person"),
        entity("T-72 tanks", "Vehicle"),
        entity("Karsk", "Location"),
        entity("3 May", "Temporal"),
        entity("two", "Frequency"),
    ],
}


@dataclass(frozen=True)
class Said:
    """An encoder's answer, the same for both heads."""

    names: Sequence[Sequence[str]]

    @property
    def matter(self) -> Sequence[Sequence[str]]:
        return self.names

    def light(self, paragraph: int, first: int, last: int) -> Sequence[float]:
        raise AssertionError("not asked here")

    event = light


def written(tmp_path: Path, *rows: Any) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text("".join((r if isinstance(r, str) else json.dumps(r)) + "\n" for r in rows), encoding="utf-8")
    return path


def named(document: Document) -> list[tuple[str, str]]:
    """Each entity of the gold as its type and words."""
    return [
        (kind, " ".join(words.forms[first : last + 1]))
        for words in document.paragraphs
        for kind, first, last in spans(words.tags)
    ]


def test_token_lines_keep_their_tokens_and_turn_their_straight_quotation_marks(tmp_path: Path) -> None:
    (document,), problems = load(written(tmp_path, UNER))
    assert problems == []
    assert document.paragraphs[0].forms == (
        *("“", "Karsk", "held", ",", "”"),
        *("Adan", "Brel", "of", "VNA", "wrote", "."),
    )
    assert named(document) == [("LOC", "Karsk"), ("PER", "Adan Brel"), ("ORG", "VNA")]


def test_neighbouring_lines_of_one_document_are_read_together_unless_alone(tmp_path: Path) -> None:
    path = written(tmp_path, UNER, UNER, UNER | {"doc": "karsk"}, WNUT, WNUT)
    assert [(d.id, d.genre, len(d.paragraphs)) for d in load(path)[0]] == [
        ("tarn", "weblog", 2),
        ("karsk", "weblog", 1),
        ("7", "any", 1),
        ("7", "any", 1),
    ]
    assert [len(d.paragraphs) for d in load(path, alone=True)[0]] == [1, 1, 1, 1, 1]


def test_labels_of_wnut_become_ours_and_works_are_left_out(tmp_path: Path) -> None:
    (document,), _ = load(written(tmp_path, WNUT))
    assert named(document) == [("PER", "Brel"), ("ORG", "VNA")]


def test_of_overlapping_military_matter_the_longest_counts_and_vehicles_are_platforms(tmp_path: Path) -> None:
    (document,), problems = load(written(tmp_path, RE3D))
    assert problems == []
    assert (document.head, document.genre) == ("matter", "Ostrel Wire")
    assert named(document) == [
        ("Person", "Colonel Adan Brel"),
        ("Organisation", "the Ostrel army"),
        ("MilitaryPlatform", "T-72 tanks"),
        ("Location", "Karsk"),
        ("Temporal", "3 May"),
    ]


def test_a_gum_document_is_read_for_the_names_within_its_phrases(tmp_path: Path) -> None:
    phrases = [entity("Colonel Adan Brel of the Ostrel army", "person"), entity("the Ostrel army", "organization")]
    more = [entity("Karsk", "place", wiki="Karsk"), entity("two T-72 tanks", "object")]
    row = {"id": "g", "genre": "news", "text": TEXT, "sentences": [[0, len(TEXT)]], "entities": [*phrases, *more]}
    (document,), problems = load(written(tmp_path, row))
    assert problems == []
    assert (document.head, document.genre) == ("names", "news")
    assert named(document) == [("PER", "Adan Brel"), ("LOC", "Karsk")]


def test_all_is_made_of_the_military_types_and_the_others_stand_apart(tmp_path: Path) -> None:
    documents, _ = load(written(tmp_path, RE3D))
    ((words,),) = (document.paragraphs for document in documents)
    read = ["O"] * len(words.forms)
    for first, kind in ((0, "Person"), (words.forms.index("Karsk"), "Location"), (words.forms.index("3"), "Temporal")):
        read[first] = f"B-{kind}"
    found = scores(marks(compare(documents, lambda paragraphs: Said([read]))))
    assert found == {
        "all": Score(1, 4, 2),
        "Person": Score(0, 1, 1),
        "Organisation": Score(0, 1, 0),
        "Location": Score(1, 1, 1),
        "MilitaryPlatform": Score(0, 1, 0),
        "Temporal": Score(0, 1, 1),
    }


def test_faults_and_figures_by_kind_of_name(tmp_path: Path) -> None:
    documents, _ = load(written(tmp_path, UNER))
    read = ["B-PER", "B-ORG", "O", "O", "O", "B-PER", "O", "O", "B-ORG", "O", "O"]
    compared = compare(documents, lambda paragraphs: Said([read]))
    assert faults(compared) == {"other type": 1, "other edges": 1, "missed": 0, "invented": 1}
    assert by_kind(compared)["length"] == {"one word": Score(1, 2, 4), "two words": Score(0, 1, 0)}
    assert by_kind(compared)["capitals"] == {
        "none": Score(0, 0, 1),
        "some": Score(0, 2, 2),
        "throughout": Score(1, 1, 1),
    }
    assert by_kind(compared)["genre"] == {"weblog": Score(1, 3, 4)}


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("{", "not of this form"),
        ("[1]", "no JSON object"),
        ({"id": "x"}, "neither tags nor entities"),
        ({"id": "x", "tags": ["O"]}, "no 'tokens'"),
        ({"tokens": ["a"], "tags": [], "id": "x"}, "1 tokens, 0 tags"),
        ({"tokens": ["a"], "tags": ["B-ship"], "id": "x"}, "tag B-ship"),
        ({"tokens": ["a"], "tags": ["X-PER"], "id": "x"}, "tag X-PER"),
        ({"tokens": [" "], "tags": ["O"], "id": "x"}, "a token that is no word"),
        ('{"tokens": ["\\ud800"], "tags": ["O"], "id": "x"}', "surrogates not allowed"),
        (RE3D | {"text": 5}, "no text in it"),
        (RE3D | {"entities": [{"start": 0, "end": 999, "type": "Person"}]}, "Person 0-999 outside the text"),
        (RE3D | {"entities": [{"start": 0, "end": 5, "type": "Ship"}]}, "type Ship"),
        (RE3D | {"genre": "news"}, "no 'sentences'"),
    ],
)
def test_a_bad_line_is_a_row_and_the_rest_is_scored(tmp_path: Path, line: Any, what: str) -> None:
    path = written(tmp_path, UNER, line, RE3D)
    documents, problems = load(path)
    assert [document.id for document in documents] == ["tarn", "re3d-1"]
    assert [(p.where, p.effect) for p in problems] == [(f"{path}:2", "line left out")]
    assert what in problems[0].what
