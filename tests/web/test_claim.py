"""A claim's page: its chain, its standing, its wordings, figures, conflicts and history; two statements compared."""

import re

import pytest
from fastapi.testclient import TestClient

from tests.ledger.pile import HELD, TWELVE, articles

IDS = {article.name: [each.id for each in article.statements] for article in articles()}


def plain(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).replace(" ,", ",").replace(" .", ".")


@pytest.fixture
def held(ask: TestClient) -> str:
    """The page of the claim of the thirty-one settlements."""
    return ask.get(f"/claim/{IDS['vna.txt'][0]}").text


def test_a_statement_and_the_first_digits_of_an_id_lead_to_the_claim(ask: TestClient) -> None:
    found = ask.get(f"/claim/{IDS['post.txt'][0]}.json").json()["claim"]
    assert found["text"] == HELD
    answer = ask.get(f"/claim/{found['id'][:10]}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/claim/{found['id']}")
    assert ask.get("/claim/ffffffffffffffff").status_code == 404


def test_the_chain_leads_from_the_root_through_the_relay_to_the_articles(held: str) -> None:
    picture = held[held.index('<svg class="chain-picture"') :]
    picture = picture[: picture.index("</svg>")]
    assert picture.count('class="line ') == 3  # to VNA and its copy, to the relay, and on to the Herald
    assert "Ministry of Defence of Varnia" in picture
    assert "and 1 of the same text" in picture
    assert f"/article/{next(a.id for a in articles() if a.name == 'herald.txt')}#s-" in picture
    assert re.search(r'href="/source\?id=\w+"', picture)


def test_why_it_has_its_standing_is_told_step_by_step_with_what_was_folded(held: str) -> None:
    told = plain(held)
    assert "Why it is echoed" in told
    assert "Root: Ministry of Defence of Varnia (Varnia), 3 statements; it serves its own side." in told
    assert "Echoed: 3 articles, one root: Ministry of Defence of Varnia." in told
    assert "Contested : 2 conflicts, told below." in told
    assert "Frontier Post has the text of VNA." in told


def test_the_words_are_marked_in_their_sentence(held: str) -> None:
    assert f'<span class="role-content">{HELD}</span>' in held
    assert '<span class="role-source">the Ministry of Defence of Varnia</span>' in held
    assert "1 wording" in plain(held)


def test_figures_stand_on_one_scale_with_their_sheet(ask: TestClient, held: str) -> None:
    assert '<svg class="ranges"' in held
    assert "31 settlements" in held
    market = ask.get(f"/claim/{IDS['toll.txt'][0]}").text
    assert "ACLED&#39;s conservative number" in market
    assert "never in its place" in market


def test_both_accounts_of_a_conflict_stand_side_by_side(held: str) -> None:
    conflicts = plain(held[held.index('id="conflicts"') :])
    assert TWELVE in conflicts
    assert "Denied:" in conflicts
    assert "2 pairs of statements part so; one is shown." in conflicts


def test_its_history_tells_who_said_it_first_who_copied_it_and_when_it_came_here(held: str) -> None:
    history = plain(held[held.index('<table class="history"') :])
    rows = re.findall(r"(\d+ March 2024) (VNA|Frontier Post|The Norhaven Herald) (.*?) (20 March 2024)", history)
    assert [(day, outlet, told) for day, outlet, told, _ in rows] == [
        ("13 March 2024", "VNA", "Ministry of Defence of Varnia: the first here to say it"),
        ("14 March 2024", "Frontier Post", "the text of VNA again"),
        ("17 March 2024", "The Norhaven Herald", "Ministry of Defence of Varnia again"),
    ]


def test_why_two_statements_are_together_is_a_sum_of_reasons(ask: TestClient) -> None:
    vna, herald, tally = (IDS[name][0] for name in ("vna.txt", "herald.txt", "tally.txt"))
    together = ask.get(f"/why/{vna}/{herald}").text
    assert "Filed together" in together
    assert '<svg class="waterfall"' in together
    apart = ask.get(f"/why/{vna}/{tally}.json").json()
    assert not apart["together"]
    assert apart["score"] == pytest.approx(sum(each["weight"] for each in apart["reasons"]), abs=0.1)


def test_conflicts_are_listed_once_for_two_claims(ask: TestClient) -> None:
    found = ask.get("/conflicts.json").json()
    assert sorted((each["kind"], each["pairs"]) for each in found["conflicts"]) == [("denial", 2), ("figure", 2)]
    assert [each["kind"] for each in ask.get("/conflicts.json?kind=figure").json()["conflicts"]] == ["figure"]
    assert [each["kind"] for each in ask.get("/conflicts.json?words=Kestrel").json()["conflicts"]] == ["figure"]
    assert ask.get("/conflicts.json?place=Belomir").json()["conflicts"] == []
    assert "No conflict is like that." in ask.get("/conflicts?place=Belomir").text
    assert HELD in ask.get("/conflicts").text
    assert ask.get("/conflicts?kind=quarrel").status_code == 400


def test_figures_are_found_by_measure_and_place(ask: TestClient) -> None:
    rows = ask.get("/figures.json?place=Belomir").json()["figures"]
    assert {row["text"] for row in rows if row["type"] == "figure"} == {"At least 23 people", "29 people"}
    (told,) = [row for row in rows if row["type"] == "range"]
    assert (told["measure"], told["low"], told["high"], told["coded"]) == ("killed", 23, None, 23)
    held = (
        ask.get("/figures.json?measure=settlements+held").json()["figures"]
        or ask.get("/figures.json?place=Tarn").json()["figures"]
    )
    assert {row["low"] for row in held if row["type"] == "figure"} >= {31.0}
    assert "No figure is like that." in ask.get("/figures?place=Nowhere").text
