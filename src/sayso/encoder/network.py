"""The encoder: one ONNX session over the windows of an article, and what its heads say of each word.

    >>> encoder().encode([["They", "left", ",", "he", "said", "."]]).tags
    [['B-content', 'I-content', 'O', 'B-source', 'B-cue', 'O']]

Architecture: MiniLM-L6 (Wang et al. 2020), forked above its third layer: one branch for attribution, one for the other
heads (`heads.py`), a linear layer each, a linear-chain CRF for each head that tags; `training/` has the recipe.
"""

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any, cast

import numpy as np

from sayso.encoder.decode import Crf, Scores, best_paths, with_balanced_quotes
from sayso.encoder.encoded import Encoded
from sayso.encoder.heads import SLICES, TAGGING, TAGS, WIDTH, plain
from sayso.encoder.pieces import Pieces
from sayso.encoder.runtime import FATAL, onnxruntime
from sayso.encoder.windows import Window, windows

BATCH = 8
THREADS = 2


class Encoder:
    """Reads the paragraphs of one article at a time; safe to share between threads."""

    def __init__(self, network: bytes, transitions: bytes, tokenizer: bytes, threads: int = THREADS) -> None:
        onnxruntime.disable_telemetry_events()
        onnxruntime.set_default_logger_severity(FATAL)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = FATAL
        self._session = onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])
        self._crfs = {head: _crf(head, table) for head, table in json.loads(transitions).items()}
        if (width := sum(output.shape[2] for output in self._session.get_outputs())) != WIDTH:
            raise ValueError(f"weights give {width} scores a word, the heads are {WIDTH} wide")
        self._pieces = Pieces(tokenizer)

    def encode(self, paragraphs: Sequence[Sequence[str]], convention: str = "guide") -> Encoded:
        """What every head says of each word form of each paragraph of one article.

        `convention` is `guide` (GUIDE.md) or `polnear` (Newell et al. 2018): how spans of attribution are cut.
        """
        found = self.windows(paragraphs, convention)
        scores = self.run(found)
        paths = best_paths([rows[:, SLICES["attribution"]] for rows in scores], self._crfs["attribution"])
        total = sum(len(p) for p in paragraphs)
        tags, rows = ["O"] * total, np.zeros((total, WIDTH), np.float32)
        for window, path, own in zip(found, paths, scores, strict=True):
            fresh = window.words[window.fresh :]
            for word, tag in zip(fresh, path[window.fresh :], strict=True):
                tags[word] = TAGS[tag]
            rows[list(fresh)] = own[window.fresh :]
        out, at = [], 0
        for forms in paragraphs:
            out.append(with_balanced_quotes(forms, plain(tags[at : at + len(forms)])))
            at += len(forms)
        return Encoded(out, rows, self._crfs)

    def windows(self, paragraphs: Sequence[Sequence[str]], convention: str = "guide") -> list[Window]:
        """The windows in which the paragraphs are read."""
        return list(windows(paragraphs, self._pieces, convention))

    def run(self, found: Sequence[Window]) -> list[Scores]:
        """The bare encoder: for each window the scores of its words, words by `heads.WIDTH`."""
        order = sorted(range(len(found)), key=lambda i: len(found[i].ids))
        scores: list[Scores] = [np.zeros((0, WIDTH), np.float32)] * len(found)
        for at in range(0, len(order), BATCH):
            batch = order[at : at + BATCH]
            longest = max(len(found[i].ids) for i in batch)
            ids, features, mask = np.zeros((3, len(batch), longest), np.int64)
            for row, i in enumerate(batch):
                size = len(found[i].ids)
                ids[row, :size] = found[i].ids
                features[row, :size] = found[i].features
                mask[row, :size] = 1
            laid = {"pieces": ids, "features": features, "mask": mask}
            branches = cast("list[Scores]", self._session.run(["tags", "heads"], laid))
            for row, i in enumerate(batch):
                first = list(found[i].first)
                scores[i] = np.concatenate([branch[row, first] for branch in branches], 1)
        return scores


def _crf(head: str, table: dict[str, Any]) -> Crf:
    if tuple(table["tags"]) != TAGGING[head]:
        raise ValueError(f"weights tag {head} as {table['tags']}, the decoder knows {TAGGING[head]}")
    return Crf(np.array(table["move"], np.float32), np.array(table["start"], np.float32))


@cache
def encoder() -> Encoder:
    """The encoder with the weights of the package, loaded once."""
    weights = files("sayso.encoder") / "weights"
    return Encoder(
        (weights / "network.onnx").read_bytes(),
        (weights / "transitions.json").read_bytes(),
        (weights / "tokenizer.json").read_bytes(),
    )
