"""Adding at the desk: a pasted text, files, an address; progress, and what became of each."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sayso import pipeline, workspace
from tests.browser.conftest import Site
from tests.browser.test_every_page import grave_faults
from tests.browser.watching import NARROW, WIDE, overflow, sticking_out
from tests.intake.test_fetch import Web
from tests.ledger.example import numbered

SEVEN = numbered(7)[0].content.decode()
BRIDGE = """The road bridge at Ozrel has been blown up, the local site Karsk Lens reported on Wednesday.
"We will not hold Tarn past Easter," Anton Brezhan, the deputy governor of Tarn region, told reporters.
"""


def finished(page: Page, told: str) -> None:
    """Wait for the job to be done."""
    expect(page).to_have_url(re.compile("/adding/[0-9a-f]{16}$"))
    expect(page.get_by_role("main")).to_contain_text(told, timeout=30_000)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_pasted_text_becomes_claims_that_can_be_looked_at(own: Site, chromium: Browser, width: int) -> None:
    with own.window(chromium, width) as page:
        page.goto("/claims")
        page.get_by_role("link", name="Add", exact=True).click()
        page.get_by_label("The article, whole").fill(SEVEN)
        page.get_by_role("textbox", name="Headline").fill("Drones over the river")
        page.get_by_role("button", name="Add the text").click()
        finished(page, "All done: 1 article read (1 statement).")
        assert overflow(page) <= 0, sticking_out(page)
        page.goto("/search?words=drones")
        expect(page.get_by_role("main")).to_contain_text("The army lost 7 drones")


def test_files_are_uploaded_and_what_cannot_be_read_is_a_row(own: Site, chromium: Browser, tmp_path: Path) -> None:
    for name, content in (
        ("eight.txt", numbered(8)[0].content),
        ("seven.txt", SEVEN.encode()),
        ("photo.jpg", b"\xff\xd8\xff"),
    ):
        (tmp_path / name).write_bytes(content)
    with own.window(chromium) as page:
        page.goto("/add")
        files = sorted(str(path) for path in tmp_path.glob("*.*") if path.suffix in (".txt", ".jpg"))
        page.locator("input[type=file]").set_input_files(files)
        page.get_by_role("button", name="Add the files").click()
        finished(page, "All done")
        told = page.get_by_role("main")
        expect(told).to_contain_text("a file of this kind is no article")
        assert grave_faults(page) == []


def test_an_address_is_fetched_and_one_that_leads_inside_is_refused(own: Site, chromium: Browser, web: Web) -> None:
    with own.window(chromium) as page:
        page.goto("/add")
        assert web.reached == []
        asked = "http://karsk-courier.example/2031/seven\nhttp://inside.example/admin"
        page.get_by_label("One a line").fill(asked)
        page.get_by_role("button", name="Fetch and add").click()
        finished(page, "All done")
        expect(page.get_by_role("main")).to_contain_text("inside.example is not in the public Internet")
        expect(page.get_by_role("link", name=re.compile("article|seven|karsk")).first).to_be_visible()
    assert {address for address, _ in web.reached} == {"93.184.215.14"}


def test_a_text_is_read_by_the_reader_itself(
    own: Site, chromium: Browser, store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if store != "sqlite":
        return  # the reader knows nothing of stores, and takes its time
    monkeypatch.setattr(workspace, "read_page", lambda page, parties=(): pipeline.read_page(page, parties))
    with own.window(chromium, java_script_enabled=False) as page:
        page.goto("/add")
        page.get_by_label("The article, whole").fill(BRIDGE)
        page.get_by_role("textbox", name="Outlet").fill("Frontier Post")
        page.get_by_role("textbox", name="Day of the page").fill("2024-03-21")
        page.get_by_role("button", name="Add the text").click()
        finished(page, "All done: 1 article read")
        page.goto("/claims?words=Easter")
        expect(page.get_by_role("table")).to_contain_text("We will not hold Tarn past Easter")
        expect(page.get_by_role("table")).to_contain_text("Anton Brezhan")
