"""The journal: what people decided, who, when and why; nothing in it is ever overwritten, and the database sees to it.

Beside it what follows from it: on which statements each entry rests now, what was read where it was corrected, what
must and must not be grouped together, and what is hidden.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "journal",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", sa.String(16), nullable=False, unique=True),
        sa.Column("who", sa.Text, nullable=False, index=True),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False, index=True),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("value", sa.Text),
        sa.Column("undoes", sa.String(16), index=True),
    )
    op.create_table(
        "judged",
        sa.Column("seq", sa.Integer, sa.ForeignKey("journal.seq"), primary_key=True, autoincrement=False),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("subject", sa.String(16), nullable=False),
        sa.Column("part", sa.Text, nullable=False),
        sa.Column("document", sa.String(16), index=True),
        sa.Column("statement", sa.String(16), index=True),
        sa.Column("source", sa.String(16), index=True),
        sa.Column("in_force", sa.Boolean, nullable=False),
    )
    op.create_table(
        "as_read",
        sa.Column("statement", sa.String(16), sa.ForeignKey("statements.id"), primary_key=True),
        sa.Column("whole", sa.Text, nullable=False),
    )
    op.create_table(
        "bonds",
        sa.Column("statement", sa.String(16), sa.ForeignKey("statements.id"), primary_key=True),
        sa.Column("bond", sa.String(16), nullable=False, index=True),
    )
    op.create_table(
        "rifts",
        sa.Column("a", sa.String(16), sa.ForeignKey("statements.id"), primary_key=True),
        sa.Column("b", sa.String(16), sa.ForeignKey("statements.id"), primary_key=True, index=True),
        sqlite_with_rowid=False,
    )
    for table in ("documents", "statements"):
        op.add_column(table, sa.Column("hidden", sa.Boolean, nullable=False, server_default=sa.false()))
    for step in _POSTGRESQL if op.get_context().dialect.name == "postgresql" else _SQLITE:
        op.execute(step)


_SQLITE = (
    *tuple(
        f"CREATE TRIGGER journal_refuses_{act.lower()} BEFORE {act} ON journal "
        "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
        for act in ("UPDATE", "DELETE")
    ),
    "CREATE TRIGGER journal_refuses_replace BEFORE INSERT ON journal "
    "WHEN EXISTS (SELECT 1 FROM journal WHERE id = NEW.id OR seq = NEW.seq) "
    "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
)
_POSTGRESQL = (
    "CREATE FUNCTION journal_refuses() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$",
    "CREATE TRIGGER journal_refuses_change BEFORE UPDATE OR DELETE ON journal "
    "FOR EACH ROW EXECUTE FUNCTION journal_refuses()",
    "CREATE TRIGGER journal_refuses_truncate BEFORE TRUNCATE ON journal "
    "FOR EACH STATEMENT EXECUTE FUNCTION journal_refuses()",
)
