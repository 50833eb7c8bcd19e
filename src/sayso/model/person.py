"""A person at a desk that several share, and what they may do."""

from dataclasses import dataclass
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
