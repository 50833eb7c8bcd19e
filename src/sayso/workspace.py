"""The Python API: an open ledger and a reader.

    with Workspace("war.sayso") as workspace:
        print(workspace.add(["pile/"]))
        for article in workspace.list():
            print(article.title)

The command line has a verb for each method.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sayso.model.claim import Claim, ConflictKind, Copy, Standing
from sayso.model.document import Document, Page
from sayso.model.judgement import ANY, Entry, Judgement, JudgementKind, Named, Side, Subject, Value
from sayso.model.party import Party
from sayso.model.problem import Problem, SaysoError
from sayso.model.reading import Reading
from sayso.model.statement import Event, Figure, Place, Statement
from sayso.model.store import StoreName, named

if TYPE_CHECKING:
    from sayso.batch.again import Reread
    from sayso.batch.attempt import Reader
    from sayso.batch.local import Outcome
    from sayso.export.measures import Measure
    from sayso.intake.fetch import Rules
    from sayso.ledger import Ledger, Listed, Noted
    from sayso.ledger.articles import Articles
    from sayso.ledger.briefs import Order
    from sayso.ledger.browse import ClaimPage
    from sayso.ledger.claims import Found, ListedClaim, Parted, PartingPage
    from sayso.ledger.corrections import InParts
    from sayso.ledger.derivation import Compared, Derivation
    from sayso.ledger.maps import Maps
    from sayso.ledger.people import People
    from sayso.ledger.proposed import Proposed
    from sayso.ledger.queue import Address, Queue
    from sayso.ledger.sources import Source, Sources
    from sayso.ledger.wanted import Wanted

FORMATS = ("jsonl",)
_OWN_FILES = ("", "-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Summary:
    """What came of adding: articles read, known already, kept but not read, and files skipped; and every problem."""

    read: int = 0
    known: int = 0
    kept_unread: int = 0
    skipped: int = 0
    statements: int = 0
    problems: tuple[Problem, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, outcomes: "Iterable[Outcome]") -> Self:
        """The sum of single outcomes."""
        fates: Counter[str] = Counter()
        statements, problems = 0, list[Problem]()
        for outcome in outcomes:
            fates[outcome.fate.value] += 1
            statements += outcome.statements
            problems += outcome.problems
        return cls(
            read=fates["read"],
            known=fates["known"],
            kept_unread=fates["unread"],
            skipped=fates["skipped"],
            statements=statements,
            problems=tuple(problems),
        )


@dataclass(frozen=True, slots=True)
class Shown:
    """An article as it was read, with its copies, or one of its statements, with its claim.

    `statement` is None where the whole article is meant. `hidden` are statements that people hid.
    """

    reading: Reading
    statement: Statement | None
    claim: Claim | None = None
    copies: tuple[Copy, ...] = ()
    hidden: frozenset[str] = frozenset()


class Workspace:
    """A ledger by its path or URL, opened when it is first needed; every error is a SaysoError with its row.

    `Workspace("war.sayso").add(["pile/"])` reads what is new in the pile and leaves what is known alone;
    `Workspace("postgresql://desk:secret@db.example/war")` is one that several share. `parties` are those to the
    conflict, as `named_parties("sayso.toml")` gives them; without them each article tells. Several threads may use one.
    """

    def __init__(self, location: str | Path | StoreName, parties: tuple[Party, ...] = ()) -> None:
        self.location = named(location)
        self.parties = parties
        self._ledger: Ledger | None = None
        self._opening = Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the ledger's file or server."""
        with self._opening:
            if self._ledger is not None:
                self._ledger.close()
                self._ledger = None

    def open(self, *, create: bool = False) -> Self:
        """Open the ledger now, to be read and written; raises SaysoError where there is none, unless one is made."""
        self._open(write=True, create=create)
        return self

    def add(self, paths: Iterable[str | Path], progress: "Callable[[Outcome], None] | None" = None) -> Summary:
        """Read what is new under the paths and keep it; `progress` is called after each page."""

        def told() -> "Iterator[Outcome]":
            for outcome in self.adding(paths):
                if progress is not None:
                    progress(outcome)
                yield outcome

        return Summary.of(told())

    def adding(self, paths: Iterable[str | Path]) -> "Iterator[Outcome]":
        """The same one page at a time; what has been yielded is safe in the ledger."""
        from sayso.batch.local import add_pages

        path = self.location.path
        own = {Path(f"{path}{ending}").resolve() for ending in _OWN_FILES} if path else set()
        pages = (page for page in pages_under(paths) if not _is_one_of(page, own))
        yield from add_pages(self._open(write=True), pages, _reader(self.parties))

    def hand_in(self, handed: "Sequence[Page | Address | Problem]", person: str) -> str:
        """Keep pages in the queue of what is to be read, and addresses to be fetched; the id of the job."""
        return self._open(write=True).queue.hand_in(handed, person)

    def read_next(self, rules: "Rules | None" = None) -> "Outcome | None":
        """Read what has waited longest in the queue, fetched first if it is an address; None if nothing waits."""
        from sayso.batch.local import add_pages
        from sayso.intake.fetch import fetched
        from sayso.ledger.queue import MOST_TRIES

        ledger = self._open(write=True)
        taken = ledger.queue.take()
        if taken is None:
            return None
        page: Page | Problem
        if taken.tries > MOST_TRIES:
            where = taken.handed.location if isinstance(taken.handed, Page) else taken.handed.url
            what = f"the desk stopped {MOST_TRIES} times while it read this"
            page = Problem(where, what, "not read", "Please report it, with the page: this is a fault of sayso.")
        elif isinstance(taken.handed, Page):
            page = taken.handed
        else:
            page = fetched(taken.handed.url, rules)
            page = replace(page, tool=taken.handed.tool) if isinstance(page, Page) else page
        try:
            (outcome,) = add_pages(ledger, [page], _reader(self.parties))
        except SaysoError:
            with suppress(SaysoError):
                ledger.queue.give_back(taken)
            raise
        ledger.queue.settle(taken, outcome.fate.value, outcome.document, outcome.statements, outcome.problems)
        return outcome

    @property
    def queue(self) -> "Queue":
        """What was handed in, and what became of it."""
        return self._open().queue

    @property
    def people(self) -> "People":
        """Who may work at the ledger's desk."""
        return self._open().people

    def list(self) -> "Iterator[Listed]":
        """The articles, in the order of their locations."""
        return self._open().listed()

    @property
    def articles(self) -> "Articles":
        """The articles a page at a time, and what hangs on each."""
        return self._open().articles

    @property
    def origins(self) -> "Sources":
        """The origins a page at a time, and what hangs on each."""
        return self._open().origins

    @property
    def maps(self) -> "Maps":
        """Where and when claims are said to be, for the map and the timeline."""
        return self._open().maps

    def problems(self) -> "Iterator[Noted]":
        """The journal of what could not be read."""
        return self._open().problems()

    def show(self, prefix: str) -> Shown:
        """The article or statement whose id begins so."""
        ledger = self._open()
        found = ledger.find(prefix)
        if isinstance(found, Document):
            copies = tuple(ledger.claims.copies((found.id,)))
            return Shown(self._reading(ledger, found), None, copies=copies, hidden=self._hidden(ledger, found))
        document = ledger.document(found.document)
        assert document is not None, "the ledger keeps no statement without its article"
        hidden = self._hidden(ledger, document)
        return Shown(self._reading(ledger, document), found, ledger.claims.of(found.id), hidden=hidden)

    def received(self, document: str) -> tuple[Document, Page]:
        """The article of this id, and its page as it was received."""
        ledger = self._open()
        found, page = ledger.document(document), ledger.page(document)
        if found is None or page is None:
            what = f"no article in {self.location} has this id"
            raise SaysoError(Problem(document, what, "nothing shown", "See: sayso list."))
        return found, page

    def claims(
        self,
        *,
        place: str | None = None,
        since: date | None = None,
        until: date | None = None,
        event: Event | None = None,
        side: str | None = None,
        words: str | None = None,
        standing: Standing | None = None,
        contested: bool | None = None,
        limit: int | None = None,
    ) -> "Iterator[ListedClaim]":
        """The claims of which one statement meets every condition, those first that a person should look at first.

        Contested ones, then echoed, then one-sided, then by the number of articles. `since` and `until` are of the
        time that is claimed, and where none is, of the days when the article was written.
        """
        from sayso.ledger.wanted import Wanted

        wanted = Wanted(place, since, until, event, side, words, standing, contested)
        return self._open().claims.listed(wanted, limit)

    def claim_page(
        self,
        wanted: "Wanted | None" = None,
        order: "Order | None" = None,
        after: str | None = None,
        limit: int = 50,
    ) -> "ClaimPage":
        """The claims wanted, a page at a time and in short; `after` is where the page before ended."""
        from sayso.ledger.briefs import Order
        from sayso.ledger.wanted import Wanted

        return self._open().claims.page(wanted or Wanted(), order or Order.NEED, after, limit)

    def common(self, kind: str, limit: int = 50) -> "tuple[tuple[str, int], ...]":
        """What most claims can be found by: the sides ("side"), measures ("measure") that most of them have."""
        return self._open().claims.common(kind, limit)

    def claim(self, prefix: str) -> Claim:
        """The claim whose id begins so, or that of the statement whose id does."""
        return self._open().claims.find(prefix)

    def why(self, prefix: str, *, folded: bool = False) -> "Derivation":
        """All that this claim stands on; `folded` as for conflicts."""
        from sayso.ledger.derivation import derived

        return derived(self._open().claims, prefix, folded=folded)

    def looked_at(self, prefix: str, *, statements: int = 400, conflicts: int = 50) -> "Derivation":
        """What a page shows of what this claim stands on: no more than so many statements, those first said first."""
        from sayso.ledger.derivation import looked_at

        return looked_at(self._open().claims, prefix, statements, conflicts)

    def partings(
        self,
        kind: ConflictKind | None = None,
        wanted: "Wanted | None" = None,
        after: str | None = None,
        limit: int = 25,
    ) -> "PartingPage":
        """How claims part of which one is wanted, two claims once, a page at a time."""
        from sayso.ledger.wanted import Wanted

        return self._open().claims.parting_page(kind, wanted or Wanted(), after, limit)

    def compare(self, a: str, b: str) -> "Compared":
        """Why two statements, whose ids begin so, are together or not."""
        from sayso.ledger.derivation import compared

        one, other = self._statement(a), self._statement(b)
        if one == other:
            what = "both ids are those of one statement"
            raise SaysoError(Problem(b, what, "nothing compared", "Give two statements."))
        ledger = self._open()
        return replace(compared(ledger.claims, one, other), ruled=ledger.journal.ruled(one, other))

    def conflicts(
        self,
        *,
        kind: ConflictKind | None = None,
        place: str | None = None,
        words: str | None = None,
        limit: int | None = None,
        folded: bool = False,
    ) -> "Iterator[Parted]":
        """The conflicts with both their statements: of a kind, of a place, with these words in one of the two.

        `folded`: one for each two claims that part in one way, though many pairs of their statements do.
        """
        return self._open().claims.conflicts(kind, place, words, limit, folded=folded)

    def copies(self) -> Iterator[Copy]:
        """The articles that are others' copies, take a part of them, or are versions of one page, with the passages."""
        return self._open().claims.copies()

    def sources(self, *, side: str | None = None, limit: int | None = None) -> "Iterator[Source]":
        """The origins that the ledger has met, those with the most statements first."""
        return self._open().sources(side, limit)

    def sides(self) -> "tuple[tuple[str, int], ...]":
        """Every side with the number of its statements."""
        return self._open().sides()

    def figures(self, *, measure: str | None = None, place: str | None = None) -> "tuple[Measure, ...]":
        """The figures of each measure with their range: of what is asked for ("killed"), or all.

        A figure is of a place by the words of its statement, of another of its claim, or of one that it conflicts with.
        """
        from sayso.export.measures import by_measure
        from sayso.weigh.sheet import sheet

        return by_measure(sheet(self._open().claims.figured(place), measure))

    def figures_of(self, wanted: "Wanted") -> "tuple[tuple[Measure, ...], bool]":
        """The figures of the newest claims wanted by their measures, and whether there are more than one page takes."""
        from sayso.export.measures import by_measure
        from sayso.ledger.handles import measure
        from sayso.weigh.sheet import sheet

        filed, more = self._open().claims.figured_page(wanted)
        rows = sheet(filed)
        if wanted.measure is not None:
            rows = tuple(row for row in rows if measure(row.measure) == measure(wanted.measure))
        return by_measure(rows), more

    def search(self, words: str, *, limit: int | None = None, most: int | None = None) -> "Iterator[Found]":
        """The statements that have the words, the best answers first: `"covered market" killed OR wounded -fire`.

        `most`: of words that more statements have, any so many of these are looked at.
        """
        return self._open().claims.search(words, limit, most)

    def remove(self, prefix: str) -> Document:
        """Take the article whose id begins so out of the ledger, with all that was read in it."""
        ledger = self._open(write=True, create=False)
        try:
            found = ledger.find(prefix)
        except SaysoError as error:
            raise SaysoError(replace(error.problem, effect="nothing removed")) from error
        if not isinstance(found, Document):
            what, remedy = "this is the id of a statement", f"Give that of its article: {found.document}."
            raise SaysoError(Problem(prefix, what, "nothing removed", remedy))
        ledger.remove(found.id)
        return found

    def judge(
        self,
        who: str,
        kind: JudgementKind,
        about: str | Named | Sequence[str],
        value: Value | None = None,
        why: str = "",
        *,
        seen: str | None = ANY,
    ) -> Judgement:
        """Enter what somebody decides about a statement, claim, article or source, and let it take effect.

        `workspace.judge("ada", JudgementKind.SIDE, "3f2a", Side("Ostrel"), "the tape names them")`. `about` is an id or
        its first digits; to merge, two or more of claims or statements; to split, the statements that are taken off.
        `seen` is what `last_entry` told when the page was made: raises Overtaken where the same was decided since.
        A side without an interest takes that of the rule (`served`).
        """
        from sayso.ledger.meant import meant

        draft = meant(self._open(write=True), who, kind, about, value, why)
        if isinstance(draft.value, Side) and draft.value.interest is None and draft.subject is Subject.STATEMENT:
            draft = replace(draft, value=self.served(draft.ids[0], draft.value.side))
        return self._open().journal.judge(draft, seen)

    def said(self, prefix: str) -> Statement:
        """The statement whose id begins so, as people corrected it."""
        return self._said(self._open(), prefix)

    def served(self, prefix: str, side: str) -> Side:
        """Whom a statement serves if its origin is on that side, and by which line of the rule of interest."""
        from sayso.ledger.proposed import served

        ledger = self._open()
        statement = self._said(ledger, prefix)
        document = ledger.document(statement.document)
        assert document is not None, "a statement is of an article"
        return served(document, statement, Side(side.strip()), self.parties)

    def bearers(self, prefix: str, name: str, instead_of: str | None = None) -> "tuple[Proposed, ...]":
        """The places that a name can mean that somebody gives to a statement, nearest to its article's others first.

        `instead_of` is the place, as it is now, that is fixed.
        """
        from sayso.ledger.proposed import bearers_of

        ledger = self._open()
        statement = self._said(ledger, prefix)
        return bearers_of(name, ledger.statements(statement.document), instead_of)

    def parts(self, statement: str) -> "tuple[InParts[Place], InParts[Figure]]":
        """The places and figures of a statement, each with the part by which it is fixed again."""
        from sayso.ledger.corrections import counted, latest, placed

        ledger = self._open()
        read = ledger.journal.read(statement) or self._said(ledger, statement)
        values = latest(ledger.journal.of_statement(statement))
        return placed(read, values), counted(read, values)

    def last_entry(self) -> str | None:
        """The id of the journal's last entry: the state that a page shows, for `judge` to be told of as seen."""
        return self._open().journal.last()

    def undo(self, entry: str, who: str, why: str = "") -> Judgement:
        """Take back the entry of the journal whose id begins so, by another entry; an undo can be undone."""
        return self._open(write=True).journal.undo(entry, who, why)

    def journal(
        self,
        about: str | Named | None = None,
        *,
        kind: JudgementKind | None = None,
        who: str | None = None,
        limit: int | None = None,
        before: str | None = None,
    ) -> Iterator[Entry]:
        """What people decided, the last first: about a statement, claim, article or source; before an entry."""
        from sayso.ledger.meant import id_of

        ledger = self._open()
        thing = None if about is None else id_of(ledger, about)
        return ledger.journal.listed(thing, kind=kind, who=who, limit=limit, before=before)

    def entry(self, prefix: str) -> Entry:
        """The entry of the journal whose id begins so."""
        return self._open().journal.entry(prefix)

    def judged(self, about: str | Named, subject: Subject | None = None) -> tuple[Judgement, ...]:
        """What is in force on a statement, claim, article or source, by its whole id; the earliest first."""
        journal = self._open().journal
        if isinstance(about, Named):
            return journal.of_source(about)
        ask = {Subject.CLAIM: journal.of_claim, Subject.ARTICLE: journal.of_article}
        return ask.get(subject or Subject.STATEMENT, journal.of_statement)(about)

    def judged_in(self, document: str) -> Iterator[tuple[str, Judgement]]:
        """What is in force on the statements of an article, each with its statement's id; the earliest first."""
        return self._open().journal.in_article(document)

    def last_of(self, who: str) -> str | None:
        """The id of the last of somebody's decisions that is in force: what they would take back first."""
        return self._open().journal.last_of(who)

    def as_read(self, statement: str) -> Statement | None:
        """What the reader had read, of a statement that people have corrected; None of any other."""
        return self._open().journal.read(statement)

    def adrift(self) -> Iterator[Entry]:
        """Entries of which the words are found nowhere in their articles as these are read now."""
        return self._open().journal.adrift()

    def drifting(self) -> Iterator[Problem]:
        """A row for each statement that was judged and is found nowhere now."""
        from sayso.ledger.journal import drifting

        for entry in self.adrift():
            yield from drifting(entry)

    def reread(
        self, prefix: str | None = None, who: str = "sayso", progress: "Callable[[str], None] | None" = None
    ) -> "Reread":
        """Read kept pages again with the present reader: the article whose id begins so, or all.

        What people decided is found again by the words that they decided on; what is adrift is told.
        """
        from sayso.batch.again import read_again

        ledger = self._open(write=True, create=False)
        documents = [document.id for document in ledger.documents(hidden=True)] if prefix is None else []
        if prefix is not None:
            found = ledger.find(prefix)
            documents = [found.id if isinstance(found, Document) else found.document]
        return read_again(ledger, documents, _reader(self.parties), who, progress)

    def export(self, to: str = "jsonl", *, hidden: bool = False) -> Iterator[str]:
        """The whole ledger as lines of text without their ends: each article with its statements, claims, conflicts.

        As people corrected it; what they hid is left out, unless it is asked for.
        """
        from sayso.export.exchange import claim_row, conflict_row
        from sayso.export.jsonl import line, lines

        if to not in FORMATS:
            raise SaysoError(
                Problem(to, "this format is not known", "nothing exported", f"Choose one of: {', '.join(FORMATS)}.")
            )
        with self._open().snapshot() as ledger:
            stems = ledger.claims.stems()
            for document in ledger.documents(hidden=hidden):
                known = replace(document, copy_of=stems.get(document.id, document.copy_of))
                shown = ledger.statements(document.id, hidden=None if hidden else False)
                yield from lines(Reading(known, tuple(shown)))
            yield from (line(claim_row(claim)) for claim in ledger.claims.all_claims())
            yield from (line(conflict_row(conflict)) for conflict in ledger.claims.all_conflicts())

    @staticmethod
    def _reading(ledger: "Ledger", document: Document) -> Reading:
        problems = tuple(noted.problem for noted in ledger.problems(document.id))
        return Reading(document, tuple(ledger.statements(document.id)), problems)

    @staticmethod
    def _hidden(ledger: "Ledger", document: Document) -> frozenset[str]:
        return frozenset(each.id for each in ledger.statements(document.id, hidden=True))

    def _statement(self, prefix: str) -> str:
        found = self._open().find(prefix)
        if isinstance(found, Document):
            what, remedy = "this is the id of an article", "Give that of a statement in it; sayso show tells them."
            raise SaysoError(Problem(prefix, what, "nothing compared", remedy))
        return found.id

    @staticmethod
    def _said(ledger: "Ledger", prefix: str) -> Statement:
        found = ledger.find(prefix)
        if isinstance(found, Document):
            what, remedy = "this is the id of an article", "Give that of a statement in it; sayso show tells them."
            raise SaysoError(Problem(prefix, what, "nothing shown", remedy))
        return found

    def _open(self, *, write: bool = False, create: bool | None = None) -> "Ledger":
        from sayso.ledger import Ledger

        with self._opening:
            if self._ledger is None:
                self._ledger = Ledger.open(self.location, write=write, create=write if create is None else create)
            return self._ledger


