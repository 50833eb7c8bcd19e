"""Blocks: keys such that statements which may be one claim share one, and few others do.

A ledger of a million statements cannot judge every pair: it judges those that share a key. A key is a hash of what is
rare and of a time: a telling word, a theme with the kind of act, a place with a theme, a figure's size and what it
counts, each with the four weeks in which the article was written; two rare words together, with the season; the
document itself. So the candidates of a statement grow with what is written in a season, not with the years that a
ledger covers. An article without a date asks for two rare words in articles of any day, and is asked for by them.

Measured on pairs filed together in the annotated bundles, of two articles and in other words: 92 in 100 share a key
(of one article: all); of statements on unlike events, written in one month, 3 in 100 do. Test again: `python -m evals
across`. Limit: articles a month apart meet only by two rare words, articles years apart by a long sentence in the same
words.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from itertools import combinations
from math import log

from sayso.lexicon.commonness import theme_rarity
from sayso.link.counts import CLOSE, main_count
from sayso.link.features import Features

MOST = 25
"""Keys of one statement at most."""

PERIOD = 28
"""Days of a period of publication. Every kind of key counts its periods from another day, so that articles of one week
fall into one period for most kinds."""

SEASON = 112
"""Days of a period for what is told of one party: a mood or a policy is told of over months."""

TELLING_THEME = 6.5
"""How rare a theme must be (`theme_rarity`) to be a key by itself; a commoner one is a key with the kind of act."""

WORDS = 4
THEMES = 3
PLACES = 2
"""So many of each, the most telling first, make keys. A fourth word and a third theme raised the share of true pairs
from 87 to 92 in 100; signs of the vector (three keys of 7 or 9 bits) cost five times as many candidates and gave
less."""

LONG = 10
"""Words of a sentence that is not said again by chance: a shorter one ("no one was hurt") meets those of its season."""

_ORIGIN = 700_000
"""A day before any article, from which periods count."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys that a statement holds, up to `MOST` numbers of 63 bits, and those that it asks others for: but for
    articles without a date the same."""

    held: frozenset[int]
    asked: frozenset[int]

    def meet(self, other: "Keys") -> bool:
        """Whether one of the two holds what the other asks for, and so the other."""
        return not self.asked.isdisjoint(other.held)


def keys(features: Features) -> Keys:
    """The blocking keys of a statement."""
    pairs = _rare_pairs(features)
    dated, undated = (frozenset(_hash(("rare", *pair, when)) for pair in pairs) for when in ("dated", "undated"))
    found: dict[int, None] = {}
    for parts in _parts(features):
        if len(found) == MOST - len(pairs):
            break
        found[_hash(parts)] = None
    every = frozenset(found)
    if _day(features) is None:
        return Keys(every | undated, every | dated | undated)
    return Keys(every | dated, every | undated)


def _rare_pairs(features: Features) -> list[tuple[str, str]]:
    return list(combinations(sorted(_words(features)[:3]), 2))


def _words(features: Features) -> list[str]:
    telling = sorted(features.terms.items(), key=lambda term: (-term[1], term[0]))
    return [term for term, _ in telling if term[0] not in "#="][:WORDS]


def _parts(features: Features) -> Iterator[tuple[str, ...]]:
    telling = sorted(features.terms.items(), key=lambda term: (-term[1], term[0]))
    words = _words(features)
    themes = [term for term, _ in telling if term[0] == "#"][:THEMES]
    places, event = sorted(features.places)[:PLACES], features.event or ""
    yield ("document", features.document)
    is_long = features.wording.count(" ") >= LONG - 1
    yield ("wording", features.wording, "" if is_long else _period(features, 0, SEASON))
    if _day(features) is not None:
        yield from (("rare", *pair, _period(features, 0, SEASON)) for pair in _rare_pairs(features))
    count = main_count(features.figures)
    if count is not None and count.kind is not None and count.value > 0:
        size = int(log(count.value) / log(CLOSE))
        yield from (("figure", count.kind, str(each), _period(features, 0)) for each in (size, size + 1))
    for word in words:
        yield ("word", word, _period(features, 4))
    for theme in themes:
        alone = theme_rarity(theme[1:]) >= TELLING_THEME
        yield ("theme", theme, "" if alone else event, _period(features, 8))
    for place in places:
        if features.event:
            yield ("event", place, event, _period(features, 12))
        for theme in themes[:2]:
            yield ("place", place, theme, _period(features, 16))
    for party in sorted(features.parties)[:2]:
        for theme in themes[:1]:
            yield ("party", party, theme, _period(features, 0, SEASON))
    for pair in combinations(sorted(themes), 2):
        yield ("themes", *pair, _period(features, 20))


def _period(features: Features, shift: int, length: int = PERIOD) -> str:
    """The weeks in which the article was written; one for all of which that is not known."""
    day = _day(features)
    return "" if day is None else str((day - _ORIGIN + shift) // length)


def _day(features: Features) -> int | None:
    """The first day on which the article may have been written; None where that may be in any season."""
    first, last = features.published or (0, 0)
    return first if first and last - first <= SEASON else None


def _hash(parts: tuple[str, ...]) -> int:
    digest = blake2b("\x1f".join(parts).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1
