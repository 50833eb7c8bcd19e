"""Logging in and out."""

from threading import BoundedSemaphore
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse

from sayso.model.problem import Problem
from sayso.web import tokens
from sayso.web.back import inside
from sayso.web.guard import HEADER, Reader
from sayso.web.porter import LOGIN, cookie
from sayso.web.render import page

router = APIRouter()

AT_ONCE = BoundedSemaphore(2)
"""Passwords that are looked at together: each takes 64 MiB, and a stranger must not be able to take it all."""

WRONG = "This name and password do not go together."


@router.get(LOGIN, include_in_schema=False)
def login_page(request: Request, next: Annotated[str, Query(max_length=2000)] = "") -> Response:
    """The form; whoever is logged in goes on."""
    if request.state.person is not None:
        return RedirectResponse(inside(next), 303)
    return page(request, "login.html", next=inside(next), name="", wrong=None)


@router.post(LOGIN, include_in_schema=False)
def login(
    request: Request,
    name: Annotated[str, Form(max_length=200)] = "",
    password: Annotated[str, Form(max_length=2000)] = "",
    next: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Begin a session of its own, whatever visit the browser came with."""
    desk = request.app.state.desk
    address = request.client.host if request.client else ""
    wait = desk.throttle.wait(name, address)
    if wait:
        told = f"Too many attempts. Wait {_told(wait)}, then try again."
        answer = page(request, "login.html", 429, next=inside(next), name=name, wrong=told)
        answer.headers["Retry-After"] = str(wait)
        return answer
    with AT_ONCE:
        token = desk.workspace.people.enter(name, password)
    if token is None:
        return page(request, "login.html", 403, next=inside(next), name=name, wrong=WRONG)
    desk.throttle.forgive(name, address)
    if request.state.person is not None:
        desk.workspace.people.leave(request.state.token)
    onward = RedirectResponse(inside(next), 303)
    onward.headers.append("set-cookie", cookie(desk.door, token))
    return onward


@router.post("/logout", include_in_schema=False)
def logout(request: Request, person: Reader) -> Response:
    """End the session, here and in the ledger."""
    desk = request.app.state.desk
    desk.workspace.people.leave(request.state.token)
    answer = RedirectResponse(LOGIN, 303)
    answer.headers.append("set-cookie", cookie(desk.door, None))
    answer.headers["Clear-Site-Data"] = '"cache"'
    return answer


@router.get("/session.json")
def session(request: Request, person: Reader) -> JSONResponse:
    """Who one is, what one may do, and the word to send as X-CSRF-Token with whatever changes something."""
    word = tokens.word(request.state.token)
    request.state.csrf()
    return JSONResponse({"person": person.name, "role": str(person.role), "header": HEADER, "csrf": word})


def too_short(problem: Problem) -> str:
    """A row about a name or password, as a sentence over its form."""
    return f"{problem.what[:1].upper()}{problem.what[1:]}. {problem.remedy}"


def _told(seconds: int) -> str:
    return f"{seconds} seconds" if seconds < 90 else f"{round(seconds / 60)} minutes"
