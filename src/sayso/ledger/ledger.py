"""The ledger: every page as received, what was read in it, and a journal of what could not be read."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    delete,
    exists,
    func,
    insert,
    select,
    update,
)

from sayso.ledger import atlas, charts, entries, judging, migrate, rows, schema, search, tallies
from sayso.ledger.articles import Articles
from sayso.ledger.canonical import canonical, revived
from sayso.ledger.claims import Claims
from sayso.ledger.journal import Journal, note_reread
from sayso.ledger.maps import Maps
from sayso.ledger.people import People
from sayso.ledger.queue import Queue
from sayso.ledger.sources import Source, Sources, sources
from sayso.ledger.store import BUSY_SECONDS, Store, busy, store_of
from sayso.model.document import Document, Media, Page
from sayso.model.problem import Problem, SaysoError
from sayso.model.reading import Reading
from sayso.model.statement import Basis, Certainty, Event, Interest, Statement, Voice
from sayso.model.store import StoreName, named

if TYPE_CHECKING:
    from sayso.ledger.linking import Linking

CHUNK = 500
"""Rows fetched at a time, so that a ledger of any size is walked in little memory."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One article as a list shows it: who published it, between which days, and how much was read in it."""

    id: str
    location: str
    title: str | None
    outlet: str | None
    language: str | None
    earliest: date | None
    latest: date | None
    statements: int


@dataclass(frozen=True, slots=True)
class Noted:
    """A row of the journal: what could not be read, when it was noted, and in which kept article if in one."""

    problem: Problem
    noted: datetime
    document: str | None


