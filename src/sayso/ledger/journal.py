"""The journal of a ledger: what people decide is entered, takes effect, and is told; nothing in it is ever changed.

    entry = ledger.journal.judge(Draft("ada", JudgementKind.SIDE, Subject.STATEMENT, ("3f2a…",), Side("Ostrel")))
    ledger.journal.undo(entry.id, "ada", "the tape is of another day")

An entry, and all that follows from it, is one transaction. Who decides says on which state (`seen`: the journal's last
entry when they looked); where the same field was decided otherwise since, nothing is done and both values are shown
(`Overtaken`).
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, func, or_, select, update

from sayso.ledger import entries, judging, schema
from sayso.ledger.admissible import check, refused
from sayso.ledger.canonical import revived
from sayso.ledger.entries import as_judgement, entry_rows
from sayso.ledger.filing import TOGETHER, batched
from sayso.ledger.subjects import about, about_article
from sayso.ledger.wanted import Rows
from sayso.model.judgement import (
    ANY,
    FIELDS,
    GROUPING,
    About,
    Anchor,
    Draft,
    Entry,
    Judgement,
    JudgementKind,
    Named,
    Overtaken,
    Subject,
    part_of,
)
from sayso.model.problem import Problem
from sayso.model.statement import Statement

if TYPE_CHECKING:
    from sayso.ledger.linking import Linking

MOST = 200
"""Entries told at once, where no limit is given, and rows of what is adrift."""

_EFFECTIVE = FIELDS | GROUPING | {JudgementKind.HIDE}
"""Kinds from which something else in the ledger follows; the others only stand where they were made."""

IN_ARTICLE = 2_000
"""Entries on the statements of one article that are told."""

_APART = frozenset({JudgementKind.NOTE, JudgementKind.HIDE, JudgementKind.UNDO, JudgementKind.REREAD})
"""Of these any number stand side by side: two who hide the same do not part."""

Connected = Callable[[], AbstractContextManager[Connection]]


class Journal:
    """The entries of one ledger."""

    def __init__(self, read: Connected, write: Connected, rows: Rows, linking: Callable[[], "Linking"]) -> None:
        self._read, self._write, self._rows, self._linking = read, write, rows, linking

    def judge(self, draft: Draft, seen: str | None = ANY) -> Judgement:
        """Enter a judgement and let it take effect.

        Raises SaysoError where it means nothing, Overtaken where another was entered since `seen` on the same field.
        """
        check(draft)
        if draft.kind in (JudgementKind.UNDO, JudgementKind.REREAD):
            raise refused(draft.kind, "this is not decided so", "Use undo, or reread.")
        with self._write() as connection:
            linking = self._linking()
            matter = about(connection, draft)
            rows = _rows(connection)
            if seen != ANY:
                _check_seen(rows, draft, seen, _field(rows, draft.kind, part_of(draft.value), matter))
            now = datetime.now(UTC)
            _, made = entries.append(connection, draft.who, now, draft.why, draft.kind, matter, draft.value)
            _take_effect(connection, linking, made)
            linking.wrote(made.id)
        return made

    def undo(self, entry: str, who: str, why: str = "") -> Judgement:
        """Take an entry back, by an entry of its own; raises SaysoError where it is not there or not in force."""
        check(Draft(who, JudgementKind.UNDO, Subject.ENTRY, (entry,), why=why))
        with self._write() as connection:
            linking = self._linking()
            rows = _rows(connection)
            target = self._entry(rows, entry)
            if target.kind is JudgementKind.REREAD:
                raise refused(entry, "an article that was read anew cannot be unread", "Judge what is wrong in it.")
            before = entries.taken_back(rows, [target.id]).get(target.id)
            if before is not None:
                what = f"{before.who} has taken this back already ({before.id[:8]})"
                raise refused(entry, what, "To have it again, take that back.")
            matter = About(Subject.ENTRY, entry=target.id)
            _, made = entries.append(connection, who, datetime.now(UTC), why, JudgementKind.UNDO, matter)
            self._turn(connection, rows, linking, target, in_force=False)
            linking.wrote(made.id)
        return made

    def find(self, prefix: str) -> Judgement:
        """The entry whose id begins so; raises SaysoError where none does, or more than one."""
        return self._entry(self._rows, prefix)

    def listed(
        self,
        about: str | None = None,
        *,
        kind: JudgementKind | None = None,
        who: str | None = None,
        limit: int | None = None,
        before: str | None = None,
    ) -> Iterator[Entry]:
        """The entries, the last first: about a statement, claim, article or source, of a kind, of a person.

        What takes an entry back is about what that is about. `before`: only those that came before that entry.
        """
        j, g, m = schema.journal, schema.judged, schema.members
        conditions: list[ColumnElement[bool]] = []
        if about is not None:
            of_claim = g.c.statement.in_(select(m.c.statement).where(m.c.claim == about))
            whole = (g.c.document == about) & (g.c.subject == Subject.ARTICLE.value)
            mine = or_(g.c.statement == about, whole, g.c.source == about, of_claim)
            seqs = select(g.c.seq).where(mine)
            undone = j.alias()
            conditions.append(j.c.seq.in_(seqs) | j.c.undoes.in_(select(undone.c.id).where(undone.c.seq.in_(seqs))))
        if kind is not None:
            conditions.append(j.c.kind == kind.value)
        if who is not None:
            conditions.append(j.c.who == who)
        if before is not None:
            mark = select(j.c.seq).where(j.c.id == before).scalar_subquery()
            conditions.append(j.c.seq < mark)
        query = entry_rows().where(*conditions).order_by(j.c.seq.desc()).limit(MOST if limit is None else limit)
        yield from self._told(list(self._rows(query)))

    def adrift(self, limit: int = MOST) -> Iterator[Entry]:
        """The entries in force of which a part is found nowhere in its article as it is read now, the last first."""
        j, g = schema.journal, schema.judged
        lost = select(g.c.seq).where(g.c.statement.is_(None), g.c.in_force.is_(True)).order_by(g.c.seq.desc())
        seqs = list(dict.fromkeys(row.seq for row in self._rows(lost.limit(MOST))))[:limit]
        yield from self._told(list(self._rows(entry_rows().where(j.c.seq.in_(seqs)).order_by(j.c.seq.desc()))))

    def of_statement(self, statement: str) -> tuple[Judgement, ...]:
        """What is in force on a statement itself, the earliest first."""
        return self._on(schema.judged.c.statement == statement, Subject.STATEMENT)

    def in_article(self, document: str) -> Iterator[tuple[str, Judgement]]:
        """What is in force on statements of an article, or hides them, each with its statement; the earliest first."""
        j, g = schema.journal, schema.judged
        mine = or_(g.c.subject == Subject.STATEMENT.value, g.c.kind == JudgementKind.HIDE.value)
        here = (g.c.document == document, g.c.statement.is_not(None), g.c.statement != "", g.c.in_force.is_(True), mine)
        query = select(j, g.c.statement).join(g, g.c.seq == j.c.seq).where(*here).order_by(j.c.seq)
        for row in self._rows(query.limit(IN_ARTICLE)):
            yield row.statement, as_judgement(row)

    def entry(self, prefix: str) -> Entry:
        """The entry whose id begins so, as the journal lists it; raises SaysoError as `find` does."""
        made = self.find(prefix)
        (entry,) = self._told(list(self._rows(entry_rows().where(schema.journal.c.id == made.id))))
        return entry

    def last_of(self, who: str) -> str | None:
        """The last of somebody's decisions in force: neither taken back nor itself a taking back."""
        j = schema.journal
        decisions = (j.c.who == who, j.c.kind.not_in([JudgementKind.UNDO.value, JudgementKind.REREAD.value]))
        for some in batched(self._rows(select(j.c.id).where(*decisions).order_by(j.c.seq.desc()).limit(MOST)), 20):
            ids = [row.id for row in some]
            void = entries.taken_back(self._rows, ids)
            if found := [each for each in ids if each not in void]:
                return str(found[0])
        return None

    def of_article(self, document: str) -> tuple[Judgement, ...]:
        """What is in force on an article as a whole."""
        return self._on(schema.judged.c.document == document, Subject.ARTICLE)

    def of_source(self, source: Named) -> tuple[Judgement, ...]:
        """What is in force on a source."""
        return self._on(schema.judged.c.source == source.id, Subject.SOURCE)

    def of_claim(self, claim: str) -> tuple[Judgement, ...]:
        """What is in force on a claim: what was decided on claims of whose statements this one has the most now."""
        return _of_claim(self._rows, claim)

    def last(self) -> str | None:
        """The id of the last entry, None in an empty journal: the state that a page shows."""
        with self._read() as connection:
            return entries.last(connection)

    def ruled(self, a: str, b: str) -> tuple[Judgement, ...]:
        """The merges and splits in force that are on both of two statements, the earliest first."""
        j, g = schema.journal, schema.judged
        ruling = (g.c.kind.in_(sorted(map(str, GROUPING))), g.c.in_force.is_(True))
        both = [j.c.seq.in_(select(g.c.seq).where(g.c.statement == each, *ruling)) for each in (a, b)]
        found = tuple(map(as_judgement, self._rows(entry_rows().where(*both).order_by(j.c.seq))))
        return tuple(each for each in found if each.kind is JudgementKind.MERGE or _parts(each, a, b))

    def read(self, statement: str) -> Statement | None:
        """What the reader had read, of a statement that people have corrected."""
        r = schema.as_read
        row = next(iter(self._rows(select(r.c.whole).where(r.c.statement == statement))), None)
        return None if row is None else revived(Statement, row.whole)

    def _turn(
        self, connection: Connection, rows: Rows, linking: "Linking", entry: Judgement, *, in_force: bool
    ) -> None:
        """Let an entry be in force or not; if it took another back, let that be the other way."""
        if entry.undoes is not None:
            self._turn(connection, rows, linking, self._entry(rows, entry.undoes), in_force=not in_force)
            return
        g, j = schema.judged, schema.journal
        mine = select(j.c.seq).where(j.c.id == entry.id).scalar_subquery()
        connection.execute(update(g).where(g.c.seq == mine).values(in_force=in_force))
        _take_effect(connection, linking, entry)

    def _entry(self, rows: Rows, prefix: str) -> Judgement:
        j, wanted = schema.journal, prefix.strip().lower()
        found = list(rows(select(j).where(j.c.id >= wanted, j.c.id < wanted + "g").limit(2))) if wanted else []
        if len(found) == 1:
            return as_judgement(found[0])
        what = "more than one entry's id begins so" if found else "no entry of the journal has this id"
        raise refused(prefix, what, "See: sayso journal.")

    def _on(self, condition: ColumnElement[bool], subject: Subject) -> tuple[Judgement, ...]:
        j, g = schema.journal, schema.judged
        mine = select(g.c.seq).where(condition, g.c.subject == subject.value, g.c.in_force.is_(True))
        return tuple(map(as_judgement, self._rows(entry_rows().where(j.c.seq.in_(mine)).order_by(j.c.seq))))

    def _told(self, found: Sequence[Any]) -> Iterator[Entry]:
        made = [(row.seq, as_judgement(row)) for row in found]
        void = entries.taken_back(self._rows, [each.id for _, each in made])
        g = schema.judged
        resting: dict[int, list[tuple[int, str | None]]] = {}
        for some in batched([seq for seq, _ in made], TOGETHER):
            query = select(g.c.seq, g.c.position, g.c.statement).where(
                g.c.seq.in_(some), g.c.subject.in_(_ON_STATEMENTS)
            )
            for row in self._rows(query.order_by(g.c.seq, g.c.position)):
                resting.setdefault(row.seq, []).append((row.position, row.statement))
        for seq, each in made:
            anchors: tuple[Anchor, ...] = (*each.about.anchors, *each.about.others)
            here = resting.get(seq, [])
            lost = tuple(anchors[at] for at, statement in here if statement is None)
            rest = tuple(dict.fromkeys(statement for _, statement in here if statement is not None))
            undone, restores = self._undone(each)
            yield Entry(each, each.id not in void, void.get(each.id), rest, lost, undone, restores)

    def _undone(self, entry: Judgement) -> tuple[Judgement | None, bool]:
        """The decision at the end of what an entry takes back, and whether it is in force again by that."""
        found, restores = None, True
        while entry.undoes is not None:
            found = entry = self._entry(self._rows, entry.undoes)
            restores = not restores
        return found, restores and found is not None


