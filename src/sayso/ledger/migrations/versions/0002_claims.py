"""Claims: what linking needs of a statement, what it finds of it, and the words to search by."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "contents",
        sa.Column("statement", sa.String(16), sa.ForeignKey("statements.id"), primary_key=True),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("sentence", sa.Text, nullable=False),
        sa.Column("meaning", sa.LargeBinary),
    )
    op.create_table(
        "fingerprints",
        sa.Column("fingerprint", sa.BigInteger, primary_key=True),
        sa.Column("document", sa.String(16), sa.ForeignKey("documents.id"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_fingerprints_document", "fingerprints", ["document"])
    op.create_table(
        "keys",
        sa.Column("key", sa.BigInteger, primary_key=True),
        sa.Column("statement", sa.String(16), sa.ForeignKey("statements.id"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_keys_statement", "keys", ["statement"])
    op.create_table(
        "copies",
        sa.Column("later", sa.String(16), sa.ForeignKey("documents.id"), primary_key=True),
        sa.Column("earlier", sa.String(16), sa.ForeignKey("documents.id"), primary_key=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("share", sa.Float, nullable=False),
        sa.Column("whole", sa.Text, nullable=False),
    )
    op.create_index("ix_copies_earlier", "copies", ["earlier"])
    op.create_table(
        "edges",
        sa.Column("a", sa.String(16), sa.ForeignKey("statements.id"), primary_key=True),
        sa.Column("b", sa.String(16), sa.ForeignKey("statements.id"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_edges_b", "edges", ["b"])
    op.create_table(
        "claims",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("standing", sa.String(16), nullable=False, index=True),
        sa.Column("contested", sa.Boolean, nullable=False, index=True),
        sa.Column("statements", sa.Integer, nullable=False),
        sa.Column("articles", sa.Integer, nullable=False),
        sa.Column("roots", sa.Integer, nullable=False),
        sa.Column("whole", sa.Text, nullable=False),
    )
    op.create_table(
        "members",
        sa.Column("statement", sa.String(16), sa.ForeignKey("statements.id"), primary_key=True),
        sa.Column("claim", sa.String(16), nullable=False, index=True),
    )
    op.create_table(
        "conflicts",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("a", sa.String(16), sa.ForeignKey("statements.id"), nullable=False, index=True),
        sa.Column("b", sa.String(16), sa.ForeignKey("statements.id"), nullable=False, index=True),
        sa.Column("kind", sa.String(16), nullable=False, index=True),
        sa.Column("whole", sa.Text, nullable=False),
    )
