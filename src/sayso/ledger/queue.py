"""The queue: what people handed in to be added, kept until it is read, so that a restart of the desk loses none of it.

A page is handed in as its bytes, or as an address from which it is still to be fetched. Once its fate is known the
bytes are let go of here: the ledger keeps them, or a row says why not.
"""

import secrets
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from sayso.ledger import schema
from sayso.ledger.canonical import canonical, revived
from sayso.model.document import Media, Page
from sayso.model.problem import Problem, SaysoError

LEASE = timedelta(minutes=3)
"""How long one desk has for one page before another may take it: fetching has a minute, reading takes seconds."""

MOST_TRIES = 3
"""A page over which the desk stopped so often is given up, so that it does not stop the desk for ever."""

MOST_WAITING = 5_000
"""Pages that may wait at once: some three hours of reading; more is for `sayso add`, which needs no queue."""

Transaction = Callable[[], AbstractContextManager[Connection]]


@dataclass(frozen=True, slots=True)
class Address:
    """A page that is still to be fetched: `Address("https://karsk-courier.example/tarn", asked, "sayso 0.1.0")`."""

    url: str
    asked: datetime
    tool: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """What became of one page that was handed in: a fate by the words of `batch.local.Fate`, None while it waits."""

    location: str
    url: str | None
    fate: str | None
    document: str | None
    statements: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Job:
    """What one person handed in at one time; `waiting` is still to be read. A list of jobs has no arrivals."""

    id: str
    person: str
    begun: datetime
    pages: int
    waiting: int
    arrivals: tuple[Arrival, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """The next page to be read, for whoever took it."""

    job: str
    position: int
    handed: Page | Address
    tries: int


@dataclass(frozen=True, slots=True)
class _Met:
    problems: tuple[Problem, ...]


class Queue:
    """`ledger.queue.hand_in(pages, "Mara Venn")`; what it has returned from is kept, whatever happens next."""

    def __init__(self, reading: Transaction, writing: Transaction) -> None:
        self._reading, self._writing = reading, writing

    def hand_in(self, handed: Sequence[Page | Address | Problem], person: str) -> str:
        """Keep pages to be read, in their order, with rows for what is refused already; the id of the job."""
        job, now = secrets.token_hex(8), datetime.now(UTC)
        rows = [_row(job, position, each, now) for position, each in enumerate(handed)]
        coming = sum(row["fate"] is None for row in rows)
        with self._writing() as connection:
            waiting = connection.execute(
                select(func.coalesce(func.sum(schema.jobs.c.waiting), 0)).where(schema.jobs.c.waiting > 0)
            ).scalar_one()
            if waiting + coming > MOST_WAITING:
                what = f"{waiting:,} pages wait to be read, and {MOST_WAITING:,} at most can"
                remedy = "Wait, or add a large pile with: sayso add PATH --ledger LEDGER."
                raise SaysoError(Problem("the queue", what, "nothing was handed in", remedy))
            values = {"id": job, "person": person, "begun": now, "waiting": coming}
            connection.execute(insert(schema.jobs), [values])
            if rows:
                connection.execute(insert(schema.arrivals), rows)
        return job

    def jobs(self, limit: int) -> tuple[Job, ...]:
        """The latest jobs, the newest first."""
        j, a = schema.jobs, schema.arrivals
        pages = select(func.count()).where(a.c.job == j.c.id).scalar_subquery().label("pages")
        with self._reading() as connection:
            rows = connection.execute(select(j, pages).order_by(j.c.begun.desc(), j.c.id).limit(limit)).all()
        return tuple(Job(row.id, row.person, row.begun, row.pages, row.waiting) for row in rows)

    def job(self, ident: str) -> Job:
        """One job with every page; raises SaysoError where there is none of that id."""
        j, a = schema.jobs, schema.arrivals
        with self._reading() as connection:
            row = connection.execute(select(j).where(j.c.id == ident)).first()
            shown = (a.c.location, a.c.url, a.c.fate, a.c.document, a.c.statements, a.c.whole)
            pages = connection.execute(select(*shown).where(a.c.job == ident).order_by(a.c.position)).all()
        if row is None:
            raise SaysoError(Problem(ident, "no job has this id", "nothing to show", "See the jobs under Add."))
        arrivals = tuple(_arrival(page) for page in pages)
        return Job(row.id, row.person, row.begun, len(arrivals), row.waiting, arrivals)

    def take(self) -> Taken | None:
        """The page that has waited longest, for a while nobody else's; None where none waits."""
        j, a, now = schema.jobs, schema.arrivals, datetime.now(UTC)
        with self._reading() as connection:  # so that looking at an empty queue holds up no writer
            if connection.execute(select(j.c.id).where(j.c.waiting > 0).limit(1)).first() is None:
                return None
        with self._writing() as connection:
            row = connection.execute(
                select(a)
                .join(j, j.c.id == a.c.job)
                .where(j.c.waiting > 0, a.c.fate.is_(None), a.c.taken.is_(None) | (a.c.taken < now - LEASE))
                .order_by(j.c.begun, j.c.id, a.c.position)
                .limit(1)
                .with_for_update(of=a, skip_locked=True)
            ).first()
            if row is None:
                return None
            mine = (a.c.job == row.job) & (a.c.position == row.position)
            connection.execute(update(a).where(mine).values(taken=now, tries=row.tries + 1))
        if row.content is None:
            return Taken(row.job, row.position, Address(row.url, row.captured, row.tool), row.tries + 1)
        page = Page(row.location, row.content, Media(row.media), row.url, row.captured, row.tool)
        return Taken(row.job, row.position, page, row.tries + 1)

    def settle(
        self, taken: Taken, fate: str, document: str | None, statements: int, problems: tuple[Problem, ...]
    ) -> None:
        """Say what became of it; what was settled already stays so. The bytes of a page that was given up are kept."""
        j, a = schema.jobs, schema.arrivals
        values: dict[str, Any] = {"fate": fate, "document": document, "statements": statements}
        if taken.tries <= MOST_TRIES:
            values["content"] = None
        mine = (a.c.job == taken.job) & (a.c.position == taken.position) & a.c.fate.is_(None)
        with self._writing() as connection:
            done = connection.execute(update(a).where(mine).values(**values, whole=canonical(_Met(problems))))
            if done.rowcount:
                connection.execute(update(j).where(j.c.id == taken.job).values(waiting=j.c.waiting - 1))

    def give_back(self, taken: Taken) -> None:
        """Let it wait on as if it had not been taken: the ledger gave way, and not the page."""
        a = schema.arrivals
        mine = (a.c.job == taken.job) & (a.c.position == taken.position) & a.c.fate.is_(None)
        with self._writing() as connection:
            connection.execute(update(a).where(mine).values(taken=None, tries=a.c.tries - 1))

    def release(self) -> None:
        """Let everything be taken again: when a desk opens that is the only one on its ledger."""
        a = schema.arrivals
        with self._writing() as connection:
            connection.execute(update(a).where(a.c.fate.is_(None), a.c.taken.is_not(None)).values(taken=None))


def _row(job: str, position: int, handed: Page | Address | Problem, now: datetime) -> dict[str, Any]:
    row: dict[str, Any] = {
        "job": job,
        "position": position,
        "taken": None,
        "tries": 0,
        "fate": None,
        "document": None,
        "statements": 0,
        "whole": canonical(_Met(())),
        "url": None,
        "media": None,
        "content": None,
        "captured": now,
        "tool": "",
    }
    match handed:
        case Page():
            kept = {"location": handed.location, "media": str(handed.media), "content": handed.content}
            return row | kept | {"url": handed.url, "captured": handed.captured, "tool": handed.tool}
        case Address():
            return row | {"location": handed.url, "url": handed.url, "captured": handed.asked, "tool": handed.tool}
    return row | {"location": handed.where, "fate": "skipped", "whole": canonical(_Met((handed,)))}


def _arrival(row: Any) -> Arrival:
    problems = revived(_Met, row.whole).problems
    return Arrival(row.location, row.url, row.fate, row.document, row.statements, problems)
