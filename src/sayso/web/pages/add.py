"""Adding: a pasted text, uploaded files, the address of a page; and what becomes of them."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Request, Response, UploadFile
from fastapi.responses import JSONResponse, RedirectResponse

from sayso.intake.files import MAX_BYTES
from sayso.intake.handed import page_of_paste, page_of_upload
from sayso.intake.tool import tool
from sayso.ledger.queue import Address, Job
from sayso.model.document import Page
from sayso.model.problem import Problem, SaysoError
from sayso.web.discreet import as_told
from sayso.web.guard import Editor, Person, Reader
from sayso.web.porter import MOST_BYTES_ADDED
from sayso.web.render import page, safe_link

router = APIRouter()

JOBS = 20
"""Jobs on a page, the latest."""

MOST_FILES = 200
"""Files at once; more are for `sayso add`, which reads folders."""

MOST_PASTED = 900_000
"""Bytes of a pasted text: some 150,000 words, twenty times the longest article of a newspaper."""

MOST_ADDRESSES = 50

EMPTY = dict.fromkeys(("text", "title", "outlet", "day", "url", "addresses"), "")


@router.get("/add.json")
def jobs_json(request: Request, person: Editor) -> JSONResponse:
    """The latest jobs: who handed in how many pages, and how many of them wait to be read."""
    return JSONResponse([_job_row(job) for job in request.app.state.desk.workspace.queue.jobs(JOBS)])


@router.get("/add", include_in_schema=False)
def add(request: Request, person: Editor) -> Response:
    """Three forms, and the latest jobs."""
    return _form(request)


@router.post("/add/text", include_in_schema=False)
def add_text(
    request: Request,
    person: Editor,
    text: Annotated[str, Form()] = "",
    title: Annotated[str, Form(max_length=500)] = "",
    outlet: Annotated[str, Form(max_length=200)] = "",
    day: Annotated[str, Form(max_length=10)] = "",
    url: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Hand in a pasted text; its address is kept with it, and nothing is fetched from there."""
    given = {"text": text, "title": title, "outlet": outlet, "day": day, "url": url}
    try:
        when = date.fromisoformat(day) if day else None
    except ValueError:
        return _form(request, _row("day", f"“{day}” is no day", "Write it as 2024-03-21."), given)
    if url.strip() and safe_link(url.strip()) is None:
        return _form(request, _row("address", "this is no address of a page", "Begin it with https://."), given)
    if len(text.encode("utf-8", "replace")) > MOST_PASTED:
        what = f"more than {MOST_PASTED / 1e6:.1f} MB of text"
        return _form(request, _row("pasted text", what, "Upload it as a file."), None)
    found = page_of_paste(text, person.name, title=title, outlet=outlet, day=when, url=url.strip() or None)
    return _form(request, found, given) if isinstance(found, Problem) else _handed_in(request, person, [found])


@router.post("/add/files", include_in_schema=False)
def add_files(request: Request, person: Editor, files: Annotated[list[UploadFile] | None, File()] = None) -> Response:
    """Hand in files; each that cannot be an article is a row of the job."""
    given = [file for file in files or () if file.filename or file.size]
    if not given:
        return _form(request, _row("files", "no file was chosen", "Choose one or more."))
    if len(given) > MOST_FILES:
        what, remedy = f"{len(given)} files, and {MOST_FILES} at most", "Add a folder of them with: sayso add FOLDER."
        return _form(request, _row("files", what, remedy))
    read = (page_of_upload(file.filename or "", file.file.read(MAX_BYTES + 1), person.name) for file in given)
    return _handed_in(request, person, list(read))


@router.post("/add/url", include_in_schema=False)
def add_url(request: Request, person: Editor, addresses: Annotated[str, Form(max_length=100_000)] = "") -> Response:
    """Hand in addresses, one a line; each is fetched once, and the desk asks the network for nothing else."""
    asked = list(dict.fromkeys(line.strip() for line in addresses.splitlines() if line.strip()))
    if not asked:
        return _form(request, _row("address", "no address was given", "Give one, beginning with https://."))
    if len(asked) > MOST_ADDRESSES:
        what = f"{len(asked)} addresses, and {MOST_ADDRESSES} at most"
        return _form(request, _row("address", what, "Give fewer at a time."), {"addresses": addresses})
    now, by = datetime.now(UTC), f"{tool()}, asked for by {person.name}"
    strange = [each for each in asked if safe_link(each) is None]
    if strange:
        what = f"“{strange[0][:100]}” is no address of a page"
        return _form(request, _row("address", what, "Begin it with https://."), {"addresses": addresses})
    return _handed_in(request, person, [Address(each, now, by) for each in asked])


@router.get("/adding/{job}.json")
def adding_json(request: Request, person: Reader, job: str) -> JSONResponse:
    """One job: what became of each page, with the rows of those that could not be read."""
    found = request.app.state.desk.workspace.queue.job(job)
    rows = [
        {
            "location": each.location,
            "fate": each.fate or "waiting",
            "document": each.document,
            "statements": each.statements,
            "problems": [
                {"where": p.where, "what": p.what, "effect": p.effect, "remedy": p.remedy} for p in each.problems
            ],
        }
        for each in found.arrivals
    ]
    return JSONResponse(_job_row(found) | {"arrivals": rows})


@router.get("/adding/{job}", include_in_schema=False)
def adding(request: Request, person: Reader, job: str) -> Response:
    """The same as a page that renews itself while something waits."""
    found = request.app.state.desk.workspace.queue.job(job)
    fates = Counter(each.fate or "waiting" for each in found.arrivals)
    statements = sum(each.statements for each in found.arrivals)
    return page(request, "adding.html", job=found, fates=fates, statements=statements)


def _form(request: Request, problem: Problem | None = None, given: dict[str, str] | None = None) -> Response:
    desk = request.app.state.desk
    return page(
        request,
        "add.html",
        200 if problem is None else 422,
        jobs=desk.workspace.queue.jobs(JOBS),
        problem=problem and as_told(request, problem),
        given=EMPTY | (given or {}),
        most_files=MOST_FILES,
        most_megabytes=MAX_BYTES // 1_000_000,
        most_together=MOST_BYTES_ADDED // 1_000_000,
    )


def _handed_in(request: Request, person: Person, handed: Sequence[Page | Address | Problem]) -> Response:
    desk = request.app.state.desk
    try:
        job = desk.workspace.hand_in(handed, person.name)
    except SaysoError as error:
        return _form(request, error.problem)
    desk.adder.wake()
    return RedirectResponse(f"/adding/{job}", 303)


def _job_row(job: Job) -> dict[str, Any]:
    return {
        "job": job.id,
        "person": job.person,
        "begun": job.begun.isoformat(),
        "pages": job.pages,
        "waiting": job.waiting,
    }


def _row(where: str, what: str, remedy: str) -> Problem:
    return Problem(where, what, "nothing was handed in", remedy)
