"""Teach the heads beside attribution: `python -m training.branch network.pt --trunk FOLDER --out DIR [--epochs N]`.

The lower layers and attribution's branch stay as they are, so that what is read of attribution does not move by a hair;
the other branch and its heads learn names, military matter, light, events, attitudes and factuality together.
Writes `DIR/network.pt` after every epoch (the running average of the weights) and its figures to standard output.
"""

import argparse
import json
import random
import time
from dataclasses import replace
from pathlib import Path

import torch

from sayso.encoder.features import FEATURES
from sayso.encoder.heads import WIDTH
from training import auxiliary
from training.corpora import gold, strange
from training.examples import LIMIT, Example, Pieces, batches, laid_out, runs, stacked
from training.figures import others
from training.losses import loss
from training.network import SHARED, TAGGED, Crfs, Network, barred_of
from training.renamed import mentions, renamed
from training.schedule import Running, rate_at

PEAK, HEAD_PEAK, CRF_PEAK, DECAY = 3e-4, 1e-3, 5e-3, 0.01
GOLD_TIMES, RE3D_TIMES, PLOVER_TIMES, NGEC_SHARE, FACTUALITY_SHARE = 4, 10, 6, 0.6, 0.25


def taught(pieces: Pieces, chance: random.Random) -> list[list[Example]]:
    """One epoch of every corpus's windows, a list for each; of our own gold what it tells of contents."""
    uds = auxiliary.factuality("train")
    own = [tuple(replace(p, tags={}) for p in article.paragraphs) for article in gold(held_out=False) + strange()]
    named = [auxiliary.uner("train"), auxiliary.wnut(), auxiliary.gum()]
    known = mentions(article for corpus in named for article in corpus)
    corpora = [
        *([[renamed(text, known, chance) for text in article] for article in corpus] for corpus in named),
        auxiliary.re3d(held_out=False) * RE3D_TIMES,
        auxiliary.newsmtsc("train"),
        auxiliary.plover(held_out=False) * PLOVER_TIMES + auxiliary.ngec(chance, NGEC_SHARE),
        chance.sample(uds, int(len(uds) * FACTUALITY_SHARE)),
        own * GOLD_TIMES,
    ]
    return [[laid_out(pieces, "guide", run, chance) for run in runs(c, pieces, LIMIT, chance)] for c in corpora]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--trunk", type=Path, required=True, help="folder of the MiniLM tokenizer")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--peak", type=float, default=PEAK)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    chance = random.Random(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    pieces = Pieces(args.trunk / "tokenizer.json")
    kept = torch.load(args.checkpoint, weights_only=True)
    network, crfs = Network(FEATURES, WIDTH), Crfs()
    network.load_state_dict(kept["network"])
    crfs.load_state_dict(kept["crfs"])
    learning = torch.nn.ModuleList([network.branch, network.heads, crfs["names"], crfs["matter"]])
    optimizer = torch.optim.AdamW(
        [
            {"params": list(network.heads.parameters()), "lr": HEAD_PEAK},
            {"params": list(network.branch.parameters()), "lr": args.peak},
            {"params": [p for head in ("names", "matter") for p in crfs[head].parameters()], "lr": CRF_PEAK},
        ],
        betas=(0.9, 0.98),
        eps=1e-6,
        weight_decay=DECAY,
    )
    peaks = [group["lr"] for group in optimizer.param_groups]
    average, began, step = Running(learning), time.time(), 0
    for epoch in range(args.epochs):
        kinds = taught(pieces, chance)
        todo = [b for kind in kinds for b in batches([x for x in kind if x.first and (x.tags or x.told)], chance)]
        chance.shuffle(todo)
        network.train()
        network.trunk.eval()
        for batch in todo:
            rate = rate_at((epoch + (step % len(todo)) / len(todo)) / args.epochs)
            for group, peak in zip(optimizer.param_groups, peaks, strict=True):
                group["lr"] = peak * rate
            laid = stacked(batch)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                barred = barred_of(laid.mask)
                with torch.no_grad():
                    x = network.trunk.lower(laid.ids, laid.features, barred)
                scores = network.others(x, barred)
            scores = torch.nn.functional.pad(scores.float(), (TAGGED, 0))
            words = scores.gather(1, laid.first[:, :, None].expand(-1, -1, WIDTH))
            lost = loss(words, batch, laid, crfs)
            optimizer.zero_grad()
            lost.backward()
            torch.nn.utils.clip_grad_norm_(learning.parameters(), 1.0)
            optimizer.step()
            step += 1
            average.take(step)
            if step % 50 == 0:
                print(f"epoch {epoch + 1} step {step} loss {lost.item():.4f} {time.time() - began:.0f} s", flush=True)
        with average.in_place():
            report = {"epoch": epoch + 1, "shared": SHARED, **others(network, crfs, pieces, LIMIT)}
            torch.save(
                kept | {"network": network.state_dict(), "crfs": crfs.state_dict(), "report": report},
                args.out / "network.pt",
            )
        print(json.dumps(report), f"{time.time() - began:.0f} s", flush=True)


if __name__ == "__main__":
    main()
