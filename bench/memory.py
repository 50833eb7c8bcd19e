"""The peak memory of a process that reads one very long article and does nothing else."""

import json
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

BAR_MB = 700
ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Result:
    """Megabytes (10^6 bytes) at the peak, and at the start of reading: the article is there, the reader is not."""

    words: int
    statements: int
    start_mb: float
    peak_mb: float


def measure(words: int, seed: int) -> Result:
    """Read the article in a process of its own."""
    command = [sys.executable, "-m", "bench.memory", str(words), str(seed)]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    return Result(**json.loads(done.stdout))


def peak_mb() -> float:
    """The most that this process has held so far; Linux counts in KiB, macOS in bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6


def _child(words: int, seed: int) -> None:
    from bench.article import article

    text = article(words, seed)
    start = peak_mb()
    import sayso

    reading = sayso.read(text)
    result = {"words": len(text.split()), "statements": len(reading.statements)}
    print(json.dumps(result | {"start_mb": start, "peak_mb": peak_mb()}))


if __name__ == "__main__":
    _child(*map(int, sys.argv[1:]))
