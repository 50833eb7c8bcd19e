"""The ledger in a SQLite file: opening it, how transactions begin, and what its errors mean to an analyst."""

import os
import sqlite3
import time
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, create_engine, event, inspect, text
from sqlalchemy.pool import QueuePool

from sayso.ledger.store import AT_MOST, BUSY_SECONDS, KEPT_OPEN, MARK, Store, busy
from sayso.model.problem import Problem, SaysoError

_MAGIC = b"SQLite format 3\x00"

CACHE_KIB = 32_768
"""How much of the file a connection keeps at hand, in KiB. SQLite's own 2 MiB are less than the upper levels of a large
ledger's indexes, whose keys come in no order: it read each of them anew for every article."""

_NOT_OPENED = "not opened, nothing in it was changed"


class SqliteStore(Store):
    """A ledger in one file; readers and one writer work side by side in its write-ahead log."""

    driver_errors = (sqlite3.Error,)

    def __init__(self, path: Path, *, write: bool = True, create: bool = True) -> None:
        """Raises SaysoError where the place cannot hold a ledger.

        Without `write`, a ledger in a place that cannot be written is read as it lies, without what a crashed
        writer may have left beside it.
        """
        _check_place(path, write=write, create=create)
        as_it_lies = not write and not (os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK))
        uri = f"file:{quote(os.fsencode(path.absolute()))}?mode={'ro&immutable=1' if as_it_lies else 'rwc'}"
        engine = create_engine(
            "sqlite://",
            creator=lambda: _connected(uri),
            poolclass=QueuePool,
            pool_size=KEPT_OPEN,
            max_overflow=AT_MOST - KEPT_OPEN,
            hide_parameters=True,
        )
        event.listen(engine, "begin", _begin)
        super().__init__(str(path), engine, engine.execution_options(sayso_writes=True))

    def is_ours(self, connection: Connection) -> bool:
        """By the mark in the file's header; an empty file is no other program's."""
        mark = connection.execute(text("PRAGMA application_id")).scalar()
        if mark == MARK:
            return True
        if mark or inspect(connection).get_table_names():
            raise SaysoError(_no_ledger(self.where, "this is another program's database, no ledger"))
        return False

    def prepare(self) -> None:
        """Keep a write-ahead log from now on: a property of the file."""
        raw = self.reading.raw_connection()
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

    def claim(self, connection: Connection) -> None:
        """Put the mark into the file's header."""
        connection.execute(text(f"PRAGMA application_id = {MARK}"))

    def settle(self, connection: Connection) -> None:
        """Nothing: tables are as the steps made them."""

    def problem_of(self, error: BaseException) -> Problem:
        """By the name of SQLite's own error."""
        return problem_of(self.where, error)


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
        return busy(where)
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
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    return connection


def _begin(connection: Connection) -> None:
    options: Any = connection.get_execution_options()
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("sayso_writes") else "BEGIN")
