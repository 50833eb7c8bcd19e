"""Judging at the desk: forms, their twins, the journal, two at once, and hostile notes."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sayso.workspace import Workspace
from tests.ledger.pile import FIRST, HELD, TWELVE, kept
from tests.web.desks import at


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[TestClient]:
    """A desk of one's own, on a ledger that is changed."""
    with at(kept(tmp_path / "war.sayso")) as client:
        yield client


def workspace(desk: TestClient) -> Workspace:
    found: Workspace = desk.app.state.desk.workspace  # type: ignore[attr-defined]
    return found


def statement(desk: TestClient, words: str) -> str:
    return min(found.filed.statement.id for found in workspace(desk).search(f'"{words}"'))


def side(desk: TestClient, ident: str) -> str:
    found = workspace(desk).show(ident).statement
    assert found is not None
    return found.origin.side


def forms(html: str) -> list[dict[str, list[str]]]:
    """The forms of a page that decide something, each with the fields it would send untouched."""
    found = []
    for form in re.findall(r'<form method="post" action="/judge".*?</form>', html, re.S):
        fields: dict[str, list[str]] = {}
        for tag in re.findall(r"<input[^>]*>", form):
            named = dict(re.findall(r'(\w+)="([^"]*)"', tag))
            if named.get("type") != "checkbox" and "name" in named:
                fields.setdefault(named["name"], []).append(unescape(named.get("value", "")))
        for name in ("at", "interest"):
            if chosen := re.search(rf'type="radio" name="{name}" value="([^"]*)" checked', form):
                fields[name] = [unescape(chosen[1])]
        for name, options in re.findall(r'<select name="(\w+)">(.*?)</select>', form, re.S):
            chosen = re.search(r'value="([^"]*)" selected', options) or re.search(r'value="([^"]*)"', options)
            fields[name] = [unescape(chosen[1])] if chosen else []
        found.append(fields)
    return found


def form(desk: TestClient, where: str, kind: str) -> dict[str, list[str]]:
    (first, *_) = [each for each in forms(desk.get(where).text) if each["kind"] == [kind]]
    return first


def post(desk: TestClient, fields: dict[str, list[str]], **changed: str | list[str]) -> str:
    """Send a form as a person changed it; the page that it leads to."""
    data = fields | {name: value if isinstance(value, list) else [value] for name, value in changed.items()}
    answer = desk.post("/judge", data=data, headers={"X-CSRF-Token": ""} if "csrf" not in fields else {})
    assert answer.status_code == 200, answer.text
    return answer.text


def undone(desk: TestClient) -> str:
    """Take back what the page of undoing shows; that page."""
    page = desk.get("/undo?back=/claims").text
    (entry,) = re.findall(r'name="entry" value="(\w+)"', page.partition("<main")[2])
    assert desk.post("/undo", data={"entry": entry, "back": "/claims"}).status_code == 200
    return page


def test_a_side_is_fixed_by_its_form_and_taken_back_by_its_button(desk: TestClient) -> None:
    toll = statement(desk, FIRST)
    page = post(desk, form(desk, f"/judge/statement/{toll}/side?side=Varnia", "side"), side="Varnia", why="on the tape")
    assert side(desk, toll) == "Varnia"
    assert "side: Varnia" in page
    assert 'role="status"' in page
    assert 'role="status"' not in desk.get("/journal").text
    journal = desk.get("/journal").text
    assert "on the tape" in journal
    undone(desk)
    assert side(desk, toll) == "Ostrel"
    assert "taken back by" in desk.get("/journal").text
    assert desk.get("/undo").status_code == 404


