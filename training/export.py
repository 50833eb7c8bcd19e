"""Export the trained network: `python -m training.export RUN/network.pt --trunk FOLDER --out WEIGHTS`.

Writes int8 ONNX weights, the CRFs' transitions, and the tokenizer. In the branch of the other heads what is multiplied
is scaled by blocks of `BLOCK` numbers of a word, since one scale for a whole batch lets a few large numbers drown the
rest; in the trunk one scale does, and is faster.
"""

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.matmul_nbits_quantizer import DefaultWeightOnlyQuantConfig, MatMulNBitsQuantizer
from torch import nn

from sayso.encoder.features import FEATURES
from sayso.encoder.heads import TAGGING, WIDTH
from training.network import Crfs, Network

BLOCK = 128
BY_BLOCKS = ("branch", "naming")
# Activations in int8 too: MatMulNBits' name for it.
INT8 = 4


def shrunk(plain: Path, target: Path) -> None:
    """The network in int8: the branch of the other heads by blocks, everything else by channel."""
    model = onnx.load(plain)
    products = [node.name for node in model.graph.node if node.op_type == "MatMul"]
    others = [name for name in products if not any(part in name for part in BY_BLOCKS)]
    config = DefaultWeightOnlyQuantConfig(block_size=BLOCK, is_symmetric=True, accuracy_level=INT8, bits=8)
    by_blocks = MatMulNBitsQuantizer(model, nodes_to_exclude=others, algo_config=config)
    by_blocks.process()
    partly = plain.with_name("partly.onnx")
    by_blocks.model.save_model_to_file(str(partly))
    quantize_dynamic(
        str(partly),
        str(target),
        per_channel=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gather"],
    )


def written(network: nn.Module, outputs: tuple[str, ...], target: Path, *, as_float: bool = False) -> None:
    """Write a network of pieces, features and mask as ONNX, in int8 but for `as_float`."""
    sample = torch.ones((2, 9), dtype=torch.long)
    inputs = ("pieces", "features", "mask")
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            network.eval(),
            (sample, sample, sample),
            str(plain),
            dynamo=False,
            opset_version=17,
            dynamic_axes={name: {0: "windows", 1: "pieces"} for name in (*inputs, *outputs)},
            input_names=list(inputs),
            output_names=list(outputs),
        )
        if as_float:
            shutil.copy(plain, target)
        else:
            shrunk(plain, target)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--trunk", type=Path, required=True, help="folder of the MiniLM tokenizer")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--float", action="store_true", help="keep 32-bit floats, to see what int8 costs")
    args = parser.parse_args()
    kept = torch.load(args.checkpoint, weights_only=True)
    network, crfs = Network(FEATURES, WIDTH), Crfs()
    network.load_state_dict(network.state_dict() | kept["network"])
    crfs.load_state_dict(kept["crfs"])
    args.out.mkdir(parents=True, exist_ok=True)
    written(network, ("tags", "heads"), args.out / "network.onnx", as_float=args.float)
    with torch.no_grad():
        tables = {
            head: {
                "tags": TAGGING[head],
                "move": (c.move + c.barred).tolist(),
                "start": (c.start + c.barred_start).tolist(),
            }
            for head, c in crfs.items()
        }
    (args.out / "transitions.json").write_text(json.dumps(tables))
    tokenizer = json.loads((args.trunk / "tokenizer.json").read_text(encoding="utf8"))
    tokenizer["padding"] = tokenizer["truncation"] = None
    (args.out / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False), encoding="utf8")


if __name__ == "__main__":
    main()
