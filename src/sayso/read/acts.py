"""Acts: what the words of a text say that somebody did, as evidence for each of the encoder's event classes.

"Ostrel agreed to withdraw from Tarn" is evidence for AGREE, and a little for RETREAT: the verb of the main clause
counts most, what hangs on it less, a noun least, unless a verb only carries it ("held talks"). An act that is wished,
denied or only possible counts for almost nothing; what somebody will do for another is a promise, what he will do to
him a threat. The limit accepted: clauses are told by their joints and not parsed, so that a verb after a long
insertion counts as the main one.
"""

from itertools import zip_longest
from typing import NamedTuple

from sayso.encoder.heads import EVENTS
from sayso.lexicon.acts import Frame, acts
from sayso.read.clauses import (
    BREAKS,
    Clauses,
    aside,
    attributive,
    before,
    clauses_of,
    denied,
    doubted,
    feared,
    going_on,
    is_noun,
    is_topic,
    only_thought_of,
    possible,
    promised,
    reduced,
    words,
)

Evidence = tuple[float, ...]
"""One weight for each of `EVENTS`, 0 where nothing speaks for it."""

NO_ACT = "NONE"

# How much words say. Chosen by hand on the read folds of PLOVER's records and of the annotated articles.
VERB = 3.0
CARRIED = 2.6
NOUN = 1.4
WEAK = 0.4
DUTY, DUTY_OF_ACT = 0.45, 1.8
SIGN = 0.1
# By how much their form and place change that.
HUNG = 0.55
EMBEDDED = 0.25
LATER = 0.6
FADING, FAR = 0.015, 0.4
ASIDE = 0.2
GERUND = 0.35
REDUCED = 0.2
MISREAD = 0.1
IMPLIED = 0.6
POSSIBLE = 0.15
UNREAL = 0.05
SECOND = 0.99
AGAIN = 0.2

_KIND = frozenset(("AID", "COOPERATE", "CONCEDE", "CONSULT", "RETREAT", "SUPPORT"))
_HARSH = frozenset(("ASSAULT", "FIGHT", "COERCE", "SANCTION", "PROTEST"))
_LEAVING = frozenset(("RETREAT", "MOBILIZE", "CONSULT"))
_TELLING = frozenset(("REQUEST", "ACCUSE", "DISAPPROVE", "REJECT", "THREATEN"))
_OUTER = _TELLING | {"AGREE", "INVESTIGATE", "SUPPORT"}
_DENIAL_STANDS = frozenset(("REJECT", "COERCE"))
_DOUBT_STANDS = frozenset(("REQUEST", "REJECT"))
_CARRY_REACH, _UNDO_REACH, _UNDONE_REACH, _PASSIVE_REACH, _BE_REACH, _VOW_REACH = 5, 6, 4, 8, 3, 2
_NO_OBJECT = BREAKS | {"to", "and", "last", "this", "yesterday", "today"}
_AT = {name: at for at, name in enumerate(EVENTS)}


class Act(NamedTuple):
    """Words that report an act: the first, which heads them, and the last; the types; and how much they say."""

    first: int
    last: int
    frame: Frame
    types: tuple[str, ...]
    weight: float


def evidence(text: str, known: bool = False) -> Evidence:
    """What the words say for each class; `known` where the text is known to report an act. No act: zeros."""
    clauses = clauses_of(text)
    totals = [0.0] * len(EVENTS)
    outer = 1.0
    for act in acts_of(clauses, known):
        weight = act.weight
        for number, each in enumerate(act.types):
            at, share = _AT[each], weight * outer * (SECOND if number else 1.0)
            totals[at] = max(totals[at], share) + min(totals[at], share) * AGAIN
        if act.frame.verb and weight >= CARRIED:
            outer = min(outer, EMBEDDED if act.types[0] in _OUTER else LATER)
    totals[_AT["REQUEST"]] += (DUTY_OF_ACT if known else DUTY) * _duty(clauses)
    if any(totals):
        signs = acts().signs
        for key in clauses.keys:
            for each in signs.get(key, ()):
                totals[_AT[each]] += SIGN
    return tuple(totals)


def spoken(cue: str) -> str | None:
    """The act that words of saying are by themselves: "called on" is a REQUEST, "blamed on" none."""
    keys = clauses_of(cue).keys
    frames = acts().spoken
    for at, key in enumerate(keys):
        for frame in frames.get(key, ()):
            if _end(keys, at, frame) is not None:
                return frame.types[0] if frame.types[0] in _AT else None
    return None


