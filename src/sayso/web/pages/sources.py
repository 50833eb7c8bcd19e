"""Sources: every origin that the ledger has met, and one with its claims and what it admits."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import JSONResponse

from sayso.export.answers import source_row
from sayso.export.dead import dead
from sayso.export.exchange import claim_row, statement_row
from sayso.ledger.sources import Source
from sayso.model.statement import Interest
from sayso.web.cursor import behind, cursor
from sayso.web.guard import Reader
from sayso.web.render import page
from sayso.workspace import Workspace

router = APIRouter()

SHOWN = 50
SIDES = 200
"""Sides offered where one is chosen."""
RELAYS, RELAYS_OF_ONE = 4, 40
"""Relays named in the list, and beside one origin."""

CLAIMS, ADMITTED = 30, 10

Id = Annotated[str, Query(max_length=64)]
After = Annotated[str, Query(max_length=2000)]


@router.get("/sources.json")
def sources_json(
    request: Request, person: Reader, side: Annotated[str, Query(max_length=200)] = "", after: After = ""
) -> JSONResponse:
    """A page of the origins, and the word that asks for the next one."""
    context = _list(request, side, after)
    rows = [{**source_row(each), "id": each.id, "interests": each.interests} for each in context["sources"]]
    return JSONResponse({"sources": rows, "next": context["next"]})


@router.get("/sources", include_in_schema=False)
def sources(
    request: Request, person: Reader, side: Annotated[str, Query(max_length=200)] = "", after: After = ""
) -> Response:
    """The table of origins, those with the most statements first."""
    known = [name for name, _ in request.app.state.desk.workspace.sides()[:SIDES] if dead(name) == name]
    return page(request, "sources.html", sides=known, **_list(request, side, after))


@router.get("/source.json")
def source_json(
    request: Request, person: Reader, id: Id, after: After = "", admitted: Annotated[str, Query(max_length=64)] = ""
) -> JSONResponse:
    """One origin, a page of its claims, and a page of its statements that go against its own side."""
    context = _one(request, id, after, admitted)
    source: Source = context["source"]
    return JSONResponse(
        {
            **source_row(source),
            "id": source.id,
            "interests": source.interests,
            "claims_page": [claim_row(claim) for claim in context["claims"]],
            "next": context["next"],
            "admissions": [{**statement_row(f.statement), "words": f.words} for f in context["admissions"]],
            "next_admitted": context["next_admitted"],
        }
    )


@router.get("/source", include_in_schema=False)
def source(
    request: Request, person: Reader, id: Id, after: After = "", admitted: Annotated[str, Query(max_length=64)] = ""
) -> Response:
    """One origin: how much it says and whom that serves, through whom, its claims, and what it admits."""
    return page(request, "source.html", **_one(request, id, after, admitted))


def _list(request: Request, side: str, after: str) -> dict[str, Any]:
    place = behind(after, int, str, str)
    found = _workspace(request).origins.listed(side.strip() or None, place, SHOWN + 1, RELAYS)  # type: ignore[arg-type]
    shown = found[:SHOWN]
    following = cursor(shown[-1].last) if len(found) > SHOWN else None
    return {"sources": shown, "next": following, "side": side.strip(), "first": place is None}


def _one(request: Request, ident: str, after: str, admitted: str) -> dict[str, Any]:
    origins, place = _workspace(request).origins, behind(after, int, str)
    source = origins.one(ident, RELAYS_OF_ONE)
    claims = origins.claims(ident, place, CLAIMS + 1)  # type: ignore[arg-type]
    admissions = origins.statements(ident, Interest.AGAINST, admitted or None, ADMITTED + 1)
    following = cursor((claims[CLAIMS - 1][1], claims[CLAIMS - 1][0].id)) if len(claims) > CLAIMS else None
    return {
        "source": source,
        "claims": [claim for claim, _ in claims[:CLAIMS]],
        "next": following,
        "first": place is None,
        "admissions": admissions[:ADMITTED],
        "next_admitted": admissions[ADMITTED - 1].statement.id if len(admissions) > ADMITTED else None,
    }


def _workspace(request: Request) -> Workspace:
    found: Workspace = request.app.state.desk.workspace
    return found
