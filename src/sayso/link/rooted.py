"""Rooted: what joined statements make as a root: who it is, on which side, whose interest it serves, in whose name.

The ministry in four articles and its spokesman in a fifth are the ministry. "Varnia" once and the ministry four times
are the ministry too. Two officials of one ministry are two roots of one voice.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from sayso.lexicon.states import is_state
from sayso.link.bodies import UNKNOWN_SIDES, is_body, is_spokesman, is_whole, offices, phrase, voice_words
from sayso.link.claimed import Claimed
from sayso.link.folds import Fold, Joined, Kind, sentences
from sayso.link.origins import UNNAMED
from sayso.model.claim import Root
from sayso.model.filed import Filed
from sayso.model.statement import UNKNOWN_SIDE, Interest, Origin, OriginKind

ALONE = {"presidency": "the presidency", "government": "the government", "army": "the armed forces"}
"""Of these a state has but one, so that the word alone tells whose voice it is."""
FEWEST = 2
"""Words that tell any other body: "ministry" alone may be any."""
LONGEST = 6
"""Words of a body of which parts are looked at."""


def rooted(claimed: Claimed, joined: Joined) -> tuple[Root, ...]:
    """The roots that the folds have made, by name; those that speak in one name are told so."""
    made: list[tuple[Root, list[Origin]]] = []
    for numbers, folds in joined.groups():
        root = replace(_root(claimed, numbers, folds), why=sentences(folds))
        made.append((root, [claimed.origin(i) for i in numbers if claimed.is_sourced(i)]))
    return tuple(sorted(_with_voices(made), key=lambda r: (r.name or "", r.kind.value, r.statements)))


def _root(claimed: Claimed, numbers: Sequence[int], folds: Sequence[Fold]) -> Root:
    mine = [claimed.rows[i] for i in numbers]
    ids = tuple(f.statement.id for f in mine)
    told = [i for i in numbers if claimed.is_sourced(i)]
    loop = {fold.a for fold in folds if fold.kind is Kind.LOOP}
    if (loop and loop.issuperset(told)) or (not told and any(claimed.is_open(i) for i in numbers)):
        return Root(None, OriginKind.UNSTATED, UNKNOWN_SIDE, _interest(mine), ids)
    copies = {fold.b for fold in folds if fold.kind is Kind.COPY}
    if not told:
        name = min((row.outlet for i in numbers if (row := claimed.rows[i]).outlet and i not in copies), default=None)
        return Root(name, OriginKind.OUTLET, _side(mine), _interest(mine), ids, own_voice=True)
    first = [claimed.rows[i] for i in told if i not in copies] or [claimed.rows[i] for i in told]
    passing = {claimed.origin(fold.a).name for fold in folds if fold.kind is Kind.PASSES}
    head = _head(first, passing)
    return Root(head.name, head.kind, _side(first, head.side), _interest(first), ids)


def _head(told: Sequence[Filed], passing: set[str | None]) -> Origin:
    """Whom the root is called by: a named one before one not named, a body before its spokesman, the fullest name."""
    whole = sum(is_whole(f.statement.origin) for f in told)
    counts = Counter(_counted(f.statement.origin) for f in told)

    def rank(filed: Filed) -> tuple[bool, bool, bool, bool, bool, int, int, str]:
        origin = filed.statement.origin
        return (
            origin.kind in UNNAMED and not is_whole(origin),
            origin.name in passing,
            is_spokesman(origin),
            is_whole(origin) == (2 * whole <= len(told)) and 0 < whole < len(told),
            is_whole(origin) and not is_state(origin.name or ""),
            -counts[_counted(origin)],
            -len(origin.name or ""),
            filed.statement.id,
        )

    return min(told, key=rank).statement.origin


def _counted(origin: Origin) -> str:
    return "body" if is_body(origin) else origin.kind.value


def _side(filed: Iterable[Filed], first: str = UNKNOWN_SIDE) -> str:
    """The side that most of them have; of those as many, `first` or the first by name; unknown where none is known."""
    known = Counter(f.statement.origin.side for f in filed if f.statement.origin.side != UNKNOWN_SIDE)
    return min(known, key=lambda side: (-known[side], side != first, side)) if known else UNKNOWN_SIDE


def _interest(filed: Iterable[Filed]) -> Interest:
    """An admission that it does not also tell as its own gain is one; else whether it serves its side at all."""
    found = {f.statement.interest for f in filed}
    order = (Interest.OWN, Interest.AGAINST, Interest.NEUTRAL)
    return next((interest for interest in order if interest in found), Interest.UNKNOWN)


def _with_voices(made: Sequence[tuple[Root, Sequence[Origin]]]) -> list[Root]:
    """The roots, those that speak in one body's name with that body as their `voice`."""
    keys = [_voice_keys(root, origins) for root, origins in made]
    known = {key for some in keys for key in some}
    speaking: dict[tuple[str, frozenset[str]], list[int]] = defaultdict(list)
    for number, some in enumerate(keys):
        for key in {_least(key, known) for key in some}:
            speaking[key].append(number)
    found = [root for root, _ in made]
    for (side, words), numbers in sorted(speaking.items(), key=lambda item: (item[0][0], sorted(item[0][1]))):
        free = [number for number in numbers if found[number].voice is None]
        if len(free) > 1:
            name = _voice_name(side, words, [made[number][1] for number in free], [found[number] for number in free])
            for number in free:
                found[number] = replace(found[number], voice=name)
    return found


def _voice_keys(root: Root, origins: Iterable[Origin]) -> set[tuple[str, frozenset[str]]]:
    """The bodies in whose name a root speaks, by side and words."""
    if root.own_voice or root.side == UNKNOWN_SIDE:
        return set()
    found = {voice_words(origin) for origin in set(origins) if origin.side == root.side and not is_whole(origin)}
    return {(root.side, words) for words in found if _tells(root.side, words)}


def _tells(side: str, words: frozenset[str]) -> bool:
    if len(words) < FEWEST:
        return side not in UNKNOWN_SIDES and bool(words & ALONE.keys())
    return bool(words & offices())


def _least(key: tuple[str, frozenset[str]], known: set[tuple[str, frozenset[str]]]) -> tuple[str, frozenset[str]]:
    """The shortest of the names met that a longer one holds: "the defence ministry" of that "in Verem"."""
    side, words = key
    if len(words) > LONGEST:
        return key
    parts = (
        (side, frozenset(part)) for size in range(FEWEST, len(words)) for part in combinations(sorted(words), size)
    )
    return next((part for part in parts if part in known), key)


def _voice_name(side: str, words: frozenset[str], origins: Sequence[Sequence[Origin]], found: Sequence[Root]) -> str:
    bodies = [root.name for root in found if root.name and _is(root, words)]
    if bodies:
        return min(bodies)
    if len(words) == 1:
        return ALONE[next(iter(words))]
    said = [o.name if o.kind is not OriginKind.PERSON else o.role for some in origins for o in some]
    phrases = {f"the {phrase(name, side, words)}" for name in said if name}
    return min((each for each in phrases if len(each.split()) == len(words) + 1), default=" ".join(sorted(words)))


def _is(root: Root, words: frozenset[str]) -> bool:
    body = Origin(root.name, root.kind, root.side)
    return len(words) > 1 and is_body(body) and voice_words(body) == words
