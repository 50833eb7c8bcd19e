"""The commands for the encoder's other heads: entities, sentiment, events."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.table import Table

from evals import encoded, report
from evals import entities as names
from evals import events as acts
from evals import sentiment as lights
from evals.judged import Judged, accuracy, by_class, by_kind, confusions, figures, macro_f1, met
from evals.labels import POLARITIES
from evals.options import AsJson, EveryFourth, Misses
from evals.tally import DIGITS, Score, Scores, scores


def entities(
    file: Annotated[Path, typer.Argument(help="Universal NER or WNUT token lines, re3d or GUM documents.")],
    as_json: AsJson = False,
    misses: Misses = False,
    every_fourth: EveryFourth = False,
    alone: Annotated[bool, typer.Option("--alone", help="Read each token line by itself.")] = False,
) -> None:
    """Exact-match precision, recall and F1 of entities by span and type."""
    documents, problems = names.load(file, alone, every_fourth)
    report.require(documents, problems)
    compared = names.compare(documents, encoded.read)
    marks, kinds = names.marks(compared), names.by_kind(compared)
    found = scores(marks, (names.ALL,))
    if as_json:
        shown: dict[str, Any] = {field: score.figures() for field, score in found.items()}
        shown |= {f"by {name}": {kind: s.figures() for kind, s in those.items()} for name, those in kinds.items()}
        print(json.dumps(shown | {"faults": names.faults(compared)}))
        return
    report.out.print(report.table_of(found, f"Entities, {file.name}"))
    for name, those in kinds.items():
        report.out.print()
        report.out.print(report.table_of(those, f"By {name}"))
    counts = ", ".join(f"{name} {count}" for name, count in names.faults(compared).items())
    report.out.print(f"\n[bold]faults[/bold]: {counts}", highlight=False)
    if misses:
        report.show_misses(marks)


def sentiment(
    files: Annotated[list[Path], typer.Argument(help="NewsMTSC lines: text and targets; several files count as one.")],
    as_json: AsJson = False,
    misses: Misses = False,
    every_fourth: EveryFourth = False,
) -> None:
    """Macro F1 of the light in which targets are shown: negative, neutral, positive."""
    loaded = [lights.load(file, every_fourth) for file in files]
    report.require(any(s.targets for found, _ in loaded for s in found), [p for _, rows in loaded for p in rows])
    judged = [(file, lights.judge(found, encoded.read)) for file, (found, _) in zip(files, loaded, strict=True)]
    every = [each for _, those in judged for each in those]
    if as_json:
        shown = figures(every, POLARITIES)
        if len(judged) > 1:
            shown["by file"] = {str(file): figures(those, POLARITIES) for file, those in judged}
        print(json.dumps(shown))
        return
    _show(f"Sentiment, {', '.join(file.name for file in files)}", every, POLARITIES, POLARITIES, misses)


def events(
    file: Annotated[Path, typer.Argument(help="PLOVER records (text, event) or stories (text, label).")],
    as_json: AsJson = False,
    misses: Misses = False,
    every_fourth: EveryFourth = False,
) -> None:
    """Accuracy of event types, in the codebook of the file."""
    reports, problems = acts.load(file, every_fourth)
    report.require(reports, problems)
    classes, judged = acts.types(reports), acts.judge(reports, encoded.read)
    if as_json:
        print(json.dumps(figures(judged, classes, whole=False)))
        return
    _show(f"Events, {file.name}", judged, classes, met(judged, classes), misses)


COMMANDS: Sequence[Callable[..., None]] = (entities, sentiment, events)


def measured_entities(file: Path, every_fourth: bool = False) -> Scores:
    """`all` and each type that it is made of, for the gate."""
    documents, _ = names.load(file, every_fourth=every_fourth)
    found = scores(names.marks(names.compare(documents, encoded.read)), (names.ALL,))
    kept = {names.ALL, *(kind for document in documents for kind in names.counted(document.head))}
    return {field: score for field, score in found.items() if field in kept}


def measured_sentiment(files: Sequence[Path]) -> Scores:
    """`macro_f1` and `accuracy`, for the gate."""
    judged = [each for file in files for each in lights.judge(lights.load(file)[0], encoded.read)]
    return {"macro_f1": Score(macro_f1(judged, POLARITIES), 1.0, 1.0), "accuracy": accuracy(judged)}


def measured_events(file: Path, every_fourth: bool = False) -> Scores:
    """`accuracy`, for the gate."""
    return {"accuracy": accuracy(acts.judge(acts.load(file, every_fourth)[0], encoded.read))}


def _show(title: str, judged: Sequence[Judged], classes: Sequence[str], averaged: Sequence[str], misses: bool) -> None:
    found = {name: score for name, score in by_class(judged, classes).items() if score.gold + score.read}
    report.out.print(report.table_of(found, title))
    macro, share = round(macro_f1(judged, averaged), DIGITS), round(accuracy(judged).f1, DIGITS)
    report.out.print(
        f"\n[bold]macro F1 {macro:.3f}, accuracy {share:.3f}[/bold], {len(judged)} in all", highlight=False
    )
    for name, kinds in by_kind(judged).items():
        table = Table(title=f"By {name}", title_justify="left", title_style="bold", show_edge=False, pad_edge=False)
        table.add_column("kind", no_wrap=True)
        for column in ("accuracy", "macro F1", "count"):
            table.add_column(column, justify="right")
        for kind, those in kinds.items():
            f1 = macro_f1(those, met(those, classes))
            table.add_row(escape(kind), f"{accuracy(those).f1:.3f}", f"{f1:.3f}", f"{len(those)}")
        report.out.print()
        report.out.print(table)
    if misses:
        _show_misses(judged)


def _show_misses(judged: Sequence[Judged]) -> None:
    """What is taken for what, the commonest first, with the words."""
    for gold, read, count in confusions(judged):
        report.out.print(f"\n[bold]{gold}[/bold] read as [bold]{read}[/bold]: {count}", highlight=False)
        for each in judged:
            if (each.gold, each.read) == (gold, read):
                line = f"  [cyan]{escape(each.where)}[/cyan] {escape(each.text)}"
                report.out.print(line, highlight=False, soft_wrap=True)