_ON_STATEMENTS = (Subject.STATEMENT.value, Subject.CLAIM.value)


def drifting(entry: Entry) -> Iterator[Problem]:
    """A row for what of an entry is found nowhere now."""
    for each in entry.adrift:
        quote = each.content.exact
        short = quote if len(quote) <= 80 else f"{quote[:78]}…"
        when = f"{entry.judgement.when:%-d %B %Y}"
        what = f"the words that {entry.judgement.who} judged on {when} ({entry.judgement.kind}) are not read there now"
        remedy = f"Judge it anew, or take the entry back: {entry.judgement.id[:8]}."
        yield Problem(f"{each.document[:8]} “{short}”", what, "kept in the journal, applied to nothing", remedy)


def note_reread(connection: Connection, document: str, who: str, why: str) -> Judgement:
    """Enter that an article was read anew, within the transaction that keeps what was read."""
    matter = about_article(connection, document)
    return entries.append(connection, who, datetime.now(UTC), why, JudgementKind.REREAD, matter)[1]


def _parts(split: Judgement, a: str, b: str) -> bool:
    """Whether a split took one of the two off from the other."""
    off = {each.statement for each in split.about.anchors}
    return (a in off) != (b in off)


def _take_effect(connection: Connection, linking: "Linking", entry: Judgement) -> None:
    about, g, j = entry.about, schema.judged, schema.journal
    if entry.kind is JudgementKind.HIDE and about.subject is Subject.ARTICLE and about.document is not None:
        judging.hide_article(connection, linking, about.document)
        return
    if entry.kind not in _EFFECTIVE:
        return
    seq = select(j.c.seq).where(j.c.id == entry.id).scalar_subquery()
    query = select(g.c.statement).where(g.c.seq == seq, g.c.statement.is_not(None))
    judging.refile(connection, linking, set(connection.execute(query).scalars()))


