"""Meant: what somebody who judges means by an id or its first digits."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, count
from typing import TYPE_CHECKING

from sayso.ledger.admissible import refused
from sayso.model.document import Document
from sayso.model.judgement import (
    SUBJECTS,
    Draft,
    Judgement,
    JudgementKind,
    Location,
    Named,
    Number,
    Subject,
    Value,
    called,
)
from sayso.model.problem import SaysoError

if TYPE_CHECKING:
    from sayso.ledger.ledger import Ledger


def meant(
    ledger: "Ledger",
    who: str,
    kind: JudgementKind,
    about: str | Named | Sequence[str],
    value: Value | None = None,
    why: str = "",
) -> Draft:
    """A draft on that; raises SaysoError where an id is of nothing, or of what cannot be judged so."""
    if isinstance(about, Named):
        return Draft(who, kind, Subject.SOURCE, (), value, why, about)
    given = (about,) if isinstance(about, str) else tuple(about)
    if not given:
        raise refused(kind, "it is not said what it is about", "Give the id.")
    found = [one(ledger, each) for each in given]
    subjects = {subject for subject, _ in found}
    can = SUBJECTS[kind]
    if can == {Subject.CLAIM} and Subject.ARTICLE not in subjects:
        grouping = kind in (JudgementKind.MERGE, JudgementKind.SPLIT)
        ids = [id_ if grouping or subject is Subject.CLAIM else _claim(ledger, id_) for subject, id_ in found]
        return Draft(who, kind, Subject.CLAIM, tuple(dict.fromkeys(ids)), value, why)
    (subject, id_), *more = found
    if more:
        raise refused(kind, "one thing at a time is judged so", "Give one id.")
    if isinstance(value, Location | Number) and value.added == "":
        value = replace(value, added=_anew(ledger.journal.of_statement(id_), value))
    return Draft(who, kind, subject, (id_,), value, why)


def _anew(made: Sequence[Judgement], value: Location | Number) -> str:
    """By what a place or figure that is added goes from now on: its own words, unless another that was added does."""
    taken = {each.value.added: called(each.value) for each in made if isinstance(each.value, type(value))}
    names = chain((called(value),), (f"{called(value)}, {n}" for n in count(2)))
    return next(name for name in names if taken.get(name, "") in ("", called(value)))


def one(ledger: "Ledger", prefix: str) -> tuple[Subject, str]:
    """What has the id that begins so."""
    try:
        found = ledger.find(prefix)
    except SaysoError:
        return Subject.CLAIM, ledger.claims.find(prefix).id
    return (Subject.ARTICLE if isinstance(found, Document) else Subject.STATEMENT), found.id


def id_of(ledger: "Ledger", about: str | Named) -> str:
    """The id by which the journal knows what that is."""
    return about.id if isinstance(about, Named) else one(ledger, about)[1]


def _claim(ledger: "Ledger", statement: str) -> str:
    found = ledger.claims.of(statement)
    if found is None:
        raise refused(statement, "this statement is hidden, and of no claim", "Show it again first.")
    return found.id
