"""A desk on a ledger of several articles on one war, asked without a network."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.ledger.pile import kept
from tests.web.desks import at


@pytest.fixture(scope="session")
def war(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger; tests only look at it."""
    return kept(tmp_path_factory.mktemp("desk") / "war.sayso")


@pytest.fixture
def ask(war: Path) -> TestClient:
    """`ask.get("/claims")`: what the desk answers."""
    return at(war)
