"""The desk as an application: its pages, the headers that keep hostile text dead, and one shape for every error."""

import importlib
import pkgutil
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

from fastapi import Depends, FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

import sayso
from sayso.intake.fetch import Rules
from sayso.model.party import Party
from sayso.model.problem import Problem, SaysoError
from sayso.model.store import StoreName
from sayso.web import pages
from sayso.web.adder import Adder
from sayso.web.desk import Desk, called
from sayso.web.door import Door
from sayso.web.guard import Reader, Refused, checked
from sayso.web.porter import Porter
from sayso.web.render import failed, path_of
from sayso.workspace import Workspace

if TYPE_CHECKING:
    from fastapi.telemetry import TelemetryConfig

HERE = Path(__file__).parent

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
"""What every answer carries: nothing is run, drawn or sent that is not the desk's own (Content Security Policy 3).

Without any referrer a browser would not tell the desk its own origin either when a form is sent (Fetch, 3.2).
"""

BY_TLS = {"Strict-Transport-Security": "max-age=31536000"}

SILENT: "TelemetryConfig" = {
    "tracing": False,
    "metrics": False,
    "logs": False,
    "operation_spans": False,
    "auto_configure": False,
}
"""FastAPI 0.165 can report requests, what they send and faults to where the environment says; sayso tells nobody
anything. Versions that know of no such thing take it for a remark."""

MISSING = {404: ("there is no such page", "Go to the claims."), 405: ("this cannot be done here", "Go to the claims.")}


def desk(
    location: str | StoreName, *, parties: tuple[Party, ...] = (), door: Door | None = None, rules: Rules | None = None
) -> FastAPI:
    """The desk on a ledger, by its path or URL; raises SaysoError where the ledger cannot be opened.

    `door` says by which names it may be called; without one it is open to this machine alone. `rules` are those by
    which pages are fetched.
    """
    workspace = Workspace(location, parties).open()
    store = workspace.location
    door = door or Door(shared=store.path is None)
    adder = Adder(store, parties, rules or Rules())
    app = FastAPI(
        title="sayso",
        version=sayso.__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        dependencies=[Depends(checked)],
        telemetry=SILENT,
        lifespan=lambda _: adder.alive(workspace),
    )
    app.state.desk = Desk(workspace, called(store), door, adder)
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    app.add_middleware(Porter, workspace=workspace, door=door)
    app.middleware("http")(_guarded)
    app.exception_handler(SaysoError)(_told)
    app.exception_handler(HTTPException)(_refused)
    app.exception_handler(RequestValidationError)(_unreadable)
    app.exception_handler(Exception)(_broken)
    for found in sorted(pkgutil.iter_modules(pages.__path__), key=lambda each: each.name):
        app.include_router(importlib.import_module(f"{pages.__name__}.{found.name}").router)
    app.add_api_route("/", _first, include_in_schema=False)
    return app


def _first(person: Reader) -> RedirectResponse:
    return RedirectResponse("/claims")


async def _guarded(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
    return _with_headers(request, await answer(request))


def _with_headers(request: Request, response: Response) -> Response:
    secure = request.app.state.desk.door.secure
    for name, value in (HEADERS | BY_TLS if secure else HEADERS).items():
        response.headers[name] = value
    if not path_of(request).startswith("/static/"):
        response.headers.setdefault("Cache-Control", "no-store")
    return response


def _told(request: Request, error: Exception) -> Response:
    assert isinstance(error, SaysoError)
    if isinstance(error, Refused):
        answer = failed(request, error.problem, error.status)
        answer.headers.update(error.headers)
        return answer
    missing = "has this id" in error.problem.what
    return failed(request, error.problem, 404 if missing else 400)


def _broken(request: Request, error: Exception) -> Response:
    """A fault of ours: its trace goes to the log, and nothing of it to the page."""
    what, remedy = "the desk broke down over this", "Please report it, with what the desk printed where it was started."
    return _with_headers(request, failed(request, Problem(path_of(request), what, "it may not be done", remedy), 500))


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    what, remedy = MISSING.get(error.status_code, (str(error.detail), "Go back and try again."))
    answer = failed(request, Problem(path_of(request), what, "nothing was changed", remedy), error.status_code)
    for name, value in (error.headers or {}).items():
        answer.headers[name] = value
    return answer


def _unreadable(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    told = "; ".join(f"{each['loc'][-1]}: {each['msg']}" for each in error.errors())
    return failed(request, Problem(path_of(request), told, "nothing was shown or changed", "Correct it."), 422)
