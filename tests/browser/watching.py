"""A browser that is watched: whatever it complains of, and whatever it asks of anyone but the desk, fails the test."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

WIDE, NARROW = 1440, 390
HEIGHT = {WIDE: 900, NARROW: 844}
PATIENCE = 15_000
"""Milliseconds for what a page must show: far more than it takes, on a machine that does much else."""

COOKIE = "sayso"
"""The session's, of a desk that does not know its port."""

TELL = "document.addEventListener('securitypolicyviolation', e => console.error(`refused: ${e.blockedURI}`))"


@dataclass
class Watch:
    """What one browser window is seen to do wrong."""

    home: str
    faults: list[str] = field(default_factory=list)
    expected: tuple[str, ...] = ()

    def over(self, context: BrowserContext) -> None:
        """Begin to watch."""
        context.on("console", self._console)
        context.on("weberror", lambda error: self.faults.append(f"error: {error.error}"))
        context.on("request", self._request)
        context.add_init_script(TELL)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not any(each in message.text for each in self.expected):
            self.faults.append(f"{message.type}: {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((f"{self.home}/", "data:", "about:", "blob:")):
            self.faults.append(f"asked of another: {request.url}")


@contextmanager
def window(
    browser: Browser,
    home: str,
    width: int = WIDE,
    scheme: Any = "light",
    *,
    session: str | None = None,
    expected: tuple[str, ...] = (),
    **how: Any,
) -> Iterator[Page]:
    """A window of a browser of its own, with nothing kept from before; `page.goto("/claims")` goes to the desk."""
    watch = Watch(home, expected=expected)
    context = browser.new_context(
        base_url=home,
        viewport={"width": width, "height": HEIGHT.get(width, 900)},
        color_scheme=scheme,
        reduced_motion="reduce",
        has_touch=width == NARROW,
        **how,
    )
    context.set_default_timeout(PATIENCE)
    watch.over(context)
    if session is not None:
        context.add_cookies([{"name": COOKIE, "value": session, "url": home}])
    try:
        yield context.new_page()
        assert not watch.faults, "; ".join(watch.faults)
    finally:
        context.close()


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    return int(page.evaluate("document.scrollingElement.scrollWidth - document.documentElement.clientWidth"))


def sticking_out(page: Page) -> list[str]:
    """The elements that reach beyond the right edge, and are not scrolled in a box of their own."""
    return page.evaluate(  # type: ignore[no-any-return]
        """() => {
            const edge = document.documentElement.clientWidth + 1;
            const reach = (each) => {
                const box = each.getBoundingClientRect();
                const inside = getComputedStyle(each).overflowX === "visible" ? each.scrollWidth || 0 : 0;
                return Math.max(box.right, box.left + inside);
            };
            const boxed = (each) => each.parentElement && each.parentElement !== document.body &&
                (getComputedStyle(each.parentElement).overflowX !== "visible" || boxed(each.parentElement));
            return [...document.querySelectorAll("body *")]
                .filter((each) => reach(each) > edge && !boxed(each))
                .slice(0, 8).map((each) => each.outerHTML.slice(0, 120));
        }"""
    )
