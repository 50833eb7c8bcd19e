"""A person at a desk that several share, and what they may do."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What a person may do: a reader looks, an editor judges and adds too, an admin also says who the others are."""

    READER = "reader"
    EDITOR = "editor"
    ADMIN = "admin"

    def may(self, needed: "Role") -> bool:
        """Whether this role has the rights of that one: `Role.EDITOR.may(Role.READER)`."""
        order = tuple(Role)
        return order.index(self) >= order.index(needed)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at the desk, by the name under which the journal keeps what they decided."""

    name: str
    role: Role


class Change(StrEnum):
    """What can become of a person at a desk; a password is only ever said to be another one."""

    ADDED = "added"
    ROLE = "role"
    PASSWORD = "password"
    SHUT_OUT = "shut out"
    LET_IN = "let in"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Changed:
    """An entry of the roll: who changed what of whom, and when; `role` is what they may do from then on.

    "Mara Venn, 23 November, 14:02: Ivo, role, admin". `number` counts the entries from one.
    """

    number: int
    who: str
    when: datetime
    whom: str
    what: Change
    role: Role
