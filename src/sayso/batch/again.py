"""Reading again: kept pages go through the present reader, and take the place of what an older one read.

What people decided stays: it is found again by the words that it was decided on. A page that cannot be read now keeps
what was read before.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.batch.attempt import Reader, attempt
from sayso.ledger import Ledger
from sayso.model.judgement import Entry
from sayso.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Reread:
    """Articles that were read otherwise and those that were read the same; what could not be read; what is adrift."""

    changed: int = 0
    same: int = 0
    problems: tuple[Problem, ...] = ()
    adrift: tuple[Entry, ...] = ()


def read_again(
    ledger: Ledger,
    documents: Sequence[str],
    read: Reader,
    who: str,
    progress: Callable[[str], None] | None = None,
) -> Reread:
    """Read these articles again, each in one transaction; `progress` is called with the location of each."""
    changed = same = 0
    problems: list[Problem] = []
    for document in documents:
        page = ledger.page(document)
        if page is None:
            continue
        if progress is not None:
            progress(page.location)
        reading = attempt(read, page)
        if isinstance(reading, Problem):
            problems.append(reading)
            ledger.note(reading)
        elif ledger.reread(reading, who):
            changed += 1
            problems += reading.problems
        else:
            same += 1
    return Reread(changed, same, tuple(problems), tuple(ledger.journal.adrift()))
