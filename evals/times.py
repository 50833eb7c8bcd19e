"""Scoring time expressions by TempEval-3's measure: spans strict and relaxed, types, values.

A gold expression is met by the reading that shares most characters with it; a value counts where the two are met and
their TIMEX3 values are the same (UzZaman et al., SemEval 2013, task 1: F1 of value over relaxed matching). The day of
writing is the record's `dct`. What is read is compared as it stands: no value is made to fit the gold's conventions.
"""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from evals import report
from evals.lines import Row, records, span_of, text_of
from evals.options import AsJson, EveryFourth, Misses
from evals.tally import DIGITS, Mark, Score, Scores, scores
from sayso.model.span import overlap
from sayso.read.timex import Timex, timexes

VALUE, RELAXED, STRICT, TYPE = "value", "relaxed", "strict", "type"
FORM = "A document has id, dct (the day it was written), text and timex (start, end, type, value)."
AROUND = 45
"""Characters beside an expression that a miss is shown with."""

SHAPES = (
    ("reference", r"[A-Z]+_REF"),
    ("set", r"X{4}.*"),
    ("time of day", r".*T.*"),
    ("day", r"\d{4}-\d\d-\d\d"),
    ("week or weekend", r"\d{4}-W.*"),
    ("quarter or half", r"\d{4}-[QH].*"),
    ("season", r"\d{4}-[A-Z]{2}"),
    ("month", r"\d{4}-\d\d.*"),
    ("year", r"\d{4}.*"),
    ("decade or century", r"[\dX]{2,4}"),
)
"""Kinds of expression by the shape of their value, the first that fits."""

Read = Callable[[str, date], Sequence[Timex]]


@dataclass(frozen=True, slots=True)
class Article:
    """A text, the day it was written, and its gold."""

    id: str
    text: str
    written: date
    gold: tuple[Timex, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """An expression of the gold and the reading that met it; one of the two may be missing."""

    article: Article
    gold: Timex | None
    read: Timex | None


def load(path: Path, every_fourth: bool = False) -> tuple[list[Article], list[Any]]:
    """The articles of a file, and a row for each line that is none."""
    return records(path, _article, FORM, every_fourth)


def _article(row: Row, number: int) -> Article:
    text = text_of(row["text"])
    gold = []
    for each in row["timex"]:
        span = span_of(text, each["start"], each["end"], "timex")
        gold.append(Timex(span, str(each["type"]), str(each["value"]), shape(each["type"], each["value"])))
    return Article(str(row.get("id", number)), text, date.fromisoformat(re.split("[T ]", row["dct"])[0]), tuple(gold))


def shape(type_: str, value: str) -> str:
    """The kind of expression by its type and value: "day", "month", "duration"."""
    if type_ == "SET":
        return "set"
    if type_ == "DURATION":
        return "duration"
    return next((name for name, pattern in SHAPES if re.fullmatch(pattern, value)), "other")


def pairs(articles: Iterable[Article], read: Read = timexes) -> list[Pair]:
    """Every expression of gold and reading, paired where they share characters, in the order of the text."""
    found: list[Pair] = []
    for article in articles:
        left = list(read(article.text, article.written))
        for gold in article.gold:
            best = max(left, key=lambda each: overlap(each.span, gold.span), default=None)
            if best is None or not overlap(best.span, gold.span):
                found.append(Pair(article, gold, None))
                continue
            left.remove(best)
            found.append(Pair(article, gold, best))
        found += [Pair(article, None, each) for each in left]
    return found


def marks(paired: Iterable[Pair]) -> list[Mark]:
    """Four marks for each pair: value, relaxed span, strict span, type."""
    found = []
    for pair in paired:
        gold, read = pair.gold, pair.read
        both = gold is not None and read is not None
        right = {
            VALUE: both and gold.value == read.value,  # type: ignore[union-attr]
            RELAXED: both,
            STRICT: both and gold.span == read.span,  # type: ignore[union-attr]
            TYPE: both and gold.type == read.type,  # type: ignore[union-attr]
        }
        where = f"{pair.article.id}, written {pair.article.written}"
        want, got = _shown(pair.article, gold), _shown(pair.article, read)
        counts = float(gold is not None), float(read is not None)
        found += [Mark(field, float(hit), *counts, where, want, got) for field, hit in right.items()]
    return found


def _shown(article: Article, each: Timex | None) -> str | None:
    if each is None:
        return None
    start, end = each.span
    before, after = article.text[max(0, start - AROUND) : start], article.text[end : end + AROUND]
    return f"{each.type} {each.value}: {' '.join(f'{before}[{article.text[start:end]}]{after}'.split())}"


def headline(paired: Sequence[Pair]) -> dict[str, float]:
    """TempEval-3's figures: F1 of value, relaxed and strict span, and the share of types right among those met."""
    found = scores(marks(paired), (VALUE, RELAXED, STRICT, TYPE))
    met = found[RELAXED].right
    figures = {f"{field}_f1": found[field].f1 for field in (VALUE, RELAXED, STRICT)}
    figures["type_accuracy"] = found[TYPE].right / met if met else 0.0
    return {name: round(value, DIGITS) for name, value in figures.items()}


def sliced(paired: Iterable[Pair], key: Callable[[Timex], str]) -> Scores:
    """The score of values by kind; a reading counts under the kind of the gold that it met."""
    found: Scores = {}
    for pair in paired:
        each = pair.gold or pair.read
        if each is not None:
            right = pair.gold is not None and pair.read is not None and pair.gold.value == pair.read.value
            score = Score(float(right), float(pair.gold is not None), float(pair.read is not None))
            found[key(each)] = found.get(key(each), Score()) + score
    return dict(sorted(found.items()))


def by_kind(paired: Sequence[Pair]) -> dict[str, Scores]:
    """Values by TIMEX3 type and by kind of expression."""
    return {
        "type": sliced(paired, lambda each: each.type),
        "kind": sliced(paired, lambda each: shape(each.type, each.value)),
    }


def measured(path: Path, every_fourth: bool = False) -> Scores:
    """`value`, `relaxed` and `strict`, for the gate."""
    found = scores(marks(pairs(load(path, every_fourth)[0])), (VALUE, RELAXED, STRICT))
    return {field: found[field] for field in (VALUE, RELAXED, STRICT)}


def times(
    file: Annotated[Path, typer.Argument(help="TempEval-3 documents: text, dct and timex, one JSON object a line.")],
    as_json: AsJson = False,
    misses: Misses = False,
    every_fourth: EveryFourth = False,
) -> None:
    """F1 of time expressions and their values, by TempEval-3's measure."""
    articles, problems = load(file, every_fourth)
    report.require(articles, problems)
    paired = pairs(articles)
    slices = by_kind(paired)
    if as_json:
        shown: dict[str, Any] = dict(headline(paired))
        shown |= {f"by {name}": {kind: s.figures() for kind, s in those.items()} for name, those in slices.items()}
        print(json.dumps(shown))
        return
    every = marks(paired)
    report.out.print(report.table_of(scores(every, (VALUE, RELAXED, STRICT, TYPE)), f"Times, {file.name}"))
    for name, those in slices.items():
        report.out.print()
        report.out.print(report.table_of(those, f"Values by {name}"))
    figures = ", ".join(f"{name} {value:.3f}" for name, value in headline(paired).items())
    report.out.print(f"\n[bold]{figures}[/bold], {len(articles)} documents", highlight=False)
    if misses:
        report.show_misses([mark for mark in every if mark.field == VALUE])
