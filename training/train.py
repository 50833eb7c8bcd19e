"""Train the network: `python -m training.train --out DIR --trunk FOLDER [--epochs N] [--seed N]`.

Reads ../shared/data and ../shared/gold-train, writes `DIR/network.pt` after every epoch (the running
average of the weights, with its figures on the validation sets) and a log to standard output.
"""

import argparse
import json
import math
import random
import time
from pathlib import Path

import torch
from safetensors.torch import load_file

from sayso.encoder.features import FEATURES
from sayso.encoder.heads import SLICES, TAGS, WIDTH
from training import auxiliary
from training.corpora import SHARED, Article, cofenet, gold
from training.examples import Example, Pieces, batches, laid_out, runs, stacked
from training.figures import figures
from training.losses import loss
from training.network import Crf, Network
from training.roughen import roughened

LIMIT = 256
PEAK, HEAD_PEAK, CRF_PEAK, LAYER_DECAY, WARMUP, AVERAGE = 3e-4, 1e-3, 5e-3, 0.92, 0.06, 0.998
GOLD_TIMES, RE3D_TIMES, PLOVER_TIMES, NGEC_SHARE = 8, 10, 6, 0.6
FACTUALITY_SHARE = 0.25


def follows(before: str, tag: str) -> bool:
    """Whether a tag may stand behind another: what is open goes on, what is closed does not."""
    anew, closed = tag[0] in "OBS", before[0] in "OES"
    return anew == closed and (anew or before[2:] == tag[2:])


LEGAL = torch.tensor([[follows(before, tag) for tag in TAGS] for before in TAGS])
LEGAL_START = torch.tensor([t[0] in "OBS" for t in TAGS])


def attribution(articles: list[Article], pieces: Pieces, chance: random.Random) -> list[Example]:
    """Windows of the articles, some paragraphs roughened."""
    return [
        laid_out(pieces, article.convention, run, chance)
        for article in articles
        for run in runs([[roughened(p, chance) for p in article.paragraphs]], pieces, LIMIT, chance)
    ]


def auxiliaries(pieces: Pieces, chance: random.Random) -> list[list[Example]]:
    """One epoch of every other head's windows, a list for each corpus.

    Half of them are read under either convention of attribution, so that neither becomes the mark of other tasks.
    """
    uds = auxiliary.factuality("train")
    corpora = [
        auxiliary.uner("train"),
        auxiliary.wnut(),
        auxiliary.re3d(held_out=False) * RE3D_TIMES,
        auxiliary.newsmtsc("train"),
        auxiliary.plover(held_out=False) * PLOVER_TIMES + auxiliary.ngec(chance, NGEC_SHARE),
        chance.sample(uds, int(len(uds) * FACTUALITY_SHARE)),
    ]
    return [
        [laid_out(pieces, chance.choice(("guide", "polnear")), run, chance) for run in runs(c, pieces, LIMIT, chance)]
        for c in corpora
    ]


def groups(network: Network, crf: Crf) -> list[dict]:
    """Parameter groups: the lower a layer, the smaller its rate."""
    out = [
        {"params": list(network.heads.parameters()), "lr": HEAD_PEAK, "weight_decay": 0.01},
        {"params": list(crf.parameters()), "lr": CRF_PEAK, "weight_decay": 0.0},
        {"params": list(network.trunk.features.parameters()), "lr": HEAD_PEAK, "weight_decay": 0.0},
    ]
    layers = network.trunk.layers
    for i, layer in enumerate(layers):
        rate = PEAK * LAYER_DECAY ** (len(layers) - 1 - i)
        out.append({"params": list(layer.parameters()), "lr": rate, "weight_decay": 0.01})
    low = [network.trunk.words, network.trunk.positions, network.trunk.types, network.trunk.norm]
    rate = PEAK * LAYER_DECAY ** len(layers)
    out.append({"params": [p for m in low for p in m.parameters()], "lr": rate, "weight_decay": 0.0})
    return out


