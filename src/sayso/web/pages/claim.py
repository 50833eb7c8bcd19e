"""A claim: its chain as a picture, its wordings, figures and conflicts, why it has its standing, and its history."""

from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse

from sayso.export.answers import copy_row, likeness_row
from sayso.export.exchange import claim_row, conflict_row, statement_row
from sayso.export.judgements import ruling
from sayso.export.measures import by_measure
from sayso.ledger.derivation import Compared, Derivation
from sayso.web.guard import Reader
from sayso.web.history import history
from sayso.web.pictures.chain import chain, source_of
from sayso.web.pictures.figures import drawn
from sayso.web.pictures.waterfall import signed, waterfall
from sayso.web.render import page
from sayso.web.wordings import pieces, wordings
from sayso.weigh.sheet import sheet

router = APIRouter()

STATEMENTS = 250
"""Statements that a page looks at, those first that were said first: more are told of and not drawn."""
CONFLICTS = 30
ROOTS = 40
STEPS = 60
MEASURES = 8
ENTRIES = 40


@router.get("/claim/{prefix}.json")
def claim_json(request: Request, person: Reader, prefix: str) -> JSONResponse:
    """The claim with what it stands on, as rows of the exchange format; a statement's id names its claim."""
    found = _found(request, prefix)
    return JSONResponse(
        {
            "claim": claim_row(found.claim),
            "statements": [{**statement_row(each.statement), "words": each.words} for each in found.filed],
            "copies": [copy_row(copy) for copy in found.copies],
            "conflicts": [{**conflict_row(each.conflict), "pairs": each.pairs} for each in found.conflicts],
        }
    )


@router.get("/claim/{prefix}", include_in_schema=False)
def claim(request: Request, person: Reader, prefix: str) -> Response:
    """The page of a claim; a shortened id, or a statement's, leads to it."""
    found = _found(request, prefix)
    if prefix != found.claim.id:
        return RedirectResponse(f"/claim/{found.claim.id}", 303)
    return page(request, "claim.html", **context(request, found))


def context(request: Request, found: Derivation) -> dict[str, Any]:
    """What the page of a claim shows."""
    side_class = request.app.state.desk.palette().of_side
    claim = found.claim
    roots = sorted(enumerate(claim.roots), key=lambda pair: (pair[1].own_voice, -len(pair[1].statements), pair[0]))
    by_id = {each.statement.id: each for each in found.filed}
    measures = by_measure(sheet(each for each in found.filed if each.statement.figures))
    steps = history(claim.roots, found.filed, found.stems, found.captured)
    return {
        "claim": claim,
        "articles": len({each.statement.document for each in found.filed}),
        "unseen": len(claim.statements) - len(found.filed),
        "picture": chain(claim.roots, found.filed, found.stems, side_class, len(claim.statements)),
        "roots": [
            (number, root, [by_id[one] for one in root.statements if one in by_id][:6])
            for number, root in roots[:ROOTS]
        ],
        "source_of": source_of,
        "roots_left": len(claim.roots) - ROOTS,
        "why": [line for line in claim.why if not line.startswith("Contested (")][: ROOTS + 10],
        "wordings": wordings(found.filed),
        "measures": [drawn(each, side_class) for each in measures[:MEASURES]],
        "conflicts": found.conflicts,
        "copies": found.copies[:20],
        "copies_left": len(found.copies) - 20,
        "steps": steps[:STEPS],
        "steps_left": len(steps) - STEPS,
        "journal": tuple(request.app.state.desk.workspace.journal(claim.id, limit=ENTRIES)),
    }


@router.get("/why/{a}/{b}.json")
def why_json(request: Request, person: Reader, a: str, b: str) -> JSONResponse:
    """What speaks for filing two statements together and what against."""
    found = request.app.state.desk.workspace.compare(a, b)
    way = tuple(each.statement.id for each in found.by_way_of)
    one, other = found.a.statement.id, found.b.statement.id
    return JSONResponse(likeness_row(one, other, found.likeness, together=found.together, by_way_of=way))


@router.get("/why/{a}/{b}", include_in_schema=False)
def why(request: Request, person: Reader, a: str, b: str) -> Response:
    """Why two statements are together or not, as a waterfall of reasons."""
    found: Compared = request.app.state.desk.workspace.compare(a, b)
    return page(
        request,
        "why.html",
        found=found,
        picture=waterfall(found.likeness.reasons),
        sum=signed(found.likeness.score),
        pieces=pieces,
        signed=signed,
        ruling=ruling(found.ruled),
    )


def _found(request: Request, prefix: str) -> Derivation:
    found: Derivation = request.app.state.desk.workspace.looked_at(prefix, statements=STATEMENTS, conflicts=CONFLICTS)
    return found
