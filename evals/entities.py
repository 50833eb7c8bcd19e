"""Scoring entities: bare names, and military matter, by span and type.

Three forms of gold, told apart by their keys:

    tokens, tags      Universal NER's and WNUT's lines, scored on the tokens as given, as PER, ORG and LOC; neighbouring
                      lines of one `doc` are read together
    text, entities    re3d's documents, titles within the span; of entities that overlap the longest counts
    and genre         GUM's documents, by the bare names within their phrases (`evals.gum`)

The measure is the shared tasks': a span counts when its type, first and last word equal a gold span's, micro over the
file. `all` is made of PER, ORG and LOC, or of re3d's persons, organisations, locations and military types; its other
types stand apart. Labels become ours by the tables of `evals.labels`.

    "Colonel Adan Brel said in Karsk": LOC Karsk, PER Adan Brel in Universal NER; Person Colonel Adan Brel in re3d

Known limit: documents are compared on words as sayso cuts them, so a gold edge inside a word is taken to be the word's,
and of two entities in one word ("Varnia-Ostrel") the first counts.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals import gum
from evals.attribution import TREEBANK, Owner, Tagged, TagSpan, owned, spans
from evals.encoded import Read
from evals.labels import GUM, MILITARY, NAMES, RE3D, UNER, WNUT, Table
from evals.lines import Row, neighbours, records, span_of, text_of, tokens_of
from evals.tally import Mark, Score, Scores
from sayso.encoder.heads import MATTERS
from sayso.encoder.words import CLOSING, OPENING
from sayso.model.problem import Problem

FORM = "A line has tokens, tags (Universal NER, WNUT), or text, entities (re3d), or these and genre, sentences (GUM)."
ALL = "all"
# Universal NER's and WNUT's lines have the same keys and no label in common.
_TOKEN_LABELS: Table = {**UNER, **WNUT}

Entity = tuple[int, int, str]
Kind = Callable[["Compared", TagSpan], str]


@dataclass(frozen=True, slots=True)
class Document:
    """The paragraphs that are read together, and by which head: `names` or `matter`."""

    id: str
    head: str
    genre: str
    paragraphs: tuple[Tagged, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """One paragraph's spans in the gold and in the reading."""

    where: str
    head: str
    genre: str
    words: Tagged
    gold: frozenset[TagSpan]
    read: frozenset[TagSpan]


def load(path: Path, alone: bool = False, every_fourth: bool = False) -> tuple[list[Document], list[Problem]]:
    """The documents of a file, and a row for each line that is none; `alone` makes every token line its own."""

    def parse(row: Row, number: int) -> tuple[str, Document]:
        found = _document(row, number)
        joined = "tags" in row and "doc" in row and not alone
        return (f"doc {row['doc']}" if joined else str(number)), found

    parts, problems = records(path, parse, FORM, every_fourth)
    runs = neighbours(parts)
    return [
        Document(run[0].id, run[0].head, run[0].genre, tuple(p for d in run for p in d.paragraphs)) for run in runs
    ], problems


def _document(row: Row, number: int) -> Document:
    name = str(row.get("id", number))
    if "tags" in row:
        genre = name.split("-", 1)[0] if "doc" in row and "-" in name else "any"
        return Document(str(row.get("doc", name)), "names", genre, (_token_line(row),))
    if "entities" not in row:
        raise ValueError("neither tags nor entities in it")
    text = text_of(row["text"])
    if "genre" in row:
        return Document(name, "names", str(row["genre"]), _tagged(text, _names(text, row)))
    return Document(name, "matter", str(row.get("outlet", "any")), _tagged(text, _matters(text, row)))


def _token_line(row: Row) -> Tagged:
    tokens, tags = tokens_of(row, "tags")
    return Tagged(_forms(tokens), tuple(_tag(tag) for tag in tags))


def _tag(tag: str) -> str:
    edge, _, label = tag.partition("-")
    if tag != "O" and (edge not in ("B", "I") or label not in _TOKEN_LABELS):
        raise ValueError(f"tag {tag}")
    ours = _TOKEN_LABELS[label] if label else None
    return f"{edge}-{ours}" if ours else "O"


def _forms(tokens: Iterable[str]) -> tuple[str, ...]:
    """Treebank escapes as the marks that stand in a text; straight quotation marks open and close in turn."""
    forms, opened = [], False
    for token in tokens:
        form = TREEBANK.get(token, token)
        if form == '"':
            form, opened = (CLOSING if opened else OPENING), not opened
        forms.append(form)
    return tuple(forms)


def _span(entity: Row, text: str, table: Table) -> Entity | None:
    """The entity under our label; None where its label has no counterpart."""
    label = entity["type"]
    start, end = span_of(text, entity["start"], entity["end"], label)
    if label not in table:
        raise ValueError(f"type {label}")
    ours = table[label]
    return (start, end, ours) if ours else None


def _matters(text: str, row: Row) -> list[Entity]:
    found = (_span(entity, text, RE3D) for entity in row["entities"])
    return [entity for entity in found if entity]


