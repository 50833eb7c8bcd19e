"""What stands between what a person types and what is filed: which place, whom it serves; and what is added."""

from collections.abc import Iterator
from html import unescape
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from sayso.ledger import Ledger
from sayso.web.door import Door
from tests.conftest import Place
from tests.ledger.pile import FIRST, articles
from tests.web.desks import at
from tests.web.test_judging import form, forms, post, statement, undone, workspace


@pytest.fixture
def desk(place: Place) -> Iterator[TestClient]:
    """A desk of one's own, in each store; the market lies in Lebanon's Tripoli, 30 km from Tarn."""
    with Ledger.open(place()) as ledger:
        for article in articles():
            ledger.add(*article.read())
    with at(place(), door=Door()) as client:
        yield client


@pytest.fixture
def toll(desk: TestClient) -> str:
    """A statement set in Belomir and, as somebody fixed it, in Tarn."""
    toll = statement(desk, FIRST)
    row = {"name": "Tarn", "lat": 34.2, "lon": 36.0, "precision": "region", "added": True}
    assert desk.post("/judge.json", json={"kind": "place", "about": toll, "value": row}).status_code == 201
    return toll


def places(desk: TestClient, ident: str) -> list[tuple[str, float | None, str | None, str | None]]:
    found = workspace(desk).said(ident)
    return [(each.text, each.lat, each.country, each.precision) for each in found.places]


def test_a_typed_name_is_offered_its_places_and_the_chosen_one_is_filed(desk: TestClient, toll: str) -> None:
    where = f"/judge/statement/{toll}/place?name=Tripoli&was=Belomir&instead_of=Belomir"
    rows = desk.get(where.replace("/place?", "/place.json?")).json()
    first = {key: rows[0][key] for key in ("name", "country", "precision", "state", "near")}
    assert first == {
        "name": "Tripoli",
        "country": "LB",
        "precision": "settlement",
        "state": "Lebanon",
        "near": "Tarn",
    }
    assert [row["country"] for row in rows[:3]] != ["LY", "LB", "GR"], "the nearest stands before the largest"
    page = " ".join(unescape(desk.get(where).text).split())
    assert page.index("Lebanon") < page.index("Libya") < page.index("None of these")
    assert f"GeoNames {rows[0]['geonames']}" in page
    told = post(desk, form(desk, where, "place"), why="the photograph")
    assert "place: Tripoli" in told
    filed = [(row.text, row.geonames, row.lat) for row in workspace(desk).said(toll).places]
    assert filed == [("Tripoli", rows[0]["geonames"], rows[0]["lat"]), ("Tarn", None, 34.2)]
    claims = desk.get("/claims.json?place=Tripoli").json()["claims"]
    assert [each["id"] for each in claims] == [desk.get(f"/claim/{toll}.json").json()["claim"]["id"]]
    assert "Tripoli" in desk.get("/map.json").text
    undone(desk)
    assert [name for name, *_ in places(desk, toll)] == ["Belomir", "Tarn"]


def test_none_of_these_keeps_the_name_and_puts_it_nowhere_on_the_map(desk: TestClient, toll: str) -> None:
    where = f"/judge/statement/{toll}/place?name=Tripoli&was=Belomir&instead_of=Belomir"
    post(desk, form(desk, where, "place"), at="")
    assert places(desk, toll)[0] == ("Tripoli", None, None, None)
    unknown = desk.get(where.replace("Tripoli", "Xqwzzt")).text
    assert "The gazetteer has no place of this name" in unescape(unknown)
    post(desk, form(desk, f"/judge/statement/{toll}/place?name=Xqwzzt&was=Tripoli&instead_of=Belomir", "place"))
    assert places(desk, toll)[0] == ("Xqwzzt", None, None, None)


def test_a_second_place_and_figure_are_added_and_taken_away_by_their_forms(desk: TestClient, toll: str) -> None:
    where = f"/judge/statement/{toll}"
    page = unescape(desk.get(where).text)
    assert "Another place" in page
    assert "Another figure" in page
    post(desk, form(desk, f"{where}/place?name=Tripoli&new=1", "place"))
    assert [(name, country) for name, _, country, _ in places(desk, toll)] == [
        ("Belomir", None),
        ("Tarn", None),
        ("Tripoli", "LB"),
    ]
    added = [each for each in forms(desk.get(where).text) if each["kind"] == ["place"] and "added" in each]
    assert [each["added"] for each in added] == [["Tarn"], ["Tripoli"]]
    told = post(desk, added[1], none="1")
    assert "place: Tripoli taken away" in told
    assert len(places(desk, toll)) == 2
    new = next(each for each in forms(desk.get(where).text) if each["kind"] == ["figure"] and "new" in each)
    told = post(desk, new, value="40", measure="people wounded")
    assert "figure: 40 (people wounded), added" in told
    assert [f.measure for f in workspace(desk).said(toll).figures] == ["people killed", "people wounded"]
    assert len(desk.get("/journal.json").json()) == 4


def test_a_side_shows_what_follows_before_it_is_set(desk: TestClient) -> None:
    toll = statement(desk, FIRST)
    where = f"/judge/statement/{toll}/side?side=none"
    page = " ".join(unescape(desk.get(where).text).split())
    assert "serves no side" in page
    assert "by the rule of interest: it belongs to no side" in page
    twin = desk.get(where.replace("/side?", "/side.json?")).json()
    assert twin == {"side": "none", "interest": "neutral", "rule": "it belongs to no side"}
    told = post(desk, form(desk, where, "side"))
    assert "side: none, serves no side by the rule of interest: it belongs to no side" in told
    found = workspace(desk).said(toll)
    assert (found.origin.side, str(found.interest)) == ("none", "neutral")
    post(desk, form(desk, f"/judge/statement/{toll}/side?side=Ostrel", "side"), interest="against", why="he owns up")
    found = workspace(desk).said(toll)
    assert (found.origin.side, str(found.interest)) == ("Ostrel", "against")
    (last, *_) = desk.get("/journal.json").json()
    assert last["value"] == {"side": "Ostrel", "interest": "against", "rule": None}


def test_what_is_typed_is_dead_text_and_what_is_chosen_is_checked(desk: TestClient) -> None:
    toll = statement(desk, FIRST)
    hostile = '"><script>alert(1)</script>\u202e'
    for where in (f"place?name={quote(hostile)}&new=1", f"side?side={quote(hostile)}"):
        page = desk.get(f"/judge/statement/{toll}/{where}").text
        assert "<script>alert" not in page
        assert ">\u202e" not in page
    fields = form(desk, f"/judge/statement/{toll}/place?name=Tripoli&new=1", "place")
    for wrong in ("95|1||XA|settlement", "1|2||XA|street", "x|2|||", "1"):
        assert desk.post("/judge", data=fields | {"at": [wrong]}).status_code == 400
    assert desk.get("/journal.json").json() == []


def test_a_step_without_a_name_goes_back_to_the_forms(desk: TestClient) -> None:
    toll = statement(desk, FIRST)
    for step in ("place?name=+", "side?side="):
        answer = desk.get(f"/judge/statement/{toll}/{step}", follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, f"/judge/statement/{toll}")
    assert desk.get("/judge/statement/ffff/place?name=Karsk").status_code == 404
