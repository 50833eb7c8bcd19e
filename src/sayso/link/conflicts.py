"""Conflicts: two statements that part in a figure, in a yes and a no, or in what happened.

`conflict` judges a pair by the two alone, so that the order in which articles come changes nothing. `matters` gives the
keys under which two statements that may part meet: conflicts are seldom between statements of one claim.
"""

import re
from datetime import date, timedelta
from functools import cache
from hashlib import blake2b
from itertools import combinations

from sayso.lexicon.commonness import rarity
from sayso.lexicon.contrary import generic, opposed, tells, terms
from sayso.lexicon.counting import kin, stands
from sayso.lexicon.placewords import name_of
from sayso.link.accounts import account, outcomes_of
from sayso.link.begun import began
from sayso.link.counts import Count, counts
from sayso.link.denials import denial, is_denial
from sayso.link.doers import doers_of
from sayso.link.figures import parting
from sayso.link.marks import Mark
from sayso.link.matter import TRIFLE, names, things
from sayso.link.scopes import Days, as_of, happened, narrowest
from sayso.link.tellers import is_told, side_key
from sayso.model.claim import Conflict, ConflictKind, conflict_id
from sayso.model.filed import Filed
from sayso.model.statement import NO_SIDE, UNKNOWN_SIDE, Place

MOST = 24
"""Keys of a statement."""

PLACES, FIGURES, TERMS, PLAIN, RAREST, OF = 2, 3, 3, 2, 4, 5
"""Of each, the first that make keys: a statement with more is a list."""

STRETCH = 1600
"""Code points of an article whose statements meet; every second stretch begins in the middle of one."""


_OURS = re.compile(r"\b(?:we|our|us)\b", re.I)


def conflict(a: Filed, b: Filed, *, same_claim: bool) -> Conflict | None:
    """How two statements part, with the sentence why; None where they do not. Their order is no matter.

    `same_claim`: the two are filed together, so that figures are of one event though no word of place or day says so.
    """
    a, b = (a, b) if a.statement.id <= b.statement.id else (b, a)
    x, y = a.statement.id, b.statement.id
    if x == y:
        return None
    kind, why = ConflictKind.FIGURE, parting(a, b, same_claim=same_claim)
    if why is None:
        kind, why = ConflictKind.DENIAL, denial(a, b) or denial(b, a)
    if why is None:
        kind, why = ConflictKind.ACCOUNT, account(a, b)
    return Conflict(conflict_id(x, y, kind), x, y, kind, why) if why else None


def matters(a: Filed) -> frozenset[int]:
    """Keys of 63 bits, no more than twenty-four, of which two statements that part share one.

    By article: its figures of one kin, its statements of one stretch. Across articles, with the week: a figure's kin or
    a class of words with the place, an outcome with what it is of, a number, the side that began, two rare words.
    """
    rows = (*_of_figures(a), *_of_stretch(a), *_of_outcomes(a), *_of_numbers(a), *_of_words(a), *_of_pairs(a))
    found = [_key(*parts) for parts in rows]
    return frozenset(list(dict.fromkeys(found))[:MOST])


def _of_figures(a: Filed) -> list[tuple[str, ...]]:
    article: list[tuple[str, ...]] = []
    across: list[tuple[str, ...]] = []
    for count in [count for count in counts(a) if Mark.REPLACED not in count.marks][:FIGURES]:
        kind = kin(count.measured)
        article.append(("figure", a.statement.document, kind))
        if Mark.ELIDED not in count.marks:
            weeks = _weeks(_days(a, count))
            across += [("figure", kind, place, week) for place in _places(count.places) for week in weeks]
            if count.measured.is_ground:  # of a state and of its regions, which are few
                states = sorted({place.country or "" for place in count.places})[:1] or [""]
                across += [("ground", kind, state, week) for state in states for week in weeks]
    return [*dict.fromkeys(article), *dict.fromkeys(across)]


def _days(a: Filed, count: Count) -> Days | None:
    return as_of(a) if count.measured.is_ground or stands(count.measured.outcome) else happened(a)


