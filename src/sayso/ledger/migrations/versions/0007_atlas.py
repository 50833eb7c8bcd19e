"""The atlas: where and when claims are said to be, and who says how much, summed up as articles come and go."""

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    pass
