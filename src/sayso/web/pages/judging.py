"""Judging: the forms in which people decide, what becomes of them, and the journal of it all.

A form posts what was decided, why, and which entry on that field its page showed; it comes back to where it was, with a
word on what was done and a way to take it back. Programs post the same as JSON.
"""

import re
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Body, Depends, Form, Query, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse

from sayso.export.judgements import judgement_row, told
from sayso.model.judgement import (
    ADDED,
    BANDS,
    CREDIBILITIES,
    RELIABILITIES,
    About,
    Draft,
    Entry,
    Judgement,
    JudgementKind,
    Named,
    Overtaken,
    Subject,
)
from sayso.model.problem import Problem, SaysoError
from sayso.model.statement import OriginKind
from sayso.web.back import inside
from sayso.web.decided import Decided, of_form, of_row
from sayso.web.discreet import as_told
from sayso.web.guard import Editor, Person, Reader, Refused
from sayso.web.judged import COOKIE
from sayso.web.render import page
from sayso.workspace import Workspace

router = APIRouter()

SHOWN = 50
"""Entries on a page of the journal."""
TICKED = 200
"""Statements of a claim that can be ticked to be split off, those said first."""
FOUND = 12
"""Claims offered to be merged with."""

Ident = Annotated[str, Query(max_length=64)]
Fields = dict[str, list[str]]


@router.post("/judge.json")
def judge_json(request: Request, person: Editor, row: Annotated[dict[str, Any], Body()]) -> Response:
    """Decide: `{"kind", "about": id or [ids] or {"name", "kind", "side", "own_voice"}, "value": {…}, "why", "seen"}`.

    `seen` is the id of the journal's last entry when the state was seen on which this is decided, null where it was
    empty; left out, nothing is compared. 409 tells what somebody else decided since.
    """
    asked = of_row(row)
    try:
        made = _enter(request, person.name, asked)
    except Overtaken as error:
        return _overtaken_row(request, error)
    return JSONResponse(_row(request, made), 201)


async def _fields(request: Request) -> Fields:
    """The fields of a form, each as often as it is there."""
    form = await request.form()
    return {name: [each for each in form.getlist(name) if isinstance(each, str)] for name in form}


@router.post("/judge", include_in_schema=False)
def judge(request: Request, person: Editor, fields: Annotated[Fields, Depends(_fields)]) -> Response:
    """The same from a form."""
    asked = of_form(fields)
    back = next(iter(fields.get("back", [])), "/journal")
    try:
        made = _enter(request, person.name, asked)
    except Overtaken as error:
        return _overtaken(request, error, fields, back)
    return _back(request, made, back, made.about)


@router.post("/undo.json")
def undo_json(
    request: Request,
    person: Editor,
    entry: Annotated[str, Body(max_length=64)],
    why: Annotated[str, Body(max_length=10_000)] = "",
) -> JSONResponse:
    """Take an entry back."""
    return JSONResponse(_row(request, _workspace(request).undo(entry, person.name, why)), 201)


@router.get("/undo.json")
def last_json(request: Request, person: Editor) -> JSONResponse:
    """The last of one's own decisions that is in force: what one would take back first. 404 where there is none."""
    return JSONResponse(judgement_row(_last(request, person)))


@router.get("/undo", include_in_schema=False)
def undoing(request: Request, person: Editor, back: Annotated[str, Query(max_length=2000)] = "/journal") -> Response:
    """That decision, who made it and when, before it is taken back."""
    return page(request, "judge/undoing.html", entry=_last(request, person), back=inside(back, "/journal"))


@router.post("/undo", include_in_schema=False)
def undo(
    request: Request,
    person: Editor,
    entry: Annotated[str, Form(max_length=64)] = "",
    why: Annotated[str, Form(max_length=10_000)] = "",
    back: Annotated[str, Form(max_length=2000)] = "/journal",
) -> Response:
    """Take an entry back; without one nothing, but the page that shows the last of one's own."""
    workspace = _workspace(request)
    if not entry:
        return RedirectResponse(f"/undo?back={quote(inside(back, '/journal'), safe='')}", 303)
    return _back(request, workspace.undo(entry, person.name, why), back, workspace.entry(entry).judgement.about)


@router.get("/journal.json")
def journal_json(
    request: Request,
    person: Reader,
    about: Ident = "",
    kind: JudgementKind | None = None,
    who: Annotated[str, Query(max_length=500)] = "",
    before: Ident = "",
    adrift: bool = False,
) -> JSONResponse:
    """Entries of the journal, the last first: about a thing, of a kind, of a person, before an entry, or adrift."""
    return JSONResponse([judgement_row(each) for each in _listed(request, about, kind, who, before, adrift=adrift)])


