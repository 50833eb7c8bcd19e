"""A ledger as an older sayso left it: the tables of its version, with the rows that a present ledger has for them."""

import shutil
import sqlite3
from pathlib import Path

from sqlalchemy import create_engine

from sayso.ledger import migrate
from sayso.ledger.store import MARK

READ = ("documents", "pages", "statements", "hops", "places", "figures", "problems")
"""What was read; all else follows from it, and is made anew."""


def older(present: Path, version: str) -> Path:
    """The same ledger beside it, as a sayso that knew no step after `version` would have it."""
    steps = present.with_name(f"steps-{version}")
    (steps / "versions").mkdir(parents=True)
    shutil.copy(migrate.SCRIPTS / "env.py", steps)
    for step in sorted((migrate.SCRIPTS / "versions").glob("[0-9]*_*.py")):
        if step.name.split("_")[0] <= version:
            shutil.copy(step, steps / "versions")
    made = present.with_name(f"{version}-{present.name}")
    engine = create_engine(f"sqlite:///{made}")
    with engine.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {MARK}")
        migrate.bring_up(connection, str(made), steps)
    engine.dispose()
    raw = sqlite3.connect(made)
    raw.execute("ATTACH ? AS present", [str(present)])
    for table in READ:
        columns = ", ".join(row[1] for row in raw.execute(f"PRAGMA main.table_info({table})"))
        raw.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM present.{table}")
    raw.commit()
    raw.close()
    return made
