"""What is no ledger, or cannot be one, is refused with a row that says why."""

import os
import sqlite3
from pathlib import Path

import pytest

from sayso.ledger import Ledger
from sayso.model.problem import SaysoError
from tests.ledger.example import numbered, page, reading


def refusal(path: Path, **how: bool) -> str:
    with pytest.raises(SaysoError) as caught, Ledger.open(path, **how) as ledger:
        list(ledger.statements())
    assert caught.value.problem.where == str(path)
    assert caught.value.problem.remedy
    return caught.value.problem.what


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "this is a folder, no ledger"


def test_a_text_is_no_ledger_and_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("Karsk has fallen, the army said.")
    assert refusal(path) == "this is no ledger"
    assert path.read_text() == "Karsk has fallen, the army said."


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")
    other.close()
    before = path.read_bytes()
    assert refusal(path) == "this is another program's database, no ledger"
    assert path.read_bytes() == before


def test_a_damaged_ledger_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = tmp_path / "war.sayso"
    with Ledger.open(path) as ledger:
        for number in range(60):
            ledger.add(*numbered(number))
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + os.urandom(len(whole) - 4096))
    assert refusal(path).startswith("this ledger is damaged")


def test_a_ledger_cut_off_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = tmp_path / "war.sayso"
    with Ledger.open(path) as ledger:
        for number in range(60):
            ledger.add(*numbered(number))
    path.write_bytes(path.read_bytes()[:9000])
    assert refusal(path).startswith("this ledger is damaged")


def test_nothing_but_a_header_is_no_ledger(tmp_path: Path) -> None:
    path = tmp_path / "war.sayso"
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 200)
    assert refusal(path) in ("this is no ledger", "this ledger is damaged (database disk image is malformed)")


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    path = tmp_path / "war.sayso"
    path.touch()
    with Ledger.open(path) as ledger:
        assert ledger.add(page(), reading())


def test_nothing_is_made_where_something_should_be_shown(tmp_path: Path) -> None:
    path = tmp_path / "war.sayso"
    assert refusal(path, write=False, create=False) == "there is no ledger here"
    assert not path.exists()


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    assert refusal(tmp_path / "missing" / "war.sayso") == "the folder of this ledger does not exist"


def test_a_place_that_cannot_be_written_holds_no_ledger() -> None:
    if not Path("/proc/self").is_dir():
        pytest.skip("no folder that is closed to everybody")
    assert refusal(Path("/proc/war.sayso")) == "a ledger cannot be written here"


def test_a_ledger_that_may_not_be_written_can_still_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "war.sayso"
    with Ledger.open(path) as ledger:
        ledger.add(page(), reading())
    before = sorted(tmp_path.iterdir())
    monkeypatch.setattr(os, "access", lambda *_: False)
    with Ledger.open(path, write=False) as ledger:
        assert tuple(ledger.statements()) == reading().statements
        with pytest.raises(SaysoError, match="a ledger cannot be written here"):
            ledger.add(*numbered(1))
    assert sorted(tmp_path.iterdir()) == before
    assert refusal(path) == "a ledger cannot be written here"


def test_a_name_with_odd_characters_is_a_name(tmp_path: Path) -> None:
    path = tmp_path / "wär ?mode=ro#100%\n.sayso"
    with Ledger.open(path) as ledger:
        assert ledger.add(page(), reading())
    assert path.exists()


def test_a_closed_ledger_is_one_file(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "war.sayso") as ledger:
        ledger.add(page(), reading())
    assert [path.name for path in tmp_path.iterdir()] == ["war.sayso"]