class Ledger:
    """`Ledger.open("war.sayso")`: adding an article twice changes nothing; one article is one transaction.

    Ids are content hashes (ADR 2), so the order in which articles arrive leaves no trace but the capture times.
    Several threads may use one ledger: they read side by side, and write one after the other.
    """

    def __init__(self, store: Store) -> None:
        """Take a store whose tables are made; `open` is the usual way in."""
        self._store, self.where = store, store.where
        self._held: Connection | None = None
        self._lock, self._links = Lock(), list["Linking"]()
        self._ask()

    def _ask(self) -> None:
        self.claims = Claims(self._rows, self.where)
        self.journal = Journal(self._read, self._write, self._rows, lambda: self._linking)
        self.people = People(self._read, self._write, self.where)
        self.queue = Queue(self._read, self._write)
        self.articles, self.origins = Articles(self._rows), Sources(self._rows, self.where)
        self.maps = Maps(self._rows)

    @classmethod
    def open(
        cls,
        location: str | Path | StoreName,
        *,
        write: bool = True,
        create: bool = True,
        scripts: Path = migrate.SCRIPTS,
    ) -> Self:
        """Open the ledger at a path or a `postgresql://` URL, making it where there is none and bringing an older one
        up to the present.

        Raises SaysoError for what is no ledger, is damaged, was made by a newer sayso, or lies where nothing can
        be kept.
        """
        store = store_of(named(location), write=write, create=create)
        try:
            with store.faults():
                with store.reading.begin() as connection:
                    ready = store.is_ours(connection) and migrate.is_present(connection, store.where, scripts)
                if not ready:
                    store.prepare()
                    with store.writing.begin() as connection:
                        if not store.is_ours(connection):
                            store.claim(connection)
                        migrate.bring_up(connection, store.where, scripts)
                        store.settle(connection)
                        tallies.learn_all(connection)
                        _link_all(connection)
                        _brief_all(connection)
                        atlas.draw_all(connection)
                        search.add_all(connection)
        except BaseException:
            store.close()
            raise
        return cls(store)

    def close(self) -> None:
        """Let go of the file or the server."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def has(self, document: str) -> bool:
        """Whether the article of that id is kept: the id of a page is known before it is read."""
        with self._read() as connection:
            return _has(connection, schema.documents, document)

    def add(self, page: Page, reading: Reading) -> bool:
        """Keep a page and its reading, all or nothing; False where the article is there already."""
        with self._write() as connection:
            if _has(connection, schema.documents, reading.document.id):
                return False
            for table, values in rows.of_reading(page, reading):
                connection.execute(insert(table), values)
            _note(connection, reading.problems, reading.document.id)
            self._keep(connection, reading)
        return True

    def reread(self, reading: Reading, who: str, why: str = "") -> bool:
        """Put what a reader reads now in an article in the place of what was read, all or nothing; False if the same.

        What people decided is found again by the words that they decided on (`sayso.ledger.anchoring`).
        """
        document = reading.document.id
        with self._write() as connection:
            if not _has(connection, schema.documents, document) or self._is_as_read(connection, reading):
                return False
            judging.unsettle(connection, self._linking, document)
            self._empty(connection, document)
            row = rows.of_document(reading.document)
            connection.execute(update(schema.documents).where(schema.documents.c.id == document).values(**row))
            for table, values in rows.of_statements(reading):
                connection.execute(insert(table), values)
            _note(connection, reading.problems, document)
            entry = note_reread(connection, document, who, why)
            self._keep(connection, reading)
            self._linking.wrote(entry.id)
        return True

    def remove(self, document: str) -> bool:
        """Take an article out, with all that was read in it; False where it is not there.

        What is left is what there was before it came, but for the journal, which forgets nothing.
        """
        with self._write() as connection:
            if not _has(connection, schema.documents, document):
                return False
            judging.unsettle(connection, self._linking, document)
            self._empty(connection, document)
            connection.execute(
                update(schema.problems).where(schema.problems.c.document == document).values(document=None)
            )
            connection.execute(delete(schema.pages).where(schema.pages.c.document == document))
            connection.execute(delete(schema.documents).where(schema.documents.c.id == document))
            connection.execute(update(schema.removals).values(number=schema.removals.c.number + 1))
        return True

    def _keep(self, connection: Connection, reading: Reading) -> None:
        """Link an article whose rows are written, make its words known, and heed what people decided in it."""
        tallies.learn(connection, reading.document.id)
        self._linking.add(connection, reading.document, rows.filed_of(reading))
        search.add(connection, reading.document.id)
        judging.settle(connection, self._linking, reading.document.id)

    def _empty(self, connection: Connection, document: str) -> None:
        """Take out all that was read in an article; the article and its page stay."""
        search.remove(connection, document)
        self._linking.remove(connection, document)
        tallies.forget(connection, document)
        mine = select(schema.statements.c.id).where(schema.statements.c.document == document)
        for table in (schema.hops, schema.places, schema.figures):
            connection.execute(delete(table).where(table.c.statement.in_(mine)))
        connection.execute(delete(schema.statements).where(schema.statements.c.document == document))

    def _is_as_read(self, connection: Connection, reading: Reading) -> bool:
        """Whether the article and its statements are those that were read before, but for what people corrected."""
        d, s, r = schema.documents, schema.statements, schema.as_read
        whole = connection.execute(select(d.c.whole).where(d.c.id == reading.document.id)).scalar_one()
        query = select(func.coalesce(r.c.whole, s.c.whole)).select_from(s).outerjoin(r, r.c.statement == s.c.id)
        known = connection.execute(query.where(s.c.document == reading.document.id).order_by(s.c.position))
        now = [canonical(each) for each in rows.distinct(reading.statements)]
        return bool(whole == canonical(reading.document)) and list(known.scalars()) == now

    def note(self, problem: Problem) -> None:
        """Keep a row about what could not be read; the same row again changes nothing."""
        with self._write() as connection:
            _note(connection, (problem,), None)

    def documents(self, *, hidden: bool = False) -> Iterator[Document]:
        """Every article, in the order of the locations; those that people hid only if asked."""
        d = schema.documents
        query = select(d.c.whole) if hidden else select(d.c.whole).where(d.c.hidden.is_(False))
        for row in self._rows(query.order_by(d.c.location, d.c.id)):
            yield revived(Document, row.whole)

    def document(self, document: str) -> Document | None:
        """The article of that id."""
        d = schema.documents
        return next(
            (revived(Document, row.whole) for row in self._rows(select(d.c.whole).where(d.c.id == document))), None
        )

    def page(self, document: str) -> Page | None:
        """The article of that id as it was received."""
        p = schema.pages
        for row in self._rows(select(p).where(p.c.document == document)):
            return Page(row.location, row.content, Media(row.media), row.url, row.captured, row.tool)
        return None

    def statement(self, statement: str) -> Statement | None:
        """The statement of that id."""
        s = schema.statements
        found = self._rows(select(s.c.whole).where(s.c.id == statement))
        return next((revived(Statement, row.whole) for row in found), None)

    def statements(
        self,
        document: str | None = None,
        *,
        voice: Voice | None = None,
        origin: str | None = None,
        side: str | None = None,
        basis: Basis | None = None,
        certainty: Certainty | None = None,
        interest: Interest | None = None,
        event: Event | None = None,
        relay: str | None = None,
        place: str | None = None,
        country: str | None = None,
        since: date | None = None,
        until: date | None = None,
        hidden: bool | None = None,
    ) -> Iterator[Statement]:
        """The statements that meet every condition given, article by article in the order of the text.

        As people corrected them; `hidden`: only those that people hid, or only the others.
        `since` and `until` keep what is said of a time that touches those days; an open end touches all beyond it.
        """
        s, h, p = schema.statements, schema.hops, schema.places
        same: Sequence[tuple[Any, ColumnElement[Any]]] = (
            (document, s.c.document),
            (voice, s.c.voice),
            (origin, s.c.origin_name),
            (side, s.c.origin_side),
            (basis, s.c.basis),
            (certainty, s.c.certainty),
            (interest, s.c.interest),
            (event, s.c.event),
        )
        conditions: list[ColumnElement[bool]] = [column == str(value) for value, column in same if value is not None]
        if hidden is not None:
            conditions.append(s.c.hidden.is_(hidden))
        if relay is not None:
            conditions.append(exists().where(and_(h.c.statement == s.c.id, h.c.name == relay)))
        if place is not None:
            conditions.append(exists().where(and_(p.c.statement == s.c.id, p.c.text == place)))
        if country is not None:
            conditions.append(exists().where(and_(p.c.statement == s.c.id, p.c.country == country)))
        if since is not None or until is not None:
            conditions.append(s.c.time_from.is_not(None) | s.c.time_to.is_not(None))
        if since is not None:
            conditions.append(s.c.time_to.is_(None) | (s.c.time_to >= since))
        if until is not None:
            conditions.append(s.c.time_from.is_(None) | (s.c.time_from <= until))
        d = schema.documents
        query = select(s.c.whole).join(d, d.c.id == s.c.document).where(*conditions)
        for row in self._rows(query.order_by(d.c.location, d.c.id, s.c.position)):
            yield revived(Statement, row.whole)

    def listed(self) -> Iterator[Listed]:
        """Every article with its number of statements, in the order of the locations."""
        d, s = schema.documents, schema.statements
        mine = (s.c.document == d.c.id, s.c.hidden.is_(False))
        count = select(func.count()).where(*mine).scalar_subquery().label("statements")
        query = select(
            d.c.id,
            d.c.location,
            d.c.title,
            d.c.outlet,
            d.c.language,
            d.c.published_earliest,
            d.c.published_latest,
            count,
        ).order_by(d.c.location, d.c.id)
        for row in self._rows(query):
            yield Listed(*row)

    def problems(self, document: str | None = None) -> Iterator[Noted]:
        """The journal of what could not be read, in the order of the locations; or what one article met."""
        n = schema.problems
        query = select(n).order_by(n.c.location, n.c.id)
        for row in self._rows(query if document is None else query.where(n.c.document == document)):
            yield Noted(revived(Problem, row.whole), row.noted, row.document)

    def sources(self, side: str | None = None, limit: int | None = None) -> Iterator[Source]:
        """The origins, those with the most statements first; of one side, or all."""
        return sources(self._rows, side, limit)

    def sides(self) -> tuple[tuple[str, int], ...]:
        """Every side with the number of its statements, the busiest first."""
        t = charts.sides
        query = select(t.c.side, t.c.statements).order_by(t.c.statements.desc(), t.c.side)
        return tuple((row.side, row.statements) for row in self._rows(query))

    def find(self, prefix: str) -> Document | Statement:
        """The article or statement whose id begins so; raises SaysoError where none does, or more than one."""
        wanted = prefix.strip().lower()
        hits = [self._ids(table, wanted) for table in (schema.documents, schema.statements)]
        if wanted and len(hits[0]) + len(hits[1]) == 1:
            found = self.document(hits[0][0]) if hits[0] else self.statement(hits[1][0])
            if found is not None:
                return found
        if wanted and any(hits):
            some = ", ".join((hits[0] + hits[1])[:4])
            raise SaysoError(
                Problem(
                    prefix, f"more than one id begins so ({some} …)", "nothing shown", "Give more digits of the id."
                )
            )
        raise SaysoError(
            Problem(prefix, f"no article or statement in {self.where} has this id", "nothing shown", "See: sayso list.")
        )

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes, for what puts rows into the tables by itself."""
        with self._write() as connection:
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[Self]:
        """The ledger as it is now, for several questions that must be answered from one state: an export, a page.

        For one thread, and for no longer than the questions take.
        """
        with self._read() as connection:
            still = copy(self)
            still._held = connection
            still._ask()
            yield still

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        if self._held is not None:
            with self._store.faults():
                yield self._held
            return
        with self._store.faults(), self._store.reading.begin() as connection:
            yield connection

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        """A transaction that alone writes: among the threads of this process by a lock, and by the store's own."""
        if not self._lock.acquire(timeout=BUSY_SECONDS):
            raise SaysoError(busy(self.where))
        try:
            with self._store.faults(), self._store.writing.begin() as connection:
                for links in self._links:
                    links.mind(entries.last(connection), _removed(connection))
                yield connection
        except BaseException:
            self._links.clear()  # it may remember what was never kept
            raise
        finally:
            self._lock.release()

    @property
    def _linking(self) -> "Linking":
        """What linking remembers between articles; only within `_write`.

        Loaded when something is first added: lists and searches do without it.
        """
        from sayso.ledger.linking import Linking

        if not self._links:
            self._links.append(Linking())
        return self._links[0]

    def _ids(self, table: Table, prefix: str) -> list[str]:
        # ids are hexadecimal digits, so that "g" lies just beyond every continuation of a prefix
        query = select(table.c.id).where(table.c.id >= prefix, table.c.id < prefix + "g").order_by(table.c.id).limit(5)
        return [str(row.id) for row in self._rows(query)]

    def _rows(self, query: Select[Any]) -> Iterator[Any]:
        left = False
        try:
            with self._read() as connection:
                try:
                    yield from connection.execute(query, execution_options={"yield_per": CHUNK})
                except GeneratorExit:
                    left = True
                    raise
        except SaysoError:
            if not left:  # who has gone away is not told that the server has, too
                raise


def _has(connection: Connection, table: Table, wanted: str) -> bool:
    return connection.execute(select(table.c.id).where(table.c.id == wanted)).first() is not None


def _removed(connection: Connection) -> int:
    number: int = connection.execute(select(schema.removals.c.number)).scalar_one()
    return number


def _note(connection: Connection, problems: Iterable[Problem], document: str | None) -> None:
    for problem in problems:
        row = rows.of_problem(problem, document, datetime.now(UTC))
        if not _has(connection, schema.problems, row["id"]):
            connection.execute(insert(schema.problems), [row])


def _link_all(connection: Connection) -> None:
    from sayso.ledger.linking import link_all

    link_all(connection)


def _brief_all(connection: Connection) -> None:
    if connection.execute(select(schema.members.c.statement).limit(1)).first() is not None:
        from sayso.ledger.linking import brief_all

        brief_all(connection)
