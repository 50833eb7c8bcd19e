"""Brings a ledger to the present version when it is opened; one made by a newer sayso is refused."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from sayso.model.problem import Problem, SaysoError

SCRIPTS = Path(__file__).parent / "migrations"


def revisions(scripts: Path = SCRIPTS) -> tuple[str, ...]:
    """The versions that this sayso knows, oldest first: `0001`, `0002` …, from the names of the steps' files."""
    return tuple(sorted(path.name.split("_")[0] for path in (scripts / "versions").glob("[0-9]*_*.py")))


def version(connection: Connection) -> str | None:
    """The version of the ledger, None where its tables are still to be made."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def is_present(connection: Connection, where: str, scripts: Path = SCRIPTS) -> bool:
    """Whether nothing is to be done; raises SaysoError where the ledger is newer than this sayso."""
    known, found = revisions(scripts), version(connection)
    if found is not None and found not in known:
        raise SaysoError(
            Problem(
                where,
                f"this ledger was made by a newer sayso (version {found}, this one knows up to {known[-1]})",
                "not opened, nothing in it was changed",
                "Upgrade sayso and try again.",
            )
        )
    return found == known[-1]


def bring_up(connection: Connection, where: str, scripts: Path = SCRIPTS) -> None:
    """Run the missing steps within the connection's transaction, so that a crash leaves the old version whole."""
    if is_present(connection, where, scripts):
        return
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
