"""How the weights of `lexicon/placing.yaml` were made: a linear model over the bearers of each name.

    python -m training.places ../shared/data/geoparsing/{lgl,trnews,geovirus}.jsonl

Three of every four articles are trained on, the fourth is never read. The model is `read/resolve`'s own, so that each
round weighs the names of an article anew with the weights of the round before; within a round the weights are found by
gradient descent (Adam) on the log likelihood of the bearers nearest the gold, with a small pull to zero. A file weighs
as the root of its toponyms, so that a large one does not drown the others. Prints the table as it stands in
`placing.yaml`.
"""

import sys
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evals.places import REACH_KM, Article, kilometres, load
from sayso.read.bearers import named
from sayso.read.field import FEATURES, weights
from sayso.read.resolve import senses_of

HELD_OUT_EVERY = 4
ROUNDS = 4
STEPS = 400
RATE = 0.05
PULL = 2e-4
NEAREST_KM = 20.0
"""Bearers this much farther from the gold than the nearest one count as right too."""

Floats = NDArray[np.float64]


def lessons(
    articles: list[tuple[Article, float]], weighed: Floats
) -> tuple[Floats, NDArray[np.int64], Floats, NDArray[np.bool_]]:
    """Every bearer's features, the number of its name, the weight of that name, and whether the gold means it."""
    features, numbers, counts, right = [], [], [], []
    number = 0
    for article, share in articles:
        found = [named(article.text, gold.span[0], gold.span[1]) for gold in article.golds]
        ids, senses = senses_of(article.text, found, weighed)
        for at, sense in enumerate(senses):
            golds = [gold for own, gold in zip(ids, article.golds, strict=True) if own == at and gold.lat is not None]
            if not golds or len(sense.bearers) < 2:
                continue
            apart = np.array([kilometres(place.lat, place.lon, golds[0].lat, golds[0].lon) for place in sense.bearers])
            if (apart[: sense.listed] <= REACH_KM).any():
                apart[sense.listed :] = np.inf
            good = (apart <= REACH_KM) & (apart <= apart.min() + NEAREST_KM)
            if not good.any() or good.all():
                continue
            features.append(sense.features)
            right.append(good)
            numbers += [number] * len(good)
            counts.append(len(golds) * share)
            number += 1
    return np.vstack(features), np.array(numbers), np.array(counts), np.concatenate(right)


def learnt(articles: list[tuple[Article, float]]) -> Floats:
    """The weights after all rounds."""
    weighed = weights().copy()
    for _ in range(ROUNDS):
        features, numbers, counts, right = lessons(articles, weighed)
        weighed = _descended(weighed, features, numbers, counts, right)
    return weighed


def _descended(
    start: Floats, features: Floats, numbers: NDArray[np.int64], counts: Floats, right: NDArray[np.bool_]
) -> Floats:
    weighed, mean, spread = start.copy(), np.zeros_like(start), np.zeros_like(start)
    share_of = counts[numbers] / counts.sum()
    for step in range(1, STEPS + 1):
        raised = np.exp(np.clip(features @ weighed, -50.0, 50.0))
        likely = raised / np.bincount(numbers, raised)[numbers]
        meant = np.where(right, raised, 0.0)
        wanted = meant / np.bincount(numbers, meant)[numbers]
        slope = features.T @ ((likely - wanted) * share_of) + PULL * weighed
        mean = 0.9 * mean + 0.1 * slope
        spread = 0.999 * spread + 0.001 * slope**2
        weighed -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return weighed


def main(files: list[str]) -> None:
    """Learn from the files and print the table."""
    read: list[tuple[Article, float]] = []
    for file in files:
        found, problems = load(Path(file))
        for problem in problems:
            print(problem, file=sys.stderr)
        ours = [article for at, article in enumerate(found) if at % HELD_OUT_EVERY != HELD_OUT_EVERY - 1]
        share = 1.0 / sum(len(article.golds) for article in ours) ** 0.5
        read += [(article, share) for article in ours]
    table: dict[str, Any] = dict(zip(FEATURES, learnt(read), strict=True))
    print("weights:")
    for name, value in table.items():
        print(f"  {name}: {value:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
