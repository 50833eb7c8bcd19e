"""Matching: the words of statements as each store keeps them for a search, and a search as each store asks it.

SQLite     a table of FTS5, which cuts the words out of the text, weighs hits by BM25 and knows rows by a number
PostgreSQL a table of `tsvector`, with the lexemes that FTS5 would have (`ledger.lexemes`), and a GIN index

Both find the same statements. Which comes first may differ: `ts_rank` knows where and how often the words stand and how
long the text is, not how rare a word is. What is asked reaches the database as one bound value, made of lexemes alone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Connection,
    Dialect,
    Float,
    Text,
    TypeDecorator,
    cast,
    column,
    delete,
    insert,
)
from sqlalchemy import table as named
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql import bindparam
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import UserDefinedType

from sayso.ledger import schema
from sayso.ledger.filing import TOGETHER, batched
from sayso.ledger.lexemes import lexemes

WEIGHTS = (8.0, 4.0, 1.0)
"""What a hit in the words, in who says them and in the title of the article weighs, for which comes first."""


class Vector(UserDefinedType[str]):
    """PostgreSQL's `tsvector`, written by us."""

    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:
        return "tsvector"

    def bind_expression(self, bindvalue: Any) -> Any:
        return cast(bindvalue, self)


PLACE_BYTES = 8
"""Bytes that a lexeme takes beside its letters."""

GAP = 100
"""Places left between the words, who says them and the title, so that no phrase reaches from one into the next."""

MOST_PLACES = 16_000
"""Places in a text that PostgreSQL tells apart; words behind them are found, and in no phrase."""

MOST_BYTES = 500_000
"""Bytes of lexemes of one statement that are kept: PostgreSQL takes a megabyte of them, with their places."""

table = named(
    "search",
    column("rowid", BigInteger),
    column("words", schema.Words()),
    column("who", schema.Words()),
    column("title", schema.Words()),
    column("statement", schema.Words()),
    column("vector", Vector()),
)


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand side by side, the last of them perhaps only begun."""

    words: str
    begun: bool = False

    def __str__(self) -> str:
        """As FTS5 takes it."""
        return f'"{self.words}"' + ("*" if self.begun else "")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a search wants: of each group one term at least, and none of `without`; in titles too, if it says so."""

    groups: tuple[tuple[Term, ...], ...]
    without: tuple[Term, ...] = ()
    titles: bool = True

    def __str__(self) -> str:
        """As FTS5 takes it."""
        wanted = " AND ".join(f"({' OR '.join(map(str, group))})" for group in self.groups)
        whole = f"({wanted}) NOT ({' OR '.join(map(str, self.without))})" if self.without else wanted
        return whole if self.titles else f"{{words who}} : ({whole})"

    def tsquery(self) -> str:
        """As PostgreSQL takes it."""
        fields = "" if self.titles else "AB"
        wanted = " & ".join(f"({' | '.join(_tsquery(term, fields) for term in group)})" for group in self.groups)
        return " & ".join([wanted, *(f"!({_tsquery(term, fields)})" for term in self.without)])


class Question(TypeDecorator[Asked]):
    """What is asked, in the words of the store that is asked."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Asked | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        return value.tsquery() if dialect.name == "postgresql" else schema.storable(str(value))


class matches(FunctionElement[bool]):
    """Whether a row of `search` answers what is asked."""

    type = Boolean()
    inherit_cache = True

    def self_group(self, against: Any = None) -> Any:
        return self  # SQLAlchemy would ask SQLite whether it "= 1", and that FTS5 does not take


class ranks(FunctionElement[float]):
    """How well a row of `search` answers: the least first."""

    type = Float()
    inherit_cache = True


class statement(FunctionElement[str]):
    """The id of the statement whose words a row of `search` has."""

    type = schema.Words()
    inherit_cache = True


class Numbered(TypeDecorator[str]):
    """A statement's id, in SQLite as the number of its row."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        return dialect.type_descriptor(Text() if dialect.name == "postgresql" else BigInteger())

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:
        return value if value is None or dialect.name == "postgresql" else row_of(value)


class row(FunctionElement[str]):
    """By what a row of `search` is found: compared with ids of statements."""

    type = Numbered()
    inherit_cache = True


def question(asked: Asked) -> Any:
    """What is asked, as a bound value."""
    return bindparam(None, asked, type_=Question(), unique=True)


