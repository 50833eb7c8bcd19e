"""Nests: what went into what when statements were grouped, how alike the alike are, which say the same in the same
words, by what articles are found that tell the same, and from where they stem.

What was linked by an older rule is taken out, to be linked anew when the ledger is opened.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    for table in ("conflicts", "members", "claims", "keys", "copies", "fingerprints"):
        op.execute(f"DELETE FROM {table}")
    op.drop_table("edges")
    op.create_table(
        "edges",
        sa.Column("a", sa.String(16), sa.ForeignKey("statements.id"), primary_key=True),
        sa.Column("b", sa.String(16), sa.ForeignKey("statements.id"), primary_key=True),
        sa.Column("score", sa.Float, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_edges_b", "edges", ["b"])
    for name, mark in (("traces", "trace"), ("addresses", "address")):
        op.create_table(
            name,
            sa.Column(mark, sa.BigInteger, primary_key=True),
            sa.Column("document", sa.String(16), sa.ForeignKey("documents.id"), primary_key=True),
            sqlite_with_rowid=False,
        )
        op.create_index(f"ix_{name}_document", name, ["document"])
    op.create_table(
        "prints",
        sa.Column("print", sa.BigInteger, primary_key=True),
        sa.Column("document", sa.String(16), sa.ForeignKey("documents.id"), primary_key=True),
        sa.Column("statement", sa.String(16), sa.ForeignKey("statements.id"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_prints_statement", "prints", ["statement"])
    op.create_table(
        "nests",
        sa.Column("child", sa.String(16), sa.ForeignKey("statements.id"), primary_key=True),
        sa.Column("parent", sa.String(16), nullable=False),
        sa.Column("level", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "stems",
        sa.Column("document", sa.String(16), sa.ForeignKey("documents.id"), primary_key=True),
        sa.Column("earliest", sa.String(16), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "taken",
        sa.Column("statement", sa.String(16), sa.ForeignKey("statements.id"), primary_key=True),
        sa.Column("earlier", sa.String(16), sa.ForeignKey("documents.id"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_taken_earlier", "taken", ["earlier"])
