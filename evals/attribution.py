"""Scoring attribution: source, cue and content, exactly and by word.

Two forms of gold, told apart by their keys: PolNeAR documents (`text`, `attributions`) and
CofeNet's token lines (`tokens`, `labels`, `id`). The measure is CofeNet's (Wang et al., COLING
2022, "exact"): a predicted span counts when its label, first and last word equal a gold span's,
micro over the file; a stray I- without B- opens no span. By word (`source.words`): a word counts
when it carries the same role in both. Documents are compared on words as sayso cuts them, so a
gold edge inside a word is taken to be the word's.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from evals.tally import Mark
from sayso.encoder.words import CLOSING, OPENING, cut
from sayso.model.problem import Problem
from sayso.read.segment import paragraphs

ROLES = ("source", "cue", "content")
FIELDS = (*ROLES, *(f"{role}.words" for role in ROLES))
TAGS = frozenset({"O", *(f"{edge}-{role}" for edge in "BI" for role in ROLES)})
# As in training/corpora.py: the Penn Treebank's escapes, as the marks that stand in a text.
TREEBANK = {"``": OPENING, "''": CLOSING, "`": "‘", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "--": "—"}

Paragraphs = Sequence[Sequence[str]]
Tag = Callable[[Paragraphs], list[list[str]]]
TagSpan = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Tagged:
    """One paragraph as words and gold tags."""

    forms: tuple[str, ...]
    tags: tuple[str, ...]

    def wording(self, found: Iterable[TagSpan]) -> list[str]:
        """The words of spans, in the order of the text."""
        return [" ".join(self.forms[first : last + 1]) for _, first, last in sorted(found)]


@dataclass(frozen=True, slots=True)
class Article:
    """The paragraphs that are read together."""

    id: str
    paragraphs: tuple[Tagged, ...]


def load(path: Path, alone: bool = False) -> tuple[list[Article], list[Problem]]:
    """The articles of a file, and a row for each line that is none; `alone` makes every token line its own article."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        what = error.strerror if isinstance(error, OSError) and error.strerror else "not UTF-8 text"
        return [], [Problem(str(path), what, "nothing scored", "Give a file of PolNeAR documents or CofeNet lines.")]
    parts: list[tuple[str, Article]] = []
    problems: list[Problem] = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                parts.append(_article(line, number, alone))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                problems.append(_bad_line(path, number, error))
    if not parts and not problems:
        problems.append(Problem(str(path), "empty", "nothing scored", "Give a file with one JSON object a line."))
    grouped = [(key, [article for _, article in run]) for key, run in groupby(parts, key=lambda part: part[0])]
    return [Article(run[0].id, tuple(p for a in run for p in a.paragraphs)) for _, run in grouped], problems


def _bad_line(path: Path, number: int, error: Exception) -> Problem:
    what = f"no {error} in it" if isinstance(error, KeyError) else f"not of either form ({error})"
    remedy = "A document has text and attributions; a token line has tokens, labels and id."
    return Problem(f"{path}:{number}", what, "line left out", remedy)


def _article(line: str, number: int, alone: bool) -> tuple[str, Article]:
    """One line as an article, with the key by which neighbouring lines are joined."""
    row = json.loads(line)
    if not isinstance(row, dict):
        raise ValueError("no JSON object")
    if "tokens" in row:
        name = str(row["id"])
        return str(number) if alone else f"id {name}", Article(name, (_token_line(row),))
    if "text" in row:
        return str(number), Article(str(row.get("id", number)), _document(row["text"], row["attributions"]))
    raise ValueError("neither tokens nor text in it")


def _token_line(row: dict[str, Any]) -> Tagged:
    tokens, labels = row["tokens"], row["labels"]
    if not tokens or len(tokens) != len(labels):
        raise ValueError(f"{len(tokens)} tokens, {len(labels)} labels")
    if not all(isinstance(token, str) and token.strip() for token in tokens):
        raise ValueError("a token that is no word")
    "".join(tokens).encode("utf-8")
    strange = sorted(set(labels) - TAGS)
    if strange:
        raise ValueError(f"label {strange[0]}")
    return Tagged(tuple(TREEBANK.get(token, token) for token in tokens), tuple(labels))


def _document(text: str, attributions: Sequence[dict[str, Any]]) -> tuple[Tagged, ...]:
    text.encode("utf-8")
    owner: dict[int, tuple[str, int]] = {}
    for number, attribution in enumerate(attributions):
        for role in ROLES:
            for start, end in attribution.get(role) or ():
                if not 0 <= start < end <= len(text):
                    raise ValueError(f"{role} {start}-{end} outside the text")
                for at in range(start, end):
                    owner.setdefault(at, (role, number))
    found = []
    for start, end in paragraphs(text):
        words = cut(text[start:end])
        owners = [_owner(owner, start + word.start, start + word.end) for word in words]
        found.append(Tagged(tuple(word.form for word in words), _tags(owners)))
    return tuple(found)


def _owner(owner: dict[int, tuple[str, int]], start: int, end: int) -> tuple[str, int] | None:
    return next((owner[at] for at in range(start, end) if at in owner), None)


def _tags(owners: Sequence[tuple[str, int] | None]) -> tuple[str, ...]:
    """Each unbroken run of one role of one attribution is a span."""
    tags, before = [], None
    for mine in owners:
        tags.append("O" if mine is None else f"{'I' if mine == before else 'B'}-{mine[0]}")
        before = mine
    return tuple(tags)


def spans(tags: Sequence[str]) -> list[TagSpan]:
    """The spans of BIO tags as (role, first, last): ["B-cue", "I-cue", "O", "I-cue"] holds one, ("cue", 0, 1)."""
    found: list[TagSpan] = []
    role = None
    for at, tag in enumerate(tags):
        if tag.startswith("B-"):
            role = tag[2:]
            found.append((role, at, at))
        elif role is not None and tag == f"I-{role}":
            found[-1] = (role, found[-1][1], at)
        else:
            role = None
    return found


def marks(articles: Iterable[Article], tag: Tag) -> list[Mark]:
    """Marks of each article's spans, exactly (`source`) and by word (`source.words`)."""
    found: list[Mark] = []
    for article in articles:
        read = tag([paragraph.forms for paragraph in article.paragraphs])
        for number, (paragraph, tags) in enumerate(zip(article.paragraphs, read, strict=True)):
            found += _paragraph_marks(f"{article.id}:{number}", paragraph, tags)
    return found


def _paragraph_marks(where: str, paragraph: Tagged, tags: Sequence[str]) -> list[Mark]:
    gold, read = spans(paragraph.tags), spans(tags)
    found = []
    for role in ROLES:
        want, got = ({span for span in side if span[0] == role} for side in (gold, read))
        missed, invented = (paragraph.wording(side) for side in (want - got, got - want))
        found.append(Mark(role, float(len(want & got)), float(len(want)), float(len(got)), where, missed, invented))
        inside, told = ({at for _, a, b in side for at in range(a, b + 1)} for side in (want, got))
        found.append(Mark(f"{role}.words", float(len(inside & told)), float(len(inside)), float(len(told)), where))
    return found
