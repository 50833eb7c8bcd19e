"""Proposing: what a person sees between what they typed and what is filed: which place, and whom it serves then.

A name leads to the places that bear it, a side to what the rule of interest makes of it; nothing is decided before a
form of the page is sent, and then as every other form is (`sayso.web.pages.judging`).
"""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse

from sayso.export import words as tell
from sayso.ledger.proposed import Proposed
from sayso.model.statement import Interest, Statement
from sayso.web.back import inside
from sayso.web.guard import Reader
from sayso.web.render import page
from sayso.workspace import Workspace

router = APIRouter()

Name = Annotated[str, Query(max_length=500)]
Ident = Annotated[str, Query(max_length=64)]
Part = Annotated[str, Query(max_length=10_000)]


@router.get("/judge/statement/{prefix}/place.json")
def places_json(request: Request, person: Reader, prefix: str, name: Name, was: Name = "") -> JSONResponse:
    """The places that a name can mean that somebody gives to a statement, nearest to its article's others first.

    `was` is the place, as it is now, that is fixed. Each row is a value for `/judge.json`, with what tells it apart.
    """
    found = _workspace(request).bearers(prefix, name, was or None)
    return JSONResponse([_row(each) for each in found])


@router.get("/judge/statement/{prefix}/place", include_in_schema=False)
def places(
    request: Request,
    person: Reader,
    prefix: str,
    name: Name = "",
    was: Name = "",
    instead_of: Part = "",
    added: Part = "",
    new: Annotated[str, Query(max_length=8)] = "",
    seen: Ident | None = None,
    back: str = "",
) -> Response:
    """Which of the places of this name it is: to be chosen, or none of them."""
    workspace = _workspace(request)
    statement, context = _of(workspace, prefix, seen, back)
    if not name.strip():
        return RedirectResponse(f"/judge/statement/{statement.id}", 303)
    return page(
        request,
        "judge/place.html",
        name=" ".join(name.split()),
        was=was,
        part={"instead_of": instead_of, "added": added, "new": new},
        bearers=workspace.bearers(statement.id, name, was or None),
        **context,
    )


@router.get("/judge/statement/{prefix}/side.json")
def side_json(request: Request, person: Reader, prefix: str, side: Name) -> JSONResponse:
    """Whom a statement serves if its origin is on that side, and by which line of the rule of interest."""
    found = _workspace(request).served(prefix, side)
    return JSONResponse({"side": found.side, "interest": found.interest, "rule": found.rule})


@router.get("/judge/statement/{prefix}/side", include_in_schema=False)
def side(
    request: Request,
    person: Reader,
    prefix: str,
    side: Name = "",
    seen: Ident | None = None,
    back: str = "",
) -> Response:
    """What becomes of the interest with another side, and why; whoever decides may set another."""
    workspace = _workspace(request)
    statement, context = _of(workspace, prefix, seen, back)
    if not side.strip():
        return RedirectResponse(f"/judge/statement/{statement.id}", 303)
    found = workspace.served(statement.id, side)
    return page(
        request,
        "judge/side.html",
        served=found,
        serves=_serves(found.interest),
        others=[(str(each), _serves(each)) for each in Interest if each is not found.interest],
        before=_serves(statement.interest),
        **context,
    )


def _of(workspace: Workspace, prefix: str, seen: str | None, back: str) -> tuple[Statement, dict[str, Any]]:
    """The statement, and what both pages show of it; the journal's state is taken before anything is shown."""
    last = workspace.last_entry() or ""
    reading = workspace.show(prefix).reading
    statement = workspace.said(prefix)
    said = " ".join(reading.document.text[start:end] for start, end in statement.content)
    to = inside(back, f"/article/{statement.document}#s-{statement.id}")
    return statement, {"statement": statement, "words": said, "back": to, "seen": last if seen is None else seen}


def _serves(interest: Interest | None) -> str:
    """In the words of every other page."""
    return tell.INTERESTS.get(interest or Interest.UNKNOWN, "not known whom it serves")


def _row(each: Proposed) -> dict[str, Any]:
    at = each.location
    return {
        "name": at.name,
        "geonames": at.geonames,
        "lat": at.lat,
        "lon": at.lon,
        "country": at.country,
        "precision": at.precision,
        "usual_name": each.usual,
        "state": each.state,
        "region": each.region,
        "population": each.population or None,
        "near": each.near,
        "kilometres": each.kilometres,
    }


def _workspace(request: Request) -> Workspace:
    found: Workspace = request.app.state.desk.workspace
    return found
