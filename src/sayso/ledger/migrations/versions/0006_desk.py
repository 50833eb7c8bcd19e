"""The desk: what its pages need in order to be as fast in a large ledger as in a small one.

Claims are written anew out of their members when the ledger is opened: in orders of their own, with their handles.
"""

import sqlalchemy as sa
from alembic import op

from sayso.ledger.handles import place_key

revision = "0006"
down_revision = "0005"

ORDERS = ("by_need", "by_day", "by_articles", "by_roots")


def upgrade() -> None:
    op.drop_table("claims")
    op.create_table(
        "claims",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("standing", sa.String(16), nullable=False, index=True),
        sa.Column("contested", sa.Boolean, nullable=False, index=True),
        sa.Column("statements", sa.Integer, nullable=False),
        sa.Column("articles", sa.Integer, nullable=False),
        sa.Column("roots", sa.Integer, nullable=False),
        *(sa.Column(order, sa.BigInteger, nullable=False) for order in ORDERS),
        sa.Column("brief", sa.Text, nullable=False),
        sa.Column("whole", sa.Text, nullable=False),
    )
    for order in ORDERS:
        op.create_index(f"ix_claims_{order}", "claims", [order, "id"])
    op.create_table(
        "handles",
        sa.Column("kind", sa.String(16), primary_key=True),
        sa.Column("value", sa.Text, primary_key=True),
        sa.Column("by_need", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("claim", sa.String(16), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_handles_claim", "handles", ["claim"])
    op.create_table(
        "counts",
        sa.Column("kind", sa.String(16), primary_key=True),
        sa.Column("value", sa.Text, primary_key=True),
        sa.Column("claims", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_counts_claims", "counts", ["kind", "claims"])
    op.create_table(
        "partings",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("first", sa.String(16), nullable=False, index=True),
        sa.Column("last", sa.String(16), nullable=False, index=True),
        sa.Column("pairs", sa.Integer, nullable=False),
        sa.Column("by_pairs", sa.BigInteger, nullable=False),
    )
    op.create_index("ix_partings_by_pairs", "partings", ["by_pairs", "id"])
    op.create_index("ix_partings_kind", "partings", ["kind", "by_pairs", "id"])
    op.add_column("members", sa.Column("said", sa.Integer, nullable=False, server_default="0"))
    op.create_index("ix_members_said", "members", ["claim", "said", "statement"])
    op.add_column("places", sa.Column("name", sa.Text, nullable=False, server_default=""))
    op.create_index("ix_places_name", "places", ["name", "geonames"])
    _name_places(op.get_bind())


def _name_places(connection: sa.Connection) -> None:
    places = sa.table("places", sa.column("text", sa.Text), sa.column("name", sa.Text))
    texts = connection.execute(sa.select(places.c.text).distinct()).scalars().all()
    names = [{"of": text, "is": place_key(text)} for text in texts]
    if names:
        named = sa.update(places).where(places.c.text == sa.bindparam("of")).values(name=sa.bindparam("is"))
        connection.execute(named, names)
