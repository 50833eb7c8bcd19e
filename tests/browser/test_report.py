"""The report in a browser: opened from a disk without a network, on a phone, and printed."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Look, Site
from tests.browser.test_every_page import grave_faults
from tests.browser.watching import HEIGHT, NARROW, WIDE, overflow, sticking_out, window


@pytest.fixture
def handed_on(look: Look, site: Site, tmp_path: Path) -> Path:
    """The report on the contested claims, and on the hostile one, as the browser keeps it."""
    page = look()
    page.goto("/claims")
    with page.expect_download() as kept:
        page.get_by_role("link", name="Report on these").click()
    assert re.fullmatch(r"sayso-report-[\w.-]+\.html", kept.value.suggested_filename)
    path = tmp_path / kept.value.suggested_filename
    kept.value.save_as(path)
    return path


def test_the_file_opens_alone_and_prints(chromium: Browser, handed_on: Path) -> None:
    with window(chromium, "file://", offline=True) as page:
        page.goto(handed_on.as_uri())
        expect(page.get_by_role("heading", level=1)).to_have_text("On whose say-so?")
        assert page.locator("text=onerror").first.is_visible()
        assert grave_faults(page) == []
        assert overflow(page) <= 0
        page.set_viewport_size({"width": NARROW, "height": HEIGHT[NARROW]})
        assert overflow(page) <= 0, sticking_out(page)
        page.set_viewport_size({"width": WIDE, "height": HEIGHT[WIDE]})
        page.get_by_role("link", name="[1]").first.click()
        expect(page.locator("#article-1")).to_be_in_viewport()
        for paper in ("A4", "Letter"):
            assert page.pdf(format=paper).startswith(b"%PDF-")


def test_a_report_is_made_on_the_claims_that_are_ticked(look: Look, tmp_path: Path) -> None:
    page = look()
    page.goto("/claims?side=Varnia")
    expect(page.get_by_role("button", name="Report on those ticked")).to_be_hidden()
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.keyboard.press("j")
    page.keyboard.press("x")
    with page.expect_download() as kept:
        page.get_by_role("button", name="Report on those ticked").click()
    kept.value.save_as(tmp_path / "report.html")
    told = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "2 claims, with what each stands on" in told
    words = [each.inner_text() for each in page.locator("[data-row] [data-open]").all()[:2]]
    assert all(each in told for each in words)
