"""Same claim: whether two statements are what a desk would file together, as a sum of named reasons.

"Ostrel's army withdrew from Karsk overnight" and "I gave the order to leave Karsk" are one claim; "captured Karsk" and
"were repelled at Karsk" are none, whatever else they share, and neither are a claim and its denial. A pair is judged by
the two statements alone and by tables that ship, so that no third statement changes the judgement.

Limit: statements that say one thing in quite other words ("It stands", "open to vehicles") are not brought together.
"""

from sayso.link.compare import LOOKS
from sayso.link.features import Features
from sayso.model.claim import Likeness, Reason

BIAS = -6.59
"""Two statements taken anyhow are seldom one claim: one pair in 230 of the annotated bundles.

Fitted as `FITTED` was, with 1.2 added so that nought is where groups score best: from 1.0 to 1.5 the mean F1 over piles
is level (0.53 to 0.54 on gold statements, 0.39 as read), and less gives more precision."""

FITTED: dict[str, float] = {
    "beside": 0.47,
    "both denied": 0.59,
    "both name": -0.08,
    "far number": -0.03,
    "figures equal": 0.96,
    "figures meet": 3.15,
    "figures part": 0.32,
    "meaning": 1.70,
    "meaning across": 0.24,
    "meaning alike": 0.44,
    "names": 0.30,
    "negated": -0.91,
    "no theme": -1.02,
    "one event": -0.41,
    "one figure": -0.48,
    "one toll": -1.25,
    "origin again": 2.63,
    "other actor": -0.37,
    "other event": -0.55,
    "other feeling": -0.24,
    "other measure": -0.93,
    "other party": -0.82,
    "other place": 0.34,
    "outlet's own": -0.73,
    "same acted on": 0.68,
    "same actor": 0.53,
    "same article": 1.31,
    "same event": 0.79,
    "same feeling": 2.64,
    "same kind": 0.18,
    "same origin": 0.83,
    "same place": 0.63,
    "same time": 0.69,
    "short": 0.52,
    "themes": 1.29,
    "themes alike": 1.96,
    "very short": 0.96,
    "weeks apart": -0.17,
    "words": 0.38,
    "words within": 1.01,
}
"""What each number that a comparison sees weighs: logistic regression with a ridge of 4 on the pairs of the bundles
seeds, demo, aleppo-buses, elsewhere, front, ukraine and various, gold statements and statements as read; the bundles
sides and raqqa-afrin were never fitted on. Test again with `python -m evals.fit_same`, which prints this table and,
for each pile, how groups score with weights fitted on the others."""

VETOES: dict[str, float] = {
    "outcome opposed": -12.0,
    "actors swapped": -12.0,
    "times apart": -12.0,
    "years apart": -8.0,
    "torn measure": -6.0,
    "denied": -6.0,
    "far place": -5.0,
    "place by name": -5.0,
    "far figure": -4.0,
    "far figure here": -1.5,
    "part of": -2.0,
    "other time": -1.0,
    "months apart": -1.5,
    "same wording": 6.0,
}
"""What is set by hand, since a desk must never err in it, however rare it is in the gold: none of the 679 pairs filed
together there has the first three, one the fourth. A figure far from another's within one article may be a part of
it."""

WEIGHTS = {**FITTED, **VETOES}


def likeness(a: Features, b: Features) -> Likeness:
    """How like two statements are, with the reasons: above nought they make the same claim. Symmetric."""
    first, second = (a, b) if a.id <= b.id else (b, a)
    reasons = [Reason("to begin with", BIAS, "two statements taken anyhow are seldom one claim")]
    score = BIAS
    for name, look in LOOKS:
        seen = look(first, second)
        if seen is None:
            continue
        weight = 0.0
        for what, value in seen.values:
            weight += WEIGHTS[what] * value
        score += weight
        reasons.append(Reason(name, round(weight, 2), seen.why))
    return Likeness(round(score, 4), tuple(reasons))


def score(a: Features, b: Features) -> float:
    """The score of `likeness` alone."""
    return likeness(a, b).score
