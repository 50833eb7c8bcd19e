"""Makes the desk's basemap, `src/sayso/web/data/basemap.bin`, out of Natural Earth's outlines.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python docs/basemap.py package

Natural Earth (naturalearthdata.com) is in the public domain; world-atlas packs its admin-0 countries, at scales of 1 to
110 and 50 million, as TopoJSON. Kept are the outlines of land, the lines between two states, and each state's name
where its largest part lies; projected (web Mercator), thinned and rounded to 1/131,072 of the map's side, some 300 m.
Run it again with a newer package and the file is the same but for what Natural Earth changed.
"""

import json
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from sayso.model.mercator import point

SIDE = 1 << 17
"""Steps of the map's side."""

LAYERS = (("110m", 24), ("50m", 3))
"""Scales, and by how many steps a line may be off where it is thinned: half a pixel where the scale is last shown."""

SMALLEST = {"110m": 60, "50m": 9}
"""Islands narrower than so many steps are left out."""

OUT = Path(__file__).parent.parent / "src/sayso/web/data/basemap.bin"

Line = list[tuple[int, int]]


def main(package: Path) -> None:
    """Write the file."""
    out = bytearray()
    for scale, tolerance in LAYERS:
        atlas = json.loads((package / f"countries-{scale}.json").read_text())
        arcs = list(_arcs(atlas))
        land = [_thinned(ring, tolerance) for ring in _rings(atlas["objects"]["land"], arcs)]
        land = [ring for ring in land if len(ring) > 3 and _breadth(ring) >= SMALLEST[scale]]
        borders = [_thinned(arcs[each], tolerance) for each in _between(atlas["objects"]["countries"])]
        for lines in (land, borders):
            _write(out, lines)
    names = sorted(_names(json.loads((package / "countries-50m.json").read_text())))
    labels = json.dumps(names, ensure_ascii=False, separators=(",", ":")).encode()
    packed = zlib.compress(len(out).to_bytes(4, "big") + bytes(out) + labels, 9)
    OUT.write_bytes(packed)
    print(f"{OUT.name}: {len(packed):,} bytes")


def _arcs(atlas: dict[str, Any]) -> Iterator[Line]:
    (sx, sy), (tx, ty) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    for arc in atlas["arcs"]:
        x = y = 0
        line: Line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            east, south = point(y * sy + ty, x * sx + tx)
            line.append((round(east * SIDE), round(south * SIDE)))
        yield line


def _rings(shape: dict[str, Any], arcs: Sequence[Line]) -> Iterator[Line]:
    """Outer rings and lakes alike: what is filled is told by even and odd."""
    if shape["type"] == "GeometryCollection":
        for each in shape["geometries"]:
            yield from _rings(each, arcs)
        return
    polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    for polygon in polygons:
        for ring in polygon:
            line: Line = []
            for each in ring:
                part = arcs[each] if each >= 0 else arcs[~each][::-1]
                line += part[1:] if line else part
            yield line


def _between(countries: dict[str, Any]) -> list[int]:
    """The arcs that two states share."""
    used: Counter[int] = Counter()
    for each in countries["geometries"]:
        if "arcs" in each:
            used.update({arc if arc >= 0 else ~arc for arc in _flat(each["arcs"])})
    return sorted(arc for arc, times in used.items() if times > 1)


def _flat(arcs: Iterable[Any]) -> Iterator[int]:
    for each in arcs:
        if isinstance(each, int):
            yield each
        else:
            yield from _flat(each)


def _names(atlas: dict[str, Any]) -> Iterator[tuple[int, str, int, int]]:
    """Breadth of a state's largest part, less than nought so that the widest come first; its name; where that lies."""
    arcs = list(_arcs(atlas))
    for each in atlas["objects"]["countries"]["geometries"]:
        if "arcs" not in each:
            continue
        ring = max(_rings(each, arcs), key=lambda ring: abs(_area(ring)))
        x, y = _middle(ring)
        yield -_breadth(ring), each["properties"]["name"], x, y


def _area(ring: Line) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True)) / 2


def _middle(ring: Line) -> tuple[int, int]:
    area = _area(ring) or 1.0
    x = y = 0.0
    for a, b in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = a[0] * b[1] - b[0] * a[1]
        x, y = x + (a[0] + b[0]) * cross, y + (a[1] + b[1]) * cross
    return round(x / (6 * area)), round(y / (6 * area))


def _breadth(line: Line) -> int:
    xs, ys = [x for x, _ in line], [y for _, y in line]
    return max(max(xs) - min(xs), max(ys) - min(ys))


def _thinned(line: Line, tolerance: int) -> Line:
    """Without points that lie nearer than so much to the line that is left (Douglas and Peucker)."""
    keep, todo = {0, len(line) - 1}, [(0, len(line) - 1)]
    if line[0] == line[-1] and len(line) > 3:
        far = max(range(len(line)), key=lambda i: abs(line[i][0] - line[0][0]) + abs(line[i][1] - line[0][1]))
        keep.add(far)
        todo = [(0, far), (far, len(line) - 1)]
    while todo:
        first, last = todo.pop()
        at, off = first, -1.0
        for i in range(first + 1, last):
            if (found := _off(line[i], line[first], line[last])) > off:
                at, off = i, found
        if off > tolerance:
            keep.add(at)
            todo += [(first, at), (at, last)]
    return [line[i] for i in sorted(keep)]


def _off(p: tuple[int, int], a: tuple[int, int], b: tuple[int, int]) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    long = dx * dx + dy * dy
    t = max(0.0, min(1.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / long)) if long else 0.0
    return float(((p[0] - a[0] - t * dx) ** 2 + (p[1] - a[1] - t * dy) ** 2) ** 0.5)


def _write(out: bytearray, lines: Sequence[Line]) -> None:
    _number(out, len(lines))
    for line in lines:
        _number(out, len(line))
        x = y = 0
        for east, south in line:
            for step in (east - x, south - y):
                _number(out, step << 1 if step >= 0 else (-step << 1) - 1)
            x, y = east, south


def _number(out: bytearray, number: int) -> None:
    """Seven bits a byte, the low ones first."""
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
