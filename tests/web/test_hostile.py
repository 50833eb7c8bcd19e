"""Whatever stands in an article is shown, and none of it is acted on: not by a script, a link, an order of reading."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient

from sayso.ledger import Ledger
from tests.web import hostile
from tests.web.desks import at

HIDING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
ACTIVE = {"img", "iframe", "object", "embed", "style", "base", "video", "audio", "foreignobject", "math"}


class Seen(HTMLParser):
    """What a browser would make of a page: its tags with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    path = tmp_path_factory.mktemp("hostile") / "war.sayso"
    page, reading = hostile.article()
    copy, again = hostile.article(hostile.TEXT + "\nAgain.\n")
    with Ledger.open(path) as ledger:
        ledger.add(page, reading)
        ledger.add(copy, again)
    return at(path)


def addresses(ask: TestClient) -> list[str]:
    article = ask.get("/articles.json").json()["articles"][0]["id"]
    source = ask.get("/sources.json").json()["sources"][0]["id"]
    own = [f"/article/{article}", f"/article/{article}/received", f"/source?id={source}"]
    return [*own, "/articles", "/sources", "/map", "/timeline", "/map?at=51.5,36.25&zoom=12"]


def test_nothing_of_it_is_live_on_any_page(attacked: TestClient) -> None:
    for address in addresses(attacked):
        answer = attacked.get(address)
        assert answer.status_code == 200, address
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self'" in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        seen = Seen(answer.text)
        for tag, attributes in seen.tags:
            live = [name for name in attributes if name.startswith("on") or name == "style"]
            assert not live, (address, tag, attributes)
            for name in ("href", "src", "action", "xlink:href"):
                where = attributes.get(name) or "/"
                assert urlsplit(where).scheme in ("", "http", "https"), (address, where)
            if tag == "script":
                assert (attributes.get("src") or "").startswith("/static/"), address
        assert not HIDING.search(answer.text), address
        assert not ACTIVE.intersection(tag for tag, _ in seen.tags), address


def test_an_article_shows_it_as_words(attacked: TestClient) -> None:
    article = attacked.get("/articles.json").json()["articles"][0]["id"]
    seen = Seen(attacked.get(f"/article/{article}").text)
    assert hostile.SCRIPT in seen.text
    assert "<h1>Corrected</h1>" in seen.text
    assert "{{ 7*7 }}" in seen.text
    assert "\\u202eneppah ton did ti\\u202c" in seen.text
    assert "\\x00\\x1b[31m zero\\u200bwidth" in seen.text
    assert "javascript:alert(document.cookie)" in seen.text
    assert not [each for _, each in seen.tags if (each.get("href") or "").startswith("javascript:")]
    assert [tag for tag, _ in seen.tags].count("h1") == 1


def test_an_address_of_an_article_is_a_link_only_by_http(tmp_path: Path) -> None:
    for url, linked in (
        ("https://karsk.example/1", True),
        ("data:text/html,<script>x</script>", False),
        ("//karsk.example/1", False),
        ("https://karsk.example/\u202etxt", False),
    ):
        path = tmp_path / f"{len(url)}.sayso"
        with Ledger.open(path) as ledger:
            page, reading = hostile.article(url=url)
            ledger.add(page, reading)
        with at(path) as ask:
            seen = Seen(ask.get(f"/article/{reading.document.id}").text)
        found = [each for tag, each in seen.tags if tag == "a" and each.get("href") == url]
        assert bool(found) is linked, url
        assert all(each["rel"] == "noopener noreferrer nofollow" for each in found)


def test_a_page_as_received_is_only_ever_text(attacked: TestClient) -> None:
    article = attacked.get("/articles.json").json()["articles"][0]["id"]
    answer = attacked.get(f"/article/{article}/received")
    assert "&lt;script&gt;alert(&#39;Karsk&#39;)&lt;/script&gt;" in answer.text
    assert "\\u202eneppah" in answer.text


def test_a_line_of_a_megabyte_is_shown_whole_and_soon(tmp_path: Path) -> None:
    page, reading = hostile.article("<b>" + "Karsk & " * 125_000)
    with Ledger.open(tmp_path / "war.sayso") as ledger:
        ledger.add(page, reading)
    with at(tmp_path / "war.sayso") as ask:
        answer = ask.get(f"/article/{reading.document.id}")
    assert answer.elapsed.total_seconds() < 5
    assert answer.text.count("Karsk &amp;") >= 124_990


@pytest.mark.parametrize(
    "address",
    [
        "/article/nothing",
        "/article/zz.json",
        "/source?id=nothing",
        "/articles?after=AAAA",
        "/sources?after=WzFd",
        "/map?at=91,0",
        "/map?at=here&zoom=3",
        "/map?at=nan,inf",
        "/map?zoom=99",
        "/timeline?since=yesterday",
        "/timeline?by=hour",
    ],
)
def test_what_cannot_be_asked_is_one_row(attacked: TestClient, address: str) -> None:
    answer = attacked.get(address)
    assert answer.status_code in (400, 404, 422)
    assert "default-src 'none'" in answer.headers["content-security-policy"]
