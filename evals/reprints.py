"""Scoring copies: which of two articles share text, on silver pairs of real articles and on copies made of them.

Silver (`reuse-silver`): pairs that were told by shared 5-grams, and crawls of one page. `copy`, `substantial reuse`
and `same page, other crawl` should be found and `not a copy` should not; `partial reuse`, an eighth to a third of a
text and often a quotation or the background that an agency repeats, is shown and not scored.
Piles: real articles (`conflict-news`, `fa-kes`) with copies made of them (`evals.copied`). Every two documents of a
pile are a pair: an article and its copy, or two copies of it that were not cut, should be found; those of two
articles should not, unless these share an eighth of their 5-grams themselves, by which they are left out. Articles on
the same day's attack are the hard ones. Family: forty copies of one wire are one family, and nothing else is in it.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Annotated, Any

import typer

from evals import report
from evals.copied import HOW, Made, cleaned, made
from evals.lines import Row, records, text_of
from evals.options import AsJson, EveryFourth, Misses
from evals.tally import Mark, Score, Scores, scores
from sayso.link.copies import compared, is_same_page
from sayso.link.families import families
from sayso.link.fingerprints import candidates, enough, fingerprints
from sayso.model.claim import Copy
from sayso.model.document import Document
from sayso.model.problem import Problem

DOCS, PAIRS = "reuse-silver/docs.jsonl", "reuse-silver/pairs.jsonl"
ARTICLES = ("conflict-news/articles.jsonl", "fa-kes/train.jsonl")
SILVER, PILES, FAMILY = "silver", "piles", "family"
TAKEN = ("copy", "substantial reuse", "same page, other crawl")
PARTIAL, APART = "partial reuse", "not a copy"
SHORTEST = 80
"""Words of an article that copies are made of."""
RELATED = 0.12
"""Share of an article's 5-grams in another from which on it is not known whether they are copies."""
FORTY = 40
WIRES = 5
SEED = "sayso"

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Silver:
    """A pair of the silver set."""

    a: str
    b: str
    relation: str


def load(data: Path, every_fourth: bool = False) -> tuple[dict[str, Document], list[Silver], list[Problem]]:
    """The documents of the silver set by their names, its pairs, and a row for each line that is none."""
    docs, problems = records(data / DOCS, _document, "A document has id and text.")
    pairs, more = records(data / PAIRS, _pair, "A pair has a, b and relation.", every_fourth)
    known = {name: document for name, document in docs if document is not None}
    return known, [pair for pair in pairs if pair.a in known and pair.b in known], problems + more


def articles(data: Path, every_fourth: bool = False) -> tuple[list[Document], list[Problem]]:
    """The real articles that copies are made of, no text twice."""
    found: dict[str, Document] = {}
    problems: list[Problem] = []
    for name in ARTICLES:
        rows, more = records(data / name, _document, "An article has id and text.", every_fourth)
        problems += more
        for _, document in rows:
            if document is not None and len(document.text.split()) >= SHORTEST:
                found.setdefault(document.text, document)
    return list(found.values()), problems


def _document(row: Row, number: int) -> tuple[str, Document | None]:
    name, text = str(row.get("id", number)), text_of(row["text"])
    if row.get("title") and not name.startswith("fakes"):
        text = f"{row['title']}\n\n{text}"
    found = cleaned(f"{name}.txt", text)
    page = name.removeprefix("recrawl:").partition("#")[0] if name.startswith("recrawl:") else row.get("url")
    return name, found and replace(found, url=page or None, outlet=row.get("outlet") or found.outlet)


def _pair(row: Row, _: int) -> Silver:
    return Silver(str(row["a"]), str(row["b"]), str(row["relation"]))


def found_of(a: Document, b: Document) -> Copy | None:
    """What sayso finds of two documents: they are candidates, and comparing them tells of a copy."""
    one, other = (set(fingerprints(each.text, each.furniture)) for each in (a, b))
    is_candidate = len(one & other) >= enough(len(one), len(other)) or is_same_page(a, b)
    return compared(a, b) if is_candidate else None


def silver_marks(docs: dict[str, Document], pairs: Iterable[Silver]) -> list[Mark]:
    """A mark for each pair that should be found or is, its field the relation that it was given."""
    marks = []
    for pair in pairs:
        copy = found_of(docs[pair.a], docs[pair.b])
        wanted = pair.relation != APART
        if wanted or copy:
            field = f"{SILVER}: {pair.relation}"
            want = pair.relation if wanted else None
            marks.append(_mark(field, wanted, copy, f"{pair.a} and {pair.b}", want))
    return marks


def pile(sources: Sequence[Document], seed: str = SEED) -> list[Made]:
    """Copies of the articles: each made in two of the ways, all ways in turn."""
    ways = list(HOW)
    chosen = ((source, ways[(at * 2 + step) % len(ways)]) for at, source in enumerate(sources) for step in (0, 1))
    copies = (made(source, how, seed) for source, how in chosen)
    return [each for each in copies if each is not None]


