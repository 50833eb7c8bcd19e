"""The table by which a statement without a scene of its own takes one over: `lexicon/scene_weights.yaml`.

    python -m training.scenes ../shared/gold-train ../shared/gold

Logistic regression with a ridge on the signs of `read/scene_memory`, over annotated articles. Every fourth article of
a folder is left out, the one that is scored and never read. A pair of a statement and a remembered place is right where
the annotation has that place; statements are told the annotated history in one pass and the table's own in another.
What is printed is places F1 given annotated contents, each folder read with a table that has not seen it.
"""

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import yaml

from sayso.clean.document import document
from sayso.lexicon.gazetteer import fold
from sayso.model.document import Document, Media, Page
from sayso.model.span import Span, Spans
from sayso.model.statement import Place
from sayso.read import scene_memory, scenes
from sayso.read.places import mentions
from sayso.read.segment import paragraphs, sentences

TABLE = Path(scene_memory.__file__).parents[1] / "lexicon" / "scene_weights.yaml"
RIDGE = 8.0
UNREAD = 4
_WORD = re.compile(r"\w+")
_STOP = frozenset({"the", "a", "an", "of"})

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Told:
    """An annotated statement: its sentence, its content and the names of its places."""

    sentence: Span
    content: Spans
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """An annotated article, the folder that it lies in, and the places that it names."""

    folder: str
    document: Document
    mentions: tuple[Place, ...]
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A statement and a remembered place: its signs, and whether it is the scene."""

    folder: str
    signs: tuple[str, ...]
    right: bool


def articles(root: Path) -> Iterator[Article]:
    """The articles under a folder of gold, every fourth left out; `gold` beside `articles` or `../seeds`."""
    for gold in [root] if any(root.glob("*.json")) else sorted(root.glob("*/gold")):
        texts = gold.parent / ("articles" if gold != root else "seeds")
        names = sorted(path.stem for path in gold.glob("*.json") if path.stem != "across")
        for at, name in enumerate(names):
            if gold == root or at % UNREAD != UNREAD - 1:
                yield _article(gold.parent.name, gold / f"{name}.json", texts / f"{name}.txt")


def _article(folder: str, gold: Path, path: Path) -> Article:
    page = document(Page(str(path), path.read_bytes(), Media.TEXT, None, datetime(2026, 1, 1, tzinfo=UTC), "training"))
    assert isinstance(page, Document), page
    cut = [span for part in paragraphs(page.text) for span in sentences(page.text, part)]
    told = []
    for row in json.loads(gold.read_text(encoding="utf8"))["statements"]:
        content = tuple(sorted(_spans(page.text, row)))
        if content:
            sentence = next((span for span in cut if span[0] <= content[0][0] < span[1]), content[0])
            named = tuple(one["text"] if isinstance(one, dict) else one for one in row.get("places") or ())
            told.append(Told(sentence, content, named))
    return Article(folder, page, mentions(page.text), tuple(sorted(told, key=lambda one: one.content)))


def _spans(text: str, row: dict[str, object]) -> Iterator[Span]:
    parts = row["content"] if isinstance(row["content"], list) else [row["content"]]
    for part in parts:
        words = part["text"] if isinstance(part, dict) else str(part)
        nth = part.get("occurrence") if isinstance(part, dict) else row.get("occurrence")
        at = -1
        for _ in range(int(str(nth or 0)) + 1):
            at = text.find(words, at + 1)
        if at >= 0:
            yield at, at + len(words)


def same(a: str, b: str) -> bool:
    """Whether two names share half of the shorter one's words, as the scorer has it."""
    first, second = ({word for word in _WORD.findall(fold(name)) if word not in _STOP} for name in (a, b))
    return bool(first and second) and 2 * len(first & second) >= min(len(first), len(second))


