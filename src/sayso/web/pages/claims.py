"""Claims: the ledger as a table, those first that most need a person; filtered and ordered by its address."""

from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from sayso.export.answers import brief_row
from sayso.ledger.briefs import Order
from sayso.model.claim import ConflictKind, Standing
from sayso.model.statement import Event, Interest
from sayso.web.asked import INTERESTS, Asked, AskedFor
from sayso.web.guard import Reader
from sayso.web.render import page

router = APIRouter()

SHOWN = 50
SIDES = 40

ORDERS = {
    Order.NEED: "most in need of a person",
    Order.NEWEST: "newest",
    Order.ARTICLES: "most articles",
    Order.ROOTS: "most roots",
}


@router.get("/claims.json")
def claims_json(request: Request, person: Reader, asked: AskedFor) -> JSONResponse:
    """The same as JSON: claims in short, how many there are as far as counted, and where the next page begins."""
    found = _found(request, asked)
    return JSONResponse(
        {
            "claims": [brief_row(each) for each in found.briefs],
            "of": found.of,
            "or_more": found.or_more,
            "looked_at": found.looked_at,
            "after": found.after,
        }
    )


@router.get("/claims", include_in_schema=False)
def claims(request: Request, person: Reader, asked: AskedFor) -> Response:
    """The table."""
    found = _found(request, asked)
    return page(
        request,
        "claims.html",
        asked=asked,
        found=found,
        following=asked.address(after=found.after) if found.after else None,
        orders=[
            (told, asked.address(sort=None if each is Order.NEED else each.value), each is asked.order)
            for each, told in ORDERS.items()
        ],
        choices=choices(request),
    )


def choices(request: Request) -> dict[str, Any]:
    """What the filters offer."""
    return {
        "side": [name for name, _ in request.app.state.desk.workspace.common("side", SIDES)],
        "standing": [each.value for each in Standing],
        "event": [each.value for each in Event],
        "parts": [each.value for each in ConflictKind],
        "interest": {each.value: INTERESTS[each] for each in (Interest.OWN, Interest.AGAINST, Interest.NEUTRAL)},
    }


def _found(request: Request, asked: Asked) -> Any:
    return request.app.state.desk.workspace.claim_page(asked.wanted, asked.order, asked.after, SHOWN)
