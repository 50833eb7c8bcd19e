"""From an article to its statements, copies and sources; from the map and the timeline to the claims."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Look, Site
from tests.browser.pile import ALERT
from tests.browser.watching import NARROW, WIDE
from tests.ledger.pile import DENIED, HELD

HOW = pytest.mark.parametrize("how", [{}, {"java_script_enabled": False}], ids=["script", "no script"])


@HOW
def test_an_article_tells_who_says_each_of_its_words(look: Look, site: Site, how: dict[str, bool]) -> None:
    page = look(WIDE, **how)
    page.goto("/articles")
    page.get_by_role("link", name="Two weeks on the Ilva").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Two weeks on the Ilva")
    note = page.locator(".note").filter(has_text="Ostrel's army")
    expect(note).to_contain_text("denied")
    note.get_by_role("link", name=re.compile("^To the words of statement")).click()
    expect(page.locator(":target, .chosen").first).to_be_in_viewport()
    expect(page.locator(".said").filter(has_text=DENIED)).to_be_visible()
    page.get_by_role("link", name="as received").click()
    expect(page.get_by_role("main")).to_contain_text("Nobody has been to see")


def test_a_copy_is_held_beside_what_it_was_taken_from(look: Look, site: Site) -> None:
    page = look()
    page.goto(site.path("/article/{copy}"))
    page.locator(".kin").get_by_role("link").first.click()
    expect(page.locator(".passage").first).to_contain_text(HELD)
    expect(page.get_by_role("main")).to_contain_text("Thirty-one settlements")
    expect(page.get_by_role("main")).to_contain_text("Varnia counts its settlements")


def test_a_source_leads_to_its_claims(look: Look) -> None:
    page = look()
    page.goto("/sources")
    page.get_by_label("Of the side").select_option("Varnia")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("table").get_by_role("link", name="Ministry of Defence of Varnia").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ministry of Defence of Varnia")
    expect(page.locator("#carried ~ ul, .carried").first).to_contain_text("VNA")
    page.get_by_role("link", name=HELD, exact=True).click()
    expect(page).to_have_url(re.compile("/claim/"))


@HOW
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_mark_on_the_map_leads_to_the_claims_there(look: Look, width: int, how: dict[str, bool]) -> None:
    page = look(width, **how)
    page.goto("/map")
    chart = page.locator("svg.map")
    expect(chart.get_by_role("link").first).to_be_visible()
    before = page.url
    page.get_by_role("link", name="Nearer").click()
    if how:
        expect(page).not_to_have_url(before)
    page.goto("/map")
    page.get_by_role("table").get_by_role("link", name="Belomir").click()
    expect(page.get_by_role("table")).to_contain_text("people were killed in the covered market")


@HOW
def test_a_week_on_the_timeline_leads_to_its_claims(look: Look, how: dict[str, bool]) -> None:
    page = look(WIDE, **how)
    page.goto("/timeline?since=2024-03-01&until=2024-03-31")
    page.get_by_role("link", name="weeks").click()
    page.get_by_role("table").get_by_role("link", name=re.compile("11–17 March 2024")).click()
    expect(page.get_by_role("list", name="Asked for")).to_contain_text("since 2024-03-11")
    expect(page.get_by_role("table")).to_contain_text(HELD)


def test_a_hostile_article_is_dead_wherever_it_is_shown(look: Look, site: Site) -> None:
    page = look()
    for path in (
        "/claim/{hostile}",
        "/article/{bad}",
        "/sources",
        "/articles",
        "/claims?words=Ozrel",
        "/map",
        "/timeline",
    ):
        page.goto(site.path(path))
        page.wait_for_timeout(50)
        assert page.title() != "broken", path
        assert page.locator("main script, main img").count() == 0, path
    page.goto(site.path("/claim/{hostile}"))
    expect(page.get_by_role("heading", level=1)).to_contain_text(ALERT)
    expect(page.get_by_role("heading", level=1)).to_contain_text("\\u202e")


INKED = """() => {
  const drawn = document.body.appendChild(document.createElement("i"));
  drawn.style.color = "var(--ink)";
  return getComputedStyle(drawn).color;
}"""


@pytest.mark.parametrize("path", ["/claims", "/claim/{claim}", "/article/{article}"])
def test_a_page_prints_without_its_frame_and_in_ink(look: Look, site: Site, path: str) -> None:
    page = look(WIDE, "dark")
    page.goto(site.path(path))
    page.emulate_media(media="print")
    for frame in (page.get_by_role("banner"), page.get_by_role("contentinfo"), page.locator(".filters")):
        expect(frame.first).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.documentElement).color") == "rgb(0, 0, 0)"
    assert page.evaluate(INKED) == "rgb(31, 35, 40)"
    assert page.pdf(format="A4").startswith(b"%PDF-")