def _field(rows: Rows, kind: JudgementKind, part: str, matter: About) -> Judgement | None:
    """The last entry in force on the field that a judgement is of; None where any number may stand side by side."""
    j, g = schema.journal, schema.judged
    if kind in _APART:
        return None
    here = [each.statement for each in (*matter.anchors, *matter.others)]
    if matter.subject is Subject.CLAIM and kind not in GROUPING and kind is not JudgementKind.HIDE:
        found = [each for claim in matter.claims for each in _of_claim(rows, claim) if each.kind is kind]
        return found[-1] if found else None
    kinds = sorted(map(str, GROUPING)) if kind in GROUPING else [kind.value]
    same: list[ColumnElement[bool]] = [g.c.kind.in_(kinds), g.c.in_force.is_(True)]
    if kind not in GROUPING:
        same += [g.c.part == part, g.c.subject == matter.subject.value]
    if matter.subject is Subject.ARTICLE:
        wheres = [g.c.document == matter.document]
    elif matter.source is not None:
        wheres = [g.c.source == matter.source.id]
    else:
        wheres = [g.c.statement.in_(some) for some in batched(here, TOGETHER)]
    last = [row.last for where in wheres for row in rows(select(func.max(g.c.seq).label("last")).where(where, *same))]
    seq = max((each for each in last if each is not None), default=None)
    row = None if seq is None else next(iter(rows(entry_rows().where(j.c.seq == seq))), None)
    return None if row is None else as_judgement(row)


