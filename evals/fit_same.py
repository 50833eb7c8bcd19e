"""Fitting what the reasons of `sayso.link.same` weigh: `python -m evals.fit_same` (`--quick` leaves ECB+ out).

Logistic regression on all pairs of statements of annotated piles, as the gold has them and as read, each pile's true
pairs weighing at most as `ENOUGH` do, and on ECB+'s read topics (`evals.coreferent`), so that the weights hold for news
of other matters too. What is set by hand (`VETOES`) enters as it stands; a weight of the wrong sign is nought. For each
pile it prints how groups score with weights fitted on the other piles, the keys deciding which pairs are judged, then
how well ECB+'s unread topics are ranked, then the table to put into `same.py`; it changes no file.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evals import articles as pile
from evals.across import load
from evals.coreferent import Topic, topics
from evals.quotes import Row
from sayso.link.compare import LOOKS
from sayso.link.features import Features, features
from sayso.link.groups import groups
from sayso.link.linked import candidates
from sayso.link.same import VETOES
from sayso.model.filed import Filed

SHARED = Path("../shared")
FITTED_ON = ("aleppo-buses", "elsewhere", "front", "ukraine", "various")
"""Bundles of `../shared/gold-train`; beside them the seeds and the demo. `sides` and `raqqa-afrin` stay unread."""

RIDGE = 1.5
"""Tried 1 to 30: on piles left out 1 to 2 score best."""

ENOUGH = 60
"""True pairs of a pile that count in full, so that no pile of many copies rules the fit."""

EVENTS = 0.3
"""What a topic of ECB+ weighs, its pairs counting as `TRUE_EVENTS` and `FALSE_EVENTS`: from nought to one, piles left
out score level, and ECB+'s unread topics better and better."""

TRUE_EVENTS, FALSE_EVENTS = 10, 40

SHIFT = 1.9
"""Added to the bias: groups of piles left out score best where a pair is taken from a chance of one in six on (1.6 to
2.0)."""

LEAST_TRUE = 3
"""True pairs that a topic of ECB+ has at least to be scored on."""

AGAINST = frozenset(
    ("negated", "one event", "one toll", "other actor", "other event", "other measure", "outlet and origin")
) | {"outlet's own"}
"""Reasons that part; all others bring together."""

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pairs:
    """All pairs of a pile: their ids, what the comparisons see of each, and whether the gold files them together.

    `judged` are those that keys bring together; `mine` the statements that the gold has.
    """

    ids: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]
    seen: tuple[dict[str, float], ...]
    true: Matrix
    share: Matrix
    lost: int = 0
    judged: frozenset[tuple[str, str]] = frozenset()
    mine: frozenset[str] = frozenset()


def pairs_of(statements: Sequence[Filed], across: Row, to_own: Mapping[str, str]) -> Pairs:
    """What is compared of every pair; `lost` are true pairs of which a statement is not there."""
    told = sorted((features(each) for each in statements), key=lambda each: each.id)
    want, lost = set(), 0
    for group in across.get("same") or ():
        for a, b in combinations(group["members"], 2):
            if a in to_own and b in to_own:
                want.add((min(to_own[a], to_own[b]), max(to_own[a], to_own[b])))
            else:
                lost += 1
    pairs = tuple((a.id, b.id) for a, b in combinations(told, 2))
    seen = tuple(looked(a, b) for a, b in combinations(told, 2))
    true = np.array([pair in want for pair in pairs], dtype=np.float64)
    share = np.where(true > 0, min(1.0, ENOUGH / max(1.0, true.sum())), 1.0)
    judged, mine = frozenset(candidates(statements)), frozenset(to_own.values())
    return Pairs(tuple(each.id for each in told), pairs, seen, true, share, lost, judged, mine)


def pairs_of_topic(topic: Topic) -> Pairs:
    """The same of a topic of ECB+; what is one event in part is left out."""
    found = list(topic.pairs())
    told = {each.filed.statement.id: features(each.filed) for each in topic.told}
    pairs = tuple((a.statement.id, b.statement.id) for a, b, _ in found)
    true = np.array([is_one for _, _, is_one in found], dtype=np.float64)
    one, none = max(1.0, true.sum()), max(1.0, len(true) - true.sum())
    share = np.where(true > 0, min(1.0, TRUE_EVENTS / one), min(1.0, FALSE_EVENTS / none)) * EVENTS
    return Pairs(tuple(sorted(told)), pairs, tuple(looked(told[a], told[b]) for a, b in pairs), true, share)


def looked(a: Features, b: Features) -> dict[str, float]:
    """All that the comparisons see of a pair."""
    return {what: value for _, look in LOOKS if (met := look(a, b)) for what, value in met.values}


def matrix(pairs: Pairs, names: Sequence[str]) -> Matrix:
    """The named numbers of each pair, and a one for the bias."""
    column = {name: at for at, name in enumerate(names)}
    made = np.zeros((len(pairs.pairs), len(names) + 1))
    made[:, -1] = 1.0
    for row, seen in enumerate(pairs.seen):
        for what, value in seen.items():
            if what in column:
                made[row, column[what]] = value
    return made


