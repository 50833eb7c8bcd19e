"""The porter: what every request is asked at the door, before a page sees it.

The name by which the desk is called, the site from which a change is sent, the length of what is sent, and whose
session it is. A page is handed `request.state.person`, `.token` and `.csrf()`, the hidden field for its forms.
"""

import getpass
from http.cookies import SimpleCookie
from urllib.parse import quote

from anyio import to_thread
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.model.person import Person, Role
from sayso.model.problem import Problem, SaysoError
from sayso.web import tokens
from sayso.web.door import Door
from sayso.web.guard import FIELD, SAFE, Refused
from sayso.web.render import failed, is_for_programs, path_of
from sayso.workspace import Workspace

LOGIN = "/login"
OPEN = frozenset({LOGIN, "/theme"})
"""Where one who is not logged in may go; the static files beside these."""

MOST_BYTES = 1_000_000
"""Bytes of what a form sends; a judgement and its note have a few thousand."""

MOST_BYTES_ADDED = 120_000_000
"""Bytes of what is handed in at `/add`: six of the largest articles, or hundreds of the usual ones."""

_REFUSED = "nothing was shown or changed"


class Porter:
    """ASGI middleware around the desk's pages."""

    def __init__(self, app: ASGIApp, workspace: Workspace, door: Door) -> None:
        self.app, self.workspace, self.door = app, workspace, door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        request = Request(scope)
        scope.setdefault("state", {})
        try:
            self._check(request)
            if path_of(request).startswith("/static/"):
                await self.app(scope, receive, send)
                return
            cookie = tokens.sound(request.cookies.get(self.door.cookie))
            visit = _Visit(cookie or tokens.fresh(), is_new=cookie is None)
            scope["state"] |= {"token": visit.token, "csrf": visit.field, "person": None}
            asked, person = await to_thread.run_sync(self._whose, cookie)
            scope["state"] |= {"asked": asked, "person": person}
            if person is None and path_of(request) not in OPEN:
                answer = await self._turned_away(request)
            else:
                await self.app(scope, _bounded(receive, _most(request)), visit.with_cookie(send, self.door))
                return
        except SaysoError as error:
            answer = await _failed(request, error)
        await answer(scope, receive, send)

    def _check(self, request: Request) -> None:
        host = request.headers.get("host", "")
        if not self.door.admits(host):
            what = "this is not a name of this desk"
            raise Refused(421, Problem(host or "no name", what, _REFUSED, f"Go to {self.door.address}"))
        if request.method in SAFE:
            return
        site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
        own = origin is None or self.door.is_own_origin(origin, host)
        if not own or (site is not None and site not in ("same-origin", "none")):
            what, remedy = "this was sent from another site", "Do it on a page of the desk."
            raise Refused(403, Problem(path_of(request), what, _REFUSED, remedy))
        length = request.headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > _most(request):
            raise _too_long(request)

    def _whose(self, token: str | None) -> tuple[bool, Person | None]:
        """Whether the desk asks who one is, and who one is."""
        people = self.workspace.people
        person = None if token is None else people.whose(token)
        if person is not None or people.any():
            return True, person
        if self.door.own:
            return False, Person(own_name(), Role.ADMIN)
        raise Refused(503, nobody(str(self.workspace.location)))

    async def _turned_away(self, request: Request) -> Response:
        if request.method in SAFE and not is_for_programs(request):
            wanted = path_of(request) + (f"?{request.url.query}" if request.url.query else "")
            return RedirectResponse(LOGIN if wanted == "/" else f"{LOGIN}?next={quote(wanted, safe='/')}", 303)
        problem = Problem(path_of(request), "the desk does not know who you are", _REFUSED, "Log in, and do it again.")
        return await _failed(request, Refused(401, problem))


class _Visit:
    """The token of a request; a new one goes to the browser with the first form that needs it."""

    def __init__(self, token: str, *, is_new: bool) -> None:
        self.token, self._is_new, self._is_used = token, is_new, False

    def field(self) -> Markup:
        self._is_used = True
        return Markup('<input type="hidden" name="{}" value="{}">').format(FIELD, tokens.word(self.token))

    def with_cookie(self, send: Send, door: Door) -> Send:
        named = f"{door.cookie}=".encode()

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start" and self._is_new and self._is_used:
                headers = list(message["headers"])
                if not any(name == b"set-cookie" and value.startswith(named) for name, value in headers):
                    message["headers"] = [*headers, (b"set-cookie", cookie(door, self.token).encode())]
            await send(message)

        return sent


def cookie(door: Door, token: str | None) -> str:
    """The header that gives a browser its visit, or takes it away: unseen by scripts, not sent from other sites."""
    made: SimpleCookie = SimpleCookie()
    made[door.cookie] = token or ""
    kept = made[door.cookie]
    kept["path"], kept["httponly"], kept["samesite"] = "/", True, "Lax"
    if door.secure:
        kept["secure"] = True
    if token is None:
        kept["max-age"] = 0
    return kept.OutputString()


def own_name() -> str:
    """Whoever started the desk, by the name that the system has for them."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "desk"


def nobody(where: str) -> Problem:
    """The row for a desk that others can reach, and that knows nobody."""
    return Problem(
        where,
        "others can reach this desk, and its ledger has no people",
        "the desk lets nobody in",
        f"Name an admin first: sayso people {where} NAME --add; or open it for yourself alone, a file on 127.0.0.1.",
    )


def _most(request: Request) -> int:
    return MOST_BYTES_ADDED if path_of(request).startswith("/add") else MOST_BYTES


def _too_long(request: Request) -> Refused:
    what = f"more than {_most(request) / 1e6:,.0f} MB at once"
    return Refused(413, Problem(path_of(request), what, "nothing was changed", "Send less at a time."))


def _bounded(receive: Receive, most: int) -> Receive:
    """The same, broken off where more comes than was announced."""
    got = 0

    async def received() -> Message:
        nonlocal got
        message = await receive()
        got += len(message.get("body", b""))
        return {"type": "http.disconnect"} if got > most else message

    return received


async def _failed(request: Request, error: SaysoError) -> Response:
    status = error.status if isinstance(error, Refused) else 503
    return await to_thread.run_sync(failed, request, error.problem, status)