def test_what_is_taken_back_is_shown_before_with_who_and_when(desk: TestClient) -> None:
    toll = statement(desk, FIRST)
    post(desk, form(desk, f"/judge/statement/{toll}/side?side=Varnia", "side"), why="on the tape")
    (row,) = desk.get("/journal.json").json()
    bare = desk.post("/undo", data={"back": "/claims?sort=newest"}, follow_redirects=False)
    assert (bare.status_code, bare.headers["location"]) == (303, "/undo?back=%2Fclaims%3Fsort%3Dnewest")
    assert side(desk, toll) == "Varnia", "nothing is taken back unseen"
    assert desk.get("/undo.json").json() == row
    desk.post("/judge.json", json={"kind": "note", "about": toll, "value": {"text": "Ask the surgeon."}})
    desk.post("/undo.json", json={"entry": desk.get("/undo.json").json()["id"]})
    page = unescape(undone(desk))
    for told in ("side: Varnia", row["who"], row["when"][11:16], "on the tape", FIRST, "asks nobody's name"):
        assert told in page
    assert side(desk, toll) == "Ostrel"


@pytest.mark.parametrize(
    ("kind", "changed", "told"),
    [
        (
            "speaker",
            {"name": "Hanna Dorsk", "origin_kind": "person", "role": "surgeon"},
            "speaker: Hanna Dorsk, surgeon",
        ),
        ("place", {"name": "Karsk", "lat": "51.5", "lon": "36.25"}, "place: Karsk (51.5, 36.25), instead of Belomir"),
        ("place", {"none": "1"}, "place: nowhere, instead of Belomir"),
        ("figure", {"value": "25", "low": "20", "high": "30"}, "figure: 25, from 20 to 30 (people killed)"),
        ("figure", {"none": "1"}, "figure: none, instead of At least 23 people"),
        ("time", {"first": "2024-03-14", "last": "2024-03-15"}, "time: 14–15 March 2024"),
        ("credibility", {"grade": "3"}, "credibility: 3, possibly true"),
        ("note", {"text": "Ask the surgeon."}, "note: Ask the surgeon."),
        ("hide", {}, "hidden: 1 statement"),
    ],
)
def test_every_form_of_a_statement_does_what_it_says(
    desk: TestClient, kind: str, changed: dict[str, str], told: str
) -> None:
    toll = statement(desk, FIRST)
    post(desk, form(desk, f"/judge/statement/{toll}", kind), **changed)
    (row,) = desk.get("/journal.json").json()
    assert (row["kind"], row["in_force"], row["statements"]) == (kind, True, [toll])
    assert told in unescape(desk.get("/journal").text)


def test_claims_are_found_merged_and_split(desk: TestClient) -> None:
    held, twelve = statement(desk, HELD), statement(desk, TWELVE)
    claim = desk.get(f"/claim/{held}.json").json()["claim"]["id"]
    page = desk.get(f"/judge/claim/{claim}?words=twelve OR settlements").text
    other = desk.get(f"/claim/{twelve}.json").json()["claim"]["id"]
    assert f'value="{other}"' in page
    fields = next(each for each in forms(page) if each["kind"] == ["merge"])
    post(desk, fields, about=[claim, other], why="the same village")
    merged = desk.get(f"/claim/{held}.json").json()["claim"]
    assert twelve in merged["statements"]
    post(desk, form(desk, f"/judge/claim/{merged['id']}", "split"), about=[twelve])
    assert twelve not in desk.get(f"/claim/{held}.json").json()["claim"]["statements"]


def test_grades_of_claims_and_sources_stand_where_people_put_them(desk: TestClient) -> None:
    held = statement(desk, HELD)
    claim = desk.get(f"/claim/{held}.json").json()["claim"]["id"]
    page = post(desk, form(desk, f"/judge/claim/{claim}", "likelihood"), grade="roughly even chance")
    assert "roughly even chance (roughly even odds, 45 to 55 in 100)" in page
    where = "/judge/source?kind=organization&name=Ministry of Defence of Varnia&side=Varnia"
    post(desk, form(desk, where, "reliability"), grade="C", back=where)
    assert "C, fairly reliable" in desk.get(where).text


