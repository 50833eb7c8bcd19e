"""The table of claims: what a row tells, what an address asks for, and what is said where nothing is found."""

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sayso.ledger import Ledger
from sayso.web.pages import claims as page
from tests.ledger.pile import DENIED, HELD, ROAD, SECOND, TWELVE
from tests.web.desks import at


def texts(ask: TestClient, query: str = "") -> list[str]:
    return [each["text"] for each in ask.get(f"/claims.json{query}").json()["claims"]]


def test_a_row_tells_who_stands_behind_a_claim_when_where_and_in_how_many_articles(ask: TestClient) -> None:
    answer = ask.get("/claims").text
    row = answer[answer.index(HELD) :]
    row = row[: row.index("</tr>")]
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", row))
    assert "Ministry of Defence of Varnia" in words
    assert "echoed contested" in words
    assert "Tarn" in words
    assert "said 13–17 March 2024" in words
    assert "3 articles" in words.replace("3 article s", "3 articles")
    assert 'href="#mark-organization"' in row


def test_the_table_begins_with_what_most_needs_a_person(ask: TestClient) -> None:
    found = ask.get("/claims.json").json()
    assert (found["of"], found["or_more"], found["after"], found["looked_at"]) == (6, False, None, None)
    first = found["claims"][0]
    assert first["text"] == HELD
    assert {name: first[name] for name in ("standing", "contested", "articles", "statements", "places")} == {
        "standing": "echoed",
        "contested": True,
        "articles": 3,
        "statements": 3,
        "places": ["Tarn"],
    }
    assert first["roots"] == [
        {
            "name": "Ministry of Defence of Varnia",
            "kind": "organization",
            "side": "Varnia",
            "interest": "own",
            "own_voice": False,
            "statements": 3,
        }
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?place=Karsk", {ROAD}),
        ("?side=varnia", {HELD, ROAD}),
        ("?side=none&place=Tarn", {TWELVE}),
        ("?event=assault&side=Ostrel", {SECOND}),
        ("?standing=sole", {TWELVE, DENIED}),
        ("?contested=no&standing=echoed", {SECOND, ROAD}),
        ("?words=settlements+-about+there", {DENIED}),
        ("?interest=own&place=Karsk", {ROAD}),
        ("?parts=denial", {HELD, DENIED}),
        ("?since=2024-03-18", {TWELVE}),
        ("?until=2024-03-13&contested=no", {ROAD}),
        ("?place=&side=&since=&words=", {HELD, TWELVE, DENIED, SECOND, ROAD, "Nobody has been to see"}),
    ],
)
def test_what_an_address_asks_for_is_found(ask: TestClient, query: str, found: set[str]) -> None:
    assert set(texts(ask, query)) == found
    shown = ask.get(f"/claims{query}").text
    assert all(text in shown for text in found)


def test_what_is_asked_for_stands_above_the_table_and_each_part_can_be_taken_away(ask: TestClient) -> None:
    answer = ask.get("/claims?place=Tarn&side=Varnia&interest=own&sort=newest").text
    chips = re.findall(r'class="chip" href="([^"]+)">(.*?) <span', answer)
    assert [(told, address.replace("&amp;", "&")) for address, told in chips] == [
        ("at Tarn", "/claims?side=Varnia&interest=own&sort=newest"),
        ("said by Varnia", "/claims?place=Tarn&interest=own&sort=newest"),
        ("serves own side", "/claims?place=Tarn&side=Varnia&sort=newest"),
    ]
    assert 'name="place" type="text" value="Tarn"' in answer
    assert '<option value="Varnia" selected>' in answer


@pytest.mark.parametrize(
    "query", ["?since=yesterday", "?standing=true", "?contested=perhaps", "?sort=truth", "?after=nowhere", '?words="']
)
def test_what_cannot_be_asked_for_is_a_row_and_no_crash(ask: TestClient, query: str) -> None:
    answer = ask.get(f"/claims.json{query}")
    assert answer.status_code == 400
    assert answer.json()["type"] == "problem"
    assert ask.get(f"/claims{query}").status_code == 400


def test_the_next_page_goes_on_where_this_one_ends(ask: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = texts(ask)
    monkeypatch.setattr(page, "SHOWN", 2)
    met, query = list[str](), ""
    while True:
        shown = ask.get(f"/claims{query}").text
        found = ask.get(f"/claims.json{query}").json()
        met += [each["text"] for each in found["claims"]]
        following = re.search(r'href="/claims(\?after=[^"]+)" data-key="n"', shown)
        assert (following is None) == (found["after"] is None)
        if following is None:
            break
        query = following[1]
    assert met == whole


def test_where_nothing_is_found_it_is_said_what_to_do(ask: TestClient, tmp_path: Path) -> None:
    assert "No claim is like that." in ask.get("/claims?place=Nowhere").text
    Ledger.open(tmp_path / "empty.sayso").close()
    empty = at(tmp_path / "empty.sayso").get("/claims").text
    assert "There is no claim in this ledger yet." in empty
    assert 'href="/add"' in empty
