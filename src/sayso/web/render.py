"""Pages out of templates; whatever comes from an article is escaped, and what would hide in it is written out."""

from functools import cache
from typing import Any
from urllib.parse import urlsplit

from fastapi import Request
from fastapi.responses import HTMLResponse, JSONResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sayso.export import words
from sayso.export.dead import dead, still
from sayso.model.document import Interval
from sayso.model.person import Person, Role
from sayso.model.problem import Problem
from sayso.web.discreet import as_told
from sayso.web.judged import COOKIE, Judged, done
from sayso.web.sides import GREY

NAV = (
    ("Claims", "/claims"),
    ("Conflicts", "/conflicts"),
    ("Figures", "/figures"),
    ("Map", "/map"),
    ("Timeline", "/timeline"),
    ("Sources", "/sources"),
    ("Articles", "/articles"),
    ("Journal", "/journal"),
    ("Add", "/add"),
)

THEMES = ("auto", "light", "dark")

FAILURE = "application/problem+json"
"""RFC 9457's media type for an error as JSON."""


def page(request: Request, template: str, /, status: int = 200, **context: Any) -> HTMLResponse:
    """A page of the desk; `template` extends base.html."""
    state, desk = request.state, request.app.state.desk
    shared = {
        "request": request,
        "nav": _ways(getattr(state, "person", None)),
        "here": path_of(request),
        "desk": desk.name,
        "theme": _theme(request),
        "person": getattr(state, "person", None),
        "asked": getattr(state, "asked", False),
        "csrf": getattr(state, "csrf", Markup),
        "flash": done(request),
        "judged": Judged(request),
        "side_class": lambda side: desk.palette().of_side(side),  # a page that tells of a fault must not ask the ledger
    }
    answer = HTMLResponse(environment().get_template(template).render(shared | context), status)
    if COOKIE in request.cookies:
        answer.delete_cookie(COOKIE)
    return answer


def failed(request: Request, problem: Problem, status: int) -> HTMLResponse | JSONResponse:
    """A problem as a page, or as JSON where that was asked for; where the ledger lies is told to admins alone."""
    problem = as_told(request, problem)
    if is_for_programs(request):
        row = {"where": problem.where, "what": problem.what, "effect": problem.effect, "remedy": problem.remedy}
        return JSONResponse({"type": "problem", "status": status, **row}, status, media_type=FAILURE)
    return page(request, "problem.html", status, problem=problem, code=status)


def _ways(person: Person | None) -> tuple[tuple[str, str], ...]:
    """The pages that this person may go to."""
    return NAV if person is None or person.role.may(Role.EDITOR) else tuple(way for way in NAV if way[1] != "/add")


def path_of(request: Request) -> str:
    """The path that was asked for, also where the Host header is no name, so that there is no address."""
    path: str = request.scope["path"]
    return path


def is_for_programs(request: Request) -> bool:
    """Whether JSON was asked for, and not a page."""
    return path_of(request).endswith(".json")


@cache
def environment() -> Environment:
    """Jinja with escaping always on and a name that is not there an error."""
    made = Environment(
        loader=PackageLoader("sayso.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "dead": lambda text: dead(text or ""),
        "still": lambda text: still(text or ""),
        "day": words.day,
        "origin": words.origin,
        "short": lambda ident: ident[:8],
        "link": safe_link,
    }
    made.globals |= {
        "days": words.days,
        "counted": words.counted,
        "written": lambda when: _written(when),
        "interests": {str(each): told for each, told in words.INTERESTS.items()},
        "nobody": {str(each): told for each, told in words.NOBODY_NAMED.items()},
        "grey": GREY,
    }
    return made


def safe_link(url: str | None) -> str | None:
    """An address that may be a link: http or https with a host and nothing hidden in it; None for any other."""
    if not url or dead(url) != url or " " in url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def _written(when: Interval) -> str:
    return words.days(when.earliest, when.latest) if when.earliest or when.latest else ""


def _theme(request: Request) -> str:
    chosen = request.cookies.get("theme", "")
    return chosen if chosen in THEMES else THEMES[0]
