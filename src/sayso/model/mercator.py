"""Mercator: where a place lies on the map, and the cells in which marks are gathered at each zoom.

The map is a square of side 1, west and north at nought (web Mercator, EPSG:3857): Greenwich on the equator is
(0.5, 0.5). A cell is one of 4ⁿ equal squares at depth n; its number has a 1 before its digits (1 is the whole map, 4
to 7 its quarters), so that the cell that holds it is `cell >> 2`. Limit: beyond 85° north and south there is no map.
"""

from collections.abc import Sequence
from math import asinh, atan, degrees, pi, radians, sinh, tan
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]

EDGE = 85.0
"""Degrees of latitude at which the map ends; the square's own edge is at 85.0511."""

DEEPEST = 13
"""The depth of the smallest cells: 0.04° of longitude, three kilometres at 50° north; a town and its suburbs."""


def point(lat: float, lon: float) -> Point:
    """Where degrees of WGS 84 lie on the map: Kyiv (50.45, 30.52) is (0.585, 0.337)."""
    north, east = max(-EDGE, min(EDGE, lat)), max(-180.0, min(180.0, lon))
    return (east + 180) / 360, 0.5 - asinh(tan(radians(north))) / (2 * pi)


def degrees_at(at: Point) -> tuple[float, float]:
    """Latitude and longitude of a point of the map."""
    x, y = at
    return degrees(atan(sinh(pi * (1 - 2 * y)))), x * 360 - 180


def cell_at(at: Point, depth: int = DEEPEST) -> int:
    """The number of the cell of a depth in which a point lies."""
    side = 1 << depth
    return number(depth, *(max(0, min(side - 1, int(part * side))) for part in at))


def number(depth: int, x: int, y: int) -> int:
    """The number of the cell in that column and row of a depth."""
    found = 1
    for bit in reversed(range(depth)):
        found = found << 2 | (y >> bit & 1) << 1 | (x >> bit & 1)
    return found


def square(cell: int) -> tuple[int, int, int]:
    """Depth, column and row of a cell."""
    depth = (cell.bit_length() - 1) // 2
    x = y = 0
    for bit in range(depth):
        x |= (cell >> 2 * bit & 1) << bit
        y |= (cell >> 2 * bit + 1 & 1) << bit
    return depth, x, y


def quarters(cell: int) -> Sequence[int]:
    """The four cells that a cell is made of."""
    return range(cell << 2, (cell << 2) + 4)
