"""Scoring the light in which a target is shown: negative, neutral or positive, macro F1 over the three.

The gold is NewsMTSC's (Hamborg and Donnay, EACL 2021): `text` and `targets`, each with `start`, `end` and `polarity`.
Each text is read by itself, and each target counts once as often as it stands in the file, as in the paper.

    "Ostrel's army shelled the market in Tarn, residents say": negative toward "Ostrel's army"

Known limit: a target is the words that its characters touch; an edge inside a word is the word's.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from evals.encoded import Read
from evals.judged import Judged
from evals.labels import POLARITIES
from evals.lines import Row, records, span_of, text_of, words_of
from sayso.encoder.words import CLOSING, OPENING, Word, cut
from sayso.model.problem import Problem

FORM = "A line has text and targets, each with start, end and polarity (negative, neutral, positive)."


@dataclass(frozen=True, slots=True)
class Target:
    """The words toward which a light is cast, from `first` to `last`, and the gold's word for it."""

    first: int
    last: int
    polarity: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One text, as words, with its targets."""

    where: str
    forms: tuple[str, ...]
    targets: tuple[Target, ...]


def load(path: Path, every_fourth: bool = False) -> tuple[list[Sentence], list[Problem]]:
    """The sentences of a file, and a row for each line that is none."""
    return records(path, lambda row, number: _sentence(row, f"{path.name}:{number}"), FORM, every_fourth)


def _sentence(row: Row, where: str) -> Sentence:
    text = text_of(row["text"])
    words = cut(text)
    return Sentence(where, tuple(word.form for word in words), tuple(_target(t, text, words) for t in row["targets"]))


def _target(target: Row, text: str, words: tuple[Word, ...]) -> Target:
    polarity = target["polarity"]
    if polarity not in POLARITIES:
        raise ValueError(f"polarity {polarity}")
    start, end = span_of(text, target["start"], target["end"], "target")
    inside = [at for at, word in enumerate(words) if word.start < end and word.end > start]
    if not inside:
        raise ValueError(f"no word at {start}-{end}")
    return Target(inside[0], inside[-1], polarity)


def judge(sentences: Iterable[Sentence], read: Read) -> list[Judged]:
    """The most probable light toward every target beside the gold's."""
    found = []
    for sentence in sentences:
        reading = read([sentence.forms])
        for target in sentence.targets:
            chances = reading.light(0, target.first, target.last)
            best = max(zip(chances, POLARITIES, strict=True), key=lambda pair: pair[0])[1]
            kinds = {
                "targets": "one" if len(sentence.targets) == 1 else "several",
                "mention": _mention(sentence.forms[target.first : target.last + 1]),
                "place": "in quotation marks" if _quoted(sentence.forms, target.first) else "outside",
                "length": "30 words or more" if len(sentence.forms) >= 30 else "shorter",
            }
            found.append(Judged(sentence.where, _shown(sentence.forms, target), target.polarity, best, kinds))
    return found


def _mention(forms: tuple[str, ...]) -> str:
    said = [form for form in forms if form[0].isalpha()]
    if said and all(form.lower() in words_of("pronouns") for form in said):
        return "pronoun"
    return "name" if any(form[0].isupper() and form.lower() != "the" for form in said) else "other"


def _quoted(forms: tuple[str, ...], at: int) -> bool:
    before = [form for form in forms[: at + 1] if form in (OPENING, CLOSING)]
    return bool(before) and before[-1] == OPENING


def _shown(forms: tuple[str, ...], target: Target) -> str:
    before, after = forms[: target.first], forms[target.last + 1 :]
    return " ".join((*before, "[", *forms[target.first : target.last + 1], "]", *after))