def acts_of(clauses: Clauses, known: bool = True) -> list[Act]:
    """Every act in order, each with its weight where it stands; acts do not overlap.

    Words that only count in a text known to report an act are passed over unless it is `known`."""
    words_of_acts = acts()
    found: list[Act] = []
    undoers: list[int] = []
    free = 0
    present = set(clauses.keys)
    for at, key in enumerate(clauses.keys):
        if key in words_of_acts.undoing:
            undoers.append(at)
        if at < free or key not in words_of_acts.frames:
            continue
        act = _act_at(clauses, at, words_of_acts.frames[key], present, known)
        if act is None:
            continue
        free = act.last + 1
        if act.types[0] != NO_ACT:
            found.append(act)
    turned = [_undone(clauses, act, undoers) for act in found]
    return [_vowed(clauses, act, after) for act, after in zip_longest(turned, turned[1:])]


def _act_at(clauses: Clauses, at: int, frames: tuple[Frame, ...], present: set[str], known: bool) -> Act | None:
    """What the longest frame that is met at a word reports; a verb that is a noun here counts for little."""
    noun: bool | None = None
    misread: Act | None = None
    for frame in frames:
        if not known and frame.trust in ("also", "weak"):
            continue
        if frame.parts and (frame.parts[-1][2].isdisjoint(present) or frame.parts[0][2].isdisjoint(present)):
            continue
        last = _end(clauses.keys, at, frame)
        if last is None and frame.verb and frame.past and _subject_fits(clauses.keys, at, frame):
            last = at
        if last is None:
            continue
        if noun is None and frame.verb and frame.bare:
            noun = is_noun(clauses, at, clauses.keys[at] in acts().nouns)
        if frame.verb and frame.bare and noun:
            weight = VERB * MISREAD * _place(clauses, at, frame.types)
            misread = misread or Act(at, last, frame, frame.types, weight)
            continue
        types = _types(clauses.keys, at, frame)
        return Act(at, last, frame, types, _weight(clauses, at, frame, types))
    return misread


def _end(keys: list[str], at: int, frame: Frame) -> int | None:
    """The last word of a frame that begins at a word, or None where it is not met."""
    place = at + 1
    for least, room, those in frame.parts:
        for here in range(place, min(place + room + 1, len(keys))):
            if keys[here] in those and here >= place + least:
                place = here + 1
                break
            if keys[here] in BREAKS or keys[here] in words("ends"):
                return None
        else:
            return None
    return place - 1


def _subject_fits(keys: list[str], at: int, frame: Frame) -> bool:
    """Whether the object that a frame asks for is the subject of a passive: "the curfew was lifted"."""
    if len(frame.parts) != 1 or frame.parts[0][1] == 0:
        return False
    those = frame.parts[0][2]
    left = at - 2 if at > 1 and keys[at - 1].endswith("ly") else at - 1
    if left >= 0 and keys[left] in those and keys[at] not in words("objectless"):
        return at + 1 == len(keys) or keys[at + 1] in _NO_OBJECT or keys[at + 1] in words("prepositions")
    if not any(key in words("be") for key in keys[max(0, at - _BE_REACH) : at]):
        return False
    return any(key in those for key in before(keys, at, _PASSIVE_REACH))


def _types(keys: list[str], at: int, frame: Frame) -> tuple[str, ...]:
    """The types as the act stands: to do good is a promise, to do harm a threat, not to do good a refusal."""
    kind, harsh = frame.types[0] in _KIND, frame.types[0] in _HARSH
    if not frame.verb or not (kind or harsh or frame.types[0] in _LEAVING):
        return frame.types
    if promised(keys, at):
        if kind and denied(keys, at):
            return ("REJECT",)
        if frame.types[0] in _LEAVING and "unless" in keys:
            return ("THREATEN",)
        if harsh and _decreed(keys, at, frame):
            return frame.types
    elif not possible(keys, at):
        return frame.types
    return ("AGREE",) if kind else ("THREATEN",) if harsh else frame.types


