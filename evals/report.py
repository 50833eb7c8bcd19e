"""What a person sees of figures: tables on standard output, problems on standard error."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from evals.floors import DECIMALS, Floors
from evals.tally import Mark, Scores
from sayso.model.problem import Problem

out = Console(soft_wrap=False)
err = Console(stderr=True)


def table_of(scores: Scores, title: str) -> Table:
    """Precision, recall, F1 and the counts behind them, a row for each field."""
    table = _table(title, "field", "precision", "recall", "F1", "right", "gold", "read")
    for field, score in scores.items():
        figures = (f"{value:.3f}" for value in (score.precision, score.recall, score.f1))
        counts = (f"{value:.0f}" for value in (score.right, score.gold, score.read))
        table.add_row(field, *figures, *counts)
    return table


def table_by(by: str, slices: Mapping[str, Scores]) -> Table:
    """F1 of each field by kind of case, under how many statements of it the gold holds; a dash where none counts."""
    table = _table(f"F1 by {by}", "field", *(kind.replace("_", " ") for kind in slices))
    table.add_row("gold statements", *(f"{scores['statement'].gold:.0f}" for scores in slices.values()))
    table.add_section()
    for field in dict.fromkeys(field for scores in slices.values() for field in scores):
        found = [scores.get(field) for scores in slices.values()]
        table.add_row(field, *(f"{score.f1:.2f}" if score else "–" for score in found))
    return table


def table_of_floors(floors: Floors, measured: Floors) -> Table:
    """Every figure measured beside its floor."""
    table = _table("Floors", "set", "field", "F1", "floor", "")
    for name, fields in measured.items():
        for field, value in fields.items():
            low = floors.get(name, {}).get(field)
            verdict = "new" if low is None else "[red]fell[/red]" if round(value, DECIMALS) < low else ""
            table.add_row(name, field, f"{value:.3f}", "–" if low is None else f"{low:.2f}", verdict)
        table.add_section()
    return table


def show_misses(marks: Iterable[Mark]) -> None:
    """Every mark on which gold and reading part, by field."""
    missed: dict[str, list[Mark]] = {}
    for mark in marks:
        if mark.missed and not (mark.want is None and mark.got is None):
            missed.setdefault(mark.field, []).append(mark)
    for field, rows in missed.items():
        out.print(f"\n[bold]{escape(field)}[/bold]: {len(rows)} missed")
        for mark in rows:
            lines = f"gold {escape(_shown(mark.want))}\n    read {escape(_shown(mark.got))}"
            head = f"  [cyan]{escape(mark.where)}[/cyan]{_kind(mark)}"
            out.print(f"{head}\n    {lines}", highlight=False, soft_wrap=True)


def show_problems(problems: Sequence[Problem]) -> None:
    """A row for each problem: where, what, effect, remedy."""
    if not problems:
        return
    table = _table(f"{len(problems)} problem{'s' if len(problems) > 1 else ''}", "where", "what", "effect", "remedy")
    for row in problems:
        table.add_row(*(escape(part) for part in (row.where, row.what, row.effect, row.remedy)))
    err.print(table)


def require(scored: object, problems: Sequence[Problem]) -> None:
    """Show the problems, and end with exit status 1 where nothing is left to score."""
    show_problems(problems)
    if not scored:
        raise typer.Exit(1)


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", show_edge=False, pad_edge=False)
    words = {"field", "where", "what", "effect", "remedy", "set", ""}
    for column in columns:
        table.add_column(
            escape(column), justify="left" if column in words else "right", overflow="fold", no_wrap=column == "field"
        )
    return table


def _kind(mark: Mark) -> str:
    return f" ({mark.case.voice}, {mark.case.kind}, {mark.case.basis})" if mark.case else ""


def _shown(value: Any) -> str:
    return "nothing" if value in (None, [], "") else repr(value)
