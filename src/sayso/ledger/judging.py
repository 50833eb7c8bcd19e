"""Judging in the ledger: what people decided takes effect on what was read, and is taken back as if it had never been.

    corrected   columns, places, figures and words to search by; what the reader had read is kept beside it (`as_read`)
    hidden      the statement is in no claim and found by no search
    bound       merges and splits, which linking heeds (`sayso.ledger.bound`)

All are functions of the entries in force and of the statements that are there, so that neither the order in which
articles and entries came, nor what was taken back, leaves a trace. Copies are found by what was read: no judgement
changes what an article printed.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, delete, insert, select, update

from sayso.ledger import bound, rows, schema, search, tallies
from sayso.ledger.anchoring import found
from sayso.ledger.canonical import canonical, revived
from sayso.ledger.corrections import corrected, latest
from sayso.ledger.entries import REST, as_judgement
from sayso.ledger.filing import TOGETHER, batched, filed_of
from sayso.link.constraints import Constraints, Ruling, barred, constraints
from sayso.model.document import Document
from sayso.model.judgement import FIELDS, GROUPING, Anchor, Judgement, JudgementKind, Subject, Value
from sayso.model.statement import Statement

if TYPE_CHECKING:
    from sayso.ledger.linking import Linking

_FIELDS, _GROUPING = sorted(map(str, FIELDS)), sorted(map(str, GROUPING))


@dataclass(frozen=True, slots=True)
class _State:
    """A statement as it stands: its words and values, whether it is hidden, in which bond and apart from whom it is."""

    now: Statement
    read: Statement
    hidden: bool
    bond: frozenset[str]
    apart: frozenset[str]


def refile(connection: Connection, linking: "Linking", ids: Collection[str]) -> None:
    """Bring these statements, and all whom the same merges and splits concern, to what the journal says of them."""
    circle = _circle(connection, ids)
    before = _standing(connection, circle)
    after, made = _judged(connection, before)
    changed = {each for each, state in before.items() if state != after[each]}
    linking.withdraw(connection, {each for each in changed if not before[each].hidden})
    retold = {i for i in changed if before[i].now != after[i].now or before[i].hidden is not after[i].hidden}
    articles = _articles(connection, retold)
    for document in articles:
        tallies.forget(connection, document)
    _write(connection, {each: after[each] for each in changed if before[each].now != after[each].now}, before)
    for hidden in (False, True):
        _hide(connection, [i for i in changed if after[i].hidden is hidden is not before[i].hidden], hidden=hidden)
    for document in articles:
        tallies.learn(connection, document)
    bound.keep(connection, before, made)
    search.refile(connection, changed)
    linking.come(connection, filed_of(connection, {each for each in changed if not after[each].hidden}))


def _articles(connection: Connection, ids: Collection[str]) -> list[str]:
    s = schema.statements
    found = set[str]()
    for some in batched(sorted(ids), TOGETHER):
        found |= set(connection.execute(select(s.c.document).where(s.c.id.in_(some))).scalars())
    return sorted(found)


def settle(connection: Connection, linking: "Linking", document: str) -> None:
    """Find what was judged in an article that has come, or come anew, and let it take effect."""
    g, s, j = schema.judged, schema.statements, schema.journal
    query = select(g.c.seq, g.c.position, g.c.kind, g.c.subject).where(g.c.document == document)
    resting = connection.execute(query.order_by(g.c.seq, g.c.position)).all()
    if not resting:
        return
    text = revived(Document, connection.execute(_whole(document)).scalar_one()).text
    query = select(s.c.id, s.c.whole).where(s.c.document == document).order_by(s.c.position)
    statements = [revived(Statement, row.whole) for row in connection.execute(query)]
    hidden = _is_hidden(connection, document)
    connection.execute(update(schema.documents).where(schema.documents.c.id == document).values(hidden=hidden))
    touched = {each.id for each in statements} if hidden else set[str]()
    for seq in sorted({row.seq for row in resting if row.subject != Subject.ARTICLE}):
        about = as_judgement(connection.execute(select(j).where(j.c.seq == seq)).one()).about
        anchors: tuple[Anchor, ...] = (*about.anchors, *about.others)
        for position in (row.position for row in resting if row.seq == seq):
            here = found(anchors[position], text, statements)
            where = (g.c.seq == seq, g.c.position == position)
            connection.execute(update(g).where(*where).values(statement=here.id if here else None))
            touched |= {here.id} if here else set()
    refile(connection, linking, touched)


def unsettle(connection: Connection, linking: "Linking", document: str) -> None:
    """Before an article goes, or is read anew: its statements are as they were read, and bind nobody."""
    g = schema.judged
    mine = (g.c.document == document, g.c.statement.is_not(None), g.c.statement != "")
    ids = set(connection.execute(select(g.c.statement).where(*mine)).scalars())
    if not ids:
        return
    circle = _circle(connection, ids)
    connection.execute(update(g).where(*mine).values(statement=None))
    refile(connection, linking, circle)


def hide_article(connection: Connection, linking: "Linking", document: str) -> None:
    """Let it show whether an article is hidden, and with it all its statements."""
    d, s = schema.documents, schema.statements
    hidden = _is_hidden(connection, document)
    connection.execute(update(d).where(d.c.id == document).values(hidden=hidden))
    refile(connection, linking, set(connection.execute(select(s.c.id).where(s.c.document == document)).scalars()))


def _is_hidden(connection: Connection, document: str) -> bool:
    g = schema.judged
    article = (g.c.subject == Subject.ARTICLE.value, g.c.kind == JudgementKind.HIDE.value, g.c.in_force.is_(True))
    return connection.execute(select(g.c.seq).where(g.c.document == document, *article).limit(1)).first() is not None


def _circle(connection: Connection, ids: Collection[str]) -> set[str]:
    """These statements and those that merges and splits in force tie to them, directly or through others."""
    g, circle, fresh, known = schema.judged, set(ids), set(ids), set[int]()
    ruling = (g.c.kind.in_(_GROUPING), g.c.in_force.is_(True))
    while fresh:
        seqs = set[int]()
        for some in batched(sorted(fresh), TOGETHER):
            seqs |= set(connection.execute(select(g.c.seq).where(g.c.statement.in_(some), *ruling)).scalars())
        met = set[str]()
        for several in batched(sorted(seqs - known), TOGETHER):
            query = select(g.c.statement).where(g.c.seq.in_(several), g.c.statement.is_not(None))
            met |= set(connection.execute(query).scalars())
        known |= seqs
        fresh = met - circle
        circle |= fresh
    return circle


def _standing(connection: Connection, ids: Collection[str]) -> dict[str, _State]:
    s, r, made = schema.statements, schema.as_read, dict[str, _State]()
    kept = bound.Bound(connection)
    bonds, rifts = kept.bonds(ids), kept.rifts(ids)
    for some in batched(sorted(ids), TOGETHER):
        query = select(s.c.id, s.c.whole, s.c.hidden, r.c.whole.label("read")).where(s.c.id.in_(some))
        for row in connection.execute(query.outerjoin(r, r.c.statement == s.c.id)):
            now = revived(Statement, row.whole)
            read = now if row.read is None else revived(Statement, row.read)
            bond, apart = bonds.get(row.id, bound.NOBODY), rifts.get(row.id, bound.NOBODY)
            made[row.id] = _State(now, read, row.hidden, bond, apart)
    return made


def _judged(connection: Connection, before: Mapping[str, _State]) -> tuple[dict[str, _State], Constraints]:
    """What the entries in force make of these statements, of which no ruling reaches beyond."""
    values, hidden = _values(connection, before), _hidden(connection, before)
    shown = set(before) - hidden
    made = constraints(_rulings(connection, shown), shown)
    same = bound.Same([each for state in before.values() for each in (state.bond, state.apart)])
    bonds = {each: same(bond) for bond in made.bonds for each in bond}
    apart = {each: same(others) for each, others in barred(made).items()}
    after = {
        each: _State(
            corrected(state.read, values.get(each, ())),
            state.read,
            each in hidden,
            bonds.get(each, bound.NOBODY),
            apart.get(each, bound.NOBODY),
        )
        for each, state in before.items()
    }
    return after, made


def _values(connection: Connection, ids: Collection[str]) -> dict[str, tuple[Value, ...]]:
    """What people fixed in each statement: of each field, and each of its places and figures, the last."""
    g, j, made = schema.judged, schema.journal, defaultdict[str, list[Judgement]](list)
    for some in batched(sorted(ids), TOGETHER):
        query = (
            select(j, g.c.statement)
            .join(g, g.c.seq == j.c.seq)
            .where(g.c.statement.in_(some), g.c.kind.in_(_FIELDS), g.c.in_force.is_(True))
            .order_by(j.c.seq)
        )
        for row in connection.execute(query):
            made[row.statement].append(as_judgement(row))
    return {each: latest(judgements) for each, judgements in made.items()}


def _hidden(connection: Connection, ids: Collection[str]) -> set[str]:
    g, s, made = schema.judged, schema.statements, set[str]()
    hiding = (g.c.kind == JudgementKind.HIDE.value, g.c.in_force.is_(True))
    for some in batched(sorted(ids), TOGETHER):
        made |= set(connection.execute(select(g.c.statement).where(g.c.statement.in_(some), *hiding)).scalars())
        article = select(s.c.id).join(g, g.c.document == s.c.document).where(s.c.id.in_(some), *hiding)
        made |= set(connection.execute(article.where(g.c.subject == Subject.ARTICLE.value)).scalars())
    return made


def _rulings(connection: Connection, ids: Collection[str]) -> Iterator[Ruling]:
    """The merges and splits of these statements, the earliest first."""
    g, seqs = schema.judged, set[int]()
    ruling = (g.c.kind.in_(_GROUPING), g.c.in_force.is_(True))
    for some in batched(sorted(ids), TOGETHER):
        seqs |= set(connection.execute(select(g.c.seq).where(g.c.statement.in_(some), *ruling)).scalars())
    sides: dict[int, tuple[set[str], set[str]]] = {seq: (set(), set()) for seq in sorted(seqs)}
    kinds: dict[int, str] = {}
    for several in batched(sorted(seqs), TOGETHER):
        query = select(g.c.seq, g.c.kind, g.c.part, g.c.statement).where(g.c.seq.in_(several))
        for row in connection.execute(query):
            kinds[row.seq] = row.kind
            if row.statement is not None:
                sides[row.seq][row.part == REST].add(row.statement)
    for seq, (those, others) in sides.items():
        if kinds[seq] == JudgementKind.MERGE or others:
            yield Ruling(frozenset(those), frozenset(others - those))


def _write(connection: Connection, changed: Mapping[str, _State], before: Mapping[str, _State]) -> None:
    s, r = schema.statements, schema.as_read
    for each in sorted(changed):
        state = changed[each]
        row = rows.of_statement(state.now, 0)
        values = {name: value for name, value in row.items() if name not in ("id", "document", "position")}
        connection.execute(update(s).where(s.c.id == each).values(**values))
        for table, parts in ((schema.places, rows.places_of(state.now)), (schema.figures, rows.figures_of(state.now))):
            connection.execute(delete(table).where(table.c.statement == each))
            some: list[dict[str, Any]] = list(parts)
            if some:
                connection.execute(insert(table), some)
        connection.execute(delete(r).where(r.c.statement == each))
        if state.now != state.read:
            connection.execute(insert(r), [{"statement": each, "whole": canonical(before[each].read)}])


def _hide(connection: Connection, ids: Collection[str], *, hidden: bool) -> None:
    s = schema.statements
    for some in batched(sorted(ids), TOGETHER):
        connection.execute(update(s).where(s.c.id.in_(some)).values(hidden=hidden))


def _whole(document: str) -> Any:
    return select(schema.documents.c.whole).where(schema.documents.c.id == document)
