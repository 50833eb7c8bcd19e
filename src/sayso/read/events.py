"""Event: the PLOVER type of the act that a content reports, or None.

"Ostrel shelled the port of Tarn" is an ASSAULT, "will send weapons" a promise (AGREE), "called on both sides to stop"
a REQUEST. The plainest words of war reports decide (`sayso.read.war_acts`); else `sayso.read.acts` weighs those of the
codebook; where the encoder's head has given its shares, both count. The limit accepted: words are weighed by their
grammar and not by their truth, so that a figurative attack counts as an attack.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import log

from sayso.encoder.heads import EVENTS
from sayso.lexicon.load import table
from sayso.model.statement import Event
from sayso.read.acts import Evidence, evidence, spoken
from sayso.read.war_acts import war_act

NO_ACT = "NONE"
ENOUGH = 1.0
"""Evidence below which a content reports no act. (Event F1 on the held-out articles with 0.5, 1 and 2:
0.718, 0.729, 0.729; on the others 0.672, 0.675, 0.676. Chosen with both in view.)"""
MORE = {Event.THREATEN: 1.9, Event.RETREAT: 1.2}
"""The same for types that words often seem to tell where no act is."""
TRUST = 1.0
"""What one unit of evidence is worth beside the logarithm of the head's share."""
AGREED = 2.7
"""Evidence for AGREE above which a duty is only what was agreed: "agreed that both should withdraw"."""
LATER = {"ASSAULT": 1.04, "COERCE": 1.02}
"""Where two classes share an act, the later codebook's: burnt houses are an ASSAULT there, a COERCE in version 0.5."""
LEAST_SHARE = 1e-4
SAID = 6.0
"""The evidence of a cue that is itself the act."""

_KIN = {"FIGHT": Event.ASSAULT, "DISAPPROVE": Event.ACCUSE, "INVESTIGATE": Event.ACCUSE}
_AT = {name: at for at, name in enumerate(EVENTS)}
_PLACES = {
    type_: tuple(at for at, name in enumerate(EVENTS) if name == type_ or _KIN.get(name) is type_) for type_ in Event
}

_OUGHT = re.compile(
    r"(?:^|, )[^,;]{0,80}?\b(?P<who>[\w’']+) (?:should|must)(?: now| also| immediately)? "
    rf"(?:be |immediately |at once |never )*(?:{'|'.join(table('events')['owed'])})\w*",
    re.I,
)
_OWN_DUTY = frozenset({"we", "i"})
_DEMAND = re.compile(
    r"^\W*(?:[Ww]e|I) (?:just |only )?want (?!to\b)[^,;.]{2,60}? (?:to (?!be\b)[a-z]|back\b|home\b)|"
    r"^\W*(?:Give|Bring|Send|Let|Free|Return) "
    r"(?:me|us|them|him|her|our|my)\b"
)


def acts(content: str, cue: str = "", known: bool = False) -> Evidence:
    """What the words say for each of `EVENTS`, 0 where nothing does; a cue such as "called on" is itself the act.

    `known`: the text is known to report an act, so that words count that in war reports mostly tell of none."""
    found = evidence(content, known)
    said = spoken(cue) if cue else None
    if said is None and (_DEMAND.search(content) or (found[_AT["AGREE"]] < AGREED and _owed(content))):
        said = Event.REQUEST.value
    if said is None:
        return found
    return tuple(weight + SAID if at == _AT[said] else weight for at, weight in enumerate(found))


def _owed(content: str) -> bool:
    """Whether another than the speaker should do something: "The crew should be released"."""
    ought = _OUGHT.search(content)
    return ought is not None and ought["who"].lower() not in _OWN_DUTY


def event(content: str, cue: str = "", shares: Sequence[float] | None = None) -> Event | None:
    """The type of the act reported, or None where no act is; `shares` are the head's probabilities of `EVENTS`."""
    if shares is None and (plain := war_act(content, cue)):
        return plain
    weights = _by_type([w * LATER.get(name, 1.0) for name, w in zip(EVENTS, acts(content, cue), strict=True)], max)
    if shares is None:
        told = [type_ for type_ in reversed(Event) if weights[type_] >= MORE.get(type_, ENOUGH)]
        return max(told, key=lambda type_: weights[type_], default=None)
    likely = _by_type(shares, sum)
    scores = {type_: _score(likely[type_], weights[type_]) for type_ in Event}
    best = max(Event, key=lambda type_: scores[type_])
    return best if scores[best] > _score(shares[_AT[NO_ACT]], ENOUGH) else None


def class_of(text: str, shares: Sequence[float] | None = None, codebook: Mapping[str, str] | None = None) -> str:
    """The best class of a text that is known to report an act, never NONE; a codebook's type where one is given."""
    weights = acts(text, known=True)
    best: dict[str, float] = {}
    likely: dict[str, float] = {}
    for at, name in enumerate(EVENTS):
        if name != NO_ACT:
            type_ = codebook[name] if codebook else name
            best[type_] = max(best.get(type_, 0.0), weights[at])
            likely[type_] = likely.get(type_, 0.0) + (shares[at] if shares else 0.0)
    return max(best, key=lambda type_: _score(likely[type_], best[type_]))


def _score(share: float, weight: float) -> float:
    return log(share + LEAST_SHARE) + TRUST * weight


def _by_type(values: Sequence[float], joined: Callable[[Iterable[float]], float]) -> dict[Event, float]:
    """The values of the classes, joined where several are one type for a statement: fighting is an ASSAULT."""
    return {
        type_: values[places[0]] if len(places) == 1 else joined([values[at] for at in places])
        for type_, places in _PLACES.items()
    }
