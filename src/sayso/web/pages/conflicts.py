"""Conflicts: where claims part, both accounts side by side."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import JSONResponse

from sayso.export.exchange import conflict_row, statement_row
from sayso.ledger.claims import PartingPage
from sayso.model.claim import ConflictKind
from sayso.web.asked import LONGEST, Asked, asked
from sayso.web.guard import Reader
from sayso.web.render import page

router = APIRouter()

SHOWN = 25


def _asked(
    kind: Annotated[str, Query(max_length=16, description="figure, denial or account.")] = "",
    place: Annotated[str, Query(max_length=LONGEST, description="Of which one claim is said of this place.")] = "",
    words: Annotated[str, Query(max_length=LONGEST, description="Of which one claim has these words.")] = "",
    after: Annotated[str, Query(max_length=LONGEST, description="Where the page before ended.")] = "",
) -> Asked:
    return asked(place=place, words=words, parts=kind, after=after).on("/conflicts", parts="kind")


@router.get("/conflicts.json")
def conflicts_json(
    request: Request,
    person: Reader,
    kind: str = "",
    place: str = "",
    words: str = "",
    after: str = "",
) -> JSONResponse:
    """The same as JSON: conflicts of the exchange format, both statements, and in how many pairs two claims part so."""
    wanted = _asked(kind, place, words, after)
    found = _found(request, wanted)
    rows = [
        {
            **conflict_row(each.conflict),
            "pairs": each.pairs,
            "claims": list(each.claims or ()),
            "statements": [{**statement_row(one.statement), "words": one.words} for one in (each.a, each.b)],
        }
        for each in found.parted
    ]
    return JSONResponse({"conflicts": rows, "after": found.after, "looked_at": found.looked_at})


@router.get("/conflicts", include_in_schema=False)
def conflicts(
    request: Request, person: Reader, kind: str = "", place: str = "", words: str = "", after: str = ""
) -> Response:
    """The pairs of accounts, those first of which most statements tell."""
    wanted = _asked(kind, place, words, after)
    found = _found(request, wanted)
    return page(
        request,
        "conflicts.html",
        asked=wanted,
        found=found,
        following=wanted.address(after=found.after) if found.after else None,
        kinds=[each.value for each in ConflictKind],
    )


def _found(request: Request, wanted: Asked) -> PartingPage:
    kind = wanted.wanted.parts
    desk: Any = request.app.state.desk
    found: PartingPage = desk.workspace.partings(kind, wanted.of_claims(), wanted.after, SHOWN)
    return found
