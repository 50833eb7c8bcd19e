"""kill -9 in the middle: no finished article is lost, and none is there by half."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from sqlalchemy import text

from sayso.ledger import Ledger
from tests.conftest import Place
from tests.ledger.example import numbered
from tests.servers import raw

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (ROOT, ROOT / "src")))}
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


def writer(path: str, first: int = 0, last: int = MANY) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, path, str(first), str(last)],
        cwd=ROOT,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        text=True,
    )


def sound(path: str) -> set[str]:
    """The ids of the articles, after making sure that each is whole."""
    with Ledger.open(path) as ledger:
        kept = {document.id: document for document in ledger.documents()}
        for number in range(MANY):
            received, expected = numbered(number)
            if expected.document.id in kept:
                assert kept[expected.document.id] == expected.document
                assert tuple(ledger.statements(expected.document.id)) == expected.statements
                assert ledger.page(expected.document.id) == received
    engine = raw(path)
    with engine.connect() as tables:
        if engine.dialect.name == "sqlite":
            assert tables.execute(text("PRAGMA integrity_check")).fetchall() == [("ok",)]
            assert tables.execute(text("PRAGMA foreign_key_check")).fetchall() == []
        for table in ("pages", "places"):
            assert tables.execute(text(f"SELECT count(*) FROM {table}")).scalar() == len(kept)
    engine.dispose()
    return set(kept)


def test_killed_at_any_moment_it_keeps_what_was_finished(place: Place, store: str) -> None:
    path, chance = place(), random.Random(20311)
    finished: set[int] = set()
    for _ in range(5 if store == "sqlite" else 2):
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


def test_two_at_once_both_succeed(place: Place) -> None:
    path = place()
    pair = [writer(path, 0, 60), writer(path, 30, 90)]
    for process in pair:
        process.communicate(timeout=60)
        assert process.returncode == 0
    assert sound(path) == {numbered(number)[1].document.id for number in range(90)}


def test_killed_between_any_two_tables_of_an_article_it_leaves_none_of_it(tmp_path: Path) -> None:
    path = str(tmp_path / "war.sayso")
    with Ledger.open(path) as ledger:
        ledger.add(*numbered(1))
    for table in range(1, 5):
        script = SUICIDE.format(path=path, table=table)
        process = subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=ENVIRONMENT)
        assert process.returncode == -signal.SIGKILL
        assert sound(path) == {numbered(1)[1].document.id}
