"""The pages under the paths that a user names, each file once, in order."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso.intake.files import page_of_file, printable, problem_of
from sayso.intake.folders import files_in
from sayso.model.document import Page
from sayso.model.problem import Problem


def pages(paths: Iterable[Path | str]) -> Iterator[Page | Problem]:
    """A page or one problem for each file under `paths`; folders are read through, sorted, hidden files left out.

    A file that is named twice, by itself and by its folder, is read once.
    """
    seen: set[str] = set()
    for given in paths:
        path = Path(given)
        try:
            path.stat()
        except (OSError, ValueError) as error:
            yield problem_of(path, error if isinstance(error, OSError) else OSError(str(error)))
            continue
        if path.is_dir():
            yield from _of_folder(path, seen)
        elif _is_new(path, seen):
            yield page_of_file(path)


def _of_folder(folder: Path, seen: set[str]) -> Iterator[Page | Problem]:
    anything = False
    for path in files_in(folder):
        anything = True
        if isinstance(path, Problem):
            yield path
        elif _is_new(path, seen):
            yield page_of_file(path)
    if not anything:
        yield Problem(
            printable(folder), "no articles in this folder", "nothing read", "Put .txt or .html files into it."
        )


def _is_new(path: Path, seen: set[str]) -> bool:
    real = os.path.realpath(path)
    if real in seen:
        return False
    seen.add(real)
    return True
