"""Fitting what the reasons of `sayso.link.same` weigh: `python -m evals.fit_same`.

Logistic regression on all pairs of statements of annotated piles, as the gold has them and as read, each pile's true
pairs weighing at most as `ENOUGH` do. What is set by hand (`VETOES`) enters as it stands. For each pile it prints how
groups score with weights fitted on the other piles, then the table to put into `same.py`; it changes no file.
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
from evals.quotes import Row
from sayso.link.compare import LOOKS
from sayso.link.features import features
from sayso.link.groups import groups
from sayso.link.same import VETOES
from sayso.model.filed import Filed

SHARED = Path("../shared")
FITTED_ON = ("aleppo-buses", "elsewhere", "front", "ukraine", "various")
"""Bundles of `../shared/gold-train`; beside them the seeds and the demo. `sides` and `raqqa-afrin` stay unread."""

RIDGE = 4.0
"""Tried 1 to 30: 2 and 4 score best on piles left out."""

ENOUGH = 60
"""True pairs of a pile that count in full, so that no pile of many copies rules the fit."""

SHIFT = 1.2
"""Added to the bias: groups of piles left out score best where a pair is taken from a chance of one in five on."""

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pairs:
    """All pairs of a pile: their ids, what the comparisons see of each, and whether the gold files them together."""

    ids: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]
    seen: tuple[dict[str, float], ...]
    true: Matrix
    lost: int


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
    pairs, seen = [], []
    for a, b in combinations(told, 2):
        pairs.append((a.id, b.id))
        seen.append({what: value for _, look in LOOKS if (met := look(a, b)) for what, value in met.values})
    true = np.array([pair in want for pair in pairs], dtype=np.float64)
    return Pairs(tuple(each.id for each in told), tuple(pairs), tuple(seen), true, lost)


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


def fit(piles: Sequence[Pairs], names: Sequence[str]) -> Matrix:
    """The weights of the names and the bias, by Newton's method."""
    data = np.concatenate([matrix(each, names) for each in piles])
    true = np.concatenate([each.true for each in piles])
    offset = np.concatenate([fixed(each) for each in piles])
    share = np.concatenate([np.where(p.true > 0, min(1.0, ENOUGH / max(1.0, p.true.sum())), 1.0) for p in piles])
    ridge = np.eye(len(names) + 1) * RIDGE
    ridge[-1, -1] = 1e-3
    weights = np.zeros(len(names) + 1)
    for _ in range(60):
        chance = 1 / (1 + np.exp(-np.clip(data @ weights + offset, -30, 30)))
        slope = data.T @ (share * (chance - true)) + ridge @ weights
        bend = (data * (share * chance * (1 - chance))[:, None]).T @ data + ridge
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 1e-5:
            break
    return weights


def f1(pairs: Pairs, names: Sequence[str], weights: Matrix) -> float:
    """How groups made by some weights score on a pile, every pair judged."""
    values = matrix(pairs, names) @ weights + fixed(pairs) + SHIFT
    made = groups(pairs.ids, dict(zip(pairs.pairs, values.tolist(), strict=True)))
    got = {pair for ids in made for pair in combinations(ids, 2)}
    want = {pair for pair, is_true in zip(pairs.pairs, pairs.true, strict=True) if is_true}
    return 2 * len(got & want) / max(1, len(got) + len(want) + pairs.lost)


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
    every = {what for piles in made.values() for each in piles for seen in each.seen for what in seen}
    names = sorted(every - VETOES.keys())
    for name, own_pairs in made.items():
        weights = fit([each for other, piles in made.items() if other != name for each in piles], names)
        shown = ", ".join(f"{f1(each, names, weights):.3f}" for each in own_pairs)
        print(f"{name}, fitted on the others (gold statements, as read): {shown}", file=sys.stderr)
    weights = fit([each for piles in made.values() for each in piles], names)
    print(f"BIAS = {weights[-1] + SHIFT:.2f}")
    for name, weight in zip(names, weights[:-1], strict=True):
        print(f'    "{name}": {weight:.2f},')


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
