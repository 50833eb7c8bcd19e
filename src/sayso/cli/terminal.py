"""The terminal: two consoles, rows about problems, and hostile text made dead.

Results go to standard output, everything else to standard error, so that a pipe carries results alone.
"""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

from rich.console import Console
from rich.theme import Theme

from sayso.export.dead import dead
from sayso.model.problem import Problem

WIDEST = 100
"""Columns used at most: longer lines are hard to read back from (Bringhurst gives 45 to 75 characters)."""

THEME = Theme(
    {
        "title": "bold",
        "label": "dim",
        "quiet": "dim",
        "origin": "bold cyan",
        "own": "italic dim",
        "bar": "cyan",
        "bar.own": "dim",
        "against": "bold yellow",
        "denied": "bold red",
        "content": "bold",
    },
    inherit=True,
)


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The signs of a view, in characters that the terminal can show."""

    relay: str
    rule: str
    bar: str
    parts: str
    dot: str
    gap: str
    dash: str
    opening: str
    closing: str
    more: str
    mark_open: str
    mark_close: str


UNICODE = Glyphs("←", "─", "█", " ▏▎▍▌▋▊▉", "·", "…", "–", "“", "”", "…", "⟦", "⟧")
ASCII = Glyphs("<-", "-", "#", " ", "-", "...", "-", '"', '"', "...", "[[", "]]")


def glyphs(console: Console) -> Glyphs:
    """The fine signs where the output can carry them, else plain ones."""
    return UNICODE if console.encoding.lower().startswith("utf") else ASCII


def output() -> Console:
    """Standard output, for results."""
    return _console(stderr=False)


def errors() -> Console:
    """Standard error, for problems and progress."""
    return _console(stderr=True)


def width(console: Console) -> int:
    """The columns that a view may use."""
    return max(40, min(console.width, WIDEST))


def report(problems: Iterable[Problem]) -> None:
    """Each problem on its own row of standard error: where: what; effect. remedy."""
    console = errors()
    for problem in problems:
        console.print(dead(str(problem)), soft_wrap=True)


def say(text: str) -> None:
    """A remark on standard error."""
    errors().print(dead(text), soft_wrap=True)


def write(line: str) -> None:
    """A line for other programs on standard output: UTF-8 whatever the terminal's encoding, never wrapped."""
    sys.stdout.write(line + "\n")


def unwritten(error: OSError) -> Problem:
    """The row for an output that takes no more: a full disk behind a `>`."""
    return Problem(
        "standard output",
        f"it cannot be written ({error.strerror or error})",
        "not everything was printed",
        "Make room, or send the output elsewhere, and run the same command again.",
    )


def drop_output() -> None:
    """Let what is still to be printed go nowhere, so that nothing fails a second time when the program ends."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def prepare() -> None:
    """Make both streams bear any text: UTF-8 for results in a pipe, no crash over what a terminal cannot show."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if stream is sys.stdout and not stream.isatty():
            reconfigure(encoding="utf-8")
        reconfigure(errors="backslashreplace")


def _console(*, stderr: bool) -> Console:
    return Console(stderr=stderr, theme=THEME, markup=False, emoji=False, highlight=False)
