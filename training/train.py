"""Train the attribution tagger: `python -m training.train --out DIR [--epochs N] [--seed N]`.

Reads ../shared/data/cofenet and ../shared/gold-train, writes `DIR/tagger.pt` after every epoch (the
running average of the weights, with its figures on the validation lines) and a log to standard output.
"""

import argparse
import json
import math
import random
import time
from pathlib import Path

import torch
from tokenizers import Tokenizer

from sayso.encoder.features import FEATURES, of_paragraph
from training.corpora import SHARED, TAGS, Paragraph, cofenet, gold, roughened, windows
from training.network import Crf, Tagger

CLS, SEP, PAD, UNK = 101, 102, 0, 100
CONVENTIONS = {"polnear": 1, "guide": 2}
LIMIT = 256
PIECES_A_BATCH = 2048
PEAK, HEAD_PEAK, CRF_PEAK, LAYER_DECAY, WARMUP, AVERAGE = 3e-4, 1e-3, 5e-3, 0.92, 0.06, 0.998
GOLD_TIMES = 4
MASKED = 0.03

LEGAL = torch.tensor([[b == "O" or b[0] == "B" or a[1:] == "-" + b[2:] for b in TAGS] for a in TAGS])
LEGAL_START = torch.tensor([not t.startswith("I") for t in TAGS])


class Pieces:
    """Word pieces of word forms, looked up once."""

    def __init__(self, path: Path) -> None:
        self.tokenizer = Tokenizer.from_file(str(path))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.known: dict[str, list[int]] = {}

    def of(self, form: str) -> list[int]:
        if form not in self.known:
            self.known[form] = self.tokenizer.encode(form, add_special_tokens=False).ids[:12] or [UNK]
        return self.known[form]


def laid_out(pieces: Pieces, convention: str, run: list[Paragraph], chance: random.Random | None):
    """Ids, features, index of each word's first piece, and tags, of one window."""
    ids, features, first, tags = [CLS, CONVENTIONS[convention]], [0, 0], [], []
    for forms, labels in run:
        for form, feature, label in zip(forms, of_paragraph(forms), labels, strict=True):
            got = pieces.of(form)
            if chance is not None and chance.random() < MASKED:
                got = [UNK]
            if len(ids) + len(got) >= 511:
                break
            first.append(len(ids))
            tags.append(TAGS.index(label))
            ids += got
            features += [feature] * len(got)
        ids.append(SEP)
        features.append(0)
    return ids[:512], features[:512], first, tags


def batches(items, chance: random.Random):
    chance.shuffle(items)
    pools = [sorted(items[i : i + 400], key=lambda x: len(x[0])) for i in range(0, len(items), 400)]
    out = []
    for pool in pools:
        batch, longest = [], 0
        for item in pool:
            longest = max(longest, len(item[0]))
            if batch and longest * (len(batch) + 1) > PIECES_A_BATCH:
                out.append(batch)
                batch, longest = [], len(item[0])
            batch.append(item)
        out.append(batch)
    chance.shuffle(out)
    return out


def stacked(batch):
    """A batch as tensors: ids, features, mask (B, P); first, tags, known (B, W)."""
    p, w = max(len(x[0]) for x in batch), max(len(x[2]) for x in batch)

    def pad(values, size):
        return list(values) + [0] * (size - len(values))

    ids = torch.tensor([pad(x[0], p) for x in batch])
    features = torch.tensor([pad(x[1], p) for x in batch])
    mask = torch.tensor([pad([1] * len(x[0]), p) for x in batch])
    first = torch.tensor([pad(x[2], w) for x in batch])
    tags = torch.tensor([pad(x[3], w) for x in batch])
    known = torch.tensor([pad([1] * len(x[2]), w) for x in batch]).bool()
    return ids, features, mask, first, tags, known


def spans(tags: list[str]) -> set[tuple[str, int, int]]:
    """(label, first, last) of each span; a stray I- opens none, as in CofeNet."""
    found, open_at = set(), None
    for i, tag in enumerate([*tags, "O"]):
        if open_at is not None and tag != f"I-{open_at[0]}":
            found.add((open_at[0], open_at[1], i - 1))
            open_at = None
        if tag.startswith("B-"):
            open_at = (tag[2:], i)
    return found


