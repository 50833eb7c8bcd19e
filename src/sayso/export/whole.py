"""Whole files: one that is written is there in full or not at all."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from sayso.model.problem import Problem, SaysoError


def save(path: Path, lines: Iterable[str], effect: str) -> None:
    """Write the lines, so that a file of that name is replaced by the whole of them or not at all.

    Raises SaysoError where nothing can be written there, with what came of it: "nothing exported".
    """
    given = path
    try:
        path = Path(os.path.realpath(path))  # the file that a link leads to is written, the link stays
        if path.is_dir():
            raise IsADirectoryError(None, "it is a folder")
        if path.exists() and not path.is_file():  # to replace a device or a pipe by a file would destroy it
            raise OSError(None, "it is a device, pipe or socket")
        handle, name = tempfile.mkstemp(dir=path.absolute().parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.writelines(f"{line}\n" for line in lines)
            os.chmod(name, 0o666 & ~_umask())
            os.replace(name, path)
        except BaseException:
            os.unlink(name)
            raise
    except OSError as error:
        what = f"this file cannot be written ({error.strerror or error})"
        raise SaysoError(Problem(str(given), what, effect, "Give another place with -o.")) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
