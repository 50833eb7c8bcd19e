"""The desk as an application: its pages, the headers that keep hostile text dead, and one shape for every error."""

import importlib
import pkgutil
from collections.abc import Awaitable, Callable
from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

import sayso
from sayso.model.party import Party
from sayso.model.problem import Problem, SaysoError
from sayso.web import pages
from sayso.web.desk import Desk
from sayso.web.render import failed
from sayso.workspace import Workspace

HERE = Path(__file__).parent

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
"""What every answer carries: nothing is run, drawn or sent that is not the desk's own (Content Security Policy 3)."""

MISSING = {404: ("there is no such page", "Go to the claims."), 405: ("this cannot be done here", "Go to the claims.")}


def desk(location: str, *, parties: tuple[Party, ...] = ()) -> FastAPI:
    """The desk on a ledger, by its path or URL; raises SaysoError where the ledger cannot be opened."""
    workspace = Workspace(location, parties).open()
    app = FastAPI(title="sayso", version=sayso.__version__, docs_url=None, redoc_url=None)
    app.state.desk = Desk(workspace, Path(location).stem)
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    app.middleware("http")(_guarded)
    app.exception_handler(SaysoError)(_told)
    app.exception_handler(HTTPException)(_refused)
    app.exception_handler(RequestValidationError)(_unreadable)
    for found in sorted(pkgutil.iter_modules(pages.__path__), key=lambda each: each.name):
        app.include_router(importlib.import_module(f"{pages.__name__}.{found.name}").router)
    app.add_api_route("/", lambda: RedirectResponse("/claims"), include_in_schema=False)
    return app


async def _guarded(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
    response = await answer(request)
    for name, value in HEADERS.items():
        response.headers[name] = value
    if not request.url.path.startswith("/static/"):
        response.headers.setdefault("Cache-Control", "no-store")
    return response


def _told(request: Request, error: Exception) -> Response:
    assert isinstance(error, SaysoError)
    missing = "has this id" in error.problem.what
    return failed(request, error.problem, 404 if missing else 400)


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    what, remedy = MISSING.get(error.status_code, (str(error.detail), "Go back and try again."))
    answer = failed(request, Problem(request.url.path, what, "nothing was changed", remedy), error.status_code)
    for name, value in (error.headers or {}).items():
        answer.headers[name] = value
    return answer


def _unreadable(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    told = "; ".join(f"{each['loc'][-1]}: {each['msg']}" for each in error.errors())
    return failed(request, Problem(request.url.path, told, "nothing was shown or changed", "Correct it."), 422)
