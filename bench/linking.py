"""How linking grows: a pile against one of twice its size, and one more article in a small and in a large ledger."""

import resource
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median

from bench.pile import ARTICLES_A_DAY, STATEMENTS, pile
from sayso.ledger import Ledger
from sayso.link.linked import linked

BAR_TWICE, BAR_ADDING, BAR_GB = 2.4, 2.0, 4.0
ADDED = 21
"""Articles added and timed, of which the middle one counts."""


@dataclass(frozen=True, slots=True)
class Linked:
    """CPU seconds of linking so many statements in memory, and the process's peak memory afterwards."""

    statements: int
    claims: int
    seconds: float
    peak_gb: float


@dataclass(frozen=True, slots=True)
class Adding:
    """CPU seconds of adding one article to a ledger of so many statements."""

    statements: int
    seconds: float


def growth(sizes: Sequence[int], seed: int = 0, a_day: int = ARTICLES_A_DAY) -> Iterator[Linked]:
    """The curve over piles of these sizes; the reading is not in it."""
    for size in sizes:
        filed = [one for _, reading in pile(size, seed, a_day) for one in reading.filed]
        began = time.process_time()
        claims = linked(filed).claims
        seconds = time.process_time() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
        yield Linked(len(filed), len(claims), seconds, peak)


def adding(sizes: Sequence[int], seed: int = 0, a_day: int = ARTICLES_A_DAY) -> Iterator[Adding]:
    """One more article in ledgers of these sizes."""
    last = max(sizes)
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "pile.sayso") as ledger:
        articles, kept = pile(last + (len(sizes) + 1) * ADDED * 2 * STATEMENTS, seed, a_day), 0
        for size in sorted(sizes):
            while kept < size:
                page, reading = next(articles)
                ledger.add(page, reading)
                kept += len(reading.statements)
            times = []
            for page, reading in islice(articles, ADDED):
                began = time.process_time()
                ledger.add(page, reading)
                times.append(time.process_time() - began)
                kept += len(reading.statements)
            yield Adding(size, median(times))
