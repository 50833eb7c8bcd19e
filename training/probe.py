"""Refit the heads on a trunk that stays as it is: `python -m training.probe network.pt --trunk FOLDER --out other.pt`.

An average of checkpoints has a trunk between theirs, which its linear layer was not made for. Attribution is left as it
is; the other heads' columns are taught again, on the words' vectors of one pass over their corpora.
"""

import argparse
import math
import random
from dataclasses import replace
from pathlib import Path

import torch

from sayso.encoder.features import FEATURES
from sayso.encoder.heads import SLICES, WIDTH
from training.corpora import gold
from training.examples import Example, Pieces, batches, laid_out, runs, stacked
from training.losses import loss
from training.network import Crf, Network
from training.train import LEGAL, LEGAL_START, LIMIT, auxiliaries

RATE, DECAY, EPOCHS, TOGETHER = 2e-3, 0.02, 8, 64


def taught(pieces: Pieces, chance: random.Random) -> list[Example]:
    """The windows of every corpus but those of attribution, and our own gold for what it tells of contents."""
    own = [
        laid_out(pieces, "guide", run, None) for run in runs([a.paragraphs for a in gold(False)], pieces, LIMIT, None)
    ]
    return [x for kind in auxiliaries(pieces, chance) for x in kind] + [replace(x, tags={}) for x in own]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--trunk", type=Path, required=True, help="folder of the MiniLM tokenizer")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    torch.manual_seed(1)
    chance = random.Random(1)
    kept = torch.load(args.checkpoint, weights_only=True)
    network, crf = Network(FEATURES, WIDTH), Crf(LEGAL, LEGAL_START)
    network.load_state_dict(kept["network"])
    network.eval()
    items = [x for x in taught(Pieces(args.trunk / "tokenizer.json"), chance) if x.first and (x.tags or x.told)]
    known: list[tuple[Example, torch.Tensor]] = []
    for batch in batches(items, chance):
        laid = stacked(batch)
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            vectors = network.trunk(laid.ids, laid.features, laid.mask)
        known += [(x, v[torch.tensor(x.first)].bfloat16()) for x, v in zip(batch, vectors, strict=True)]
    heads = network.heads
    before = heads.weight.detach().clone(), heads.bias.detach().clone()
    optimizer = torch.optim.AdamW(heads.parameters(), RATE, weight_decay=DECAY)
    steps = EPOCHS * math.ceil(len(known) / TOGETHER)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, steps)
    for epoch in range(EPOCHS):
        chance.shuffle(known)
        total = 0.0
        for at in range(0, len(known), TOGETHER):
            part = known[at : at + TOGETHER]
            laid = stacked([x for x, _ in part])
            words = torch.nn.utils.rnn.pad_sequence([v.float() for _, v in part], batch_first=True)
            lost = loss(heads(words), [x for x, _ in part], laid, crf)
            optimizer.zero_grad()
            lost.backward()
            optimizer.step()
            schedule.step()
            total += lost.item()
        print(f"epoch {epoch + 1} loss {total * TOGETHER / len(known):.4f}", flush=True)
    with torch.no_grad():
        for now, then in zip((heads.weight, heads.bias), before, strict=True):
            now[SLICES["attribution"]] = then[SLICES["attribution"]]
    torch.save(kept | {"network": network.state_dict()}, args.out)


if __name__ == "__main__":
    main()
