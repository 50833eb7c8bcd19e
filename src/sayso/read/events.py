"""Event: the PLOVER type of the act that a content reports, or None.

"Ostrel shelled the port of Tarn" is an ASSAULT, "will send weapons" a promise (AGREE), "called on both sides to stop"
a REQUEST. The plainest words of war reports decide (`sayso.read.war_acts`) wherever the weighing of words
(`sayso.read.acts`) has found anything for the same type; else the weighing does, and where the encoder's head has given
its shares, both count. The limit accepted: words are weighed by their grammar and not by their truth, so that a
figurative attack counts as an attack.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import log

from sayso.encoder.heads import EVENTS
from sayso.model.statement import Event
from sayso.read.acts import Evidence, evidence, spoken
from sayso.read.clauses import clauses_of, words
from sayso.read.war_acts import war_act

NO_ACT = "NONE"
ENOUGH = 1.0
"""Evidence below which a content reports no act. (Event F1 on the read folds of the annotated articles with 0.5, 0.8, 1
and 1.3: 0.69, 0.69, 0.69, 0.66.)"""
MORE = {Event.THREATEN: 1.9, Event.RETREAT: 1.2, Event.ASSAULT: 0.5}
"""The same for types that words often seem to tell where no act is, and for violence, which is told in passing too."""
TRUST, TRUST_OF_CLASS = 1.0, 6.0
"""What one unit of evidence is worth beside the logarithm of the head's share; more where a text is known to report an
act, since the head knows little more than half of such texts that it has not seen, and is as sure of the others."""
AGREED = 2.7
"""Evidence for AGREE above which a duty is only what was agreed: "agreed that both should withdraw"."""
LATER = {"ASSAULT": 1.04, "COERCE": 1.02}
"""Where two classes share an act, the later codebook's: burnt houses are an ASSAULT there, a COERCE in version 0.5."""
_LATER = tuple(LATER.get(name, 1.0) for name in EVENTS)
LEAST_SHARE = 1e-4
SAID = 6.0
"""The evidence of a cue that is itself the act."""

_KIN = {"FIGHT": Event.ASSAULT, "DISAPPROVE": Event.ACCUSE, "INVESTIGATE": Event.ACCUSE}
_AT = {name: at for at, name in enumerate(EVENTS)}
_PLACES = {
    type_: tuple(at for at, name in enumerate(EVENTS) if name == type_ or _KIN.get(name) is type_) for type_ in Event
}

_OUGHT = re.compile(
    r"(?P<who>[\w’']+) (?:(?:should|must|ought to)(?: not| never)?|need(?:s|ed)? to(?= be ))"
    r"(?: \w+ly| now| also| at once| all| both){0,2} "
    r"(?P<verb>be \w+(?:ed|en|un|ught|own|eld|elt|old|aid|ade|ent|et|ut)\b|[a-z-]+)"
)
_OUGHT_WORDS = ("should", "must", "ought", "need")
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
    if not any(word in content for word in _OUGHT_WORDS):  # far faster than the pattern
        return False
    for ought in _OUGHT.finditer(content):
        clauses = clauses_of(content[: ought.start("verb")])
        if ought["who"].lower() not in words("nobody_owes") and ought["verb"] not in words("states"):
            return not clauses.hung(len(clauses.keys) - 1)
    return False


# What only those who go leave behind: "the enemy is leaving its vehicles on the roads".
_LEFT_BEHIND = re.compile(
    r"\b(?:leav(?:e|es|ing)|left|abandon(?:s|ed|ing)?) (?:behind )?(?:its|their|his|our) (?:own )?(?:[a-z]+ )?"
    r"(?:wounded|dead|vehicles|tanks|weapons|equipment|guns|positions|posts|trenches|armou?r|ammunition|artillery)\b|"
    r"\b(?:platoon|company|battalion|brigade|regiment|unit|garrison|crew|troops|soldiers|fighters|men)\b[^,;.]{0,12} "
    r"(?:walked (?:away|off)|melted away|took to their heels|fell back|slipped away)\b",
    re.I,
)


def event(content: str, cue: str = "", shares: Sequence[float] | None = None) -> Event | None:
    """The type of the act reported, or None where no act is; `shares` are the head's probabilities of `EVENTS`."""
    told_of = acts(content, cue)
    if shares is None and not any(told_of) and not _LEFT_BEHIND.search(content):
        return None
    weights = _by_type([weight * later for weight, later in zip(told_of, _LATER, strict=True)], max)
    if shares is None:
        if _LEFT_BEHIND.search(content):
            return Event.RETREAT
        plain = war_act(content, cue)
        if plain and weights[plain] > 0:
            return plain
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
    return max(best, key=lambda type_: _score(likely[type_], best[type_], TRUST_OF_CLASS))


def _score(share: float, weight: float, trust: float = TRUST) -> float:
    return log(share + LEAST_SHARE) + trust * weight


def _by_type(values: Sequence[float], joined: Callable[[Iterable[float]], float]) -> dict[Event, float]:
    """The values of the classes, joined where several are one type for a statement: fighting is an ASSAULT."""
    return {
        type_: values[places[0]] if len(places) == 1 else joined([values[at] for at in places])
        for type_, places in _PLACES.items()
    }
