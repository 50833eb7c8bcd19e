"""Scoring tolls: who was killed, and how many, in the event that an article is about, against FA-KES.

FA-KES (Abu Salem et al., ICWSM 2019) gives each article four numbers of killed: civilians, others (`non_civilians`),
women, children. Each number above nought is one pair of kind and number; nought or none in the gold means that no such
dead were found in the article and is no pair, and a reading gives no pair where it read none. A pair that is read is
right where the gold's number of that kind is the same; precision, recall and F1 are micro over all pairs. What is read
is the title as a paragraph of its own, then the text. The gold is what one judge after another took for the main
event's toll: women and children are mostly, not always, counted under civilians too, so a part of it cannot be met.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from evals import report
from evals.lines import Row, records, text_of
from evals.options import AsJson, EveryFourth, Misses
from evals.tally import Mark, Score, Scores, scores
from sayso.model.problem import Problem
from sayso.read.toll import OTHERS, Toll
from sayso.read.toll import tolls as read_tolls

KINDS = {"civilians": "civilians", OTHERS: "non_civilians", "women": "women", "children": "children"}
"""Our kinds of the dead, and FA-KES's fields."""

FORM = "A record has text, title and figures (civilians, non_civilians, women, children: numbers of killed)."
ALL = "all"

Read = Callable[[str], Sequence[Toll]]


@dataclass(frozen=True, slots=True)
class Article:
    """An article and its numbers of killed above nought, by kind."""

    id: str
    text: str
    gold: dict[str, float]


def load(path: Path, every_fourth: bool = False) -> tuple[list[Article], list[Problem]]:
    """The articles of a file, and a row for each line that is none."""
    return records(path, _article, FORM, every_fourth)


def _article(row: Row, number: int) -> Article:
    text, figures = text_of(row["text"]), row["figures"]
    gold = {}
    for kind, field in KINDS.items():
        value = figures.get(field) or 0
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < float("inf"):
            raise ValueError(f"{field} is no number")
        if value:
            gold[kind] = float(value)
    return Article(str(row.get("id", number)), f"{text_of(row['title'])}\n\n{text}" if row.get("title") else text, gold)


def marks(articles: Iterable[Article], read: Read = read_tolls) -> list[Mark]:
    """A mark for each kind that the gold or the reading numbers; the whole reading shows a miss."""
    found = []
    for article in articles:
        got = {toll.who: toll for toll in read(article.text)}
        for kind in KINDS:
            want, mine = article.gold.get(kind), got.get(kind)
            if want is None and mine is None:
                continue
            right = mine is not None and mine.value == want
            counts = float(right), float(want is not None), float(mine is not None)
            why = None if mine is None else f"{mine.value:g} ({mine.why})"
            found.append(Mark(kind, *counts, article.id, None if want is None else f"{want:g}", why))
    return found


def total(marked: Sequence[Mark]) -> Score:
    """All pairs together."""
    return sum((Score(mark.right, mark.gold, mark.read) for mark in marked), Score())


def errors(marked: Iterable[Mark]) -> dict[str, dict[str, int]]:
    """How the pairs that are missed part from the gold, by kind of the dead."""
    found = {kind: {"another number": 0, "none read": 0, "none in gold": 0} for kind in KINDS}
    for mark in marked:
        if mark.missed:
            found[mark.field]["none read" if not mark.read else "another number" if mark.gold else "none in gold"] += 1
    return found


def measured(path: Path, every_fourth: bool = False) -> Scores:
    """`all` and each kind, for the gate."""
    found = marks(load(path, every_fourth)[0])
    return {ALL: total(found)} | scores(found, KINDS)


def tolls(
    file: Annotated[Path, typer.Argument(help="FA-KES records: text, title and figures, one JSON object a line.")],
    as_json: AsJson = False,
    misses: Misses = False,
    every_fourth: EveryFourth = False,
) -> None:
    """F1 of the killed in an article's event, by who they were, against FA-KES."""
    articles, problems = load(file, every_fourth)
    report.require(articles, problems)
    found = marks(articles)
    by_kind = {ALL: total(found)} | scores(found, KINDS)
    if as_json:
        shown: dict[str, Any] = dict(by_kind[ALL].figures())
        shown["by who"] = {kind: by_kind[kind].figures() for kind in KINDS}
        shown["errors"] = errors(found)
        print(json.dumps(shown))
        return
    report.out.print(report.table_of(by_kind, f"Tolls, {file.name}"))
    for kind, counts in errors(found).items():
        told = ", ".join(f"{name} {count}" for name, count in counts.items())
        report.out.print(f"{kind}: {told}", highlight=False)
    report.out.print(f"\n[bold]f1 {by_kind[ALL].f1:.3f}[/bold], {len(articles)} articles", highlight=False)
    if misses:
        report.show_misses(found)
