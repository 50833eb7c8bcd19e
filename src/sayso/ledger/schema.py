"""The ledger's tables, in SQLAlchemy Core: what is filtered has a column, and the whole is kept beside it.

A document or statement is rebuilt from its `whole` alone; the other columns only find it, so that a
character that a database cannot hold (NUL, half a surrogate pair) is replaced there and kept in the whole.
"""

import re
from datetime import UTC, datetime
from string import ascii_lowercase, ascii_uppercase
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    false,
)

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)

LONGEST_NAME = 200
"""Characters of a name that are told apart: a longer one is a trick or a mistake, and an index row holds three."""


def storable(text: str) -> str:
    """The text without what no database can hold."""
    return _UNSTORABLE.sub("\ufffd", text)


def lowered(text: str) -> str:
    """The text with A to Z in lower case and nothing else changed: what `lower` makes of a column in either store."""
    return text.translate(_LOWER)


def shortened(name: str) -> str:
    """As much of a name as an index takes, without what no database can hold."""
    return storable(name[:LONGEST_NAME])


class Words(TypeDecorator[str]):
    """Text to search by; what no database can hold becomes U+FFFD."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else storable(value)


class Name(Words):
    """Text that is indexed, cut where an index of PostgreSQL takes no more (2,704 bytes); the whole has all of it."""

    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else shortened(value)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; one without a zone is taken to be UTC."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value if value is None or value.tzinfo is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


metadata = MetaData()

documents = Table(
    "documents",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("location", Words, nullable=False),
    Column("url", Words),
    Column("title", Words),
    Column("outlet", Name, index=True),
    Column("language", String(16)),
    Column("page_date", Date),
    Column("published_earliest", Date, index=True),
    Column("published_latest", Date),
    Column("copy_of", String(16)),
    Column("whole", Text, nullable=False),
    Column("hidden", Boolean, nullable=False, server_default=false()),
)

pages = Table(
    "pages",
    metadata,
    Column("document", ForeignKey("documents.id"), primary_key=True),
    Column("sha256", String(64), nullable=False, index=True),
    Column("location", Words, nullable=False),
    Column("url", Words),
    Column("media", String(16), nullable=False),
    Column("captured", Moment, nullable=False),
    Column("tool", Words, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

statements = Table(
    "statements",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("document", ForeignKey("documents.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("voice", String(16), nullable=False),
    Column("origin_name", Name, index=True),
    Column("origin_kind", String(16), nullable=False),
    Column("origin_side", Name, nullable=False, index=True),
    Column("basis", String(16), nullable=False),
    Column("certainty", String(16), nullable=False),
    Column("interest", String(16), nullable=False),
    Column("event", String(16), index=True),
    Column("time_from", Date, index=True),
    Column("time_to", Date),
    Column("whole", Text, nullable=False),
    Column("hidden", Boolean, nullable=False, server_default=false()),
)

hops = Table(
    "hops",
    metadata,
    Column("statement", ForeignKey("statements.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", Name, nullable=False, index=True),
    Column("relation", String(16), nullable=False),
)

places = Table(
    "places",
    metadata,
    Column("statement", ForeignKey("statements.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("text", Name, nullable=False, index=True),
    Column("geonames", BigInteger, index=True),
    Column("lat", Float),
    Column("lon", Float),
    Column("country", String(2), index=True),
    Column("precision", String(16)),
    Column("name", Words, nullable=False, server_default=""),
    Index("ix_places_name", "name", "geonames"),
)

figures = Table(
    "figures",
    metadata,
    Column("statement", ForeignKey("statements.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("text", Words, nullable=False),
    Column("value", Float),
    Column("low", Float),
    Column("high", Float),
    Column("comparator", String(2), nullable=False),
    Column("unit", Words),
    Column("measure", Name, index=True),
)

problems = Table(
    "problems",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("document", ForeignKey("documents.id"), index=True),
    Column("noted", Moment, nullable=False),
    Column("location", Words, nullable=False),
    Column("whole", Text, nullable=False),
)

contents = Table(
    "contents",
    metadata,
    Column("statement", ForeignKey("statements.id"), primary_key=True),
    Column("words", Words, nullable=False),
    Column("sentence", Words, nullable=False),
    Column("meaning", LargeBinary),
)

fingerprints = Table(
    "fingerprints",
    metadata,
    Column("fingerprint", BigInteger, primary_key=True),
    Column("document", ForeignKey("documents.id"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

traces = Table(
    "traces",
    metadata,
    Column("trace", BigInteger, primary_key=True),
    Column("document", ForeignKey("documents.id"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

addresses = Table(
    "addresses",
    metadata,
    Column("address", BigInteger, primary_key=True),
    Column("document", ForeignKey("documents.id"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

keys = Table(
    "keys",
    metadata,
    Column("key", BigInteger, primary_key=True),
    Column("statement", ForeignKey("statements.id"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

copies = Table(
    "copies",
    metadata,
    Column("later", ForeignKey("documents.id"), primary_key=True),
    Column("earlier", ForeignKey("documents.id"), primary_key=True, index=True),
    Column("kind", String(16), nullable=False),
    Column("share", Float, nullable=False),
    Column("whole", Text, nullable=False),
)

edges = Table(
    "edges",
    metadata,
    Column("a", ForeignKey("statements.id"), primary_key=True),
    Column("b", ForeignKey("statements.id"), primary_key=True, index=True),
    Column("score", Float, nullable=False),
    sqlite_with_rowid=False,
)

prints = Table(
    "prints",
    metadata,
    Column("print", BigInteger, primary_key=True),
    Column("document", ForeignKey("documents.id"), primary_key=True),
    Column("statement", ForeignKey("statements.id"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

nests = Table(
    "nests",
    metadata,
    Column("child", ForeignKey("statements.id"), primary_key=True),
    Column("parent", String(16), nullable=False),
    Column("level", Integer, nullable=False),
    sqlite_with_rowid=False,
)

stems = Table(
    "stems",
    metadata,
    Column("document", ForeignKey("documents.id"), primary_key=True),
    Column("earliest", String(16), nullable=False),
    sqlite_with_rowid=False,
)

taken = Table(
    "taken",
    metadata,
    Column("statement", ForeignKey("statements.id"), primary_key=True),
    Column("earlier", ForeignKey("documents.id"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

claims = Table(
    "claims",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("text", Words, nullable=False),
    Column("standing", String(16), nullable=False, index=True),
    Column("contested", Boolean, nullable=False, index=True),
    Column("statements", Integer, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("roots", Integer, nullable=False),
    Column("by_need", BigInteger, nullable=False),
    Column("by_day", BigInteger, nullable=False),
    Column("by_articles", BigInteger, nullable=False),
    Column("by_roots", BigInteger, nullable=False),
    Column("brief", Text, nullable=False),
    Column("whole", Text, nullable=False),
    Index("ix_claims_by_need", "by_need", "id"),
    Index("ix_claims_by_day", "by_day", "id"),
    Index("ix_claims_by_articles", "by_articles", "id"),
    Index("ix_claims_by_roots", "by_roots", "id"),
)

handles = Table(
    "handles",
    metadata,
    Column("kind", String(16), primary_key=True),
    Column("value", Words, primary_key=True),
    Column("by_need", BigInteger, primary_key=True, autoincrement=False),
    Column("claim", String(16), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

counts = Table(
    "counts",
    metadata,
    Column("kind", String(16), primary_key=True),
    Column("value", Words, primary_key=True),
    Column("claims", Integer, nullable=False),
    Index("ix_counts_claims", "kind", "claims"),
    sqlite_with_rowid=False,
)

partings = Table(
    "partings",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("first", String(16), nullable=False, index=True),
    Column("last", String(16), nullable=False, index=True),
    Column("pairs", Integer, nullable=False),
    Column("by_pairs", BigInteger, nullable=False),
    Index("ix_partings_by_pairs", "by_pairs", "id"),
    Index("ix_partings_kind", "kind", "by_pairs", "id"),
)

members = Table(
    "members",
    metadata,
    Column("statement", ForeignKey("statements.id"), primary_key=True),
    Column("claim", String(16), nullable=False, index=True),
    Column("said", Integer, nullable=False, server_default="0"),
    Index("ix_members_said", "claim", "said", "statement"),
)

conflicts = Table(
    "conflicts",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("a", ForeignKey("statements.id"), nullable=False, index=True),
    Column("b", ForeignKey("statements.id"), nullable=False, index=True),
    Column("kind", String(16), nullable=False, index=True),
    Column("whole", Text, nullable=False),
)

journal = Table(
    "journal",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", String(16), nullable=False, unique=True),
    Column("who", Words, nullable=False, index=True),
    Column("at", Moment, nullable=False),
    Column("why", Text, nullable=False),
    Column("kind", String(16), nullable=False, index=True),
    Column("about", Text, nullable=False),
    Column("value", Text),
    Column("undoes", String(16), index=True),
)

judged = Table(
    "judged",
    metadata,
    Column("seq", ForeignKey("journal.seq"), primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(16), nullable=False),
    Column("subject", String(16), nullable=False),
    Column("part", Words, nullable=False),
    Column("document", String(16), index=True),
    Column("statement", String(16), index=True),
    Column("source", String(16), index=True),
    Column("in_force", Boolean, nullable=False),
)

as_read = Table(
    "as_read",
    metadata,
    Column("statement", ForeignKey("statements.id"), primary_key=True),
    Column("whole", Text, nullable=False),
)

bonds = Table(
    "bonds",
    metadata,
    Column("statement", ForeignKey("statements.id"), primary_key=True),
    Column("bond", String(16), nullable=False, index=True),
)

camps = Table(
    "camps",
    metadata,
    Column("statement", ForeignKey("statements.id"), primary_key=True),
    Column("camp", String(16), nullable=False, index=True),
)

rifts = Table(
    "rifts",
    metadata,
    Column("a", ForeignKey("statements.id"), primary_key=True),
    Column("b", ForeignKey("statements.id"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)


people = Table(
    "people",
    metadata,
    Column("key", Words, primary_key=True),
    Column("name", Words, nullable=False),
    Column("password", Text, nullable=False),
    Column("role", String(16), nullable=False),
    Column("disabled", Boolean, nullable=False),
    Column("since", Moment, nullable=False),
    Column("seen", Moment),
)

sessions = Table(
    "sessions",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("person", ForeignKey("people.key"), nullable=False, index=True),
    Column("begun", Moment, nullable=False),
    Column("seen", Moment, nullable=False, index=True),
)

roll = Table(
    "roll",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", Moment, nullable=False),
    Column("who", Words, nullable=False),
    Column("whom", Words, nullable=False),
    Column("what", String(16), nullable=False),
    Column("role", String(16), nullable=False),
)

jobs = Table(
    "jobs",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("person", Words, nullable=False),
    Column("begun", Moment, nullable=False, index=True),
    Column("waiting", Integer, nullable=False, index=True),
)

arrivals = Table(
    "arrivals",
    metadata,
    Column("job", ForeignKey("jobs.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("location", Words, nullable=False),
    Column("url", Words),
    Column("media", String(16)),
    Column("captured", Moment, nullable=False),
    Column("tool", Words, nullable=False),
    Column("content", LargeBinary),
    Column("taken", Moment),
    Column("tries", Integer, nullable=False),
    Column("fate", String(16)),
    Column("document", String(16)),
    Column("statements", Integer, nullable=False),
    Column("whole", Text, nullable=False),
)

removals = Table("removals", metadata, Column("number", Integer, nullable=False))