def _names(text: str, row: Row) -> list[Entity]:
    opening = {start for start, _ in row["sentences"]}
    found = []
    for entity in row["entities"]:
        ours = _span(entity, text, GUM)
        if ours:
            at, linked = ours[0], bool(entity.get("wiki"))
            name = gum.name_in(text, at, ours[1], entity["type"], at in opening, linked)
            if name:
                found.append((*name, ours[2]))
    return found


def _tagged(text: str, entities: Sequence[Entity]) -> tuple[Tagged, ...]:
    """The text's paragraphs as words and BIO tags; an entity that overlaps a longer one is left out."""
    owners: dict[int, Owner] = {}
    for number, (start, end, label) in sorted(enumerate(entities), key=lambda each: each[1][0] - each[1][1]):
        if not any(at in owners for at in range(start, end)):
            owners.update(dict.fromkeys(range(start, end), (label, number)))
    return owned(text, owners)


def compare(documents: Iterable[Document], read: Read) -> list[Compared]:
    """Every paragraph of the gold beside what its head reads there."""
    found = []
    for document in documents:
        reading = read([paragraph.forms for paragraph in document.paragraphs])
        every = reading.names if document.head == "names" else reading.matter
        for number, (words, tags) in enumerate(zip(document.paragraphs, every, strict=True)):
            gold, got = frozenset(spans(words.tags)), frozenset(spans(tags))
            found.append(Compared(f"{document.id}:{number}", document.head, document.genre, words, gold, got))
    return found


def counted(head: str) -> tuple[str, ...]:
    """The types that `all` is made of."""
    return NAMES if head == "names" else MILITARY


def marks(compared: Iterable[Compared]) -> list[Mark]:
    """Marks of `all` and of each type; the types that `all` is not made of come after it."""
    found: list[Mark] = []
    for each in compared:
        own = counted(each.head)
        types = own if each.head == "names" else (*own, *(kind for kind in MATTERS if kind not in own))
        found.append(_mark(ALL, own, each, shown=False))
        found += [_mark(kind, (kind,), each, shown=True) for kind in types]
    return found


def _mark(field: str, kinds: Sequence[str], each: Compared, shown: bool) -> Mark:
    gold, read = ({span for span in side if span[0] in kinds} for side in (each.gold, each.read))
    missed, invented = (each.words.wording(side) for side in (gold - read, read - gold))
    score = Score(float(len(gold & read)), float(len(gold)), float(len(read)))
    wording = (missed, invented) if shown else (None, None)
    return Mark(field, score.right, score.gold, score.read, each.where, *wording)


def by_kind(compared: Sequence[Compared]) -> dict[str, Scores]:
    """What `all` is made of, by the length of names, their capitals, whether the paragraph names more, and genre."""
    return {name: _sliced(compared, kind) for name, kind in _KINDS.items()}


def _sliced(compared: Iterable[Compared], kind: Kind) -> Scores:
    found: Counter[tuple[str, str]] = Counter()
    for each in compared:
        own = counted(each.head)
        for side, those in (("gold", each.gold), ("read", each.read), ("right", each.gold & each.read)):
            found.update((kind(each, span), side) for span in those if span[0] in own)
    names = sorted({name for name, _ in found})
    return {name: Score(*(float(found[name, side]) for side in ("right", "gold", "read"))) for name in names}


def _length(_: Compared, span: TagSpan) -> str:
    return ("one word", "two words", "three words or more")[min(span[2] - span[1], 2)]


def _capitals(each: Compared, span: TagSpan) -> str:
    wording = "".join(each.words.forms[span[1] : span[2] + 1])
    if wording == wording.lower():
        return "none"
    return "throughout" if wording == wording.upper() else "some"


def _company(each: Compared, _: TagSpan) -> str:
    return "alone" if len(each.gold) <= 1 else "among others"


def _genre(each: Compared, _: TagSpan) -> str:
    return each.genre


_KINDS: Mapping[str, Kind] = {"length": _length, "capitals": _capitals, "company": _company, "genre": _genre}


def faults(compared: Iterable[Compared]) -> dict[str, int]:
    """How often each fault is made: the type or the edges alone are wrong, a name is missed, one is invented."""
    found = dict.fromkeys(("other type", "other edges", "missed", "invented"), 0)
    for each in compared:
        own = counted(each.head)
        gold, read = ([span for span in side if span[0] in own] for side in (each.gold, each.read))
        for span in gold:
            if span not in read:
                found[_fault(span, read)] += 1
        found["invented"] += sum(not any(_touch(span, other) for other in gold) for span in read)
    return found


def _fault(span: TagSpan, read: Iterable[TagSpan]) -> str:
    near = [other for other in read if _touch(span, other)]
    if any(other[1:] == span[1:] for other in near):
        return "other type"
    return "other edges" if near else "missed"


def _touch(one: TagSpan, other: TagSpan) -> bool:
    return one[1] <= other[2] and other[1] <= one[2]