def viterbi(scores: torch.Tensor, move: torch.Tensor, start: torch.Tensor) -> list[int]:
    best, back = start + scores[0], []
    for row in scores[1:]:
        total = best[:, None] + move
        best, at = total.max(0)
        best = best + row
        back.append(at)
    path = [int(best.argmax())]
    for at in reversed(back):
        path.append(int(at[path[-1]]))
    return path[::-1]


@torch.no_grad()
def figures(tagger, crf, pieces, articles, limit) -> dict[str, float]:
    """Exact F1 of each label over all paragraphs of the articles."""
    tagger.eval()
    move, start = (crf.move + crf.barred), (crf.start + crf.barred_start)
    items = []
    for convention, run in windows(articles, sized(pieces, articles), limit, None):
        items.append((*laid_out(pieces, convention, run, None), [len(f) for f, _ in run]))
    items.sort(key=lambda x: len(x[0]))
    right, gold_n, read_n = (dict.fromkeys(("source", "cue", "content"), 0) for _ in range(3))
    for i in range(0, len(items), 8):
        ids, features, mask, first, _, _ = stacked([x[:4] for x in items[i : i + 8]])
        scores = tagger(ids, features, mask).float()
        for item, row, at in zip(items[i : i + 8], scores, first, strict=True):
            words = len(item[2])
            path = viterbi(row[at[:words]], move, start)
            done = 0
            for size in item[4]:
                want = spans([TAGS[t] for t in item[3][done : done + size]])
                got = spans([TAGS[t] for t in path[done : done + size]])
                for label, *_ in want & got:
                    right[label] += 1
                for label, *_ in want:
                    gold_n[label] += 1
                for label, *_ in got:
                    read_n[label] += 1
                done += size
    tagger.train()
    return {k: round(2 * right[k] / max(1, gold_n[k] + read_n[k]), 4) for k in right}


def sized(pieces: Pieces, articles) -> dict[int, int]:
    return {id(p): 1 + sum(len(pieces.of(f)) for f in p[0]) for a in articles for p in a.paragraphs}


