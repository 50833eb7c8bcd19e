"""Search: the words of statements, who says them and the titles of their articles, in FTS5."""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.execute(
        "CREATE VIRTUAL TABLE search USING fts5(words, who, title, tokenize = 'porter unicode61 remove_diacritics 2')"
    )
