"""The ledger in a PostgreSQL database of its own: connecting, how transactions begin, and what its errors mean.

`postgresql://desk:secret@db.example:5432/war`, version 15 or later, by psycopg. The tables lie in the schema `public`;
a table `sayso` marks the database as a ledger. Readers see one state (repeatable read, read only); writers wait for
each other (an advisory lock, taken as a transaction begins and given back as it ends). Limit: no pooler that hands a
connection to another client between transactions may stand before the server.
"""

from typing import Any

import psycopg
from sqlalchemy import URL, Connection, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError

from sayso.ledger.store import AT_MOST, BUSY_SECONDS, KEPT_OPEN, MARK, Store, busy, crowded
from sayso.model.problem import Problem, SaysoError
from sayso.model.store import StoreName

OLDEST = 15
"""The oldest PostgreSQL that is taken: the oldest that the tests run on."""

CONNECT_SECONDS = 10

SHORTEST_SECRET = 6
"""Characters of a password that is struck out of what the server says: "r" would be struck out of every word."""

_SETTINGS = "-c search_path=public -c jit=off"
_NOT_OPENED = "not opened, nothing in it was changed"
_WHOLE_OR_NOT = "what was being written is kept wholly or not at all, all before it is kept"
_AGAIN = "run the same command again: it goes on where it stopped."

_STRANGERS = text("""
    SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.classid = 'pg_class'::regclass
                      AND d.deptype = 'e')
    LIMIT 1
""")
_WORDS = text("""
    SELECT c.relname AS table, a.attname AS column FROM pg_attribute a
    JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
      AND a.atttypid IN ('text'::regtype, 'varchar'::regtype)
      AND (a.atttypid = 'varchar'::regtype OR a.attcollation <> '"C"'::regcollation)
    ORDER BY c.relname, a.attnum
""")


class PostgresStore(Store):
    """A ledger in a database that holds nothing else."""

    driver_errors = (psycopg.Error,)

    def __init__(self, name: StoreName, *, create: bool = True) -> None:
        """Raises SaysoError for a URL that names no database; connects when it is first asked."""
        where = str(name)
        url = _url_of(name)
        self._secret, self._create = str(url.password or ""), create
        given = {key: value if isinstance(value, str) else ",".join(value) for key, value in url.query.items()}
        asked: dict[str, Any] = {
            "connect_timeout": CONNECT_SECONDS,
            "application_name": "sayso",
            **given,
            "client_encoding": "utf8",
            "options": " ".join([*([given["options"]] if "options" in given else []), _SETTINGS]),
        }
        engine = create_engine(
            url.set(drivername="postgresql+psycopg", query={}),
            connect_args=asked,
            pool_size=KEPT_OPEN,
            max_overflow=AT_MOST - KEPT_OPEN,
            pool_pre_ping=True,
            hide_parameters=True,
        )
        event.listen(engine, "begin", _begin)
        super().__init__(
            where,
            engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True),
            engine.execution_options(isolation_level="READ COMMITTED", sayso_writes=True),
        )

    def is_ours(self, connection: Connection) -> bool:
        """By the table `sayso`; a database without tables is no other program's."""
        self._check_server(connection)
        if connection.execute(text("SELECT to_regclass('public.sayso')")).scalar() is not None:
            return True
        stranger = connection.execute(_STRANGERS).scalar()
        if stranger is not None:
            what = f"this is another program's database (it has a table {stranger}), no ledger"
            raise SaysoError(Problem(self.where, what, _NOT_OPENED, "Make a database for the ledger alone: createdb."))
        if not self._create:
            what, remedy = "there is no ledger here", "Make one with: sayso add PATH --ledger URL."
            raise SaysoError(Problem(self.where, what, "nothing to show", remedy))
        return False

    def prepare(self) -> None:
        """Nothing: a server is ready."""

    def claim(self, connection: Connection) -> None:
        """Make the table that marks the database."""
        connection.execute(text("CREATE TABLE sayso (made timestamptz NOT NULL DEFAULT now())"))
        connection.execute(text("COMMENT ON TABLE sayso IS 'A ledger of sayso; no other program writes here.'"))

    def settle(self, connection: Connection) -> None:
        """Text of any length in binary order, as SQLite has it: whatever step made a column, and whatever the
        database's own language is."""
        columns: dict[str, list[str]] = {}
        for row in connection.execute(_WORDS):
            columns.setdefault(row.table, []).append(row.column)
        quoted = connection.dialect.identifier_preparer.quote
        for table, names in columns.items():
            changes = ", ".join(f'ALTER COLUMN {quoted(name)} TYPE text COLLATE "C"' for name in names)
            connection.exec_driver_sql(f"ALTER TABLE {quoted(table)} {changes}")

    def problem_of(self, error: BaseException) -> Problem:
        """By the SQLSTATE, or where the server gave none by the words with which the connection was refused."""
        state, said = getattr(error, "sqlstate", None) or "", self._said(error)
        if state:
            return _by_state(self.where, state, said)
        return _by_words(self.where, said)

    def _said(self, error: BaseException) -> str:
        """The server's own sentence, without the details, which may hold what is kept."""
        primary = getattr(getattr(error, "diag", None), "message_primary", None)
        lines = [line.strip() for line in str(primary or error).splitlines() if line.strip()]
        said = lines[0] if lines else type(error).__name__
        return said.replace(self._secret, "***") if len(self._secret) >= SHORTEST_SECRET else said

    def _check_server(self, connection: Connection) -> None:
        version: tuple[Any, ...] = connection.dialect.server_version_info or (0,)
        if version[0] < OLDEST:
            what = f"this is PostgreSQL {'.'.join(map(str, version))}, and sayso needs {OLDEST} or later"
            raise SaysoError(Problem(self.where, what, _NOT_OPENED, "Upgrade the server."))
        encoding = connection.execute(text("SHOW server_encoding")).scalar()
        if encoding != "UTF8":
            what, remedy = f"this database keeps text as {encoding}, not as UTF-8", "Make one with: createdb -E UTF8."
            raise SaysoError(Problem(self.where, what, _NOT_OPENED, f"{remedy[:-1]} -T template0."))


