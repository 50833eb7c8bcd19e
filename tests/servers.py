"""A PostgreSQL server for the tests: found on this machine, run in a folder of its own, and gone afterwards.

SAYSO_POSTGRESQL names another one, by the URL of a user who may make databases.
"""

import os
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import Engine, create_engine, make_url

from sayso.ledger import Ledger

TEMPLATE = f"sayso_template_{os.getpid()}"
HOW = "PostgreSQL 15 or later is not here: what is tested on it is left out. To have it: apt-get install postgresql"
_STARTS_WITHIN = 60.0
_FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=64MB", "autovacuum=off")


@dataclass
class Server:
    """A server that runs; `url` is its administrator's."""

    url: str
    _numbers: Iterator[int] = field(default_factory=count)

    def fresh(self, *, empty: bool = False) -> str:
        """The URL of a new database: with the tables of a ledger, or `empty`."""
        number = next(self._numbers)
        if number == 0:
            self.run(f"DROP DATABASE IF EXISTS {TEMPLATE} WITH (FORCE)", f"CREATE DATABASE {TEMPLATE}")
            Ledger.open(self.of(TEMPLATE)).close()
        name = f"sayso_test_{os.getpid()}_{number}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {'template1' if empty else TEMPLATE}")
        return self.of(name)

    def copied(self, url: str) -> str:
        """The URL of a new database that has what that one has; nobody may be connected to it."""
        name = f"sayso_test_{os.getpid()}_{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {make_url(url).database}")
        return self.of(name)

    def drop(self, url: str) -> None:
        """Take a database away, whoever is still connected to it."""
        self.run(f"DROP DATABASE IF EXISTS {make_url(url).database} WITH (FORCE)")

    def of(self, database: str, **other: Any) -> str:
        """The URL of a database, of another user if one is given."""
        return make_url(self.url).set(database=database, **other).render_as_string(hide_password=False)

    def run(self, *statements: str, database: str = "postgres") -> None:
        """Run statements as the administrator."""
        with psycopg.connect(self.of(database), autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement.encode())


def raw(location: str) -> Engine:
    """A way past the ledger to the tables of one, by its path or URL."""
    if "://" in location:
        return create_engine(make_url(location).set(drivername="postgresql+psycopg"))
    return create_engine(f"sqlite:///{location}")


def binaries() -> Path | None:
    """The folder of `initdb` and `postgres`, of the newest version that is installed."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name), reverse=True)
    on_path = shutil.which("postgres")
    folders = [*([Path(on_path).parent] if on_path else []), *debian]
    return next((each for each in folders if (each / "initdb").exists() and (each / "postgres").exists()), None)


@contextmanager
def server(folder: Path) -> Iterator[Server]:
    """A server run from the binaries in a folder, as a user who is not root, since it refuses to be."""
    home = Path(tempfile.mkdtemp(prefix="sayso-postgresql-"))
    as_other: dict[str, Any] = {}
    if os.geteuid() == 0:
        user = _user()
        os.chown(home, user.pw_uid, user.pw_gid)
        as_other = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    secret, data = secrets.token_hex(8), home / "data"
    (home / "secret").write_text(secret)
    (home / "secret").chmod(0o644)
    try:
        _make(folder, data, home / "secret", as_other)
        port = _free_port()
        settings = (*_FAST, "listen_addresses=127.0.0.1", "unix_socket_directories=", f"port={port}")
        options = [word for setting in settings for word in ("-c", setting)]
        with (home / "log").open("wb") as log:
            running = subprocess.Popen(
                [folder / "postgres", "-D", data, *options], stdout=log, stderr=log, cwd=home, **as_other
            )
        try:
            url = f"postgresql://sayso:{secret}@127.0.0.1:{port}/postgres"
            _wait(url, running, home / "log")
            yield Server(url)
        finally:
            running.send_signal(signal.SIGQUIT)
            running.wait(30)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _make(folder: Path, data: Path, secret: Path, as_other: dict[str, Any]) -> None:
    """English by ICU, so that whatever is not sorted in binary order is seen not to be; else in the C locale."""
    plain = [folder / "initdb", "-D", data, "-U", "sayso", "-A", "scram-sha-256", "--pwfile", secret, "--no-sync"]
    plain += ["-E", "UTF8", "--locale=C.UTF-8"]
    for more in (["--locale-provider=icu", "--icu-locale=en-US"], []):
        done = subprocess.run([*plain, *more], capture_output=True, text=True, cwd=data.parent, check=False, **as_other)
        if done.returncode == 0:
            return
    raise RuntimeError(done.stderr)


def _wait(url: str, running: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + _STARTS_WITHIN
    while True:
        try:
            psycopg.connect(url).close()
            return
        except psycopg.OperationalError:
            if running.poll() is not None or time.monotonic() > until:
                raise RuntimeError(log.read_text(errors="replace")) from None
            time.sleep(0.05)


def _user() -> Any:
    import pwd  # there is none on Windows, where nobody is root

    known = {each.pw_name: each for each in pwd.getpwall()}
    return known.get("postgres") or known["nobody"]


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
