"""Camps: statements that are kept apart from the same others, so that a split costs what they are and not their pairs.

Rifts were between statements, and are between camps, which go by their least statement; each that was kept apart is a
camp of its own until somebody decides on it again.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_table(
        "camps",
        sa.Column("statement", sa.String(16), sa.ForeignKey("statements.id"), primary_key=True),
        sa.Column("camp", sa.String(16), nullable=False, index=True),
    )
    op.execute("INSERT INTO camps (statement, camp) SELECT a, a FROM rifts UNION SELECT b, b FROM rifts")
