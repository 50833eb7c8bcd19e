"""The watch itself: it sees what it is there to see."""

from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from playwright.sync_api import Browser

from sayso.web.app import HEADERS
from tests.browser.serving import serving
from tests.browser.watching import NARROW, overflow, sticking_out, window

FAULTY = {
    "inline": "<main><script>document.title = 'broken'</script></main>",
    "handler": "<main><img src='/nothing.png' onerror='1'></main>",
    "elsewhere": "<main><a href='http://elsewhere.example/'>go</a></main>",
}


@pytest.fixture(scope="module")
def faulty() -> Iterator[str]:
    """A server of faulty pages with the desk's own headers."""
    app = FastAPI()

    @app.get("/{name}")
    def page(name: str) -> HTMLResponse:
        return HTMLResponse(f"<!doctype html><title>whole</title>{FAULTY.get(name, '')}", headers=HEADERS)

    with serving(app) as home:
        yield home


def complained(browser: Browser, home: str, path: str) -> str:
    """What fails a test that only opens this page, and follows its link if it has one."""
    with pytest.raises(AssertionError) as caught:
        visit(browser, home, path)
    return str(caught.value)


def visit(browser: Browser, home: str, path: str) -> None:
    with window(browser, home) as page:
        page.goto(path)
        assert page.title() == "whole"
        if page.get_by_role("link").count():
            page.get_by_role("link").click()
        page.wait_for_timeout(200)


def test_a_script_in_the_page_is_refused_and_seen(chromium: Browser, faulty: str) -> None:
    assert "refused: inline" in complained(chromium, faulty, "/inline")


def test_a_handler_in_an_element_is_refused_and_seen(chromium: Browser, faulty: str) -> None:
    assert "refused: inline" in complained(chromium, faulty, "/handler")


def test_what_is_asked_of_another_host_is_lost_and_seen(chromium: Browser, faulty: str) -> None:
    assert "asked of another: http://elsewhere" in complained(chromium, faulty, "/elsewhere")


def test_what_sticks_out_is_named(chromium: Browser, faulty: str) -> None:
    with window(chromium, faulty, NARROW) as page:
        page.set_content("<p id=long>" + "settlement" * 60 + "</p><pre id=boxed style='overflow-x:auto'>" + "x" * 900)
        assert overflow(page) > 0
        assert [each for each in sticking_out(page) if "boxed" in each] == []
        assert any("long" in each for each in sticking_out(page))