def test_every_form_comes_also_as_a_part_of_another_page(desk: TestClient) -> None:
    held = statement(desk, HELD)
    document = workspace(desk).show(held).reading.document.id
    source = "/judge/source?kind=person&name=Mara Venn&part=1"
    for where in (
        *(f"/judge/{each}?part=1" for each in (f"statement/{held}", f"claim/{held}", f"article/{document}")),
        source,
    ):
        part = desk.get(where).text
        assert "<html" not in part
        assert forms(part)


def test_two_at_once_see_both_values_and_neither_is_lost(desk: TestClient) -> None:
    toll = statement(desk, FIRST)
    mine = form(desk, f"/judge/statement/{toll}/side?side=Varnia", "side")
    theirs = form(desk, f"/judge/statement/{toll}/side?side=none", "side")
    beside = form(desk, f"/judge/statement/{toll}", "note")
    post(desk, theirs, why="it is a hospital")
    answer = desk.post("/judge", data=mine | {"side": ["Varnia"], "why": ["on the tape"]})
    assert answer.status_code == 409
    assert "it is a hospital" in answer.text
    assert "Varnia" in answer.text
    assert side(desk, toll) == "none"
    post(desk, beside, text="a note collides with nothing")
    (again,) = forms(answer.text)
    post(desk, again)
    assert side(desk, toll) == "Varnia"
    assert [row["kind"] for row in desk.get("/journal.json").json()] == ["side", "note", "side"]


def test_programs_judge_by_the_same_rules(desk: TestClient) -> None:
    toll = statement(desk, FIRST)
    row = {"kind": "side", "about": toll, "value": {"side": "Varnia", "interest": "against"}, "seen": None}
    made = desk.post("/judge.json", json=row)
    assert made.status_code == 201
    assert made.json()["value"] == {"side": "Varnia", "interest": "against", "rule": None}
    late = desk.post("/judge.json", json=row | {"value": {"side": "none"}})
    assert late.status_code == 409
    assert late.json()["theirs"]["id"] == made.json()["id"]
    by = "none, serves no side by the rule of interest: it belongs to no side"
    assert late.json()["mine"] == {"kind": "side", "about": [toll], "value": by}
    wrong = desk.post("/judge.json", json=row | {"kind": "credibility", "value": {"grade": "7"}})
    assert (wrong.status_code, wrong.json()["what"]) == (400, "“7” is no grade of it")
    undone = desk.post("/undo.json", json={"entry": made.json()["id"], "why": "not so"})
    assert undone.status_code == 201
    assert side(desk, toll) == "Ostrel"


@pytest.mark.parametrize(
    "row",
    [
        {},
        {"kind": "side"},
        {"kind": "side", "about": []},
        {"kind": "side", "about": "zz", "value": {"side": "x"}},
        {"kind": "side", "about": [1], "value": {"side": "x"}},
        {"kind": "side", "about": "0" * 16, "value": []},
        {"kind": "undo", "about": "0" * 16},
        {"kind": "reliability", "about": {"kind": "planet"}, "value": {"grade": "A"}},
    ],
)
def test_a_row_that_means_nothing_is_told_what_is_wrong_with_it(desk: TestClient, row: dict[str, object]) -> None:
    answer = desk.post("/judge.json", json=row)
    assert answer.status_code in (400, 404)
    assert answer.json()["effect"] in ("nothing was decided", "nothing shown")
    assert desk.get("/journal.json").json() == []


def test_a_form_leads_back_into_the_desk_and_never_out_of_it(desk: TestClient) -> None:
    toll = statement(desk, FIRST)
    fields = form(desk, f"/judge/statement/{toll}", "note") | {"text": ["x"]}
    for back, to in (
        (f"/article/1?x=2#s-{toll}", f"/article/1?x=2#s-{toll}"),
        ("https://elsewhere.example/", "/journal"),
        ("//elsewhere.example", "/journal"),
        ("/\\elsewhere.example", "/journal"),
        ("javascript:alert(1)", "/journal"),
    ):
        answer = desk.post("/judge", data=fields | {"back": [back]}, follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, to)


