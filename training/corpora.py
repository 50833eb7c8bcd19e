"""The corpora as one thing: articles of paragraphs of words, each word with a tag.

Two conventions are told apart by the first word piece of a window: POLNEAR's, and GUIDE's (the
project's own gold, by sentence). A corpus keeps its order, so that windows can hold neighbours.
"""

import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from sayso.encoder.words import CLOSING, OPENING, cut
from sayso.read.segment import paragraphs

SHARED = Path(__file__).parents[2] / "shared"
TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
TREEBANK = {"``": OPENING, "''": CLOSING, "`": "‘", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "--": "—"}
HELD_OUT_EVERY = 4

Paragraph = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Article:
    """An article's paragraphs, each a pair of word forms and tags, and the convention of its tags."""

    id: str
    paragraphs: tuple[Paragraph, ...]
    convention: str


def cofenet(path: Path) -> list[Article]:
    """CofeNet's token lines; consecutive lines of one id are one article."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]
    return [
        Article(key, tuple((_forms(r["tokens"]), tuple(r["labels"])) for r in group), "polnear")
        for key, group in groupby(rows, key=lambda r: r["id"])
    ]


def _forms(tokens: list[str]) -> tuple[str, ...]:
    return tuple(TREEBANK.get(t, t) for t in tokens)


def gold(held_out: bool) -> list[Article]:
    """The annotated articles of gold-train: every fourth is held out."""
    found = []
    for bundle in sorted((SHARED / "gold-train").iterdir()):
        if not bundle.is_dir():
            continue
        names = sorted(p.stem for p in (bundle / "gold").glob("*.json") if p.stem != "across")
        for i, name in enumerate(names):
            if (i % HELD_OUT_EVERY == HELD_OUT_EVERY - 1) == held_out:
                text = (bundle / "articles" / f"{name}.txt").read_text(encoding="utf8")
                marks = json.loads((bundle / "gold" / f"{name}.json").read_text(encoding="utf8"))
                found.append(_gold_article(name, text, marks))
    return found


def _gold_article(name: str, text: str, marks: dict) -> Article:
    sys.path.insert(0, str(SHARED / "tools"))
    from score import Raw, gold_positions

    raw = Raw(text)
    tag_at: dict[int, tuple[str, int]] = {}
    for n, st in enumerate(marks["statements"]):
        if st["voice"] == "outlet":
            continue
        content = gold_positions(raw, st, "content")
        near = min(content, default=None)
        for kind in ("content", "cue", "source"):
            for i in gold_positions(raw, st, kind, near):
                tag_at.setdefault(i, (kind, n))
    by_char = {}
    for i, (kind, n) in tag_at.items():
        for c in range(raw.words[i][1], raw.words[i][2]):
            by_char[c] = (kind, n)
    rows = []
    for start, end in paragraphs(text):
        words = cut(text[start:end])
        roles = [by_char.get(start + w.start) or by_char.get(start + w.end - 1) for w in words]
        roles = _filled(words, roles)
        rows.append((tuple(w.form for w in words), _tags(words, roles)))
    return Article(name, tuple(rows), "guide")


def _filled(words, roles):
    """Marks between two words of one span belong to it, and so does a mark that opens or closes it."""
    roles = list(roles)
    n = len(roles)
    i = 0
    while i < n:
        if roles[i] is None:
            j = i
            while j < n and roles[j] is None and not words[j].form[0].isalnum():
                j += 1
            before, after = roles[i - 1] if i else None, roles[j] if j < n else None
            if (j > i and before and before == after) or (
                j > i and before and after and before[0] == after[0] == "content"
            ):
                roles[i:j] = [before] * (j - i)
            else:
                if j > i and after and after[0] == "content" and words[j - 1].form in (OPENING, "'", "‘"):
                    roles[j - 1] = after
                if j > i and before and before[0] == "content":
                    for k in range(i, j):
                        if words[k].form == CLOSING and roles[k] is None:
                            roles[i : k + 1] = [before] * (k + 1 - i)
                            break
            i = max(j, i + 1)
        else:
            i += 1
    return roles


def _tags(words, roles) -> tuple[str, ...]:
    """BIO; a content that directly follows another is one span with it, as in PolNeAR."""
    tags, before = [], None
    for role in roles:
        if role is None:
            tags.append("O")
        else:
            inside = before is not None and before[0] == role[0] and (before == role or role[0] == "content")
            tags.append(("I-" if inside else "B-") + role[0])
        before = role
    return tuple(tags)


def roughened(paragraph: Paragraph, chance: random.Random) -> Paragraph:
    """The same paragraph as careless collectors leave it: no commas or quotation marks, or dashes for quotes."""
    forms, tags = list(paragraph[0]), list(paragraph[1])
    roll = chance.random()
    if roll < 0.03:
        return _without(forms, tags, {",", OPENING, CLOSING, "’", "'"})
    if roll < 0.06 and forms[0] == OPENING and CLOSING in forms:
        forms[0] = "–"
        forms[forms.index(CLOSING)] = "–"
        return tuple(forms), tuple(tags)
    if roll < 0.09:
        swap = {OPENING: "‘", CLOSING: "’"} if chance.random() < 0.5 else {OPENING: "'", CLOSING: "'"}
        return tuple(swap.get(f, f) for f in forms), tuple(tags)
    return paragraph


def _without(forms: list[str], tags: list[str], marks: set[str]) -> Paragraph:
    kept, labels, opened = [], [], None
    for form, tag in zip(forms, tags, strict=True):
        if form in marks:
            opened = tag[2:] if tag.startswith("B-") else (opened if tag.startswith("I-") else None)
            continue
        if opened and tag == f"I-{opened}":
            tag = f"B-{opened}"
        opened = None
        kept.append(form)
        labels.append(tag)
    return (tuple(kept), tuple(labels)) if kept else (tuple(forms), tuple(tags))


def windows(
    articles: list[Article], sizes: dict[int, int], limit: int, chance: random.Random | None
) -> Iterator[tuple[str, list[Paragraph]]]:
    """Runs of paragraphs of one article that fit into `limit` word pieces; with chance, cut shorter at random.

    `sizes` holds, by `id()` of a paragraph, the word pieces it needs.
    """
    for article in articles:
        room = limit if chance is None else chance.choice((48, 128, limit, limit, limit))
        run, used = [], 0
        for paragraph in article.paragraphs:
            size = sizes[id(paragraph)]
            if run and used + size > room:
                yield article.convention, run
                run, used = [], 0
                room = limit if chance is None else chance.choice((48, 128, limit, limit, limit))
            run.append(paragraph)
            used += size
        if run:
            yield article.convention, run
