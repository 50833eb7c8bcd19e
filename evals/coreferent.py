"""ECB+ for filing claims: sentences of news that tell of one event, and of others of its kind, read as any article is.

Two statements are one where the events that they tell of are mostly one by the gold, two where none is, and left out
where a part is. A topic has two events of one kind (two actors go into rehab), which are the hard ones to tell apart.
Every fourth topic is unread: it is scored on and never fitted on. Limit: one event is less than one claim, since a
claim is also what is said of it; and few topics are of war.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from evals.quotes import Row
from sayso.model.filed import Filed
from sayso.model.problem import Problem
from sayso.read.reader import read
from sayso.workspace import reading_of_bytes

FOLDER = Path("../shared/data/ecbplus")
EVERY = 4

_OPENING, _CLOSING = frozenset(("“", "(", "$")), frozenset((",", ".", ";", ":", "!", "?", "”", ")", "%", "n't"))
_QUOTES = {"``": "“", "''": "”"}


@dataclass(frozen=True, slots=True)
class Told:
    """A statement, and the events that its words mention, by the gold's clusters."""

    filed: Filed
    events: frozenset[str]


@dataclass(frozen=True, slots=True)
class Topic:
    """What the articles of one topic tell; `unread` is never fitted on."""

    name: str
    told: tuple[Told, ...]
    unread: bool

    def pairs(self) -> Iterator[tuple[Filed, Filed, bool]]:
        """Pairs that tell of one event, or of none in common."""
        for a, b in combinations(sorted(self.told, key=lambda each: each.filed.statement.id), 2):
            both = len(a.events & b.events)
            if not both:
                yield a.filed, b.filed, False
            elif both * 2 >= min(len(a.events), len(b.events)) and both * 3 >= max(len(a.events), len(b.events)):
                yield a.filed, b.filed, True


def topics(folder: Path = FOLDER, *, unread: bool | None = None) -> list[Topic]:
    """The topics of a folder, read; only those unread, or only the others, if that is asked for."""
    rows = [json.loads(line) for path in sorted(folder.glob("*.jsonl")) for line in path.read_text().splitlines()]
    names = sorted({str(row["topic"]) for row in rows}, key=int)
    found = []
    for at, name in enumerate(names):
        held = at % EVERY == EVERY - 1
        if unread is None or held == unread:
            told = tuple(each for row in rows if str(row["topic"]) == name for each in told_in(row))
            found.append(Topic(name, told, held))
    return found


def told_in(row: Row) -> list[Told]:
    """The statements of an article that stand in its validated sentences and tell of an event."""
    text, starts = _laid_out(row)
    reading = reading_of_bytes(text.encode(), f"{row['id']}.txt")
    if isinstance(reading, Problem) or reading.document.text != text:
        return []
    selected = [sentence for sentence in row["sentences"] if sentence["selected"]]
    valid = {at for each in selected for at in range(each["first"], each["last"] + 1)}
    events = {
        starts[mention["tokens"][0]]: str(mention.get("coref") or f"{row['id']} {mention['id']}")
        for mention in row["mentions"]
        if "ACTION" in mention["class"] and "REPORTING" not in mention["class"] and mention["tokens"][0] in valid
    }
    found = []
    for each in read(reading.document):
        inside = {name for at, name in events.items() if any(a <= at < b for a, b in each.statement.content)}
        if inside:
            found.append(Told(each, frozenset(inside)))
    return found


def _laid_out(row: Row) -> tuple[str, Mapping[int, int]]:
    """The article as text, a paragraph a sentence, and where each token begins."""
    text, starts = "", {}
    for sentence in row["sentences"]:
        text += "\n\n" if text else ""
        for at in range(sentence["first"], sentence["last"] + 1):
            token = _QUOTES.get(row["tokens"][at], row["tokens"][at])
            glued = not text or text[-1] in _OPENING or text[-1] == "\n" or token in _CLOSING or token[0] in "'’"
            text += token if glued else f" {token}"
            starts[at] = len(text) - len(token)
    return text, starts
