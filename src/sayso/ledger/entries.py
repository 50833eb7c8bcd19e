"""The journal's entries: written one after the other, read back, and never changed.

An entry is in force unless an entry that is in force takes it back; so an undo can be undone. Each entry's id covers
the id before it: who changed one with the database's own tools would have to change all that came after.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, insert, select

from sayso.ledger import schema
from sayso.ledger.canonical import canonical, revived
from sayso.ledger.filing import TOGETHER, batched
from sayso.ledger.wanted import Rows
from sayso.model.ids import content_id
from sayso.model.judgement import VALUES, About, Judgement, JudgementKind, Subject, Value, part_of

REST = "rest"
"""The part of a split from which statements were taken off."""


def last(connection: Connection) -> str | None:
    """The id of the last entry."""
    j = schema.journal
    found: str | None = connection.execute(select(j.c.id).order_by(j.c.seq.desc()).limit(1)).scalar()
    return found


def append(
    connection: Connection,
    who: str,
    when: datetime,
    why: str,
    kind: JudgementKind,
    about: About,
    value: Value | None = None,
) -> tuple[int, Judgement]:
    """Write an entry, with what it rests on; its number and itself."""
    said, told = canonical(about), None if value is None else canonical(value)
    id_ = content_id("judgement", last(connection) or "", who, when.isoformat(), why, kind.value, said, told or "")
    row = {"id": id_, "who": who, "at": when, "why": why, "kind": kind.value, "about": said, "value": told}
    j = schema.journal
    made = connection.execute(insert(j).values(**row, undoes=about.entry))
    (seq,) = made.inserted_primary_key or (0,)
    judgement = Judgement(id_, who, when, why, kind, about, value)
    rows = list(_resting(int(seq), judgement))
    for some in batched(rows, TOGETHER):
        connection.execute(insert(schema.judged), list(some))
    return int(seq), judgement


def _resting(seq: int, judgement: Judgement) -> Iterable[dict[str, Any]]:
    about = judgement.about
    common = {
        "seq": seq,
        "kind": judgement.kind.value,
        "subject": about.subject.value,
        "part": part_of(judgement.value),
        "in_force": True,
        "document": None,
        "statement": "",
        "source": None,
    }
    if about.subject is Subject.ARTICLE:
        yield common | {"position": 0, "document": about.document}
    elif about.source is not None:
        yield common | {"position": 0, "source": about.source.id}
    for at, anchor in enumerate((*about.anchors, *about.others)):
        part = REST if at >= len(about.anchors) else common["part"]
        yield common | {"position": at, "document": anchor.document, "statement": anchor.statement, "part": part}


def entry_rows() -> Select[Any]:
    """The rows from which `as_judgement` makes entries."""
    return select(schema.journal)


def as_judgement(row: Any) -> Judgement:
    """An entry, from its row."""
    kind = JudgementKind(row.kind)
    value: Value | None = None if row.value is None else revived(VALUES[kind], row.value)
    return Judgement(row.id, row.who, row.at, row.why, kind, revived(About, row.about), value)


def taken_back(rows: Rows, ids: Collection[str]) -> Mapping[str, Judgement]:
    """Of these entries, those that are not in force, each with the entry that took it back."""
    undoing = [as_judgement(row) for row in _undoing(rows, ids)]
    if not undoing:
        return {}
    void = taken_back(rows, [each.id for each in undoing])
    return {each.about.entry or "": each for each in undoing if each.id not in void}


def _undoing(rows: Rows, ids: Collection[str]) -> Iterable[Any]:
    j = schema.journal
    for some in batched(sorted(ids), TOGETHER):
        yield from rows(select(j).where(j.c.undoes.in_(some)).order_by(j.c.seq))
