"""The roll: who changed what of the people at a desk, and when; nothing in it is ever changed or deleted."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_table(
        "roll",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("whom", sa.Text, nullable=False),
        sa.Column("what", sa.String(16), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
    )
    for step in _POSTGRESQL if op.get_context().dialect.name == "postgresql" else _SQLITE:
        op.execute(step)


_SQLITE = (
    *tuple(
        f"CREATE TRIGGER roll_refuses_{act.lower()} BEFORE {act} ON roll "
        "BEGIN SELECT RAISE(ABORT, 'the roll is append-only'); END"
        for act in ("UPDATE", "DELETE")
    ),
    "CREATE TRIGGER roll_refuses_replace BEFORE INSERT ON roll "
    "WHEN EXISTS (SELECT 1 FROM roll WHERE number = NEW.number) "
    "BEGIN SELECT RAISE(ABORT, 'the roll is append-only'); END",
)
_POSTGRESQL = (
    "CREATE FUNCTION roll_refuses() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'the roll is append-only'; END $$",
    "CREATE TRIGGER roll_refuses_change BEFORE UPDATE OR DELETE ON roll FOR EACH ROW EXECUTE FUNCTION roll_refuses()",
    "CREATE TRIGGER roll_refuses_truncate BEFORE TRUNCATE ON roll FOR EACH STATEMENT EXECUTE FUNCTION roll_refuses()",
)
