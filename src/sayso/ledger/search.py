"""Search: statements found by their words, by whom they are said and by the title of their article.

`"covered market" killed OR wounded -soldiers shell*` wants the two words side by side, one of the next two, none of
the one with a minus, and a word that begins so. The table is written in the transaction that keeps the article
(`ledger.matching`); English endings are cut off, so that "killed" finds "kills". What is asked is always taken as
words: nothing in it reaches the database as a command.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import CTE, ColumnElement, Connection, Select, select

from sayso.ledger import schema
from sayso.ledger.filing import TOGETHER, batched
from sayso.ledger.matching import Asked, Term, drop, keep, matches, question, ranks, row, statement, table
from sayso.model.problem import Problem, SaysoError

MOST = 60
"""Words that may be asked for at once: FTS5 takes no more than some hundreds."""

MOST_IN_ALL = 1_000
"""The same with every word of a phrase: PostgreSQL takes a phrase apart word by word, each deeper than the last."""

_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
_TERM = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))(?P<star>\*?)')
_GAP = re.compile(r"\s*")


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
    if sum(len(term.words.split()) for group in (*groups, without) for term in group) > MOST_IN_ALL:
        raise _wrong(words, f"more than {MOST_IN_ALL:,} words are asked for", "Ask for fewer")
    return Asked(tuple(map(tuple, groups)), tuple(without))


def said(words: str, among: Collection[str] | None = None) -> Select[Any]:
    """The ids of the statements in whose own words, or among who says them, what is asked for is there.

    `among` some ids: only those are looked at.
    """
    wanted = question(replace(asked(words), titles=False))
    query = select(statement()).select_from(table).where(matches(wanted))
    return query if among is None else query.where(row().in_(sorted(among)))


def ranked(words: str, most: int | None = None) -> CTE:
    """The ids of the statements that answer what is asked for, titles too, each with its rank: the least first.

    `most`: no more than so many of them are looked at.
    """
    wanted = question(asked(words))
    hits = select(statement().label("statement"), ranks(wanted).label("rank")).select_from(table).where(matches(wanted))
    return (
        hits.limit(most).cte("hits").prefix_with("MATERIALIZED")
    )  # FTS5 ranks where it matches, and in no outer query


def add(connection: Connection, document: str) -> None:
    """Make an article's statements known, once they and their contents are kept."""
    _index(connection, schema.statements.c.document == document)


def remove(connection: Connection, document: str) -> None:
    """Make an article's statements unknown, while they are still kept."""
    s = schema.statements
    drop(connection, connection.execute(select(s.c.id).where(s.c.document == document)).scalars().all())


def refile(connection: Connection, statements: Collection[str]) -> None:
    """Make known what these statements are now; hidden ones are found by nothing."""
    drop(connection, sorted(statements))
    for some in batched(sorted(statements), TOGETHER):
        _index(connection, schema.statements.c.id.in_(some))


def add_all(connection: Connection) -> None:
    """Make everything known that an older sayso kept, where nothing is known yet."""
    if connection.execute(select(statement()).select_from(table).limit(1)).first() is None:
        _index(connection)


def _index(connection: Connection, *conditions: ColumnElement[bool]) -> None:
    s, c, d, h = schema.statements, schema.contents, schema.documents, schema.hops
    query = (
        select(s.c.id, c.c.words, s.c.origin_name, d.c.title)
        .join(c, c.c.statement == s.c.id)
        .join(d, d.c.id == s.c.document)
        .where(s.c.hidden.is_(False), *conditions)
    )
    for some in batched(connection.execute(query), TOGETHER):
        relays: dict[str, list[str]] = defaultdict(list)
        of_these = h.c.statement.in_([row.id for row in some])
        for hop in connection.execute(select(h).where(of_these).order_by(h.c.statement, h.c.position)):
            relays[hop.statement].append(hop.name)
        keep(
            connection,
            [
                {
                    "statement": row.id,
                    "words": row.words,
                    "who": ", ".join(name for name in (row.origin_name, *relays[row.id]) if name),
                    "title": row.title or "",
                }
                for row in some
            ],
        )


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
