"""The report: claims chosen at the desk, or those that a filter shows, as the one file that `sayso report` writes."""

from datetime import UTC, date, datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from sayso.model.claim import Standing
from sayso.model.statement import Event
from sayso.web.guard import Reader
from sayso.web.paper import written
from sayso.web.report import MOST
from sayso.web.reported import choose, file_name

router = APIRouter()

LONGEST = 200
"""Claims in a report that is made while somebody waits for it; `sayso report --limit 0` has no such end."""


@router.get("/report.html")
def report(
    request: Request,
    person: Reader,
    claims: Annotated[list[str], Query(max_length=LONGEST)] = [],  # noqa: B006 - FastAPI copies it
    place: str = "",
    since: date | None = None,
    until: date | None = None,
    event: Event | None = None,
    side: str = "",
    standing: Standing | None = None,
    contested: bool | None = None,
    words: Annotated[str, Query(max_length=400)] = "",
    limit: Annotated[int, Query(ge=1, le=LONGEST)] = MOST,
) -> Response:
    """One self-contained file on these claims, or on the first that meet the filters of the claims."""
    desk = request.app.state.desk
    chosen = choose(
        desk.workspace,
        tuple(claims),
        place=place or None,
        since=since,
        until=until,
        event=event,
        side=side or None,
        standing=standing,
        contested=contested,
        words=words or None,
        limit=limit,
    )
    text = written(desk.workspace, chosen, ledger=desk.name, made=datetime.now(UTC))
    keep = {"Content-Disposition": f'attachment; filename="{file_name(desk.name)}"'}
    return Response(text, media_type="text/html; charset=utf-8", headers=keep)