def pile_marks(sources: Sequence[Document], copies: Sequence[Made]) -> list[Mark]:
    """A mark for each pair of a pile that should be found or is, its field how the copy was made."""
    origin = {each.id: each.id for each in sources} | {each.document.id: each.source for each in copies}
    documents = {each.id: each for each in (*sources, *(each.document for each in copies))}
    names = {each.id: each.location for each in documents.values()}
    how = {each.document.id: each.how for each in copies}
    whole = {each.id for each in sources} | {each.document.id for each in copies if each.whole}
    found = _found(documents)
    marks = []
    for a, b in sorted(_meant(sources, copies, whole)):
        copy = found.pop((a, b), None)
        way = how.get(a) if a in how and b not in how else how.get(b)
        kind = way if (a in how) != (b in how) else "two copies"
        marks.append(_mark(f"{PILES}: {kind}", True, copy, f"{names[a]} and {names[b]}", "a copy"))
    for (a, b), copy in sorted(found.items()):
        one, other = origin[a], origin[b]
        if one != other and not any(
            is_related(documents[x].text, documents[y].text) for x, y in ((one, other), (a, b))
        ):
            marks.append(_mark(f"{PILES}: {APART}", False, copy, f"{names[a]} and {names[b]}", None))
    return marks


def _meant(sources: Sequence[Document], copies: Sequence[Made], whole: set[str]) -> Iterator[Pair]:
    """The pairs of a pile that are copies: an article and its copy, and two copies of it that were not cut."""
    groups: dict[str, list[str]] = {each.id: [each.id] for each in sources}
    for each in copies:
        groups[each.source].append(each.document.id)
    for source, group in groups.items():
        for a, b in combinations(sorted(group), 2):
            if source in (a, b) or {a, b} <= whole:
                yield a, b


def _found(documents: dict[str, Document]) -> dict[Pair, Copy]:
    marks = {name: fingerprints(each.text, each.furniture) for name, each in documents.items()}
    compares = ((pair, compared(documents[pair[0]], documents[pair[1]])) for pair in candidates(marks))
    return {pair: copy for pair, copy in compares if copy is not None}


def is_related(a: str, b: str) -> bool:
    """Whether two texts share so many 5-grams that it is not known whether one is a copy of the other."""
    one, other = ({tuple(words[at : at + 5]) for at in range(len(words) - 4)} for words in map(_words, (a, b)))
    return len(one & other) >= RELATED * max(min(len(one), len(other)), 1)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def family_marks(sources: Sequence[Document]) -> list[Mark]:
    """A mark for each of a few wires with forty copies in one pile: how many of them its family holds, and others."""
    wires = sources[:: max(len(sources) // WIRES, 1)][:WIRES]
    ways = list(HOW)
    copies = [made(wire, ways[at % len(ways)], f"{SEED} {at}") for wire in wires for at in range(FORTY)]
    documents = {each.id: each for each in sources} | {each.document.id: each.document for each in copies if each}
    groups = families(_found(documents).values())
    marks = []
    for wire in wires:
        meant = {wire.id} | {each.document.id for each in copies if each and each.source == wire.id}
        held = max((set(group.members) for group in groups), key=lambda members: len(members & meant), default=set())
        counts = float(len(held & meant)), float(len(meant)), float(len(held))
        marks.append(Mark(f"{FAMILY}: forty copies", *counts, wire.location, len(meant), len(held)))
    return marks


def _mark(field: str, wanted: bool, copy: Copy | None, where: str, want: str | None) -> Mark:
    got = copy and f"{copy.kind}, {copy.share:.2f}: {copy.why}"
    return Mark(field, float(wanted and copy is not None), float(wanted), float(copy is not None), where, want, got)


def totals(marks: Sequence[Mark]) -> Scores:
    """Silver without its partial reuse, the piles, the families: each all together, then by kind."""
    kinds = scores(marks)
    found: Scores = {}
    for name in (SILVER, PILES, FAMILY):
        parts = [score for field, score in kinds.items() if field.startswith(name) and PARTIAL not in field]
        if parts:
            found[name] = sum(parts, Score())
    return found | kinds


def every_mark(data: Path, every_fourth: bool = False) -> tuple[list[Mark], list[Problem]]:
    """All marks that the data at hand give."""
    docs, pairs, problems = load(data, every_fourth)
    sources, more = articles(data, every_fourth)
    marks = silver_marks(docs, pairs)
    if sources:
        marks += pile_marks(sources, pile(sources)) + family_marks(sources)
    return marks, problems + more


def measured(data: Path, every_fourth: bool = False) -> Scores:
    """`silver`, `piles` and `family`, for the gate."""
    found = totals(every_mark(data, every_fourth)[0])
    return {name: found[name] for name in (SILVER, PILES, FAMILY) if name in found}


def reprints(
    data: Annotated[Path, typer.Argument(help="A folder with reuse-silver, conflict-news and fa-kes in it.")],
    as_json: AsJson = False,
    misses: Misses = False,
    every_fourth: EveryFourth = False,
) -> None:
    """Precision and recall of copies: on silver pairs, and on piles of real articles with copies made of them."""
    marks, problems = every_mark(data, every_fourth)
    report.require(marks, problems)
    found = totals(marks)
    if as_json:
        shown: dict[str, Any] = {name: score.figures() for name, score in found.items()}
        print(json.dumps(shown))
        return
    report.out.print(report.table_of(found, f"Copies, {data.name}"))
    if misses:
        report.show_misses(mark for mark in marks if PARTIAL not in mark.field)
