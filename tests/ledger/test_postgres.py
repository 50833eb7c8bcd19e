"""What is no ledger on a PostgreSQL server, or cannot be one, is refused with a row that says why."""

import socket
import sys
import threading
import time
from collections.abc import Iterator

import psycopg
import pytest
from sqlalchemy import make_url

from sayso.ledger import Ledger, postgres, search, store
from sayso.ledger.postgres import PostgresStore
from sayso.model.problem import Problem, SaysoError
from sayso.model.store import named
from tests.ledger.example import numbered, page, reading
from tests.servers import Server

SECRET = "s3cret/@x"


@pytest.fixture
def url(postgresql: Server) -> Iterator[str]:
    """A ledger without articles."""
    fresh = postgresql.fresh()
    yield fresh
    postgresql.drop(fresh)


@pytest.fixture
def bare(postgresql: Server) -> Iterator[str]:
    """A database without tables."""
    fresh = postgresql.fresh(empty=True)
    yield fresh
    postgresql.drop(fresh)


def refusal(url: str, **how: bool) -> Problem:
    with pytest.raises(SaysoError) as caught, Ledger.open(url, **how) as ledger:
        ledger.add(*numbered(1))
    problem = caught.value.problem
    password = make_url(url).password
    assert problem.where == str(named(url))
    assert password is None or str(password) not in f"{problem} {caught.value!r} {caught.value.__cause__}"
    return problem


def of_other(url: str, **parts: object) -> str:
    return make_url(url).set(**parts).render_as_string(hide_password=False)


def test_where_no_server_answers(postgresql: Server) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        problem = refusal(of_other(postgresql.url, port=nobody.getsockname()[1]))
    assert problem.what.startswith("no PostgreSQL answers there (")
    assert problem.what.endswith("Connection refused)")
    assert (problem.effect, problem.remedy) == (
        "not opened, nothing in it was changed",
        "Check that the server runs, and the host and port in the URL.",
    )


def test_a_wrong_password_is_not_shown(postgresql: Server) -> None:
    problem = refusal(of_other(postgresql.url, password=SECRET))
    assert problem.what == ('the server does not let this user in (password authentication failed for user "sayso")')


def test_a_database_that_is_not_there_is_not_made(postgresql: Server) -> None:
    problem = refusal(postgresql.of("nowhere"))
    assert problem.what == 'there is no such database (database "nowhere" does not exist)'
    assert problem.remedy == "Make it on the server with: createdb."


def test_another_programs_database_is_left_alone(postgresql: Server, bare: str) -> None:
    postgresql.run("CREATE TABLE bookmarks (url text)", database=str(make_url(bare).database))
    problem = refusal(bare)
    assert problem.what == "this is another program's database (it has a table bookmarks), no ledger"
    with psycopg.connect(bare) as connection:
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
    assert tables == [("bookmarks",)]


def test_an_older_server_is_refused(bare: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "OLDEST", 99)
    assert refusal(bare).what.endswith("and sayso needs 99 or later")


def test_a_database_that_cannot_hold_every_letter_is_refused(postgresql: Server) -> None:
    postgresql.run("CREATE DATABASE latin TEMPLATE template0 ENCODING LATIN1 LOCALE 'C' LOCALE_PROVIDER libc")
    try:
        assert refusal(postgresql.of("latin")).what == "this database keeps text as LATIN1, not as UTF-8"
    finally:
        postgresql.drop(postgresql.of("latin"))


def test_who_may_only_read_reads_and_does_not_write(postgresql: Server, url: str) -> None:
    with Ledger.open(url) as ledger:
        ledger.add(page(), reading())
    database = str(make_url(url).database)
    postgresql.run(
        "DROP ROLE IF EXISTS reader",
        "CREATE ROLE reader LOGIN PASSWORD 'reads-only'",
        "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader",
        database=database,
    )
    only = postgresql.of(database, username="reader", password="reads-only")
    try:
        with Ledger.open(only, write=False, create=False) as ledger:
            assert tuple(ledger.statements()) == reading().statements
        problem = refusal(only)
        assert problem.what == "this user may not write in this ledger (permission denied for table documents)"
        assert problem.effect == "nothing was kept"
    finally:
        postgresql.run("DROP OWNED BY reader", "DROP ROLE reader", database=database)


def test_a_writer_that_waits_too_long_for_another_gives_up(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "BUSY_SECONDS", 0.2)
    with Ledger.open(url) as one, Ledger.open(url) as other:
        ready, done = threading.Event(), threading.Event()

        def hold() -> None:
            with one._write():
                ready.set()
                done.wait(20)

        holding = threading.Thread(target=hold)
        holding.start()
        ready.wait(20)
        began = time.monotonic()
        with pytest.raises(SaysoError, match="another program has held this ledger for more than"):
            other.add(page(), reading())
        assert time.monotonic() - began < 10
        assert list(other.listed()) == []
        done.set()
        holding.join()
        assert other.add(page(), reading())


