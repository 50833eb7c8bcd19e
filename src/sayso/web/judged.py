"""Judged: what people decided about what a page shows, asked for as its templates come to it.

A page of an article asks once for all its statements; a page that shows nothing judged asks for nothing.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from fastapi import Request

from sayso.export import judgements
from sayso.ledger.sources import Source
from sayso.model.judgement import Entry, Judgement, Named, Subject
from sayso.model.person import Role
from sayso.model.problem import SaysoError
from sayso.model.statement import OriginKind
from sayso.workspace import Workspace

COOKIE = "done"
"""The entry that the person before the page has just made, until the next page has told of it."""


class Judged:
    """What is in force on things of one request; `may` says whether whoever asks may decide."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._documents: dict[str, Mapping[str, tuple[Judgement, ...]]] = {}

    @cached_property
    def may(self) -> bool:
        person = getattr(self._request.state, "person", None)
        return person is not None and person.role.may(Role.EDITOR)

    def on(self, statement: str, document: str) -> tuple[Judgement, ...]:
        """What is in force on a statement of an article."""
        if document not in self._documents:
            found: dict[str, list[Judgement]] = defaultdict(list)
            for each, judgement in self._workspace.judged_in(document):
                found[each].append(judgement)
            self._documents[document] = {each: tuple(made) for each, made in found.items()}
        return self._documents[document].get(statement, ())

    def claim(self, claim: str) -> tuple[Judgement, ...]:
        """What is in force on a claim."""
        return self._workspace.judged(claim, Subject.CLAIM)

    def article(self, document: str) -> tuple[Judgement, ...]:
        """What is in force on an article as a whole."""
        return self._workspace.judged(document, Subject.ARTICLE)

    def source(self, source: Named) -> tuple[Judgement, ...]:
        """What is in force on a source."""
        return self._workspace.judged(source)

    def named(self, source: Source) -> Named:
        """A source of the list of sources, as the journal knows it: a person, and an own voice, has no side there."""
        one = source.own_voice or source.kind is OriginKind.PERSON
        side = "" if one else (source.sides[0] if source.sides else "")
        return Named(source.name, source.kind, side, source.own_voice)

    def told(self, judgement: Judgement) -> str:
        """What was decided, in a line; of an undo what it took back."""
        if judgement.undoes is None:
            return judgements.decided(judgement)
        return judgements.in_line(self._workspace.entry(judgement.id))

    def line(self, entry: Entry) -> str:
        """What an entry did, in a line."""
        return judgements.in_line(entry)

    @property
    def _workspace(self) -> Workspace:
        found: Workspace = self._request.app.state.desk.workspace
        return found


def done(request: Request) -> Judgement | None:
    """The entry that the person has just made, if its page is still to be shown."""
    entry = request.cookies.get(COOKIE, "")
    if not (8 <= len(entry) <= 16 and all(each in "0123456789abcdef" for each in entry)):
        return None
    person = getattr(request.state, "person", None)
    if person is None:
        return None
    workspace: Workspace = request.app.state.desk.workspace
    try:
        found = workspace.entry(entry).judgement
    except SaysoError:  # a page that tells of a fault of the ledger must not fall over it
        return None
    return found if found.who == person.name else None
