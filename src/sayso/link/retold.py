"""Retold: whether of two articles one tells the other in other words, by statements that match in the same order.

"A shell hit a bus, 19 died" … "The factory employs 600" in the one, "Nineteen passengers lost their lives when an
artillery projectile struck a coach" … "Its workforce, once 600" in the other, and thirteen statements between them each
with its like in its place: a rewrite, or two renderings of one foreign text. Two reporters at one scene share facts,
but not a dozen of them in one order with little of their own between. Each pair is judged by the two alone.

What is quoted in both tells little, since everyone quotes the minister. A match counts by how far it stands out from
the other statements that either might be matched with: of two reports of one football game every sentence is like
every other, and none stands out. Known limits: a rewrite of fewer than `LEAST` statements, a rewrite of the two leading
facts, and one that puts them in quite another order, are not told from a report of one's own.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from sayso.link.copies import is_same_outlet, is_same_title, name_of, order_of
from sayso.link.tellings import Matrix, Telling
from sayso.model.claim import Copy, CopyKind, Passage
from sayso.model.document import Document

LEAST = 6
"""Statements not in quotation marks that must match, one to one, in order."""
RUN = 2.3
"""What the run of matches must weigh, of about 0.4 for each. Independent reports of one bombing reach 1.0, of one
trial or game 1.9; rewrites of eight paragraphs 3 to 6."""
DENSE = 0.6
"""How much of either article, from the first match to the last, must be matched."""
MOST = 0.6
"""Of the later article's statements, for a rewrite; of fewer, a part was rewritten."""
LIKE = 0.45
"""How like two statements must be to match: the cosine of their meanings, and what their anchors add."""
MEANT = 0.25
"""The cosine that they need, whatever names they share."""
ANCHORED = 0.25
"""What an anchor adds that each article has in one statement only; half as much where it is in two of each."""
ANCHORS = 1.2
"""Anchors that count at most."""
OUT = 0.08
"""How far a match must stand out from the `BESIDE` likest others of both statements."""
BESIDE = 3
OTHER_FIGURES = 0.15
"""What is taken where both have figures and none is the same: yesterday's report has today's sentences."""
QUOTED = 0.08
"""What a match weighs at most that is quoted in both."""
VERBATIM = 0.8
"""Words that a quotation and a statement have in common, of all that either has, to be the same words."""
SKIPPED = 0.1
"""What a statement between two matches costs that has no like."""
SHOWN = 5

Match = tuple[int, int]


def retold(a: Document, b: Document, one: Telling, other: Telling) -> Copy | None:
    """What the one of two documents retells of the other, or None; the same whichever is given first.

    For two documents of which `sayso.link.copies.compared` finds nothing; `one` is the telling of `a`.
    """
    if a.id == b.id:
        return None
    if b.id < a.id:
        a, b, one, other = b, a, other, one
    weights = matches(one, other)
    run = in_order(weights)
    if not run or not _is_retold(run, weights, one, other):
        return None
    mine, its = {i for i, _ in run}, {j for _, j in run}
    turned, order = order_of(a, b, len(mine) / len(one), len(its) / len(other))
    later, earlier, told, matched = (a, b, len(one), len(mine)) if turned else (b, a, len(other), len(its))
    passages = tuple(
        Passage(one.spans[i], other.spans[j]) if turned else Passage(other.spans[j], one.spans[i]) for i, j in run
    )
    why = (
        f"{matched} of {told} statements of {name_of(later)} stand in {name_of(earlier)} in other words and in the "
        f"same order{_shared(run, one, other)}: {_kind_said(a, b, matched / told)}. {order}"
    )
    kind = _kind(a, b, matched / told)
    return Copy(later.id, earlier.id, kind, round(matched / told, 4), tuple(sorted(passages, key=_by_place)), why)


def matches(one: Telling, other: Telling) -> Matrix:
    """What each pair of statements weighs as a match: nought for most."""
    if not len(one) or not len(other):
        return np.zeros((len(one), len(other)), dtype=np.float32)
    meant: Matrix = (one.vectors @ other.vectors.T).astype(np.float32)
    like: Matrix = (meant + _anchored(one, other)).astype(np.float32)
    out = like - (_beside(like) + _beside(like.T).T) / 2
    weights: Matrix = np.where((like > LIKE) & (meant > MEANT) & (out > OUT), out, 0).astype(np.float32)
    for i, j in np.argwhere(weights).tolist():
        if _is_quoted(one, other, i, j):
            weights[i, j] = min(float(weights[i, j]), QUOTED)
    return weights


def _is_quoted(one: Telling, other: Telling, i: int, j: int) -> bool:
    """Whether both are quotations, or one is and the other has its words: reading may take it for the outlet's own."""
    if one.quoted[i] and other.quoted[j]:
        return True
    if not (one.quoted[i] or other.quoted[j]):
        return False
    mine, its = one.words[i], other.words[j]
    return len(mine & its) >= VERBATIM * len(mine | its)


