"""Articles, sources, the map and the timeline of a small war, as a reader finds them; and their twins as JSON."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sayso.ledger import Ledger
from tests.ledger import example
from tests.ledger.pile import HELD, ROAD
from tests.web.desks import at


def ident(ask: TestClient, title: str) -> str:
    rows = ask.get("/articles.json").json()["articles"]
    return next(str(row["id"]) for row in rows if row["title"] == title)


@pytest.fixture(scope="module")
def karsk(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """A desk on one article with places that are known and not, times, relays, an admission and furniture."""
    path = tmp_path_factory.mktemp("karsk") / "karsk.sayso"
    with Ledger.open(path) as ledger:
        ledger.add(example.page(), example.reading())
    return at(path)


def test_articles_are_listed_the_newest_first_with_what_they_are_copies_of(ask: TestClient) -> None:
    rows = ask.get("/articles.json").json()["articles"]
    assert [(row["outlet"], row["published"]["latest"], row["statements"]) for row in rows] == [
        ("Ilva Tally", "2024-03-18", 1),
        ("The Norhaven Herald", "2024-03-17", 3),
        ("Tarn Today", "2024-03-16", 1),
        ("Tarn Today", "2024-03-15", 1),
        ("Frontier Post", "2024-03-14", 2),
        ("VNA", "2024-03-13", 2),
    ]
    assert rows[4]["copy_of"] == rows[5]["id"]
    page = ask.get("/articles").text
    assert f'href="/article/{rows[4]["id"]}/beside/{rows[5]["id"]}"' in page


def test_articles_are_asked_for_by_outlet_words_and_days(ask: TestClient) -> None:
    def outlets(asked: str) -> list[str]:
        return [row["outlet"] for row in ask.get(f"/articles.json?{asked}").json()["articles"]]

    assert outlets("outlet=tarn today") == ["Tarn Today", "Tarn Today"]
    assert outlets("words=market&until=2024-03-15") == ["Tarn Today"]
    assert outlets("since=2024-03-17") == ["Ilva Tally", "The Norhaven Herald"]
    assert outlets("outlet=nobody") == []
    assert "No article is like that." in ask.get("/articles?outlet=nobody").text


def test_lists_go_on_where_a_page_ended(ask: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("articles", "sources"):
        monkeypatch.setattr(f"sayso.web.pages.{name}.SHOWN", 2)
        rows, following = [], ""
        while True:
            found = ask.get(f"/{name}.json?after={following}").json()
            rows += [row["id"] for row in found[name]]
            following = found["next"]
            if not following:
                break
        monkeypatch.undo()
        assert rows == [row["id"] for row in ask.get(f"/{name}.json").json()[name]]
        assert len(rows) == len(set(rows)) > 4


def test_an_article_marks_every_statement_and_tells_beside_it_who_says_it(karsk: TestClient) -> None:
    article = ident(karsk, "Ostrel says it holds 41 villages as Varnian families wait for news")
    page = karsk.get(f"/article/{article}").text
    for number in range(1, 6):
        assert page.count(f'id="m-{number}"') == page.count(f'id="n-{number}"') == 1
    for statement in karsk.get(f"/article/{article}.json").json()["statements"]:
        assert f'id="s-{statement["id"]}"' in page
        assert f'href="/claim/{statement["id"]}"' in page
    assert '<span class="said side-1 voice-direct" data-s="2">' in page
    assert '<span class="on-furniture ">- Advertisement -</span>' in page
    assert "Radio Tarn" in page
    assert "against own side" in page
    assert "The text speaks against it." in page
    assert "SHA-256" in page
    assert "the date on the page is later than the text" in page
    assert "20 August 2031, 09:30 UTC" in page
    assert 'class="shares"' in page


def test_an_article_is_the_exchange_formats_with_its_claims_and_hash(karsk: TestClient) -> None:
    row = karsk.get("/article/" + karsk.get("/articles.json").json()["articles"][0]["id"] + ".json").json()
    assert row["type"] == "document"
    assert row["received"]["sha256"] == example.page().sha256
    assert row["received"]["captured"] == "2031-08-20T09:30:00+00:00"
    assert len(row["statements"]) == 5
    assert all(each["claim"] and each["source"] for each in row["statements"])
    assert sum(each["words"] for each in row["shares"]) == row["shares"][0]["of"]


def test_two_articles_stand_side_by_side_with_what_they_share(ask: TestClient) -> None:
    wire, post = ident(ask, "Thirty-one settlements"), ident(ask, "Varnia counts its settlements")
    page = ask.get(f"/article/{wire}/beside/{post}").text
    assert page == ask.get(f"/article/{post}/beside/{wire}").text.replace(
        f"{post}/beside/{wire}", f"{wire}/beside/{post}"
    )
    assert 'id="here-1" href="#there-1"' in page
    assert 'id="there-1" href="#here-1"' in page
    row = ask.get(f"/article/{wire}/beside/{post}.json").json()
    assert (row["later"], row["earlier"], row["kind"]) == (post, wire, "copy")
    tally = ident(ask, "What is held")
    assert ask.get(f"/article/{wire}/beside/{tally}").status_code == 400


def test_sources_tell_how_each_fares(ask: TestClient) -> None:
    rows = ask.get("/sources.json").json()["sources"]
    assert rows[0] == {
        "type": "source",
        "id": rows[0]["id"],
        "name": "Ministry of Defence of Varnia",
        "kind": "organization",
        "sides": ["Varnia"],
        "own_voice": False,
        "statements": 5,
        "articles": 3,
        "claims": 2,
        "contested": 1,
        "relays": [{"name": "VNA", "statements": 1}],
        "interests": {"own": 5},
    }
    assert [row["name"] for row in ask.get("/sources.json?side=ostrel").json()["sources"]] == [
        "Tarn health department",
        "Ostrel's army",
    ]
    page = ask.get("/sources").text
    assert f'href="/source?id={rows[0]["id"]}"' in page
    assert "in its own voice" in page


def test_a_source_has_its_claims_contested_first_and_what_it_admits(ask: TestClient, karsk: TestClient) -> None:
    ministry = ask.get("/sources.json").json()["sources"][0]["id"]
    row = ask.get(f"/source.json?id={ministry}").json()
    assert [(claim["text"], claim["contested"]) for claim in row["claims_page"]] == [(HELD, True), (ROAD, False)]
    assert row["admissions"] == []
    assert HELD in ask.get(f"/source?id={ministry}").text
    soldier = next(
        each for each in karsk.get("/sources.json").json()["sources"] if each["name"] == "one Varnian soldier"
    )
    assert [each["words"] for each in karsk.get(f"/source.json?id={soldier['id']}").json()["admissions"]] == [
        "We left the bridge at Belomir under fire"
    ]
    assert "Against its own side" in karsk.get(f"/source?id={soldier['id']}").text


def test_the_map_draws_what_is_known_and_lists_what_nobody_can_place(karsk: TestClient) -> None:
    page = karsk.get("/map").text
    assert 'aria-label="Tarn: 1 claim"' in page
    assert 'href="/claims?place=Tarn"' in page
    assert 'class="map-land"' in page
    drawn, beside = page.split('<h2 id="nowhere">')
    assert "Belomir" in beside
    assert "Belomir" not in drawn
    found = karsk.get("/map.json")
    assert found.headers["content-type"] == "application/geo+json"
    collection = found.json()
    assert collection["type"] == "FeatureCollection"
    tarn = next(each for each in collection["features"] if each["properties"]["name"] == "Tarn")
    assert tarn["geometry"] == {"type": "Point", "coordinates": [36.25, 51.5]}
    assert tarn["properties"]["precision"] == "settlement"
    assert len(tarn["properties"]["claim_ids"]) == tarn["properties"]["claims"] == 1
    assert {each["properties"]["name"] for each in collection["features"] if each["geometry"] is None} == {
        "Karsk",
        "Belomir",
    }


def test_the_map_moves_by_links_and_never_off_the_world(karsk: TestClient) -> None:
    for at_, zoom in (("89.9,179.9", 12), ("-89.9,-179.9", 2), ("0,0", 2), ("51.5,36.25", 30)):
        page = karsk.get(f"/map?at={at_}&zoom={zoom}")
        assert page.status_code == 200
        for move in ("in", "out", "north", "south", "west", "east", "fit"):
            assert f'data-move="{move}"' in page.text
    assert "No claim is placed in this part of the map." in karsk.get("/map?at=-40,-120&zoom=6").text


def test_the_timeline_counts_days_and_draws_wide_times_wide(karsk: TestClient) -> None:
    row = karsk.get("/timeline.json?since=2031-08-01&until=2031-08-31&by=day").json()
    assert [(each["first"], each["last"], each["told"], each["claims"]) for each in row["spells"]] == [
        ("2031-08-12", "2031-08-14", "claimed", 1),
        ("2031-08-13", "2031-08-14", "claimed", 1),
    ]
    by_month = karsk.get("/timeline.json?since=2031-08-01&until=2031-08-31&by=month").json()["spells"]
    assert [(each["first"], each["last"], each["claims"]) for each in by_month] == [("2031-08-01", "2031-08-31", 2)]
    page = karsk.get("/timeline").text
    assert 'class="time-wide' in page
    assert "/claims?since=2031-08-12&amp;until=2031-08-14" in page
    written = karsk.get("/timeline.json?since=2031-08-01&until=2031-08-31&by=month&written=1").json()["spells"]
    assert sum(each["claims"] for each in written) == 5


def test_what_a_timeline_of_the_whole_of_time_shows_is_bounded(karsk: TestClient) -> None:
    for asked in ("since=0001-01-01&until=9999-12-31", "since=0001-01-01&by=day", "until=9999-12-31&by=year"):
        assert karsk.get(f"/timeline?{asked}").status_code == 200
        assert karsk.get(f"/timeline.json?{asked}").status_code == 200


def test_an_empty_ledger_has_pages_that_say_so(tmp_path: Path) -> None:
    Ledger.open(tmp_path / "war.sayso").close()
    with at(tmp_path / "war.sayso") as ask:
        for address, said in (
            ("/articles", "There is no article in this ledger."),
            ("/sources", "There is no origin in this ledger."),
            ("/map", "No claim is said of a place that is known."),
            ("/timeline", "No claim is told of these days."),
        ):
            assert said in ask.get(address).text
