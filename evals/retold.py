"""Scoring rewrites and translations: which of two articles tell one text in other words or another language.

`retold.yaml` has invented stories, each with an original, what others made of it, and other people's reports on the
same events. Every two texts of a story are a pair: two that are one text should be found, others should not. Two
texts that each took other parts of one are not scored. Piles: of real articles on one event (the annotated bundles)
no two should be found that are not copies by their words; a pair found there is shown to be judged by a reader.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path
from typing import Annotated

import typer
import yaml

from evals import report
from evals.options import AsJson, Misses
from evals.tally import Mark, Score, Scores, scores
from sayso.link.anchors import traced, traces
from sayso.link.copies import compared
from sayso.link.fingerprints import enough, fingerprints
from sayso.link.related import related
from sayso.link.tellings import Telling, telling
from sayso.model.claim import Copy
from sayso.model.document import Document, Media, Page
from sayso.model.problem import Problem
from sayso.pipeline import read_page

STORIES = Path(__file__).with_name("retold.yaml")
REWRITES, TRANSLATIONS, REPORTS, PILES = "rewrites", "translations", "reports", "piles"
HELD = "held"


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a story: of what text it is one more wording, whether of all of it, and what was read in it."""

    name: str
    of: str
    whole: bool
    document: Document
    telling: Telling


def stories(path: Path = STORIES, held: bool | None = None) -> Iterator[tuple[str, list[Text]]]:
    """The stories; with `held`, only those that no rule was made on, or only the others."""
    for story in yaml.safe_load(path.read_text(encoding="utf-8")):
        if held is not None and held != story.get(HELD, False):
            continue
        name, texts = story["story"], [item for item in story.items() if item[0] not in ("story", HELD)]
        yield name, [_text(name, title, words) for title, words in texts]


def _text(story: str, title: str, words: str) -> Text:
    of, _, how = title.partition(", ")
    location = f"{story}-{title.replace(', ', '-').replace(' ', '-')}.txt"
    read = _read(Page(location, words.encode(), Media.TEXT, None, datetime(2024, 1, 1, tzinfo=UTC), "evals"))
    if read is None:
        raise ValueError(f"{location} cannot be read")
    return Text(title, of, "part" not in how, *read)


def _read(page: Page) -> tuple[Document, Telling] | None:
    reading = read_page(page)
    return None if isinstance(reading, Problem) else (reading.document, telling(reading.filed))


def found_of(a: Document, b: Document, one: Telling, other: Telling) -> Copy | None:
    """What sayso finds of two articles: they are candidates, and setting them beside each other tells."""
    marks = [set(fingerprints(each.text, each.furniture)) for each in (a, b)]
    prints = [set(traces(each)) for each in (a, b)]
    is_candidate = any(len(x & y) >= needed(len(x), len(y)) for (x, y), needed in ((marks, enough), (prints, traced)))
    return related(a, b, one, other) if is_candidate else None


def story_marks(told: Iterable[tuple[str, list[Text]]]) -> list[Mark]:
    """A mark for each pair of a story that should be found or is."""
    marks = []
    for story, texts in told:
        for a, b in combinations(texts, 2):
            copy = found_of(a.document, b.document, a.telling, b.telling)
            wanted = a.of == b.of and (a.whole or b.whole)
            across = a.document.language != b.document.language
            if a.of == b.of and not (a.whole and b.whole) and across:
                continue
            field = REPORTS if not wanted else TRANSLATIONS if across else REWRITES
            if wanted or copy:
                want = a.of if wanted else None
                marks.append(_mark(field, wanted, copy, f"{story}: {a.name} and {b.name}", want))
    return marks


def pile_marks(folders: Iterable[Path]) -> list[Mark]:
    """A mark for each pair of a pile that is found and no copy by its words."""
    marks = []
    for folder in folders:
        pages = (_page(path) for path in sorted(folder.iterdir()))
        read = [each for each in map(_read, pages) if each is not None]
        for (a, one), (b, other) in combinations(read, 2):
            copy = found_of(a, b, one, other)
            if copy is not None and compared(a, b) is None:
                marks.append(_mark(PILES, False, copy, f"{a.location} and {b.location}", None))
    return marks


def _page(path: Path) -> Page:
    media = Media.HTML if path.suffix == ".html" else Media.TEXT
    return Page(path.name, path.read_bytes(), media, None, datetime(2024, 1, 1, tzinfo=UTC), "evals")


def _mark(field: str, wanted: bool, copy: Copy | None, where: str, want: str | None) -> Mark:
    got = copy and f"{copy.kind}, {copy.share:.2f}: {copy.why}"
    return Mark(field, float(wanted and copy is not None), float(wanted), float(copy is not None), where, want, got)


def totals(marks: Iterable[Mark]) -> Scores:
    """`retold`, all together, then by kind."""
    kinds = scores(list(marks))
    return {"retold": sum(kinds.values(), Score())} | kinds


def measured() -> Scores:
    """`retold`, on every story, for the gate."""
    return {"retold": totals(story_marks(stories()))["retold"]}


def retold(
    piles: Annotated[
        list[Path] | None, typer.Argument(help="Folders of articles of which no two are one text.")
    ] = None,
    as_json: AsJson = False,
    misses: Misses = False,
    held: Annotated[bool, typer.Option("--held", help="Only the stories that no rule was made on.")] = False,
) -> None:
    """Precision and recall of rewrites and translations, on invented stories; false ones in piles of real articles."""
    marks = story_marks(stories(held=True if held else None)) + pile_marks(piles or ())
    found = totals(marks)
    if as_json:
        print(json.dumps({name: score.figures() for name, score in found.items()}))
        return
    report.out.print(report.table_of(found, "Rewrites and translations"))
    if misses:
        report.show_misses(marks)
