"""Scoring event types: which of PLOVER's types a text that reports an act is about.

Two forms of gold, told apart by their keys, each with the codebook it was made with (`evals.labels`):

    text, event       PLOVER's gold records: a sentence, 18 types of version 0.5
    text, label       machine-written stories: a title, a text, 16 types of the later codebook, and modes

Each text is read by itself and whole; the words that the gold marks as the event's are not given. What the words say
by our rules and what the network says both count; the chances of classes that are one type in the file's codebook are
added. Every record reports an act, so NONE is never the answer;
how often the network would have said so shows under "by act".

    "Ostrel's envoy demanded the release of the crew": REQUEST for us, DEMAND in version 0.5

Known limit: a story is read by its title and the words at its head, as a desk files it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from evals.encoded import Read
from evals.judged import Judged
from evals.labels import PLOVER_16, PLOVER_18
from evals.lines import Row, records, text_of
from sayso.encoder.heads import EVENTS
from sayso.encoder.words import cut
from sayso.model.problem import Problem
from sayso.read.events import class_of
from sayso.read.segment import paragraphs

FORM = "A line has text and event (PLOVER 0.5's 18 types), or text and label (the later codebook's 16)."
NO_ACT = "NONE"
HEAD_OF_STORY = 60

Codebook = Mapping[str, str]
Forms = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What is read together to tell one act, as word forms; its type, and the codebook that the type is of."""

    where: str
    paragraphs: tuple[Forms, ...]
    type: str
    codebook: Codebook
    mode: str


def load(path: Path, every_fourth: bool = False) -> tuple[list[Report], list[Problem]]:
    """The reports of a file, and a row for each line that is none."""
    return records(path, _report, FORM, every_fourth)


def _report(row: Row, number: int) -> Report:
    text = text_of(row["text"])
    shown: tuple[Forms, ...]
    if "event" in row:
        type_, codebook, shown = row["event"], PLOVER_18, (_forms(text),)
    elif "label" in row:
        head = _forms(" ".join(text[start:end] for start, end in paragraphs(text)))[:HEAD_OF_STORY]
        type_, codebook, shown = row["label"], PLOVER_16, (head,)
        if row.get("title"):
            shown = (_forms(text_of(row["title"])), head)
    else:
        raise ValueError("neither event nor label in it")
    if type_ not in codebook.values():
        raise ValueError(f"type {type_}")
    mode = row.get("mode")
    return Report(str(row.get("id", number)), shown, type_, codebook, f"{type_} {mode}" if mode else "none given")


def _forms(text: str) -> Forms:
    return tuple(word.form for word in cut(text))


def types(reports: Iterable[Report]) -> tuple[str, ...]:
    """Every type of the codebooks met."""
    return tuple(dict.fromkeys(type_ for report in reports for type_ in report.codebook.values()))


def judge(reports: Iterable[Report], read: Read) -> list[Judged]:
    """The best type of each report beside the gold's."""
    found = []
    for report in reports:
        reading = read(report.paragraphs)
        every = [reading.event(at, 0, len(forms) - 1) for at, forms in enumerate(report.paragraphs)]
        chances = [sum(those) / len(every) for those in zip(*every, strict=True)]
        first = EVENTS[chances.index(max(chances))]
        kinds = {"act": "no act" if first == NO_ACT else "an act", "mode": report.mode}
        texts = [" ".join(forms) for forms in report.paragraphs]
        type_ = class_of(". ".join(texts), chances, report.codebook)
        found.append(Judged(report.where, " | ".join(texts), report.type, type_, kinds))
    return found
