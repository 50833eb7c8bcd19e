"""Teach the head `meaning`: `python -m training.meaning network.pt --trunk FOLDER --out DIR`.

Everything else in the network stays as it is to the last bit. The teacher is all-MiniLM-L6-v2 as it was published: it
reads each sentence alone and gives a vector (Reimers and Gurevych 2019: the mean over its pieces). Ours gives one for
any words of a window, from layers that are shared with the other heads, in fewer numbers: the teacher's vectors in the
directions in which they differ most (principal components).
"""

import argparse
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor
from torch.nn import functional as F
from torch.nn.utils.rnn import pad_sequence

from sayso.encoder.features import FEATURES
from sayso.encoder.heads import MEANING, WIDTH
from training import silver
from training.corpora import gold
from training.examples import CLS, LIMIT, SEP, Forms, Pieces, Text, Told, batches, laid_out, runs, stacked
from training.network import Network, Trunk, barred_of

TOGETHER = 64
LONGEST = 120
LEAST_WORDS = 4
SPANS, PEAK, PAIRS = 256, 3e-3, 4.0
ENDS = frozenset(".!?")


class Teacher:
    """The published trunk as it was, for the vectors of sentences, and the directions that are kept of them."""

    def __init__(self, trunk: Path, pieces: Pieces) -> None:
        self.trunk, self.pieces = Trunk(FEATURES).eval(), pieces
        self.trunk.load_minilm(load_file(trunk / "model.safetensors"))
        torch.nn.init.zeros_(self.trunk.features.weight)
        self.kept: Tensor | None = None

    def vectors(self, texts: Sequence[Forms]) -> Tensor:
        """One vector a text, (N, HIDDEN), of length one."""
        found: list[Tensor | None] = [None] * len(texts)
        ids = [[CLS, *[p for form in text for p in self.pieces.of(form)][:LONGEST], SEP] for text in texts]
        order = sorted(range(len(texts)), key=lambda i: len(ids[i]))
        for at in range(0, len(order), TOGETHER):
            rows = order[at : at + TOGETHER]
            longest = max(len(ids[i]) for i in rows)
            laid = torch.tensor([ids[i] + [0] * (longest - len(ids[i])) for i in rows])
            mask = torch.tensor([[1] * len(ids[i]) + [0] * (longest - len(ids[i])) for i in rows])
            with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
                barred = barred_of(mask)
                x = self.trunk.upper(self.trunk.lower(laid, torch.zeros_like(laid), barred), barred)
            mean = (x.float() * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
            for row, i in enumerate(rows):
                found[i] = F.normalize(mean[row], dim=0)
        return torch.stack([v for v in found if v is not None])

    def few(self, vectors: Tensor) -> Tensor:
        """The same in `MEANING` numbers each; the first vectors seen say which directions those are."""
        if self.kept is None:
            _, _, directions = torch.pca_lowrank(vectors, MEANING, center=False, niter=4)
            self.kept = directions
        return F.normalize(vectors @ self.kept, dim=1)


def taught(articles: Iterable[Sequence[Text]], teacher: Teacher, chance: random.Random) -> list[list[Text]]:
    """The articles with what is meant told of each sentence, or of a part of it."""
    kept = [list(article) for article in articles]
    spans = [
        (a, p, *_part(first, last, chance))
        for a, article in enumerate(kept)
        for p, text in enumerate(article)
        for first, last in sentences(text.forms)
    ]
    vectors = teacher.few(teacher.vectors([kept[a][p].forms[first : last + 1] for a, p, first, last in spans]))
    for (a, p, first, last), vector in zip(spans, vectors.half(), strict=True):
        text = kept[a][p]
        kept[a][p] = replace(text, tags={}, told=(*text.told, Told("meaning", first, last, vector)))
    return kept


def sentences(forms: Forms) -> list[tuple[int, int]]:
    """First and last word of each sentence, told by its full stop alone, that has a few words."""
    found, start = [], 0
    for i, form in enumerate(forms):
        if form in ENDS or i == len(forms) - 1:
            if i - start >= LEAST_WORDS:
                found.append((start, i))
            start = i + 1
    return found


def _part(first: int, last: int, chance: random.Random) -> tuple[int, int]:
    """A sentence as often as a stretch of it, for contents are cut out of their sentences."""
    size = last - first + 1
    if size < 3 * LEAST_WORDS or chance.random() < 0.5:
        return first, last
    length = chance.randint(2 * LEAST_WORDS, size)
    start = first + chance.randint(0, size - length)
    return start, start + length - 1


@dataclass(frozen=True, slots=True)
class Seen:
    """The vectors of a span's words, (W, 2 * HIDDEN), and what the teacher says that they mean, (MEANING,)."""

    words: Tensor
    wanted: Tensor


def seen(network: Network, pieces: Pieces, articles: Sequence[Sequence[Text]]) -> Iterator[Seen]:
    """Every span of some articles as the frozen network sees it."""
    items = [laid_out(pieces, "guide", run, None) for run in runs(articles, pieces, LIMIT, None)]
    for batch in batches([x for x in items if x.told], random.Random(0)):
        laid = stacked(batch)
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            barred = barred_of(laid.mask)
            x = network.trunk.lower(laid.ids, laid.features, barred)
            both = torch.cat([x, network.branched(x, barred)], -1)
        for row, item in enumerate(batch):
            for told in (t for t in item.told if isinstance(t.value, Tensor)):
                yield Seen(both[row, item.first[told.first : told.last + 1]].half(), told.value)


def meant(layer: torch.nn.Linear, spans: Sequence[Seen]) -> Tensor:
    """What the head makes of spans, (N, MEANING): the mean of their words, weighed by the gate; of length one."""
    rows = pad_sequence([s.words.float() for s in spans], batch_first=True)
    mask = pad_sequence([torch.ones(len(s.words)) for s in spans], batch_first=True) > 0
    out = layer(rows)
    weights = out[:, :, MEANING].masked_fill(~mask, -1e4).softmax(1)
    return F.normalize((out[:, :, :MEANING] * weights[:, :, None]).sum(1), dim=1)


def likeness(layer: torch.nn.Linear, spans: Sequence[Seen]) -> dict[str, float]:
    """How like the vectors of spans are to their teacher's, and how far the likenesses of pairs agree (Pearson)."""
    with torch.no_grad():
        ours = meant(layer, spans)
    wanted = torch.stack([s.wanted.float() for s in spans])
    above = torch.triu(torch.ones(len(spans), len(spans), dtype=torch.bool), 1)
    pairs = torch.stack([(ours @ ours.T)[above], (wanted @ wanted.T)[above]])
    return {
        "cosine": round(float((ours * wanted).sum(1).mean()), 4),
        "pairs": round(float(torch.corrcoef(pairs)[0, 1]), 4),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--trunk", type=Path, required=True, help="folder of the published weights and tokenizer")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--share", type=float, default=1.0, help="of the articles at hand")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    chance = random.Random(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    pieces = Pieces(args.trunk / "tokenizer.json")
    kept = torch.load(args.checkpoint, weights_only=True)
    network = Network(FEATURES, WIDTH).eval()
    network.load_state_dict(network.state_dict() | kept["network"])
    teacher = Teacher(args.trunk, pieces)
    every = silver.articles((*silver.CONFLICT, *silver.NEWS))
    some = chance.sample(every, int(len(every) * args.share))
    spans = list(seen(network, pieces, taught(some, teacher, chance)))
    held = list(seen(network, pieces, taught([a.paragraphs for a in gold(held_out=True)], teacher, chance)))
    print(f"{len(spans)} spans to learn from, {len(held)} to be judged by", flush=True)
    optimizer = torch.optim.Adam(network.meaning.parameters(), lr=PEAK)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, PEAK, args.epochs * (len(spans) // SPANS + 1))
    for epoch in range(args.epochs):
        chance.shuffle(spans)
        for at in range(0, len(spans), SPANS):
            batch = spans[at : at + SPANS]
            ours, wanted = meant(network.meaning, batch), torch.stack([s.wanted.float() for s in batch])
            far = 1 - (ours * wanted).sum(1).mean()
            lost = far + PAIRS * F.mse_loss(ours @ ours.T, wanted @ wanted.T)
            optimizer.zero_grad()
            lost.backward()
            optimizer.step()
            schedule.step()
        report = {"epoch": epoch + 1, **likeness(network.meaning, held)}
        torch.save(kept | {"network": network.state_dict(), "report": report}, args.out / "network.pt")
        print(json.dumps(report), flush=True)


if __name__ == "__main__":
    main()
