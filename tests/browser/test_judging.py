"""Judging: with the keyboard and back, claims merged and split, and two people at once without losing either's work."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Site
from tests.browser.test_every_page import grave_faults
from tests.browser.watching import HEIGHT, NARROW, WIDE, overflow, sticking_out
from tests.ledger.pile import HELD, TWELVE


def form(page: Page, name: str) -> Locator:
    """What is decided under this name, opened."""
    one = page.locator("details.judge-one").filter(has=page.locator("summary b").get_by_text(name, exact=True))
    if one.get_attribute("open") is None:
        one.locator("summary").click()
    return one.locator("form")


def test_a_side_is_fixed_with_the_keyboard_alone_and_taken_back(own: Site, chromium: Browser) -> None:
    with own.window(chromium) as page:
        page.goto(own.path("/article/{article}"))
        notes = page.locator(".note[data-row]")
        army = notes.filter(has_text="Ostrel's army")
        for _ in range(10):
            page.keyboard.press("j")
            if "Ostrel's army" in page.evaluate("document.activeElement.innerText"):
                break
        expect(army).to_be_focused()
        page.keyboard.press("e")
        expect(army.locator("summary").filter(has_text="Speaker")).to_be_focused()
        page.keyboard.press("Tab")
        expect(army.locator("summary").filter(has_text="Side")).to_be_focused()
        page.keyboard.press("Enter")
        expect(army.get_by_label("Side", exact=True)).to_be_focused()
        assert grave_faults(page) == []
        assert overflow(page) <= 0, sticking_out(page)
        page.keyboard.press("ControlOrMeta+a")
        page.keyboard.type("Varnia")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.type("it is on the tape")
        page.keyboard.press("Enter")
        expect(army.locator(".decided")).to_contain_text("side: Varnia")
        expect(army.locator(".decided")).to_contain_text("it is on the tape")
        page.keyboard.press("u")
        expect(army.locator(".decided")).to_have_count(0)
        page.keyboard.press("g")
        page.keyboard.press("l")
        expect(page.get_by_role("table")).to_contain_text("taken back by")
        expect(page.get_by_role("table")).to_contain_text("it is on the tape")


def test_claims_are_merged_graded_split_and_hidden(own: Site, chromium: Browser) -> None:
    with own.window(chromium) as page:
        page.goto(own.path("/claim/{claim}"))
        page.keyboard.press("e")
        form(page, "Merge with another claim").get_by_label("Find it by words").fill("Kestrel")
        page.keyboard.press("Enter")
        form(page, "Say the same as this claim").get_by_role("checkbox").first.check()
        form(page, "Say the same as this claim").get_by_label("Why").fill("the same count, by another")
        form(page, "Say the same as this claim").get_by_role("button", name="Merge").click()
        page.goto(own.path("/claim/{statement}"))
        expect(page.get_by_role("main")).to_contain_text("4 statements")
        page.locator("details.judge > summary").first.click()
        grade = form(page, "Likelihood")
        grade.get_by_label("In the words of ICD 203").select_option("likely")
        grade.get_by_role("button", name="Grade").click()
        expect(page.locator(".decisions").first).to_contain_text("likelihood: likely")
        page.goto(own.path("/claim/{statement}"))
        page.locator("details.judge > summary").first.click()
        split = form(page, "Split off")
        split.get_by_role("checkbox", name=re.compile(re.escape(TWELVE))).check()
        split.get_by_role("button", name="Split off").click()
        page.goto(own.path("/claim/{statement}"))
        expect(page.get_by_role("main")).to_contain_text("3 statements")
        page.locator("details.judge > summary").first.click()
        form(page, "Hide").get_by_role("button", name="Hide").click()
        page.goto("/claims")
        expect(page.get_by_role("table").get_by_role("link", name=HELD, exact=True)).to_have_count(0)
        page.goto("/journal")
        expect(page.get_by_role("row")).to_have_count(5)
        assert grave_faults(page) == []
        page.set_viewport_size({"width": NARROW, "height": HEIGHT[NARROW]})
        assert overflow(page) <= 0, sticking_out(page)


@pytest.mark.parametrize("how", [{}, {"java_script_enabled": False}], ids=["script", "no script"])
def test_two_at_once_see_both_values_and_lose_none(own: Site, chromium: Browser, how: dict[str, bool]) -> None:
    path = own.path("/judge/statement/{statement}")
    late = ("status of 409",)
    with own.window(chromium, WIDE, **how) as hers, own.window(chromium, NARROW, expected=late, **how) as his:
        for page in (hers, his):
            page.goto(path)
        form(hers, "Side").get_by_label("Side", exact=True).fill("none")
        form(hers, "Side").get_by_label("Why").fill("it is a hospital")
        form(hers, "Side").get_by_role("button", name="Set").click()
        form(his, "Side").get_by_label("Side", exact=True).fill("Ostrel")
        form(his, "Side").get_by_label("Why").fill("by its stamp")
        form(his, "Side").get_by_role("button", name="Set").click()
        expect(his.get_by_role("main")).to_contain_text("it is a hospital")
        expect(his.get_by_role("main")).to_contain_text("you, not keptOstrel")
        his.get_by_role("button", name="Decide it my way").click()
        hers.goto("/journal")
        expect(hers.get_by_role("table")).to_contain_text("it is a hospital")
        expect(hers.get_by_role("table")).to_contain_text("by its stamp")
