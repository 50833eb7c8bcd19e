"""`python -m evals`: scores of any file or folder of gold, and the gate."""

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from evals import articles as pile
from evals import attribution as tags
from evals import floors, gate, heads, report
from evals.across import across
from evals.options import AsJson, Misses
from evals.places import places
from evals.quotes import Row
from evals.reprints import reprints
from evals.retold import retold
from evals.roots import roots_command
from evals.tally import DIGITS, Mark, Scores, scores, sliced
from evals.times import times
from evals.tolls import tolls

app = typer.Typer(help=__doc__, no_args_is_help=True, add_completion=False, rich_markup_mode=None)


FLOORS = floors.FILE


class By(StrEnum):
    """What a statement's figures can be sliced by."""

    VOICE = "voice"
    KIND = "kind"
    BASIS = "basis"


@app.command()
def attribution(
    file: Annotated[Path, typer.Argument(help="PolNeAR documents or CofeNet token lines, one JSON object a line.")],
    as_json: AsJson = False,
    misses: Misses = False,
    alone: Annotated[bool, typer.Option("--alone", help="Read each token line by itself.")] = False,
) -> None:
    """Exact-match precision, recall and F1 of source, cue and content."""
    found, problems = tags.load(file, alone)
    report.require(found, problems)
    marks = tags.marks(found, gate.polnear_tags)
    _print(f"Attribution, {file.name}", marks, scores(marks, tags.FIELDS), as_json, misses, [])


@app.command()
def articles(
    gold_dir: Annotated[Path, typer.Argument(help="Gold, one .json an article.")],
    article_dir: Annotated[Path, typer.Argument(help="The articles, under the same names.")],
    as_json: AsJson = False,
    misses: Misses = False,
    by: Annotated[list[By] | None, typer.Option(help="Also F1 by kind of case; may be given more than once.")] = None,
    read: Annotated[Path | None, typer.Option(help="Score these exchange lines instead of reading.")] = None,
) -> None:
    """Every field of the statements in a pile of articles, against GUIDE.md's gold."""
    chosen, problems = pile.cases(gold_dir, article_dir)
    rows: list[Row] | None = None
    if read is not None:
        rows, more = pile.exchange_rows(read)
        problems += more
    scored = pile.score(chosen, gold_dir / pile.ACROSS, rows)
    report.require(scored.marks, [*problems, *scored.problems])
    marks = list(scored.marks)
    _print(f"{len(chosen)} articles, {article_dir}", marks, scores(marks), as_json, misses, by or [])


for command in heads.COMMANDS:
    app.command()(command)
app.command()(across)
app.command()(places)
app.command()(times)
app.command()(tolls)
app.command()(reprints)
app.command()(retold)
app.command(name="roots")(roots_command)


@app.command(name="gate")
def gate_(
    as_json: AsJson = False,
    raise_: Annotated[bool, typer.Option("--raise", help="Raise the floors to what is measured now.")] = False,
) -> None:
    """Every set at hand against its floors; exit status 1 if a figure has fallen."""
    before = floors.load(FLOORS)
    measured, skipped = {}, []
    for each in gate.sets():
        if each.needs.exists():
            measured[each.name] = {field: score.f1 for field, score in each.measure().items()}
        else:
            skipped.append(each.name)
    fallen = floors.falls(before, measured)
    if as_json:
        print(json.dumps({name: {f: round(v, DIGITS) for f, v in row.items()} for name, row in measured.items()}))
    else:
        report.out.print(report.table_of_floors(before, measured))
    for name in skipped:
        report.err.print(f"{name}: not at hand, not measured")
    for fall in fallen:
        now = "not measured any more" if fall.now is None else f"{fall.now:.3f}"
        report.err.print(f"[red]fell[/red]: {fall.set}, {fall.field}: {now}, floor {fall.floor:.2f}")
    if raise_:
        floors.save(floors.raised(before, measured), FLOORS)
    if fallen:
        raise typer.Exit(1)


def _print(title: str, marks: list[Mark], found: Scores, as_json: bool, misses: bool, by: list[By]) -> None:
    if as_json:
        figures: dict[str, Any] = {field: score.figures() for field, score in found.items()}
        for each in by:
            kinds = sliced(marks, each).items()
            figures[f"by {each}"] = {kind: {f: s.figures() for f, s in fields.items()} for kind, fields in kinds}
        print(json.dumps(figures))
        return
    report.out.print(report.table_of(found, title))
    for each in by:
        report.out.print()
        report.out.print(report.table_by(each, sliced(marks, each)))
    if misses:
        report.show_misses(marks)


if __name__ == "__main__":
    app(prog_name="python -m evals")
