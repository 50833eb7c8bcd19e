"""Export the trained network: `python -m training.export RUN/network.pt --trunk FOLDER --out WEIGHTS`.

Writes int8 ONNX weights (dynamic quantisation, a scale for each channel), the CRF's transitions, and the tokenizer.
"""

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from sayso.encoder.features import FEATURES
from sayso.encoder.heads import TAGS, WIDTH
from training.network import Crf, Network
from training.train import LEGAL, LEGAL_START


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--trunk", type=Path, required=True, help="folder of the MiniLM tokenizer")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--float", action="store_true", help="keep 32-bit floats, to see what int8 costs")
    args = parser.parse_args()
    kept = torch.load(args.checkpoint, weights_only=True)
    network, crf = Network(FEATURES, WIDTH), Crf(LEGAL, LEGAL_START)
    network.load_state_dict(kept["network"])
    crf.load_state_dict(kept["crf"])
    network.eval()
    args.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        sample = torch.ones((2, 9), dtype=torch.long)
        axes = {name: {0: "windows", 1: "pieces"} for name in ("pieces", "features", "mask", "scores")}
        torch.onnx.export(
            network,
            (sample, sample, sample),
            str(plain),
            dynamo=False,
            opset_version=17,
            dynamic_axes=axes,
            input_names=["pieces", "features", "mask"],
            output_names=["scores"],
        )
        target = args.out / "network.onnx"
        if args.float:
            shutil.copy(plain, target)
        else:
            quantize_dynamic(
                str(plain),
                str(target),
                per_channel=True,
                weight_type=QuantType.QInt8,
                op_types_to_quantize=["MatMul", "Gather"],
            )
    with torch.no_grad():
        move, start = (crf.move + crf.barred).tolist(), (crf.start + crf.barred_start).tolist()
    (args.out / "transitions.json").write_text(json.dumps({"tags": TAGS, "move": move, "start": start}))
    tokenizer = json.loads((args.trunk / "tokenizer.json").read_text(encoding="utf8"))
    tokenizer["padding"] = tokenizer["truncation"] = None
    (args.out / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False), encoding="utf8")


if __name__ == "__main__":
    main()
