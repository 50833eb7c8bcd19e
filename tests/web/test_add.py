"""Adding at the desk: a text, files, an address; every page ends as a row, and none is lost."""

import re
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from sayso import workspace
from sayso.clean.document import document
from sayso.intake.fetch import Rules
from sayso.intake.handed import page_of_paste, page_of_upload
from sayso.ledger import Ledger
from sayso.model.document import Document, Media, Page
from sayso.model.problem import Problem
from tests import conftest
from tests.intake.test_fetch import Web, ok
from tests.ledger.example import TEXT, numbered, read_page
from tests.web.desks import at

BRIDGE = "The road bridge at Ozrel has been blown up, the local site Karsk Lens reported on Wednesday.\n"


@pytest.fixture
def web() -> Web:
    return Web({"/2031/tarn": ok(numbered(7)[0].content, "text/plain; charset=utf-8")})


@pytest.fixture
def client(place: conftest.Place, monkeypatch: pytest.MonkeyPatch, web: Web) -> Iterator[TestClient]:
    """A desk on an empty ledger, with a reader that needs no model and a web of one page."""
    monkeypatch.setattr(workspace, "read_page", read_page)
    Ledger.open(place()).close()
    with at(place(), rules=web.rules()) as opened:
        yield opened


def done(client: TestClient, answer: Any) -> dict[str, Any]:
    """The job when nothing of it waits any more."""
    assert answer.status_code == 200
    where = answer.url.path
    assert re.fullmatch(r"/adding/[0-9a-f]{16}", where)
    until = time.monotonic() + 20
    while time.monotonic() < until:
        job: dict[str, Any] = client.get(f"{where}.json").json()
        if not job["waiting"]:
            return job
        time.sleep(0.05)
    raise AssertionError("the job is not done after 20 seconds")


def fates(job: dict[str, Any]) -> list[tuple[str, str, int]]:
    return [(each["location"], each["fate"], each["statements"]) for each in job["arrivals"]]


def test_a_pasted_text_is_read_and_its_article_is_linked(client: TestClient) -> None:
    answer = client.post("/add/text", data={"text": numbered(7)[0].content.decode(), "title": "Ferries"})
    job = done(client, answer)
    ((_, fate, statements),) = fates(job)
    assert (fate, statements, job["pages"]) == ("read", 1, 1)
    shown = client.get(answer.url.path).text
    assert f'href="/article/{job["arrivals"][0]["document"]}"' in shown
    assert "All done: 1 article read (1 statement)." in shown
    assert client.get("/add.json").json()[0]["job"] == job["job"]


def test_files_are_read_and_what_is_none_is_a_row(client: TestClient) -> None:
    files = [
        ("karsk-courier.txt", TEXT.encode()),
        ("../../etc/seven.txt", numbered(7)[0].content),
        ("C:\\pile\\seven.txt", numbered(7)[0].content),
        ("menu.txt", b"Home | About"),
        ("photo.jpg", b"\xff\xd8\xff"),
        ("program.txt", b"\x00\x01\x02" * 99),
        ("empty.html", b" \n"),
        ("\u202egpj.txt", "Сто лет одиночества".encode()),
    ]
    job = done(client, client.post("/add/files", files=[("files", file) for file in files]))
    assert fates(job) == [
        ("karsk-courier.txt", "read", 5),
        ("seven.txt", "read", 1),
        ("seven.txt", "known", 0),
        ("menu.txt", "skipped", 0),
        ("photo.jpg", "skipped", 0),
        ("program.txt", "skipped", 0),
        ("empty.html", "skipped", 0),
        ("\\u202egpj.txt", "unread", 0),
    ]
    assert [each["problems"][0]["what"] for each in job["arrivals"] if each["fate"] == "skipped"] == [
        "no article in it",
        "a file of this kind is no article",
        "binary data, not text",
        "the file is empty",
    ]


def test_an_address_is_fetched_once_it_is_given_and_only_then(client: TestClient, web: Web) -> None:
    client.get("/add")
    client.post("/add/text", data={"text": BRIDGE, "url": "https://karsk-courier.example/never-asked"})
    assert (web.looked_up, web.reached) == ([], [])
    asked = "http://karsk-courier.example/2031/tarn\n\nhttp://inside.example/admin\n"
    job = done(client, client.post("/add/url", data={"addresses": asked}))
    assert [(location, fate) for location, fate, _ in fates(job)] == [
        ("http://karsk-courier.example/2031/tarn", "read"),
        ("http://inside.example/admin", "skipped"),
    ]
    (problem,) = job["arrivals"][1]["problems"]
    assert problem["what"].startswith("inside.example is not in the public Internet")
    assert {address for address, _ in web.reached} == {"93.184.215.14"}