def fixed(pairs: Pairs) -> Matrix:
    """What the weights set by hand come to for each pair."""
    return np.array([sum(VETOES.get(what, 0.0) * value for what, value in seen.items()) for seen in pairs.seen])


def fit(piles: Sequence[Pairs], names: Sequence[str], events: Sequence[Pairs] = ()) -> Matrix:
    """The weights of the names and the bias; reasons whose weight has the wrong sign are taken out, the worst first."""
    kept = list(names)
    while True:
        weights = _fit(piles, kept, events)
        wrong = {
            name: abs(weight) for name, weight in zip(kept, weights, strict=False) if (weight > 0) == (name in AGAINST)
        }
        if not wrong:
            told = dict(zip(kept, weights, strict=False))
            return np.array([*(told.get(name, 0.0) for name in names), weights[-1]])
        worst = max(wrong, key=lambda name: wrong[name])
        kept.remove(worst)


def _fit(piles: Sequence[Pairs], names: Sequence[str], events: Sequence[Pairs]) -> Matrix:
    """By Newton's method; ECB+ has a bias of its own, which is not given back."""
    both = [*piles, *events]
    own = np.repeat([0.0] * len(piles) + [1.0] * len(events), [len(each.pairs) for each in both])
    data = np.column_stack([np.concatenate([matrix(each, names) for each in both]), own])
    true, share = (np.concatenate([getattr(each, what) for each in both]) for what in ("true", "share"))
    offset = np.concatenate([fixed(each) for each in both])
    ridge = np.diag([RIDGE] * len(names) + [1e-3] * 2)
    weights = np.zeros(len(names) + 2)
    for _ in range(60):
        chance = 1 / (1 + np.exp(-np.clip(data @ weights + offset, -30, 30)))
        slope = data.T @ (share * (chance - true)) + ridge @ weights
        bend = (data * (share * chance * (1 - chance))[:, None]).T @ data + ridge
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 1e-4:
            break
    return weights[:-1]


def f1(pairs: Pairs, names: Sequence[str], weights: Matrix) -> float:
    """How groups made by some weights score on a pile."""
    values = matrix(pairs, names) @ weights + fixed(pairs) + SHIFT
    judged = {pair: value for pair, value in zip(pairs.pairs, values.tolist(), strict=True) if pair in pairs.judged}
    got = {pair for ids in groups(pairs.ids, judged) for pair in combinations([i for i in ids if i in pairs.mine], 2)}
    want = {pair for pair, is_true in zip(pairs.pairs, pairs.true, strict=True) if is_true}
    return 2 * len(got & want) / max(1, len(got) + len(want) + pairs.lost)


def precision(pairs: Pairs, names: Sequence[str], weights: Matrix) -> float:
    """Average precision of a topic's pairs by their scores."""
    true = pairs.true[np.argsort(-(matrix(pairs, names) @ weights + fixed(pairs)), kind="stable")]
    return float((np.cumsum(true) / np.arange(1, len(true) + 1) * true).sum() / true.sum())


def main() -> None:
    """Load, cross-validate, print."""
    folders = {name: SHARED / "gold-train" / name for name in FITTED_ON}
    where = {name: (at / "gold", at / "articles") for name, at in folders.items()}
    where |= {"seeds": (SHARED / "gold", SHARED / "seeds"), "demo": (Path("demo/gold"), Path("demo/pile"))}
    made: dict[str, list[Pairs]] = {}
    for name, (gold, article) in where.items():
        found, wanted = load(gold, article), _json(gold / pile.ACROSS)
        own = {each.statement.id: each.statement.id for each in found.gold}
        made[name] = [pairs_of(found.gold, wanted, own), pairs_of(found.read, wanted, found.matched)]
    quick = "--quick" in sys.argv
    told = [] if quick else [(each, pairs_of_topic(each)) for each in topics()]
    events = [pairs for topic, pairs in told if not topic.unread]
    unread = [pairs for topic, pairs in told if topic.unread and LEAST_TRUE <= pairs.true.sum() < len(pairs.true)]
    every = {what for piles in made.values() for each in piles for seen in each.seen for what in seen}
    names = sorted(every - VETOES.keys())
    for name, own_pairs in made.items():
        weights = fit([each for other, piles in made.items() if other != name for each in piles], names, events)
        shown = ", ".join(f"{f1(each, names, weights):.3f}" for each in own_pairs)
        print(f"{name}, fitted on the others (gold statements, as read): {shown}", file=sys.stderr)
    weights = fit([each for piles in made.values() for each in piles], names, events)
    if unread:
        mean = np.mean([precision(each, names, weights) for each in unread])
        print(f"ECB+, unread topics, average precision: {mean:.3f}", file=sys.stderr)
    print(f"BIAS = {weights[-1] + SHIFT:.2f}")
    for name, weight in zip(names, weights[:-1], strict=True):
        print(f'    "{name}": {weight:.2f},')


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