def pairs(read: Sequence[Article], tables: dict[str, Weights] | None) -> Iterator[Pair]:
    """Every pair, with the annotated history or that of each folder's table."""
    for article in read:
        text, before = article.document.text, _of_headline(article)
        for one in article.told:
            inside = [place for span in one.content for place in scenes.between(article.mentions, *span)]
            found = scenes.named(text, one.sentence, inside)
            if not found:
                known = scene_memory.remembered(text, one.sentence, one.content, article.mentions, before)
                right = [any(same(place.place.text, name) for name in one.places) for place in known]
                for place, is_right in zip(known, right, strict=True):
                    yield Pair(article.folder, place.signs, is_right)
                found = (
                    scene_memory.chosen(known, tables[article.folder])
                    if tables
                    else tuple(place.place for place, is_right in zip(known, right, strict=True) if is_right)
                )
            before = found


def _of_headline(article: Article) -> tuple[Place, ...]:
    title = article.document.title
    at = article.document.text.find(title) if title else -1
    if title is None or at < 0:
        return ()
    span = at, at + len(title)
    return scenes.named(article.document.text, span, scenes.between(article.mentions, *span))


def learnt(found: Sequence[Pair]) -> Weights:
    """The weights of the signs, by Newton's method."""
    names = sorted({sign for pair in found for sign in pair.signs})
    column = {sign: at for at, sign in enumerate(names)}
    given = np.zeros((len(found), len(names) + 1))
    given[:, -1] = 1
    for row, pair in enumerate(found):
        given[row, [column[sign] for sign in pair.signs]] = 1
    right = np.array([float(pair.right) for pair in found])
    ridge = np.array([RIDGE] * len(names) + [0.01])
    weights = np.zeros(len(ridge))
    for _ in range(30):
        odds = 1 / (1 + np.exp(-given @ weights))
        curve = (given * (odds * (1 - odds))[:, None]).T @ given + np.diag(ridge)
        weights -= np.linalg.solve(curve, given.T @ (odds - right) + ridge * weights)
    return {sign: round(float(weights[at]), 2) for sign, at in column.items()} | {
        "always": round(float(weights[-1]), 2)
    }


def scored(read: Sequence[Article], tables: dict[str, Weights]) -> tuple[int, int, int]:
    """Right, annotated and read places, each folder with its table."""
    right = wanted = got = 0
    for article in read:
        text, before = article.document.text, _of_headline(article)
        for one in article.told:
            inside = [place for span in one.content for place in scenes.between(article.mentions, *span)]
            before = scenes.named(text, one.sentence, inside) or scene_memory.chosen(
                scene_memory.remembered(text, one.sentence, one.content, article.mentions, before),
                tables[article.folder],
            )
            hits = sum(any(same(name, place.text) for place in before) for name in one.places)
            right, wanted, got = right + min(hits, len(before)), wanted + len(one.places), got + len(before)
    return right, wanted, got


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("roots", nargs="+", type=Path, help="folders of gold, as the project's own or the shared one")
    roots: Sequence[Path] = parser.parse_args().roots
    read = [article for root in roots for article in articles(root)]
    if not read:
        parser.error(f"no annotated article in {', '.join(map(str, roots))}")
    folders = sorted({article.folder for article in read})

    def without(folder: str, found: Sequence[Pair]) -> Weights:
        return learnt([pair for pair in found if pair.folder != folder])

    known = list(pairs(read, None))
    known += list(pairs(read, {folder: without(folder, known) for folder in folders}))
    tables = {folder: without(folder, known) for folder in folders}
    for folder in (*folders, "all"):
        right, wanted, got = scored([one for one in read if folder in ("all", one.folder)], tables)
        print(f"{folder:14} places F1 {2 * right / max(1, wanted + got):.3f}   right {right} gold {wanted} read {got}")
    table = {
        "origin": "Learnt by training/scenes.py from the annotated articles of this project, every fourth left out.",
        "weights": dict(sorted(learnt(known).items(), key=lambda item: -item[1])),
    }
    TABLE.write_text(yaml.safe_dump(table, sort_keys=False, allow_unicode=True), encoding="utf8")
    print(TABLE)


if __name__ == "__main__":
    main()
