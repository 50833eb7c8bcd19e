"""`sayso people`: who may work at a ledger's desk; passwords by standard input, never as words of the command."""

import json
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from sayso.ledger import Ledger, passwords
from sayso.model.store import named
from tests.cli.conftest import Run
from tests.servers import Server

FOUR_WORDS = "four towns on the Ilva\n"


@pytest.fixture
def war(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))
    monkeypatch.chdir(tmp_path)
    Ledger.open("war.sayso").close()
    return "war.sayso"


def test_the_first_is_an_admin_and_others_are_readers_unless_told(run: Run, war: str) -> None:
    assert "war.sayso has no people" in run("people", war).stdout
    done = run("people", war, "Mara Venn", "--add", input=FOUR_WORDS)
    assert (done.stdout, done.exit_code) == ("war.sayso: Mara Venn is let in as admin.\n", 0)
    run("people", war, "Ivo", "--add", input=FOUR_WORDS)
    run("people", war, "Renata", "--add", "--role", "editor", input=FOUR_WORDS)
    assert run("people", war).stdout == (
        "\n  reader  Ivo, never here yet\n"
        "  admin   Mara Venn, never here yet\n"
        "  editor  Renata, never here yet\n"
        "\n  3 in all\n\n"
    )
    row = json.loads(run("people", war, "--json").stdout.splitlines()[0])
    assert (row["name"], row["role"], row["disabled"], row["seen"]) == ("Ivo", "reader", False, None)


def test_one_change_at_a_time_is_made_and_told(run: Run, war: str) -> None:
    run("people", war, "Mara Venn", "--add", input=FOUR_WORDS)
    run("people", war, "Ivo", "--add", input=FOUR_WORDS)
    assert run("people", war, "ivo", "--role", "editor").stdout == "war.sayso: Ivo is editor now.\n"
    assert run("people", war, "Ivo", "--shut-out").stdout == "war.sayso: Ivo is shut out.\n"
    assert run("people", war, "Ivo").stdout == "war.sayso: Ivo, shut out, never here yet\n"
    assert run("people", war, "Ivo", "--let-in").stdout == "war.sayso: Ivo is let in again.\n"
    done = run("people", war, "Ivo", "--password", input="nine bridges and a market\n")
    assert done.stdout == "war.sayso: Ivo has a new password.\n"
    assert run("people", war, "Ivo", "--remove").stdout == "war.sayso: Ivo is forgotten.\n"
    assert run("people", war, "Ivo", "--remove", "--shut-out").exit_code == 2
    roll = run("people", war, "--roll").stdout
    for told in ("Mara Venn: let in as admin", "Ivo: is now editor", "Ivo: has a new password", "Ivo: forgotten"):
        assert told in roll
    assert "nine bridges" not in roll
    row = json.loads(run("people", war, "--roll", "--json").stdout.splitlines()[0])
    assert (row["number"], row["whom"], row["what"]) == (7, "Ivo", "removed")
    assert run("people", war, "Ivo", "--roll").exit_code == 2
    assert run("people", war, "--add").exit_code == 2


@pytest.mark.parametrize(
    ("words", "given", "told"),
    [
        (("Ivo", "--add"), "short\n", "Ivo: a password of 5 characters; nothing was changed."),
        (("Ivo", "--add"), "", "Ivo: no password was given; nothing was changed."),
        (("Ivo", "--role", "editor"), "", "Ivo: war.sayso knows nobody of this name; nothing was changed."),
        (("Ivo",), "", "Ivo: nobody in this ledger has this name; nothing was changed."),
        (("Mara Venn", "--remove"), "", "Mara Venn: nobody would be an admin then; nothing was changed."),
        (("Mara Venn", "--add"), FOUR_WORDS, "Mara Venn: there is somebody of this name already; nobody was added."),
    ],
)
def test_what_cannot_be_done_is_a_row(run: Run, war: str, words: tuple[str, ...], given: str, told: str) -> None:
    run("people", war, "Mara Venn", "--add", input=FOUR_WORDS)
    run("people", war, "Renata", "--add", input=FOUR_WORDS)
    done = run("people", war, *words, input=given)
    assert (done.stderr.startswith(told), done.stderr.count("\n"), done.exit_code) == (True, 1, 1)


def test_on_a_server_the_first_admin_makes_the_ledger(run: Run, war: str, postgresql: Server) -> None:
    url = postgresql.fresh(empty=True)
    done = run("people", url, "Mara Venn", "--add", input=FOUR_WORDS)
    assert (done.stdout, done.exit_code) == (f"{named(url)}: Mara Venn is let in as admin.\n", 0)
    assert "admin   Mara Venn" in run("people", url).stdout
    postgresql.drop(url)


def test_a_file_that_is_no_ledger_is_not_made_one(run: Run, war: str) -> None:
    done = run("people", "other.sayso", "Mara Venn", "--add", input=FOUR_WORDS)
    assert done.stderr.startswith("other.sayso: there is no ledger here;")
    assert not Path("other.sayso").exists()
