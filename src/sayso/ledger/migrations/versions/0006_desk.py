"""The desk: what its pages need in order to be as fast in a large ledger as in a small one."""

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    pass
