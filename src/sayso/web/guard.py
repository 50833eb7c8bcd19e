"""Who is at the desk, and what they may do: a reader looks, an editor judges and adds, an admin names people.

Every handler of a page takes one of `Reader`, `Editor` and `Admin`; a test walks the routes for one that does not. What
changes something must also carry the word of the visit (`tokens.word`), which the desk asks of every such request.
"""

from collections.abc import Callable
from typing import Annotated

from fastapi import Depends, Request

from sayso.model.person import Person, Role
from sayso.model.problem import Problem, SaysoError
from sayso.web import tokens
from sayso.web.render import path_of

__all__ = ["Admin", "Editor", "Person", "Reader", "Refused", "Role", "checked"]

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing here (RFC 9110, 9.2.1)."""

HEADER = "X-CSRF-Token"
FIELD = "csrf"


class Refused(SaysoError):
    """A row with the status of HTTP that goes with it."""

    def __init__(self, status: int, problem: Problem, headers: dict[str, str] | None = None) -> None:
        super().__init__(problem)
        self.status = status
        self.headers = headers or {}


def _least(role: Role) -> Callable[[Request], Person]:
    def whoever(request: Request) -> Person:
        person: Person | None = getattr(request.state, "person", None)
        if person is None:
            what, remedy = "the desk does not know who you are", "Log in."
            raise Refused(401, Problem(path_of(request), what, "nothing was shown or changed", remedy))
        if not person.role.may(role):
            what = (
                f"this is for {'editors' if role is Role.EDITOR else 'admins'}, and {person.name} is {_a(person.role)}"
            )
            remedy = "An admin can give another role, under People."
            raise Refused(403, Problem(path_of(request), what, "nothing was shown or changed", remedy))
        return person

    whoever.__name__ = f"at_least_{role}"
    return whoever


def _a(role: Role) -> str:
    return f"a{'n' if role[0] in 'ae' else ''} {role}"


a_reader, an_editor, an_admin = (_least(role) for role in Role)

Reader = Annotated[Person, Depends(a_reader)]
Editor = Annotated[Person, Depends(an_editor)]
Admin = Annotated[Person, Depends(an_admin)]


async def checked(request: Request) -> None:
    """Raises Refused where a request that may change something does not carry the word of its visit."""
    if request.method in SAFE:
        return
    by_header = request.headers.get(HEADER)
    given = (await request.form()).get(FIELD) if by_header is None else by_header
    token: str | None = getattr(request.state, "token", None)
    if token is None or not isinstance(given, str) or not tokens.is_word(token, given):
        what = "this form was not made for this visit: it is from before a login, or from another site"
        remedy = "Go back, load the page again, and send it from there."
        raise Refused(403, Problem(path_of(request), what, "nothing was changed", remedy))
