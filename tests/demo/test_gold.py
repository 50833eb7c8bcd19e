"""The demo pile and its gold: every string can be found again, every value is legal, and every kind is shown once."""

import importlib.util
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import trafilatura

from sayso.model.statement import Basis, Certainty, Comparator, Event, Interest, OriginKind, Polarity, Relation, Voice

ROOT = Path(__file__).parents[2]
PILE, GOLD = ROOT / "demo" / "pile", ROOT / "demo" / "gold"
TEXTS = GOLD / "texts"
SCORER = ROOT.parent / "shared" / "tools" / "score.py"
ARTICLES = sorted(path.stem for path in GOLD.glob("*.json") if path.stem != "across")
WORD = re.compile(r"\w+")
Gold = dict[str, Any]


def read(stem: str) -> tuple[Gold, str]:
    """The gold of an article and the text that it quotes: the file itself, or the main text of a saved page."""
    plain = PILE / f"{stem}.txt"
    text = (plain if plain.is_file() else TEXTS / f"{stem}.txt").read_text(encoding="utf-8")
    return json.loads((GOLD / f"{stem}.json").read_text(encoding="utf-8")), text


def span(quote: Any, text: str) -> tuple[int, int]:
    """Where a quoted string stands; raises ValueError where it does not, or twice with none picked."""
    words, nth = (quote["text"], quote.get("occurrence")) if isinstance(quote, dict) else (quote, None)
    if nth is None and text.count(words) > 1:
        raise ValueError(f"{words!r} stands more than once")
    at = -1
    for _ in range((nth or 0) + 1):
        at = text.index(words, at + 1)
    return at, at + len(words)


def quotes(statement: Gold) -> Iterator[Any]:
    yield from statement["content"]
    yield from (statement[key] for key in ("source", "cue") if statement[key])
    yield from statement["places"]
    if statement["time"]:
        yield {k: v for k, v in statement["time"].items() if k in ("text", "occurrence")}


@pytest.fixture(scope="module")
def pile() -> dict[str, tuple[Gold, str]]:
    return {stem: read(stem) for stem in ARTICLES}


@pytest.fixture(scope="module")
def statements(pile: dict[str, tuple[Gold, str]]) -> dict[str, Gold]:
    return {f"{stem}#{row['id']}": row for stem, (gold, _) in pile.items() for row in gold["statements"]}


@pytest.fixture(scope="module")
def across() -> Gold:
    loaded: Gold = json.loads((GOLD / "across.json").read_text(encoding="utf-8"))
    return loaded


def test_every_article_of_the_pile_has_gold() -> None:
    assert sorted(path.stem for path in PILE.iterdir()) == ARTICLES


@pytest.mark.parametrize("stem", ARTICLES)
def test_every_quoted_string_stands_in_the_article(stem: str) -> None:
    gold, text = read(stem)
    assert gold["article"] == stem
    for quote in [*gold["furniture"], *({k: v for k, v in row.items() if k != "reason"} for row in gold["skipped"])]:
        span(quote, text)
    for statement in gold["statements"]:
        for quote in quotes(statement):
            start, end = span(quote, text)
            assert not (start and text[start - 1].isalnum() and text[start].isalnum()), quote
            assert not (end < len(text) and text[end - 1].isalnum() and text[end].isalnum()), quote
        content = " ".join(text[slice(*span(part, text))] for part in statement["content"])
        for figure in statement["figures"]:
            assert figure["text"] in content


@pytest.mark.parametrize("stem", ARTICLES)
def test_every_value_is_legal(stem: str) -> None:
    gold, _ = read(stem)
    ids = [statement["id"] for statement in gold["statements"]]
    assert len(ids) == len(set(ids))
    for row in gold["statements"]:
        Voice(row["voice"]), Basis(row["basis"]), Certainty(row["certainty"]), Interest(row["interest"])
        OriginKind(row["origin"]["kind"])
        assert (row["voice"] == "outlet") == (row["source"] is row["cue"] is None and row["origin"]["name"] is None)
        assert row["origin"]["side"]
        assert row["event"] is None or Event(row["event"])
        for hop in row["chain"]:
            assert hop["name"]
            Relation(hop["relation"])
        if row["interest"] in ("own", "against"):
            assert row["origin"]["side"] not in ("none", "unknown")
        if row["attitude"]:
            Polarity(row["attitude"]["polarity"])
        if row["time"]:
            first, last = (row["time"][k] and date.fromisoformat(row["time"][k]) for k in ("from", "to"))
            assert not (first and last) or first <= last
        for figure in row["figures"]:
            Comparator(figure["comparator"])
            assert isinstance(figure["value"], int | float)
    published = gold["published"]
    assert not published["earliest"] or published["earliest"] <= published["latest"]


@pytest.mark.parametrize("stem", [path.stem for path in sorted(PILE.glob("*.html"))])
def test_a_saved_page_extracts_to_the_text_that_its_gold_quotes(stem: str) -> None:
    page = (PILE / f"{stem}.html").read_text(encoding="utf-8")
    extracted = trafilatura.extract(page, include_comments=False) or ""
    assert WORD.findall(extracted) == WORD.findall((TEXTS / f"{stem}.txt").read_text(encoding="utf-8"))
    assert "<script" in page
    assert "<nav" in page or 'id="menu"' in page


def test_across_names_only_statements_that_exist(across: Gold, statements: dict[str, Gold]) -> None:
    members = [member for group in across["same"] for member in group["members"]]
    assert len(members) == len(set(members))
    assert set(members) <= set(statements)
    assert {row[k] for row in across["conflicts"] for k in ("a", "b")} <= set(statements)
    for group, roots in zip(across["same"], across["roots"], strict=True):
        assert roots["same"] == group["id"]
        assert sorted(m for origin in roots["origins"] for m in origin["statements"]) == sorted(group["members"])


