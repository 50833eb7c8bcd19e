"""Scenes remembered: the place named earlier that a statement without a scene of its own goes on about.

"A bomb hit a market in Karsk. At least 12 people were killed. The council condemned it." The second is set in Karsk,
the third nowhere. Each place named so far is weighed by a few things that can be read off the page: whether the
statement before was set there, how far back and how often it was named, whether the words tell of the ground or of
policy, whether "the city" can mean it. The weights are a table, `lexicon/scene_weights.yaml`, learnt by
`training/scenes.py`. Limit: what is meant is not understood; the table only says what mostly goes on.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.lexicon.gazetteer import fold
from sayso.lexicon.load import table
from sayso.model.span import Span, Spans, words_of
from sayso.model.statement import Place
from sayso.read.scene_roles import is_state, role

REACH = 40
"""Mentions looked back on."""

LIKELY = -0.4
"""Log odds from which a remembered place is the scene. Below zero, since a right place earns as much in F1 as a missed
one costs. Folders left out in turn, places F1 given annotated contents is 0.689 with -0.6 and 0.696 with -0.3, 0.66
with the rule before this (`python -m training.scenes`)."""

BESIDE = 0.3
"""How far below the likeliest scene another may be and still be one beside it: "in Karsk and Tarn"."""

MOST = 3
"""Remembered scenes a statement has at most."""

_SENTENCE = 160
"""Characters before a mention in which its sentence is looked for."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """A place named before: its last mention, how often it was named of late, and what speaks for or against it."""

    place: Place
    named: int
    signs: tuple[str, ...]


def recalled(
    text: str, sentence: Span, content: Spans, mentions: Sequence[Place], before: tuple[Place, ...]
) -> tuple[Place, ...]:
    """The likeliest of the places named so far, and those about as likely, likeliest first; none where none is likely.

    `before` are the places of the statement just before, `mentions` those of the whole text in its order.
    """
    return chosen(remembered(text, sentence, content, mentions, before), _weights())


def chosen(known: Sequence[Remembered], weights: Mapping[str, float]) -> tuple[Place, ...]:
    """The likeliest of these places by the weights of their signs, and those about as likely, likeliest first."""
    weighed = [(sum(weights.get(sign, 0.0) for sign in one.signs) + weights["always"], one.place) for one in known]
    likely = sorted((pair for pair in weighed if pair[0] > LIKELY), key=lambda pair: -pair[0])[:MOST]
    return tuple(place for weight, place in likely if weight > likely[0][0] - BESIDE)


def remembered(
    text: str, sentence: Span, content: Spans, mentions: Sequence[Place], before: tuple[Place, ...]
) -> tuple[Remembered, ...]:
    """The places named so far as scenes, the last named first, each with its signs."""
    earlier = _scenes_before(text, sentence, content, mentions)
    for place in before:
        earlier.setdefault(fold(place.text), [place])
    if not earlier:
        return ()
    words = words_of(text, content)
    said = _of_statement(words, _is_quoted(text, content), _inside(mentions, content))
    kinds = tuple(kind for kind, pattern in _KINDS.items() if pattern.search(words))
    kept = {fold(place.text) for place in before}
    total, most = sum(map(len, earlier.values())), max(map(len, earlier.values()))
    found = []
    for rank, (name, named) in enumerate(sorted(earlier.items(), key=lambda item: -item[1][-1].span[0])):
        signs = list(_of_place(text, sentence, content[0][0], named[-1], name in kept, len(before)))
        signs += _of_count(len(named), most, total, name in kept)
        signs += _of_kind(kinds, named[-1])
        if rank == 0:
            signs.append("named last")
        found.append(Remembered(named[-1], len(named), (*signs, *said)))
    return tuple(found)


def _scenes_before(text: str, sentence: Span, content: Spans, mentions: Sequence[Place]) -> dict[str, list[Place]]:
    """The mentions as scenes of late and in the rest of the sentence, by name."""
    first = bisect_left(mentions, content[0][0], key=lambda place: place.span[0])
    end = bisect_left(mentions, sentence[1], key=lambda place: place.span[0])
    found: dict[str, list[Place]] = {}
    last: tuple[Place, str] | None = None
    for place in mentions[max(0, first - REACH) : end]:
        begin = _begin(text, place.span[0])
        if last and last[0].span[0] < begin:
            last = None
        last = place, role(text, begin, place, last)
        if last[1] == "scene" and not any(start <= place.span[0] < stop for start, stop in content):
            found.setdefault(fold(place.text), []).append(place)
    return found


def _begin(text: str, at: int) -> int:
    """Where the sentence around a mention begins, as far as stops and line ends tell."""
    floor = max(0, at - _SENTENCE)
    return max(text.rfind(". ", floor, at), text.rfind("\n", floor, at), floor - 1) + 1


def _inside(mentions: Sequence[Place], content: Spans) -> list[Place]:
    found: list[Place] = []
    for start, end in content:
        at = bisect_left(mentions, start, key=lambda place: place.span[0])
        while at < len(mentions) and mentions[at].span[0] < end:
            found.append(mentions[at])
            at += 1
    return found


def _is_quoted(text: str, content: Spans) -> bool:
    start = content[0][0]
    return any(mark in text[max(0, start - 3) : start] for mark in '"“«„')


_LINE = re.compile(r"\n+")


def _of_place(text: str, sentence: Span, at: int, place: Place, kept: bool, beside: int) -> Iterator[str]:
    """How a remembered place stands to the statement before and how far back it was named."""
    sort = place.precision or "unknown"
    yield "scene before" if kept else "not the scene before"
    yield sort
    if kept:
        yield f"{sort}, scene before"
        if beside > 1:
            yield "one scene before of many"
    elif not beside:
        yield "no scene before"
    if sentence[0] <= place.span[0] < sentence[1]:
        yield "same sentence"
        return
    lines = len(_LINE.findall(text, place.span[1], at))
    back = "0" if lines == 0 else "1" if lines == 1 else "2 to 4" if lines < 5 else "5 and more"
    yield f"{back} lines back, scene before" if kept else f"{back} lines back"


def _of_count(named: int, most: int, total: int, kept: bool) -> Iterator[str]:
    """How often it was named of late, also beside the others."""
    yield "named once" if named == 1 else "named twice" if named == 2 else "named often"
    if named == most > 1:
        yield "named most, scene before" if kept else "named most"
    share = named / total
    yield (
        "share under 0.1"
        if share < 0.1
        else "share under 0.25"
        if share < 0.25
        else ("share under 0.5" if share < 0.5 else "share from 0.5")
    )


_KINDS = {
    "settlement": re.compile(r"\b(?:the|this|that) (?:[\w-]+ )?(?:city|town|village|capital)\b", re.I),
    "region": re.compile(r"\b(?:the|this|that) (?:[\w-]+ )?(?:region|province|area|district|oblast|enclave)\b", re.I),
    "country": re.compile(r"\b(?:the|this|that|our) (?:[\w-]+ )?(?:country|nation)\b", re.I),
}


def _of_kind(kinds: Sequence[str], place: Place) -> Iterator[str]:
    """Whether "the city", "the region", "the country" can mean it."""
    for kind in kinds:
        fits = place.precision == kind or (place.precision is None and kind == "settlement")
        yield "its kind is named" if fits else "another kind is named"


def _of_statement(words: str, quoted: bool, inside: Sequence[Place]) -> tuple[str, ...]:
    """What the statement tells of, the same for every remembered place."""
    signs = [sign for sign, pattern in _patterns() if pattern.search(words)]
    if "numbers" not in signs and any(letter.isdigit() for letter in words):
        signs.append("numbers")
    if quoted:
        signs.append("quoted")
    if any(is_state(place) for place in inside):
        signs.append("a state acts")
    elif inside:
        signs.append("another place acts")
    return tuple(signs)


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((sign, _beginnings(words)) for sign, words in table("scenes")["signs"].items())


def _beginnings(words: Sequence[str]) -> re.Pattern[str]:
    """Words that begin so; of up to three letters or with "=" before them, the words themselves."""
    whole = [re.escape(str(word).removeprefix("=")) for word in words if len(word) <= 3 or word.startswith("=")]
    begun = [re.escape(str(word)) for word in words if len(word) > 3 and not word.startswith("=")]
    return re.compile(rf"\b(?:(?:{'|'.join(whole) or '(?!)'})\b|(?:{'|'.join(begun) or '(?!)'}))", re.I)


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    return {str(sign): float(weight) for sign, weight in table("scene_weights")["weights"].items()}
