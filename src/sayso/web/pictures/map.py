"""The map: land, and on it the claims by place, as marks whose area is how many there are.

A disc is a settlement, or several that lie together; a ring drawn wide and soft is about a region, a state or a river,
and has no edge that means anything. A disc of one colour is of claims whose roots are all of one side, one of several
is cut like a cake; amber around it: some of the claims are contested. What nobody can place is listed, never drawn.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin, sqrt

from markupsafe import Markup

from sayso.export.dead import dead
from sayso.model.mercator import degrees_at, point
from sayso.web.basemap import ground
from sayso.web.view import View

LEAST, MOST = 4.5, 26.0
"""Radii of the smallest and the largest disc."""

RINGS = {"country": 62.0, "region": 40.0}
RING = 26.0

NAMED = 40
"""Marks that are named, where there is room."""

LETTER, LINE = 6.6, 15.0
"""About how wide a letter and how high a line is."""

EQUATOR_KM = 40_075
ROUND_KM = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000)
LONGEST_MEASURE = 150.0

GRID = {2: 30.0, 3: 30.0, 4: 10.0, 5: 10.0, 6: 5.0, 7: 2.0, 8: 1.0, 9: 0.5}


@dataclass(frozen=True, slots=True)
class Spotted:
    """A mark: a disc, or a ring where `wide` gives the precision; `href` is where it leads, `told` what it says."""

    x: float
    y: float
    claims: int
    contested: int
    sides: Mapping[str, int]
    name: str
    told: str
    href: str
    wide: str | None = None


def drawn(view: View, marks: Sequence[Spotted], side_class: Callable[[str], str]) -> Markup:
    """The map with its marks, the largest first so that none hides behind one of them."""
    below = ground(view)
    most = max((mark.claims for mark in marks), default=1)
    sized = [(mark, _radius(mark, most)) for mark in sorted(marks, key=lambda mark: (mark.wide is None, -mark.claims))]
    rings = Markup("").join(_ring(mark, radius, side_class) for mark, radius in sized if mark.wide)
    discs = Markup("").join(_disc(mark, radius, side_class) for mark, radius in sized if not mark.wide)
    state = Markup('<text class="map-state" x="{}" y="{}">{}</text>')
    free = [each for each in below.names if not any(_over(each, mark, radius) for mark, radius in sized)]
    states = Markup("").join(state.format(x, y, name.upper()) for name, x, y in free)
    return Markup(
        '<svg class="map" role="group" aria-label="Map of claims; the table below has the same." '
        'viewBox="0 0 {width} {height}" preserveAspectRatio="xMidYMid slice">'
        '<rect class="map-sea" width="{width}" height="{height}"/>'
        '<path class="map-land" fill-rule="evenodd" d="{land}"/>{grid}<path class="map-border" d="{borders}"/>'
        "{states}{rings}{discs}{names}{measure}</svg>"
    ).format(
        width=view.width,
        height=view.height,
        grid=_grid(view),
        land=below.land,
        borders=below.borders,
        states=states,
        rings=rings,
        discs=discs,
        names=Markup("").join(_names(sized, view)),
        measure=_measure(view),
    )


def _over(named: tuple[str, float, float], mark: Spotted, radius: float) -> bool:
    """A state's name would lie under a mark."""
    name, x, y = named
    half = LETTER * len(name) / 2
    return abs(mark.x - x) < radius + half and abs(mark.y - y) < radius + LINE / 2


def _radius(mark: Spotted, most: int) -> float:
    if mark.wide:
        return RINGS.get(mark.wide, RING)
    return max(LEAST, MOST * sqrt(mark.claims / most) if most > 1 else LEAST + 2)


def _disc(mark: Spotted, radius: float, side_class: Callable[[str], str]) -> Markup:
    slices = _slices(mark, radius, side_class)
    halo = Markup('<circle class="map-contested" cx="{}" cy="{}" r="{}"/>').format(
        round(mark.x, 1), round(mark.y, 1), round(radius + 3, 1)
    )
    return _linked(mark, (halo if mark.contested else Markup("")) + slices)


def _slices(mark: Spotted, radius: float, side_class: Callable[[str], str]) -> Markup:
    """One disc of one colour, or a cake of several; sides without a colour of their own are one grey slice."""
    by_class: dict[str, int] = {}
    for side, number in sorted(mark.sides.items(), key=lambda pair: (-pair[1], pair[0])):
        by_class[side_class(side)] = by_class.get(side_class(side), 0) + number
    x, y, whole = mark.x, mark.y, sum(by_class.values())
    if len(by_class) < 2:
        kind = next(iter(by_class), "side-none")
        return Markup('<circle class="map-disc {}" cx="{}" cy="{}" r="{}"/>').format(
            kind, round(x, 1), round(y, 1), round(radius, 1)
        )
    turn, found = -0.25, Markup("")
    for kind, number in by_class.items():
        start, turn = turn, turn + number / whole
        a, b = ((round(x + radius * cos(2 * pi * t), 1), round(y + radius * sin(2 * pi * t), 1)) for t in (start, turn))
        found += Markup('<path class="map-disc {}" d="M{} {}L{} {}A{} {} 0 {} 1 {} {}Z"/>').format(
            kind,
            round(x, 1),
            round(y, 1),
            *a,
            round(radius, 1),
            round(radius, 1),
            int(number / whole > 0.5),
            *b,
        )
    return found


