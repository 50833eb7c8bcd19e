"""Pages into a ledger on this machine, one after the other; a page that is known is not read again.

Every page ends in one of four ways, and one that cannot be read never stops the others. Breaking off loses only
the page at hand: the same call again goes on where it stopped.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from sayso.batch.attempt import Reader, attempt
from sayso.ledger import Ledger
from sayso.model.document import Page, document_id
from sayso.model.problem import Problem


class Fate(StrEnum):
    """How a page ended: read, known already, kept but not read (another language), or skipped."""

    READ = "read"
    KNOWN = "known"
    UNREAD = "unread"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one page; `document` is None where nothing was kept."""

    location: str
    fate: Fate
    document: str | None
    statements: int
    problems: tuple[Problem, ...]


def add_pages(ledger: Ledger, pages: Iterable[Page | Problem], read: Reader) -> Iterator[Outcome]:
    """Read the pages that are not in the ledger yet; raises SaysoError only where the ledger itself gives way."""
    for page in pages:
        yield _add(ledger, page, read)


def _add(ledger: Ledger, page: Page | Problem, read: Reader) -> Outcome:
    if isinstance(page, Problem):
        return _skipped(ledger, page)
    document = document_id(page.location, page.content)
    if ledger.has(document):
        return Outcome(page.location, Fate.KNOWN, document, 0, ())
    reading = attempt(read, page)
    if isinstance(reading, Problem):
        return _skipped(ledger, reading)
    if not ledger.add(page, reading):
        return Outcome(page.location, Fate.KNOWN, reading.document.id, 0, ())
    fate = Fate.READ if reading.statements else Fate.UNREAD
    return Outcome(page.location, fate, reading.document.id, len(reading.statements), reading.problems)


def _skipped(ledger: Ledger, problem: Problem) -> Outcome:
    ledger.note(problem)
    return Outcome(problem.where, Fate.SKIPPED, None, 0, (problem,))
