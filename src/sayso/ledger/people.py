"""People: who may work at the ledger's desk, with which role, and the sessions in which they do.

A ledger without people is somebody's own. Once it has one, one of them at least is an admin who may come in.
"""

import getpass
import re
import secrets
import unicodedata
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from sayso.ledger import passwords, schema
from sayso.model.person import Change, Changed, Person, Role
from sayso.model.problem import Problem, SaysoError

IDLE = timedelta(hours=8)
"""A session that nothing was done in for a working day is over."""

LONGEST = timedelta(days=7)
"""A session is over after a week, whatever was done in it (OWASP ASVS 5.0, 7.3.2 asks for such an end)."""

NOTICED = timedelta(minutes=5)
"""How exactly a session's last use is kept: one write in five minutes, and not one with every page."""

TOKEN_BYTES = 32
MOST_NAME = 64
_NAME = re.compile(r"[^\W_](?:[\w .'’@+-]*[\w.])?")

Transaction = Callable[[], AbstractContextManager[Connection]]


@dataclass(frozen=True, slots=True)
class Known:
    """One of the people: what they may do, whether they are shut out, since when they are known, and last seen."""

    name: str
    role: Role
    disabled: bool
    since: datetime
    seen: datetime | None


class People:
    """`ledger.people.add("Mara Venn", "four towns on the Ilva", Role.ADMIN)`; names differ by more than capitals.

    Every change of a person's password, role or admission ends their sessions, and is an entry of the roll: `by` is who
    makes it, at a desk; else the system's user, of a command or a program.
    """

    def __init__(self, reading: Transaction, writing: Transaction, where: str) -> None:
        self._reading, self._writing, self._where = reading, writing, where

    def any(self) -> bool:
        """Whether the ledger has people, and so asks who one is."""
        with self._reading() as connection:
            return connection.execute(select(schema.people.c.key).limit(1)).first() is not None

    def listed(self) -> tuple[Known, ...]:
        """Everybody, in the order of their names."""
        p, s = schema.people, schema.sessions
        seen = select(func.max(s.c.seen)).where(s.c.person == p.c.key).scalar_subquery().label("last")
        with self._reading() as connection:
            rows = connection.execute(
                select(p.c.name, p.c.role, p.c.disabled, p.c.since, p.c.seen, seen).order_by(p.c.key)
            ).all()
        return tuple(
            Known(
                row.name, Role(row.role), row.disabled, row.since, max(filter(None, (row.seen, row.last)), default=None)
            )
            for row in rows
        )

    def roll(self, limit: int = 50, before: int | None = None) -> tuple[Changed, ...]:
        """Who changed what of whom, the last first; `before` an entry."""
        r = schema.roll
        query = select(r).order_by(r.c.number.desc()).limit(limit)
        with self._reading() as connection:
            rows = connection.execute(query if before is None else query.where(r.c.number < before)).all()
        return tuple(Changed(row.number, row.who, row.at, row.whom, Change(row.what), Role(row.role)) for row in rows)

    def add(self, name: str, password: str, role: Role, by: str | None = None) -> Person:
        """Let somebody in; the first must be an admin."""
        shown = _shown(name)
        passwords.check(password, shown)
        kept, now = passwords.hashed(password), _now()
        with self._writing() as connection:
            if _row(connection, shown) is not None:
                what = "there is somebody of this name already"
                raise SaysoError(Problem(shown, what, "nobody was added", "Take another name, or change theirs."))
            row = {"key": _key(shown), "name": shown, "password": kept, "role": str(role), "disabled": False}
            connection.execute(insert(schema.people), [{**row, "since": now, "seen": None}])
            self._keep_an_admin(connection, shown)
            _enrol(connection, by, shown, Change.ADDED, role)
        return Person(shown, role)

    def set_role(self, name: str, role: Role, by: str | None = None) -> Person:
        """Say what somebody may do from now on."""
        return self._changed(name, {"role": str(role)}, Change.ROLE, by)

    def set_password(self, name: str, password: str, by: str | None = None) -> Person:
        """Give somebody a new password."""
        passwords.check(password, _shown(name))
        return self._changed(name, {"password": passwords.hashed(password)}, Change.PASSWORD, by)

    def set_disabled(self, name: str, disabled: bool, by: str | None = None) -> Person:
        """Shut somebody out, or let them in again; what they decided stays theirs."""
        return self._changed(name, {"disabled": disabled}, Change.SHUT_OUT if disabled else Change.LET_IN, by)

    def remove(self, name: str, by: str | None = None) -> Person:
        """Forget somebody who was added by mistake; when the last one goes, the ledger asks nobody's name again."""
        with self._writing() as connection:
            row = self._found(connection, name)
            _end_all(connection, row.key)
            connection.execute(delete(schema.people).where(schema.people.c.key == row.key))
            self._keep_an_admin(connection, row.name)
            _enrol(connection, by, row.name, Change.REMOVED, Role(row.role))
        return Person(row.name, Role(row.role))

    def enter(self, name: str, password: str) -> str | None:
        """Begin a session: its token, of which only a hash is kept; None for a wrong name or password."""
        with self._reading() as connection:
            row = _row(connection, name)
        right = passwords.is_right(None if row is None else row.password, password)
        if row is None or row.disabled or not right:
            return None
        token, now = secrets.token_urlsafe(TOKEN_BYTES), _now()
        fresh = {"password": passwords.hashed(password)} if passwords.is_outdated(row.password) else {}
        with self._writing() as connection:
            same = _row(connection, name)
            if same is None or same.disabled or same.password != row.password:  # changed while it was being checked
                return None
            _end_old(connection, now)
            connection.execute(update(schema.people).where(schema.people.c.key == row.key).values(seen=now, **fresh))
            session = {"id": _digest(token), "person": row.key, "begun": now, "seen": now}
            connection.execute(insert(schema.sessions), [session])
        return token

    def is_right(self, name: str, password: str) -> bool:
        """Whether this is the person's password: asked again before it is changed."""
        with self._reading() as connection:
            row = _row(connection, name)
        return passwords.is_right(None if row is None else row.password, password)

    def whose(self, token: str) -> Person | None:
        """The person whose session it is; None where it is over, or was never begun."""
        p, s, now = schema.people, schema.sessions, _now()
        with self._reading() as connection:
            row = connection.execute(
                select(p.c.name, p.c.role, p.c.disabled, s.c.begun, s.c.seen)
                .join(p, p.c.key == s.c.person)
                .where(s.c.id == _digest(token))
            ).first()
        if row is None or row.disabled or row.begun < now - LONGEST or row.seen < now - IDLE:
            return None
        if row.seen < now - NOTICED:
            with self._writing() as connection:
                connection.execute(update(s).where(s.c.id == _digest(token)).values(seen=now))
        return Person(row.name, Role(row.role))

    def leave(self, token: str) -> None:
        """End a session."""
        with self._writing() as connection:
            connection.execute(delete(schema.sessions).where(schema.sessions.c.id == _digest(token)))

    def _changed(self, name: str, values: dict[str, Any], what: Change, by: str | None) -> Person:
        with self._writing() as connection:
            row = self._found(connection, name)
            connection.execute(update(schema.people).where(schema.people.c.key == row.key).values(**values))
            _end_all(connection, row.key)
            self._keep_an_admin(connection, row.name)
            after = _row(connection, name)
            assert after is not None, "the row was there a statement ago"
            _enrol(connection, by, after.name, what, Role(after.role))
        return Person(after.name, Role(after.role))

    def _found(self, connection: Connection, name: str) -> Any:
        row = _row(connection, name)
        if row is None:
            what = f"{self._where} knows nobody of this name"
            raise SaysoError(Problem(_readable(name), what, "nothing was changed", "See: sayso people LEDGER."))
        return row

    def _keep_an_admin(self, connection: Connection, name: str) -> None:
        """Undo, by raising, what would leave people without an admin; the rows are held so that two cannot do it."""
        p = schema.people
        there = connection.execute(select(p.c.role, p.c.disabled).with_for_update()).all()
        if there and not any(row.role == Role.ADMIN and not row.disabled for row in there):
            what = "nobody would be an admin then"
            raise SaysoError(Problem(name, what, "nothing was changed", "Make somebody else an admin first."))


