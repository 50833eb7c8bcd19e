"""`sayso add PATH… --ledger FILE`: read what is new and keep it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.text import Text

from sayso.cli.place import DEFAULT, ConfigOption, LedgerOption
from sayso.cli.terminal import errors, output, report, say
from sayso.export.dead import dead
from sayso.export.words import counted
from sayso.workspace import Summary, Workspace, count_files, named_parties

if TYPE_CHECKING:
    from sayso.batch.local import Outcome

INTERRUPTED = 130


def add(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH…", readable=False, help="Articles, and folders of them.")
    ],
    ledger: LedgerOption = DEFAULT,
    config: ConfigOption = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print problems only.")] = False,
) -> None:
    """Read articles into a ledger; what is in it already is left as it is.

    Each article is kept whole or not at all. Broken off, the same command goes on where it stopped.
    """
    with Workspace(ledger, named_parties(config)) as workspace:
        outcomes, broken_off = _run(workspace, paths, quiet=quiet)
    summary = Summary.of(outcomes)
    report(summary.problems)
    if broken_off:
        say(f"Stopped. What was read is safe in {ledger}; the same command goes on from there.")
    if not quiet:
        output().print(Text(dead(told(summary, str(ledger)))), soft_wrap=True)
    if broken_off:
        raise typer.Exit(INTERRUPTED)
    if not summary.read and not summary.known:
        raise typer.Exit(1)


def told(summary: Summary, ledger: str) -> str:
    """The summary as a sentence: "war.sayso: 11 articles read (204 statements), 1 known already, 2 files skipped"."""
    parts = [f"{counted(summary.read, 'article')} read ({counted(summary.statements, 'statement')})"]
    if summary.known:
        parts.append(f"{summary.known:,} known already")
    if summary.kept_unread:
        parts.append(f"{summary.kept_unread:,} kept but not read")
    if summary.skipped:
        parts.append(f"{summary.skipped:,} skipped")
    return f"{ledger}: {', '.join(parts)}."


def _run(workspace: Workspace, paths: list[Path], *, quiet: bool) -> "tuple[list[Outcome], bool]":
    outcomes: list[Outcome] = []
    console = errors()
    with Progress(
        TextColumn("reading"),
        BarColumn(complete_style="cyan", finished_style="cyan"),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[location]}", markup=False),
        console=console,
        disable=quiet or not console.is_terminal,
        transient=True,
    ) as progress:
        total = None if progress.disable else count_files(paths)
        task = progress.add_task("reading", total=total, location="")
        try:
            for outcome in workspace.adding(paths):
                outcomes.append(outcome)
                progress.update(task, advance=1, location=Path(dead(outcome.location)).name[-40:])
        except KeyboardInterrupt:
            return outcomes, True
    return outcomes, False
