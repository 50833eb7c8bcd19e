"""Kinship in the ledger: which articles tell the same text, and from which article each stems.

fingerprints, traces, addresses   bring the articles to compare one with (`sayso.link.fingerprints.brought`)
copies                            those that are one text, or of which one took from the other, with the passages
stems                             the earliest of an article's family: of its copies, their copies, and versions
taken                             the statements that stand in a passage of an article of another family
"""

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Table, and_, delete, func, insert, or_, select

from sayso.ledger import schema
from sayso.ledger.canonical import canonical, revived
from sayso.ledger.filing import TOGETHER, as_filed, batched, filed_rows
from sayso.link.anchors import traced, traces
from sayso.link.copies import page_mark
from sayso.link.families import JOINING, families
from sayso.link.fingerprints import COMMON, brought, displaced, enough, fingerprints
from sayso.link.related import related
from sayso.link.tellings import Telling, telling
from sayso.model.claim import Copy, CopyKind
from sayso.model.document import Document
from sayso.model.filed import Filed
from sayso.model.span import hull, overlap
from sayso.model.statement import Statement

REMEMBERED = 1000
"""Articles whose telling is kept in memory while others are added."""

_JOINING = [kind.value for kind in sorted(JOINING)]
_MARKS: Sequence[tuple[Table, Column[Any], Callable[[int, int], int]]] = (
    (schema.fingerprints, schema.fingerprints.c.fingerprint, enough),
    (schema.traces, schema.traces.c.trace, traced),
)


class Kinship:
    """Compares an article that comes with those that share something with it; remembers what they tell."""

    def __init__(self) -> None:
        self._tellings: OrderedDict[str, tuple[Document, Telling]] = OrderedDict()

    def add(self, connection: Connection, document: Document, filed: Sequence[Filed]) -> set[str]:
        """Keep an article's marks and copies; the statements of others that stem from elsewhere now."""
        self._remember(document, filed)
        rows = [("fingerprint", schema.fingerprints, fingerprints(document.text, document.furniture))]
        rows.append(("trace", schema.traces, traces(document)))
        mark = page_mark(document)
        rows.append(("address", schema.addresses, () if mark is None else (mark,)))
        for name, table, marks in rows:
            for some in batched(marks, TOGETHER):
                connection.execute(insert(table), [{name: each, "document": document.id} for each in some])
        beside, brought_now = _candidates(connection, document.id)
        dropped = {each for other in sorted(beside) for each in self._drop(connection, other)}
        made = [copy for other in sorted(brought_now) if (copy := self._compared(connection, document.id, other))]
        taken = _keep_copies(connection, made)
        moved = settle(connection, {document.id, *dropped}) if made or dropped else set[str]()
        return taken | _stemming_from(connection, moved)

    def remove(self, connection: Connection, document: str) -> set[str]:
        """Take an article's marks and copies out; the statements of others that stem from elsewhere now."""
        beside, _ = _candidates(connection, document)
        kin = _family(connection, {document}) - {document}
        t, c = schema.taken, schema.copies
        loose = {row.statement for row in connection.execute(select(t.c.statement).where(t.c.earlier == document))}
        mine = select(schema.statements.c.id).where(schema.statements.c.document == document)
        connection.execute(delete(t).where(or_(t.c.earlier == document, t.c.statement.in_(mine))))
        connection.execute(delete(c).where(or_(c.c.later == document, c.c.earlier == document)))
        for table in (schema.stems, schema.fingerprints, schema.traces, schema.addresses):
            connection.execute(delete(table).where(table.c.document == document))
        self._tellings.pop(document, None)
        made = []
        for each in sorted(beside):
            known = _copied(connection, each)
            others = sorted(_candidates(connection, each)[1] - known)
            found = [copy for other in others if (copy := self._compared(connection, each, other))]
            loose |= _keep_copies(connection, found)
            made += found
        moved = settle(connection, {*kin, *(copy.later for copy in made)})
        return loose | _stemming_from(connection, moved)

    def clear(self) -> None:
        """Let go of what is remembered of articles."""
        self._tellings.clear()

    def _drop(self, connection: Connection, document: str) -> set[str]:
        """Delete an article's copies that nothing brings any more; the articles of which they were."""
        c, t, s = schema.copies, schema.taken, schema.statements
        known = {each for each in _copied(connection, document) if not _surely_brought(connection, document, each)}
        gone = known - _candidates(connection, document)[1] if known else set[str]()
        for other in sorted(gone):
            for later, earlier in ((document, other), (other, document)):
                connection.execute(delete(c).where(and_(c.c.later == later, c.c.earlier == earlier)))
                mine = select(s.c.id).where(s.c.document == later)
                connection.execute(delete(t).where(and_(t.c.earlier == earlier, t.c.statement.in_(mine))))
        return gone | {document} if gone else set()

    def _compared(self, connection: Connection, a: str, b: str) -> Copy | None:
        (one, telling_a), (other, telling_b) = self._told(connection, a), self._told(connection, b)
        return related(one, other, telling_a, telling_b)

    def _told(self, connection: Connection, document: str) -> tuple[Document, Telling]:
        known = self._tellings.get(document)
        if known is None:
            d, s = schema.documents, schema.statements
            whole = revived(Document, connection.execute(select(d.c.whole).where(d.c.id == document)).scalar_one())
            rows = connection.execute(filed_rows(as_read=True).where(s.c.document == document).order_by(s.c.position))
            known = self._remember(whole, [as_filed(row) for row in rows])
        self._tellings.move_to_end(document)
        return known

    def _remember(self, document: Document, filed: Sequence[Filed]) -> tuple[Document, Telling]:
        known = self._tellings[document.id] = document, telling(filed)
        if len(self._tellings) > REMEMBERED:
            self._tellings.popitem(last=False)
        return known