def _ring(mark: Spotted, radius: float, side_class: Callable[[str], str]) -> Markup:
    sides = sorted(mark.sides.items(), key=lambda pair: (-pair[1], pair[0]))
    kinds = {side_class(side) for side, _ in sides}
    kind = kinds.pop() if len(kinds) == 1 else "map-several"
    return _linked(
        mark,
        Markup('<circle class="map-ring {}" cx="{}" cy="{}" r="{}"/>').format(
            kind, round(mark.x, 1), round(mark.y, 1), radius
        ),
    )


def _linked(mark: Spotted, inner: Markup) -> Markup:
    return Markup('<a class="map-mark" href="{}" aria-label="{}"><title>{}</title>{}</a>').format(
        mark.href, mark.told, mark.told, inner
    )


def _names(sized: Sequence[tuple[Spotted, float]], view: View) -> Iterator[Markup]:
    """Names beside the marks, the busiest first, each only where no other name or disc is in its way."""
    taken = [(m.x - r, m.y - r, m.x + r, m.y + r) for m, r in sized if not m.wide]
    rows = sorted(sized, key=lambda pair: (-pair[0].claims, pair[0].name))
    for mark, radius in rows[:NAMED]:
        name = dead(mark.name)
        name = name if len(name) <= 28 else f"{name[:27]}…"
        wide = LETTER * len(name)
        if mark.wide:
            places = [(mark.x - wide / 2, mark.y + 4, "middle", mark.x)]
        else:
            right, left = mark.x + radius + 5, mark.x - radius - 5
            places = [(right, mark.y + 4, "start", right), (left - wide, mark.y + 4, "end", left)]
        for west, base, anchor, x in places:
            box = (west, base - LINE + 3, west + wide, base + 4)
            if box[0] < 2 or box[2] > view.width - 2 or any(_meet(box, each) for each in taken):
                continue
            taken.append(box)
            kind = "map-name map-name-wide" if mark.wide else "map-name"
            yield Markup('<text class="{}" x="{}" y="{}" text-anchor="{}" aria-hidden="true">{}</text>').format(
                kind, round(x, 1), round(base, 1), anchor, name
            )
            break


def _meet(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _grid(view: View) -> Markup:
    """Meridians and parallels, thin, at whole degrees or parts of one."""
    step = GRID.get(view.zoom, 0.25)
    west, north, east, south = view.bounds
    top, left = degrees_at((west, max(0.0, north)))
    bottom, right = degrees_at((east, min(1.0, south)))
    lines, labels = list[str](), Markup("")
    for at in range(int(left // step) + 1, int(right // step) + 1):
        x, _ = view.pixel(point(0, at * step))
        lines.append(f"M{x:.1f} 0V{view.height}")
        labels += _degrees(x + 3, view.height - 5, at * step, "EW")
    for at in range(int(bottom // step) + 1, int(top // step) + 1):
        _, y = view.pixel(point(at * step, 0))
        lines.append(f"M0 {y:.1f}H{view.width}")
        labels += _degrees(5, y - 3, at * step, "NS")
    return Markup('<path class="map-grid" d="{}"/>{}').format("".join(lines), labels)


def _degrees(x: float, y: float, value: float, letters: str) -> Markup:
    letter = letters[0] if value > 0 else letters[1] if value < 0 else ""
    told = f"{abs(value):g}° {letter}".strip()
    return Markup('<text class="map-degrees" x="{}" y="{}" aria-hidden="true">{}</text>').format(
        round(x, 1), round(y, 1), told
    )


def _measure(view: View) -> Markup:
    """A line of a round number of kilometres, as they are in the middle of the view."""
    north, _ = degrees_at(view.middle)
    a_pixel = EQUATOR_KM * cos(north * pi / 180) / view.scale
    long = max(number for number in ROUND_KM if number / a_pixel <= LONGEST_MEASURE or number == ROUND_KM[0])
    wide, y = round(long / a_pixel, 1), view.height - 26
    return Markup(
        '<g class="map-measure" aria-hidden="true"><path d="M{x} {y}v5h{wide}v-5"/>'
        '<text x="{at}" y="{low}">{long} km</text></g>'
    ).format(x=view.width - 24 - wide, y=y, wide=wide, at=view.width - 24 - wide / 2, low=y - 3, long=f"{long:,}")