def read(text_or_path: str | Path, parties: tuple[Party, ...] = ()) -> Reading:
    """One article read: `read(Path("pile/0412.html"))` or `read("Karsk has fallen, the army said.")`.

    A str that has a line break, or is not the path of anything, is the text itself. Raises SaysoError with the row
    that says why where it cannot be read.
    """
    page = _page(text_or_path)
    reading = _reader(parties)(page) if isinstance(page, Page) else page
    if isinstance(reading, Problem):
        raise SaysoError(reading)
    return reading


def readings(paths: Iterable[str | Path], parties: tuple[Party, ...] = ()) -> Iterator[Reading | Problem]:
    """Every article under the paths read, without a ledger; a row for what cannot be."""
    from sayso.batch.attempt import attempt

    reader = _reader(parties)
    for page in pages_under(paths):
        yield page if isinstance(page, Problem) else attempt(reader, page)


def named_parties(path: str | Path | None = None) -> tuple[Party, ...]:
    """The parties that a file names; without a path those of the working directory's `sayso.toml`, if it has one.

    Raises SaysoError with the row that says what is wrong with the file; nothing of it is used then.
    """
    from sayso.intake.settings import FILE, parties_of

    if path is None and not Path(FILE).exists():
        return ()
    found = parties_of(Path(FILE if path is None else path))
    if isinstance(found, Problem):
        raise SaysoError(found)
    return found


