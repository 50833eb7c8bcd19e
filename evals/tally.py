"""What was right: single marks, and the precision, recall and F1 that they add up to."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

DIGITS = 3


@dataclass(frozen=True, slots=True)
class Case:
    """The kind of statement that a mark was given on, to see gains and losses by: direct, unnamed_person, official."""

    voice: str
    kind: str
    basis: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One comparison: how much of one field the gold holds, the reading holds, and both hold alike.

    `want` and `got` show it to a person; `case` is None where a mark belongs to no single statement.
    """

    field: str
    right: float
    gold: float
    read: float
    where: str
    want: Any = None
    got: Any = None
    case: Case | None = None

    @property
    def missed(self) -> bool:
        """Whether either side holds something that the other does not."""
        return self.right < max(self.gold, self.read)


@dataclass(frozen=True, slots=True)
class Score:
    """Counts, and the three figures made of them; a figure without anything to count is 0."""

    right: float = 0.0
    gold: float = 0.0
    read: float = 0.0

    @property
    def precision(self) -> float:
        """The share of what was read that is right."""
        return self.right / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        """The share of what the gold holds that was read."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.gold + self.read) if self.gold + self.read else 0.0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.gold + other.gold, self.read + other.read)

    def figures(self) -> dict[str, float]:
        """The three figures, rounded, as `--json` prints them."""
        return {name: round(getattr(self, name), DIGITS) for name in ("precision", "recall", "f1")}


Scores = dict[str, Score]


def scores(marks: Iterable[Mark], always: Iterable[str] = ()) -> Scores:
    """The score of each field in the order met; one with nothing to count is left out, unless it is in `always`."""
    kept = dict.fromkeys(always, Score())
    found: Scores = dict(kept)
    for mark in marks:
        found[mark.field] = found.get(mark.field, Score()) + Score(mark.right, mark.gold, mark.read)
    return {field: score for field, score in found.items() if score.gold + score.read or field in kept}


def sliced(marks: Iterable[Mark], by: str) -> dict[str, Scores]:
    """The scores by one attribute of the case (`voice`, `kind` or `basis`), kinds in alphabetical order."""
    groups: dict[str, list[Mark]] = {}
    for mark in marks:
        if mark.case is not None:
            groups.setdefault(getattr(mark.case, by), []).append(mark)
    return {kind: scores(groups[kind]) for kind in sorted(groups)}
