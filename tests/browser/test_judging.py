"""Judging in a browser: with the keyboard alone, by two at once, without a script, and on a phone."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site
from tests.browser.test_every_page import grave_faults
from tests.browser.watching import NARROW, WIDE, overflow, sticking_out


def opened(page: Page, name: str) -> None:
    """Open one of the forms."""
    page.locator(".judge-one > summary").filter(has_text=re.compile(rf"^\s*{name}\b")).first.click()


def done(page: Page, told: str) -> None:
    """What the page says was done; its keys work from then on."""
    expect(page.get_by_role("status")).to_contain_text(told)
    page.wait_for_load_state()


def undone(page: Page, what: str) -> None:
    """Taken back with the keyboard, having been shown."""
    page.keyboard.press("u")
    expect(page.get_by_role("heading", name="Take this back?")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text(what)
    expect(page.get_by_role("button", name="Take it back")).to_be_focused()
    page.keyboard.press("Enter")
    done(page, f"taken back: {what}")


def test_a_side_is_fixed_and_taken_back_without_a_mouse(own: Site, chromium: Browser) -> None:
    with own.window(chromium) as page:
        page.goto(own.path("/article/{article}"))
        page.keyboard.press("j")
        page.keyboard.press("e")
        expect(page.locator(".judge-one > summary").first).to_be_focused()
        assert grave_faults(page) == []
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator("input[name=side]").first).to_be_focused()
        page.keyboard.press("Control+a")
        page.keyboard.type("Norhaven")
        page.keyboard.press("Enter")
        expect(page.get_by_role("radio", name="by the rule of interest")).to_be_focused()
        page.keyboard.press("Enter")
        done(page, "side: Norhaven")
        expect(page).to_have_url(re.compile(r"/article/[0-9a-f]{16}#"))
        expect(page.locator(".decisions").first).to_contain_text("side: Norhaven")
        undone(page, "side: Norhaven")
        expect(page.locator(".decisions")).to_have_count(0)


def test_escape_closes_the_form_then_the_box_and_gives_the_row_back(own: Site, chromium: Browser) -> None:
    with own.window(chromium) as page:
        page.goto(own.path("/article/{article}"))
        page.keyboard.press("j")
        page.keyboard.press("e")
        expect(page.locator(".judge-one > summary").first).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.locator("details.judge[open]")).to_have_count(0)
        expect(page.locator("[data-row]:focus")).to_have_count(1)


def test_a_claim_is_graded_merged_by_search_and_split_again(own: Site, chromium: Browser) -> None:
    with own.window(chromium) as page:
        page.goto(own.path("/judge/claim/{claim}"))
        opened(page, "Likelihood")
        page.get_by_label("In the words of ICD 203").select_option("likely")
        page.get_by_role("button", name="Grade").last.click()
        done(page, "likelihood: likely (probable, 55 to 80 in 100)")
        expect(page.locator(".decisions").first).to_contain_text("likely")
        page.goto(own.path("/judge/claim/{claim}?words=twelve OR about"))
        opened(page, "Say the same")
        page.get_by_label("about 12 settlements").check()
        page.locator("form").filter(has=page.get_by_label("about 12 settlements")).get_by_role("button").click()
        done(page, "merged: 4 statements")
        expect(page.get_by_role("main")).to_contain_text("2 roots")
        undone(page, "merged")


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_what_is_hidden_is_dimmed_in_its_article_and_found_nowhere(own: Site, chromium: Browser, width: int) -> None:
    with own.window(chromium, width) as page:
        page.goto(own.path("/judge/statement/{statement}"))
        opened(page, "Hide")
        page.get_by_role("button", name="Hide").click()
        done(page, "hidden: 1 statement")
        expect(page.locator(".decided-hide")).to_have_count(1)
        assert overflow(page) <= 0, sticking_out(page)
        page.goto("/journal?kind=hide")
        expect(page.get_by_role("main")).to_contain_text("hidden: 1 statement")
        assert overflow(page) <= 0, sticking_out(page)
        page.get_by_role("button", name="Take back").click()
        done(page, "taken back: hidden")


def test_two_at_once_see_both_values(own: Site, chromium: Browser) -> None:
    refused = ("409",)
    with own.window(chromium) as ada, own.window(chromium, expected=refused) as ben:
        for page in (ada, ben):
            page.goto(own.path("/judge/statement/{statement}"))
            opened(page, "Side")
        ada.get_by_label("Side", exact=True).fill("none")
        ada.get_by_role("button", name="See what follows").click()
        ada.get_by_role("button", name="Set").click()
        done(ada, "side: none")
        ben.get_by_label("Side", exact=True).fill("Norhaven")
        ben.get_by_role("button", name="See what follows").click()
        ben.get_by_role("button", name="Set").click()
        table = ben.get_by_role("table")
        expect(table).to_contain_text("side: none")
        expect(table).to_contain_text("Norhaven")
        assert grave_faults(ben) == []
        ben.get_by_role("button", name="Decide it my way").click()
        done(ben, "side: Norhaven")


def test_a_place_is_chosen_among_those_of_its_name_with_the_keyboard(own: Site, chromium: Browser) -> None:
    with own.window(chromium) as page:
        page.goto(own.path("/article/{article}"))
        page.keyboard.press("j")
        page.keyboard.press("e")
        expect(page.locator(".judge-one > summary").first).to_be_focused()
        opened(page, "Place")
        expect(page.locator(".judge-one[open] input[name=name]").first).to_be_focused()
        page.keyboard.type("Tripoli")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Which Tripoli?")).to_be_visible()
        expect(page.get_by_role("radio").first).to_be_focused()
        page.keyboard.press("ArrowDown")
        expect(page.get_by_role("radio").nth(1)).to_be_checked()
        page.keyboard.press("Enter")
        done(page, "place: Tripoli (")
        expect(page.locator(".decisions").first).to_contain_text("Tripoli (")


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_second_place_is_added_and_taken_away_without_a_script(own: Site, chromium: Browser, width: int) -> None:
    with own.window(chromium, width, java_script_enabled=False) as page:
        page.goto(own.path("/judge/statement/{statement}"))
        for name in ("Tripoli", "Karsk"):
            opened(page, "Another place")
            page.locator("details[open] input[name=name]").first.fill(name)
            page.get_by_role("button", name="See which there are").locator("visible=true").click()
            page.get_by_role("radio", name="None of these").check()
            page.get_by_role("button", name="Set").click()
            done(page, f"place: {name}")
            page.goto(own.path("/judge/statement/{statement}"))
        opened(page, "Place *Karsk")
        page.get_by_text("take it away").locator("visible=true").click()
        assert overflow(page) <= 0, sticking_out(page)
        page.get_by_role("button", name="Take it away").locator("visible=true").click()
        done(page, "Karsk")


def test_a_note_is_kept_without_a_script(own: Site, chromium: Browser) -> None:
    with own.window(chromium, java_script_enabled=False) as page:
        page.goto(own.path("/article/{article}"))
        page.locator("li details.judge > summary").first.click()
        page.get_by_role("link", name="Open the forms").first.click()
        opened(page, "Note")
        page.locator("textarea[name=text]").fill("Ask the brigade.")
        page.get_by_role("button", name="Keep").click()
        done(page, "note: Ask the brigade.")
        expect(page.locator(".decided-note").first).to_contain_text("Ask the brigade.")


def test_a_source_is_graded_on_its_page(own: Site, chromium: Browser) -> None:
    with own.window(chromium) as page:
        page.goto(own.path("/source?id={source}"))
        page.get_by_text("Grade the source").click()
        opened(page, "Reliability")
        page.get_by_label("Admiralty letter of the source").select_option("C")
        page.get_by_role("button", name="Grade", exact=True).click()
        done(page, "reliability of the source: C, fairly reliable")
        expect(page.locator(".decided-reliability")).to_contain_text("C, fairly reliable")
