"""Outcomes: what befell those whom a number counts.

"A strike on Tarn killed 12 civilians and wounded 30; two medics died": killed, wounded, killed. Words of an outcome
take those counted before them ("12 dead"), after them ("killing 12") or either way ("killed 12", "12 were killed"), as
`lexicon/outcomes.yaml` tells; a part ("including three children") and a second number ("and two medics") share the
outcome of the one before. Limit: clauses are told by their linking words, not by a parser, so a number that stands far
from its verb stays without an outcome.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from sayso.lexicon.load import table
from sayso.read.measures import DEAD, Token

REACH = 14
"""Words within which an outcome belongs to a number: in the gold none stands further off in its clause."""

NEAR = 3
"""Words between a verb and its number ("killed on Monday 12 people") that leave no doubt about the verb."""

_STOPS = frozenset(".;!?")


class Counted(Protocol):
    """A number among tokens: the first with what qualifies it, its own, and the one after the noun it counts."""

    @property
    def first(self) -> int: ...
    @property
    def at(self) -> int: ...
    @property
    def stop(self) -> int: ...


@dataclass(frozen=True, slots=True)
class _Word:
    """How a word tells an outcome: `object`, `either`, `subject`, `of` or `toll`, and the outcome."""

    ways: frozenset[str]
    outcome: str

    @property
    def participle(self) -> bool:
        return not self.ways.isdisjoint(("subject", "either"))


@dataclass(frozen=True, slots=True)
class _Links:
    """The small words of `outcomes.yaml` that tie a number to a verb, or part them."""

    auxiliaries: frozenset[str]
    to_be: frozenset[str]
    adverbs: frozenset[str]
    lists: frozenset[str]
    parts: frozenset[str]
    clauses: frozenset[str]
    relatives: frozenset[str]
    asides: frozenset[str]
    at_once: frozenset[str]
    others: frozenset[str]
    victims: frozenset[str]
    dead: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """The words of a sentence, what each tells, and its numbers by the token where they begin."""

    low: tuple[str, ...]
    tells: tuple[_Word | None, ...]
    numbers: frozenset[int]
    counts: Sequence[Counted]
    heads: dict[int, Counted]

    def word(self, at: int) -> str:
        return self.low[at] if 0 <= at < len(self.low) else ""

    def told(self, at: int) -> _Word | None:
        return self.tells[at] if 0 <= at < len(self.low) else None


@lru_cache(maxsize=1)
def _words() -> dict[str, _Word]:
    ways: dict[str, tuple[set[str], str]] = {}
    for outcome, by_way in table("outcomes")["outcomes"].items():
        for way, listed in by_way.items():
            for word in listed:
                ways.setdefault(word, (set(), outcome))[0].add(way)
    return {word: _Word(frozenset(kinds), outcome) for word, (kinds, outcome) in ways.items()}


@lru_cache(maxsize=1)
def _links() -> _Links:
    return _Links(**{name: frozenset(listed) for name, listed in table("outcomes")["links"].items()})


def outcomes(tokens: Sequence[Token], counts: Sequence[Counted]) -> list[str | None]:
    """For each number, in the text's order, what befell those it counts; None where the words tell nothing."""
    known, victims = _words(), _links().victims
    low = tuple(token.low for token in tokens)
    if not counts or (known.keys().isdisjoint(low) and victims.isdisjoint(low)):
        return [None] * len(counts)
    numbers = frozenset(at for at, token in enumerate(tokens) if token.kind == "number")
    sentence = _Sentence(low, tuple(map(known.get, low)), numbers, counts, {count.first: count for count in counts})
    found: list[str | None] = []
    for number, count in enumerate(counts):
        shared = _shared(sentence, number, found[-1]) if number else None
        found.append(shared if shared and _is_part(sentence, count) else _outcome(sentence, count) or shared)
    return found


def _outcome(sentence: _Sentence, count: Counted) -> str | None:
    """By the words that stand nearest and say it most plainly, first."""
    return (
        _plainly_before(sentence, count)
        or _own(sentence, count)
        or _after(sentence, count, far=False)
        or _before(sentence, count, NEAR)
        or _after(sentence, count, far=True)
        or _before(sentence, count, REACH)
        or _toll(sentence, count)
        or _included(sentence, count)
    )


