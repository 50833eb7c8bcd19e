"""`sayso serve` as a program: it tells where it is, refuses what it must, and ends when it is asked to."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from fastapi import FastAPI, Request
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from sayso.__main__ import app
from sayso.ledger import Ledger, passwords
from sayso.model.person import Role
from sayso.web.serve import configured, listening
from tests.ledger.example import numbered

ROOT = Path(__file__).parents[2]
PROGRAM = [
    sys.executable,
    "-c",
    "from sayso import workspace; from tests.ledger.example import read_page; workspace.read_page = read_page; "
    "from sayso.__main__ import main; main()",
]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    with Ledger.open(tmp_path / "war.sayso") as opened:
        opened.add(*numbered(1))
    return tmp_path / "war.sayso"


@contextmanager
def served(*words: object) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    process = subprocess.Popen(
        [*PROGRAM, "serve", *map(str, words)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        found = re.fullmatch(r"The desk is open: (http://127\.0\.0\.1:\d+/)\n", process.stdout.readline())
        assert found, process.stderr and process.stderr.read()
        yield process, found.group(1)
    finally:
        process.kill()
        process.wait()


def asked(address: str) -> int:
    until = time.monotonic() + 20
    while True:
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            return error.code
        except urllib.error.URLError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGINT])
def test_the_desk_opens_at_a_free_port_answers_and_ends_when_asked(ledger: Path, by: signal.Signals) -> None:
    with served(ledger, "--port", "0", "--no-open") as (process, address):
        assert asked(f"{address}session.json") == 200
        process.send_signal(by)
        out, err = process.communicate(timeout=30)
    assert (out, err, process.returncode) == ("The desk is closed.\n", "", 0)


def run(*words: object) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["serve", *map(str, words)])
    return done.exit_code, done.stderr


def test_a_port_in_use_is_one_row_with_the_remedy(ledger: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        row = (
            f"127.0.0.1:{port}: another program listens there; the desk was not opened. Give another port, or 0 for a "
        )
        assert run(ledger, "--port", port) == (1, f"{row}free one: --port 0.\n")


def test_where_the_usual_port_is_taken_a_free_one_is(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        monkeypatch.setattr("sayso.web.serve.PORT", taken.getsockname()[1])
        with listening("127.0.0.1", None) as wire:
            assert wire.getsockname()[1] not in (0, taken.getsockname()[1])


@pytest.mark.parametrize("words", [("--host", "0.0.0.0"), ("--behind", "https://desk.example.org")])
def test_a_desk_that_others_reach_is_refused_without_people(ledger: Path, words: tuple[str, ...]) -> None:
    code, told = run(ledger, "--port", 0, *words)
    assert (code, told.count("\n")) == (1, 1)
    assert told.startswith(
        f"{ledger}: others can reach this desk, and its ledger has no people; the desk lets nobody in."
    )
    assert f"sayso people {ledger} NAME --add" in told


def test_the_ledger_may_be_named_by_the_environment(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["serve"], env={"SAYSO_LEDGER": str(tmp_path / "none.sayso")})
    assert done.stderr.startswith(f"{tmp_path / 'none.sayso'}: there is no ledger here;")


def test_what_is_no_ledger_no_host_or_no_site_is_a_row(ledger: Path, tmp_path: Path) -> None:
    assert run(tmp_path / "none.sayso")[1].startswith(f"{tmp_path / 'none.sayso'}: there is no ledger here;")
    assert "this machine has no such address" in run(ledger, "--host", "host.invalid")[1]
    assert "this is no address of a site" in run(ledger, "--port", 0, "--behind", "desk.example.org")[1]


@pytest.mark.parametrize(
    ("proxy", "peer", "seen"),
    [
        (None, "127.0.0.1", "127.0.0.1"),
        ("127.0.0.1", "127.0.0.1", "198.51.100.7"),
        ("127.0.0.1", "10.0.0.9", "10.0.0.9"),
        ("10.0.0.2", "127.0.0.1", "127.0.0.1"),
        ("10.0.0.2", "10.0.0.2", "198.51.100.7"),
    ],
)
def test_where_people_come_from_is_believed_from_the_named_proxy_alone(proxy: str | None, peer: str, seen: str) -> None:
    shown = FastAPI()

    @shown.get("/")
    def told(request: Request) -> str:
        return request.client.host if request.client else ""

    config = configured(shown, proxy)
    config.load()
    client = TestClient(config.loaded_app, client=(peer, 50000))
    assert client.get("/", headers={"X-Forwarded-For": "203.0.113.1, 198.51.100.7"}).json() == seen


def test_what_was_handed_in_survives_kill_9(ledger: Path) -> None:
    from sayso.workspace import Workspace

    with served(ledger, "--port", "0", "--no-open") as (process, address):
        asked(f"{address}session.json")
        with Workspace(ledger) as beside:
            jobs = [beside.hand_in([numbered(n)[0]], "Mara Venn") for n in range(10, 40)]
        process.send_signal(signal.SIGKILL)
        process.wait()
    with served(ledger, "--port", "0", "--no-open") as (_, address):
        until = time.monotonic() + 40
        with Workspace(ledger) as beside:
            while any(beside.queue.job(job).waiting for job in jobs) and time.monotonic() < until:
                time.sleep(0.2)
            assert {beside.queue.job(job).arrivals[0].fate for job in jobs} <= {"read", "known"}
            assert len(list(beside.list())) == 31


def test_a_desk_with_people_asks_for_them_also_here(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "is_right", lambda *given: False)
    with Ledger.open(ledger) as opened:
        opened.people.add("Mara Venn", "four towns on the Ilva", Role.ADMIN)
    with served(ledger, "--port", "0", "--no-open") as (_, address):
        assert asked(f"{address}session.json") == 401
