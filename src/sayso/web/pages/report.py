"""The report: claims chosen at the desk, or those that a filter shows, as the one file that `sayso report` writes."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from sayso.web.asked import AskedFor
from sayso.web.guard import Reader
from sayso.web.paper import written
from sayso.web.report import MOST
from sayso.web.reported import choose, file_name

router = APIRouter()

LONGEST = 200
"""Claims in a report that is made while somebody waits for it; `sayso report --limit 0` has no such end."""

Ids = Annotated[list[str] | None, Query(max_length=LONGEST, description="These claims, by their ids.")]
Limit = Annotated[int, Query(ge=1, le=LONGEST, description="At most so many.")]


@router.get("/report.html")
def report(request: Request, person: Reader, asked: AskedFor, claims: Ids = None, limit: Limit = MOST) -> Response:
    """One self-contained file on these claims, or on the first that meet the filters of the claims."""
    desk = request.app.state.desk
    chosen = choose(desk.workspace, tuple(claims or ()), asked.wanted, asked.order, limit)
    text = written(desk.workspace, chosen, ledger=desk.name, made=datetime.now(UTC))
    keep = {"Content-Disposition": f'attachment; filename="{file_name(desk.name)}"'}
    return Response(text, media_type="text/html; charset=utf-8", headers=keep)
