"""A view of the map: where its middle is, how near, and how wide and high it is drawn.

`View.of("50.45,30.52", 6)` is what `/map?at=50.45,30.52&zoom=6` shows. At zoom 0 the world is 256 pixels wide, at each
next one twice as wide, as on any map of tiles.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from sayso.model.mercator import Point, degrees_at, point
from sayso.model.problem import Problem, SaysoError

WIDTH, HEIGHT = 1040, 640
TILE = 256
NEAREST, FARTHEST = 12, 2
STEP = 0.35
"""The share of the view by which an arrow moves it."""

FILLED = 0.8
"""The share of the view that what it is fitted to may fill."""

NEAR = 8
"""The zoom beyond which nothing is fitted: a single town is shown with its country around it."""


@dataclass(frozen=True, slots=True)
class View:
    """A part of the map, of `width` by `height` pixels around `middle`."""

    middle: Point
    zoom: int
    width: int = WIDTH
    height: int = HEIGHT

    @classmethod
    def of(cls, at: str, zoom: int) -> Self:
        """The view around degrees north and east; raises SaysoError where they are none."""
        try:
            north, east = (float(part) for part in at.split(","))
            if not (abs(north) <= 90 and abs(east) <= 180):
                raise ValueError(at)
        except ValueError as error:
            what, remedy = "this is no place on the map", "Give degrees north and east: 50.45,30.52."
            raise SaysoError(Problem(at, what, "nothing drawn", remedy)) from error
        return cls(point(north, east), max(FARTHEST, min(NEAREST, zoom))).held()

    @classmethod
    def fitted(cls, points: Sequence[Point]) -> Self:
        """The view that shows all of these points, as near as may be; the whole world where there are none."""
        if not points:
            return cls((0.5, 0.42), FARTHEST).held()
        xs, ys = [x for x, _ in points], [y for _, y in points]
        middle = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
        wide, high = max(xs) - min(xs), max(ys) - min(ys)
        zoom = NEAR
        while zoom > FARTHEST and (wide * TILE * 2**zoom > WIDTH * FILLED or high * TILE * 2**zoom > HEIGHT * FILLED):
            zoom -= 1
        return cls(middle, zoom).held()

    @property
    def scale(self) -> float:
        """Pixels of the whole map's side."""
        return float(TILE * 2**self.zoom)

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, north, east and south, as parts of the map's side."""
        wide, high = self.width / self.scale / 2, self.height / self.scale / 2
        return self.middle[0] - wide, self.middle[1] - high, self.middle[0] + wide, self.middle[1] + high

    @property
    def at(self) -> str:
        """The middle in degrees, as an address has it."""
        north, east = degrees_at(self.middle)
        return f"{north:.4f},{east:.4f}"

    def pixel(self, at: Point) -> Point:
        """Where a point of the map is drawn."""
        left, top, _, _ = self.bounds
        return (at[0] - left) * self.scale, (at[1] - top) * self.scale

    def moved(self, east: int, south: int) -> Self:
        """The view beside it."""
        x, y = self.middle
        step = (self.width * STEP * east / self.scale, self.height * STEP * south / self.scale)
        return replace(self, middle=(x + step[0], y + step[1])).held()

    def nearer(self, steps: int) -> Self:
        """The same place so many zooms nearer, or farther."""
        return replace(self, zoom=max(FARTHEST, min(NEAREST, self.zoom + steps))).held()

    def held(self) -> Self:
        """The nearest view that does not look beyond the north and south ends of the map."""
        high = self.height / self.scale / 2
        y = 0.5 if high >= 0.5 else max(high, min(1 - high, self.middle[1]))
        return replace(self, middle=(max(0.0, min(1.0, self.middle[0])), y))