def groups(tagger: Tagger, crf: Crf):
    """Parameter groups: the lower a layer, the smaller its rate."""
    out = [
        {"params": list(tagger.head.parameters()), "lr": HEAD_PEAK, "weight_decay": 0.01},
        {"params": list(crf.parameters()), "lr": CRF_PEAK, "weight_decay": 0.0},
        {"params": list(tagger.trunk.features.parameters()), "lr": HEAD_PEAK, "weight_decay": 0.0},
    ]
    layers = tagger.trunk.layers
    for i, layer in enumerate(layers):
        out.append(
            {
                "params": list(layer.parameters()),
                "lr": PEAK * LAYER_DECAY ** (len(layers) - 1 - i),
                "weight_decay": 0.01,
            }
        )
    low = [tagger.trunk.words, tagger.trunk.positions, tagger.trunk.types, tagger.trunk.norm]
    out.append(
        {
            "params": [p for m in low for p in m.parameters()],
            "lr": PEAK * LAYER_DECAY ** len(layers),
            "weight_decay": 0.0,
        }
    )
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--trunk", type=Path, required=True, help="folder of the MiniLM weights and tokenizer")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--stop-after", type=int, default=None, help="stop after so many epochs of the schedule")
    parser.add_argument(
        "--gold-times", type=int, default=GOLD_TIMES, help="how often an epoch goes over our own articles"
    )
    parser.add_argument("--resume", type=Path, default=None, help="a tagger.pt to go on from, with a fresh schedule")
    parser.add_argument("--peak", type=float, default=PEAK, help="the highest rate of the top layer")
    parser.add_argument("--articles", type=int, default=None, help="only so many articles, to try the recipe")
    args = parser.parse_args()
    from safetensors.torch import load_file

    torch.manual_seed(args.seed)
    chance = random.Random(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    pieces = Pieces(args.trunk / "tokenizer.json")
    train = cofenet(SHARED / "data/cofenet/polnear_train_reconstructed.jsonl")[: args.articles]
    own, own_held = gold(held_out=False), gold(held_out=True)
    valid = cofenet(SHARED / "data/cofenet/polnear_valid.jsonl")[: args.articles]
    print(
        f"{len(train)} articles, {len(own)} of our own, {len(own_held)} of our own held out, {len(valid)} to validate",
        flush=True,
    )

    tagger, crf = Tagger(FEATURES, len(TAGS)), Crf(LEGAL, LEGAL_START)
    tagger.trunk.load_minilm(load_file(args.trunk / "model.safetensors"))
    if args.resume:
        kept = torch.load(args.resume, weights_only=True)
        tagger.load_state_dict(kept["tagger"])
        crf.load_state_dict(kept["crf"])
    average = {k: v.detach().clone() for k, v in tagger.state_dict().items()}
    average_crf = {k: v.detach().clone() for k, v in crf.state_dict().items()}
    optimizer = torch.optim.AdamW(groups(tagger, crf), betas=(0.9, 0.98), eps=1e-6)
    peaks = [g["lr"] * args.peak / PEAK for g in optimizer.param_groups]

    def epoch_batches():
        rough = [
            type(a)(a.id, tuple(roughened(p, chance) for p in a.paragraphs), a.convention)
            for a in [*train, *own * args.gold_times]
        ]
        items = [laid_out(pieces, c, run, chance) for c, run in windows(rough, sized(pieces, rough), LIMIT, chance)]
        return batches([x for x in items if x[2]], chance)

    todo = epoch_batches()
    total, step, began = args.epochs * len(todo), 0, time.time()
    for epoch in range(args.epochs):
        for batch in todo:
            at = step / total
            rate = at / WARMUP if at < WARMUP else max(0.0, (1 - at) / (1 - WARMUP))
            for group, peak in zip(optimizer.param_groups, peaks, strict=True):
                group["lr"] = peak * rate
            ids, features, mask, first, tags, known = stacked(batch)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = tagger(ids, features, mask)
            scores = scores.float().gather(1, first[:, :, None].expand(-1, -1, len(TAGS)))
            loss = crf.loss(scores, tags, known)
            if not math.isfinite(loss.item()):
                raise FloatingPointError(f"step {step}: loss {loss.item()}")
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([*tagger.parameters(), *crf.parameters()], 1.0)
            optimizer.step()
            step += 1
            decay = min(AVERAGE, step / (step + 10))
            with torch.no_grad():
                for mean, module in ((average, tagger), (average_crf, crf)):
                    for key, value in module.state_dict().items():
                        mean[key].lerp_(value, 1 - decay) if value.is_floating_point() else mean[key].copy_(value)
            if step % 50 == 0:
                print(f"step {step}/{total} loss {loss.item():.4f} {time.time() - began:.0f} s", flush=True)
        kept = (
            {k: v.clone() for k, v in tagger.state_dict().items()},
            {k: v.clone() for k, v in crf.state_dict().items()},
        )
        tagger.load_state_dict(average)
        crf.load_state_dict(average_crf)
        report = {
            "epoch": epoch + 1,
            "valid": figures(tagger, crf, pieces, valid, LIMIT),
            "valid, paragraphs alone": figures(tagger, crf, pieces, valid, 1),
            "own, held out": figures(tagger, crf, pieces, own_held, LIMIT),
        }
        torch.save({"tagger": average, "crf": average_crf, "tags": TAGS, "report": report}, args.out / "tagger.pt")
        tagger.load_state_dict(kept[0])
        crf.load_state_dict(kept[1])
        print(json.dumps(report), f"{time.time() - began:.0f} s", flush=True)
        if epoch + 1 == args.stop_after:
            break
        if epoch + 1 < args.epochs:
            todo = epoch_batches()


if __name__ == "__main__":
    main()
