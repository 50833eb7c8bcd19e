"""kill -9 in the middle: no finished article is lost, and none is there by half."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from sayso.ledger import Ledger
from tests.ledger.example import numbered

ROOT = Path(__file__).parents[2]
MANY = 120
WRITER = """
import sys
from sayso.ledger import Ledger
from tests.ledger.example import numbered
print("ready", flush=True)
with Ledger.open(sys.argv[1]) as ledger:
    for number in range(int(sys.argv[2]), int(sys.argv[3])):
        ledger.add(*numbered(number))
        print(number, flush=True)
"""
SUICIDE = """
import os, signal
from sayso.ledger import Ledger, rows
from tests.ledger.example import numbered
whole = rows.of_reading

def broken(*given):
    for at, table in enumerate(whole(*given)):
        if at == {table}:
            os.kill(os.getpid(), signal.SIGKILL)
        yield table
    os.kill(os.getpid(), signal.SIGKILL)

with Ledger.open({path!r}) as ledger:
    rows.of_reading = broken
    ledger.add(*numbered(2))
"""


def writer(path: Path, first: int = 0, last: int = MANY) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), str(first), str(last)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )


def sound(path: Path) -> set[str]:
    """The ids of the articles, after making sure that each is whole."""
    with Ledger.open(path) as ledger:
        kept = {document.id: document for document in ledger.documents()}
        for number in range(MANY):
            received, expected = numbered(number)
            if expected.document.id in kept:
                assert kept[expected.document.id] == expected.document
                assert tuple(ledger.statements(expected.document.id)) == expected.statements
                assert ledger.page(expected.document.id) == received
    raw = sqlite3.connect(path)
    assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    assert raw.execute("SELECT count(*) FROM pages").fetchone() == (len(kept),)
    assert raw.execute("SELECT count(*) FROM places").fetchone() == (len(kept),)
    raw.close()
    return set(kept)


def test_killed_at_any_moment_it_keeps_what_was_finished(tmp_path: Path) -> None:
    path, chance = tmp_path / "war.sayso", random.Random(20311)
    finished: set[int] = set()
    for _ in range(5):
        process = writer(path, first=max(finished, default=0))
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.uniform(0.0, 0.6))
        process.send_signal(signal.SIGKILL)
        finished |= {int(line) for line in process.stdout.read().splitlines() if line.strip().isdigit()}
        process.wait()
        assert {numbered(number)[1].document.id for number in finished} <= sound(path)
    with Ledger.open(path) as ledger:
        for number in range(MANY):
            ledger.add(*numbered(number))
    assert sound(path) == {numbered(number)[1].document.id for number in range(MANY)}


def test_two_at_once_both_succeed(tmp_path: Path) -> None:
    path = tmp_path / "war.sayso"
    pair = [writer(path, 0, 120), writer(path, 60, 180)]
    for process in pair:
        process.communicate(timeout=60)
        assert process.returncode == 0
    assert sound(path) == {numbered(number)[1].document.id for number in range(180)}


def test_killed_between_any_two_tables_of_an_article_it_leaves_none_of_it(tmp_path: Path) -> None:
    path = tmp_path / "war.sayso"
    with Ledger.open(path) as ledger:
        ledger.add(*numbered(1))
    for table in range(1, 5):
        script = SUICIDE.format(path=str(path), table=table)
        process = subprocess.run([sys.executable, "-c", script], cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)})
        assert process.returncode == -signal.SIGKILL
        assert sound(path) == {numbered(1)[1].document.id}
