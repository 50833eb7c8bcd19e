"""Figures by what they measure, each measure with its range: what can stand on one scale.

"17 soldiers killed" and "29 people killed" are one measure, "31 settlements held" and "420 km² held" are two.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.weigh.sheet import SheetRange, SheetRow, over_all

PEOPLE = frozenset({"people", "civilians", "fighters"})
"""What is counted in heads, so that the bounds of each can be held against the others'."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Figures of one measure ("killed") and of one thing counted ("people"), by day, and their range."""

    name: str
    counted: str
    rows: tuple[SheetRow, ...]
    range: SheetRange

    @property
    def title(self) -> str:
        """What is measured, in words: "settlements held", "killed"."""
        if not self.name:
            return "not told what"
        return self.name if self.counted in ("people", "", self.name) else f"{self.counted} {self.name}"


def by_measure(rows: Iterable[SheetRow]) -> tuple[Measure, ...]:
    """The rows by their measures, those with the most rows first."""
    found: dict[tuple[str, str], list[SheetRow]] = {}
    for row in rows:
        counted = "people" if row.counted in PEOPLE or row.coded is not None else row.counted
        found.setdefault((row.measure, counted), []).append(row)
    measures = (Measure(name, counted, tuple(some), over_all(some)) for (name, counted), some in found.items())
    return tuple(sorted(measures, key=lambda each: (-len(each.rows), each.name, each.counted)))
