"""Scoring attribution: source, cue and content, exactly and by word.

Two forms of gold, told apart by their keys: PolNeAR documents (`text`, `attributions`) and
CofeNet's token lines (`tokens`, `labels`, `id`). The measure is CofeNet's (Wang et al., COLING
2022, "exact"): a predicted span counts when its label, first and last word equal a gold span's,
micro over the file; a stray I- without B- opens no span. By word (`source.words`): a word counts
when it carries the same role in both. Documents are compared on words as sayso cuts them, so a
gold edge inside a word is taken to be the word's.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.lines import Row, neighbours, records, span_of, text_of, tokens_of
from evals.tally import Mark
from sayso.encoder.words import CLOSING, OPENING, cut
from sayso.model.problem import Problem
from sayso.read.segment import paragraphs

FORM = "A line has text and attributions (PolNeAR), or tokens, labels and id (CofeNet)."
ROLES = ("source", "cue", "content")
FIELDS = (*ROLES, *(f"{role}.words" for role in ROLES))
TAGS = frozenset({"O", *(f"{edge}-{role}" for edge in "BI" for role in ROLES)})
# As in training/corpora.py: the Penn Treebank's escapes, as the marks that stand in a text.
TREEBANK = {"``": OPENING, "''": CLOSING, "`": "‘", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "--": "—"}

Paragraphs = Sequence[Sequence[str]]
Tag = Callable[[Paragraphs], list[list[str]]]
TagSpan = tuple[str, int, int]
Owner = tuple[str, int]


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
    parts, problems = records(path, lambda row, number: _article(row, number, alone), FORM)
    runs = neighbours(parts)
    return [Article(run[0].id, tuple(p for article in run for p in article.paragraphs)) for run in runs], problems


def _article(row: Row, number: int, alone: bool) -> tuple[str, Article]:
    """One line as an article, with the key by which neighbouring lines are joined."""
    if "tokens" in row:
        name = str(row["id"])
        return str(number) if alone else f"id {name}", Article(name, (_token_line(row),))
    if "text" in row:
        text = text_of(row["text"])
        return str(number), Article(str(row.get("id", number)), _document(text, row["attributions"]))
    raise ValueError("neither tokens nor text in it")


def _token_line(row: Row) -> Tagged:
    tokens, labels = tokens_of(row, "labels")
    strange = sorted(set(labels) - TAGS)
    if strange:
        raise ValueError(f"label {strange[0]}")
    return Tagged(tuple(TREEBANK.get(token, token) for token in tokens), tuple(labels))


def _document(text: str, attributions: Sequence[Row]) -> tuple[Tagged, ...]:
    owners: dict[int, Owner] = {}
    for number, attribution in enumerate(attributions):
        for role in ROLES:
            for start, end in attribution.get(role) or ():
                for at in range(*span_of(text, start, end, role)):
                    owners.setdefault(at, (role, number))
    return owned(text, owners)


def owned(text: str, owners: Mapping[int, Owner]) -> tuple[Tagged, ...]:
    """The text's paragraphs as words and BIO tags, from what owns each character: its label and its number.

    A word is of the first owner in it; each unbroken run of words of one owner is a span.
    """
    found = []
    for start, end in paragraphs(text):
        words, tags, before = cut(text[start:end]), [], None
        for word in words:
            mine = next((owners[at] for at in range(start + word.start, start + word.end) if at in owners), None)
            tags.append("O" if mine is None else f"{'I' if mine == before else 'B'}-{mine[0]}")
            before = mine
        found.append(Tagged(tuple(word.form for word in words), tuple(tags)))
    return tuple(found)


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
