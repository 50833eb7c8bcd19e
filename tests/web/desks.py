"""A desk on a ledger, and a browser at it that carries the word of its visit with whatever it sends."""

from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from sayso.web.app import desk
from sayso.web.door import Door
from sayso.web.guard import HEADER

HERE = "http://127.0.0.1"


def at(location: str | Path, **rest: Any) -> TestClient:
    """`at("war.sayso").post("/theme", data={"to": "dark"})`; as one's own desk, in whatever store its ledger is."""
    return with_word(TestClient(desk(str(location), **{"door": Door(), **rest}), base_url=HERE))


def with_word(client: TestClient) -> TestClient:
    """The same browser, sending the word of its present visit along; after a login it has another one."""
    client.headers[HEADER] = client.get("/session.json").json()["csrf"]
    return client