def _own(sentence: _Sentence, count: Counted) -> str | None:
    """Inside the noun phrase: "12 dead", "1,000 killed soldiers"."""
    for at in range(count.at, count.stop):
        word = sentence.tells[at]
        if word and word.participle:
            return _joint(sentence, at, word.outcome)
    return None


def _after(sentence: _Sentence, count: Counted, far: bool) -> str | None:
    """By the verb after those counted; unless `far`, only where nothing but small words lies between."""
    links = _links()
    auxiliary = strayed = False
    at = count.stop
    while at < min(count.stop + REACH, len(sentence.low)):
        low, word = sentence.low[at], sentence.tells[at]
        if low in _STOPS:
            return None
        if low in links.auxiliaries and low != "left":
            auxiliary = True
        elif other := sentence.heads.get(at):
            beside = at == count.stop > count.at + 1 and _has_noun(sentence, other)
            listed = sentence.word(at - 1) in links.lists | links.parts or _is_part(sentence, other)
            if not (beside or (far and listed)):
                return None
            at = max(other.stop, at + 1)
            continue
        elif word and not word.ways.isdisjoint(("subject", "either", "object")):
            return _of_verb(sentence, at, word, auxiliary, strayed, far)
        elif low in ("among", "amongst") and (outcome := _among_the(sentence, at)):
            return outcome
        elif _breaks_off(sentence, at, auxiliary, far):
            return None
        elif low in links.asides and low not in links.relatives and low not in ("from", "as"):
            strayed = True
        at += 1
    return None


def _breaks_off(sentence: _Sentence, at: int, auxiliary: bool, far: bool) -> bool:
    """Whether a word after those counted is another verb, opens another clause, or leads too far away."""
    links, low = _links(), sentence.low[at]
    small = low in links.adverbs or low.endswith("ly")
    if (auxiliary and not small) or not (far or small or low in links.others):
        return True
    return low in links.clauses and not (low in links.relatives and sentence.word(at + 1) in links.auxiliaries)


def _of_verb(sentence: _Sentence, at: int, word: _Word, auxiliary: bool, strayed: bool, far: bool) -> str | None:
    """What a verb after those counted says of them: "were killed" that they were, "killed 12" nothing."""
    if "subject" in word.ways and (auxiliary or far or not strayed):
        return word.outcome
    if "either" not in word.ways or (strayed and not auxiliary) or (not auxiliary and _has_object(sentence, at)):
        return None
    return _joint(sentence, at, word.outcome)


def _has_noun(sentence: _Sentence, count: Counted) -> bool:
    """Whether a noun follows the number, so that two numbers side by side are a list: "22 pupils 6 teachers killed"."""
    named = count.stop > count.at + 1 and not sentence.tells[count.stop - 1]
    return named and sentence.word(count.stop) not in ("said", "told")


def _has_object(sentence: _Sentence, at: int) -> bool:
    """Whether those counted stand after the participle: "Three bombers killed 12"; but "Five killed, 12 wounded"."""
    if sentence.word(at - 1) == "and":
        return True
    after = at + 1
    while after < at + 3 and (sentence.word(after) in ("and", "or") or sentence.told(after)):
        after += 1
    if after not in sentence.heads:
        return False
    for step in range(after + 1, after + 4):
        word = sentence.told(step)
        if word and word.participle:
            return step + 1 in sentence.heads
    return True


def _joint(sentence: _Sentence, at: int, outcome: str) -> str:
    """ "Killed or wounded": neither alone."""
    link, other = sentence.word(at + 1), sentence.told(at + 2)
    if link in ("and", "or") and other and other.outcome != outcome and "either" in other.ways:
        return outcome if at + 3 in sentence.numbers else f"{outcome} {link} {other.outcome}"
    return outcome


def _joint_before(sentence: _Sentence, at: int, outcome: str) -> str:
    """ "Killing and wounding 12"."""
    link, other = sentence.word(at - 1), sentence.told(at - 2)
    if link in ("and", "or") and other and other.outcome != outcome and not other.ways.isdisjoint(("either", "object")):
        return f"{other.outcome} {link} {outcome}"
    return outcome