def test_a_connection_that_is_lost_halfway_leaves_nothing_and_is_made_anew(postgresql: Server, url: str) -> None:
    database = str(make_url(url).database)

    def cut(*_: object) -> None:
        postgresql.run(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}'")

    with Ledger.open(url) as ledger:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(search, "add", cut)
            with pytest.raises(SaysoError, match="the connection to the server was lost") as caught:
                ledger.add(page(), reading())
        assert caught.value.problem.effect == (
            "what was being written is kept wholly or not at all, all before it is kept"
        )
        assert list(ledger.listed()) == []
        assert ledger.add(page(), reading())
        walk = ledger.statements()
        next(walk)
        cut()
        walk.close()
        assert tuple(ledger.statements()) == reading().statements


@pytest.mark.parametrize(
    ("error", "what"),
    [
        (psycopg.errors.DiskFull("could not extend file"), "the server cannot take more (could not extend file)"),
        (psycopg.errors.TooManyConnections("sorry"), "too much is asked of this ledger at once"),
        (psycopg.errors.DataCorrupted("invalid page"), "this ledger is damaged (invalid page)"),
        (psycopg.errors.ReadOnlySqlTransaction("a standby"), "this user may not write in this ledger (a standby)"),
        (psycopg.errors.DeadlockDetected("x"), "another program has held this ledger for more than 60 seconds"),
        (psycopg.errors.SerializationFailure("x"), "another program has held this ledger for more than 60 seconds"),
        (psycopg.errors.AdminShutdown("going down"), "the connection to the server was lost (going down)"),
        (psycopg.OperationalError("server closed the connection unexpectedly\n\tThis probably"), None),
        (psycopg.errors.NotNullViolation("null value\nDETAIL:  Failing row contains (hash)."), None),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
)
def test_an_error_of_the_server_is_one_row(error: Exception, what: str | None) -> None:
    problem = PostgresStore(named(f"postgresql://desk:{SECRET.replace('/@', '%2F%40')}@db.example/war")).problem_of(
        error
    )
    assert problem.where == "postgresql://desk:***@db.example/war"
    assert problem.what == what or what is None
    assert "Failing row" not in str(problem)
    assert problem.effect
    assert problem.remedy.endswith(".")


@pytest.mark.parametrize(
    ("url", "what"),
    [
        ("postgresql://desk:s3cret@x@db.example/war", "this URL has an @ too many"),
        ("postgresql://desk:s3cret@db.example", "this URL names no database"),
        ("postgresql://desk:s3cret@db.example:none/war", "this is not the URL of a database"),
        ("postgresql://desk:s3cret@db.example:99999999/war", None),
        ("postgresql://desk@127.0.0.1:1/war?password=s3cret", None),
        ("postgresql://desk:s3cret@127.0.0.1:1/war?no_such_setting=1", None),
    ],
)
def test_a_url_that_names_no_database_is_one_row_without_its_password(url: str, what: str | None) -> None:
    with pytest.raises(SaysoError) as caught:
        Ledger.open(url)
    assert what is None or caught.value.problem.what == what
    cause: BaseException | None = caught.value
    while cause is not None:
        assert "s3cret" not in f"{cause} {cause!r}"
        cause = cause.__cause__


def test_no_password_in_what_a_ledger_shows_of_itself(url: str) -> None:
    password = str(make_url(url).password)
    with Ledger.open(url) as ledger:
        inner = ledger._store
        shown = f"{ledger!r} {ledger.where} {inner!r} {inner.reading!r} {inner.writing!r} {inner.reading.url}"
        with pytest.raises(SaysoError) as caught:
            ledger.find("ffff")
    assert password not in shown + str(caught.value)


def test_without_the_driver_one_row_says_how_to_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    monkeypatch.delitem(sys.modules, "sayso.ledger.postgres")
    with pytest.raises(SaysoError) as caught:
        Ledger.open("postgresql://desk:s3cret@db.example/war")
    assert caught.value.problem == Problem(
        "postgresql://desk:***@db.example/war",
        "PostgreSQL's driver is not installed (psycopg)",
        "not opened, nothing in it was changed",
        "Install it with: pip install 'sayso[teams]'",
    )


def test_text_is_sorted_as_sqlite_sorts_it_whatever_the_databases_language(url: str) -> None:
    with psycopg.connect(url) as connection:
        strange = connection.execute(
            "SELECT c.relname, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid "
            "WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped "
            "AND a.attcollation NOT IN (0, '\"C\"'::regcollation)"
        ).fetchall()
        assert strange == []
        assert connection.execute("SELECT 'a' < 'B'").fetchone() in ((True,), (False,))


def test_the_lock_is_waited_for_no_longer_than_the_file_is() -> None:
    assert postgres.BUSY_SECONDS == store.BUSY_SECONDS == 60.0
