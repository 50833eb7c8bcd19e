"""The corpora of attribution as one thing: articles of paragraphs of words, each word with a tag.

Two conventions are told apart by the first word piece of a window: POLNEAR's, and GUIDE's (the
project's own gold, by sentence). A corpus keeps its order, so that windows can hold neighbours.
"""

import json
import sys
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from evals import strange as annotated
from sayso.encoder.heads import ATTITUDES, EVENTS
from sayso.encoder.words import CLOSING, OPENING, cut
from sayso.read.quotes import dressed
from sayso.read.segment import paragraphs
from training.examples import Text, Told

SHARED = Path(__file__).parents[2] / "shared"
TREEBANK = {"``": OPENING, "''": CLOSING, "`": "‘", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "--": "—"}
HELD_OUT_EVERY = 4

# An event type of PLOVER's later codebook as the classes of the head that mean it.
WIDER = {"ASSAULT": ("ASSAULT", "FIGHT"), "ACCUSE": ("ACCUSE", "DISAPPROVE", "INVESTIGATE")}


@dataclass(frozen=True, slots=True)
class Article:
    """An article's paragraphs, and the convention of its tags."""

    id: str
    paragraphs: tuple[Text, ...]
    convention: str


def cofenet(path: Path) -> list[Article]:
    """CofeNet's token lines; consecutive lines of one id are one article."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]
    return [
        Article(key, tuple(Text(forms(r["tokens"]), {"attribution": tuple(r["labels"])}) for r in group), "polnear")
        for key, group in groupby(rows, key=lambda r: r["id"])
    ]


def forms(tokens: list[str]) -> tuple[str, ...]:
    """Treebank tokens as the marks that stand in a text."""
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


def strange() -> list[Article]:
    """Our own annotations of articles of ../shared/data, those of them that may be read (`evals.strange`)."""
    texts = annotated.texts(SHARED / "data")
    marks = [(p.stem, json.loads(p.read_text(encoding="utf8"))) for p in annotated.golds("read")]
    return [_gold_article(name, texts[name], annotated.unpacked(kept, texts[name])) for name, kept in marks]


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
    contents = [(st, gold_positions(raw, st, "content")) for st in marks["statements"]]
    by_char = {}
    for i, (kind, n) in tag_at.items():
        for c in range(raw.words[i][1], raw.words[i][2]):
            by_char[c] = (kind, n)
    rows = []
    for start, end in paragraphs(text):
        words = dressed(cut(text[start:end]), text, (start, end))
        roles = [by_char.get(start + w.start) or by_char.get(start + w.end - 1) for w in words]
        roles = _filled(words, roles)
        places = [(start + w.start, start + w.end) for w in words]
        told = tuple(t for st, at in contents for t in _told(st, [raw.words[i][1:] for i in at], places))
        rows.append(Text(tuple(w.form for w in words), {"attribution": _tags(words, roles)}, told))
    return Article(name, tuple(rows), "guide")


def _told(statement: dict, content: list[tuple[int, int]], places: list[tuple[int, int]]) -> list[Told]:
    """Event and attitude of a statement, for the words of its content in one paragraph."""
    starts = {start for start, _ in content}
    inside = [i for i, (a, b) in enumerate(places) if any(a <= s < b for s in starts)]
    if not inside or len(inside) * 2 < len(content):
        return []
    event, attitude = statement["event"] or "NONE", (statement["attitude"] or {}).get("polarity", "none")
    return [
        Told("event", inside[0], inside[-1], tuple(EVENTS.index(e) for e in WIDER.get(event, (event,)))),
        Told("attitude", inside[0], inside[-1], (ATTITUDES.index(attitude),)),
    ]


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
