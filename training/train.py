"""Teach attribution: `python -m training.train --out DIR --trunk FOLDER [--resume A.pt] [--silver silver.pt]`.

Reads ../shared/data and ../shared/gold-train, writes `DIR/network.pt` after every epoch (the running average of the
weights) and its figures on the validation sets to standard output. Without `--whole` the layers that the other heads
share stay as they are, once there is a checkpoint to go on from.
"""

import argparse
import json
import math
import random
import time
from dataclasses import replace
from pathlib import Path

import torch
from safetensors.torch import load_file

from sayso.encoder.features import FEATURES
from sayso.encoder.heads import WIDTH
from training import figures, silver
from training.corpora import SHARED, Article, cofenet, gold, strange
from training.examples import LIMIT, Example, Pieces, batches, laid_out, runs, stacked
from training.losses import loss
from training.network import SHARED as LOWER
from training.network import Crfs, Network, barred_of
from training.roughen import roughened
from training.schedule import Running, rate_at

PEAK, HEAD_PEAK, CRF_PEAK, LAYER_DECAY, DECAY = 3e-4, 1e-3, 5e-3, 0.92, 0.01
GOLD_TIMES = 8


def attribution(articles: list[Article], pieces: Pieces, chance: random.Random) -> list[Example]:
    """Windows of the articles, some paragraphs roughened."""
    return [
        laid_out(pieces, article.convention, run, chance)
        for article in articles
        for run in runs([[replace(roughened(p, chance), told=()) for p in article.paragraphs]], pieces, LIMIT, chance)
    ]


def groups(network: Network, crfs: Crfs, share: float, whole: bool) -> list[dict]:
    """Parameter groups at a share of the peak rates: the lower a layer, the smaller its rate."""
    out = [
        {"params": list(network.tags.parameters()), "lr": HEAD_PEAK * share, "weight_decay": DECAY},
        {"params": list(crfs.parameters()), "lr": CRF_PEAK * share, "weight_decay": 0.0},
    ]
    layers = network.trunk.layers
    for i, layer in enumerate(layers):
        if whole or i >= LOWER:
            rate = PEAK * share * LAYER_DECAY ** (len(layers) - 1 - i)
            out.append({"params": list(layer.parameters()), "lr": rate, "weight_decay": DECAY})
    if whole:
        out.append({"params": list(network.trunk.features.parameters()), "lr": HEAD_PEAK * share, "weight_decay": 0.0})
        low = [network.trunk.words, network.trunk.positions, network.trunk.types, network.trunk.norm]
        rate = PEAK * share * LAYER_DECAY ** len(layers)
        out.append({"params": [p for m in low for p in m.parameters()], "lr": rate, "weight_decay": 0.0})
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--trunk", type=Path, required=True, help="folder of the MiniLM weights and tokenizer")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--resume", type=Path, default=None, help="a checkpoint to go on from, with a fresh schedule")
    parser.add_argument("--silver", type=Path, default=None, help="articles that `training.silver` tagged")
    parser.add_argument("--whole", action="store_true", help="teach the shared layers too")
    parser.add_argument("--peak", type=float, default=PEAK, help="the highest rate of the top layer")
    args = parser.parse_args()

    torch.manual_seed(args.seed)
    chance = random.Random(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    pieces = Pieces(args.trunk / "tokenizer.json")
    own = gold(held_out=False) + strange()
    articles = cofenet(SHARED / "data/cofenet/polnear_train_reconstructed.jsonl") + own * GOLD_TIMES
    taught = silver.without(silver.read(args.silver), own, pieces) if args.silver else []

    network, crfs = Network(FEATURES, WIDTH), Crfs()
    if args.resume:
        kept = torch.load(args.resume, weights_only=True)
        network.load_state_dict(kept["network"])
        crfs.load_state_dict(kept["crfs"])
    else:
        network.trunk.load_minilm(load_file(args.trunk / "model.safetensors"))
    whole = args.whole or args.resume is None
    grouped = groups(network, crfs, args.peak / PEAK, whole)
    peaks = [group["lr"] for group in grouped]
    learning = [p for group in grouped for p in group["params"]]
    optimizer = torch.optim.AdamW(grouped, betas=(0.9, 0.98), eps=1e-6)
    average, began, step = Running(network, crfs), time.time(), 0
    for epoch in range(args.epochs):
        items = [x for x in attribution(articles, pieces, chance) if x.first]
        todo = batches(items, chance) + batches(taught, chance)
        chance.shuffle(todo)
        for at, batch in enumerate(todo):
            rate = rate_at((epoch + at / len(todo)) / args.epochs)
            for group, peak in zip(optimizer.param_groups, peaks, strict=True):
                group["lr"] = peak * rate
            laid = stacked(batch)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                barred = barred_of(laid.mask)
                with torch.set_grad_enabled(whole):
                    x = network.trunk.lower(laid.ids, laid.features, barred)
                scores = network.attribution(x, barred)
            words = scores.float().gather(1, laid.first[:, :, None].expand(-1, -1, scores.shape[2]))
            lost = loss(words, batch, laid, crfs)
            if not math.isfinite(lost.item()):
                raise FloatingPointError(f"step {step}: loss {lost.item()}")
            optimizer.zero_grad()
            lost.backward()
            torch.nn.utils.clip_grad_norm_(learning, 1.0)
            optimizer.step()
            step += 1
            average.take(step)
            if step % 50 == 0:
                print(
                    f"epoch {epoch + 1} {at}/{len(todo)} loss {lost.item():.4f} {time.time() - began:.0f} s", flush=True
                )
        with average.in_place():
            report = {"epoch": epoch + 1, **figures.attribution(network, crfs, pieces, LIMIT)}
            checkpoint = {"network": network.state_dict(), "crfs": crfs.state_dict(), "report": report}
            torch.save(checkpoint, args.out / "network.pt")
        print(json.dumps(report), f"{time.time() - began:.0f} s", flush=True)


if __name__ == "__main__":
    main()
