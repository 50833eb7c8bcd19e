"""An article: its text as received with every statement marked, and in the margin who says it, through whom."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Path, Request, Response
from fastapi.responses import JSONResponse

from sayso.export.answers import copy_row
from sayso.export.exchange import document_row, statement_row
from sayso.export.shares import Share, shares, word_count
from sayso.ledger.articles import Cited, Headed
from sayso.model.claim import Copy
from sayso.model.document import Document
from sayso.model.problem import Problem, SaysoError
from sayso.model.span import hull
from sayso.model.statement import Statement, Voice
from sayso.web.guard import Reader
from sayso.web.marked import Mark, Paragraph, paragraphs
from sayso.web.pictures.shares import bars
from sayso.web.render import page
from sayso.workspace import Shown, Workspace

router = APIRouter()

Id = Annotated[str, Path(max_length=64)]

COPIES = 20
"""Copies shown of those that an article took from, and of those that took from it."""

RAW = 1_000_000
"""Bytes shown of what was received; the whole is in the ledger."""


@dataclass(frozen=True, slots=True)
class Note:
    """What stands in the margin beside a statement: its number in the text, its claim, and its origin's id.

    `again`: the statement before it has the same origin and chain, so that they need not be told again.
    """

    number: int
    statement: Statement
    cited: Cited | None
    source: str | None
    again: bool = False


@dataclass(frozen=True, slots=True)
class Kin:
    """An article that shares text with this one, and how; `took` where this one took it from there."""

    headed: Headed
    copy: Copy
    took: bool


@router.get("/article/{ident}.json")
def article_json(request: Request, person: Reader, ident: Id) -> JSONResponse:
    """The article and its statements as in the exchange format, how it came, its copies, and on whom it rests."""
    workspace = _workspace(request)
    shown = _shown(workspace, ident)
    document, articles = shown.reading.document, workspace.articles
    received, notes = articles.received(document.id), _notes(workspace, shown.reading.statements)
    return JSONResponse(
        {
            **document_row(document),
            "received": received
            and {
                "sha256": received.sha256,
                "captured": received.captured.isoformat(),
                "tool": received.tool,
                "media": received.media,
                "bytes": received.size,
            },
            "statements": [
                {**statement_row(note.statement), "claim": note.cited and note.cited.id, "source": note.source}
                for note in notes
            ],
            "hidden": sorted(shown.hidden),
            "shares": [_share_row(share) for share in shares(shown.reading)],
            "copies": [copy_row(copy) for copy in articles.copies(document.id, COPIES)],
            "problems": [_problem_row(problem) for problem in shown.reading.problems],
        }
    )


@router.get("/article/{ident}", include_in_schema=False)
def article(request: Request, person: Reader, ident: Id) -> Response:
    """The article with its margin."""
    workspace = _workspace(request)
    shown = _shown(workspace, ident)
    reading, document = shown.reading, shown.reading.document
    notes = _notes(workspace, reading.statements)
    heeded = replace(reading, statements=tuple(each for each in reading.statements if each.id not in shown.hidden))
    rests, written = shares(heeded), _marked(document, notes, shown.hidden)
    return page(
        request,
        "article.html",
        document=document,
        received=workspace.articles.received(document.id),
        paragraphs=written,
        notes=_told_in_full(notes, written),
        chosen=shown.statement,
        hidden=shown.hidden,
        times=_times(heeded.statements),
        beside_date=_speaks_against(document),
        shares=rests,
        picture=bars(rests, request.app.state.desk.palette().of_side) if rests else None,
        words=rests[0].of if rests else 0,
        furniture=word_count(document.text, document.furniture),
        kin=_kin(workspace, document.id),
        problems=reading.problems,
    )


@router.get("/article/{ident}/received", include_in_schema=False)
def received(request: Request, person: Reader, ident: Id) -> Response:
    """What was received, as dead text: never as the page that it may be."""
    workspace = _workspace(request)
    shown = _shown(workspace, ident)
    _, kept = workspace.received(shown.reading.document.id)
    return page(
        request,
        "received.html",
        document=shown.reading.document,
        received=workspace.articles.received(shown.reading.document.id),
        text=kept.content[:RAW].decode("utf-8", "backslashreplace"),
        left=max(0, len(kept.content) - RAW),
    )


@router.get("/article/{ident}/beside/{other}.json")
def beside_json(request: Request, person: Reader, ident: Id, other: Id) -> JSONResponse:
    """How two articles share text: the passages, as [start, end] in the later and the earlier one's text."""
    _, _, copy = _two(_workspace(request), ident, other)
    return JSONResponse(copy_row(copy))


