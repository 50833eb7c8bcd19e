"""Scoring attribution by CofeNet's measure, on lines of both forms and on lines of none."""

import json
from pathlib import Path
from typing import Any

import pytest

from evals.attribution import Article, Tagged, load, marks, spans
from evals.tally import Score, scores

LINE = {
    "id": "karsk-1",
    "tokens": ["``", "Karsk", "has", "fallen", ",", "''", "the", "army", "said", "."],
    "labels": ["B-content", *["I-content"] * 5, "B-source", "I-source", "B-cue", "O"],
}
DOCUMENT = {
    "id": "tarn-1",
    "text": "“Tarn holds,” the mayor told VNA.\n\nShe added that the bridge, the only one, was gone.",
    "attributions": [
        {"id": "E1", "source": [[14, 23]], "cue": [[24, 28]], "content": [[0, 13]]},
        {"id": "E2", "source": [[35, 38]], "cue": [[39, 44]], "content": [[45, 60], [75, 85]]},
    ],
}


def written(tmp_path: Path, *rows: Any) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text("".join((r if isinstance(r, str) else json.dumps(r)) + "\n" for r in rows), encoding="utf-8")
    return path


def test_a_stray_inside_tag_opens_no_span() -> None:
    tags = ["I-cue", "B-source", "I-source", "I-cue", "O", "I-source", "B-cue", "B-cue"]
    assert spans(tags) == [("source", 1, 2), ("cue", 6, 6), ("cue", 7, 7)]


def test_token_lines_lose_their_treebank_escapes(tmp_path: Path) -> None:
    (article,), problems = load(written(tmp_path, LINE))
    assert problems == []
    assert article.paragraphs[0].forms == ("“", "Karsk", "has", "fallen", ",", "”", "the", "army", "said", ".")


def test_lines_of_one_id_are_one_article_unless_read_alone(tmp_path: Path) -> None:
    path = written(tmp_path, LINE, LINE, LINE | {"id": "karsk-2"}, LINE)
    assert [(a.id, len(a.paragraphs)) for a in load(path)[0]] == [("karsk-1", 2), ("karsk-2", 1), ("karsk-1", 1)]
    assert [len(a.paragraphs) for a in load(path, alone=True)[0]] == [1, 1, 1, 1]


def test_a_document_becomes_tags_and_a_split_content_two_spans(tmp_path: Path) -> None:
    (article,), problems = load(written(tmp_path, DOCUMENT))
    assert problems == []
    assert [[(role, " ".join(p.forms[a : b + 1])) for role, a, b in spans(p.tags)] for p in article.paragraphs] == [
        [("content", "“ Tarn holds , ”"), ("source", "the mayor"), ("cue", "told")],
        [
            ("source", "She"),
            ("cue", "added"),
            ("content", "that the bridge"),
            ("content", "was gone ."),
        ],
    ]


def test_exact_and_by_word() -> None:
    gold = Tagged(("the", "army", "said", "Karsk", "fell"), ("B-source", "I-source", "B-cue", "B-content", "I-content"))
    read = ["O", "B-source", "B-cue", "B-content", "I-content"]
    found = scores(marks([Article("a", (gold,))], lambda paragraphs: [read]))
    assert found == {
        "source": Score(0, 1, 1),
        "source.words": Score(1, 2, 1),
        "cue": Score(1, 1, 1),
        "cue.words": Score(1, 1, 1),
        "content": Score(1, 1, 1),
        "content.words": Score(2, 2, 2),
    }


def test_figures_are_zero_where_nothing_can_be_counted() -> None:
    found = scores([], always=("source",))
    assert found["source"].figures() == {"precision": 0.0, "recall": 0.0, "f1": 0.0}


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("{", "not of this form"),
        ("[1]", "no JSON object"),
        ({"id": "x"}, "neither tokens nor text"),
        ({"tokens": ["a"], "id": "x"}, "no 'labels'"),
        ({"tokens": ["a"], "labels": [], "id": "x"}, "1 tokens, 0 labels"),
        ({"tokens": ["a"], "labels": ["B-claim"], "id": "x"}, "label B-claim"),
        ({"tokens": [None], "labels": ["O"], "id": "x"}, "a token that is no word"),
        ('{"tokens": ["\\ud800"], "labels": ["O"], "id": "x"}', "surrogates not allowed"),
        (DOCUMENT | {"attributions": [{"source": [[0, 999]]}]}, "source 0-999 outside the text"),
        (DOCUMENT | {"text": 5}, "no text in it"),
    ],
)
def test_a_bad_line_is_a_row_and_the_rest_is_scored(tmp_path: Path, line: Any, what: str) -> None:
    path = written(tmp_path, LINE, line, DOCUMENT)
    articles, problems = load(path)
    assert [article.id for article in articles] == ["karsk-1", "tarn-1"]
    assert [(p.where, p.effect) for p in problems] == [(f"{path}:2", "line left out")]
    assert what in problems[0].what


def test_a_file_that_is_not_there_empty_or_binary_is_one_row(tmp_path: Path) -> None:
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00\x80")
    (tmp_path / "empty").write_text("\n")
    for path in (tmp_path / "absent", tmp_path, tmp_path / "binary", tmp_path / "empty"):
        articles, problems = load(path)
        assert (articles, [p.where for p in problems]) == ([], [str(path)])
