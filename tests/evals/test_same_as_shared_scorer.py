"""Our scoring and the shared scorer give the same figures, on gold that was bent in many ways."""

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from evals.quotes import Quoted
from evals.statements import score_across, score_article
from evals.tally import scores

SHARED = Path(__file__).parents[3] / "shared"
SCORER = SHARED / "tools" / "score.py"
pytestmark = pytest.mark.skipif(not SCORER.is_file(), reason="the shared scorer is not beside this checkout")

BUNDLES = [(SHARED / "gold", SHARED / "seeds")] + [
    (bundle / "gold", bundle / "articles")
    for bundle in (sorted((SHARED / "gold-train").iterdir()) if (SHARED / "gold-train").is_dir() else [])
    if bundle.is_dir()
]


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("shared_scorer", SCORER)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def golds(gold_dir: Path, article_dir: Path) -> list[tuple[dict[str, Any], str]]:
    found = []
    for path in sorted(gold_dir.glob("*.json")):
        if path.name != "across.json":
            text = (article_dir / f"{path.stem}.txt").read_text(encoding="utf-8")
            found.append((json.loads(path.read_text(encoding="utf-8")), text))
    return found


def spans(value: Any, text: str, occurrence: int | None = None) -> list[list[int]]:
    """Where a gold value stands: any occurrence will do, for both scorers are given the same."""
    found = []
    for quote in value if isinstance(value, list) else [value] if value else []:
        words, nth = (quote["text"], quote.get("occurrence")) if isinstance(quote, dict) else (quote, occurrence)
        at = -1
        for _ in range((nth or 0) + 1):
            at = text.find(words, at + 1)
        if at >= 0:
            found.append([at, at + len(words)])
    return sorted(found)


def bent(
    gold: dict[str, Any], raw: str, chance: random.Random, text: str
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """A reading of the article by someone who nods: statements lost, invented, cut otherwise; fields swapped."""
    statements = gold["statements"]
    rows = []
    for n, one in enumerate(statements):
        if chance.random() < 0.12:
            continue
        other = chance.choice(statements)
        row = {key: (other if chance.random() < 0.15 else one).get(key) for key in one}
        row |= {part: spans(one.get(part), text) for part in ("source", "cue")}
        row["content"] = spans(one["content"], text, one.get("occurrence"))
        if chance.random() < 0.3 and row["content"]:
            start, end = row["content"][0]
            row["content"][0] = [start, max(start + 1, end - chance.choice((5, 20, 60)))]
        if chance.random() < 0.1:
            row["source"] = [[0, chance.randrange(1, 40)]]
        row["places"] = [{"text": p["text"] if isinstance(p, dict) else p} for p in row.get("places") or []]
        rows.append(row | {"type": "statement", "id": f"r{n}", "document": "d"})
    if chance.random() < 0.5:
        at = chance.randrange(max(1, len(text) - 80))
        rows.append(rows[0] | {"id": "invented", "content": [[at, at + 80]]})
    document = {
        "type": "document",
        "id": "d",
        "text": text,
        "furniture": [s for value in gold.get("furniture") or [] if chance.random() < 0.8 for s in spans(value, text)],
        "published": chance.choice(
            [
                gold.get("published"),
                None,
                {"earliest": "2024-01-01", "latest": "2024-03-01"},
                {"earliest": "2024-01-01"},
            ]
        ),
    }
    return document, rows


def theirs(scorer: ModuleType, tally: Any) -> dict[str, float]:
    return {field: round(f1, 3) for field in tally.gold if (f1 := tally.f1(field)) is not None}


def own(marks: list[Any]) -> dict[str, float]:
    return {field: round(score.f1, 3) for field, score in scores(marks).items()}


@pytest.mark.parametrize("folders", BUNDLES, ids=lambda folders: folders[0].parent.name)
@pytest.mark.parametrize("seed", [1, 2])
def test_bent_readings_score_the_same(scorer: ModuleType, folders: tuple[Path, Path], seed: int) -> None:
    chance = random.Random(seed)
    for gold, raw in golds(*folders):
        text = chance.choice([raw, raw.replace("\n\n", "\n"), raw.replace("’", "'").strip()])
        document, rows = bent(gold, raw, chance, text)
        tally = scorer.Tally()
        their_pairs = scorer.score_article(tally, gold | {"_raw": scorer.Raw(raw)}, document, rows)
        marks, pairs = score_article(gold, raw, document, rows)
        assert (own(marks), pairs) == (theirs(scorer, tally), their_pairs), gold["article"]


@pytest.mark.parametrize("folders", BUNDLES, ids=lambda folders: folders[0].parent.name)
def test_claims_and_conflicts_score_the_same(scorer: ModuleType, folders: tuple[Path, Path]) -> None:
    across = json.loads((folders[0] / "across.json").read_text(encoding="utf-8"))
    chance = random.Random(3)
    to_read = {
        f"{gold['article']}#{one['id']}": f"{gold['article']}/{one['id']}"
        for gold, _ in golds(*folders)
        for one in gold["statements"]
        if chance.random() < 0.9
    }
    reads = list(to_read.values())
    claims = [
        {
            "id": group["id"],
            "statements": [to_read[m] for m in group["members"] if m in to_read] + chance.sample(reads, 1),
        }
        for group in across["same"]
    ]
    conflicts = [
        {end: to_read.get(row[end], chance.choice(reads)) for end in ("a", "b")} for row in across.get("conflicts", [])
    ] + [{"a": reads[0], "b": reads[1]}]
    tally = scorer.Tally()
    scorer.score_across(tally, across, to_read, claims, conflicts)
    assert own(score_across(across, to_read, claims, conflicts)) == theirs(scorer, tally)


def test_the_gold_read_back_is_all_right(scorer: ModuleType) -> None:
    gold, raw = golds(*BUNDLES[0])[0]
    steady = random.Random()
    steady.random = lambda: 0.99  # type: ignore[method-assign]
    document, rows = bent(gold, raw, steady, raw)
    marks, _ = score_article(gold, raw, document, rows)
    assert {field: score.f1 for field, score in scores(marks).items() if field not in ("published", "furniture")} == {
        field: 1.0 for field in own(marks) if field not in ("published", "furniture")
    }


def test_words_are_found_where_the_shared_scorer_finds_them(scorer: ModuleType) -> None:
    text = "The ministry said the ministry head had told The Ministry. The ministry’s head said so."
    theirs_, ours = scorer.Raw(text), Quoted(text)
    for quote in ("the ministry", "The ministry", "ministry head", "said", "—", "", "absent"):
        for occurrence in (None, 0, 1, 5):
            for near in (None, 0, 4, 9):
                assert ours.find(quote, occurrence, near) == theirs_.find(quote, occurrence, near)
