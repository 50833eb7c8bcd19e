"""Teach names: `python -m training.naming network.pt --trunk FOLDER --out DIR [--epochs N]`.

Everything else in the network stays as it is to the last bit. Capitals and spelling are known where a piece is embedded
and little of them is left in layers that were taught attribution, so the scores of names are corrected by what every
level knows of a piece (`training.network.Naming`). It is taught on the vectors of the network as it ships, in int8:
taught on exact ones it lost 0.021 of F1 when the table of pieces was rounded beneath it. They are kept in memory,
`VARIANTS` times with other names in some names' places: about four gigabytes.
"""

import argparse
import json
import random
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from onnxruntime import InferenceSession
from torch import Tensor, nn
from torch.nn.utils.rnn import pad_sequence

from sayso.encoder.features import FEATURES
from sayso.encoder.heads import NAMES, WIDTH
from training import auxiliary
from training.examples import LIMIT, Pieces, Text, batches, laid_out, runs, stacked
from training.export import written
from training.figures import spans, viterbi
from training.network import NAMED, Crf, Crfs, Naming, Network, barred_of
from training.renamed import mentions, renamed
from training.schedule import Running, rate_at

PEAK, CRF_PEAK, DECAY = 1e-3, 2e-3, 0.01
VARIANTS = 3
TOGETHER = 1_500
"""Words of a batch, about."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A window as the frozen network knows it: its words' vectors beside their uncorrected scores, and its tags."""

    words: Tensor
    tags: Tensor


def variant(chance: random.Random) -> list[list[Text]]:
    """UNER's train with other names in the places of some."""
    named = auxiliary.uner("train")
    known = mentions(named)
    return [[renamed(text, known, chance) for text in article] for article in named]


class Levels(nn.Module):
    """The frozen network: what it knows of each piece at every level, and the uncorrected scores of names."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.trunk, self.network = network.trunk, network

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        """(B, P) each to (B, P, LEVELS * HIDDEN + NAMED)."""
        levels = self.network.levels(pieces, features, barred_of(mask))
        return torch.cat([*levels, self.network.scored(*levels[1:3])[:, :, :NAMED]], -1)


def as_shipped(network: Network) -> InferenceSession:
    """The frozen network in int8."""
    with tempfile.TemporaryDirectory() as folder:
        written(Levels(network), ("levels",), Path(folder) / "levels.onnx")
        return InferenceSession((Path(folder) / "levels.onnx").read_bytes())


def seen(
    session: InferenceSession, pieces: Pieces, articles: Sequence[Sequence[Text]], chance: random.Random | None
) -> Iterator[Seen]:
    """Every window of some articles."""
    items = [laid_out(pieces, "guide", run, None) for run in runs(articles, pieces, LIMIT, chance)]
    for batch in batches([x for x in items if x.first], chance or random.Random(0)):
        laid = stacked(batch)
        given = {"pieces": laid.ids.numpy(), "features": laid.features.numpy(), "mask": laid.mask.numpy()}
        rows = torch.from_numpy(session.run(["levels"], given)[0]).half()
        for row, item in enumerate(batch):
            yield Seen(rows[row, item.first], torch.tensor(item.tags["names"]))


def batched(windows: Sequence[Seen], chance: random.Random) -> list[list[Seen]]:
    """Batches of windows of like length, in random order."""
    found, batch = list[list[Seen]](), list[Seen]()
    for each in sorted(windows, key=lambda w: (len(w.tags), chance.random())):
        if batch and len(each.tags) * (len(batch) + 1) > TOGETHER:
            found.append(batch)
            batch = []
        batch.append(each)
    found.append(batch)
    chance.shuffle(found)
    return found


def scores(naming: Naming, batch: Sequence[Seen]) -> Tensor:
    """The corrected scores, (B, W, NAMED)."""
    rows = pad_sequence([each.words for each in batch], batch_first=True).float()
    return rows[:, :, -NAMED:] + naming(rows[:, :, :-NAMED])


def lost(naming: Naming, crf: Crf, batch: Sequence[Seen]) -> Tensor:
    """What the CRF loses on a batch."""
    tags = pad_sequence([each.tags for each in batch], batch_first=True)
    known = pad_sequence([torch.ones(len(each.tags)) for each in batch], batch_first=True) > 0
    return crf.loss(scores(naming, batch), tags, known)


def figures(naming: Naming, crf: Crf, windows: Sequence[Seen]) -> dict[str, float]:
    """Exact F1 by label, and over all of them."""
    right, wanted, got = Counter[str](), Counter[str](), Counter[str]()
    naming.eval()
    for each in windows:
        with torch.no_grad():
            path = viterbi(scores(naming, [each])[0], crf.move + crf.barred, crf.start + crf.barred_start)
        gold, read = (spans([NAMES[t] for t in tags]) for tags in (each.tags.tolist(), path))
        for counted, those in ((right, gold & read), (wanted, gold), (got, read)):
            counted.update(label for label, *_ in those)
    found = {k: round(2 * right[k] / (wanted[k] + got[k]), 4) for k in sorted(wanted)}
    return found | {"all": round(2 * right.total() / (wanted.total() + got.total()), 4)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--trunk", type=Path, required=True, help="folder of the MiniLM tokenizer")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=9)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    chance = random.Random(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    pieces = Pieces(args.trunk / "tokenizer.json")
    kept = torch.load(args.checkpoint, weights_only=True)
    network, crfs = Network(FEATURES, WIDTH).eval(), Crfs()
    network.load_state_dict(network.state_dict() | kept["network"])
    crfs.load_state_dict(kept["crfs"])
    session = as_shipped(network)
    variants = [list(seen(session, pieces, variant(chance), chance)) for _ in range(VARIANTS)]
    held = list(seen(session, pieces, auxiliary.uner("dev"), None))
    print(f"{sum(map(len, variants))} windows", flush=True)
    optimizer = torch.optim.AdamW(
        [
            {"params": list(network.naming.parameters()), "lr": PEAK},
            {"params": list(crfs["names"].parameters()), "lr": CRF_PEAK},
        ],
        weight_decay=DECAY,
    )
    peaks = [group["lr"] for group in optimizer.param_groups]
    average, step = Running(network.naming, crfs["names"]), 0
    for epoch in range(args.epochs):
        network.naming.train()
        todo = batched(variants[epoch % VARIANTS], chance)
        for at, batch in enumerate(todo):
            for group, peak in zip(optimizer.param_groups, peaks, strict=True):
                group["lr"] = peak * rate_at((epoch + at / len(todo)) / args.epochs)
            optimizer.zero_grad()
            lost(network.naming, crfs["names"], batch).backward()
            optimizer.step()
            step += 1
            average.take(step)
        with average.in_place():
            report = {"epoch": epoch + 1, "uner": figures(network.naming, crfs["names"], held)}
            states = {"network": network.state_dict(), "crfs": crfs.state_dict()}
            torch.save(kept | states | {"report": report}, args.out / "network.pt")
        print(json.dumps(report), flush=True)


if __name__ == "__main__":
    main()
