"""The tables of what is summed up beforehand, so that a page costs no more in a large ledger than in a small one.

listings                                     the articles, the newest first
sources, source_sides, source_relays, said   who says how much, of what side, through whom (`sayso.ledger.tallies`)
charted, claim_places, claim_origins         what each claim adds to the sums
spots, spot_names, cells, spells             where and when claims are said to be (`sayso.ledger.atlas`)

Each is a function of the articles and claims that are kept: no order of adding shows. `lead` is a number's negative, so
that an index that goes up has the busiest first. Keys of other tables are not declared as such: what is summed up is
taken out before the rows that it was summed up from.
"""

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Dialect,
    Float,
    Index,
    Integer,
    String,
    Table,
    Text,
    TypeDecorator,
)

from sayso.ledger.schema import Words, metadata

SHORT = 200
"""Characters of a name by which rows are found: an index of PostgreSQL takes no more than 2,700 bytes."""


class Counts(TypeDecorator[Mapping[str, int]]):
    """Numbers by name, those above nought: `{"Ostrel":3,"Varnia":12}`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Mapping[str, int] | None, dialect: Dialect) -> str | None:
        kept = {name: number for name, number in (value or {}).items() if number}
        return json.dumps(kept, sort_keys=True, separators=(",", ":"))

    def process_result_value(self, value: Any, dialect: Dialect) -> Mapping[str, int]:
        return json.loads(value) if value else {}


sources = Table(
    "sources",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("lead", Integer, nullable=False),
    Column("sort", Words, nullable=False),
    Column("name", Words, nullable=False),
    Column("named", Boolean, nullable=False),
    Column("own", Boolean, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("of_side", Words, nullable=False),
    Column("statements", Integer, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("contested", Integer, nullable=False),
    Column("interests", Counts, nullable=False),
    Index("ix_sources_lead", "lead", "sort", "id"),
)

source_sides = Table(
    "source_sides",
    metadata,
    Column("source", String(16), primary_key=True),
    Column("side", Words, primary_key=True),
    Column("statements", Integer, nullable=False),
    Column("lead", Integer, nullable=False),
    Column("sort", Words, nullable=False),
    Index("ix_source_sides_side", "side", "lead", "sort", "source"),
)

source_relays = Table(
    "source_relays",
    metadata,
    Column("source", String(16), primary_key=True),
    Column("relay", Words, primary_key=True),
    Column("lead", Integer, nullable=False),
    Column("statements", Integer, nullable=False),
    Index("ix_source_relays_lead", "source", "lead", "relay"),
)

sides = Table(
    "sides",
    metadata,
    Column("side", Words, primary_key=True),
    Column("statements", Integer, nullable=False),
)

listings = Table(
    "listings",
    metadata,
    Column("document", String(16), primary_key=True),
    Column("day", Integer, nullable=False),
    Column("outlet", Words, nullable=False),
    Column("statements", Integer, nullable=False),
    Index("ix_listings_day", "day", "document"),
    Index("ix_listings_outlet", "outlet", "day", "document"),
)

said = Table(
    "said",
    metadata,
    Column("statement", String(16), primary_key=True),
    Column("source", String(16), nullable=False),
    Column("interest", String(16), nullable=False),
    Index("ix_said_source", "source", "interest", "statement"),
)

charted = Table(
    "charted",
    metadata,
    Column("claim", String(16), primary_key=True),
    Column("contested", Boolean, nullable=False),
    Column("standing", String(16), nullable=False),
    Column("sides", Counts, nullable=False),
    Column("told", String(8), nullable=False),
    Column("first", Date),
    Column("last", Date),
)

claim_places = Table(
    "claim_places",
    metadata,
    Column("claim", String(16), primary_key=True),
    Column("spot", String(16), primary_key=True),
    Column("text", Words, primary_key=True),
    Column("rank", BigInteger, nullable=False),
    Index("ix_claim_places_spot", "spot", "rank", "claim"),
)

claim_origins = Table(
    "claim_origins",
    metadata,
    Column("claim", String(16), primary_key=True),
    Column("source", String(16), primary_key=True),
    Column("rank", BigInteger, nullable=False),
    Index("ix_claim_origins_source", "source", "rank", "claim"),
)

spots = Table(
    "spots",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("lead", Integer, nullable=False),
    Column("drawn", String(8), nullable=False),
    Column("cell", BigInteger, index=True),
    Column("geonames", BigInteger),
    Column("lat", Float),
    Column("lon", Float),
    Column("country", String(2)),
    Column("precision", String(16)),
    Column("claims", Integer, nullable=False),
    Column("contested", Integer, nullable=False),
    Column("sides", Counts, nullable=False),
    Index("ix_spots_drawn", "drawn", "lead", "id"),
)

spot_names = Table(
    "spot_names",
    metadata,
    Column("spot", String(16), primary_key=True),
    Column("text", Words, primary_key=True),
    Column("claims", Integer, nullable=False),
)

cells = Table(
    "cells",
    metadata,
    Column("cell", BigInteger, primary_key=True, autoincrement=False),
    Column("depth", Integer, nullable=False),
    Column("y", Integer, nullable=False),
    Column("x", Integer, nullable=False),
    Column("spots", Integer, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("contested", Integer, nullable=False),
    Column("sides", Counts, nullable=False),
    Column("east", BigInteger, nullable=False),
    Column("south", BigInteger, nullable=False),
    Column("top", String(16), nullable=False),
    Column("top_claims", Integer, nullable=False),
    Index("ix_cells_depth", "depth", "y", "x"),
)

spells = Table(
    "spells",
    metadata,
    Column("id", String(48), primary_key=True),
    Column("unit", String(8), nullable=False),
    Column("first", Date),
    Column("last", Date),
    Column("told", String(8), nullable=False),
    Column("claims", Integer, nullable=False),
    Column("contested", Integer, nullable=False),
    Column("sides", Counts, nullable=False),
    Column("standings", Counts, nullable=False),
    Index("ix_spells_unit", "unit", "first", "last"),
)
