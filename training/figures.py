"""How well a network does while it is trained: every head on what it has not seen."""

from collections import Counter
from collections.abc import Sequence

import torch

from sayso.encoder.heads import EVENTS, LIGHTS, SLICES, TAGGING, plain
from training import auxiliary
from training.corpora import SHARED, cofenet, gold
from training.examples import Example, Pieces, Text, laid_out, runs, stacked
from training.losses import pooled
from training.network import Crfs, Network


def attribution(network: Network, crfs: Crfs, pieces: Pieces, limit: int) -> dict[str, object]:
    """Exact F1 of sources, cues and contents: CofeNet's validation lines, each alone too, and our held-out articles."""
    valid = [a.paragraphs for a in cofenet(SHARED / "data/cofenet/polnear_valid.jsonl")]
    held = [a.paragraphs for a in gold(held_out=True)]
    network.eval()
    with torch.no_grad():
        report = {
            "valid": spans_f1(network, crfs, pieces, "polnear", valid, limit, "attribution"),
            "alone": spans_f1(network, crfs, pieces, "polnear", [[p] for a in valid for p in a], limit, "attribution"),
            "held": spans_f1(network, crfs, pieces, "guide", held, limit, "attribution"),
        }
    network.train()
    return report


def others(network: Network, crfs: Crfs, pieces: Pieces, limit: int) -> dict[str, object]:
    """Exact F1 by label of names and military matter, accuracy and macro F1 of light and events."""
    held = [a.paragraphs for a in gold(held_out=True)]
    lights = auxiliary.newsmtsc("dev_mt") + auxiliary.newsmtsc("dev_rw")
    network.eval()
    with torch.no_grad():
        report = {
            "uner": spans_f1(network, crfs, pieces, "guide", auxiliary.uner("dev"), limit, "names"),
            "re3d": spans_f1(network, crfs, pieces, "guide", auxiliary.re3d(held_out=True), limit, "matter"),
            "newsmtsc": classes(network, pieces, "light", lights, limit),
            "plover": classes(network, pieces, "event", auxiliary.plover(held_out=True), limit),
            "own events": classes(network, pieces, "event", held, limit),
        }
    network.train()
    return report


def spans(tags: Sequence[str]) -> set[tuple[str, int, int]]:
    """(label, first, last) of each span of BIO tags; a stray I- opens none, as in CofeNet."""
    found, opened = set(), None
    for i, tag in enumerate([*tags, "O"]):
        if opened is not None and tag != f"I-{opened[0]}":
            found.add((opened[0], opened[1], i - 1))
            opened = None
        if tag.startswith("B-"):
            opened = (tag[2:], i)
    return found


def viterbi(scores: torch.Tensor, move: torch.Tensor, start: torch.Tensor) -> list[int]:
    """The best path of one window, words by tags."""
    best, back = start + scores[0], []
    for row in scores[1:]:
        best, at = (best[:, None] + move).max(0)
        best = best + row
        back.append(at)
    path = [int(best.argmax())]
    for at in reversed(back):
        path.append(int(at[path[-1]]))
    return path[::-1]


def read(network: Network, items: Sequence[Example]):
    """Each window with the rows of scores of its words, in no order."""
    items = sorted(items, key=lambda x: len(x.ids))
    for i in range(0, len(items), 8):
        batch = items[i : i + 8]
        at = stacked(batch)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = torch.cat(network(at.ids, at.features, at.mask), 2)
        scores = scores.float()
        for n, item in enumerate(batch):
            yield item, scores[n, at.first[n, : len(item.first)]]


def spans_f1(network, crfs, pieces, convention, articles: Sequence[Sequence[Text]], limit, head) -> dict[str, float]:
    """Exact F1 by label, and over all of them."""
    names, crf = TAGGING[head], crfs[head]
    move, start = crf.move + crf.barred, crf.start + crf.barred_start
    right, want_n, got_n = Counter(), Counter(), Counter()
    items = [laid_out(pieces, convention, run, None) for run in runs(articles, pieces, limit, None)]
    for item, rows in read(network, [x for x in items if x.first]):
        mine = rows[:, SLICES[head]]
        path = viterbi(mine, move, start)
        want, got = [names[t] for t in item.tags[head]], [names[t] for t in path]
        if head == "attribution":
            want, got = plain(want), plain(got)
        wanted, found = spans(want), spans(got)
        right.update(label for label, *_ in wanted & found)
        want_n.update(label for label, *_ in wanted)
        got_n.update(label for label, *_ in found)
    out = {k: round(2 * right[k] / (want_n[k] + got_n[k]), 4) for k in sorted(want_n)}
    return out | {"all": round(2 * right.total() / max(1, want_n.total() + got_n.total()), 4)}


def classes(network, pieces, head, articles: Sequence[Sequence[Text]], limit) -> dict[str, float]:
    """Accuracy, and macro F1 over the classes in the gold; any of several classes that will do is right."""
    names = {"light": LIGHTS, "event": EVENTS}[head]
    right, want_n, got_n = Counter(), Counter(), Counter()
    items = [laid_out(pieces, "guide", run, None) for run in runs(articles, pieces, limit, None)]
    for item, rows in read(network, [x for x in items if x.told]):
        for told in item.told:
            if told.head == head:
                got = int(pooled(rows[told.first : told.last + 1], head).argmax())
                label = names[told.value[0]]
                right[label] += got in told.value
                want_n[label] += 1
                got_n[label if got in told.value else names[got]] += 1
    macro = sum(2 * right[k] / max(1, want_n[k] + got_n[k]) for k in want_n) / len(want_n)
    return {"accuracy": round(right.total() / want_n.total(), 4), "macro_f1": round(macro, 4)}