def _decreed(keys: list[str], at: int, frame: Frame) -> bool:
    """Whether a sanction is announced, and so begun: "announced it would halt all aid"."""
    return "SANCTION" in frame.types and any(key.startswith(("announc", "decid")) for key in keys[:at])


def _weight(clauses: Clauses, at: int, frame: Frame, types: tuple[str, ...]) -> float:
    keys = clauses.keys
    place = _place(clauses, at, types)
    if frame.verb:
        weight = (WEAK if frame.trust == "weak" else VERB) * place
        if keys[at].endswith("ing") and at and frame.trust != "weak" and types[0] not in _TELLING:
            weight *= GERUND if keys[at - 1] in words("prepositions") else 1.0 if going_on(keys, at) else REDUCED
        if types != frame.types and types == ("THREATEN",) and "SANCTION" not in frame.types and not _own(keys):
            weight *= IMPLIED
        if is_topic(keys, at):
            weight *= UNREAL
        if keys[at].endswith("ed") and not frame.parts and attributive(keys, at):
            weight *= MISREAD
        elif frame.past and reduced(keys, at):
            weight *= HUNG
        return weight
    for key in before(keys, at, _CARRY_REACH):
        if key in words("prepositions"):
            break
        if key in acts().carriers:
            return CARRIED * place
    if any(key in words("hearing") for key in before(keys, at, _CARRY_REACH)):
        place *= ASIDE
    thought = UNREAL if frame.trust == "" and only_thought_of(keys, at) else 1.0
    return NOUN * place * thought * (ASIDE if aside(clauses, at) else 1.0)


def _place(clauses: Clauses, at: int, types: tuple[str, ...]) -> float:
    """By how much the clause that words stand in, and their place in the text, lessen what they say."""
    keys = clauses.keys
    weight = (HUNG if clauses.hung(at) else 1.0) * max(FAR, 1 - at * FADING)
    if denied(keys, at):
        return weight * (1.0 if types[0] in _DENIAL_STANDS else UNREAL)
    if feared(keys, at):
        return weight * UNREAL
    if types[0] in _DOUBT_STANDS or promised(keys, at) or not doubted(keys, at):
        return weight
    return weight * (POSSIBLE if possible(keys, at) else UNREAL)


def _own(keys: list[str]) -> bool:
    """Whether the speaker tells of his own deeds or makes a condition: "we will strike", "unless they leave"."""
    return any(key in words("conditions") or key in words("speakers") for key in keys)


def _undone(clauses: Clauses, act: Act, undoers: list[int]) -> Act:
    """The act that a verb makes of another by undoing it: "removed some of its sanctions" is RETREAT."""
    known = acts()
    to = known.undone.get(act.frame.types[0])
    if to is None or (act.frame.verb and not clauses.keys[act.first].endswith("ing")):
        return act
    for undoer in undoers:
        ahead = 0 < act.first - undoer <= _UNDO_REACH
        by_itself = clauses.keys[undoer] in words("objectless") and clauses.keys[undoer - 1] not in words("be")
        behind = known.undoing[clauses.keys[undoer]] and not by_itself and 0 < undoer - act.last <= _UNDONE_REACH
        between = clauses.keys[undoer : act.first] if ahead else clauses.keys[act.last : undoer]
        apart = any(key in BREAKS or (key in words("prepositions") and key != "of") for key in between)
        if (ahead or behind) and not apart:
            return act._replace(types=(to,), weight=CARRIED * _place(clauses, undoer, (to,)))
    return act


def _vowed(clauses: Clauses, act: Act, after: Act | None) -> Act:
    """The act, a threat where harm is promised ("promised to strike"), a promise where good is ("vowed to help")."""
    if after is None or after.first - act.last > _VOW_REACH:
        return act
    to_do = after.frame.verb and clauses.keys[after.first - 1] == "to"
    if act.types[0] == "AGREE" and to_do and after.types[0] in _HARSH:
        return act._replace(types=("THREATEN",))
    if after.types[0] in _KIND and clauses.keys[act.first].startswith(("vow", "sw")):
        return act._replace(types=("AGREE",))
    return act


def _duty(clauses: Clauses) -> float:
    """Whether another than the speaker "must" or "should", less where that hangs on a joint."""
    for at, key in enumerate(clauses.keys):
        if key in words("duties") and at and clauses.keys[at - 1] not in words("speakers"):
            return HUNG if clauses.hung(at) else 1.0
    return 0.0