def resume(path: Path, network: Network, crf: Crf) -> None:
    """Go on from a checkpoint; one of another set of heads gives its trunk."""
    kept = torch.load(path, weights_only=True)
    weights = kept.get("network") or kept["tagger"]
    if "network" in kept:
        network.load_state_dict(weights)
        crf.load_state_dict(kept["crf"])
        return
    network.trunk.load_state_dict({k[6:]: v for k, v in weights.items() if k.startswith("trunk.")})
    bio = kept["tags"]
    with torch.no_grad():
        for i, tag in enumerate(TAGS):
            j = bio.index({"E": "I", "S": "B"}.get(tag[0], tag[0]) + tag[1:])
            network.heads.weight[SLICES["attribution"].start + i] = weights["head.weight"][j]
            network.heads.bias[SLICES["attribution"].start + i] = weights["head.bias"][j]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--trunk", type=Path, required=True, help="folder of the MiniLM weights and tokenizer")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--stop-after", type=int, default=None, help="stop after so many epochs of the schedule")
    parser.add_argument("--resume", type=Path, default=None, help="a checkpoint to go on from, with a fresh schedule")
    parser.add_argument("--peak", type=float, default=PEAK, help="the highest rate of the top layer")
    parser.add_argument("--articles", type=int, default=None, help="only so many articles, to try the recipe")
    args = parser.parse_args()

    torch.manual_seed(args.seed)
    chance = random.Random(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    pieces = Pieces(args.trunk / "tokenizer.json")
    polnear = cofenet(SHARED / "data/cofenet/polnear_train_reconstructed.jsonl")[: args.articles]
    own = gold(held_out=False)

    network, crf = Network(FEATURES, WIDTH), Crf(LEGAL, LEGAL_START)
    network.trunk.load_minilm(load_file(args.trunk / "model.safetensors"))
    if args.resume:
        resume(args.resume, network, crf)
    average = {k: v.detach().clone() for k, v in network.state_dict().items()}
    average_crf = {k: v.detach().clone() for k, v in crf.state_dict().items()}
    optimizer = torch.optim.AdamW(groups(network, crf), betas=(0.9, 0.98), eps=1e-6)
    peaks = [g["lr"] * args.peak / PEAK for g in optimizer.param_groups]

    def epoch_batches() -> list[list[Example]]:
        kinds = [attribution(polnear + own * GOLD_TIMES, pieces, chance)]
        if args.articles is None or args.articles > 10:
            kinds += auxiliaries(pieces, chance)
        found = [b for kind in kinds for b in batches([x for x in kind if x.first], chance)]
        chance.shuffle(found)
        return found

    todo = epoch_batches()
    total, step, began = args.epochs * len(todo), 0, time.time()
    for epoch in range(args.epochs):
        for batch in todo:
            at = step / total
            rate = at / WARMUP if at < WARMUP else max(0.0, (1 - at) / (1 - WARMUP))
            for group, peak in zip(optimizer.param_groups, peaks, strict=True):
                group["lr"] = peak * rate
            laid = stacked(batch)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = network(laid.ids, laid.features, laid.mask)
            words = scores.float().gather(1, laid.first[:, :, None].expand(-1, -1, WIDTH))
            lost = loss(words, batch, laid, crf)
            if not math.isfinite(lost.item()):
                raise FloatingPointError(f"step {step}: loss {lost.item()}")
            optimizer.zero_grad()
            lost.backward()
            torch.nn.utils.clip_grad_norm_([*network.parameters(), *crf.parameters()], 1.0)
            optimizer.step()
            step += 1
            decay = min(AVERAGE, step / (step + 10))
            with torch.no_grad():
                for mean, module in ((average, network), (average_crf, crf)):
                    for key, value in module.state_dict().items():
                        mean[key].lerp_(value, 1 - decay) if value.is_floating_point() else mean[key].copy_(value)
            if step % 50 == 0:
                print(f"step {step}/{total} loss {lost.item():.4f} {time.time() - began:.0f} s", flush=True)
        kept = [{k: v.clone() for k, v in module.state_dict().items()} for module in (network, crf)]
        network.load_state_dict(average)
        crf.load_state_dict(average_crf)
        report = {"epoch": epoch + 1, **figures(network, crf, pieces, LIMIT)}
        checkpoint = {"network": average, "crf": average_crf, "tags": TAGS, "report": report}
        torch.save(checkpoint, args.out / "network.pt")
        network.load_state_dict(kept[0])
        crf.load_state_dict(kept[1])
        print(json.dumps(report), f"{time.time() - began:.0f} s", flush=True)
        if epoch + 1 == args.stop_after:
            break
        if epoch + 1 < args.epochs:
            todo = epoch_batches()


if __name__ == "__main__":
    main()
