"""Choices of one class among several: accuracy, macro F1, each class, each kind of case, and what is taken for what."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evals.tally import DIGITS, Score, Scores


@dataclass(frozen=True, slots=True)
class Judged:
    """One choice: the gold's and the reading's, the words it was made on, and the kinds of case it belongs to."""

    where: str
    text: str
    gold: str
    read: str
    kinds: Mapping[str, str]


def accuracy(judged: Sequence[Judged]) -> Score:
    """The share of choices that are the gold's, as a score whose three figures are alike."""
    right, every = sum(each.gold == each.read for each in judged), len(judged)
    return Score(float(right), float(every), float(every))


def by_class(judged: Iterable[Judged], classes: Sequence[str]) -> Scores:
    """Precision, recall and F1 of each class."""
    found = dict.fromkeys(classes, Score())
    for each in judged:
        found[each.gold] += Score(0.0, 1.0, 0.0)
        found[each.read] += Score(float(each.gold == each.read), 0.0, 1.0)
    return found


def macro_f1(judged: Sequence[Judged], classes: Sequence[str]) -> float:
    """The mean F1 of the classes, each counting alike."""
    found = by_class(judged, classes)
    return sum(found[each].f1 for each in classes) / len(classes) if classes else 0.0


def met(judged: Iterable[Judged], classes: Sequence[str]) -> tuple[str, ...]:
    """The classes that gold or reading hold at least once."""
    held = {name for each in judged for name in (each.gold, each.read)}
    return tuple(name for name in classes if name in held)


def by_kind(judged: Sequence[Judged]) -> dict[str, dict[str, list[Judged]]]:
    """The choices of each kind of case: mention, pronoun: [...]."""
    found: dict[str, dict[str, list[Judged]]] = {}
    for each in judged:
        for name, kind in each.kinds.items():
            found.setdefault(name, {}).setdefault(kind, []).append(each)
    return {name: dict(sorted(kinds.items())) for name, kinds in found.items()}


def confusions(judged: Iterable[Judged]) -> list[tuple[str, str, int]]:
    """What the gold holds, what is read in its place, and how often; the commonest first."""
    pairs = Counter((each.gold, each.read) for each in judged if each.gold != each.read)
    return [(gold, read, count) for (gold, read), count in sorted(pairs.items(), key=lambda p: (-p[1], p[0]))]


def figures(judged: Sequence[Judged], classes: Sequence[str], whole: bool = True) -> dict[str, Any]:
    """What `--json` prints; `macro_f1` is of all the classes, or with `whole` false of those that were met."""
    found: dict[str, Any] = _two(judged, classes if whole else met(judged, classes))
    found |= {name: score.figures() for name, score in by_class(judged, classes).items() if score.gold + score.read}
    for name, kinds in by_kind(judged).items():
        found[f"by {name}"] = {kind: _two(those, met(those, classes)) for kind, those in kinds.items()}
    found["taken"] = [{"gold": gold, "read": read, "count": count} for gold, read, count in confusions(judged)]
    return found


def _two(judged: Sequence[Judged], classes: Sequence[str]) -> dict[str, Any]:
    return {
        "macro_f1": round(macro_f1(judged, classes), DIGITS),
        "accuracy": round(accuracy(judged).f1, DIGITS),
        "count": len(judged),
    }
