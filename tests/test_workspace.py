"""The Python API: adding, listing, showing and exporting, and `sayso.read`."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import sayso
from sayso import workspace as room
from sayso.workspace import Summary, Workspace
from tests.conftest import Place
from tests.ledger.example import TEXT, numbered, read_page, reading

THROUGH_THE_PIPELINE = room.read_page


@pytest.fixture(autouse=True)
def _fake_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "read_page", read_page)


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    folder.mkdir()
    (folder / "karsk-courier.txt").write_text(TEXT)
    (folder / "seven.txt").write_bytes(numbered(7)[0].content)
    (folder / "russian.txt").write_text("Сто лет одиночества")
    (folder / "menu.txt").write_text("Home | About")
    return folder


def test_a_pile_is_added_listed_shown_and_exported(place: Place, pile: Path) -> None:
    with Workspace(place()) as workspace:
        told: list[str] = []
        summary = workspace.add([pile], progress=lambda outcome: told.append(outcome.fate))
        assert summary == Summary(2, 0, 1, 1, 6, summary.problems)
        assert sorted(told) == ["read", "read", "skipped", "unread"]
        assert [problem.effect for problem in summary.problems] == [
            "the text was believed",
            "not read",
            "kept, but not read",
        ]
        assert workspace.add([pile]) == Summary(known=3, skipped=1, problems=summary.problems[1:2])
        assert [(Path(row.location).name, row.statements) for row in workspace.list()] == [
            ("karsk-courier.txt", 5),
            ("russian.txt", 0),
            ("seven.txt", 1),
        ]
        rows = [json.loads(line) for line in workspace.export()]
        kinds = ["document", *["statement"] * 5, "document", "document", "statement"]
        assert [row["type"] for row in rows] == [*kinds, *["claim"] * 6]
        shown = workspace.show(rows[2]["id"])
        assert shown.statement is not None
        assert shown.statement.origin == reading().statements[1].origin
        assert shown.reading.document.text == TEXT
        assert workspace.show(rows[0]["id"][:10]).statement is None
        assert len(list(workspace.problems())) == 3


def test_the_ledger_among_the_articles_is_no_article(pile: Path) -> None:
    with Workspace(pile / "war.sayso") as workspace:
        assert workspace.add([pile]).skipped == 1
        assert workspace.add([pile]).skipped == 1


def test_a_format_that_is_not_known_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(sayso.SaysoError, match="this format is not known"):
        next(Workspace(tmp_path / "war.sayso").export("xml"))


def test_reading_takes_a_path_a_paths_name_or_a_text(pile: Path) -> None:
    path = pile / "karsk-courier.txt"
    assert sayso.read(path).document.location == str(path)
    assert sayso.read(str(path)).document.location == str(path)
    assert sayso.read(TEXT).document.location == "text"
    assert sayso.read("The army lost 7 drones, VNA reported.").document.text.startswith("The army lost 7")


@pytest.mark.parametrize("wanted", [Path("missing.txt"), "", "no article", "x" * 10_000, "a\x00b"])
def test_what_cannot_be_read_raises_its_row(wanted: str | Path) -> None:
    with pytest.raises(sayso.SaysoError) as caught:
        sayso.read(wanted)
    assert caught.value.problem.effect


def test_a_folder_is_not_one_article(pile: Path) -> None:
    with pytest.raises(sayso.SaysoError, match="this is a folder"):
        sayso.read(pile)


def test_importing_is_cheap_and_the_reading_room_is_callable() -> None:
    script = """
import sys
import sayso
heavy = {"onnxruntime", "numpy", "sqlalchemy", "alembic", "trafilatura", "rich", "tokenizers"} & set(sys.modules)
assert not heavy, heavy
assert all(hasattr(sayso, name) for name in sayso.__all__)
from sayso import Workspace, read
import sayso.read.segment as segment
assert callable(sayso.read) and callable(read) and sayso.read.segment is segment
try:
    sayso.reed
except AttributeError:
    print("sound")
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("sound\n", "")


def test_an_article_in_which_nothing_is_said_has_a_row_that_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    from sayso import pipeline
    from sayso.intake import page_of_text
    from sayso.model.problem import Problem

    nothing_said = replace(reading(), statements=(), problems=())
    monkeypatch.setattr(pipeline, "read_page", lambda page, parties: nothing_said)
    assert THROUGH_THE_PIPELINE(page_of_text(TEXT, "pile/menu.html")) == replace(
        nothing_said,
        problems=(
            Problem(
                "pile/menu.html", "no statement was found in it", "kept, nothing read", "Check that it is an article."
            ),
        ),
    )
