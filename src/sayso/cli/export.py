"""`sayso export LEDGER --to jsonl`: the whole ledger for other programs."""

import os
import tempfile
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.place import DEFAULT, LedgerArgument, LedgerOption, chosen
from sayso.cli.terminal import write
from sayso.model.problem import Problem, SaysoError
from sayso.workspace import Workspace


class Format(StrEnum):
    """The formats that can be written."""

    JSONL = "jsonl"


def export(
    context: typer.Context,
    place: LedgerArgument = None,
    ledger: LedgerOption = DEFAULT,
    to: Annotated[Format, typer.Option("--to", help="The format.")] = Format.JSONL,
    hidden: Annotated[bool, typer.Option("--hidden", help="With what people hid.")] = False,
    out: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", readable=False, help="Write here, not to standard output."),
    ] = None,
) -> None:
    """Write everything in a ledger in a format that other programs read, as people corrected it."""
    with Workspace(chosen(context, place, ledger)) as workspace:
        lines = workspace.export(to.value, hidden=hidden)
        if out is None or out == Path("-"):
            for line in lines:
                write(line)
        else:
            save(out, lines)


def save(path: Path, lines: Iterator[str]) -> None:
    """Write the lines, so that a file of that name is replaced by the whole of them or not at all."""
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
        raise SaysoError(
            Problem(
                str(given),
                f"this file cannot be written ({error.strerror or error})",
                "nothing exported",
                "Give another place with -o.",
            )
        ) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
