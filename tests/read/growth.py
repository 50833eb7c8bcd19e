"""Growth: whether a reading takes time as its text takes room, by the processor's clock: one text and eight."""

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
    long = _seconds(read, piece * count * TIMES)
    return long < UNFELT or long < ROOM * TIMES * _seconds(read, piece * count)


def _seconds(read: Callable[[str], object], text: str) -> float:
    begun = time.process_time()
    read(text)
    return time.process_time() - begun
