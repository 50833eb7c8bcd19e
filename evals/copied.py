"""Copies made of real articles, of which it is known what they are copies of.

An article is cut, its sentences are put in another order by the paragraph, it is given another headline and another
outlet's furniture, its quotation marks and dashes are changed, and one word in ten or in five is replaced: by one of
the same meaning where `synonyms.yaml` has it, and by some other word of that table until enough are. All by a seed.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import yaml

from sayso.clean.document import document
from sayso.model.document import Document, Media, Page
from sayso.model.problem import Problem

SYNONYMS = Path(__file__).with_name("synonyms.yaml")
PARAGRAPH = 3
"""Sentences that stay together when the order is changed."""

_SENTENCE = re.compile(r"(?<=[.!?])[\"”’]?\s+(?=[\"“‘A-Z])|\n+")
_WORD = re.compile(r"[^\W\d_]+")
_MARKS = (("“", '"'), ("”", '"'), ("’", "'"), (" – ", " -- "), (" — ", " - "), ("…", "..."))
_HEADLINES = (
    "What we know so far about the day's events", "Night of fire as the fighting goes on", "The war in brief",
    "A day of losses on the line", "Fresh reports from the front", "Anger and grief after a long day",
    "Both sides trade blame",
)  # fmt: skip
_OUTLETS = ("Karsk Gazette", "Tarn Herald", "Belomir Post", "The Ilva Courier", "Port Sele Mirror", "Radio Norhaven")
_FEET = ("Share this article", "Sign up for our evening letter", "Click to comment", "- Advertisement -", "Read more")

Make = Callable[[str, random.Random], str]


@dataclass(frozen=True, slots=True)
class Made:
    """A document that was made of another, and how; `whole` where no sentence of it was cut away."""

    document: Document
    source: str
    how: str
    whole: bool


def sentences(text: str) -> list[str]:
    """A text in pieces that end as sentences or lines do."""
    return [piece.strip() for piece in _SENTENCE.split(text) if piece.strip()]


def cut(text: str, rng: random.Random, kept: float = 0.5) -> str:
    """A stretch of an article, or its beginning, as an editor short of room leaves it."""
    pieces = sentences(text)
    count = max(round(len(pieces) * kept), min(4, len(pieces)))
    start = rng.choice((0, 0, rng.randrange(len(pieces) - count + 1)))
    return "\n".join(pieces[start : start + count])


def reordered(text: str, rng: random.Random) -> str:
    """An article with its paragraphs in another order."""
    pieces = sentences(text)
    blocks = [pieces[at : at + PARAGRAPH] for at in range(0, len(pieces), PARAGRAPH)]
    rng.shuffle(blocks)
    return "\n\n".join("\n".join(block) for block in blocks)


def reworded(text: str, rng: random.Random, rate: float = 0.1) -> str:
    """An article with a share of its words replaced, and its quotation marks and dashes changed."""
    table = _synonyms()
    places = [found.span() for found in _WORD.finditer(text)]
    known = [span for span in places if text[slice(*span)].lower() in table]
    rng.shuffle(known)
    wanted = round(len(places) * rate)
    chosen = known[:wanted]
    if len(chosen) < wanted:
        rest = sorted(set(places) - set(chosen))
        chosen += rng.sample(rest, min(wanted - len(chosen), len(rest)))
    every = sorted(table)
    for start, end in sorted(chosen, reverse=True):
        word = text[start:end]
        others = table.get(word.lower()) or (rng.choice(every),)
        other = rng.choice(others)
        text = text[:start] + (other.capitalize() if word[0].isupper() else other) + text[end:]
    for mark, other in _MARKS:
        text = text.replace(mark, other)
    return text


def headed(text: str, rng: random.Random) -> str:
    """An article under another headline, on another outlet's page."""
    outlet, headline, foot = rng.choice(_OUTLETS), rng.choice(_HEADLINES), rng.sample(_FEET, 2)
    return "\n\n".join((outlet, headline, text, *foot))


HOW: dict[str, tuple[Make, ...]] = {
    "headed": (headed,),
    "cut": (cut, headed),
    "reordered": (reordered, headed),
    "one word in ten": (reworded, headed),
    "one word in five": (lambda text, rng: reworded(text, rng, 0.2), headed),
    "all of it": (cut, reordered, lambda text, rng: reworded(text, rng, 0.15), headed),
    "cut to a third, one word in five": (
        lambda text, rng: cut(text, rng, 1 / 3), lambda text, rng: reworded(text, rng, 0.2), headed,
    ),
}  # fmt: skip
"""The ways in which copies are made, each a few makings one after another."""


def made(source: Document, how: str, seed: str) -> Made | None:
    """A copy of an article; None where cleaning finds no text in it."""
    rng, text = random.Random(f"{seed} {source.id} {how}"), source.text
    for make in HOW[how]:
        text = make(text, rng)
    found = cleaned(f"{source.id}-{how.replace(' ', '-')}-{seed}.txt", text)
    return None if found is None else Made(found, source.id, how, "cut" not in how and cut not in HOW[how])


def cleaned(location: str, text: str) -> Document | None:
    """A text as a document, cleaned as any page is; None where nothing is left of it."""
    page = Page(location, text.encode("utf-8", "replace"), Media.TEXT, None, datetime(2024, 1, 1, tzinfo=UTC), "evals")
    found = document(page)
    return None if isinstance(found, Problem) else found


@cache
def _synonyms() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for words in yaml.safe_load(SYNONYMS.read_text(encoding="utf-8")):
        for word in words:
            table.setdefault(word, []).extend(other for other in words if other != word)
    return {word: tuple(dict.fromkeys(others)) for word, others in table.items()}
