"""The first ledger: pages as received, documents, statements and their parts, and what was not read."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "documents",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("location", sa.Text, nullable=False),
        sa.Column("url", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("outlet", sa.Text, index=True),
        sa.Column("language", sa.String(16)),
        sa.Column("page_date", sa.Date),
        sa.Column("published_earliest", sa.Date, index=True),
        sa.Column("published_latest", sa.Date),
        sa.Column("copy_of", sa.String(16)),
        sa.Column("whole", sa.Text, nullable=False),
    )
    op.create_table(
        "pages",
        sa.Column("document", sa.String(16), sa.ForeignKey("documents.id"), primary_key=True),
        sa.Column("sha256", sa.String(64), nullable=False, index=True),
        sa.Column("location", sa.Text, nullable=False),
        sa.Column("url", sa.Text),
        sa.Column("media", sa.String(16), nullable=False),
        sa.Column("captured", sa.DateTime, nullable=False),
        sa.Column("tool", sa.Text, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "statements",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("document", sa.String(16), sa.ForeignKey("documents.id"), nullable=False, index=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("voice", sa.String(16), nullable=False),
        sa.Column("origin_name", sa.Text, index=True),
        sa.Column("origin_kind", sa.String(16), nullable=False),
        sa.Column("origin_side", sa.Text, nullable=False, index=True),
        sa.Column("basis", sa.String(16), nullable=False),
        sa.Column("certainty", sa.String(16), nullable=False),
        sa.Column("interest", sa.String(16), nullable=False),
        sa.Column("event", sa.String(16), index=True),
        sa.Column("time_from", sa.Date, index=True),
        sa.Column("time_to", sa.Date),
        sa.Column("whole", sa.Text, nullable=False),
    )
    op.create_table(
        "hops",
        sa.Column("statement", sa.String(16), sa.ForeignKey("statements.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False, index=True),
        sa.Column("relation", sa.String(16), nullable=False),
    )
    op.create_table(
        "places",
        sa.Column("statement", sa.String(16), sa.ForeignKey("statements.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("text", sa.Text, nullable=False, index=True),
        sa.Column("geonames", sa.BigInteger, index=True),
        sa.Column("lat", sa.Float),
        sa.Column("lon", sa.Float),
        sa.Column("country", sa.String(2), index=True),
        sa.Column("precision", sa.String(16)),
    )
    op.create_table(
        "figures",
        sa.Column("statement", sa.String(16), sa.ForeignKey("statements.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("value", sa.Float),
        sa.Column("low", sa.Float),
        sa.Column("high", sa.Float),
        sa.Column("comparator", sa.String(2), nullable=False),
        sa.Column("unit", sa.Text),
        sa.Column("measure", sa.Text, index=True),
    )
    op.create_table(
        "problems",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("document", sa.String(16), sa.ForeignKey("documents.id"), index=True),
        sa.Column("noted", sa.DateTime, nullable=False),
        sa.Column("location", sa.Text, nullable=False),
        sa.Column("whole", sa.Text, nullable=False),
    )
