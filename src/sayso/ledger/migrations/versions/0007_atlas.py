"""The atlas: where and when claims are said to be, and who says how much, summed up as articles come and go.

All of it is a function of what else is kept, and is summed up anew when the ledger is opened.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

SUMS = (
    "listings",
    "sources",
    "source_sides",
    "source_relays",
    "sides",
    "said",
    "charted",
    "claim_places",
    "claim_origins",
    "spots",
    "spot_names",
    "cells",
    "spells",
)


def upgrade() -> None:
    for name in SUMS:
        op.execute(f"DROP TABLE IF EXISTS {name}")
    op.create_table(
        "listings",
        sa.Column("document", sa.String(16), primary_key=True),
        sa.Column("day", sa.Integer, nullable=False),
        sa.Column("outlet", sa.Text, nullable=False),
        sa.Column("statements", sa.Integer, nullable=False),
    )
    op.create_index("ix_listings_day", "listings", ["day", "document"])
    op.create_index("ix_listings_outlet", "listings", ["outlet", "day", "document"])
    op.create_table(
        "sources",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("lead", sa.Integer, nullable=False),
        sa.Column("sort", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("named", sa.Boolean, nullable=False),
        sa.Column("own", sa.Boolean, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("of_side", sa.Text, nullable=False),
        sa.Column("statements", sa.Integer, nullable=False),
        sa.Column("articles", sa.Integer, nullable=False),
        sa.Column("claims", sa.Integer, nullable=False),
        sa.Column("contested", sa.Integer, nullable=False),
        sa.Column("interests", sa.Text, nullable=False),
    )
    op.create_index("ix_sources_lead", "sources", ["lead", "sort", "id"])
    op.create_table(
        "source_sides",
        sa.Column("source", sa.String(16), primary_key=True),
        sa.Column("side", sa.Text, primary_key=True),
        sa.Column("statements", sa.Integer, nullable=False),
        sa.Column("lead", sa.Integer, nullable=False),
        sa.Column("sort", sa.Text, nullable=False),
    )
    op.create_index("ix_source_sides_side", "source_sides", ["side", "lead", "sort", "source"])
    op.create_table(
        "source_relays",
        sa.Column("source", sa.String(16), primary_key=True),
        sa.Column("relay", sa.Text, primary_key=True),
        sa.Column("lead", sa.Integer, nullable=False),
        sa.Column("statements", sa.Integer, nullable=False),
    )
    op.create_index("ix_source_relays_lead", "source_relays", ["source", "lead", "relay"])
    op.create_table(
        "sides",
        sa.Column("side", sa.Text, primary_key=True),
        sa.Column("statements", sa.Integer, nullable=False),
    )
    op.create_table(
        "said",
        sa.Column("statement", sa.String(16), primary_key=True),
        sa.Column("source", sa.String(16), nullable=False),
        sa.Column("interest", sa.String(16), nullable=False),
    )
    op.create_index("ix_said_source", "said", ["source", "interest", "statement"])
    op.create_table(
        "charted",
        sa.Column("claim", sa.String(16), primary_key=True),
        sa.Column("contested", sa.Boolean, nullable=False),
        sa.Column("standing", sa.String(16), nullable=False),
        sa.Column("sides", sa.Text, nullable=False),
        sa.Column("told", sa.String(8), nullable=False),
        sa.Column("first", sa.Date),
        sa.Column("last", sa.Date),
    )
    op.create_table(
        "claim_places",
        sa.Column("claim", sa.String(16), primary_key=True),
        sa.Column("spot", sa.String(16), primary_key=True),
        sa.Column("text", sa.Text, primary_key=True),
        sa.Column("rank", sa.BigInteger, nullable=False),
    )
    op.create_index("ix_claim_places_spot", "claim_places", ["spot", "rank", "claim"])
    op.create_table(
        "claim_origins",
        sa.Column("claim", sa.String(16), primary_key=True),
        sa.Column("source", sa.String(16), primary_key=True),
        sa.Column("rank", sa.BigInteger, nullable=False),
    )
    op.create_index("ix_claim_origins_source", "claim_origins", ["source", "rank", "claim"])
    op.create_table(
        "spots",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("lead", sa.Integer, nullable=False),
        sa.Column("drawn", sa.String(8), nullable=False),
        sa.Column("cell", sa.BigInteger),
        sa.Column("geonames", sa.BigInteger),
        sa.Column("lat", sa.Float),
        sa.Column("lon", sa.Float),
        sa.Column("country", sa.String(2)),
        sa.Column("precision", sa.String(16)),
        sa.Column("claims", sa.Integer, nullable=False),
        sa.Column("contested", sa.Integer, nullable=False),
        sa.Column("sides", sa.Text, nullable=False),
    )
    op.create_index("ix_spots_cell", "spots", ["cell"])
    op.create_index("ix_spots_drawn", "spots", ["drawn", "lead", "id"])
    op.create_table(
        "spot_names",
        sa.Column("spot", sa.String(16), primary_key=True),
        sa.Column("text", sa.Text, primary_key=True),
        sa.Column("claims", sa.Integer, nullable=False),
    )
    op.create_table(
        "cells",
        sa.Column("cell", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("depth", sa.Integer, nullable=False),
        sa.Column("y", sa.Integer, nullable=False),
        sa.Column("x", sa.Integer, nullable=False),
        sa.Column("spots", sa.Integer, nullable=False),
        sa.Column("claims", sa.Integer, nullable=False),
        sa.Column("contested", sa.Integer, nullable=False),
        sa.Column("sides", sa.Text, nullable=False),
        sa.Column("east", sa.BigInteger, nullable=False),
        sa.Column("south", sa.BigInteger, nullable=False),
        sa.Column("top", sa.String(16), nullable=False),
        sa.Column("top_claims", sa.Integer, nullable=False),
    )
    op.create_index("ix_cells_depth", "cells", ["depth", "y", "x"])
    op.create_table(
        "spells",
        sa.Column("id", sa.String(48), primary_key=True),
        sa.Column("unit", sa.String(8), nullable=False),
        sa.Column("first", sa.Date),
        sa.Column("last", sa.Date),
        sa.Column("told", sa.String(8), nullable=False),
        sa.Column("claims", sa.Integer, nullable=False),
        sa.Column("contested", sa.Integer, nullable=False),
        sa.Column("sides", sa.Text, nullable=False),
        sa.Column("standings", sa.Text, nullable=False),
    )
    op.create_index("ix_spells_unit", "spells", ["unit", "first", "last"])