def test_one_ministry_is_one_root_of_at_least_five_outlets(across: Gold, pile: dict[str, tuple[Gold, str]]) -> None:
    echoed = next(group for group in across["same"] if group["about"].startswith("Varnian forces hold 31"))
    roots = next(row for row in across["roots"] if row["same"] == echoed["id"])
    assert len({pile[member.split("#")[0]][0]["outlet"] for member in echoed["members"]}) >= 5
    assert len(roots["origins"]) == 1


def test_the_pile_shows_every_kind_of_every_field(statements: dict[str, Gold]) -> None:
    rows = statements.values()
    assert {row["voice"] for row in rows} == set(Voice)
    assert {row["basis"] for row in rows} == set(Basis)
    assert {row["certainty"] for row in rows} == set(Certainty)
    assert {row["interest"] for row in rows} == set(Interest)
    assert {row["origin"]["kind"] for row in rows} == set(OriginKind)
    assert {hop["relation"] for row in rows for hop in row["chain"]} == set(Relation)
    assert {row["attitude"]["polarity"] for row in rows if row["attitude"]} == set(Polarity)
    assert {figure["comparator"] for row in rows for figure in row["figures"]} == set(Comparator)
    sides = {row["origin"]["side"] for row in rows}
    assert {"Varnia", "Ostrel", "Lethia", "Sorre Liberation Front", "none", "unknown"} <= sides


def test_the_pile_shows_every_hard_case(statements: dict[str, Gold], across: Gold) -> None:
    rows = list(statements.values())
    chains = {len(row["chain"]) for row in rows}
    assert {0, 1, 4} <= chains
    assert {row["kind"] for row in across["conflicts"]} == {"figure", "denial", "account"}
    assert any(row["interest"] == "against" and row["basis"] == "official" for row in rows), "an admission"
    assert any(len(row["content"]) > 1 for row in rows), "content interrupted by its source"
    assert any(row["voice"] == "direct" and not row["source"] for row in rows), "a quotation that runs on"
    assert any(row["origin"]["kind"] == "unstated" and row["cue"] == "Reports emerged" for row in rows)
    units = {figure["unit"] for row in rows for figure in row["figures"]}
    assert {"square kilometres", "square miles"} <= units
    shared = Counter((key.split("#")[0], str(row["content"]), str(row["cue"])) for key, row in statements.items())
    assert max(shared.values()) == 2, "two sources of one sentence"


def test_the_loop_of_two_outlets_has_no_named_origin(statements: dict[str, Gold], across: Gold) -> None:
    here, there = statements["14-frontier-post-bridge#s1"], statements["15-karsk-lens-bridge#s1"]
    assert (here["origin"]["name"], there["origin"]["name"]) == ("Karsk Lens", "Frontier Post")
    group = next(row for row in across["same"] if "14-frontier-post-bridge#s1" in row["members"])
    roots = next(row for row in across["roots"] if row["same"] == group["id"])
    assert [(origin["name"], origin["kind"]) for origin in roots["origins"]] == [(None, "unstated")]


def test_a_page_date_is_contradicted_by_its_text(pile: dict[str, tuple[Gold, str]]) -> None:
    false = [stem for stem, (gold, _) in pile.items() if (gold["page_date"] or "") > gold["published"]["latest"]]
    assert false == ["13-wives-on-the-ilva"]


def test_the_article_in_another_language_expects_no_statements(pile: dict[str, tuple[Gold, str]]) -> None:
    assert [stem for stem, (gold, _) in pile.items() if not gold["statements"]] == ["16-grenzbote-zadova"]


def exchange(pile: dict[str, tuple[Gold, str]], across: Gold) -> Iterator[Gold]:
    """The gold as the exchange lines that a perfect reader would write."""
    for stem, (gold, text) in pile.items():
        yield {"type": "document", "id": stem, "location": f"{stem}.txt", "text": text, "published": gold["published"],
               "furniture": [span(quote, text) for quote in gold["furniture"]]}  # fmt: skip
        for row in gold["statements"]:
            spans = {k: [span(quote, text)] if (quote := row[k]) else [] for k in ("source", "cue")}
            spans["content"] = [span(quote, text) for quote in row["content"]]
            places = [{"text": text[slice(*span(quote, text))]} for quote in row["places"]]
            own_id = {"id": f"{stem}#{row['id']}", "document": stem, "type": "statement"}
            yield {**row, **own_id, **spans, "places": places}
    for group in across["same"]:
        yield {"type": "claim", "id": group["id"], "statements": group["members"]}
    for number, conflict in enumerate(across["conflicts"]):
        yield {**conflict, "type": "conflict", "id": f"c{number}"}


@pytest.mark.skipif(not SCORER.is_file(), reason="the shared scorer is not beside this checkout")
def test_the_gold_scores_one_against_itself(
    pile: dict[str, tuple[Gold, str]], across: Gold, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec = importlib.util.spec_from_file_location("shared_scorer_demo", SCORER)
    assert spec
    assert spec.loader
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    for stem, (_, text) in pile.items():
        (tmp_path / f"{stem}.txt").write_text(text, encoding="utf-8")
    lines = tmp_path / "read.jsonl"
    lines.write_text("\n".join(json.dumps(row) for row in exchange(pile, across)), encoding="utf-8")
    scorer.main([str(GOLD), str(tmp_path), str(lines), "--json"])
    scores = json.loads(capsys.readouterr().out)
    assert {field: score for field, score in scores.items() if score != 1.0} == {}
    assert {"statement", "content", "chain", "same claim", "conflict", "furniture", "published"} <= set(scores)