def _reader(parties: tuple[Party, ...]) -> "Reader":
    return partial(read_page, parties=parties) if parties else read_page


def reading_of_bytes(content: bytes, location: str, parties: tuple[Party, ...] = ()) -> Reading | Problem:
    """An article that came through a pipe, read."""
    from sayso.batch.attempt import attempt
    from sayso.intake import page_of_text

    page = replace(page_of_text("", location), content=content)
    return attempt(_reader(parties), page)


def pages_under(paths: Iterable[str | Path]) -> Iterator[Page | Problem]:
    """The pages in files and folders."""
    from sayso.intake import pages

    return pages(paths)


def read_page(page: Page, parties: tuple[Party, ...] = ()) -> Reading | Problem:
    """One page through the pipeline; an article in which nothing is said has a row that says so."""
    from sayso import pipeline

    reading = pipeline.read_page(page, parties)
    if isinstance(reading, Problem) or reading.statements or reading.problems:
        return reading
    row = Problem(page.location, "no statement was found in it", "kept, nothing read", "Check that it is an article.")
    return replace(reading, problems=(row,))


def count_files(paths: Iterable[str | Path]) -> int:
    """About how many pages there will be, for a progress bar."""
    from sayso.intake.folders import files_in

    return sum(sum(1 for _ in files_in(Path(path))) if Path(path).is_dir() else 1 for path in paths)


def _page(text_or_path: str | Path) -> Page | Problem:
    from sayso.intake import page_of_text

    if isinstance(text_or_path, str) and not _is_path(text_or_path):
        return page_of_text(text_or_path)
    path = Path(text_or_path)
    if path.is_dir():
        return Problem(
            str(path), "this is a folder", "not read", "Give one article, or add them all: Workspace(LEDGER).add([…])."
        )
    return next(pages_under([path]))


def _is_path(text: str) -> bool:
    if not text.strip() or "\n" in text or "\r" in text:
        return False
    try:
        return Path(text).exists()
    except (OSError, ValueError):  # longer than any path, or with a NUL
        return False


def _is_one_of(page: Page | Problem, files: set[Path]) -> bool:
    """A ledger kept in the folder that is added is no article."""
    if isinstance(page, Page):
        return False
    try:
        return Path(page.where).resolve() in files
    except (OSError, ValueError):
        return False