def _among_the(sentence: _Sentence, at: int) -> str | None:
    """ "Among the dead", "among those killed", "among the 26 civilians killed"."""
    for step in range(at + 1, at + 8):
        word = sentence.told(step)
        if word and word.participle:
            return word.outcome
    return None if _links().victims.isdisjoint(sentence.low[at + 1 : at + 4]) else DEAD


def _plainly_before(sentence: _Sentence, count: Counted) -> str | None:
    """By a verb that can only take those after it, and stands right before them: "killing another 12"."""
    for at in range(count.first - 1, max(-1, count.first - 2 - NEAR), -1):
        word = sentence.tells[at]
        if word:
            return _joint_before(sentence, at, word.outcome) if "object" in word.ways else None
        if sentence.low[at] not in _links().at_once:
            return None
    return None


def _before(sentence: _Sentence, count: Counted, reach: int) -> str | None:
    """By the verb or noun before those counted: "killed 12", "the deaths of 12", "among the dead 12"."""
    links = _links()
    for at in range(count.first - 1, max(-1, count.first - 2 - reach), -1):
        low, word = sentence.low[at], sentence.tells[at]
        if word is None:
            near = reach <= NEAR and low in ("among", "by", "on")
            if low in _STOPS or low in links.clauses or (low in links.asides and not near):
                return None
        elif "of" in word.ways and sentence.word(at + 1) == "of":
            return word.outcome
        elif "object" in word.ways or "either" in word.ways:
            passive = "object" not in word.ways and _is_passive(sentence, at)
            return None if passive else _joint_before(sentence, at, word.outcome)
        elif "subject" in word.ways:
            return None if {"among", "amongst"}.isdisjoint(sentence.low[max(0, at - 3) : at]) else word.outcome
    return None


def _is_passive(sentence: _Sentence, at: int) -> bool:
    links = _links()
    for low in reversed(sentence.low[max(0, at - 3) : at]):
        if low in links.to_be:
            return True
        if not (low in links.adverbs or low.endswith("ly")):
            return False
    return False


def _included(sentence: _Sentence, count: Counted) -> str | None:
    """ "Among those killed were three children", "the dead included 12 women"."""
    links = _links()
    verb = False
    for at in range(count.first - 1, max(-1, count.first - 1 - REACH), -1):
        low = sentence.low[at]
        if low in _STOPS:
            return None
        verb = verb or low in ("were", "was", "are", "is") or low in links.parts
        before = sentence.low[max(0, at - 3) : at]
        if verb and low in links.dead and not (before and {"the", "those", "among", "amongst"}.isdisjoint(before)):
            return DEAD
    return None


def _toll(sentence: _Sentence, count: Counted) -> str | None:
    """ "The death toll in Karsk rose to 12", "bringing the number killed to 12"."""
    befell = None
    for at in range(count.first - 1, max(-1, count.first - 1 - REACH), -1):
        low, word = sentence.low[at], sentence.tells[at]
        if low in _STOPS:
            return None
        if word and "toll" in word.ways:
            return word.outcome
        if low == "number" and befell:
            return befell
        if word and word.participle:
            befell = word.outcome
    return None


def _is_part(sentence: _Sentence, count: Counted) -> bool:
    """ "Including three children", "six of them children"."""
    after = sentence.word(count.stop) == "of" and sentence.word(count.stop + 1) in ("them", "whom")
    return after or sentence.word(count.first - 1) in _links().parts


def _shared(sentence: _Sentence, number: int, outcome: str | None) -> str | None:
    """The outcome of the number before, where this one is a part of it or joined to it."""
    links = _links()
    before, own = sentence.counts[number - 1], sentence.counts[number]
    part = _is_part(sentence, own)
    if outcome is None or own.first - before.stop > (2 * REACH if part else REACH):
        return None
    if own.first <= before.stop:
        return outcome if before.stop > before.at + 1 and _has_noun(sentence, own) else None
    for at in range(before.stop, own.first):
        word = sentence.tells[at]
        other = word and word.outcome != outcome and not word.ways.isdisjoint(("either", "object"))
        if other or sentence.low[at] in _STOPS or sentence.low[at] in ("said", "told"):
            return None
    if part:
        return outcome
    has_verb = not links.auxiliaries.isdisjoint(sentence.low[own.stop : own.stop + 5])
    return outcome if sentence.word(own.first - 1) in links.lists and not has_verb else None
