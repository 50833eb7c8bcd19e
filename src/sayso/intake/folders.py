"""The files of a folder and of the folders in it, in the order of their names; hidden ones are left out.

A link to a folder is followed once; one that leads back to a folder above it is a problem.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from sayso.intake.files import printable, problem_of
from sayso.model.problem import Problem

MAX_DEPTH = 64


def files_in(folder: Path, above: frozenset[tuple[int, int]] = frozenset()) -> Iterator[Path | Problem]:
    """Paths of what the folder holds, whatever its kind, and problems of what cannot be listed."""
    try:
        status = folder.stat()
        own = (status.st_dev, status.st_ino)
        if own in above or len(above) >= MAX_DEPTH:
            yield Problem(
                printable(folder),
                "a link that leads round in a circle",
                "not followed",
                "Remove the link or give its target.",
            )
            return
        with os.scandir(folder) as listed:
            entries = sorted(listed, key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        yield problem_of(folder, error)
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = folder / entry.name
        try:
            is_folder = entry.is_dir()
        except OSError:
            is_folder = False
        if is_folder:
            yield from files_in(path, above | {own})
        else:
            yield path
