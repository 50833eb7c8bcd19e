"""Reading a pile of articles with sayso and scoring them against a folder of gold.

`GOLD_DIR/0007.json` is the gold of `ARTICLE_DIR/0007.txt` (or `.html`), `GOLD_DIR/across.json` that
across them. What the gold of a web page quotes is `GOLD_DIR/texts/0007.txt`, its main text. An
article that sayso cannot read counts as read with nothing in it.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.lines import records
from evals.quotes import Row
from evals.reader import rows_of
from evals.statements import score_across, score_article
from evals.tally import Mark
from sayso.model.problem import Problem

ACROSS = "across.json"
SUFFIXES = (".txt", ".html", ".htm")
_BROKEN = (ValueError, KeyError, TypeError, AttributeError, IndexError)


@dataclass(frozen=True, slots=True)
class Case:
    """One article and its gold."""

    gold: Path
    article: Path


@dataclass(frozen=True, slots=True)
class Scored:
    """Marks, and what could not be scored."""

    marks: tuple[Mark, ...]
    problems: tuple[Problem, ...]


def cases(gold_dir: Path, article_dir: Path) -> tuple[list[Case], list[Problem]]:
    """Every gold file with its article, and a row for each whose article is not there."""
    found, problems = [], []
    golds = sorted(path for path in gold_dir.glob("*.json") if path.name != ACROSS)
    if not golds:
        what = "no gold in it" if gold_dir.is_dir() else "no such folder"
        problems.append(Problem(str(gold_dir), what, "nothing scored", "Give a folder of gold, one .json an article."))
    for gold in golds:
        article = next((p for s in SUFFIXES if (p := article_dir / f"{gold.stem}{s}").is_file()), None)
        if article:
            found.append(Case(gold, article))
        else:
            remedy = f"Put {gold.stem}.txt into {article_dir}."
            problems.append(Problem(str(gold), "its article is missing", "gold left out", remedy))
    return found, problems


def score(chosen: Iterable[Case], across: Path | None = None, exchange: Sequence[Row] | None = None) -> Scored:
    """Read the articles and score what was read; `exchange` gives rows read before (by any program) instead."""
    marks: list[Mark] = []
    problems: list[Problem] = []
    matched: dict[str, str] = {}
    given = _by_article(exchange) if exchange is not None else None
    for case in chosen:
        rows = given.get(case.article.stem, []) if given is not None else _read(case, problems)
        if given is not None and not rows:
            where = str(case.article)
            problems.append(
                Problem(where, "not in the rows given", "counts as read with nothing in it", "Read it too.")
            )
        try:
            gold = json.loads(case.gold.read_text(encoding="utf-8"))
            document = next((row for row in rows if row.get("type") == "document"), {})
            raw = quoted_text(case, document)
            statements = [row for row in rows if row.get("type") == "statement"]
            found, pairs = score_article({"article": case.gold.stem, **gold}, raw, document, statements)
        except (OSError, *_BROKEN) as error:
            problems.append(_bad_gold(case.gold, error))
            continue
        marks += found
        matched |= pairs
    claims, conflicts = ([row for row in exchange or () if row.get("type") == kind] for kind in ("claim", "conflict"))
    if claims and across and across.is_file():
        try:
            marks += score_across(json.loads(across.read_text(encoding="utf-8")), matched, claims, conflicts)
        except (OSError, *_BROKEN) as error:
            problems.append(_bad_gold(across, error))
    return Scored(tuple(marks), tuple(problems))


def quoted_text(case: Case, document: Row) -> str:
    """The text that the gold quotes: the article's own; of a web page the main text beside the gold, else that read."""
    if case.article.suffix == ".txt":
        return case.article.read_text(encoding="utf-8")
    main = case.gold.parent / "texts" / f"{case.gold.stem}.txt"
    return main.read_text(encoding="utf-8") if main.is_file() else str(document.get("text") or "")


def exchange_rows(path: Path) -> tuple[list[Row], list[Problem]]:
    """The rows of an exchange file, and a problem for each line that is none."""
    return records(path, lambda row, _: row, "Each line is one JSON object of the exchange format.")


def _read(case: Case, problems: list[Problem]) -> list[Row]:
    rows = rows_of(case.article)
    if isinstance(rows, Problem):
        problems.append(rows)
        return []
    return rows


def _by_article(rows: Sequence[Row]) -> dict[str, list[Row]]:
    """The rows of each article, by the stem of its location."""
    found: dict[str, list[Row]] = {}
    stem_of: dict[str, str] = {}
    for row in rows:
        if row.get("type") == "document":
            stem_of[row["id"]] = stem = Path(row["location"]).stem
            found[stem] = [row]
    for row in rows:
        if row.get("type") == "statement" and row.get("document") in stem_of:
            found[stem_of[row["document"]]].append(row)
    return found


def _bad_gold(path: Path, error: Exception) -> Problem:
    what = f"no {error} in it" if isinstance(error, KeyError) else f"not in the gold's form ({error})"
    return Problem(str(path), what, "gold left out", "Write it as gold/GUIDE.md says, with its article beside it.")
