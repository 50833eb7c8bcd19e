"""The basemap: outlines of land and of states by Natural Earth, as a part of the map needs them, without a network.

`ground(view)` has paths in pixels of the view. Disputed borders are Natural Earth's, and no statement of sayso's. The
file is made by `docs/basemap.py`; its origin is told in `data/README.md`.
"""

import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sayso.web.view import View

SIDE = 1 << 17
"""Steps of the map's side in the file."""

FINE_FROM = 4
"""The zoom from which the finer outlines are drawn: before it they are off by less than a pixel."""

BEYOND = 12
"""Pixels by which what is drawn goes beyond the view, so that no edge of it is seen."""

NAMED_FROM, NAMED_TO = 70, 1400
"""Pixels of a state's breadth between which its name is written: a smaller one has no room, a wider one no need."""

LETTER = 8.6
"""About how wide a letter of a state's name is."""

Box = tuple[int, int, int, int]
Pixels = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Line:
    """A line or a ring in steps of the map's side: x and y in turn, and the box that it lies in."""

    points: tuple[int, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class Outlines:
    """The outlines of one scale."""

    land: tuple[Line, ...]
    borders: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies under the marks of a view: SVG paths, and names with where they are written."""

    land: str
    borders: str
    names: tuple[tuple[str, float, float], ...]


def ground(view: View) -> Ground:
    """What is drawn of land and states in a view."""
    coarse, fine, names = _read()
    outlines = fine if view.zoom >= FINE_FROM else coarse
    edge = _window(view)
    seen = [line for line in outlines.land if _meets(line.box, edge)]
    rings = (_clipped(_pixels(view, line), *_frame(view)) for line in seen)
    borders = (_within(_pixels(view, line), view) for line in outlines.borders if _meets(line.box, edge))
    return Ground(
        "".join(_path(ring, "Z") for ring in rings if len(ring) > 2),
        "".join(_path(part, "") for parts in borders for part in parts),
        tuple(_named(view, names)),
    )


@cache
def _read() -> tuple[Outlines, Outlines, Sequence[tuple[int, str, int, int]]]:
    raw = zlib.decompress((files("sayso.web") / "data" / "basemap.bin").read_bytes())
    length = int.from_bytes(raw[:4], "big")
    numbers = _numbers(raw[4 : 4 + length])
    layers = [_lines(numbers) for _ in range(4)]
    return Outlines(layers[0], layers[1]), Outlines(layers[2], layers[3]), json.loads(raw[4 + length :])


def _numbers(raw: bytes) -> Iterator[int]:
    number = shift = 0
    for byte in raw:
        number |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            yield number
            number = shift = 0


def _lines(numbers: Iterator[int]) -> tuple[Line, ...]:
    found: list[Line] = []
    for _ in range(next(numbers)):
        points: list[int] = []
        x = y = 0
        for _ in range(next(numbers)):
            x, y = x + _signed(next(numbers)), y + _signed(next(numbers))
            points += (x, y)
        found += _around(points)
    return tuple(found)


def _around(points: list[int]) -> Iterator[Line]:
    """A line that crosses 180° goes on beyond the map's edge, and stands at its other edge once more."""
    xs, turn = points[::2], 0
    for at in range(1, len(xs)):
        step = points[2 * at] - points[2 * at - 2]
        turn += SIDE if step < -SIDE // 2 else -SIDE if step > SIDE // 2 else 0
        xs[at] += turn
    ys = points[1::2]
    for shift in (0, SIDE, -SIDE):
        least, most = min(xs) + shift, max(xs) + shift
        if shift == 0 or (least < SIDE and most > 0 and (min(xs) < 0 or max(xs) > SIDE)):
            moved = tuple(number for x, y in zip(xs, ys, strict=True) for number in (x + shift, y))
            yield Line(moved, (least, min(ys), most, max(ys)))


def _signed(number: int) -> int:
    return -(number + 1 >> 1) if number & 1 else number >> 1


def _window(view: View) -> Box:
    left, top, right, bottom = view.bounds
    return int(left * SIDE) - 1, int(top * SIDE) - 1, int(right * SIDE) + 1, int(bottom * SIDE) + 1


def _meets(a: Box, b: Box) -> bool:
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


def _frame(view: View) -> tuple[float, float, float, float]:
    return -BEYOND, -BEYOND, view.width + BEYOND, view.height + BEYOND


def _pixels(view: View, line: Line) -> Pixels:
    left, top, scale = view.bounds[0], view.bounds[1], view.scale
    step = scale / SIDE
    x0, y0 = left * scale, top * scale
    points = line.points
    return [(points[i] * step - x0, points[i + 1] * step - y0) for i in range(0, len(points), 2)]


def _clipped(ring: Pixels, left: float, top: float, right: float, bottom: float) -> Pixels:
    """The ring within a box, edge by edge (Sutherland and Hodgman)."""
    for axis, bound, sign in ((0, left, 1), (0, right, -1), (1, top, 1), (1, bottom, -1)):
        kept: Pixels = []
        before = ring[-1] if ring else (0.0, 0.0)
        inside_before = (before[axis] - bound) * sign >= 0
        for here in ring:
            inside = (here[axis] - bound) * sign >= 0
            if inside != inside_before:
                share = (bound - before[axis]) / (here[axis] - before[axis])
                kept.append((before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1])))
            if inside:
                kept.append(here)
            before, inside_before = here, inside
        ring = kept
    return ring


def _within(line: Pixels, view: View) -> Iterator[Pixels]:
    """The parts of a line of which some point is near the view."""
    left, top, right, bottom = _frame(view)
    part: Pixels = []
    for at, (x, y) in enumerate(line):
        near = left <= x <= right and top <= y <= bottom
        if near and not part and at:
            part.append(line[at - 1])
        if near or part:
            part.append((x, y))
        if part and not near:
            yield part
            part = []
    if len(part) > 1:
        yield part


def _path(points: Pixels, end: str) -> str:
    """A path, to a tenth of a pixel, without points that fall on the one before."""
    written, last = [], ""
    for x, y in points:
        here = f"{x:.1f} {y:.1f}"
        if here != last:
            written.append(here)
            last = here
    return f"M{'L'.join(written)}{end}" if len(written) > 1 else ""


def _named(view: View, names: Sequence[tuple[int, str, int, int]]) -> Iterator[tuple[str, float, float]]:
    for breadth, name, x, y in names:
        wide = -breadth / SIDE * view.scale
        if wide < NAMED_FROM:
            break
        if -breadth > SIDE // 2:  # it lies on both sides of 180°, and its middle on neither
            continue
        east, south = view.pixel((x / SIDE, y / SIDE))
        half = LETTER * len(name) / 2
        if wide <= NAMED_TO and half < east < view.width - half and 0 < south < view.height and wide > half * 1.5:
            yield name, round(east, 1), round(south, 1)