@compiles(matches, "sqlite")
def _(element: Any, compiler: Any, **kept: Any) -> str:
    return f"search MATCH {compiler.process(element.clauses, **kept)}"


@compiles(matches, "postgresql")
def _(element: Any, compiler: Any, **kept: Any) -> str:
    return f"search.vector @@ CAST({compiler.process(element.clauses, **kept)} AS tsquery)"


@compiles(ranks, "sqlite")
def _(element: Any, compiler: Any, **kept: Any) -> str:
    return f"round(bm25(search, {', '.join(map(str, WEIGHTS))}), 6)"


@compiles(ranks, "postgresql")
def _(element: Any, compiler: Any, **kept: Any) -> str:
    a, b, c = (weight / max(WEIGHTS) for weight in WEIGHTS)
    asked = compiler.process(element.clauses, **kept)
    rank = f"ts_rank(CAST('{{0, {c}, {b}, {a}}}' AS real[]), search.vector, CAST({asked} AS tsquery), 1)"
    return f"CAST(round(CAST(-{rank} AS numeric), 6) AS double precision)"


@compiles(row, "sqlite")
def _(element: Any, compiler: Any, **kept: Any) -> str:
    return "search.rowid"


@compiles(row, "postgresql")
def _(element: Any, compiler: Any, **kept: Any) -> str:
    return "search.statement"


@compiles(statement, "sqlite")
def _(element: Any, compiler: Any, **kept: Any) -> str:
    return "printf('%016x', search.rowid)"


@compiles(statement, "postgresql")
def _(element: Any, compiler: Any, **kept: Any) -> str:
    return "search.statement"


def keep(connection: Connection, rows: Iterable[Mapping[str, str]]) -> None:
    """Keep the words of statements: rows of `statement`, `words`, `who` and `title`."""
    made = _as_vectors(rows) if connection.dialect.name == "postgresql" else _as_numbered(rows)
    for some in batched(made, TOGETHER):  # in the order of their numbers, in which FTS5 takes them best
        connection.execute(insert(table), sorted(some, key=lambda row: row.get("rowid", 0)))


def drop(connection: Connection, statements: Iterable[str]) -> None:
    """Let go of the words of these statements."""
    for some in batched(sorted(statements), TOGETHER):
        connection.execute(delete(table).where(row().in_(some)))


def row_of(statement: str) -> int:
    """The number of a statement's row: its id, 16 hexadecimal digits, as SQLite counts rows, from -2⁶³ on."""
    number = int(statement, 16)
    return number - (1 << 64) if number >> 63 else number


def tsvector(words: str, who: str, title: str) -> str:
    """The lexemes with their places, as PostgreSQL takes them: `'kill':2A 'bridg':5A`."""
    places: dict[str, list[str]] = {}
    at, left = 1, MOST_BYTES
    for text, field in ((words, "A"), (who, "B"), (title, "C")):
        for lexeme in lexemes(text):
            if lexeme not in places:
                left -= len(lexeme.encode()) + PLACE_BYTES
            if left < 0:
                break
            places.setdefault(lexeme, []).append(f"{min(at, MOST_PLACES)}{field}")
            at += 1
        at += GAP
    return " ".join(f"'{lexeme}':{','.join(dict.fromkeys(known))}" for lexeme, known in places.items())


def _as_vectors(rows: Iterable[Mapping[str, str]]) -> Iterable[dict[str, Any]]:
    for row in rows:
        yield {"statement": row["statement"], "vector": tsvector(row["words"], row["who"], row["title"])}


def _as_numbered(rows: Iterable[Mapping[str, str]]) -> Iterable[dict[str, Any]]:
    for row in rows:
        yield {"rowid": row_of(row["statement"]), **{name: row[name] for name in ("words", "who", "title")}}


def _tsquery(term: Term, fields: str) -> str:
    """Letters and digits in quotation marks: there is no way to write a command with them."""
    found = list(lexemes(term.words))
    marks = [f":{'*' if term.begun and at == len(found) else ''}{fields}" for at in range(1, len(found) + 1)]
    phrase = " <-> ".join(f"'{lexeme}'{mark if mark != ':' else ''}" for lexeme, mark in zip(found, marks, strict=True))
    return f"({phrase})" if len(found) > 1 else phrase
