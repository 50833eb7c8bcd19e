"""Conversions: a figure's value in metric units, beside the one it is worded in.

"About 386 square miles", read as 386 and between 347 and 425, is 999.7 km² and between 899.8 and 1,100. A ton is
taken for a metric one, with the short and the long ton as its bounds. Limit: four digits, as reports give no more.
"""

from functools import lru_cache

from sayso.lexicon.load import table
from sayso.model.statement import Converted

DIGITS = 4
"""Digits that a converted value keeps."""


@lru_cache(maxsize=1)
def _factors() -> dict[str, tuple[float, str, float, float]]:
    """For each unit what one of it is, in which metric unit, and the least and the most it may be."""
    return {
        unit: (row[0], row[1], *(row[2:] or (row[0], row[0]))) for unit, row in table("units")["conversions"].items()
    }


def converted(value: float, low: float | None, high: float | None, unit: str | None) -> Converted | None:
    """The value and its bounds in metric units; None where the unit is metric already, or of no such kind."""
    found = _factors().get(unit or "")
    if found is None:
        return None
    factor, metric, least, most = found
    return Converted(
        _rounded(value * factor),
        None if low is None else _rounded(low * least),
        None if high is None else _rounded(high * most),
        metric,
    )


def _rounded(value: float) -> float:
    return float(f"{value:.{DIGITS}g}")
