"""An older ledger is brought up to the present when it is opened, and a newer one is refused."""

import shutil
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from sayso.ledger import Ledger, migrate, schema
from sayso.model.judgement import Draft, JudgementKind, Note, Side, Subject
from sayso.model.problem import SaysoError
from tests.conftest import Place
from tests.ledger.example import page, reading
from tests.ledger.older import older
from tests.ledger.pile import MINISTRY, kept
from tests.servers import raw

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


def test_the_steps_make_the_tables_that_the_code_uses(place: Place) -> None:
    Ledger.open(place(empty=True)).close()
    engine = raw(place())
    with engine.connect() as connection:
        # on PostgreSQL text has no length, whatever the schema says (`PostgresStore.settle`)
        options = {"include_name": _is_known, "compare_type": engine.dialect.name == "sqlite"}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, schema.metadata) == []
    engine.dispose()


def _is_known(name: str | None, kind: str, parents: object) -> bool:
    """The words to search by are in a table that SQLAlchemy does not know, FTS5's in several; and there is a mark."""
    return kind != "table" or name is None or name.split("_")[0] not in ("search", "sayso")


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


def test_an_older_ledger_is_brought_up_with_all_it_holds(place: Place, newer: Path) -> None:
    with Ledger.open(place()) as ledger:
        ledger.add(page(), reading())
    with Ledger.open(place(), scripts=newer) as ledger:
        assert tuple(ledger.statements()) == reading().statements
    assert "grade" in columns_of_documents(place())


def test_a_newer_ledger_is_refused_and_left_alone(place: Place, newer: Path, store: str) -> None:
    Ledger.open(place(), scripts=newer).close()
    before = Path(place()).read_bytes() if store == "sqlite" else b""
    with pytest.raises(SaysoError, match="made by a newer sayso"):
        Ledger.open(place())
    assert "grade" in columns_of_documents(place())
    assert store != "sqlite" or Path(place()).read_bytes() == before


def test_a_step_that_fails_leaves_the_older_ledger_whole(place: Place, tmp_path: Path) -> None:
    with Ledger.open(place()) as ledger:
        ledger.add(page(), reading())
    with pytest.raises(ZeroDivisionError):
        Ledger.open(place(), scripts=later(tmp_path / "failing", "1 / 0"))
    with Ledger.open(place()) as ledger:
        assert tuple(ledger.statements()) == reading().statements
    assert "grade" not in columns_of_documents(place())


def columns_of_documents(location: str) -> set[str]:
    engine = raw(location)
    found = {column["name"] for column in inspect(engine).get_columns("documents")}
    engine.dispose()
    return found


def test_a_split_that_an_older_sayso_kept_pair_by_pair_still_holds(tmp_path: Path) -> None:
    place = tmp_path / "war.sayso"
    with Ledger.open(kept(place)) as ledger:
        held = sorted(s.id for s in ledger.statements() if s.figures and s.origin.name == MINISTRY.name)
        ledger.journal.judge(Draft("ada", JudgementKind.SPLIT, Subject.CLAIM, (held[0],)))
    engine = raw(str(place))
    with engine.begin() as connection:
        apart = [row.statement for row in connection.execute(text("SELECT statement FROM camps")) if row[0] != held[0]]
        for statement in ("DELETE FROM rifts", "DROP TABLE camps", "DROP TABLE roll"):
            connection.execute(text(statement))
        for each in apart:
            pair = {"a": min(held[0], each), "b": max(held[0], each)}
            connection.execute(text("INSERT INTO rifts (a, b) VALUES (:a, :b)"), pair)
        connection.execute(text("UPDATE alembic_version SET version_num = '0009'"))
    engine.dispose()
    with Ledger.open(place) as ledger:
        ledger.journal.judge(Draft("ben", JudgementKind.NOTE, Subject.STATEMENT, (held[0],), Note("Ask again.")))
        last = Draft("ben", JudgementKind.SIDE, Subject.STATEMENT, (held[1],), Side("none"))
        ledger.journal.judge(last)
        one = ledger.claims.of(held[0])
        assert one is not None
        assert len(apart) > 1
        assert not set(apart).intersection(one.statements)
