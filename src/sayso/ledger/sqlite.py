"""What is SQLite's own: opening the file, how transactions begin, and what its errors mean to an analyst.

The rest of the ledger is SQLAlchemy Core and knows no engine.
"""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from sayso.model.problem import Problem, SaysoError

APPLICATION_ID = 0x73617973  # "says", in the file's header: this SQLite file is a ledger and no other program's
_MAGIC = b"SQLite format 3\x00"

BUSY_SECONDS = 60.0
"""How long one writer waits for another. An article is written in milliseconds; a copy of a large ledger may take
longer. To re-test: tests/ledger/test_kill.py."""

_NOT_OPENED = "not opened, nothing in it was changed"


def engine_of(path: Path, *, write: bool, create: bool) -> Engine:
    """An engine on the file; raises SaysoError where the place cannot hold a ledger.

    Without `write`, a ledger in a place that cannot be written is read as it lies, without what a crashed
    writer may have left beside it.
    """
    _check_place(path, write=write, create=create)
    as_it_lies = not write and not (os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK))
    uri = f"file:{quote(os.fsencode(path.absolute()))}?mode={'ro&immutable=1' if as_it_lies else 'rwc'}"
    engine = create_engine("sqlite://", creator=lambda: _connected(uri), poolclass=QueuePool)
    event.listen(engine, "begin", _begin)
    return engine


def writing(engine: Engine) -> Engine:
    """The same engine, taking the write lock when a transaction begins and not halfway through it."""
    return engine.execution_options(sayso_writes=True)


def is_ours(connection: Connection, where: str) -> bool:
    """Whether the file is a ledger, False for an empty one; raises SaysoError for another program's database."""
    mark = connection.execute(text("PRAGMA application_id")).scalar()
    if mark == APPLICATION_ID:
        return True
    if mark or inspect(connection).get_table_names():
        raise SaysoError(_no_ledger(where, "this is another program's database, no ledger"))
    return False


def claim(connection: Connection) -> None:
    """Mark an empty file as a ledger, within the transaction that makes its tables."""
    connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))


def use_wal(engine: Engine) -> None:
    """Let readers and one writer work side by side; kept in the file, so that it is done once."""
    raw = engine.raw_connection()
    try:
        cursor, until = raw.cursor(), time.monotonic() + BUSY_SECONDS
        while cursor.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            try:
                cursor.execute("PRAGMA journal_mode = WAL").fetchone()
            except sqlite3.OperationalError as error:  # this step does not wait for another process by itself
                if "locked" not in str(error) or time.monotonic() > until:
                    raise
                time.sleep(0.02)
            else:
                break
    finally:
        raw.close()


@contextmanager
def faults(where: str) -> Iterator[None]:
    """Turns an error of the database into a SaysoError with a row for the analyst."""
    try:
        yield
    except DBAPIError as error:
        raise SaysoError(problem_of(where, error.orig or error)) from error
    except sqlite3.Error as error:
        raise SaysoError(problem_of(where, error)) from error


def problem_of(where: str, error: BaseException) -> Problem:
    """What an error of SQLite means: damaged, in use, not writable, no room."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith("SQLITE_NOTADB"):
        return _no_ledger(where, "this is no ledger")
    if name.startswith("SQLITE_CORRUPT"):
        return Problem(
            where,
            f"this ledger is damaged ({error})",
            "not opened or not read to the end",
            "Restore it from a copy, or add the articles again to a new ledger.",
        )
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return Problem(
            where,
            f"another program has held this ledger for more than {BUSY_SECONDS:.0f} seconds",
            "nothing was changed",
            "Try again when it is done.",
        )
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")):
        return unwritable(where)
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_TOOBIG")):
        return Problem(
            where,
            f"the disk cannot take more ({error})",
            "the article at hand was not kept, those before it were",
            "Make room and run the same command again: it goes on where it stopped.",
        )
    return Problem(where, f"the ledger cannot be used ({error})", _NOT_OPENED, "Check the file, or restore a copy.")


def unwritable(where: str) -> Problem:
    return Problem(
        where,
        "a ledger cannot be written here",
        "nothing was kept",
        "Give the file a place where you may write, with --ledger.",
    )


def _no_ledger(where: str, what: str) -> Problem:
    return Problem(where, what, _NOT_OPENED, "Give the path of a ledger, or of a new file, with --ledger.")


def _check_place(path: Path, *, write: bool, create: bool) -> None:
    where = str(path)
    try:
        if path.is_dir():
            raise SaysoError(_no_ledger(where, "this is a folder, no ledger"))
        if path.exists():
            if not path.is_file():
                raise SaysoError(_no_ledger(where, "this is no ordinary file, so no ledger"))
            with path.open("rb") as file:
                head = file.read(len(_MAGIC))
            if head and head != _MAGIC:
                raise SaysoError(_no_ledger(where, "this is no ledger"))
            if write and not os.access(path, os.W_OK):
                raise SaysoError(unwritable(where))
            return
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SaysoError(_no_ledger(where, f"this ledger cannot be opened ({reason})")) from error
    if not create:
        raise SaysoError(
            Problem(where, "there is no ledger here", "nothing to show", "Make one with: sayso add PATH --ledger FILE.")
        )
    if not path.absolute().parent.is_dir():
        raise SaysoError(
            Problem(where, "the folder of this ledger does not exist", "nothing was kept", "Make the folder first.")
        )


def _connected(uri: str) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _begin(connection: Connection) -> None:
    options: Any = connection.get_execution_options()
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("sayso_writes") else "BEGIN")
