"""What each head is taught by: a CRF for tags, cross-entropy for classes of spans."""

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional as F

from sayso.encoder.heads import SLICES
from training.examples import NOT_KNOWN, Example, Stacked, Told
from training.network import Crfs

WEIGHT = {
    "attribution": 1.0,
    "names": 1.0,
    "matter": 1.0,
    "light": 0.3,
    "event": 0.5,
    "attitude": 0.1,
    "factuality": 0.05,
    "soft": 1.0,
}
GATED = frozenset({"event", "attitude"})


def loss(scores: Tensor, batch: Sequence[Example], at: Stacked, crfs: Crfs) -> Tensor:
    """The weighted sum over the heads that the batch teaches; `scores` (B, W, width) of words."""
    total = scores.new_zeros(())
    for head, tags in at.tags.items():
        mine = scores[:, :, SLICES[head]]
        taught = (tags[:, 0] != NOT_KNOWN).nonzero()[:, 0]
        mine, tags, known = mine[taught], tags[taught].clamp_min(0), at.known[taught]
        total = total + WEIGHT[head] * crfs[head].loss(mine, tags, known)
    soft = [(row, example.soft) for row, example in enumerate(batch) if example.soft is not None]
    if soft:
        mine = torch.cat([scores[row, : len(taught), SLICES["attribution"]] for row, taught in soft])
        wanted = torch.cat([taught.float() for _, taught in soft])
        total = total + WEIGHT["soft"] * F.cross_entropy(mine, wanted.softmax(1))
    told = [(row, t) for row, example in enumerate(batch) for t in example.told]
    for head in sorted({t.head for _, t in told}):
        mine = [(row, t) for row, t in told if t.head == head]
        total = total + WEIGHT[head] * torch.stack([told_loss(scores[row], t) for row, t in mine]).mean()
    return total


def told_loss(row: Tensor, told: Told) -> Tensor:
    """The loss of what is told of one span; `row` (W, width)."""
    out = pooled(row[told.first : told.last + 1], told.head)
    if isinstance(told.value, float):
        return F.smooth_l1_loss(out[0], torch.tensor(told.value))
    return torch.logsumexp(out, 0) - torch.logsumexp(out[list(told.value)], 0)


def pooled(rows: Tensor, head: str) -> Tensor:
    """The scores of a head for words together: their mean, or weighed by the head's gate."""
    scores = rows[:, SLICES[head]]
    if head in GATED:
        return torch.softmax(rows[:, SLICES[f"{head}_gate"]], 0).mul(scores).sum(0)
    return scores.mean(0)
