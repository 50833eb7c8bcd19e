"""The body of a page: hostile markup costs no time and loses no text."""

from sayso.clean.body import Body, body
from sayso.model.document import Media
from tests.growth import seconds

SAID = "The bridge at Karsk has fallen, the army said on Monday, and the road to Tarn is closed."


def page(tag: str) -> str:
    return f"<html><body><article><{tag}>{SAID}</p><p>Nobody knows when it will open.</p></article></body></html>"


def text_of(found: Body | None) -> list[str]:
    return found.text.splitlines() if found else []


def test_a_tag_with_two_hundred_thousand_attributes_costs_no_time_and_loses_no_text() -> None:
    found: list[str] = []
    attributes = "p " + " ".join(f"a{i}=1" for i in range(200_000))
    assert seconds(lambda: found.extend(text_of(body(page(attributes), Media.HTML)))) < 10
    assert found == [SAID, "Nobody knows when it will open."]


def test_an_ordinary_tag_keeps_its_attributes() -> None:
    found = body(page('p class="lead" lang="en"'), Media.HTML)
    assert text_of(found) == [SAID, "Nobody knows when it will open."]
