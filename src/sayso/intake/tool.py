"""The name under which sayso records that it took a page in."""

from functools import cache
from importlib.metadata import PackageNotFoundError, version


@cache
def tool() -> str:
    """`sayso 0.1.0`."""
    try:
        return f"sayso {version('sayso')}"
    except PackageNotFoundError:
        return "sayso"
