"""The gate: the figures on every set at hand, each against its floor.

What the project ships is always measured; the shared gold, which it may not ship, where it lies
beside the checkout.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from evals import across, articles, attribution, heads, places, reprints, retold, roots, strange, times, tolls
from evals.lines import HELD_OUT_EVERY
from evals.tally import Scores, scores
from sayso.encoder import encoder

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


@dataclass(frozen=True, slots=True)
class Set:
    """One set of gold: where it must be for the set to be measured, and how it is."""

    name: str
    needs: Path
    measure: Callable[[], Scores]


def polnear_tags(paragraphs: attribution.Paragraphs) -> list[list[str]]:
    """The packaged weights, cutting spans as PolNeAR does."""
    return encoder().encode(paragraphs, convention="polnear").tags


def held_out(bundle: Path) -> list[articles.Case]:
    """Every fourth article of a bundle by name: those that no weights and no rule were made on."""
    found, _ = articles.cases(bundle / "gold", bundle / "articles")
    return [case for number, case in enumerate(found) if number % HELD_OUT_EVERY == HELD_OUT_EVERY - 1]


def sets(root: Path = ROOT, shared: Path = SHARED) -> list[Set]:
    """Every set that has floors, at hand or not."""
    cofenet = shared / "data" / "cofenet" / "polnear_valid.jsonl"
    train = shared / "gold-train"
    fakes = shared / "data" / "fa-kes" / "train.jsonl"
    lgl, trnews = (shared / "data" / "geoparsing" / f"{name}.jsonl" for name in ("lgl", "trnews"))
    tempeval = shared / "data" / "tempeval3" / "train.jsonl"
    demo, buses = root / "demo", train / "aleppo-buses"
    return [
        Set("demo", root / "demo" / "gold", lambda: _folder(root / "demo" / "gold", root / "demo" / "pile")),
        Set("seeds", shared / "seeds", lambda: _folder(shared / "gold", shared / "seeds")),
        Set("gold-train, held out", train, lambda: _held_out(train)),
        *_strange(shared / "data"),
        Set("CofeNet, validation lines", cofenet, lambda: _lines(cofenet)),
        *_heads(shared / "data"),
        Set("LGL, held out", lgl, lambda: places.measured(lgl, every_fourth=True)),
        Set("TR-News, held out", trnews, lambda: places.measured(trnews, every_fourth=True)),
        Set("TempEval-3, held out", tempeval, lambda: times.measured(tempeval, every_fourth=True)),
        Set("FA-KES, held out", fakes, lambda: tolls.measured(fakes, every_fourth=True)),
        Set("copies, every fourth", shared / "data" / reprints.PAIRS, lambda: reprints.measured(shared / "data", True)),
        Set("rewrites and translations", retold.STORIES, retold.measured),
        Set("claims as read, demo", demo, lambda: across.measured(demo / "gold", demo / "pile")),
        Set("claims as read, seeds", shared / "seeds", lambda: across.measured(shared / "gold", shared / "seeds")),
        Set("claims as read, aleppo-buses", buses, lambda: across.measured(buses / "gold", buses / "articles")),
        Set("roots of the gold's claims", train, lambda: roots.measured(train)),
    ]


def _strange(data: Path) -> list[Set]:
    return [
        Set(f"our own annotations, {fold}", data / strange.NEWS, partial(_unpacked, fold, data))
        for fold in strange.FOLDS
    ]


def _unpacked(fold: str, data: Path) -> Scores:
    with TemporaryDirectory() as folder:
        return _folder(*strange.unpack(fold, data, Path(folder)))


def _heads(data: Path) -> list[Set]:
    uner, re3d = data / "uner-en-ewt" / "dev.jsonl", data / "re3d" / "train.jsonl"
    news = [data / "newsmtsc" / "dev_mt.jsonl", data / "newsmtsc" / "dev_rw.jsonl"]
    plover = data / "plover" / "half_a.jsonl"
    return [
        Set("Universal NER, dev", uner, lambda: heads.measured_entities(uner)),
        Set("re3d, held out", re3d, lambda: heads.measured_entities(re3d, every_fourth=True)),
        Set("NewsMTSC, dev", news[0].parent, lambda: heads.measured_sentiment(news)),
        Set("PLOVER half A, held out", plover, lambda: heads.measured_events(plover, every_fourth=True)),
    ]


def _folder(gold: Path, pile: Path) -> Scores:
    chosen, _ = articles.cases(gold, pile)
    return scores(articles.score(chosen, gold / articles.ACROSS).marks)


def _held_out(train: Path) -> Scores:
    chosen = [case for bundle in sorted(train.iterdir()) if bundle.is_dir() for case in held_out(bundle)]
    return scores(articles.score(chosen).marks)


def _lines(path: Path) -> Scores:
    found, _ = attribution.load(path)
    every = scores(attribution.marks(found, polnear_tags), attribution.ROLES)
    return {role: every[role] for role in attribution.ROLES}
