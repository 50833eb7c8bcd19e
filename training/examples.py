"""Examples: windows of words with whatever is known about them, laid out for the network, and batches of them."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from sayso.encoder.features import of_paragraph
from sayso.encoder.heads import TAGS, edged
from sayso.encoder.windows import CONVENTIONS

CLS, SEP, PAD, UNK = 101, 102, 0, 100
LIMIT, LONGEST = 256, 512
PIECES_A_BATCH = 2048
MASKED = 0.03
NOT_KNOWN = -100

Forms = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of the words `first` to `last` of a paragraph: a class or several, a number, a vector."""

    head: str
    first: int
    last: int
    value: tuple[int, ...] | float | Tensor


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph: its words, BIO tags by head (class numbers, attribution by name), and what is told of spans."""

    forms: Forms
    tags: dict[str, tuple[int, ...] | tuple[str, ...]] = field(default_factory=dict)
    told: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """One window: piece ids and features, the first piece of each word, tags by head, and what is told of words.

    `soft`, where there is no gold: scores of attribution's tags that other networks gave, (W, T).
    """

    ids: list[int]
    features: list[int]
    first: list[int]
    tags: dict[str, list[int]]
    told: list[Told]
    soft: Tensor | None = None


class Pieces:
    """Word pieces of word forms, looked up once."""

    def __init__(self, path: Path) -> None:
        self.tokenizer = Tokenizer.from_file(str(path))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.known: dict[str, list[int]] = {}

    def of(self, form: str) -> list[int]:
        """At least one id, at most twelve."""
        if form not in self.known:
            self.known[form] = self.tokenizer.encode(form, add_special_tokens=False).ids[:12] or [UNK]
        return self.known[form]

    def size(self, forms: Forms) -> int:
        """The pieces that a paragraph needs, its separator included."""
        return 1 + sum(len(self.of(form)) for form in forms)


def laid_out(pieces: Pieces, convention: str, run: Sequence[Text], chance: random.Random | None) -> Example:
    """One window of paragraphs; with `chance`, some words are masked."""
    ids, features, first = [CLS, CONVENTIONS[convention]], [0, 0], []
    tags: dict[str, list[int]] = {head: [] for text in run for head in text.tags}
    told: list[Told] = []
    for text in run:
        start = len(first)
        attribution = text.tags.get("attribution")
        known = {head: list(values) for head, values in text.tags.items() if head != "attribution"}
        if attribution is not None:
            known["attribution"] = [TAGS.index(t) for t in edged([str(t) for t in attribution])]
        fitted = len(text.forms)
        for i, (form, feature) in enumerate(zip(text.forms, of_paragraph(text.forms), strict=True)):
            got = pieces.of(form)
            if chance is not None and chance.random() < MASKED:
                got = [UNK]
            if len(ids) + len(got) >= LONGEST - 1:
                fitted = i
                break
            first.append(len(ids))
            ids += got
            features += [feature] * len(got)
        for head, values in tags.items():
            values += (known.get(head) or [NOT_KNOWN] * fitted)[:fitted]
        told += [
            Told(t.head, start + t.first, start + min(t.last, fitted - 1), t.value)
            for t in text.told
            if t.first < fitted
        ]
        ids.append(SEP)
        features.append(0)
    return Example(ids[:LONGEST], features[:LONGEST], first, tags, told)


def runs(
    articles: Iterable[Sequence[Text]], pieces: Pieces, limit: int, chance: random.Random | None
) -> Iterable[list[Text]]:
    """Runs of paragraphs of one article that fit into `limit` pieces; with `chance`, some are cut shorter."""
    for article in articles:
        room = limit if chance is None else chance.choice((48, 128, limit, limit, limit))
        run: list[Text] = []
        used = 0
        for text in article:
            size = pieces.size(text.forms)
            if run and used + size > room:
                yield run
                run, used = [], 0
                room = limit if chance is None else chance.choice((48, 128, limit, limit, limit))
            run.append(text)
            used += size
        if run:
            yield run


def batches(items: list[Example], chance: random.Random) -> list[list[Example]]:
    """Batches of about `PIECES_A_BATCH` pieces, of windows of like length, in random order."""
    items = list(items)
    chance.shuffle(items)
    out = []
    for at in range(0, len(items), 400):
        batch: list[Example] = []
        longest = 0
        for item in sorted(items[at : at + 400], key=lambda x: len(x.ids)):
            longest = max(longest, len(item.ids))
            if batch and longest * (len(batch) + 1) > PIECES_A_BATCH:
                out.append(batch)
                batch, longest = [], len(item.ids)
            batch.append(item)
        out.append(batch)
    chance.shuffle(out)
    return out


@dataclass(frozen=True, slots=True)
class Stacked:
    """A batch as tensors: ids, features, mask (B, P); first, known (B, W); tags by head (B, W)."""

    ids: Tensor
    features: Tensor
    mask: Tensor
    first: Tensor
    known: Tensor
    tags: dict[str, Tensor]


def stacked(batch: Sequence[Example]) -> Stacked:
    """Pad a batch on the right; a word whose tag is not known has `NOT_KNOWN`."""
    pieces, words = max(len(x.ids) for x in batch), max(len(x.first) for x in batch)

    def pad(rows: list[list[int]], size: int, by: int = 0) -> Tensor:
        return torch.tensor([row + [by] * (size - len(row)) for row in rows])

    heads = {head for x in batch for head in x.tags}
    return Stacked(
        pad([x.ids for x in batch], pieces),
        pad([x.features for x in batch], pieces),
        pad([[1] * len(x.ids) for x in batch], pieces),
        pad([x.first for x in batch], words),
        pad([[1] * len(x.first) for x in batch], words).bool(),
        {h: pad([x.tags.get(h, [NOT_KNOWN] * len(x.first)) for x in batch], words, NOT_KNOWN) for h in heads},
    )