def _shown(name: str) -> str:
    shown = " ".join(unicodedata.normalize("NFKC", name).split())
    if not _NAME.fullmatch(shown) or len(shown) > MOST_NAME:
        what = f"this can be nobody's name here: letters, digits, blanks and . ' @ + - _, {MOST_NAME} at most"
        raise SaysoError(Problem(_readable(name), what, "nothing was changed", "Give another name."))
    return shown


def _readable(name: str) -> str:
    return name[: MOST_NAME + 1] if name.strip() else "name"


def _key(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).split()).casefold()


def _row(connection: Connection, name: str) -> Any:
    return connection.execute(select(schema.people).where(schema.people.c.key == _key(name)[: 4 * MOST_NAME])).first()


def _enrol(connection: Connection, by: str | None, whom: str, what: Change, role: Role) -> None:
    """An entry of the roll, within the transaction of what it tells of."""
    row = {"at": _now(), "who": by or _user(), "whom": whom, "what": str(what), "role": str(role)}
    connection.execute(insert(schema.roll), [row])


def _user() -> str:
    """Whom the system knows the one by who runs a command."""
    try:
        name = getpass.getuser()
    except (OSError, KeyError, ImportError):  # nobody by that number
        name = "somebody"
    return f"{name}, with a command"


def _end_all(connection: Connection, key: str) -> None:
    connection.execute(delete(schema.sessions).where(schema.sessions.c.person == key))


def _end_old(connection: Connection, now: datetime) -> None:
    s = schema.sessions
    connection.execute(delete(s).where((s.c.begun < now - LONGEST) | (s.c.seen < now - IDLE)))


def _digest(token: str) -> str:
    return sha256(token.encode("utf-8", "replace")).hexdigest()


def _now() -> datetime:
    return datetime.now(UTC)
