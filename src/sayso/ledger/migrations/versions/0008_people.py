"""People: who may read, edit and run a ledger that several share, and their sessions."""

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    pass
