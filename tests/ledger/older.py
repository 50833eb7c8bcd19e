"""A ledger as an older sayso left it: what later steps made is taken out again."""

import sqlite3
from pathlib import Path

JOURNAL = ("bars", "bonds", "as_read", "judged", "journal")


def before_the_journal(path: Path, *then: str) -> None:
    """Take out what step 5 and later ones made in tables that older ones made; then these statements."""
    raw = sqlite3.connect(path)
    for table in JOURNAL:
        raw.execute(f"DROP TABLE {table}")
    for table in ("documents", "statements"):
        raw.execute(f"ALTER TABLE {table} DROP COLUMN hidden")
    raw.execute("DROP INDEX ix_places_name")
    raw.execute("ALTER TABLE places DROP COLUMN name")
    for statement in then:
        raw.execute(statement)
    raw.commit()
    raw.close()
