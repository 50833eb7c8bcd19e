"""Looking: from the table of claims to a claim and its chain; with the keyboard, on a phone, and without a script."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Look, Site
from tests.browser.watching import NARROW, WIDE
from tests.ledger.pile import HELD, ROAD


def filtered(page: Page) -> None:
    """Ask for what is said of Tarn by Varnia, as a person does."""
    page.goto("/")
    page.get_by_label("Place").fill("Tarn")
    page.get_by_label("Said by").select_option("Varnia")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile(r"/claims\?.*place=Tarn.*side=Varnia"))
    expect(page.get_by_role("table").get_by_role("link", name=HELD)).to_be_visible()
    expect(page.get_by_role("table").get_by_role("link", name=ROAD)).to_have_count(0)


@pytest.mark.parametrize("how", [{}, {"java_script_enabled": False}], ids=["script", "no script"])
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_claim_is_found_by_its_place_and_side_and_opened(look: Look, width: int, how: dict[str, bool]) -> None:
    page = look(width, **how)
    filtered(page)
    page.get_by_role("link", name="at Tarn : take away").click()
    expect(page.get_by_role("table").get_by_role("link", name=ROAD)).to_be_visible()
    page.get_by_role("link", name=HELD, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(HELD)
    expect(page.get_by_role("main")).to_contain_text("Echoed: 3 articles, one root")


def test_the_table_is_walked_and_opened_with_the_keyboard(look: Look) -> None:
    page = look()
    page.goto("/claims")
    rows = page.locator("[data-row]")
    page.keyboard.press("j")
    expect(rows.nth(0)).to_be_focused()
    page.keyboard.press("j")
    expect(rows.nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(rows.nth(0)).to_be_focused()
    words = rows.nth(0).get_by_role("link").first.inner_text()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(words)
    page.wait_for_load_state()
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("covered market")
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_contain_text("At least 23 people were killed")
    page.wait_for_load_state()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("g")
    page.keyboard.press("c")
    expect(page).to_have_url(re.compile("/claims$"))


def test_the_first_stop_of_the_keyboard_leads_past_the_masthead(look: Look) -> None:
    page = look()
    page.goto("/claims")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the page")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()


def test_a_chain_leads_from_its_root_to_the_wordings_with_what_is_quoted_marked(look: Look, site: Site) -> None:
    page = look()
    page.goto(site.path("/claim/{claim}"))
    chain = page.get_by_role("group", name="The chain of this claim")
    expect(chain.get_by_role("link")).to_have_count(3)
    expect(chain).to_contain_text("VNA")
    chain.get_by_role("link").filter(has_text="Ministry of Defence").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ministry of Defence of Varnia")
    page.go_back()
    said = page.locator("#wordings blockquote").first
    expect(said).to_contain_text("eleven days after the first columns crossed the Ilva")
    expect(said.locator(".role-content")).to_have_text(HELD)
    expect(said.locator(".role-source")).to_have_text("the Ministry of Defence of Varnia")


def test_a_choice_of_theme_is_kept(look: Look) -> None:
    page = look(WIDE, "dark")
    page.goto("/claims")
    dark = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    page.locator(".menu > summary").click()
    page.get_by_role("button", name="light").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    page.wait_for_load_state()
    light = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert (dark, light) == ("rgb(22, 24, 27)", "rgb(250, 248, 244)")
    page.goto("/search")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == light
