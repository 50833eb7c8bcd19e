"""A browser, desks that it looks at in every store, and windows that are watched."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from sayso import workspace
from sayso.model.person import Role
from sayso.web.app import desk
from sayso.workspace import Workspace
from tests.browser.pile import Known, fill, known
from tests.browser.serving import serving
from tests.browser.watching import window
from tests.intake.test_fetch import Web, ok
from tests.ledger.example import numbered, read_page
from tests.servers import Server

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HOW = "chromium is not here: what is tested in a browser is left out. To have it: apt-get install chromium"
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
"""No name leads anywhere: what a page asks of another host than the desk is lost, and seen."""

ADMIN, PASSWORD = "Mara Venn", "four towns on the Ilva"
"""Who is at the desk of a ledger that a team shares."""

Look = Callable[..., Page]


@dataclass(frozen=True)
class Site:
    """A desk that is open: its address, its ledger, the ids of what is in it, and a session where it asks for one."""

    home: str
    ledger: str
    ids: Known
    session: str | None = None

    def path(self, path: str) -> str:
        """ "/claim/{claim}" with its id."""
        return path.format(**vars(self.ids))

    def window(self, browser: Browser, *size: Any, **how: Any) -> AbstractContextManager[Page]:
        """A window on it, of a browser of its own."""
        return window(browser, self.home, *size, session=self.session, **how)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests."""
    found = next((path for path in map(shutil.which, NAMES) if path), None)
    if found is None:
        pytest.skip(HOW)
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=found, args=[*root, ALONE, "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@dataclass(frozen=True)
class Model:
    """A ledger of the pile that others are copied from, the ids in it, and a session of its admin if it has one."""

    location: str
    ids: Known
    session: str | None

    def copied(self, to: Path, server: Server | None) -> str:
        """The same ledger again: a file in this folder, or another database."""
        if server is None:
            shutil.copy(self.location, to / "war.sayso")
            return str(to / "war.sayso")
        return server.copied(self.location)


@pytest.fixture(scope="session")
def model(chromium: Browser, store: str, served: Server | None, tmp_path_factory: pytest.TempPathFactory) -> Model:
    """Made once in each store."""
    location = served.fresh() if served else str(tmp_path_factory.mktemp("model") / "war.sayso")
    fill(location)
    session = None
    if served:
        with Workspace(location).open() as opened:
            opened.people.add(ADMIN, PASSWORD, Role.ADMIN)
            session = opened.people.enter(ADMIN, PASSWORD)
    return Model(location, known(location), session)


@pytest.fixture(scope="session")
def served(request: pytest.FixtureRequest, store: str) -> Server | None:
    """The server that ledgers lie on, where they do not lie in files."""
    return request.getfixturevalue("postgresql") if store == "postgresql" else None


@pytest.fixture(scope="session")
def site(model: Model, served: Server | None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The desk on the pile, in each store; tests that share it only look."""
    with opened(model, served, tmp_path_factory.mktemp("site")) as found:
        yield found


@pytest.fixture
def look(site: Site, chromium: Browser) -> Iterator[Look]:
    """`look(390, "dark")`: a window on the shared desk; what it complains of fails the test at its end."""
    with ExitStack() as stack:
        yield lambda *size, **how: stack.enter_context(site.window(chromium, *size, **how))


@pytest.fixture
def web() -> Web:
    """The world outside, as far as the desk may ask it: one article."""
    return Web({"/2031/seven": ok(numbered(7)[0].content, "text/plain; charset=utf-8")})


@pytest.fixture
def own(
    model: Model, served: Server | None, tmp_path: Path, web: Web, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Site]:
    """A desk of one's own, to write at, whose reader needs no model."""
    monkeypatch.setattr(workspace, "read_page", read_page)
    with opened(model, served, tmp_path, web) as found:
        yield found


@contextmanager
def opened(model: Model, server: Server | None, folder: Path, web: Web | None = None) -> Iterator[Site]:
    """A desk on a copy of the model."""
    location = model.copied(folder, server)
    try:
        with serving(desk(location, rules=web.rules() if web else None)) as home:
            yield Site(home, location, model.ids, model.session)
    finally:
        if server is not None:
            server.drop(location)