def test_what_people_write_is_dead_text(desk: TestClient) -> None:
    toll = statement(desk, FIRST)
    hostile = '"><script>alert(1)</script>\u202e'
    post(desk, form(desk, f"/judge/statement/{toll}", "note"), text=hostile)
    post(desk, form(desk, f"/judge/statement/{toll}/side?side=Varnia", "side"), side=hostile, why=hostile)
    for where in ("/journal", f"/judge/statement/{toll}", f"/claim/{toll}", "/claims"):
        page = desk.get(where).text
        assert "<script>alert" not in page
        assert not re.search(r">[^<]*\u202e", page), "nothing that turns the direction of writing is shown"


def test_the_journal_goes_on_a_page_at_a_time(desk: TestClient) -> None:
    toll = statement(desk, FIRST)
    for number in range(55):
        desk.post("/judge.json", json={"kind": "note", "about": toll, "value": {"text": f"note {number}."}})
    first = desk.get("/journal").text
    assert "note 54." in first
    assert "note 4." not in first
    (earlier,) = re.findall(r'rel="next"[^>]*href="([^"]+)"', first)
    assert "note 4." in desk.get(unescape(earlier)).text
    assert len(desk.get("/journal.json", params={"who": "nobody"}).json()) == 0


def test_the_page_of_an_article_and_of_a_claim_show_what_was_decided_and_a_box_to_judge_in(desk: TestClient) -> None:
    toll = statement(desk, FIRST)
    post(desk, form(desk, f"/judge/statement/{toll}/side?side=Varnia", "side"), side="Varnia")
    document = workspace(desk).show(toll).reading.document.id
    article = desk.get(f"/article/{document}").text
    assert "side: Varnia" in article
    assert f'data-judge="/judge/statement/{toll}?part=1"' in article
    part = desk.get(f"/judge/statement/{toll}?part=1&back=/article/{document}").text
    assert "<html" not in part
    assert {each["back"][0] for each in forms(part)} == {f"/article/{document}"}
    claim = desk.get(f"/claim/{toll}").text
    assert 'data-judge="/judge/claim/' in claim
    assert "side: Varnia" in claim


def test_another_place_is_not_put_where_the_first_one_lies_and_the_second_stays(desk: TestClient) -> None:
    toll = statement(desk, FIRST)
    where = f"/judge/statement/{toll}"
    post(desk, form(desk, where, "place"), name="Karsk", lat="51.5", lon="36.25", country="OS")
    post(desk, form(desk, where, "place"), name="Tarn")
    found = workspace(desk).show(toll).statement
    assert found is not None
    assert [(place.text, place.lat, place.country) for place in found.places] == [("Tarn", None, None)]
    post(desk, form(desk, where, "place"), lat="51.25", lon="36.5")
    found = workspace(desk).show(toll).statement
    assert found is not None
    assert [(place.text, place.lat) for place in found.places] == [("Tarn", 51.25)]


def test_what_is_adrift_stands_first_in_the_journal_with_its_remedy(desk: TestClient) -> None:
    from dataclasses import replace

    from sayso.ledger import Ledger

    toll = statement(desk, FIRST)
    post(desk, form(desk, f"/judge/statement/{toll}/side?side=Varnia", "side"), side="Varnia")
    reading = workspace(desk).show(toll).reading
    with Ledger.open(workspace(desk).location) as ledger:
        ledger.reread(replace(reading, statements=()), "ada", "a newer reader reads nothing here")
    page = unescape(desk.get("/journal").text)
    assert page.index("Adrift") < page.index("kept in the journal, applied to nothing") < page.index("read anew")
    assert f"“{FIRST}”" in page
    (row,) = desk.get("/journal.json?adrift=1").json()
    assert (row["adrift"], row["statements"]) == ([toll], [])
