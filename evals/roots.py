"""Scoring roots: into which distinct origins the statements of one claim fall, on the gold's statements and groups.

What is read plays no part: the statements are the gold's, filed in the gold's groups, so that a fault here is one of
telling roots apart and not of reading or of grouping. Copies are those that sayso finds among the articles.

    root pairs      pairs of statements of one group that share a root
    whole groups    groups that fall into roots just as in the gold
    name kind side  of each root, read beside the root of the gold with which it shares most statements; an outlet's
                    own voice has no name to tell
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Annotated

import typer

from evals import report
from evals.across import gold_filed
from evals.alike import names_alike, sides_alike
from evals.articles import ACROSS, Case, cases, quoted_text
from evals.copied import cleaned
from evals.options import AsJson, Misses
from evals.quotes import Row
from evals.tally import Mark, Scores, scores
from sayso.link.copies import compared
from sayso.link.families import families
from sayso.link.fingerprints import candidates, fingerprints
from sayso.link.roots import roots
from sayso.model.claim import CopyKind, Root
from sayso.model.document import Document
from sayso.model.filed import Filed
from sayso.model.problem import Problem
from sayso.model.span import hull, overlap

PAIRS, WHOLE = "root pairs", "whole groups"
NAME, KIND, SIDE = "root name", "root kind", "root side"
FORM = "Roots stand in across.json, for each group of `same` its origins with name, kind, side and statements."
_BROKEN = (ValueError, KeyError, TypeError, AttributeError, IndexError, OSError)


@dataclass(frozen=True, slots=True)
class Group:
    """A claim of the gold: its statements as filed, and its roots."""

    where: str
    filed: tuple[Filed, ...]
    origins: tuple[Row, ...]


def load(gold_dir: Path, article_dir: Path) -> tuple[list[Group], dict[str, str], list[Problem]]:
    """The groups of a pile that have roots, the articles that others stem from, and what could not be used."""
    chosen, problems = cases(gold_dir, article_dir)
    filed: dict[str, Filed] = {}
    documents: list[Document] = []
    for case in chosen:
        try:
            document, found = _filed(case)
        except _BROKEN as error:
            problems.append(Problem(str(case.gold), f"not in the gold's form ({error})", "gold left out", FORM))
            continue
        documents.append(document)
        filed |= {each.statement.id: each for each in found}
    try:
        across = json.loads((gold_dir / ACROSS).read_text(encoding="utf-8"))
        groups = [_group(row, filed) for row in across["roots"]]
    except _BROKEN as error:
        return [], {}, [*problems, Problem(str(gold_dir / ACROSS), f"no roots in it ({error})", "nothing scored", FORM)]
    return groups, stems(documents, filed.values()), problems


def _group(row: Row, filed: Mapping[str, Filed]) -> Group:
    held = dict.fromkeys(each for origin in row["origins"] for each in origin["statements"])
    return Group(str(row["same"]), tuple(filed[each] for each in held), tuple(row["origins"]))


def _filed(case: Case) -> tuple[Document, list[Filed]]:
    gold = json.loads(case.gold.read_text(encoding="utf-8"))
    document = cleaned(f"{case.gold.stem}.txt", quoted_text(case, {}))
    if document is None:
        raise ValueError("no text in the article")
    return document, gold_filed(case.gold.stem, gold, document.text, {}, {})


def stems(documents: Sequence[Document], filed: Iterable[Filed]) -> dict[str, str]:
    """For an article that is a copy, and a statement in a part that was taken, the article that it stems from."""
    named = {document.id: Path(document.location).stem for document in documents}
    by_id = {document.id: document for document in documents}
    marks = {document.id: fingerprints(document.text, document.furniture) for document in documents}
    copies = [copy for a, b in candidates(marks) if (copy := compared(by_id[a], by_id[b]))]
    stem = {named[each]: named[family.earliest] for family in families(copies) for each in family.members}
    parts = defaultdict(list)
    for copy in copies:
        if copy.kind is CopyKind.PART:
            parts[named[copy.later]].append(copy)
    for each in filed:
        span = hull(each.statement.content)
        for copy in parts.get(each.statement.document, ()):
            if any(2 * overlap(span, passage.here) > span[1] - span[0] for passage in copy.passages):
                earlier = named[copy.earlier]
                stem[each.statement.id] = stem.get(earlier, earlier)
    return stem


def marks(groups: Iterable[Group], family: Mapping[str, str]) -> list[Mark]:
    """The marks of every group."""
    return [mark for group in groups for mark in group_marks(group, roots(group.filed, family))]


def group_marks(group: Group, found: Sequence[Root]) -> Iterator[Mark]:
    """What is right of the roots found of one group."""
    gold = [frozenset(origin["statements"]) for origin in group.origins]
    read = [frozenset(root.statements) for root in found]
    wanted, got = _pairs(gold), _pairs(read)
    shown, seen = [sorted(each) for each in gold], [(sorted(root.statements), list(root.why)) for root in found]
    yield Mark(PAIRS, len(wanted & got), len(wanted), len(got), group.where, shown, seen)
    yield Mark(WHOLE, float(set(gold) == set(read)), 1.0, 1.0, group.where, shown, seen)
    for origin, root in _beside(group.origins, found):
        yield from _root_marks(group.where, origin, root)


def _pairs(parts: Iterable[frozenset[str]]) -> set[frozenset[str]]:
    return {frozenset(pair) for part in parts for pair in combinations(sorted(part), 2)}


def _beside(origins: Sequence[Row], found: Sequence[Root]) -> Iterator[tuple[Row | None, Root | None]]:
    """The roots of the gold with those read, each with the one with which it shares most statements, one to one."""
    common = sorted(
        ((-len(set(origin["statements"]) & set(root.statements)), i, j))
        for i, origin in enumerate(origins)
        for j, root in enumerate(found)
    )
    left, right = dict(enumerate(origins)), dict(enumerate(found))
    for shared, i, j in common:
        if shared and i in left and j in right:
            yield left.pop(i), right.pop(j)
    yield from ((origin, None) for origin in left.values())
    yield from ((None, root) for root in right.values())


def _root_marks(where: str, origin: Row | None, root: Root | None) -> Iterator[Mark]:
    counts = float(origin is not None), float(root is not None)
    want = origin and {key: origin.get(key) for key in ("name", "kind", "side")}
    got = root and {"name": None if root.own_voice else root.name, "kind": root.kind.value, "side": root.side}
    both = want is not None and got is not None
    for field, key, alike in ((NAME, "name", names_alike), (KIND, "kind", str.__eq__), (SIDE, "side", sides_alike)):
        mine, theirs = (want or {}).get(key), (got or {}).get(key)
        if mine is not None or theirs is not None:
            yield Mark(field, float(both and bool(mine and theirs and alike(mine, theirs))), *counts, where, want, got)


def measured(bundles: Path) -> Scores:
    """The scores of every pile in a folder of piles, for the gate."""
    found: list[Mark] = []
    for bundle in sorted(bundles.iterdir()):
        if (bundle / "gold" / ACROSS).is_file():
            groups, family, _ = load(bundle / "gold", bundle / "articles")
            found += marks(groups, family)
    return scores(found, (PAIRS, WHOLE, NAME, KIND, SIDE))


def roots_command(
    gold_dir: Annotated[Path, typer.Argument(help="Gold, one .json an article, and across.json.")],
    article_dir: Annotated[Path, typer.Argument(help="The articles, under the same names.")],
    as_json: AsJson = False,
    misses: Misses = False,
) -> None:
    """Roots of the gold's claims, out of the gold's statements: which share one, and who it is."""
    groups, family, problems = load(gold_dir, article_dir)
    report.require(groups, problems)
    found = marks(groups, family)
    if as_json:
        print(json.dumps({field: score.figures() for field, score in scores(found).items()}))
        return
    report.out.print(report.table_of(scores(found), f"Roots of {len(groups)} claims, {gold_dir.parent.name}"))
    if misses:
        report.show_misses(mark for mark in found if mark.field != PAIRS)
