"""Removals: how many articles were taken out, so that a program that remembers one knows when it may be another."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.create_table("removals", sa.Column("number", sa.Integer, nullable=False))
    op.execute("INSERT INTO removals (number) VALUES (0)")
