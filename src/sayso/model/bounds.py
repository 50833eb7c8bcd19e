"""Bounds: the least and the most that a figure may mean, so that two figures can be held against each other.

    wording                         low             high
    31 settlements                  31              31
    5,000 people (a round number)   4,500           5,500
    more than 40, at least 40       40              none
    fewer than 50, up to 50         none            50
    about 420, some 420             378             462
    nearly 40                       36              40
    dozens, hundreds                12, 100         none

A number of a thousand or more with one or two digits that count is round, and its last such digit is good to a half.
Bounds are inclusive: "more than 40" and "40" do not part. A figure in miles has its bounds in kilometres. Limit:
"about" is a tenth either way, whoever says it.
"""

from dataclasses import dataclass
from math import floor, inf, log10

from sayso.model.statement import Comparator, Figure

ABOUT = 0.1
"""How far "about" reaches either way, as a share of the number: the reader's own width for it."""

ROUND_FROM = 1000
"""Below it a number that ends in noughts may be a count ("100 buses"); above, reports round."""

DIGITS = 2
"""Digits that count in a round number: 12,000 has two, 12,300 three."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the most, both included, open ends as infinities, and the unit where they were converted."""

    low: float
    high: float
    unit: str | None

    def meets(self, other: "Bounds") -> bool:
        """Some number is within both."""
        return self.low <= other.high and other.low <= self.high


def bounds(figure: Figure) -> Bounds:
    """What the figure may mean, in metric units where its own are none."""
    metric = figure.converted
    value, low, high = (metric or figure).value, (metric or figure).low, (metric or figure).high
    unit = metric.unit if metric else figure.unit
    if low is not None or high is not None:
        least, most = _open(low, -inf), _open(high, inf)
    else:
        least, most = _worded(value, figure.comparator)
    if figure.comparator is Comparator.EQUAL and (slack := _rounding(figure.value)):
        share = slack / figure.value
        least, most = min(least, value * (1 - share)), max(most, value * (1 + share))
    return Bounds(least, most, unit)


def _worded(value: float, comparator: Comparator) -> tuple[float, float]:
    match comparator:
        case Comparator.MORE | Comparator.AT_LEAST:
            return value, inf
        case Comparator.LESS | Comparator.AT_MOST:
            return -inf, value
        case Comparator.ABOUT:
            return value * (1 - ABOUT), value * (1 + ABOUT)
        case _:
            return value, value


def _rounding(value: float) -> float:
    """Half of the last digit that counts, of a round number; nought of another."""
    if value < ROUND_FROM or value != floor(value):
        return 0.0
    step = 10.0 ** (floor(log10(value)) - DIGITS + 1)
    if value % step:
        return 0.0
    return step * 10 / 2 if value % (step * 10) == 0 else step / 2


def _open(end: float | None, infinity: float) -> float:
    return infinity if end is None else end
