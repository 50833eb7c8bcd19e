"""`sayso read PATH…`: an audit of each article, in the terminal or in the exchange format."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.audit import audit
from sayso.cli.place import ConfigOption
from sayso.cli.terminal import output, report, write
from sayso.model.problem import Problem
from sayso.model.reading import Reading

STANDARD_INPUT = Path("-")


def read(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH…", readable=False, help="Articles, and folders of them; - for standard input."),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print the exchange format (JSON Lines) instead.")] = False,
    config: ConfigOption = None,
) -> None:
    """Show who says what in an article, through whom, and on what ground.

    The title, the dates and why, how much of the text rests on whom; then each statement with its origin, relays,
    basis and certainty. Nothing is kept.
    """
    from sayso.export.jsonl import lines

    anything, console = False, output()
    for result in _results(paths, config):
        if isinstance(result, Problem):
            report([result])
            continue
        anything = anything or bool(result.statements)
        if as_json:
            for line in lines(result):
                write(line)
        else:
            audit(console, result)
        sys.stdout.flush()
        report(result.problems)
    if not anything:
        raise typer.Exit(1)


def _results(paths: list[Path], config: Path | None = None) -> Iterator[Reading | Problem]:
    from sayso import workspace

    parties = workspace.named_parties(config)
    for path in paths:
        if path == STANDARD_INPUT and sys.stdin is None:  # closed by whoever started the program
            yield Problem("standard input", "it is closed", "not read", "Pipe an article into it, or name a file.")
        elif path == STANDARD_INPUT:
            yield workspace.reading_of_bytes(sys.stdin.buffer.read(), "standard input", parties)
        else:
            yield from workspace.readings([path], parties)
