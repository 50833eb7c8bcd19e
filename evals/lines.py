"""Files of gold with one JSON object a line, every fourth of them held out, and the word lists for kinds of case."""

import json
from collections.abc import Callable, Iterable
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, TypeVar

import yaml

from sayso.model.problem import Problem
from sayso.model.span import Span

HELD_OUT_EVERY = 4
WORDS = Path(__file__).with_name("words.yaml")

Row = dict[str, Any]
Kept = TypeVar("Kept")


def records(
    path: Path, parse: Callable[[Row, int], Kept], form: str, every_fourth: bool = False
) -> tuple[list[Kept], list[Problem]]:
    """Each line as `parse` makes it of its object and number, and a row for each line that it cannot be made of.

    `form` says what a line should hold; with `every_fourth`, only each fourth record is taken, the fold held out of
    training. Blank lines are no records. A file of which no line will do is one row.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        what = error.strerror if isinstance(error, OSError) and error.strerror else "not UTF-8 text"
        return [], [Problem(str(path), what, "nothing scored", f"Give a file with one JSON object a line. {form}")]
    written = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    if not written:
        return [], [Problem(str(path), "empty", "nothing scored", f"Give a file with one JSON object a line. {form}")]
    kept, problems = [], []
    for index, (number, line) in enumerate(written):
        if every_fourth and index % HELD_OUT_EVERY != HELD_OUT_EVERY - 1:
            continue
        try:
            kept.append(parse(_object(line), number))
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            problems.append(Problem(f"{path}:{number}", _what(error), "line left out", form))
    if not kept and len(problems) > 1:
        what = f"none of {len(problems)} lines can be scored; the first: {problems[0].what}"
        problems = [Problem(str(path), what, "nothing scored", form)]
    if not kept and not problems:
        what = f"only {len(written)} records, none of them the fourth"
        problems.append(Problem(str(path), what, "nothing scored", "Score all of them, without --every-fourth."))
    return kept, problems


def text_of(value: Any) -> str:
    """A text as it stands in a row, if it is one that can be read."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError("no text in it")
    value.encode("utf-8")
    return value


def span_of(text: str, start: int, end: int, what: str) -> Span:
    """A span as it stands in a row, if the text reaches so far; `what` names it where it does not."""
    if not 0 <= start < end <= len(text):
        raise ValueError(f"{what} {start}-{end} outside the text")
    return start, end


def tokens_of(row: Row, labels: str) -> tuple[list[str], list[str]]:
    """The tokens of a row and a label for each of them, if they are as many and every token is a word."""
    tokens, given = row["tokens"], row[labels]
    if not tokens or len(tokens) != len(given):
        raise ValueError(f"{len(tokens)} tokens, {len(given)} {labels}")
    if not all(isinstance(token, str) and token.strip() for token in tokens):
        raise ValueError("a token that is no word")
    "".join(tokens).encode("utf-8")
    return tokens, given


def neighbours(parts: Iterable[tuple[str, Kept]]) -> list[list[Kept]]:
    """Each unbroken run of parts with one key: the lines of a file that are one article."""
    return [[part for _, part in run] for _, run in groupby(parts, key=lambda keyed: keyed[0])]


@cache
def words_of(name: str) -> frozenset[str]:
    """One list of `words.yaml`."""
    return frozenset(yaml.safe_load(WORDS.read_text(encoding="utf-8"))[name])


def _object(line: str) -> Row:
    row = json.loads(line)
    if not isinstance(row, dict):
        raise ValueError("no JSON object")
    return row


def _what(error: Exception) -> str:
    return f"no {error} in it" if isinstance(error, KeyError) else f"not of this form ({error})"
