"""A ledger as an older sayso left it: the tables of its version, with the rows that a present ledger has for them."""

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config

from sayso.ledger import migrate
from sayso.ledger.sqlite import SqliteStore

READ = ("documents", "pages", "statements", "hops", "places", "figures", "problems")
"""What was read; all else follows from it, and is made anew."""


def older(present: Path, version: str) -> Path:
    """The same ledger beside it, as a sayso that knew no step after `version` would have it."""
    made = present.with_name(f"{version}-{present.name}")
    store = SqliteStore(made)
    config = Config()
    config.set_main_option("script_location", str(migrate.SCRIPTS))
    with store.writing.begin() as connection:
        store.claim(connection)
        config.attributes["connection"] = connection
        command.upgrade(config, version)
    store.close()
    raw = sqlite3.connect(made)
    raw.execute("ATTACH ? AS present", [str(present)])
    for table in READ:
        columns = ", ".join(row[1] for row in raw.execute(f"PRAGMA main.table_info({table})"))
        raw.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM present.{table}")
    raw.commit()
    raw.close()
    return made
