"""The time of reading an article over that of the bare encoder on the same windows, in one run, turn by turn.

What the pipeline adds to the network (cleaning, words, decoding, every reader) may cost as much as
the network itself, and no more.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter, process_time
from unittest.mock import patch

from bench.article import article
from sayso import pipeline
from sayso.encoder import Encoder, encoder
from sayso.encoder.windows import Window
from sayso.intake import page_of_text
from sayso.model.document import Page
from sayso.model.problem import Problem, SaysoError

BAR = 1.6


@dataclass(frozen=True, slots=True)
class Seconds:
    """By the clock on the wall, and by what the processors worked for this process."""

    wall: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Seconds of one reading and of one run of the bare encoder right after it."""

    reading: Seconds
    encoder: Seconds

    @property
    def ratio(self) -> float:
        """How many times as long as the bare encoder the reading took."""
        return self.reading.wall / self.encoder.wall

    @property
    def cpu_ratio(self) -> float:
        """The same by processor time, which tells more where other programs share the cores."""
        return self.reading.cpu / self.encoder.cpu


@dataclass(frozen=True, slots=True)
class Result:
    """All pairs of a run; `ratio` is the median of the pairs' ratios, since a neighbour's load hits a pair alike."""

    words: int
    statements: int
    windows: int
    pairs: tuple[Pair, ...]

    @property
    def ratio(self) -> float:
        """The figure held against the bar."""
        return median(pair.ratio for pair in self.pairs)

    @property
    def cpu_ratio(self) -> float:
        """The median by processor time."""
        return median(pair.cpu_ratio for pair in self.pairs)

    @property
    def words_per_second(self) -> float:
        """The median speed of reading."""
        return self.words / median(pair.reading.wall for pair in self.pairs)


def measure(words: int, seed: int, pairs: int) -> Result:
    """Read an invented article `pairs` times, each time followed by the bare encoder on the windows of that reading."""
    page = page_of_text(article(words, seed), "bench")
    statements, windows = _windows_of(page)
    network = encoder()

    def bare() -> None:
        for run in windows:
            network.run(run)

    def whole() -> None:
        _read(page)

    bare()
    found = tuple(Pair(_timed(whole), _timed(bare)) for _ in range(pairs))
    return Result(len(page.content.split()), statements, sum(map(len, windows)), found)


def _windows_of(page: Page) -> tuple[int, list[Sequence[Window]]]:
    """How many statements a reading finds, and the windows that it has the encoder run."""
    seen: list[Sequence[Window]] = []
    run = Encoder.run

    def recorded(self: Encoder, windows: Sequence[Window]) -> object:
        seen.append(windows)
        return run(self, windows)

    with patch.object(Encoder, "run", recorded):
        statements = _read(page)
    return statements, seen


def _read(page: Page) -> int:
    reading = pipeline.read_page(page)
    if isinstance(reading, Problem):
        raise SaysoError(reading)
    return len(reading.statements)


def _timed(task: Callable[[], None]) -> Seconds:
    wall, cpu = perf_counter(), process_time()
    task()
    return Seconds(perf_counter() - wall, process_time() - cpu)
