"""A desk on a ledger of several articles on one war, asked without a network."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sayso.web.app import desk
from tests.ledger.pile import kept


@pytest.fixture(scope="session")
def war(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger; tests only look at it."""
    return kept(tmp_path_factory.mktemp("desk") / "war.sayso")


@pytest.fixture
def ask(war: Path) -> TestClient:
    """`ask.get("/claims")`: what the desk answers."""
    return TestClient(desk(str(war)), base_url="http://127.0.0.1", raise_server_exceptions=True)