def _check_seen(rows: Rows, draft: Draft, seen: str | None, last: Judgement | None) -> None:
    if last is None or (last.value == draft.value and draft.value is not None):
        return
    j = schema.journal
    numbers = {row.id: row.seq for row in rows(select(j.c.id, j.c.seq).where(j.c.id.in_([last.id, seen or ""])))}
    if numbers[last.id] <= numbers.get(seen or "", 0):
        return
    what = f"{last.who} has decided the same field ({last.kind}) since you saw it"
    remedy = "Look at both, and decide again if you still would."
    raise Overtaken(Problem(draft.ids[0] if draft.ids else "source", what, "nothing was decided", remedy), draft, last)


def _of_claim(rows: Rows, claim: str) -> tuple[Judgement, ...]:
    j, g, m = schema.journal, schema.judged, schema.members
    mine = select(m.c.statement).where(m.c.claim == claim)
    on_claims = (g.c.subject == Subject.CLAIM.value, g.c.in_force.is_(True))
    seqs = sorted({row.seq for row in rows(select(g.c.seq).where(g.c.statement.in_(mine), *on_claims))})
    kept = []
    for seq in seqs:
        query = select(m.c.claim).join(g, g.c.statement == m.c.statement).where(g.c.seq == seq)
        counted = Counter(row.claim for row in rows(query))
        if max(counted, key=lambda each: (counted[each], each)) == claim:
            kept.append(seq)
    found: list[Judgement] = []
    for some in batched(kept, TOGETHER):
        found += map(as_judgement, rows(entry_rows().where(j.c.seq.in_(some)).order_by(j.c.seq)))
    return tuple(found)


def _rows(connection: Connection) -> Rows:
    def asked(query: Any) -> Iterator[Any]:
        yield from connection.execute(query).all()

    return asked
