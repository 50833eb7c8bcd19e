"""The desk as a whole: its headers, its errors, its pages' frame."""

import pytest
from fastapi.testclient import TestClient

from sayso.web.app import HEADERS


@pytest.mark.parametrize("path", ["/search", "/search?words=Karsk", "/nowhere", "/static/desk.css", "/search.json"])
def test_every_answer_forbids_what_is_not_the_desks_own(ask: TestClient, path: str) -> None:
    answer = ask.get(path)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_a_page_that_is_not_there_is_a_row(ask: TestClient) -> None:
    answer = ask.get("/nowhere.json")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json() == {
        "type": "problem",
        "status": 404,
        "where": "/nowhere.json",
        "what": "there is no such page",
        "effect": "nothing was changed",
        "remedy": "Go to the claims.",
    }


def test_the_theme_is_kept_and_leads_nowhere_else(ask: TestClient) -> None:
    answer = ask.post("/theme", data={"to": "dark", "back": "//elsewhere.example"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert 'data-theme="dark"' in ask.get("/search").text


def test_a_search_that_looks_at_some_of_the_hits_says_so(ask: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "more may" not in ask.get("/search?words=Karsk").text
    monkeypatch.setattr("sayso.web.pages.search.LOOKED_AT", 2)
    told = ask.get("/search?words=settlements OR Karsk OR market OR villages").text
    assert "2 statements, the best answers first, of any 2 that have these words; more may" in " ".join(told.split())