REFUSED = (
    ("/add/text", {"text": " \n"}, "there is no text in it"),
    ("/add/text", {"text": BRIDGE, "day": "2024-13-41"}, "“2024-13-41” is no day"),
    ("/add/text", {"text": BRIDGE, "url": "javascript:alert(1)"}, "this is no address of a page"),
    ("/add/text", {"text": "x" * 950_000}, "more than 0.9 MB of text"),
    ("/add/url", {"addresses": "\n"}, "no address was given"),
    ("/add/url", {"addresses": "file:///etc/passwd"}, "“file:///etc/passwd” is no address of a page"),
    ("/add/url", {"addresses": "\n".join(f"http://a.example/{n}" for n in range(51))}, "51 addresses"),
    ("/add/files", {}, "no file was chosen"),
)


def test_what_cannot_be_handed_in_is_a_row_over_the_form(client: TestClient) -> None:
    for path, form, told in REFUSED:
        answer = client.post(path, data=form)
        assert answer.status_code == 422, told
        assert told in answer.text
    assert client.get("/add.json").json() == []


def test_what_was_typed_is_still_there_when_it_is_refused(client: TestClient) -> None:
    answer = client.post(
        "/add/text", data={"text": "</textarea><script>alert(1)</script>", "day": "never", "title": '"x'}
    )
    assert "&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;</textarea>" in answer.text
    assert "<script>alert" not in answer.text
    assert 'value="&#34;x"' in answer.text


def test_too_many_files_are_refused_together(client: TestClient) -> None:
    files = [("files", (f"{n}.txt", b"Karsk")) for n in range(201)]
    answer = client.post("/add/files", files=files)
    assert (answer.status_code, "201 files, and 200 at most" in answer.text) == (422, True)


def test_what_waits_when_the_desk_is_closed_is_read_when_it_opens_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workspace, "read_page", read_page)
    Ledger.open(tmp_path / "war.sayso").close()
    with workspace.Workspace(tmp_path / "war.sayso") as before:
        job = before.hand_in([numbered(1)[0]], "Mara Venn")
        assert before.queue.take() is not None  # the desk was killed over it
    with at(tmp_path / "war.sayso") as client:
        assert fates(done(client, client.get(f"/adding/{job}")))[0][1] == "read"


def test_a_job_that_waits_renews_itself_also_without_scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Ledger.open(tmp_path / "war.sayso").close()
    client = at(tmp_path / "war.sayso")
    monkeypatch.setattr(client.app.state.desk.adder, "wake", lambda: None)  # type: ignore[attr-defined]
    shown = client.post("/add/text", data={"text": BRIDGE}).text
    assert '<noscript><meta http-equiv="refresh" content="3"></noscript>' in shown
    assert '<progress max="1" value="0"' in shown
    assert "0 of 1 done" in shown


def test_what_a_person_knows_of_a_pasted_text_stands_over_it_as_a_page_prints_it() -> None:
    page = page_of_paste(
        BRIDGE, "Mara Venn", title="The bridge at  Ozrel is down", outlet="Frontier Post", day=date(2024, 3, 21)
    )
    assert isinstance(page, Page)
    assert page.content.decode() == f"Frontier Post\n21 March 2024\n\nThe bridge at Ozrel is down\n\n{BRIDGE}"
    assert page.location == "pasted: The bridge at Ozrel is down"
    assert page.tool.endswith(", pasted by Mara Venn")
    read = document(page)
    assert isinstance(read, Document)
    assert (read.outlet, read.title, read.page_date) == (
        "Frontier Post", "The bridge at Ozrel is down", date(2024, 3, 21),
    )  # fmt: skip


def test_the_same_text_pasted_twice_is_the_same_article() -> None:
    first, second = (page_of_paste(text, "Mara Venn") for text in (BRIDGE, f"\r\n{BRIDGE.strip()}\r\n"))
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert (first.location, first.content) == (second.location, second.content)


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "..\\..\\passwd", "passwd", "a/../passwd"])
def test_the_name_of_a_file_is_never_a_path(name: str) -> None:
    page = page_of_upload(name, TEXT.encode(), "Mara Venn")
    assert isinstance(page, Page)
    assert (page.location, page.media) == ("passwd", Media.TEXT)


def test_a_file_without_a_name_and_one_that_is_too_large_have_rows() -> None:
    page = page_of_upload("", TEXT.encode(), "Mara Venn")
    assert isinstance(page, Page)
    assert page.location == "file without a name"
    assert isinstance(page_of_upload("a.txt", b"x" * 20_000_001, "Mara Venn"), Problem)


def test_the_usual_rules_ask_the_two_ports_of_the_web() -> None:
    assert Rules().ports == {80, 443}
