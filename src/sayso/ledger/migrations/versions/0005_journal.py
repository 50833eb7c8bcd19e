"""The journal: what people decided, who, when and why; nothing in it is ever overwritten."""

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    pass
