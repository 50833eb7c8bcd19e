"""Discreet: a problem as it is told to somebody who need not know where the ledger lies.

"postgresql://desk@db.example/war: the connection to the server was lost (…)" is for admins, who see to it; a reader, an
editor, and whoever has not said who they are, are told "war: the connection to the server was lost".
"""

import re
from dataclasses import replace
from urllib.parse import urlsplit

from fastapi import Request

from sayso.model.person import Person, Role
from sayso.model.problem import Problem
from sayso.model.store import StoreName

_SERVERS_OWN = re.compile(r" \(.*\)$")
"""What a database says in its own words: it may name machines, users and files."""


def discreet(problem: Problem, store: StoreName, name: str, person: Person | None) -> Problem:
    """The same row without the path or URL of the ledger, which is then called by its name; whole for an admin."""
    if person is not None and person.role.may(Role.ADMIN):
        return problem
    hidden = _names(store)
    what = _SERVERS_OWN.sub("", problem.what) if problem.where in hidden else problem.what
    told = {"where": problem.where, "what": what, "effect": problem.effect, "remedy": problem.remedy}
    for each in hidden:
        whole = re.compile(rf"(?<![\w./-]){re.escape(each)}(?![\w/-]|\.\w)")
        told = {field: whole.sub(lambda _: name, text) for field, text in told.items()}
    return replace(problem, **told)


def as_told(request: Request, problem: Problem) -> Problem:
    """The row as whoever asks is told it."""
    desk = request.app.state.desk
    return discreet(problem, desk.workspace.location, desk.name, getattr(request.state, "person", None))


def _names(store: StoreName) -> tuple[str, ...]:
    """All by which the ledger could be found, the longest first."""
    found = {store.given, str(store)}
    if store.path is not None:
        found |= {str(store.path), str(store.path.absolute()), str(store.path.resolve())}
    else:
        try:
            parts = urlsplit(str(store))
            found |= {parts.netloc, parts.hostname or ""}
        except ValueError:
            pass
    return tuple(sorted(found - {""}, key=len, reverse=True))
