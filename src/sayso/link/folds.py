"""Folds: why two statements of one claim have one root, each kind with its sentence, and the statements so joined.

"Frontier Post, Verem Courier and 9 more are copies of VNA." "Radek Oslin (spokesman) speaks for Ministry of Defence."
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

SHOWN = 4
"""Names that a sentence lists before it says how many more there are."""


class Kind(Enum):
    """A kind of fold: its sentence for one and for many; `{ones}` are those who are folded, `{other}` is into whom."""

    AGAIN = "Said more than once in {ones}.", "Said more than once in {ones}."
    COPY = "{ones} has the text of {other}.", "{ones} have the text of {other}."
    OUTLET = "{other} says so itself again in {ones}.", "{other} says so itself again in {ones}."
    WORDS = "{ones} has it in the same words as {other}.", "{ones} have it in the same words as {other}."
    MET = "{other} is named in {ones}.", "{other} is named in {ones}."
    NAME = "{ones} is another name of {other}.", "{ones} are other names of {other}."
    SPEAKS = "{ones} speaks for {other}.", "{ones} speak for {other}."
    OFFICE = (
        "{ones} holds an office of {other}, and one article names both.",
        "{ones} hold offices of {other}, and one article names them with it.",
    )
    AUTHOR = "{other} is the work of {ones}.", "{other} is the work of {ones}."
    WHOLE = (
        "Counted with {other}, who alone speaks for that side here: {ones}.",
        "Counted with {other}, who alone speaks for that side here: {ones}.",
    )
    PASSES = "{ones} passes on what {other} says.", "{ones} pass on what {other} says."
    CITED = (
        "{ones} has it from {other}, and that article is here.",
        "{ones} have it from {other}, and that article is here.",
    )
    LOOP = "A loop: {ones}; nobody stands behind it.", "A loop: {ones}; nobody stands behind it."
    OWN = (
        "{ones} says so in its own voice, and gives it to {other}.",
        "{ones} say so in their own voice, and give it to {other}.",
    )
    OPEN = (
        "{ones} leaves open who says so in one place, and names {other} in another.",
        "{ones} leave open who says so in one place, and name {other} in another.",
    )
    UNSTATED = (
        "{ones} says so in its own voice, and leaves open elsewhere who says so.",
        "{ones} say so in their own voice, and leave open elsewhere who says so.",
    )


@dataclass(frozen=True, slots=True)
class Fold:
    """Statements `a` and `b` have one root: `one` is folded into `other`, as its sentence names them."""

    kind: Kind
    a: int
    b: int
    one: str
    other: str = ""


class Joined:
    """Statements by their numbers, and the roots that folds join them to."""

    def __init__(self, size: int) -> None:
        self._heads = list(range(size))
        self.folds: list[Fold] = []

    def head(self, number: int) -> int:
        """The least statement that one is joined with so far."""
        while (head := self._heads[number]) != number:
            self._heads[number] = self._heads[head]
            number = head
        return number

    def fold(self, kind: Kind, a: int, b: int, one: str, other: str = "") -> None:
        """Join two statements; the reason is kept also where others had joined them."""
        self.folds.append(Fold(kind, a, b, one, other))
        self.join(a, b)

    def join(self, a: int, b: int) -> None:
        """Join two statements of which the reason is told elsewhere."""
        first, last = sorted((self.head(a), self.head(b)))
        self._heads[last] = first

    def groups(self) -> list[tuple[list[int], list[Fold]]]:
        """The statements of each root, in order, and the folds that made it."""
        found: dict[int, tuple[list[int], list[Fold]]] = {}
        for number in range(len(self._heads)):
            found.setdefault(self.head(number), ([], []))[0].append(number)
        for fold in self.folds:
            found[self.head(fold.a)][1].append(fold)
        return list(found.values())


def sentences(folds: Iterable[Fold]) -> tuple[str, ...]:
    """Why statements have one root: a sentence for each kind and each one that others are folded into."""
    found: dict[tuple[int, str], tuple[Kind, dict[str, None]]] = {}
    order = {kind: number for number, kind in enumerate(Kind)}
    for fold in folds:
        found.setdefault((order[fold.kind], fold.other), (fold.kind, {}))[1][fold.one] = None
    return tuple(_sentence(kind, sorted(ones), other) for (_, other), (kind, ones) in sorted(found.items()))


def _sentence(kind: Kind, ones: Sequence[str], other: str) -> str:
    one, many = kind.value
    line = (one if len(ones) == 1 else many).format(ones=listed(ones), other=other)
    return line[0].upper() + line[1:] if line.partition(" ")[0].isalpha() else line


def listed(names: Sequence[str]) -> str:
    """ "VNA", "VNA and Ostrel Wire", "VNA, Ostrel Wire, Radio Lethia, Tarn Today and 3 more"."""
    if len(names) > SHOWN + 1:
        return f"{', '.join(names[:SHOWN])} and {len(names) - SHOWN} more"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
