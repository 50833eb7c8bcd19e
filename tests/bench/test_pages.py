"""No page works through the whole ledger: its steps in SQLite are counted, and again in one six times its size."""

from pathlib import Path
from statistics import median

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import event

from bench import many
from bench.pages import addresses
from sayso.ledger import browse, figured
from sayso.web.app import desk
from sayso.web.pages import claim, claims, figures, search

SMALL, TIMES = 400, 6
STEP = 20
"""Steps of SQLite's machine between two counts."""
SLACK = 5_000
"""Steps that any page may take: what a page of fifty rows needs."""
MOST = 3.0
"""A page that reads a whole table takes six times as many steps."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("pages")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(many, "LARGEST", 12)
        patch.setattr(many, "A_DAY", 4)
        for size in (SMALL, SMALL * TIMES):
            many.synthesised(made / f"{size}.sayso", size)
    return made


@pytest.fixture(autouse=True)
def soon_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """What bounds a page in a ledger of a million bounds it here."""
    for module, bounds in (
        (browse, {"FEW": 12, "HITS": 12, "LOOKED_AT": 60, "STRIDE": 20, "SLOWLY": 12, "COUNTED": 50, "AT_LAST": 6}),
        (figured, {"CLAIMS": 8, "STATEMENTS": 20}),
        (claim, {"STATEMENTS": 10, "CONFLICTS": 3}),
        (claims, {"SHOWN": 10}),
        (figures, {"SMALL": 8}),
        (search, {"LOOKED_AT": 12}),
    ):
        for name, value in bounds.items():
            monkeypatch.setattr(module, name, value)


def steps(path: Path) -> dict[str, int]:
    """How many steps each page takes."""
    app, count, found = desk(str(path)), [0], dict[str, list[int]]()

    def passed() -> int:
        count[0] += 1
        return 0

    pool = app.state.desk.workspace._ledger._store.reading.pool
    event.listen(pool, "checkout", lambda raw, *_: raw.set_progress_handler(passed, STEP))
    with TestClient(app, base_url="http://127.0.0.1") as ask:
        for name, address in list(addresses(ask)):
            for _ in range(3):
                count[0] = 0
                status = ask.get(address).status_code
                assert status in (200, 404), f"{address}: {status}"
                found.setdefault(name, []).append(STEP * count[0])
    return {name: int(median(counts)) for name, counts in found.items()}


@pytest.mark.timeout(300)
def test_no_page_takes_much_longer_in_a_larger_ledger(folder: Path) -> None:
    small, large = steps(folder / f"{SMALL}.sayso"), steps(folder / f"{SMALL * TIMES}.sayso")
    grown = {name: (small[name], large[name]) for name in small if large[name] > MOST * max(small[name], SLACK)}
    assert grown == {}


def test_the_count_sees_a_page_that_reads_everything(folder: Path) -> None:
    counts = []
    for size in (SMALL, SMALL * TIMES):
        app, count = desk(str(folder / f"{size}.sayso")), [0]

        def passed(count: list[int] = count) -> int:
            count[0] += 1
            return 0

        pool = app.state.desk.workspace._ledger._store.reading.pool
        event.listen(pool, "checkout", lambda raw, *_, passed=passed: raw.set_progress_handler(passed, STEP))
        assert list(app.state.desk.workspace.export())
        counts.append(STEP * count[0])
    assert counts[1] > MOST * max(counts[0], SLACK)
