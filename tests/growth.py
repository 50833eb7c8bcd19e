"""Growth: the processor's time that a reading takes, and whether it takes time as its text takes room."""

import time
from collections.abc import Callable

TIMES = 8
# Quadratic time grows 64-fold here, linear time eightfold; twice that leaves room for a busy machine.
ROOM = 2
# What takes less is at the mercy of the clock.
UNFELT = 0.25


def is_linear(read: Callable[[str], object], piece: str, size: int = 20_000) -> bool:
    """Whether a text of pieces, about `size` code points long, is read in an eighth of the time of eight such texts."""
    count = max(1, size // len(piece))
    long = seconds(lambda: read(piece * count * TIMES))
    return long < UNFELT or long < ROOM * TIMES * seconds(lambda: read(piece * count))


def seconds(work: Callable[[], object]) -> float:
    """The processor's time for a piece of work."""
    begun = time.process_time()
    work()
    return time.process_time() - begun
