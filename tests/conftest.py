"""One scenario, every store: what runs on a ledger runs in a SQLite file and in a PostgreSQL database.

With SAYSO_ALL in the environment nothing is left out: a test that is skipped has failed.
"""

import os
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest

from tests.servers import HOW, TEMPLATE, Server, binaries, server

TO_HAVE_IT = "To have it: "
"""What the reason of a skip says before it says how to have what is wanting."""

Place = Callable[..., str]
"""`place("war.sayso")` is where a ledger of that name lies in this test: a path, or the URL of a database."""


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A PostgreSQL server."""
    if named := os.environ.get("SAYSO_POSTGRESQL"):
        yield Server(named)
        Server(named).run(f"DROP DATABASE IF EXISTS {TEMPLATE} WITH (FORCE)")
        return
    folder = binaries()
    if folder is None:
        pytest.skip(HOW)
    with server(folder) as running:
        yield running


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest) -> str:
    """The name of a store; a test that has it runs once on each."""
    if request.param == "postgresql":
        request.getfixturevalue("postgresql")
    return str(request.param)


@pytest.fixture
def place(store: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    """Where ledgers lie in one test."""
    with _places(store, request, tmp_path) as found:
        yield found


@pytest.fixture(scope="module")
def shared_place(
    store: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Place]:
    """Where ledgers lie that the tests of one file share and only look at."""
    with _places(store, request, tmp_path_factory.mktemp("shared")) as found:
        yield found


class _places:
    """Paths in a folder, or databases of their own on the server."""

    def __init__(self, store: str, request: pytest.FixtureRequest, folder: Path) -> None:
        self._server: Server | None = request.getfixturevalue("postgresql") if store == "postgresql" else None
        self._folder, self._known = folder, dict[str, str]()

    def __enter__(self) -> Place:
        return self._place

    def __exit__(self, *_: object) -> None:
        if self._server is not None:
            for url in self._known.values():
                self._server.drop(url)

    def _place(self, name: str = "war.sayso", *, empty: bool = False) -> str:
        if name not in self._known:
            self._known[name] = str(self._folder / name) if self._server is None else self._server.fresh(empty=empty)
        return self._known[name]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """With SAYSO_ALL a test that is left out has failed; else all that want one thing are told of in one row."""
    report = yield
    if not report.skipped or hasattr(report, "wasxfail"):
        return report
    assert isinstance(report.longrepr, tuple)
    why = report.longrepr[2]
    if os.environ.get("SAYSO_ALL"):
        report.outcome, report.longrepr = "failed", f"left out, and SAYSO_ALL leaves nothing out: {why}"
    elif TO_HAVE_IT in why:
        report.longrepr = ("tests", 0, why)
    return report
