"""The store: what a ledger is kept in, a SQLite file named by its path or a PostgreSQL database named by its URL.

    war.sayso
    postgresql://desk:secret@db.example:5432/war

A URL is shown without its password wherever it is shown: `str` and `repr` of a name have `***` in its place.
"""

import re
from dataclasses import dataclass
from pathlib import Path

_URL = re.compile(r"postgres(?:ql)?(?:\+psycopg)?://", re.IGNORECASE)
_SECRET = re.compile(r"([?&][^=&]*pass[^=&]*=)[^&]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, repr=False)
class StoreName:
    """A path or a URL, as given; a password is in `given` and nowhere else."""

    given: str

    @property
    def path(self) -> Path | None:
        """The path, None where this is a URL."""
        return None if _URL.match(self.given) else Path(self.given)

    def __str__(self) -> str:
        if self.path is not None:
            return str(self.path)
        scheme, _, rest = self.given.partition("://")
        # the last @ ends the password even where one within it was not written %40: rather too much is hidden
        before, at, after = rest.rpartition("@")
        user, colon, _ = before.partition(":")
        return _SECRET.sub(r"\1***", f"{scheme}://{user}{':***' if colon else ''}{at}{after}")

    def __repr__(self) -> str:
        return f"StoreName({str(self)!r})"


def named(location: "str | Path | StoreName") -> StoreName:
    """The store that a user names: a URL of PostgreSQL, or else the path of a file."""
    return location if isinstance(location, StoreName) else StoreName(str(location))
