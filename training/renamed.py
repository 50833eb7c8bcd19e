"""Names in other names' places: "Ann Varga of Tarn" where the corpus has another person of another town.

A corpus of a few thousand sentences has few names; shown in each other's places they teach what stands around a name
instead of the names themselves (mention replacement, Dai and Adel 2020).
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.encoder.heads import NAMES
from training.examples import Text

CHANCE = 0.3

Mentions = Mapping[str, Sequence[tuple[str, ...]]]


def mentions(articles: Iterable[Sequence[Text]]) -> Mentions:
    """Every name of some articles by its kind, as often as it is met."""
    found = defaultdict(list)
    for text in (t for article in articles for t in article):
        for first, last, kind in _spans(text):
            found[kind].append(text.forms[first : last + 1])
    return found


def renamed(text: Text, known: Mentions, chance: random.Random) -> Text:
    """The same text with some of its names replaced by others of their kind."""
    forms, tags, at = [], [], 0
    for first, last, kind in _spans(text):
        if chance.random() >= CHANCE:
            continue
        other = chance.choice(known[kind])
        forms += [*text.forms[at:first], *other]
        tags += [*text.tags["names"][at:first], NAMES.index(f"B-{kind}")]
        tags += [NAMES.index(f"I-{kind}")] * (len(other) - 1)
        at = last + 1
    return replace(
        text, forms=(*forms, *text.forms[at:]), tags={"names": (*map(int, tags), *map(int, text.tags["names"][at:]))}
    )


def _spans(text: Text) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for i, number in enumerate(text.tags["names"]):
        tag = NAMES[int(number)]
        if tag[0] == "B" or (tag[0] == "I" and not (found and found[-1][1] == i - 1 and found[-1][2] == tag[2:])):
            found.append((i, i, tag[2:]))
        elif tag[0] == "I":
            found[-1] = (found[-1][0], i, tag[2:])
    return found
