"""Where the ledger lies is told to admins, who see to it, and to nobody else."""

from pathlib import Path

import pytest
from fastapi import FastAPI

from sayso.ledger.store import busy
from sayso.model.person import Person, Role
from sayso.model.problem import Problem, SaysoError
from sayso.model.store import StoreName
from sayso.web.discreet import discreet
from tests.web.test_security import WORDS, app, browser, cheap, logged_in, team

__all__ = ["app", "cheap", "team"]

URL = StoreName("postgresql://desk:secret@db.example:5432/war")
LOST = Problem(str(URL), "the server is lost (no route to db.example)", "nothing shown", f"Try db.example: {URL}.")


@pytest.mark.parametrize("person", [None, Person("Ivo", Role.READER), Person("Ivo", Role.EDITOR)])
def test_a_row_calls_the_ledger_by_its_name(person: Person | None) -> None:
    assert discreet(LOST, URL, "war", person) == Problem("war", "the server is lost", "nothing shown", "Try war: war.")
    path = StoreName("piles/war.sayso")
    row = busy(str(Path("piles/war.sayso").absolute()))
    assert discreet(row, path, "war", person).where == "war"
    missing = Problem("zz", "no article or statement in piles/war.sayso has this id", "nothing shown", "See: list.")
    assert discreet(missing, path, "war", person).what == "no article or statement in war has this id"
    other = Problem("pile/a.txt", "this is no article (a menu)", "not read", "Look at db.example.org.")
    assert discreet(other, URL, "war", person) == other


def test_an_admin_is_told_the_whole() -> None:
    assert discreet(LOST, URL, "war", Person("Mara Venn", Role.ADMIN)) == LOST


ASKED = ("/article/ffff", "/claim/ffff.json", "/source?id=ffff", "/nowhere", "/journal?about=ffff", "/people")


def test_no_page_of_refusal_or_fault_tells_where_the_ledger_lies(
    app: FastAPI, team: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = [team] if "://" not in team else [team, team.rpartition("@")[2].partition("/")[0]]

    def lies(text: str) -> bool:
        return any(each in text for each in secret)

    def lost(*_: object, **__: object) -> None:
        raise SaysoError(Problem(str(StoreName(team)), f"it is lost ({secret[-1]})", "nothing shown", "Try again."))

    assert not lies(browser(app).get("/article/ffff.json").text)
    for role in Role:
        client = logged_in(app, str(role))
        assert role is Role.ADMIN or not any(lies(client.get(path).text) for path in ASKED)
        with monkeypatch.context() as broken:
            broken.setattr("sayso.workspace.Workspace.claim_page", lost)
            assert lies(client.get("/claims").text) is (role is Role.ADMIN)


def test_the_roll_is_for_admins(app: FastAPI) -> None:
    for role in (Role.READER, Role.EDITOR):
        client = logged_in(app, str(role))
        assert {client.get(f"/people/roll{twin}").status_code for twin in ("", ".json")} == {403}
    admin = logged_in(app, "admin")
    admin.post("/people/role", data={"name": "reader", "role": "editor"})
    row = admin.get("/people/roll.json").json()[0]
    assert (row["who"], row["whom"], row["what"], row["role"]) == ("admin", "reader", "role", "editor")
    page = " ".join(admin.get("/people/roll").text.split())
    assert "is now editor" in page
    assert not any(word in page for word in WORDS.values())
