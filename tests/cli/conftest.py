"""A pile of articles, a reader that needs no model, and the program run on them."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso import workspace
from sayso.__main__ import app
from tests.ledger.example import TEXT, numbered, read_page
from tests.ledger.pile import kept

ROOT = Path(__file__).parents[2]
Run = Callable[..., Result]

PROGRAM = [
    sys.executable,
    "-c",
    "from sayso import workspace; from tests.ledger.example import read_page; workspace.read_page = read_page; "
    "from sayso.__main__ import main; main()",
]
PLAIN = {"NO_COLOR": "1", "COLUMNS": "80", "TERM": "xterm"}


@pytest.fixture
def pile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two articles, one in a language that is not read, and a page without an article; we are in the folder above."""
    folder = tmp_path / "pile"
    folder.mkdir()
    (folder / "karsk-courier.txt").write_text(TEXT)
    (folder / "seven.txt").write_bytes(numbered(7)[0].content)
    (folder / "russian.txt").write_text("Сто лет одиночества")
    (folder / "menu.txt").write_text("Home | About")
    monkeypatch.chdir(tmp_path)
    return Path("pile")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """`run("list", "--ledger", "war.sayso")`, at 80 columns without colour."""
    monkeypatch.setattr(workspace, "read_page", read_page)
    monkeypatch.delenv("SAYSO_LEDGER", raising=False)
    return lambda *words, **rest: CliRunner().invoke(app, [str(word) for word in words], env=PLAIN, **rest)


@pytest.fixture(scope="session")
def across(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of several articles on one war, in a folder of its own; tests only look at it."""
    return kept(tmp_path_factory.mktemp("across") / "war.sayso")


@pytest.fixture
def look(run: Run, across: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """`look("claims", "--place", "Tarn")`: a verb run on that ledger, by its name `war.sayso`."""
    monkeypatch.chdir(across.parent)
    return lambda *words: run(*words, "--ledger", "war.sayso")


def environment() -> dict[str, str]:
    """For a real process of the program."""
    return {**os.environ, **PLAIN, "PYTHONPATH": os.pathsep.join(map(str, (ROOT, ROOT / "src")))}


def program(*words: object, **rest: object) -> "subprocess.CompletedProcess[bytes]":
    """The same as a process of its own."""
    return subprocess.run([*PROGRAM, *map(str, words)], capture_output=True, env=environment(), check=False, **rest)
