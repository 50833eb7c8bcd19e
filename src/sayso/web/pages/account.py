"""One's own account: what one may do, a new password, logging out."""

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from sayso.model.problem import SaysoError
from sayso.web.discreet import as_told
from sayso.web.guard import Reader
from sayso.web.pages.login import AT_ONCE, too_short
from sayso.web.porter import cookie
from sayso.web.render import page

router = APIRouter()


@router.get("/account", include_in_schema=False)
def account(request: Request, person: Reader) -> Response:
    """Who one is here; on a ledger without people there is nothing to change."""
    return page(request, "account.html", told=None)


@router.post("/account", include_in_schema=False)
def change_password(
    request: Request,
    person: Reader,
    password: Annotated[str, Form(max_length=2000)] = "",
    new: Annotated[str, Form(max_length=2000)] = "",
    again: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """A new password: every session ends but this one, which gets a new token."""
    desk = request.app.state.desk
    people = desk.workspace.people
    if not request.state.asked:
        return RedirectResponse("/account", 303)
    address = request.client.host if request.client else ""
    told: str | None = None
    if new != again:
        told = "The new password was not written twice in the same way."
    elif desk.throttle.wait(person.name, address):
        told = "Too many attempts. Wait a quarter of an hour."
    else:
        try:
            with AT_ONCE:
                if people.is_right(person.name, password):
                    people.set_password(person.name, new, person.name)
                else:
                    told = "This is not your password."
        except SaysoError as error:
            told = too_short(as_told(request, error.problem))
    if told is not None:
        return page(request, "account.html", 422, told=told)
    desk.throttle.forgive(person.name, address)
    token = people.enter(person.name, new)
    answer = RedirectResponse("/account" if token else "/login", 303)
    answer.headers.append("set-cookie", cookie(desk.door, token))
    return answer
