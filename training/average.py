"""Average the weights of checkpoints of one run: `python -m training.average A.pt:0.4 B.pt:0.6 --out C.pt`.

A late checkpoint fits its corpora closest, an earlier one reads strange text better; between them, on one
path of training, lies one that does both (stochastic weight averaging, Izmailov et al. 2018).
"""

import argparse
from pathlib import Path

import torch


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="+", help="CHECKPOINT:SHARE, the shares adding up to 1")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    parts = [
        (torch.load(path, weights_only=True), float(share)) for path, share in (p.rsplit(":", 1) for p in args.parts)
    ]
    if abs(sum(share for _, share in parts) - 1) > 1e-6:
        parser.error("the shares must add up to 1")
    mixed = parts[-1][0]
    for module in ("network", "crfs"):
        for key, value in mixed[module].items():
            if value.is_floating_point():
                mixed[module][key] = sum(share * kept[module][key] for kept, share in parts)
    mixed["report"] = {"averaged": [f"{p}" for p in args.parts]}
    torch.save(mixed, args.out)


if __name__ == "__main__":
    main()
