"""Teams: the first admin, logging in and out, and what a reader may not do."""

import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ADMIN, PASSWORD, Site
from tests.browser.test_every_page import grave_faults
from tests.browser.watching import NARROW, WIDE, overflow, sticking_out, window

READER, HER_PASSWORD = "Ilva Brandt", "a ferry to Port Sele"


def log_in(page: Page, name: str, password: str) -> None:
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Log in").click()


def log_out(page: Page) -> None:
    page.locator(".menu > summary").click()
    page.get_by_role("button", name="Log out").click()
    expect(page).to_have_url(re.compile("/login"))


def first_admin(page: Page) -> None:
    """Of a ledger of one's own: name oneself, and be asked who one is from then on."""
    page.goto("/people")
    page.get_by_label("Name, as the journal will show it").fill(ADMIN)
    page.get_by_label(re.compile("^Password")).fill(PASSWORD)
    page.get_by_role("button", name="Add", exact=True).click()


def test_an_admin_lets_a_reader_in_who_looks_and_may_not_add(own: Site, chromium: Browser) -> None:
    with window(chromium, own.home, expected=("status of 401", "status of 403")) as page:
        if own.session is None:
            first_admin(page)
        page.goto("/people")
        expect(page).to_have_url(re.compile("/login"))
        assert grave_faults(page) == []
        log_in(page, ADMIN, "not the password at all")
        expect(page.get_by_role("alert")).to_have_text("This name and password do not go together.")
        log_in(page, ADMIN, PASSWORD)
        expect(page).to_have_url(re.compile("/people$"))
        form = page.locator("form.card")
        form.get_by_label("Name, as the journal will show it").fill(READER)
        form.get_by_label(re.compile("^Password")).fill(HER_PASSWORD)
        form.get_by_label("Role").select_option("reader")
        form.get_by_role("button", name="Add", exact=True).click()
        expect(page.get_by_role("table")).to_contain_text(READER)
        assert grave_faults(page) == []
        assert overflow(page) <= 0, sticking_out(page)
        log_out(page)
        log_in(page, READER, HER_PASSWORD)
        expect(page.get_by_role("heading", level=1)).to_have_text("Claims")
        page.goto("/add")
        expect(page.get_by_role("main")).to_contain_text("this is for editors, and Ilva Brandt is a reader")
        page.goto("/people")
        expect(page.get_by_role("main")).to_contain_text("this is for admins")
        log_out(page)
        page.go_back()
        page.goto("/claims")
        expect(page).to_have_url(re.compile("/login"))


def test_the_login_is_whole_on_a_phone_and_leads_where_one_wanted_to_go(own: Site, chromium: Browser) -> None:
    with window(chromium, own.home, WIDE) as page:
        if own.session is None:
            first_admin(page)
    with window(chromium, own.home, NARROW, "dark", java_script_enabled=False) as page:
        page.goto(own.path("/claim/{claim}"))
        assert overflow(page) <= 0, sticking_out(page)
        log_in(page, ADMIN, PASSWORD)
        expect(page).to_have_url(re.compile(own.path("/claim/{claim}")))
