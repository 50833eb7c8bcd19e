"""The report: one file to hand on, that says what claims stand on, and that nothing in it can act."""

import re
from base64 import b64encode
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from sayso.__main__ import app
from sayso.ledger import Ledger
from sayso.ledger.wanted import ANY, Wanted
from sayso.web.paper import written
from sayso.web.reported import LONGEST, called, choose, file_name, pieces
from sayso.workspace import Workspace
from tests.ledger.pile import FIRST, HEALTH, HELD, WIRE, Article, articles, kept
from tests.web.desks import at

CONTESTED = Wanted(contested=True)
MADE = datetime(2031, 8, 21, 7, 30, tzinfo=UTC)


def report(path: Path, *ids: str, wanted: Wanted = ANY) -> str:
    with Workspace(path) as workspace:
        chosen = choose(workspace, ids, wanted)
        return written(workspace, chosen, ledger=called(str(path)), made=MADE)


def plain(text: str) -> str:
    """What is read of a page."""
    body = re.sub(r"<(style|svg)\b.*?</\1>", " ", text, flags=re.S)
    return " ".join(unescape(re.sub(r"<[^>]+>", "", re.sub(r"</(p|h\d|dd|dt|li|td|th|div)>", " ", body))).split())


class Elements(HTMLParser):
    """Every element with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.fixture(scope="session")
def held(war: Path) -> str:
    """The report on the 31 settlements."""
    with Workspace(war) as workspace:
        (claim,) = [each.claim for each in workspace.claims() if each.claim.text == HELD]
    return report(war, claim.statements[0])


def test_a_claim_is_told_with_its_standing_its_root_its_wordings_and_what_parts_from_it(held: str) -> None:
    told = plain(held)
    for words in (
        f"{HELD} echoed contested · 3 statements in 3 articles, 1 root",
        "Root: Ministry of Defence of Varnia (Varnia), 3 statements; it serves its own side.",
        "Echoed: 3 articles, one root: Ministry of Defence of Varnia.",
        "Ministry of Defence of Varnia Varnia · serves own side · 3 statements",
        "VNA published ← The Norhaven Herald, 17 March 2024 [3]",
        "Figures settlements held: what each figure allows",
        "The range 10.8–31",
        "about 12 settlements 10.8–13.2 Kestrel Institute 18 March 2024",
        "Nothing in this report says that a claim is true or false.",
        "Made 21 August 2031, 07:30:00 UTC",
    ):
        assert words in told, words


def test_what_people_decided_is_told_with_who_and_why(tmp_path: Path) -> None:
    path = kept(tmp_path / "war.sayso")
    with at(path) as client:
        claim = client.get("/claims.json?words=dawn OR settlements").json()["claims"][0]["id"]
        row = {
            "kind": "likelihood",
            "about": claim,
            "value": {"grade": "likely"},
            "why": "<b>two</b> counts",
            "seen": None,
        }
        assert client.post("/judge.json", json=row).status_code == 201
    told = plain(report(path, claim))
    assert "What people decided likelihood: likely (probable, 55 to 80 in 100), " in told
    assert "<b>two</b> counts" in told


def test_an_article_is_told_so_that_it_can_be_found_and_checked(held: str) -> None:
    told = plain(held)
    digest = sha256(WIRE.encode()).hexdigest()
    assert "[1] Thirty-one settlements Outlet VNA Published on 13 March 2024printed on the page" in told
    assert (
        f"Received as pile/vna.txt, 20 March 2024, 00:00:00 UTC, text, {len(WIRE.encode())} bytes, with tests 1" in told
    )
    assert f"SHA-256 {digest}" in told


def test_no_more_of_an_article_is_handed_on_than_the_sentence(held: str) -> None:
    assert "eleven days after the first columns crossed the Ilva at dawn" in held
    assert "where the snow is still lying" not in held
    assert "spent the night in a school" not in held


def test_the_same_claims_give_the_same_file(war: Path) -> None:
    assert report(war, wanted=CONTESTED) == report(war, wanted=CONTESTED)


def test_the_file_needs_nothing_and_runs_nothing(held: str) -> None:
    found = Elements(held).found
    assert [tag for tag, _ in found if tag in ("script", "link", "img", "iframe", "object", "form", "base")] == []
    assert [name for _, given in found for name in given if name.startswith("on") or name == "style"] == []
    (policy,) = [given["content"] for tag, given in found if given.get("http-equiv") == "Content-Security-Policy"]
    (style,) = re.findall(r"<style>(.*?)</style>", held, re.S)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert "url(" not in style
    assert "@import" not in style


HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)></style>\u202e'


def test_hostile_text_is_dead_in_it(tmp_path: Path) -> None:
    first = f"At least 23 people {HOSTILE} were killed in the covered market"
    article = Article(
        "a</style>.txt", f"Tarn {HOSTILE}", 15, f"Rockets {HOSTILE}", f"{first}, the health {HOSTILE} said.\n"
    )
    article.says(first, HEALTH, f"the health {HOSTILE}")
    page, reading = article.read()
    document = replace(reading.document, url="javascript:alert(3)")
    path = tmp_path / "war.sayso"
    with Ledger.open(path) as ledger:
        ledger.add(replace(page, url="javascript:alert(3)"), replace(reading, document=document))
    with Workspace(path) as workspace:
        chosen = choose(workspace, ())
        text = written(workspace, chosen, ledger=f"</style>{HOSTILE}", made=MADE)
    found = Elements(text).found
    assert [tag for tag, _ in found if tag in ("script", "img")] == []
    assert [given["href"] for tag, given in found if tag == "a" and "javascript" in (given["href"] or "")] == []
    assert text.count("</style>") == 1
    assert "\u202e" not in text
    assert "\\u202e" in text


def test_the_picture_of_the_chain_leads_to_places_in_the_report(held: str) -> None:
    (picture,) = re.findall(r'<svg class="chain-picture".*?</svg>', held, re.S)
    found = Elements(picture).found
    assert [given["href"] for tag, given in found if tag == "a"] == [
        "#claim-1-root-1",
        "#article-1",
        "#article-3",
    ]
    anchors = {given["id"] for _, given in Elements(held).found if "id" in given}
    leads = {given["href"] for tag, given in Elements(held).found if tag == "a" and given["href"] is not None}
    assert {each.removeprefix("#") for each in leads if each.startswith("#")} <= anchors
    assert [each for each in leads if not each.startswith(("#", "http"))] == []


def test_a_sentence_that_never_ends_is_cut() -> None:
    (article,) = [each for each in articles() if each.name == "market.txt"]
    _, reading = article.read()
    (statement,) = reading.statements
    endless = "so " * 5000
    text = f"{FIRST}, the health department said, {endless}"
    found = pieces(text, statement, text)
    assert (found[0].kind, found[0].text, found[-1].text) == ("content", FIRST, " …")
    assert sum(len(each.text) for each in found) <= LONGEST + 2


def test_report_writes_a_file_whole(war: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    done = CliRunner().invoke(app, ["report", str(war), "--contested", "-o", str(out)])
    assert (done.exit_code, done.output) == (0, "")
    text = out.read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>")
    assert text.endswith("</html>\n")
    assert "Report · war.sayso" in text
    assert [each.name for each in tmp_path.iterdir()] == ["report.html"]


@pytest.mark.parametrize(
    ("words", "row"),
    [
        (("--claims", "ffff"), "ffff: no claim or statement in WAR has this id; no report made. See: sayso claims."),
        (("--place", "Zadova"), "war.sayso: no claim in it is like that; no report made. Ask for less."),
        (
            ("--claims", "ffff", "--side", "Ostrel"),
            "ffff: claims are named, and asked for by side besides; no report made. "
            "Name claims, or ask for them; not both.",
        ),
    ],
)
def test_a_report_on_nothing_is_refused(war: Path, tmp_path: Path, words: tuple[str, ...], row: str) -> None:
    out = tmp_path / "report.html"
    out.write_text("what was there")
    done = CliRunner().invoke(app, ["report", str(war), *words, "-o", str(out)])
    assert done.exit_code == 1
    assert " ".join(done.stderr.split()) == row.replace("WAR", str(war))
    assert out.read_text() == "what was there"


def test_the_desk_hands_out_the_same_file(ask: TestClient, war: Path) -> None:
    answer = ask.get("/report.html", params={"contested": "yes"})
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == 'attachment; filename="sayso-report-war.html"'
    (made,) = re.findall(r'<time datetime="(.+?)"', answer.text)
    with Workspace(war) as workspace:
        chosen = choose(workspace, (), CONTESTED)
        same = written(workspace, chosen, ledger="war", made=datetime.fromisoformat(made))
    assert answer.text == same


@pytest.mark.parametrize(
    ("location", "name"),
    [
        ("piles/war.sayso", "war.sayso"),
        ("postgresql://desk:secret@db.example:5432/war", "db.example/war"),
        ("postgresql:///war", "localhost/war"),
    ],
)
def test_a_ledger_is_called_by_its_name_and_never_by_its_password(location: str, name: str) -> None:
    assert called(location) == name


def test_a_file_name_has_nothing_strange_in_it() -> None:
    assert file_name('../w\r\n"ar') == "sayso-report-w-ar.html"
