"""A browser, a desk that it looks at, and windows that are watched."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from sayso.web.app import desk
from tests.browser.pile import Known, fill, known
from tests.browser.serving import serving
from tests.browser.watching import window
from tests.missing import missing

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
"""No name leads anywhere: what a page asks of another host than the desk is lost, and seen."""

STORES = ("sqlite",)

Look = Callable[..., Page]


@dataclass(frozen=True)
class Site:
    """A desk that is open: its address, its ledger, and the ids of what is in it."""

    home: str
    ledger: str
    ids: Known

    def path(self, path: str) -> str:
        """ "/claim/{claim}" with its id."""
        return path.format(**vars(self.ids))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests."""
    found = next((path for path in map(shutil.which, NAMES) if path), None)
    if found is None:
        missing("chromium", "apt-get install chromium")
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=found, args=[*root, ALONE, "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@pytest.fixture(scope="session", params=STORES)
def site(request: pytest.FixtureRequest, chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The desk on the pile, in each store; tests that share it only look."""
    location = str(tmp_path_factory.mktemp("browser") / "war.sayso")
    fill(location)
    with serving(desk(location)) as home:
        yield Site(home, location, known(location))


@pytest.fixture
def look(site: Site, chromium: Browser) -> Iterator[Look]:
    """`look(390, "dark")`: a window on the shared desk; what it complains of fails the test at its end."""
    with ExitStack() as stack:

        def open_(*size: Any, **how: Any) -> Page:
            seen: AbstractContextManager[Page] = window(chromium, site.home, *size, **how)
            return stack.enter_context(seen)

        yield open_


Window = Callable[..., AbstractContextManager[Page]]


@pytest.fixture
def own(chromium: Browser, tmp_path: Path) -> Iterator[tuple[Site, Window]]:
    """A desk of one's own, to write at, and windows on it."""
    location = str(tmp_path / "war.sayso")
    fill(location)
    with serving(desk(location)) as home:
        yield Site(home, location, known(location)), partial(window, chromium, home)
