"""Floors rise and never fall: by the arithmetic, and by the history of the file."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from evals.floors import FILE, Fall, falls, load, lowered, raised

ROOT = Path(__file__).parents[2]


def test_a_figure_below_its_floor_falls_and_so_does_one_no_longer_measured() -> None:
    floors = {"demo": {"voice": 0.90, "chain": 0.50, "basis": 0.70}, "seeds": {"voice": 0.99}}
    assert falls(floors, {"demo": {"voice": 0.88, "basis": 0.70}}) == [
        Fall("demo", "voice", 0.90, 0.88),
        Fall("demo", "chain", 0.50, None),
    ]


def test_a_floor_is_met_to_its_own_two_decimals() -> None:
    assert falls({"demo": {"voice": 0.80}}, {"demo": {"voice": 0.7958}}) == []
    assert falls({"demo": {"voice": 0.80}}, {"demo": {"voice": 0.7942}}) != []


def test_raising_rounds_down_and_lowers_nothing() -> None:
    before = {"demo": {"voice": 0.90, "chain": 0.50}, "seeds": {"voice": 0.80}}
    measured = {"demo": {"voice": 0.879, "chain": 0.5999, "cue": 0.57}, "new": {"source": 0.801}}
    after = raised(before, measured)
    assert after == {
        "demo": {"voice": 0.90, "chain": 0.59, "cue": 0.57},
        "seeds": {"voice": 0.80},
        "new": {"source": 0.80},
    }
    assert lowered(before, after) == []
    assert lowered(after, before) == [
        Fall("demo", "chain", 0.59, 0.50),
        Fall("demo", "cue", 0.57, None),
        Fall("new", "source", 0.80, None),
    ]


def git(*arguments: str) -> str:
    """What git says, or a skip where it cannot say anything."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"no history to compare with: {done.stderr.strip().splitlines()[0]}")
    return done.stdout


def test_the_floors_never_fell_in_the_history_at_hand() -> None:
    name = FILE.relative_to(ROOT).as_posix()
    commits = git("log", "--reverse", "--format=%H", "--diff-filter=AM", "--", name).split()
    if not commits:
        pytest.skip("the floors have no history yet")
    versions = [json.loads(git("show", f"{commit}:{name}")) for commit in commits]
    for before, after, commit in zip(
        versions, [*versions[1:], load()], [*commits[1:], "the working tree"], strict=True
    ):
        assert lowered(before, after) == [], f"lowered by {commit}"
