"""People: who may work at the desk; admins add them, change what they may do, shut them out, give a new password."""

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse

from sayso.export.answers import roll_row
from sayso.export.words import CHANGES
from sayso.model.person import Changed
from sayso.model.problem import SaysoError
from sayso.web.guard import Admin, Role
from sayso.web.pages.login import AT_ONCE, too_short
from sayso.web.render import page

router = APIRouter()

SHOWN = 50
"""Entries of the roll on a page."""


@router.get("/people.json", include_in_schema=False)
def people_json(request: Request, person: Admin) -> JSONResponse:
    """Everybody, without anything of their passwords."""
    return JSONResponse(
        [
            {
                "name": each.name,
                "role": str(each.role),
                "disabled": each.disabled,
                "since": each.since.isoformat(),
                "seen": each.seen.isoformat() if each.seen else None,
            }
            for each in request.app.state.desk.workspace.people.listed()
        ]
    )


@router.get("/people", include_in_schema=False)
def people(request: Request, person: Admin) -> Response:
    """Everybody, and the forms."""
    return _shown(request)


@router.get("/people/roll.json", include_in_schema=False)
def roll_json(request: Request, person: Admin, before: Annotated[int, Query(ge=1)] | None = None) -> JSONResponse:
    """Who changed what of the people, the last first, a page at a time; never anything of a password."""
    return JSONResponse([roll_row(each) for each in _roll(request, before)[:SHOWN]])


@router.get("/people/roll", include_in_schema=False)
def roll(request: Request, person: Admin, before: Annotated[int, Query(ge=1)] | None = None) -> Response:
    """The same as a table."""
    found = _roll(request, before)
    following = found[SHOWN - 1].number if len(found) > SHOWN else None
    return page(request, "roll.html", entries=found[:SHOWN], next=following, first=before is None, told=CHANGES)


@router.post("/people", include_in_schema=False)
def add(
    request: Request,
    person: Admin,
    name: Annotated[str, Form(max_length=200)] = "",
    password: Annotated[str, Form(max_length=2000)] = "",
    role: Annotated[Role, Form()] = Role.READER,
) -> Response:
    """Let somebody in."""
    try:
        with AT_ONCE:
            request.app.state.desk.workspace.people.add(name, password, role, person.name)
    except SaysoError as error:
        return _shown(request, too_short(error.problem), 422)
    return RedirectResponse("/people", 303)


@router.post("/people/role", include_in_schema=False)
def change_role(
    request: Request, person: Admin, name: Annotated[str, Form(max_length=200)], role: Annotated[Role, Form()]
) -> Response:
    """Say what somebody may do; their sessions end."""
    try:
        request.app.state.desk.workspace.people.set_role(name, role, person.name)
    except SaysoError as error:
        return _shown(request, too_short(error.problem), 422)
    return RedirectResponse("/people", 303)


@router.post("/people/admission", include_in_schema=False)
def admit(
    request: Request,
    person: Admin,
    name: Annotated[str, Form(max_length=200)],
    to: Annotated[Literal["in", "out"], Form()],
) -> Response:
    """Shut somebody out, or let them in again."""
    try:
        request.app.state.desk.workspace.people.set_disabled(name, to == "out", person.name)
    except SaysoError as error:
        return _shown(request, too_short(error.problem), 422)
    return RedirectResponse("/people", 303)


@router.post("/people/password", include_in_schema=False)
def give_password(
    request: Request,
    person: Admin,
    name: Annotated[str, Form(max_length=200)],
    password: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Give somebody a new password; their sessions end."""
    try:
        with AT_ONCE:
            request.app.state.desk.workspace.people.set_password(name, password, person.name)
    except SaysoError as error:
        return _shown(request, too_short(error.problem), 422)
    return RedirectResponse("/people", 303)


def _roll(request: Request, before: int | None) -> tuple[Changed, ...]:
    found: tuple[Changed, ...] = request.app.state.desk.workspace.people.roll(SHOWN + 1, before)
    return found


def _shown(request: Request, told: str | None = None, status: int = 200) -> Response:
    listed = request.app.state.desk.workspace.people.listed()
    return page(request, "people.html", status, people=listed, roles=[str(role) for role in Role], told=told)