def _of_stretch(a: Filed) -> list[tuple[str, ...]]:
    """Statements of one stretch of an article meet; an outlet's own only with a no, an outcome or a "we"."""
    if not (is_told(a) or is_denial(a) or outcomes_of(a) or tells("negation", a.words) or _OURS.search(a.words)):
        return []
    start, article = a.statement.content[0][0], a.statement.document
    return [("stretch", article, str(2 * start // STRETCH + step)) for step in (0, 1)]


def _of_outcomes(a: Filed) -> list[tuple[str, ...]]:
    """Outcomes with the place and with the rarest that they are of; who began, with the sides."""
    outcomes = [name for name, _ in outcomes_of(a)]
    weeks = _near(happened(a))
    named = outcomes[:1] + (["doer"] if doers_of(a) else [])
    sides = {side for side in began(a) if side} | ({side_key(a.statement.origin.side)} if any(began(a)) else set())
    of = sorted({*things(a), *names(a)}, key=_by_rarity)[:OF]
    rows = [
        *(("began", side) for side in sorted(sides - {UNKNOWN_SIDE, NO_SIDE})),
        *(("alone", name) for name in outcomes if name in _alone()),
        *(("outcome", name, place) for name in named for place in _places(a.statement.places)[:1]),
        *(("of", name, term) for name in (outcomes or named)[:2] for term in of),
    ]
    return [(*row, week) for week in weeks for row in rows]


def _of_numbers(a: Filed) -> list[tuple[str, ...]]:
    """Its first numbers that are no trifles: "it denied that it had lost 5,000 men"."""
    if not is_told(a):
        return []
    values = [f"{figure.value:g}" for figure in a.statement.figures if figure.value >= TRIFLE][:1]
    return [("number", value, week) for value in values for week in _near(happened(a))]


def _of_pairs(a: Filed) -> list[tuple[str, ...]]:
    """The rarest that a told statement tells of, two together, with the week: for denials and noes in two articles."""
    if not (is_told(a) or _OURS.search(a.words)) or not (is_denial(a) or _is_plain(a)):
        return []
    rarest = sorted({*things(a), *names(a)}, key=_by_rarity)[:RAREST]
    weeks = _near(happened(a))
    return [("pair", *sorted(two), week) for two in combinations(rarest, 2) for week in weeks]


def _is_plain(a: Filed) -> bool:
    """It tells of an act or a state of things, in its own clause."""
    return a.statement.event is not None or bool(outcomes_of(a)) or tells("negation", a.words)


def _by_rarity(term: str) -> tuple[float, str]:
    return -rarity(term), term


@cache
def _alone() -> frozenset[str]:
    return frozenset(pair.name for pair in opposed() if pair.alone)


def _of_words(a: Filed) -> list[tuple[str, ...]]:
    """What a told statement is about, for denials: the plainest within its article, the rarest in others."""
    if not is_told(a):
        return []
    named = {word for place in a.statement.places for word in name_of(place.text)}
    every = {term for term in terms(a.words) - named if len(term) > 2}  # no codes of states
    about = sorted(every - generic(), key=lambda term: (-rarity(term), term))
    places, weeks = _places(a.statement.places), _weeks(happened(a))
    across = [("word", term, place, week) for term in about[:TERMS] for place in places[:1] for week in weeks[-1:]]
    return [*(("matter", a.statement.document, term) for term in sorted(every & generic())[:PLAIN]), *across]


def _places(places: tuple[Place, ...]) -> list[str]:
    return sorted({" ".join(name_of(place.text)) for place in narrowest(places)})[:PLACES]


def _weeks(days: Days | None) -> list[str]:
    """The weeks of the last days, at most two: a week and the one before it where the days reach into it."""
    if days is None:
        return []
    first = max(days.first, days.last - timedelta(days=6))
    return sorted({_week(first), _week(days.last)})


def _near(days: Days | None) -> list[str]:
    """The weeks in which lie the last of the days and the days beside it, so that two days on end share one."""
    if days is None:
        return []
    return sorted({_week(days.last - timedelta(days=1)), _week(days.last + timedelta(days=1))})


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-{week}"


def _key(*parts: str) -> int:
    return int.from_bytes(blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest()) >> 1
