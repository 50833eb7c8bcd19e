"""A ledger as an older sayso would have left it: the tables of that version, and what of it they can hold."""

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config

from sayso.ledger import migrate
from sayso.ledger.sqlite import SqliteStore


def age(path: Path, version: str) -> None:
    """Make the ledger at `path` one of that version; what later versions added is gone."""
    present = path.with_name("present.sayso")
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()
    path.rename(present)
    store = SqliteStore(path)
    with store.writing.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(migrate.SCRIPTS))
        config.attributes["connection"] = connection
        store.claim(connection)
        command.upgrade(config, version)
    store.close()
    raw = sqlite3.connect(path)
    raw.execute("ATTACH ? AS present", (str(present),))
    tables = [name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in tables:
        if table.startswith(("search", "sqlite_", "alembic_")):
            continue
        kept, there = (_columns(raw, schema, table) for schema in ("main", "present"))
        both = ", ".join(f'"{column}"' for column in kept if column in there)
        if both:
            raw.execute(f'INSERT INTO main."{table}" ({both}) SELECT {both} FROM present."{table}"')
    raw.commit()
    raw.close()
    present.unlink()


def _columns(raw: sqlite3.Connection, schema: str, table: str) -> list[str]:
    return [row[1] for row in raw.execute(f'PRAGMA {schema}.table_info("{table}")')]
