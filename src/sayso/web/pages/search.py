"""Search: the statements that have the words, the best answers first."""

from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import JSONResponse

from sayso.export.exchange import statement_row
from sayso.ledger.claims import Found
from sayso.web.guard import Reader
from sayso.web.render import page

router = APIRouter()

SHOWN = 50
"""Statements on a page: what is beyond them is found sooner by other words."""

LOOKED_AT = 1_000
"""Statements of which the best are shown, where more have the words."""


@router.get("/search.json")
def search_json(request: Request, person: Reader, words: Annotated[str, Query(max_length=400)] = "") -> JSONResponse:
    """The same as JSON: statements of the exchange format, each with its words and its claim's id."""
    found = _found(request, words)
    return JSONResponse(
        [{**statement_row(each.filed.statement), "words": each.filed.words, "claim": each.claim} for each in found]
    )


@router.get("/search", include_in_schema=False)
def search(request: Request, person: Reader, words: Annotated[str, Query(max_length=400)] = "") -> Response:
    """A form, and the statements that have the words."""
    found = _found(request, words)
    among = LOOKED_AT if found and found[0].of >= LOOKED_AT else None
    return page(request, "search.html", words=words, found=found, shown=SHOWN, among=among)


def _found(request: Request, words: str) -> list[Found]:
    if not words.strip():
        return []
    return list(islice(request.app.state.desk.workspace.search(words, limit=SHOWN, most=LOOKED_AT), SHOWN))
