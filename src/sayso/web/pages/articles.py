"""Articles: a list, the newest first, by outlet, words and days."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import JSONResponse

from sayso.export.dead import dead
from sayso.ledger.articles import Headed
from sayso.web.cursor import behind, cursor
from sayso.web.guard import Reader
from sayso.web.render import page

router = APIRouter()

SHOWN = 50
OUTLETS = 100
"""Outlets offered where one is chosen."""

Word = Annotated[str, Query(max_length=400)]
Day = Annotated[str, Query(max_length=10, pattern=r"^(\d{4}-\d\d-\d\d)?$")]
After = Annotated[str, Query(max_length=2000)]


@router.get("/articles.json")
def articles_json(
    request: Request,
    person: Reader,
    outlet: Word = "",
    words: Word = "",
    since: Day = "",
    until: Day = "",
    after: After = "",
) -> JSONResponse:
    """A page of the articles, and the word that asks for the next one."""
    context = _context(request, outlet, words, since, until, after)
    return JSONResponse({"articles": [_row(each) for each in context["articles"]], "next": context["next"]})


@router.get("/articles", include_in_schema=False)
def articles(
    request: Request,
    person: Reader,
    outlet: Word = "",
    words: Word = "",
    since: Day = "",
    until: Day = "",
    after: After = "",
) -> Response:
    """The table, and a form to ask for fewer."""
    outlets = [each for each in request.app.state.desk.workspace.articles.outlets(OUTLETS) if dead(each) == each]
    return page(request, "articles.html", outlets=outlets, **_context(request, outlet, words, since, until, after))


def _context(request: Request, outlet: str, words: str, since: str, until: str, after: str) -> dict[str, Any]:
    asked = {"outlet": outlet.strip(), "words": words.strip(), "since": since, "until": until}
    place = behind(after, int, str)
    found = request.app.state.desk.workspace.articles.listed(
        outlet=asked["outlet"] or None,
        words=asked["words"] or None,
        since=_day(since),
        until=_day(until),
        after=place,
        limit=SHOWN + 1,
    )
    shown = found[:SHOWN]
    following = cursor(shown[-1].after) if len(found) > SHOWN else None
    return {"articles": shown, "next": following, "asked": {k: v for k, v in asked.items() if v}, "first": not place}


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _row(each: Headed) -> dict[str, Any]:
    return {
        "id": each.id,
        "location": each.location,
        "title": each.title,
        "outlet": each.outlet,
        "language": each.language,
        "published": {
            "earliest": each.earliest.isoformat() if each.earliest else None,
            "latest": each.latest.isoformat() if each.latest else None,
        },
        "statements": each.statements,
        "copy_of": each.copy_of and each.copy_of.id,
        "copy_kind": each.copy_kind and each.copy_kind.value,
    }
