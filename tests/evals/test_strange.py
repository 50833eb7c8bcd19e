"""Gold without the words of the texts: it comes back as it went in, notes aside, and quotes nothing that is kept."""

import json
from pathlib import Path

import pytest

from evals.strange import FOLDS, NEWS, golds, packed, texts, unpacked

DATA = Path(__file__).parents[3] / "shared" / "data"
TEXT = "The army of Ostrel said on Monday\nthat Karsk has fallen. Karsk lies on the Tarn."
GOLD = {
    "article": "cn-1",
    "furniture": [],
    "published": {"earliest": "2026-03-02", "why": "“on Monday”"},
    "statements": [
        {
            "id": "s1",
            "content": ["Karsk has fallen", {"text": "Karsk", "occurrence": 1}],
            "source": "The army of Ostrel",
            "cue": None,
            "origin": {"name": "army of Ostrel", "kind": "organization"},
            "places": [{"text": "Karsk", "occurrence": 0}],
            "time": {"text": "on Monday", "from": None},
            "figures": [{"text": "on Monday that Karsk", "value": 1}],
            "note": "Invented.",
        }
    ],
}


def test_gold_comes_back_as_it_went_in_but_for_the_notes() -> None:
    kept = packed(GOLD, TEXT)
    assert kept["statements"][0] == {
        "id": "s1",
        "content": [[39, 55], {"text": [39, 44], "occurrence": 1}],
        "source": [0, 18],
        "cue": None,
        "origin": {"name": "army of Ostrel", "kind": "organization"},
        "places": [{"text": [39, 44], "occurrence": 0}],
        "time": {"text": [24, 33], "from": None},
        "figures": [{"text": [24, 44], "value": 1}],
    }
    back = unpacked(kept, TEXT)
    assert back["published"] == {"earliest": "2026-03-02"}
    (statement,) = back["statements"]
    assert statement | {"figures": [], "note": ""} == GOLD["statements"][0] | {"figures": [], "note": ""}
    assert statement["figures"][0]["text"].split() == ["on", "Monday", "that", "Karsk"]


def test_a_quotation_that_the_text_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="not in the text: Tarn has fallen"):
        packed({"content": ["Tarn has fallen"]}, TEXT)


@pytest.mark.parametrize("fold", FOLDS)
@pytest.mark.skipif(not (DATA / NEWS).is_file(), reason="the shared data is not beside this checkout")
def test_every_annotated_article_is_at_hand_and_every_quotation_has_words(fold: str) -> None:
    known = texts(DATA)
    found = {path.stem: unpacked(json.loads(path.read_text("utf-8")), known[path.stem]) for path in golds(fold)}
    assert len(found) == {"read": 12, "unread": 9}[fold]
    for gold in found.values():
        assert all(statement["content"] and all(statement["content"]) for statement in gold["statements"])
