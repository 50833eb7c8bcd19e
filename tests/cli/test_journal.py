"""`sayso journal` and `sayso reread`: what people decided, in lines and as rows."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso import workspace
from sayso.cli.app import app
from sayso.model.judgement import Grade, JudgementKind, Named, Note, Side
from sayso.model.statement import OriginKind
from sayso.workspace import Workspace
from tests.ledger.example import read_page
from tests.ledger.pile import FIRST, HELD, kept

RUN = CliRunner()


@pytest.fixture
def war(tmp_path: Path) -> Path:
    return kept(tmp_path / "war.sayso")


def run(*arguments: object) -> str:
    result = RUN.invoke(app, [str(each) for each in arguments])
    assert result.exit_code == 0, result.output
    return result.output


def statement(desk: Workspace, words: str) -> str:
    return min(found.filed.statement.id for found in desk.search(f'"{words}"'))


def test_the_journal_of_a_ledger_in_which_nobody_decided_says_so(war: Path) -> None:
    assert "Nobody has decided anything here yet." in run("journal", war)


def test_the_journal_tells_what_was_decided_by_whom_and_why(war: Path) -> None:
    ministry = Named("Ministry of Defence of Varnia", OriginKind.ORGANIZATION, "Varnia")
    with Workspace(war) as desk:
        toll = statement(desk, FIRST)
        entry = desk.judge("ada", JudgementKind.SIDE, toll[:9], Side("Varnia"), "seen on the tape")
        desk.judge("ada", JudgementKind.RELIABILITY, ministry, Grade("C"))
        desk.undo(entry.id[:8], "ben", "another day")
    told = run("journal", war)
    line = "people or homes of its own side are the victims"
    assert f"side: Varnia, serves own side by the rule of interest: {line} taken back by ben" in " ".join(told.split())
    assert f"“{FIRST}”" in " ".join(told.split())
    assert "seen on the tape" in told
    assert "reliability of the source: C, fairly reliable" in told
    assert "reliability" not in run("journal", war, "--about", toll)
    rows = [json.loads(line) for line in run("journal", war, "--json", "--kind", "side").splitlines()]
    assert [(row["type"], row["kind"], row["value"], row["in_force"]) for row in rows] == [
        ("judgement", "side", {"side": "Varnia", "interest": "own", "rule": line}, False)
    ]
    quote, position = rows[0]["target"][0]["selector"]
    assert quote == {
        "type": "TextQuoteSelector",
        "exact": FIRST,
        "prefix": "",
        "suffix": ", the health department said.\n",
    }
    assert position == {"type": "TextPositionSelector", "start": 0, "end": len(FIRST)}


def test_what_is_exported_is_as_people_corrected_it_without_what_they_hid(war: Path) -> None:
    with Workspace(war) as desk:
        toll, held = statement(desk, FIRST), statement(desk, HELD)
        desk.judge("ada", JudgementKind.SIDE, toll, Side("Varnia"))
        desk.judge("ada", JudgementKind.HIDE, held)
        desk.judge("ada", JudgementKind.NOTE, toll, Note("ask"))
        rows = {row["id"]: row for row in map(json.loads, desk.export())}
        every = {row["id"]: row for row in map(json.loads, desk.export(hidden=True))}
    assert rows[toll]["origin"]["side"] == "Varnia"
    assert held not in rows
    assert held in every
    assert {row["type"] for row in rows.values()} == {"document", "statement", "claim", "conflict"}


def test_reading_anew_tells_what_changed_and_what_is_adrift(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The newer reader no longer takes "over" for a part of what was said."""
    from dataclasses import replace

    from sayso.model.statement import statement_id

    monkeypatch.setattr(workspace, "read_page", read_page)
    pile = tmp_path / "pile"
    pile.mkdir()
    for number in (1, 2):
        (pile / f"{number:04}.txt").write_text(f"The army lost {number} drones over there, VNA reported.\n")
    war = tmp_path / "war.sayso"
    with Workspace(war) as desk:
        desk.add([pile])
        lost, kept_one = sorted(found.filed.statement.id for found in desk.search("drones"))
        for each in (lost, kept_one):
            desk.judge("ada", JudgementKind.SIDE, each, Side("none"))
        document = next(each for each in desk.list() if desk.show(lost).reading.document.id == each.id).id

    def newer(page):
        found = read_page(page)
        if found.document.id != document:
            return found
        (only,) = found.statements
        short = ((0, 8),)
        return replace(found, statements=(replace(only, content=short, id=statement_id(document, short, only.source)),))

    monkeypatch.setattr(workspace, "read_page", newer)
    told = run("reread", "--ledger", war)
    assert "1 article read otherwise, 1 article as before; 1 decision adrift" in told
    assert "applied to nothing" in run("journal", war, "--adrift")
    monkeypatch.setattr(workspace, "read_page", read_page)
    assert "1 article read otherwise, 1 article as before." in run("reread", "--ledger", war)
    assert "Nothing is adrift." in run("journal", war, "--adrift")


def test_why_two_are_together_names_who_merged_them(war: Path) -> None:
    with Workspace(war) as desk:
        toll, held = statement(desk, FIRST), statement(desk, HELD)
        merged = desk.judge("ada", JudgementKind.MERGE, (toll, held), why="one dispatch")
        assert desk.compare(toll, held).together
        told = " ".join(run("why", toll, held, "--ledger", war).split())
        assert "ada merged them on" in told
        assert "one dispatch" in told
        desk.judge("ben", JudgementKind.SPLIT, (toll,), why="two dispatches")
        assert [each.who for each in desk.compare(toll, held).ruled] == ["ada", "ben"]
        assert "ben split one from the other on" in " ".join(run("why", toll, held, "--ledger", war).split())
        desk.undo(merged.id, "ada")
        assert not desk.compare(toll, held).together