def _anchored(one: Telling, other: Telling) -> Matrix:
    """What the anchors of each two statements add to their likeness, or take from it."""
    added = np.zeros((len(one), len(other)), dtype=np.float32)
    holders: dict[str, list[int]] = {}
    for j, each in enumerate(other.anchors):
        for key in each:
            holders.setdefault(key, []).append(j)
    shared: set[Match] = set()
    for i, each in enumerate(one.anchors):
        for key in each:
            for j in holders.get(key, ()):
                added[i, j] += (one.held[key] * other.held[key]) ** -0.5
                if key[0].isdigit():
                    shared.add((i, j))
    mine, its = (np.array([any(key[0].isdigit() for key in each) for each in t.anchors]) for t in (one, other))
    parted = mine[:, None] & its[None, :]
    for match in shared:
        parted[match] = False
    gain: Matrix = (np.minimum(added, ANCHORS) * ANCHORED - OTHER_FIGURES * parted).astype(np.float32)
    return gain


def _beside(like: Matrix) -> Matrix:
    """For each two statements, the mean of the `BESIDE` likest others of the first."""
    count = min(BESIDE + 1, like.shape[1])
    if count < 2:
        return np.zeros_like(like)
    top = -np.sort(-like, axis=1)[:, :count]
    every, last = top.sum(axis=1, keepdims=True), top[:, -1:]
    rest: Matrix = (np.where(like >= last, every - like, every - last) / (count - 1)).astype(np.float32)
    return rest


def in_order(weights: Matrix, least: float = RUN) -> list[Match]:
    """The run of matches, none before another in either article, that weighs most after what is skipped in it.

    None where that is less than `least`. A statement may match two that stand beside each other, the second for half:
    a sentence was cut in two.
    """
    here, there = np.nonzero(weights)
    if not len(here):
        return []
    best = np.zeros(len(here))
    before = np.full(len(here), -1)
    for at in range(len(here)):
        down, right = here[at] - here[:at], there[at] - there[:at]
        weight = float(weights[here[at], there[at]])
        best[at] = weight
        if not at:
            continue
        gained = np.where((down == 0) | (right == 0), weight / 2, weight)
        skipped = np.maximum(down - 1, 0) + np.maximum(right - 1, 0)
        totals = np.where(right >= 0, best[:at] + gained - SKIPPED * skipped, -1.0)
        likest = int(np.argmax(totals))
        if totals[likest] > weight:
            best[at], before[at] = totals[likest], likest
    at, run = int(np.argmax(best)), []
    if best[at] < least:
        return []
    while at >= 0:
        run.append((int(here[at]), int(there[at])))
        at = int(before[at])
    return run[::-1]


def _is_retold(run: Sequence[Match], weights: Matrix, one: Telling, other: Telling) -> bool:
    """Whether enough statements match one to one outside quotations, with little between them."""
    mine, its = {i for i, _ in run}, {j for _, j in run}
    if min(len(each) / (max(each) - min(each) + 1) for each in (mine, its)) < DENSE:
        return False
    told, taken_here, taken_there = 0, set[int](), set[int]()
    for i, j in sorted(run, key=lambda match: (-weights[match], match)):
        if i not in taken_here and j not in taken_there and not _is_quoted(one, other, i, j):
            taken_here.add(i)
            taken_there.add(j)
            told += 1
    return told >= LEAST


def _kind(a: Document, b: Document, share: float) -> CopyKind:
    if is_same_outlet(a, b) and is_same_title(a.title, b.title):
        return CopyKind.VERSION
    return CopyKind.REWRITE if share >= MOST else CopyKind.PART


def _kind_said(a: Document, b: Document, share: float) -> str:
    kind = _kind(a, b, share)
    if kind is CopyKind.VERSION:
        return "one outlet's page in two states, by its headline"
    return "a rewrite, or a translation of one text" if kind is CopyKind.REWRITE else "a part of it, rewritten"


def _shared(run: Sequence[Match], one: Telling, other: Telling) -> str:
    """The figures and names of matching statements, those that either article has least often first."""
    keys = Counter(key for i, j in run for key in one.anchors[i].keys() & other.anchors[j].keys())
    order = sorted(keys, key=lambda key: (one.held[key] * other.held[key], key))
    written = {key: one.anchors[i][key] for i, _ in reversed(run) for key in one.anchors[i]}
    figures = [written[key] for key in order if key[0].isdigit()][:SHOWN]
    names = [written[key] for key in order if not key[0].isdigit()][:SHOWN]
    said = [f"the same figures ({', '.join(figures)})"] if figures else []
    said += [f"the same names ({', '.join(names)})"] if names else []
    return f", with {' and '.join(said)}" if said else ""


def _by_place(passage: Passage) -> tuple[int, int, int]:
    return passage.here[0], passage.there[0], passage.there[1]
