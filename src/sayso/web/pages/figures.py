"""Figures: those of one measure, place or words beside each other on one scale, none averaged, none left out."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import JSONResponse

from sayso.export.answers import figure_row, range_row
from sayso.export.measures import Measure
from sayso.web.asked import LONGEST, Asked, asked
from sayso.web.guard import Reader
from sayso.web.pictures.figures import drawn
from sayso.web.render import page

router = APIRouter()

MEASURES = 60
"""Measures that are offered, those that most claims count."""
DRAWN = 8
"""Measures that one page draws."""
SMALL = 80
"""Claims with figures up to which all are shown at once."""

Text = Annotated[str, Query(max_length=LONGEST)]


@router.get("/figures.json")
def figures_json(
    request: Request, person: Reader, measure: Text = "", place: Text = "", words: Text = ""
) -> JSONResponse:
    """The same as JSON: each figure in a row, and the range of each measure."""
    wanted = asked(place=place, words=words, measure=measure).on("/figures")
    found, more = _found(request, wanted)
    rows = [row for each in found for row in (*map(figure_row, each.rows), range_row(each))]
    return JSONResponse({"figures": rows, "more": more, "measures": [name for name, _ in _offered(request)]})


@router.get("/figures", include_in_schema=False)
def figures(request: Request, person: Reader, measure: Text = "", place: Text = "", words: Text = "") -> Response:
    """The pictures, each with its sheet."""
    wanted = asked(place=place, words=words, measure=measure).on("/figures")
    found, more = _found(request, wanted)
    side_class = request.app.state.desk.palette().of_side
    return page(
        request,
        "figures.html",
        asked=wanted,
        measures=[drawn(each, side_class) for each in found[:DRAWN]],
        beyond=found[DRAWN:],
        more=more,
        offered=[(name, claims, wanted.address(measure=name)) for name, claims in _offered(request) if name],
    )


def _found(request: Request, wanted: Asked) -> tuple[tuple[Measure, ...], bool]:
    workspace = request.app.state.desk.workspace
    if not wanted.given and sum(claims for _, claims in workspace.common("figured", 1)) > SMALL:
        return (), False
    found: tuple[tuple[Measure, ...], bool] = workspace.figures_of(wanted.wanted)
    return found


def _offered(request: Request) -> tuple[tuple[str, int], ...]:
    found: tuple[tuple[str, int], ...] = request.app.state.desk.workspace.common("measure", MEASURES)
    return found
