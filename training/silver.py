"""Articles without gold, tagged by several networks: `python -m training.silver A.pt B.pt --own A.pt --out silver.pt`.

What several networks say on average is better than what one of them says, and can be taught to one (Hinton et al.
2015). News of all kinds is tagged under PolNeAR's convention by all the teachers; conflict reports under the guide's by
`--own`, so that a network that learns from the others goes on reading our own kind of article as that one does.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import torch

from sayso.encoder.features import FEATURES
from sayso.encoder.heads import TAGS, WIDTH
from sayso.encoder.words import cut
from sayso.read.quotes import dressed
from sayso.read.segment import paragraphs
from training.corpora import SHARED, Article
from training.examples import LIMIT, SEP, Example, Pieces, Text, laid_out, runs, stacked
from training.network import Crfs, Network, barred_of

DATA = SHARED / "data"
NEWS = ("fnc1/train_bodies.jsonl", "geoparsing/trnews.jsonl")
CONFLICT = ("conflict-news/articles.jsonl", "fa-kes/train.jsonl", "geoparsing/geovirus.jsonl")
TOGETHER = 8


def articles(files: Iterable[str]) -> list[list[Text]]:
    """Every article of some files of texts as paragraphs of words."""
    rows = [json.loads(line) for name in files for line in (DATA / name).read_text(encoding="utf8").splitlines()]
    return [[_words(row["text"], span) for span in paragraphs(row["text"])] for row in rows]


def _words(text: str, span: tuple[int, int]) -> Text:
    return Text(tuple(w.form for w in dressed(cut(text[slice(*span)]), text, span)))


def network_of(path: Path) -> tuple[Network, Crfs]:
    """A network as it was kept, for reading."""
    kept = torch.load(path, weights_only=True)
    network, crfs = Network(FEATURES, WIDTH), Crfs()
    network.load_state_dict(kept["network"])
    crfs.load_state_dict(kept["crfs"])
    return network.eval(), crfs


def emissions(networks: Sequence[Network], items: Sequence[Example]) -> list[Example]:
    """The examples with the mean of the networks' scores of tags as `soft`."""
    found, order = [], sorted(items, key=lambda x: len(x.ids))
    for at in range(0, len(order), TOGETHER):
        batch = order[at : at + TOGETHER]
        laid = stacked(batch)
        total = torch.zeros((*laid.ids.shape, len(TAGS)))
        for network in networks:
            with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
                barred = barred_of(laid.mask)
                total += network.attribution(network.trunk.lower(laid.ids, laid.features, barred), barred).float()
        mean = total / len(networks)
        found += [replace(x, soft=mean[n, x.first].half()) for n, x in enumerate(batch)]
        if at % (TOGETHER * 50) == 0:
            print(f"{at} of {len(order)}", flush=True)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("teachers", type=Path, nargs="+")
    parser.add_argument("--own", type=Path, required=True, help="the network whose reading of conflict reports is kept")
    parser.add_argument("--trunk", type=Path, required=True, help="folder of the MiniLM tokenizer")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    pieces = Pieces(args.trunk / "tokenizer.json")
    kept = []
    for convention, files, paths in (("polnear", NEWS, args.teachers), ("guide", CONFLICT, [args.own])):
        laid = [laid_out(pieces, convention, run, None) for run in runs(articles(files), pieces, LIMIT, None)]
        found = emissions([network_of(path)[0] for path in paths], [x for x in laid if x.first])
        kept += [(x.ids, x.features, x.first, x.soft) for x in found]
    torch.save(kept, args.out)


def read(path: Path) -> list[Example]:
    """The examples that `main` wrote."""
    rows = torch.load(path, weights_only=True)
    return [Example(ids, features, first, {}, [], soft) for ids, features, first, soft in rows]


def without(silver: Sequence[Example], articles: Iterable[Article], pieces: Pieces) -> list[Example]:
    """The examples that share no paragraph with articles whose gold is taught beside them."""
    known = {tuple(p for form in text.forms for p in pieces.of(form)) for a in articles for text in a.paragraphs}
    return [x for x in silver if not known.intersection(_paragraphs(x.ids))]


def _paragraphs(ids: Sequence[int]) -> Iterable[tuple[int, ...]]:
    start = 2
    for at, piece in enumerate(ids):
        if piece == SEP:
            yield tuple(ids[start:at])
            start = at + 1


if __name__ == "__main__":
    main()
