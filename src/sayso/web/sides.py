"""Colours of sides: the side with the most statements has the first, and so on; the rule is the same for everyone.

The colours carry no meaning of their own and never stand alone: the name of the side is beside them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from sayso.model.statement import NO_SIDE, UNKNOWN_SIDE

COLOURS = 8
"""Hues that can be told from each other, also by most who see fewer of them; further sides share the grey."""

GREY = "side-none"


@dataclass(frozen=True, slots=True)
class Palette:
    """For each side the class that gives its colour: `side-0` to `side-7`, `side-none` for no side or a further one."""

    classes: Mapping[str, str]

    @classmethod
    def of(cls, sides: Iterable[tuple[str, int]]) -> Self:
        """From the sides with their numbers of statements."""
        known = sorted((pair for pair in sides if pair[0] not in (NO_SIDE, UNKNOWN_SIDE)), key=lambda p: (-p[1], p[0]))
        return cls({side: f"side-{at}" for at, (side, _) in enumerate(known[:COLOURS])})

    def of_side(self, side: str) -> str:
        """The class of a side."""
        return self.classes.get(side, GREY)
