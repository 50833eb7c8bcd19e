"""Which ledger, and which parties: the files that a verb works with."""

from pathlib import Path

import pytest

from sayso import workspace
from sayso.model.document import Page
from sayso.model.party import Party
from sayso.model.problem import Problem
from sayso.model.reading import Reading
from tests.cli.conftest import Run
from tests.ledger.example import read_page

PARTIES = '[[party]]\nname = "Varnia"\nmembers = ["VNA"]\n'
NAMED = (Party("Varnia", members=("VNA",)),)


@pytest.fixture
def heard(run: Run, monkeypatch: pytest.MonkeyPatch) -> list[tuple[Party, ...]]:
    """The parties with which pages are read."""
    got: list[tuple[Party, ...]] = []

    def reader(page: Page, parties: tuple[Party, ...] = ()) -> Reading | Problem:
        got.append(parties)
        return read_page(page)

    monkeypatch.setattr(workspace, "read_page", reader)
    return got


@pytest.mark.parametrize("verb", ["read", "add"])
def test_a_sayso_toml_in_the_working_directory_names_the_parties(
    run: Run, pile: Path, heard: list[tuple[Party, ...]], verb: str
) -> None:
    assert run(verb, pile / "seven.txt").exit_code == 0
    Path("sayso.toml").write_text(PARTIES)
    assert run(verb, pile / "karsk-courier.txt").exit_code == 0
    assert heard == [(), NAMED]


@pytest.mark.parametrize("verb", ["read", "add"])
def test_a_file_that_is_named_goes_before_it(run: Run, pile: Path, heard: list[tuple[Party, ...]], verb: str) -> None:
    Path("sayso.toml").write_text("spoilt")
    Path("war.toml").write_text(PARTIES)
    assert run(verb, pile / "seven.txt", "--config", "war.toml").exit_code == 0
    assert heard == [NAMED]


@pytest.mark.parametrize("verb", ["read", "add"])
def test_a_spoilt_file_is_one_row_and_nothing_is_read_or_kept(
    run: Run, pile: Path, heard: list[tuple[Party, ...]], verb: str
) -> None:
    Path("sayso.toml").write_text('[[party]]\nname = ""\n')
    result = run(verb, pile)
    assert result.exit_code == 1
    row = 'sayso.toml, party 1: it has no name; nothing read. Give it one: name = "Varnia".'
    assert " ".join(result.stderr.split()) == row
    assert heard == []
    assert not Path("ledger.sayso").exists()
