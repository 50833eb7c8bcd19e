"""kill -9 of the desk while fifty decide at once: what was acknowledged is in the journal, and nothing by half."""

import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Event, Lock

import httpx
import pytest

from sayso.ledger import Ledger
from sayso.model.person import Role
from tests.conftest import Place
from tests.ledger.pile import articles
from tests.web.test_serve import asked, served

EDITORS = 50
ACKNOWLEDGED = 80
WORD = "four towns on the Ilva"


@pytest.fixture
def war(place: Place) -> str:
    with Ledger.open(place()) as ledger:
        for article in articles():
            ledger.add(*article.read())
        ledger.people.add("Mara Venn", WORD, Role.ADMIN)
    return place()


def logged_in(address: str) -> httpx.Client:
    """Somebody at the desk; many threads may send through one."""
    client = httpx.Client(base_url=address, limits=httpx.Limits(max_connections=EDITORS), timeout=60)
    client.get("/login")
    csrf = client.get("/login").text.split('name="csrf" value="')[1].split('"')[0]
    client.post("/login", data={"csrf": csrf, "name": "Mara Venn", "password": WORD})
    client.headers["X-CSRF-Token"] = client.get("/session.json").json()["csrf"]
    return client


def rows(statements: list[str], editor: int) -> Iterator[dict[str, object]]:
    """What one editor decides, one thing after the other: a field that others decide too, and a note."""
    for number in range(1000):
        about = statements[(editor + number) % len(statements)]
        yield {"kind": "side", "about": about, "value": {"side": f"side {editor} {number}"}}
        yield {"kind": "note", "about": about, "value": {"text": f"note {editor} {number}"}}


@pytest.mark.timeout(300)
def test_no_edit_that_was_acknowledged_is_lost(war: str) -> None:
    with Ledger.open(war) as ledger:
        statements = [each.id for each in ledger.statements()]
    kept: dict[str, object] = {}
    refused, lock, enough = [], Lock(), Event()

    def edit(client: httpx.Client, editor: int) -> None:
        for row in rows(statements, editor):
            try:
                answer = client.post("/judge.json", json=row)
            except httpx.HTTPError:
                return
            with lock:
                if answer.status_code == 201:
                    kept[answer.json()["id"]] = answer.json()["value"]
                else:
                    refused.append(answer.text)
                if len(kept) >= ACKNOWLEDGED or refused:
                    enough.set()

    with served(war, "--port", "0", "--no-open") as (process, address):
        asked(f"{address}login")
        with closing(logged_in(address)) as client, ThreadPoolExecutor(EDITORS) as pool:
            done = [pool.submit(edit, client, editor) for editor in range(EDITORS)]
            enough.wait(120)
            time.sleep(0.05)
            process.send_signal(signal.SIGKILL)
            for each in done:
                each.result()
    assert refused == []
    assert len(kept) >= ACKNOWLEDGED
    with Ledger.open(war) as ledger:
        found = {each.judgement.id: each.judgement for each in ledger.journal.listed(limit=10_000)}
        assert kept.keys() <= found.keys()
        assert len(found) - len(kept) <= EDITORS
        for statement in statements:
            sides = [each for each in ledger.journal.of_statement(statement) if each.kind == "side"]
            now = ledger.statement(statement)
            assert now is not None
            assert not sides or now.origin.side == sides[-1].value.side  # type: ignore[union-attr]
