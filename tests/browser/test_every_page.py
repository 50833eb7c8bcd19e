"""Every page, wide and narrow, light and dark, with scripts and without."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from sayso.web.app import desk
from tests.browser.conftest import Look, Site
from tests.browser.pages import PAGES, READING, Shown
from tests.browser.watching import HEIGHT, NARROW, WIDE, overflow, sticking_out
from tests.web.test_security import routes

GRAVE = ("serious", "critical")
AXE = Axe()


@pytest.mark.parametrize("shown", PAGES, ids=str)
def test_a_page_is_sound_wide_and_narrow_light_and_dark(look: Look, site: Site, store: str, shown: Shown) -> None:
    page = look(WIDE, expected=(f"status of {shown.status}",) if shown.status >= 400 else ())
    answer = page.goto(site.path(shown.path))
    assert answer is not None
    assert answer.status == shown.status
    expect(page.get_by_role("main")).to_contain_text(shown.words)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    found = [] if store == "postgresql" else grave_faults(page)  # what is drawn is the same in every store
    page.emulate_media(color_scheme="dark")
    found += [] if store == "postgresql" else grave_faults(page)
    assert overflow(page) <= 0, sticking_out(page)
    page.set_viewport_size({"width": NARROW, "height": HEIGHT[NARROW]})
    assert overflow(page) <= 0, sticking_out(page)
    assert found == []
    assert page.title() != "broken"


OTHERWHERE = {
    "/undo": "judging",
    "/login": "teams",
    "/adding/{job}": "adding",
    "/report.html": "report",
    "/": "looking",
}
"""Pages that are tested where they come about, by the test that does."""


def test_no_page_of_the_desk_is_left_out(site: Site) -> None:
    paths = {each.path.split("?")[0] for each in PAGES}
    missed = [
        route.path
        for route in routes(desk(site.ledger))
        if "GET" in route.methods
        and not route.path.endswith(".json")
        and route.path not in OTHERWHERE
        and not any(route.path_regex.match(site.path(path)) for path in paths)
    ]
    assert missed == []


@pytest.mark.parametrize("shown", READING, ids=str)
def test_a_page_can_be_read_without_a_script(look: Look, site: Site, shown: Shown) -> None:
    page = look(NARROW, "dark", java_script_enabled=False)
    page.goto(site.path(shown.path))
    expect(page.get_by_role("main")).to_contain_text(shown.words)


def grave_faults(page: Page) -> list[str]:
    """What axe finds that keeps somebody out, each with the element and what is wrong with it."""
    return [
        f"{each['id']}: {node['html'][:120]} {(node['any'] or node['all'] or node['none'])[0].get('message', '')}"
        for each in AXE.run(page).response["violations"]
        if each["impact"] in GRAVE
        for node in each["nodes"][:4]
    ]
