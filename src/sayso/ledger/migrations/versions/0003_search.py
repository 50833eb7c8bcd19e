"""Search: the words of statements, who says them and the titles of their articles; in FTS5, or as tsvector."""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("CREATE TABLE search (statement text PRIMARY KEY, vector tsvector NOT NULL)")
        op.execute("CREATE INDEX ix_search_vector ON search USING gin (vector)")
        return
    op.execute(
        "CREATE VIRTUAL TABLE search USING fts5(words, who, title, tokenize = 'porter unicode61 remove_diacritics 2')"
    )