@router.get("/journal", include_in_schema=False)
def journal(
    request: Request,
    person: Reader,
    about: Ident = "",
    kind: Annotated[str, Query(max_length=16)] = "",
    who: Annotated[str, Query(max_length=500)] = "",
    before: Ident = "",
    adrift: bool = False,
) -> Response:
    """What people decided, who, when and why; what is adrift stands first."""
    of_kind = JudgementKind(kind) if kind in set(JudgementKind) else None
    found = _listed(request, about, of_kind, who, before, adrift=adrift)
    first = not (about or kind or who or before)
    return page(
        request,
        "journal.html",
        entries=found[:SHOWN],
        next=found[SHOWN - 1].judgement.id if len(found) > SHOWN else None,
        drifting=list(_workspace(request).drifting())[:SHOWN] if first or adrift else [],
        kinds=[str(each) for each in JudgementKind],
        asked={"about": about, "kind": kind, "who": who, "adrift": adrift},
    )


@router.get("/judge/statement/{prefix}", include_in_schema=False)
def of_statement(request: Request, person: Reader, prefix: str, back: str = "", part: bool = False) -> Response:
    """The forms for a statement; `part` for the forms alone, to be put into the page that shows it."""
    workspace = _workspace(request)
    seen = workspace.last_entry()
    shown = workspace.show(prefix)
    statement = shown.statement
    if statement is None:
        return RedirectResponse(f"/judge/article/{shown.reading.document.id}", 303)
    made = workspace.judged(statement.id)
    places, figures = workspace.parts(statement.id)
    return page(
        request,
        "judge/part.html" if part else "judge/page.html",
        forms="judge/forms_statement.html",
        title="Judge a statement",
        statement=statement,
        document=shown.reading.document,
        read=workspace.as_read(statement.id),
        words=" ".join(shown.reading.document.text[start:end] for start, end in statement.content),
        hidden=statement.id in shown.hidden,
        claim=shown.claim,
        sides=[name for name, _ in workspace.sides()],
        places=places,
        figures=figures,
        back=inside(back, f"/article/{statement.document}#s-{statement.id}"),
        **_forms(seen, made),
    )


@router.get("/judge/claim/{prefix}", include_in_schema=False)
def of_claim(
    request: Request,
    person: Reader,
    prefix: str,
    back: str = "",
    part: bool = False,
    words: Annotated[str, Query(max_length=400)] = "",
) -> Response:
    """The forms for a claim: grades, what to merge it with, which statements to split off."""
    workspace = _workspace(request)
    seen = workspace.last_entry()
    found = workspace.looked_at(prefix, statements=TICKED, conflicts=0)
    offered = [each for each in _offered(workspace, words) if each.id != found.claim.id]
    return page(
        request,
        "judge/part.html" if part else "judge/page.html",
        forms="judge/forms_claim.html",
        title="Judge a claim",
        claim=found.claim,
        filed=found.filed,
        words=words,
        offered=offered,
        back=inside(back, f"/claim/{found.claim.id}"),
        **_forms(seen, workspace.judged(found.claim.id, Subject.CLAIM)),
    )


@router.get("/judge/article/{prefix}", include_in_schema=False)
def of_article(request: Request, person: Reader, prefix: str, back: str = "", part: bool = False) -> Response:
    """The forms for an article as a whole."""
    workspace = _workspace(request)
    seen = workspace.last_entry()
    document = workspace.show(prefix).reading.document
    return page(
        request,
        "judge/part.html" if part else "judge/page.html",
        forms="judge/forms_article.html",
        title="Judge an article",
        document=document,
        back=inside(back, f"/article/{document.id}"),
        **_forms(seen, workspace.judged(document.id, Subject.ARTICLE)),
    )


@router.get("/judge/source", include_in_schema=False)
def of_source(
    request: Request,
    person: Reader,
    kind: OriginKind,
    name: Annotated[str, Query(max_length=500)] = "",
    side: Annotated[str, Query(max_length=500)] = "",
    own: bool = False,
    back: str = "",
    part: bool = False,
) -> Response:
    """The forms for a source."""
    seen = _workspace(request).last_entry()
    source = Named(name or None, kind, side, own)
    return page(
        request,
        "judge/part.html" if part else "judge/page.html",
        forms="judge/forms_source.html",
        title="Judge a source",
        source=source,
        back=inside(back, "/sources"),
        **_forms(seen, _workspace(request).judged(source)),
    )


