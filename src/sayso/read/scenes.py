"""Scenes: which of the places in reach of a statement it is about.

"Residents fled Karsk, in Ostrel's north": Karsk. A government that goes by its capital's name ("Moscow said") is no
scene, nor is a state that acts (`scene_roles`). A statement that names no scene has one that was named before, where
it seems to go on about what happened there (`scene_memory`). Limit: a sentence that leaves for another scene without
naming it is taken to stay.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from sayso.lexicon.gazetteer import fold
from sayso.model.span import Span, Spans
from sayso.model.statement import Place
from sayso.read.scene_memory import recalled
from sayso.read.scene_roles import LISTED, is_state, role


def of_statement(
    text: str, sentence: Span, content: Spans, mentions: Sequence[Place], before: tuple[Place, ...]
) -> tuple[Place, ...]:
    """Where it is said to be so: the places of the content; where it sets no scene, one that the text set before.

    `mentions` are those of the whole text, in its order; `before` is what this function answered for the statement just
    before (empty where that had no place).
    """
    inside = [place for start, end in content for place in between(mentions, start, end)]
    return (
        named(text, sentence, inside)
        or led_to(text, sentence, content, mentions)
        or recalled(text, sentence, content, mentions, before)
    )


_RELATIVE = re.compile(r"\W*(?:where|(?:from|in|at|to|on|near|inside|through)\s(?:where|which))\b", re.I)
"""A content that is a relative clause of place: "…, Karsk, where 12 people were killed"."""

_HEAD = 24
"""Characters between a place and the relative clause that is about it."""


def led_to(text: str, sentence: Span, content: Spans, mentions: Sequence[Place]) -> tuple[Place, ...]:
    """The place right before a content that begins with "where" or "from which"."""
    start = content[0][0]
    if not _RELATIVE.match(text, start):
        return ()
    known = [place for place in between(mentions, sentence[0], start) if place.span[1] >= start - _HEAD]
    return tuple(known[-1:])


def between(mentions: Sequence[Place], start: int, end: int) -> Sequence[Place]:
    at = bisect_left(mentions, start, key=lambda place: place.span[0])
    return mentions[at : bisect_left(mentions, end, key=lambda place: place.span[0])]


def named(text: str, sentence: Span, inside: Sequence[Place]) -> tuple[Place, ...]:
    """The places among these where something is said to be so, each name once; else where its people are from."""
    roles: list[tuple[Place, str]] = []
    for place in inside:
        roles.append((place, role(text, sentence[0], place, roles[-1] if roles else None)))
    for wanted in ("scene", "people"):
        chosen = {fold(place.text): place for place, found in reversed(roles) if found == wanted}
        if chosen:
            return _narrowed(text, sorted(chosen.values(), key=lambda place: place.span))
    return ()


def _narrowed(text: str, chosen: list[Place]) -> tuple[Place, ...]:
    """Without the states, where places inside states are named; a state stays that closes a place's address."""
    narrow = [place for place in chosen if not is_state(place) and (place.country or place.precision is None)]
    return tuple(place for place in chosen if not narrow or not is_state(place) or _holds(text, place, narrow))


def _holds(text: str, wide: Place, narrow: Sequence[Place]) -> bool:
    """Whether a state is named right after a place of its own: "Karsk, in eastern Ostrel"."""
    gaps = [text[one.span[1] : wide.span[0]] for one in narrow if 0 <= wide.span[0] - one.span[1] < 24]
    return any("," in gap or LISTED.fullmatch(gap) for gap in gaps)