@router.get("/article/{ident}/beside/{other}", include_in_schema=False)
def beside(request: Request, person: Reader, ident: Id, other: Id) -> Response:
    """Two articles side by side, with the passages that they share."""
    earlier, later, copy = _two(_workspace(request), ident, other)
    there = [Mark(at, (passage.there,)) for at, passage in enumerate(copy.passages, 1)]
    here = [Mark(at, (passage.here,)) for at, passage in enumerate(copy.passages, 1)]
    return page(
        request,
        "beside.html",
        copy=copy,
        texts=(
            ("there", "here", earlier, list(_passages(earlier, there))),
            ("here", "there", later, list(_passages(later, here))),
        ),
    )


def _workspace(request: Request) -> Workspace:
    found: Workspace = request.app.state.desk.workspace
    return found


def _shown(workspace: Workspace, ident: str) -> Shown:
    try:
        return workspace.show(ident)
    except SaysoError as error:
        if "has this id" in error.problem.what:
            raise SaysoError(
                Problem(ident, "no article has this id", "nothing shown", "Look among the articles.")
            ) from error
        raise


def _notes(workspace: Workspace, statements: Sequence[Statement]) -> list[Note]:
    """The statements in the order of the text, numbered."""
    rows = sorted(statements, key=lambda each: (hull(each.content) if each.content else (0, 0), each.id))
    ids = [each.id for each in rows]
    cited: Mapping[str, Cited] = workspace.articles.cited(ids)
    sources = workspace.articles.origins(ids)
    before: list[Statement | None] = [None, *rows]
    return [
        Note(at, each, cited.get(each.id), sources.get(each.id), last is not None and _same_voice(last, each))
        for at, (last, each) in enumerate(zip(before, rows, strict=False), 1)
    ]


def _told_in_full(notes: Sequence[Note], written: Sequence[Paragraph]) -> dict[int, Note]:
    """The notes by number; the first beside each paragraph tells the origin, whoever spoke before."""
    firsts = {paragraph.opens[0].number for paragraph in written if paragraph.opens}
    return {note.number: replace(note, again=note.again and note.number not in firsts) for note in notes}


def _same_voice(a: Statement, b: Statement) -> bool:
    names = [[hop.name for hop in each.chain] for each in (a, b)]
    origins = [(each.origin.name, each.origin.kind, each.origin.side, each.origin.role) for each in (a, b)]
    return (a.voice is Voice.OUTLET) == (b.voice is Voice.OUTLET) and names[0] == names[1] and origins[0] == origins[1]


def _marked(document: Document, notes: Sequence[Note], hidden: Collection[str] = ()) -> list[Paragraph]:
    marks = [
        Mark(
            note.number,
            note.statement.content,
            "hidden-by" if note.statement.id in hidden else note.statement.voice.value,
        )
        for note in notes
    ]
    grounds = {
        "furniture": document.furniture,
        "source": tuple(span for note in notes for span in note.statement.source),
        "cue": tuple(span for note in notes for span in note.statement.cue),
    }
    return list(paragraphs(document.text, marks, grounds))


def _passages(document: Document, marks: Sequence[Mark]) -> Iterator[Paragraph]:
    return paragraphs(document.text, marks, {"furniture": document.furniture})


def _kin(workspace: Workspace, document: str) -> list[Kin]:
    copies = workspace.articles.copies(document, COPIES)
    others = {copy: copy.earlier if copy.later == document else copy.later for copy in copies}
    headed = workspace.articles.headed(sorted(set(others.values())))
    return [Kin(headed[other], copy, copy.later == document) for copy, other in others.items() if other in headed]


def _two(workspace: Workspace, a: str, b: str) -> tuple[Document, Document, Copy]:
    """The earlier and the later of two articles, and how they share text."""
    one, other = _shown(workspace, a).reading.document, _shown(workspace, b).reading.document
    copy = workspace.articles.between(one.id, other.id)
    if copy is None:
        what, remedy = "the two articles share no passage", "Choose one of the copies that an article names."
        raise SaysoError(Problem(f"{a} and {b}", what, "nothing shown", remedy))
    return (one, other, copy) if copy.earlier == one.id else (other, one, copy)


def _times(statements: Sequence[Statement]) -> tuple[date | None, date | None, int]:
    """The first and last day that statements tell of, and how many tell of a time."""
    told = [each.time for each in statements if each.time is not None]
    days = [day for time in told for day in (time.start, time.end) if day is not None]
    return (min(days), max(days), len(told)) if days else (None, None, len(told))


def _speaks_against(document: Document) -> bool:
    early, late, day = document.published.earliest, document.published.latest, document.page_date
    return day is not None and bool((early and day < early) or (late and day > late))


def _share_row(share: Share) -> dict[str, Any]:
    who = None if share.origin is None else {"name": share.origin.name, "kind": share.origin.kind.value}
    return {"origin": who, "words": share.words, "statements": share.statements, "of": share.of}


def _problem_row(problem: Problem) -> dict[str, str]:
    return {"where": problem.where, "what": problem.what, "effect": problem.effect, "remedy": problem.remedy}