def _url_of(name: StoreName) -> URL:
    form = "Write it so: postgresql://USER:PASSWORD@HOST:PORT/DATABASE, with @ : / ? # in a password as %40 and so on."
    try:
        url = make_url(name.given)
    except (ArgumentError, ValueError):
        raise SaysoError(Problem(str(name), "this is not the URL of a database", _NOT_OPENED, form)) from None
    if "@" in (url.host or ""):
        raise SaysoError(Problem(str(name), "this URL has an @ too many", _NOT_OPENED, form))
    if not url.database:
        raise SaysoError(Problem(str(name), "this URL names no database", _NOT_OPENED, form))
    secret = url.query.get("password")
    return url.set(password=secret).difference_update_query(["password"]) if isinstance(secret, str) else url


def _begin(connection: Connection) -> None:
    options: Any = connection.get_execution_options()
    if options.get("sayso_writes"):
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {int(BUSY_SECONDS * 1000)}")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({MARK})")


def _by_state(where: str, state: str, said: str) -> Problem:
    if state in ("55P03", "57014", "40001", "40P01"):
        return busy(where)
    if state in ("42501", "25006"):
        return Problem(
            where,
            f"this user may not write in this ledger ({said})",
            "nothing was kept",
            "Name a user who may, or the server that is written to.",
        )
    if state == "53300":
        return crowded(where)
    if state in ("53100", "53200", "54000"):
        return Problem(
            where,
            f"the server cannot take more ({said})",
            "the article at hand was not kept, those before it were",
            f"Make room and {_AGAIN}",
        )
    if state.startswith(("08", "57P")):
        return _lost(where, said)
    if state.startswith("XX00"):
        return Problem(
            where,
            f"this ledger is damaged ({said})",
            "not opened or not read to the end",
            "Restore it from a copy, or add the articles again to a new ledger.",
        )
    if state.startswith("28") or state == "3D000":
        return _by_words(where, said)
    return Problem(where, f"the ledger cannot be used ({said})", _NOT_OPENED, "Check the database, or restore a copy.")


def _by_words(where: str, said: str) -> Problem:
    reason = said.rsplit("FATAL:", 1)[-1].strip()
    if "password" in reason or "authentication" in reason or "no pg_hba.conf entry" in reason or "role" in reason:
        what, remedy = f"the server does not let this user in ({reason})", "Check the user and the password in the URL."
    elif "database" in reason and "does not exist" in reason:
        what, remedy = f"there is no such database ({reason})", "Make it on the server with: createdb."
    elif "too many" in reason or "remaining connection slots" in reason:
        return crowded(where)
    elif "connection failed" in said or "could not" in said or "timeout" in said or "starting up" in said:
        what = f"no PostgreSQL answers there ({reason})"
        remedy = "Check that the server runs, and the host and port in the URL."
    else:
        return _lost(where, reason)
    return Problem(where, what, _NOT_OPENED, remedy)


def _lost(where: str, said: str) -> Problem:
    return Problem(where, f"the connection to the server was lost ({said})", _WHOLE_OR_NOT, f"Try again: {_AGAIN}")
