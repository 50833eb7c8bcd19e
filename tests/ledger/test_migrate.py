"""An older ledger is brought up to the present when it is opened, and a newer one is refused."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from sayso.ledger import Ledger, migrate, schema
from sayso.ledger.sqlite import SqliteStore
from sayso.model.problem import SaysoError
from tests.ledger.example import page, reading
from tests.ledger.older import older

NEXT = """
import sqlalchemy as sa
from alembic import op
revision, down_revision = "9000", "{last}"
def upgrade():
    op.add_column("documents", sa.Column("grade", sa.Text))
    {then}
"""


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """The steps of a sayso that knows one version more."""
    return later(tmp_path / "newer", "pass")


def later(place: Path, then: str) -> Path:
    shutil.copytree(migrate.SCRIPTS, place)
    (place / "versions" / "9000_grade.py").write_text(NEXT.format(last=migrate.revisions()[-1], then=then))
    return place


def test_the_steps_make_the_tables_that_the_code_uses(tmp_path: Path) -> None:
    path = tmp_path / "war.sayso"
    Ledger.open(path).close()
    with SqliteStore(path).reading.begin() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _is_no_part_of_search})
        assert compare_metadata(context, schema.metadata) == []


def _is_no_part_of_search(name: str | None, kind: str, parents: object) -> bool:
    """FTS5 keeps its table, which SQLAlchemy does not know, in several of its own."""
    return kind != "table" or name is None or name.split("_")[0] != "search"


def test_words_that_an_older_sayso_kept_are_found_after_it_is_brought_up(tmp_path: Path) -> None:
    path = tmp_path / "war.sayso"
    with Ledger.open(path) as ledger:
        ledger.add(page(), reading())
    with Ledger.open(older(path, "0002")) as ledger:
        assert [found.filed.words for found in ledger.claims.search("bridge")] == [
            "We left the bridge at Belomir under fire"
        ]


def test_versions_are_the_names_of_the_steps() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrate.SCRIPTS))
    script = ScriptDirectory.from_config(config)
    assert migrate.revisions() == tuple(step.revision for step in reversed(list(script.walk_revisions())))


def test_an_older_ledger_is_brought_up_with_all_it_holds(tmp_path: Path, newer: Path) -> None:
    path = tmp_path / "war.sayso"
    with Ledger.open(path) as ledger:
        ledger.add(page(), reading())
    with Ledger.open(path, scripts=newer) as ledger:
        assert tuple(ledger.statements()) == reading().statements
    columns = sqlite3.connect(path).execute("SELECT name FROM pragma_table_info('documents')").fetchall()
    assert ("grade",) in columns


def test_a_newer_ledger_is_refused_and_left_alone(tmp_path: Path, newer: Path) -> None:
    path = tmp_path / "war.sayso"
    Ledger.open(path, scripts=newer).close()
    before = path.read_bytes()
    with pytest.raises(SaysoError, match="made by a newer sayso"):
        Ledger.open(path)
    assert path.read_bytes() == before


def test_a_step_that_fails_leaves_the_older_ledger_whole(tmp_path: Path) -> None:
    path = tmp_path / "war.sayso"
    with Ledger.open(path) as ledger:
        ledger.add(page(), reading())
    with pytest.raises(ZeroDivisionError):
        Ledger.open(path, scripts=later(tmp_path / "failing", "1 / 0"))
    with Ledger.open(path) as ledger:
        assert tuple(ledger.statements()) == reading().statements
    columns = sqlite3.connect(path).execute("SELECT name FROM pragma_table_info('documents')").fetchall()
    assert ("grade",) not in columns