def settle(connection: Connection, documents: Collection[str]) -> set[str]:
    """Write anew from where these articles and their families stem; those of which that has changed."""
    every = _family(connection, documents)
    before, c, s = stems_of(connection, every), schema.copies, schema.stems
    tied = [
        Copy(row.later, row.earlier, CopyKind(row.kind), 0.0, (), "")
        for some in batched(sorted(every), TOGETHER)
        for row in connection.execute(select(c.c.later, c.c.earlier, c.c.kind).where(c.c.later.in_(some)))
    ]
    now = {member: family.earliest for family in families(tied) for member in family.members}
    changed = {each for each in every if before.get(each) != now.get(each)}
    for some in batched(sorted(changed & before.keys()), TOGETHER):
        connection.execute(delete(s).where(s.c.document.in_(some)))
    for some in batched(sorted(changed & now.keys()), TOGETHER):
        connection.execute(insert(s), [{"document": each, "earliest": now[each]} for each in some])
    return changed


def stems_of(connection: Connection, documents: Iterable[str]) -> dict[str, str]:
    """For each of these articles that is of a family, the earliest of it."""
    s = schema.stems
    return {
        row.document: row.earliest
        for some in batched(sorted(set(documents)), TOGETHER)
        for row in connection.execute(select(s).where(s.c.document.in_(some)))
    }


def stemming(connection: Connection, filed: Sequence[Filed]) -> Mapping[str, str]:
    """For an article, or a statement within a passage taken from another, the article that it stems from."""
    t, ids = schema.taken, sorted(each.statement.id for each in filed)
    from_others = {
        row.statement: row.earlier
        for some in batched(ids, TOGETHER)
        for row in connection.execute(select(t).where(t.c.statement.in_(some)).order_by(t.c.earlier.desc()))
    }
    found = stems_of(connection, {*(each.statement.document for each in filed), *from_others.values()})
    return found | {each: found.get(earlier, earlier) for each, earlier in from_others.items()}


def _candidates(connection: Connection, document: str) -> tuple[frozenset[str], set[str]]:
    """The articles whose candidates change as this one comes or goes, and those to compare it with."""
    beside, found = frozenset[str](), set[str]()
    for table, column, needed in _MARKS:
        holders = _holders(connection, table, column, document)
        sizes = _sizes(connection, table, {each for held in holders.values() for each in held} | {document})
        found.update(brought(document, holders, sizes, needed))
        beside |= displaced(document, holders)
    a = schema.addresses
    mine = select(a.c.address).where(a.c.document == document)
    found.update(row.document for row in connection.execute(select(a.c.document).where(a.c.address.in_(mine))))
    return beside, found - {document}


