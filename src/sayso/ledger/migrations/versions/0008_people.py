"""People: who may read, edit and run a ledger that several share, and their sessions; and what they handed in."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "people",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("password", sa.Text, nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("disabled", sa.Boolean, nullable=False),
        sa.Column("since", sa.DateTime, nullable=False),
        sa.Column("seen", sa.DateTime),
    )
    op.create_table(
        "sessions",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("person", sa.Text, sa.ForeignKey("people.key"), nullable=False),
        sa.Column("begun", sa.DateTime, nullable=False),
        sa.Column("seen", sa.DateTime, nullable=False),
    )
    op.create_index("ix_sessions_person", "sessions", ["person"])
    op.create_index("ix_sessions_seen", "sessions", ["seen"])
    op.create_table(
        "jobs",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("begun", sa.DateTime, nullable=False),
        sa.Column("waiting", sa.Integer, nullable=False),
    )
    op.create_index("ix_jobs_begun", "jobs", ["begun"])
    op.create_index("ix_jobs_waiting", "jobs", ["waiting"])
    op.create_table(
        "arrivals",
        sa.Column("job", sa.String(16), sa.ForeignKey("jobs.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("location", sa.Text, nullable=False),
        sa.Column("url", sa.Text),
        sa.Column("media", sa.String(16)),
        sa.Column("captured", sa.DateTime, nullable=False),
        sa.Column("tool", sa.Text, nullable=False),
        sa.Column("content", sa.LargeBinary),
        sa.Column("taken", sa.DateTime),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("fate", sa.String(16)),
        sa.Column("document", sa.String(16)),
        sa.Column("statements", sa.Integer, nullable=False),
        sa.Column("whole", sa.Text, nullable=False),
    )
