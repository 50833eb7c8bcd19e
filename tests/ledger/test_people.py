"""Who may work at a ledger's desk, and the sessions in which they do."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from argon2 import PasswordHasher
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from sayso.ledger import Ledger, passwords, people
from sayso.ledger.people import IDLE, LONGEST
from sayso.model.person import Person, Role
from sayso.model.problem import SaysoError
from tests import conftest
from tests.servers import raw

FOUR_WORDS = "four towns on the Ilva"
OTHERS = "a ferry before Easter"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashing that costs a test nothing; what is used is tested below."""
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))


@pytest.fixture
def ledger(place: conftest.Place) -> Iterator[Ledger]:
    with Ledger.open(place()) as opened:
        yield opened


@pytest.fixture
def team(ledger: Ledger) -> people.People:
    """Mara is an admin, Ivo an editor."""
    ledger.people.add("Mara Venn", FOUR_WORDS, Role.ADMIN)
    ledger.people.add("Ivo", OTHERS, Role.EDITOR)
    return ledger.people


def rows(ledger: Ledger, asked: str) -> list[tuple[str, ...]]:
    with ledger._store.reading.connect() as connection:
        return [tuple(row) for row in connection.execute(text(asked))]


def told(error: "pytest.ExceptionInfo[SaysoError]") -> str:
    return error.value.problem.what


def test_a_ledger_has_no_people_until_an_admin_is_named(ledger: Ledger) -> None:
    assert not ledger.people.any()
    with pytest.raises(SaysoError) as error:
        ledger.people.add("Ivo", OTHERS, Role.EDITOR)
    assert told(error) == "nobody would be an admin then"
    assert not ledger.people.any()
    assert ledger.people.add("Mara Venn", FOUR_WORDS, Role.ADMIN) == Person("Mara Venn", Role.ADMIN)
    assert ledger.people.any()


def test_who_comes_in_is_known_until_they_leave(team: people.People) -> None:
    token = team.enter("mara  VENN", FOUR_WORDS)
    assert token is not None
    assert team.whose(token) == Person("Mara Venn", Role.ADMIN)
    assert team.enter("Mara Venn", OTHERS) is None
    assert team.enter("Nobody", FOUR_WORDS) is None
    assert team.whose("nothing") is None
    team.leave(token)
    assert team.whose(token) is None


def test_the_file_keeps_neither_passwords_nor_tokens(team: people.People, ledger: Ledger) -> None:
    token = team.enter("Ivo", OTHERS)
    assert token is not None
    kept = [*rows(ledger, "SELECT * FROM people"), *rows(ledger, "SELECT * FROM sessions")]
    assert len(kept) == 3
    assert FOUR_WORDS not in str(kept)
    assert OTHERS not in str(kept)
    assert token not in str(kept)


def test_what_changes_ends_every_session_of_the_person_and_no_other(team: people.People) -> None:
    maras = team.enter("Mara Venn", FOUR_WORDS) or ""
    for change in (
        lambda: team.set_role("Ivo", Role.READER),
        lambda: team.set_password("Ivo", OTHERS),
        lambda: team.set_disabled("Ivo", True),
    ):
        ivos = [team.enter("Ivo", OTHERS) or "" for _ in range(2)]
        assert all(map(team.whose, ivos))
        change()
        assert [team.whose(token) for token in ivos] == [None, None]
    assert team.enter("Ivo", OTHERS) is None
    assert team.whose(maras) == Person("Mara Venn", Role.ADMIN)


