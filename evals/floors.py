"""Floors: for each set and field the F1 below which it must not fall. They only rise.

A floor has two decimals, and so has the figure it is held against: the int8 network rounds a
little differently from one processor to the next.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from math import floor
from pathlib import Path

FILE = Path(__file__).with_name("floors.json")
DECIMALS = 2

Floors = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Fall:
    """A figure below its floor; `now` is None where the field is no longer measured at all."""

    set: str
    field: str
    floor: float
    now: float | None


def load(path: Path = FILE) -> Floors:
    """The floors as committed; none where there is no file yet."""
    if not path.is_file():
        return {}
    found: Floors = json.loads(path.read_text(encoding="utf-8"))
    return found


def save(floors: Floors, path: Path = FILE) -> None:
    """Write the floors, sets and fields in the order given."""
    path.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")


def falls(floors: Floors, measured: Floors) -> list[Fall]:
    """What lies below its floor, among the sets that were measured."""
    return [
        Fall(name, field, low, now)
        for name, fields in floors.items()
        if name in measured
        for field, low in fields.items()
        if (now := measured[name].get(field)) is None or round(now, DECIMALS) < low
    ]


def raised(floors: Floors, measured: Floors) -> Floors:
    """The floors lifted to what was measured, rounded down; none is lowered or dropped."""
    out = {name: dict(fields) for name, fields in floors.items()}
    for name, fields in measured.items():
        mine = out.setdefault(name, {})
        for field, value in fields.items():
            mine[field] = max(mine.get(field, 0.0), floor(round(value * 10**DECIMALS, 6)) / 10**DECIMALS)
    return out


def lowered(before: Floors, after: Floors) -> list[Fall]:
    """Floors of `before` that `after` lowers or drops."""
    return [
        Fall(name, field, low, now)
        for name, fields in before.items()
        for field, low in fields.items()
        if (now := after.get(name, {}).get(field)) is None or now < low
    ]
