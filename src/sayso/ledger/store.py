"""One interface, two stores: what differs between SQLite and PostgreSQL, and all that the ledger knows of it.

Opening, how a reading and a writing transaction begin, whether what is found there is a ledger, and what the
database's errors mean to an analyst. All else in the ledger is SQLAlchemy Core and knows no engine, but for the words
that a search goes through (`ledger.search`, `ledger.matching`).
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from sayso.model.problem import Problem, SaysoError
from sayso.model.store import StoreName

BUSY_SECONDS = 60.0
"""How long one writer waits for another. An article is written in milliseconds; a copy of a large ledger may take
longer. To re-test: tests/ledger/test_kill.py."""

KEPT_OPEN, AT_MOST = 8, 80
"""Connections kept open between questions, and open at once: two for each of a web server's 40 threads, since a list
asks while it is walked; PostgreSQL takes a hundred as it is delivered."""

MARK = 0x73617973
""" "says": by this number a SQLite file is known as a ledger, and a PostgreSQL ledger's writers wait for each other."""


class Store(ABC):
    """A SQLite file or a PostgreSQL database that holds a ledger, or will; `where` is what is shown of its name.

    `reading` begins transactions that see one state and change nothing on PostgreSQL; `writing` begins those that are
    alone in writing, waiting for `BUSY_SECONDS` at most.
    """

    driver_errors: tuple[type[Exception], ...] = ()

    def __init__(self, where: str, reading: Engine, writing: Engine) -> None:
        self.where, self.reading, self.writing = where, reading, writing

    @abstractmethod
    def is_ours(self, connection: Connection) -> bool:
        """Whether a ledger is there, False where nothing is; raises SaysoError for what is another program's."""

    @abstractmethod
    def prepare(self) -> None:
        """What is done once, before there are tables and outside any transaction."""

    @abstractmethod
    def claim(self, connection: Connection) -> None:
        """Mark an empty place as a ledger, within the transaction that makes its tables."""

    @abstractmethod
    def settle(self, connection: Connection) -> None:
        """What is done when tables have been made or changed, within the transaction that did."""

    @abstractmethod
    def problem_of(self, error: BaseException) -> Problem:
        """What an error of the database means."""

    @contextmanager
    def faults(self) -> Iterator[None]:
        """Turns an error of the database into a SaysoError with a row for the analyst."""
        try:
            yield
        except DBAPIError as error:
            raise SaysoError(self.problem_of(error.orig or error)) from error
        except PoolTimeout as error:
            raise SaysoError(crowded(self.where)) from error
        except self.driver_errors as error:
            raise SaysoError(self.problem_of(error)) from error

    def close(self) -> None:
        """Let go of the file or the server."""
        self.reading.dispose()


def store_of(name: StoreName, *, write: bool, create: bool) -> Store:
    """The store of that name; raises SaysoError where there can be none.

    Without `write`, a ledger that may not be written is read as it lies; without `create`, none is made.
    """
    if name.path is not None:
        from sayso.ledger.sqlite import SqliteStore

        return SqliteStore(name.path, write=write, create=create)
    try:
        from sayso.ledger.postgres import PostgresStore
    except ImportError as error:
        raise SaysoError(
            Problem(
                str(name),
                f"PostgreSQL's driver is not installed ({error.name})",
                "not opened, nothing in it was changed",
                "Install it with: pip install 'sayso[teams]'",
            )
        ) from error
    return PostgresStore(name, create=create)


def busy(where: str) -> Problem:
    """Another program writes, and goes on writing."""
    return Problem(
        where,
        f"another program has held this ledger for more than {BUSY_SECONDS:.0f} seconds",
        "nothing was changed",
        "Try again when it is done.",
    )


def crowded(where: str) -> Problem:
    """More is asked at once than there may be connections."""
    return Problem(
        where, "too much is asked of this ledger at once", "nothing shown, nothing changed", "Try again in a moment."
    )