def test_a_session_ends_when_it_is_left_idle_and_after_a_week(
    team: people.People, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = datetime.now(UTC)
    monkeypatch.setattr(people, "_now", lambda: now)
    token = team.enter("Ivo", OTHERS) or ""
    now += IDLE - timedelta(minutes=1)
    assert team.whose(token) is not None
    now += IDLE - timedelta(minutes=1)
    assert team.whose(token) is not None
    now += IDLE + timedelta(minutes=1)
    assert team.whose(token) is None
    token, begun = team.enter("Ivo", OTHERS) or "", now
    while now <= begun + LONGEST:
        assert team.whose(token) is not None
        now += timedelta(hours=7)
    assert team.whose(token) is None


def test_somebody_is_always_an_admin_who_may_come_in(team: people.People) -> None:
    for change in (
        lambda: team.set_role("Mara Venn", Role.READER),
        lambda: team.set_disabled("Mara Venn", True),
        lambda: team.remove("Mara Venn"),
    ):
        with pytest.raises(SaysoError) as error:
            change()
        assert told(error) == "nobody would be an admin then"
    team.set_role("Ivo", Role.ADMIN)
    team.set_disabled("Mara Venn", True)
    assert [(each.name, each.role, each.disabled) for each in team.listed()] == [
        ("Ivo", Role.ADMIN, False),
        ("Mara Venn", Role.ADMIN, True),
    ]


def test_the_last_one_may_be_forgotten_and_the_ledger_is_ones_own_again(team: people.People) -> None:
    team.remove("Ivo")
    team.remove("Mara Venn")
    assert not team.any()


GUESSED = {
    "": "no password was given",
    "Varnia2024!": "a password of 11 characters",
    "a" * 20: "a password of fewer than 5 different characters",
    "Ivo! Ivo? 12 Ivo Ivo": "a password made of the name",
    "x1y2z3" * 50: "a password of more than 256 characters",
}


def test_a_password_that_is_easily_guessed_is_not_taken(team: people.People) -> None:
    for password, why in GUESSED.items():
        with pytest.raises(SaysoError) as error:
            team.set_password("Ivo", password)
        assert told(error) == why
    assert team.enter("Ivo", OTHERS)


def test_a_name_that_would_mislead_or_is_there_already_is_not_taken(team: people.People) -> None:
    for name in ("", " ", "Ivo\u202e", "a/b", "<script>", "x" * 65, "ivo", "\uff29vo"):
        with pytest.raises(SaysoError):
            team.add(name, FOUR_WORDS, Role.READER)
    assert [each.name for each in team.listed()] == ["Ivo", "Mara Venn"]


def test_a_password_hashed_with_less_than_is_used_now_is_hashed_again_when_it_is_next_given(
    team: people.People, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=2, memory_cost=128, parallelism=1))
    assert team.enter("Ivo", OTHERS)
    kept = dict(rows(ledger, "SELECT name, password FROM people"))
    assert "m=128,t=2" in kept["Ivo"]
    assert "m=64,t=1" in kept["Mara Venn"]
    assert team.enter("Ivo", OTHERS)


def test_passwords_are_hashed_as_rfc_9106_says_and_an_unknown_name_is_held_against_as_much(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.undo()
    kept = passwords.hashed(FOUR_WORDS)
    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert passwords._NOBODYS.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert not passwords.is_outdated(passwords._NOBODYS)
    assert passwords.is_right(kept, FOUR_WORDS)
    assert not passwords.is_right(kept, OTHERS)
    assert not passwords.is_right(None, FOUR_WORDS)


def test_the_roll_tells_who_changed_what_of_whom_and_nothing_of_a_password(ledger: Ledger) -> None:
    ledger.people.add("Mara Venn", FOUR_WORDS, Role.ADMIN)
    ledger.people.add("Ivo", OTHERS, Role.EDITOR, "Mara Venn")
    ledger.people.set_role("ivo", Role.READER, "Mara Venn")
    ledger.people.set_password("Ivo", "six boats at anchor", "Ivo")
    ledger.people.set_disabled("Ivo", True, "Mara Venn")
    ledger.people.set_disabled("Ivo", False, "Mara Venn")
    with pytest.raises(SaysoError):
        ledger.people.set_role("Mara Venn", Role.READER, "Ivo")
    ledger.people.remove("Ivo", "Mara Venn")
    found = ledger.people.roll()
    assert [(each.who, each.whom, str(each.what), str(each.role)) for each in reversed(found)][1:] == [
        ("Mara Venn", "Ivo", "added", "editor"),
        ("Mara Venn", "Ivo", "role", "reader"),
        ("Ivo", "Ivo", "password", "reader"),
        ("Mara Venn", "Ivo", "shut out", "reader"),
        ("Mara Venn", "Ivo", "let in", "reader"),
        ("Mara Venn", "Ivo", "removed", "reader"),
    ]
    assert found[-1].who.endswith(", with a command")
    assert ledger.people.roll(2, found[1].number) == found[2:4]
    kept = str(rows(ledger, "SELECT * FROM roll"))
    assert not any(secret in kept for secret in (FOUR_WORDS, OTHERS, "six boats", "argon2"))


def test_nothing_in_the_roll_is_changed_or_deleted(team: people.People, place: conftest.Place, store: str) -> None:
    all_at_once = {"sqlite": "REPLACE INTO roll SELECT * FROM roll", "postgresql": "TRUNCATE roll"}
    engine, before = raw(place()), team.roll()
    for statement in ("UPDATE roll SET who = 'x'", "DELETE FROM roll", all_at_once[store]):
        with engine.connect() as connection, pytest.raises(DBAPIError, match="the roll is append-only"):
            connection.execute(text(statement))
    engine.dispose()
    assert team.roll() == before != ()