def _last(request: Request, person: Person) -> Entry:
    workspace = _workspace(request)
    chosen = workspace.last_of(person.name)
    if chosen is None:
        problem = Problem(person.name, "nothing of yours is in force", "nothing was taken back", "See the journal.")
        raise Refused(404, problem)
    return workspace.entry(chosen)


def _enter(request: Request, who: str, asked: Decided) -> Judgement:
    return _workspace(request).judge(who, asked.kind, asked.about, asked.value, asked.why, seen=asked.seen)


def _overtaken(request: Request, error: Overtaken, fields: Fields, back: str) -> Response:
    """Both decisions, and a form that makes one's own again, having seen the other."""
    again = [(name, each) for name, values in fields.items() if name not in ("csrf", "seen") for each in values]
    return page(
        request,
        "judge/overtaken.html",
        409,
        problem=as_told(request, error.problem),
        mine=told(error.mine.kind, error.mine.value) if error.mine.value is not None else str(error.mine.kind),
        theirs=error.theirs,
        again=again,
        seen=error.theirs.id if error.theirs is not None else "",
        back=inside(back, "/journal"),
    )


def _overtaken_row(request: Request, error: Overtaken) -> JSONResponse:
    row = as_told(request, error.problem)
    theirs = error.theirs and judgement_row(Entry(error.theirs, in_force=True))
    mine = _mine(error.mine)
    told = {"where": row.where, "what": row.what, "effect": row.effect, "remedy": row.remedy}
    content = {"type": "problem", "status": 409, **told, "mine": mine, "theirs": theirs}
    return JSONResponse(content, 409, media_type="application/problem+json")


def _mine(draft: Draft) -> dict[str, Any]:
    value = None if draft.value is None else told(draft.kind, draft.value)
    return {"kind": draft.kind.value, "about": list(draft.ids), "value": value}


def _row(request: Request, made: Judgement) -> dict[str, Any]:
    return judgement_row(_workspace(request).entry(made.id))


def _listed(
    request: Request, about: str, kind: JudgementKind | None, who: str, before: str, *, adrift: bool
) -> list[Entry]:
    workspace = _workspace(request)
    if adrift:
        return list(workspace.adrift())
    found = workspace.journal(about or None, kind=kind, who=who or None, limit=SHOWN + 1, before=before or None)
    return list(found)


def _offered(workspace: Workspace, words: str) -> list[Any]:
    """Claims that have the words, to be merged with: each once, with its plainest wording."""
    if not words.strip():
        return []
    found: dict[str, Any] = {}
    try:
        for each in workspace.search(words, limit=4 * FOUND):
            if each.claim is not None and each.claim not in found and len(found) < FOUND:
                found[each.claim] = workspace.claim(each.claim)
    except SaysoError:
        return []
    return list(found.values())


def _forms(seen: str | None, made: tuple[Judgement, ...]) -> dict[str, Any]:
    """What every form needs: what is in force, the journal's last entry as it is shown, the words of the standards."""
    return {
        "made": made,
        "ADDED": ADDED,
        "seen": seen or "",
        "kinds": [str(each) for each in OriginKind],
        "reliabilities": [(str(each), told) for each, told in RELIABILITIES.items()],
        "credibilities": [(str(each), told) for each, told in CREDIBILITIES.items()],
        "likelihoods": [(str(each), f"{other}, {low} to {high} in 100") for each, (other, low, high) in BANDS.items()],
    }


def _back(request: Request, made: Judgement, back: str, about: About) -> RedirectResponse:
    answer = RedirectResponse(_still_there(request, inside(back, "/journal"), about), 303)
    answer.set_cookie(COOKIE, made.id, max_age=60, httponly=True, samesite="lax")
    return answer


def _still_there(request: Request, back: str, about: About) -> str:
    """The same way, but where it led to a claim that is no more, to the claim of what was judged in it."""
    at = re.fullmatch(r"(/claim|/judge/claim)/([0-9a-f]+)(.*)", back)
    if at is None:
        return back
    for each in (at[2], *(anchor.statement for anchor in (*about.others, *about.anchors)[:5])):
        try:
            _workspace(request).claim(each)
        except SaysoError:
            continue
        return f"{at[1]}/{each}{at[3]}"
    return "/journal"


def _workspace(request: Request) -> Workspace:
    found: Workspace = request.app.state.desk.workspace
    return found
