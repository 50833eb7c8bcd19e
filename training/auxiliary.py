"""The corpora of the other heads: names, military matter, light, event, factuality.

Each is a list of articles, an article a list of paragraphs. Of re3d and of PLOVER's records every
fourth is held out, so that they can be measured on records that no weights were made on.
"""

import json
import random
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from evals import entities
from sayso.encoder.heads import EVENTS, LIGHTS, MATTER, MATTERS, NAMES
from sayso.encoder.words import CLOSING, OPENING, Word, cut
from sayso.read.segment import paragraphs
from training.corpora import HELD_OUT_EVERY, SHARED, WIDER, forms
from training.examples import Text, Told

DATA = SHARED / "data"
WNUT = {"person": "PER", "location": "LOC", "corporation": "ORG", "group": "ORG"}
MODES = {("ACCUSE", "DISAPPROVE"): "DISAPPROVE", ("ACCUSE", "INVESTIGATE"): "INVESTIGATE"}
PLOVER = {"DEMAND": ("REQUEST",), "DISAPPROVE": ("DISAPPROVE", "ACCUSE")}


def lines(path: Path) -> list[dict[str, Any]]:
    """The rows of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]


def uner(name: str) -> list[list[Text]]:
    """UNER's English web text, `train` or `dev`: the sentences of one document together."""
    rows = lines(DATA / "uner-en-ewt" / f"{name}.jsonl")
    return [[_names(r["tokens"], r["tags"]) for r in run] for _, run in groupby(rows, key=lambda r: r["doc"])]


def wnut() -> list[list[Text]]:
    """WNUT 2017's messages, each alone; products and creative works count as no name."""
    return [[_names(r["tokens"], [_wnut(t) for t in r["tags"]])] for r in lines(DATA / "wnut17/train.jsonl")]


def gum() -> list[list[Text]]:
    """GUM's documents, by the bare names within their phrases (`evals.gum`)."""
    documents, _ = entities.load(DATA / "gum/train.jsonl")
    return [[_names(list(p.forms), p.tags) for p in document.paragraphs] for document in documents]


def _wnut(tag: str) -> str:
    kind = WNUT.get(tag[2:])
    return f"{tag[:2]}{kind}" if kind else "O"


def _names(tokens: list[str], tags: Sequence[str]) -> Text:
    return Text(_marked(tokens), {"names": tuple(NAMES.index(t) for t in tags)})


def _marked(tokens: list[str]) -> tuple[str, ...]:
    """Straight quotation marks opened and closed in turn."""
    out, opened = [], False
    for form in forms(tokens):
        if form == '"':
            form, opened = (CLOSING if opened else OPENING), not opened
        out.append(form or ".")
    return tuple(out)


def re3d(held_out: bool) -> list[list[Text]]:
    """re3d's documents; of entities that overlap the longest counts, vehicles are platforms."""
    found = []
    for number, row in enumerate(lines(DATA / "re3d/train.jsonl")):
        if (number % HELD_OUT_EVERY == HELD_OUT_EVERY - 1) != held_out:
            continue
        kind_at: dict[int, tuple[str, int]] = {}
        for n, e in enumerate(sorted(row["entities"], key=lambda e: e["start"] - e["end"])):
            kind = "MilitaryPlatform" if e["type"] == "Vehicle" else e["type"]
            span = range(e["start"], e["end"])
            if kind in MATTERS and not any(at in kind_at for at in span):
                kind_at.update(dict.fromkeys(span, (kind, n)))
        found.append([_matter(row["text"], span, kind_at) for span in paragraphs(row["text"])])
    return found


def _matter(text: str, span: tuple[int, int], kind_at: dict[int, tuple[str, int]]) -> Text:
    words = cut(text[span[0] : span[1]])
    tags, before = [], None
    for word in words:
        owners = [kind_at[at] for at in range(span[0] + word.start, span[0] + word.end) if at in kind_at]
        owner = owners[0] if owners else None
        tags.append(MATTER.index(f"{'I' if owner == before else 'B'}-{owner[0]}") if owner else 0)
        before = owner
    return Text(tuple(w.form for w in words), {"matter": tuple(tags)})


def newsmtsc(name: str) -> list[list[Text]]:
    """NewsMTSC's sentences, each alone, with every target's light."""
    found = []
    for row in lines(DATA / "newsmtsc" / f"{name}.jsonl"):
        words = cut(row["text"])
        told = []
        for target in row["targets"]:
            inside = touching(words, target["start"], target["end"])
            if inside:
                told.append(Told("light", inside[0], inside[-1], (LIGHTS.index(target["polarity"]),)))
        found.append([Text(tuple(w.form for w in words), {}, tuple(told))])
    return found


def touching(words: Sequence[Word], start: int, end: int) -> list[int]:
    """The words that share a character with a span."""
    return [i for i, w in enumerate(words) if w.start < end and w.end > start]


def plover(held_out: bool) -> list[list[Text]]:
    """PLOVER's records, each alone; `REQUEST` is the later name of `DEMAND`."""
    found = []
    for number, row in enumerate(lines(DATA / "plover/half_a.jsonl")):
        if (number % HELD_OUT_EVERY == HELD_OUT_EVERY - 1) == held_out:
            found.append([_event(row["text"], PLOVER.get(row["event"], (row["event"],)))])
    return found


def ngec(chance: random.Random, share: float) -> list[list[Text]]:
    """A share of NGEC's machine-written stories, rarer types more often: a title, a sentence, or the story's head."""
    rows = lines(DATA / "ngec-synthetic/train.jsonl")
    count = {label: sum(r["label"] == label for r in rows) for label in {r["label"] for r in rows}}
    found = []
    for row in rows:
        if chance.random() > share * (len(rows) / len(count) / count[row["label"]]) ** 0.5:
            continue
        label = MODES.get((row["label"], row["mode"]))
        wanted = (label,) if label else WIDER.get(row["label"], (row["label"],))
        first, _, rest = row["text"].partition(". ")
        shown = chance.choice((row["title"], first + ".", f"{first}. {rest.partition('. ')[0]}."))
        found.append([_event(shown, wanted)])
    return found


def _event(text: str, wanted: tuple[str, ...]) -> Text:
    words = cut(text)[:120]
    told = Told("event", 0, len(words) - 1, tuple(EVENTS.index(e) for e in wanted))
    return Text(tuple(w.form for w in words), {}, (told,))


def factuality(name: str) -> list[list[Text]]:
    """UDS factuality: each sentence alone, with its predicates' scores."""
    return [
        [
            Text(
                _marked(r["tokens"]),
                {},
                tuple(Told("factuality", p["token"], p["token"], float(p["score"])) for p in r["predicates"]),
            )
        ]
        for r in lines(DATA / "uds-factuality" / f"{name}.jsonl")
    ]