def _surely_brought(connection: Connection, a: str, b: str) -> bool:
    """Whether two articles share enough marks that few have, whoever came or went: asked first, since it is cheap."""
    for table, column, needed in _MARKS:
        one, other, third = table.alias(), table.alias(), table.alias()
        mark = column.name
        many = select(third.c.document).where(third.c[mark] == one.c[mark]).order_by(third.c.document)
        rare = ~many.offset(COMMON).limit(1).exists()
        both = and_(one.c.document == a, other.c.document == b, one.c[mark] == other.c[mark], rare)
        sizes = _sizes(connection, table, {a, b})
        shared = connection.execute(select(func.count()).select_from(one).join(other, both)).scalar_one()
        if shared >= needed(sizes[a], sizes[b]):
            return True
    return False


def _holders(connection: Connection, table: Table, column: Column[Any], document: str) -> Mapping[int, Sequence[str]]:
    """The articles that have each of this one's marks, itself among them; of what many have, as few as tell."""
    found: dict[int, Sequence[str]] = {}
    marks = connection.execute(select(column).where(table.c.document == document)).scalars().all()
    for mark in marks:
        query = select(table.c.document).where(column == mark).order_by(table.c.document)
        held = connection.execute(query.limit(COMMON + 1)).scalars().all()
        if len(held) > COMMON:
            if document in held[:COMMON]:
                held = connection.execute(query).scalars().all()
            elif document not in held:
                held = [*held, document]
        found[mark] = held
    return found


def _sizes(connection: Connection, table: Table, documents: Collection[str]) -> dict[str, int]:
    sizes = dict.fromkeys(documents, 0)
    for some in batched(sorted(documents), TOGETHER):
        query = select(table.c.document, func.count()).where(table.c.document.in_(some)).group_by(table.c.document)
        sizes |= {row[0]: row[1] for row in connection.execute(query)}
    return sizes


def _copied(connection: Connection, document: str) -> set[str]:
    """The articles with which this one has a copy in common."""
    c = schema.copies
    query = select(c.c.later, c.c.earlier).where(or_(c.c.later == document, c.c.earlier == document))
    return {each for row in connection.execute(query) for each in row} - {document}


def _keep_copies(connection: Connection, made: Sequence[Copy]) -> set[str]:
    """Keep copies, and the statements that were taken; which these are."""
    for some in batched(made, TOGETHER):
        connection.execute(insert(schema.copies), [_copy_row(each) for each in some])
    taken = [row for each in made if each.kind not in JOINING for row in _taken(connection, each)]
    for rows in batched(taken, TOGETHER):
        connection.execute(insert(schema.taken), list(rows))
    return {row["statement"] for row in taken}


def _family(connection: Connection, documents: Collection[str]) -> set[str]:
    """These articles and those that are one text with one of them."""
    c = schema.copies
    found, fresh = set(documents), set(documents)
    while fresh:
        met: set[str] = set()
        for some in batched(sorted(fresh), TOGETHER):
            whole = c.c.kind.in_(_JOINING)
            met.update(row.earlier for row in connection.execute(select(c.c.earlier).where(c.c.later.in_(some), whole)))
            met.update(row.later for row in connection.execute(select(c.c.later).where(c.c.earlier.in_(some), whole)))
        fresh = met - found
        found |= fresh
    return found


def _stemming_from(connection: Connection, documents: Collection[str]) -> set[str]:
    """The statements of these articles, and those that others took from them."""
    s, t = schema.statements, schema.taken
    found: set[str] = set()
    for some in batched(sorted(documents), TOGETHER):
        found.update(row.id for row in connection.execute(select(s.c.id).where(s.c.document.in_(some))))
        found.update(row.statement for row in connection.execute(select(t.c.statement).where(t.c.earlier.in_(some))))
    return found


def _taken(connection: Connection, copy: Copy) -> list[dict[str, Any]]:
    """The statements of the later article that stand in a passage of the earlier one."""
    s = schema.statements
    mine = connection.execute(select(s.c.whole).where(s.c.document == copy.later).order_by(s.c.position))
    return [
        {"statement": statement.id, "earlier": copy.earlier}
        for statement in (revived(Statement, row.whole) for row in mine)
        if any(_within(statement, passage.here) for passage in copy.passages)
    ]


def _within(statement: Statement, passage: tuple[int, int]) -> bool:
    span = hull(statement.content)
    return 2 * overlap(span, passage) > span[1] - span[0]


def _copy_row(made: Copy) -> dict[str, Any]:
    return {
        "later": made.later,
        "earlier": made.earlier,
        "kind": made.kind.value,
        "share": made.share,
        "whole": canonical(made),
    }
