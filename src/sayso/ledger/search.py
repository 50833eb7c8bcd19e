"""Search: statements found by their words, by whom they are said and by the title of their article.

`"covered market" killed OR wounded -soldiers shell*` wants the two words side by side, one of the next two, none of
the one with a minus, and a word that begins so. The table is SQLite's FTS5, written in the transaction that keeps the
article; English endings are cut off, so that "killed" finds "kills". What is asked is always taken as words: nothing
in it reaches FTS5 as a command.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    CTE,
    BigInteger,
    ColumnElement,
    Connection,
    Float,
    Select,
    column,
    delete,
    func,
    insert,
    literal_column,
    select,
)
from sqlalchemy import table as named
from sqlalchemy.sql import bindparam

from sayso.ledger import schema
from sayso.ledger.filing import TOGETHER, batched
from sayso.model.problem import Problem, SaysoError

MOST = 60
"""Words that may be asked for at once: FTS5 takes no more than some hundreds."""

WEIGHTS = (8.0, 4.0, 1.0)
"""What a hit in the words, in who says them and in the title of the article weighs, for which comes first."""

table = named(
    "search",
    column("rowid", BigInteger),
    column("words", schema.Words()),
    column("who", schema.Words()),
    column("title", schema.Words()),
)

_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
_TERM = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))(?P<star>\*?)')
_GAP = re.compile(r"\s*")


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
    """What a search wants: of each group one term at least, and none of `without`."""

    groups: tuple[tuple[Term, ...], ...]
    without: tuple[Term, ...] = ()

    def __str__(self) -> str:
        """As FTS5 takes it."""
        wanted = " AND ".join(f"({' OR '.join(map(str, group))})" for group in self.groups)
        return f"({wanted}) NOT ({' OR '.join(map(str, self.without))})" if self.without else wanted


def asked(words: str) -> Asked:
    """What the words ask for; raises SaysoError with the row that says what is wrong with them."""
    text = words.translate(_QUOTES)
    if text.count('"') % 2:
        raise _wrong(words, "a quotation mark is opened and not closed", "Close it, or leave it out")
    groups: list[list[Term]] = []
    without: list[Term] = []
    joins = False
    for found in _terms(text):
        minus, word = bool(found["minus"]), found["word"]
        if word == "AND" and not minus:
            continue
        if word == "OR" and not minus:
            if joins or not groups:
                raise _wrong(words, "OR stands where no word is before it", "Put a word on both sides of OR")
            joins = True
            continue
        term = _term(words, found)
        if minus and joins:
            raise _wrong(words, "OR stands before a minus", "Put a word on both sides of OR")
        if minus:
            without.append(term)
        elif joins:
            groups[-1].append(term)
        else:
            groups.append([term])
        joins = False
    if joins:
        raise _wrong(words, "OR stands where no word is behind it", "Put a word on both sides of OR")
    if not groups:
        what = "there are only words that must not be there" if without else "no word is asked for"
        raise _wrong(words, what, "Give a word that must be there")
    if sum(map(len, groups)) + len(without) > MOST:
        raise _wrong(words, f"more than {MOST} words are asked for", "Ask for fewer")
    return Asked(tuple(map(tuple, groups)), tuple(without))


def said(words: str, among: Collection[str] | None = None) -> Select[Any]:
    """The ids of the statements in whose own words, or among who says them, what is asked for is there.

    `among` some ids: only those are looked at.
    """
    query = select(_statement()).where(_matching(f"{{words who}} : ({asked(words)})"))
    return query if among is None else query.where(table.c.rowid.in_([row_of(each) for each in among]))


def ranked(words: str) -> CTE:
    """The ids of the statements that answer what is asked for, titles too, each with its rank: the least first."""
    rank = func.round(func.bm25(literal_column("search"), *WEIGHTS, type_=Float), 6, type_=Float)
    hits = select(_statement().label("statement"), rank.label("rank")).where(_matching(str(asked(words))))
    return hits.cte("hits").prefix_with("MATERIALIZED")  # FTS5 ranks where it matches, and in no outer query


def add(connection: Connection, document: str) -> None:
    """Make an article's statements known, once they and their contents are kept."""
    _index(connection, schema.statements.c.document == document)


def remove(connection: Connection, document: str) -> None:
    """Make an article's statements unknown, while they are still kept."""
    s = schema.statements
    ids = [row.id for row in connection.execute(select(s.c.id).where(s.c.document == document))]
    for some in batched(sorted(map(row_of, ids)), TOGETHER):
        connection.execute(delete(table).where(table.c.rowid.in_(some)))


def add_all(connection: Connection) -> None:
    """Make everything known that an older sayso kept, where nothing is known yet."""
    if connection.execute(select(table.c.rowid).limit(1)).first() is None:
        _index(connection)


def row_of(statement: str) -> int:
    """The number of a statement's row: its id, 16 hexadecimal digits, as SQLite counts rows, from -2⁶³ on."""
    number = int(statement, 16)
    return number - (1 << 64) if number >> 63 else number


def _index(connection: Connection, *conditions: ColumnElement[bool]) -> None:
    s, c, d, h = schema.statements, schema.contents, schema.documents, schema.hops
    relays = select(func.group_concat(h.c.name, ", ")).where(h.c.statement == s.c.id).scalar_subquery()
    query = (
        select(s.c.id, c.c.words, s.c.origin_name, relays.label("relays"), d.c.title)
        .join(c, c.c.statement == s.c.id)
        .join(d, d.c.id == s.c.document)
        .where(*conditions)
    )
    rows = (
        {
            "rowid": row_of(row.id),
            "words": row.words,
            "who": ", ".join(name for name in (row.origin_name, row.relays) if name),
            "title": row.title or "",
        }
        for row in connection.execute(query)
    )
    for some in batched(rows, TOGETHER):  # in the order of their numbers, in which FTS5 takes them best
        connection.execute(insert(table), sorted(some, key=lambda row: row["rowid"]))


def _matching(query: str) -> ColumnElement[bool]:
    wanted: ColumnElement[bool] = literal_column("search").op("MATCH", is_comparison=True)(
        bindparam(None, query, type_=schema.Words())
    )
    return wanted


def _statement() -> ColumnElement[str]:
    return func.printf("%016x", table.c.rowid, type_=schema.Words())


def _terms(text: str) -> Iterator[re.Match[str]]:
    at = _end(_GAP.match(text))
    while at < len(text):
        found = _TERM.match(text, at)
        assert found is not None, "every word is one, and every quotation mark has its fellow"
        yield found
        at = _end(_GAP.match(text, found.end()))


def _end(found: re.Match[str] | None) -> int:
    return found.end() if found else 0


def _term(asked: str, found: re.Match[str]) -> Term:
    word, phrase = found["word"] or "", found["phrase"]
    if word[:1] == "(" or word[-1:] == ")":
        raise _wrong(asked, "brackets mean nothing here", "Leave them out, or put the words in quotation marks")
    begun = bool(found["star"]) or word.endswith("*")
    plain = " ".join((phrase if phrase is not None else word.rstrip("*")).split())
    if not any(character.isalnum() for character in plain):
        shown = found.group()
        raise _wrong(asked, f"there is no letter or digit in {shown}", "Leave it out")
    return Term(plain, begun)


def _wrong(asked: str, what: str, remedy: str) -> SaysoError:
    return SaysoError(Problem(asked or "nothing", what, "nothing was searched", f"{remedy}."))
