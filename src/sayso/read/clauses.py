"""Clauses: the words of a text, and what may be told of each without a parse: noun or verb, denied, promised, doubted.

"Ostrel denied that it would not attack": "attack" is a verb, denied and promised. The limit accepted: only the few
words before a word are looked at, as far as the next comma.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from sayso.lexicon.acts import acts

BREAKS = frozenset(",;:.!?()—–")
"""Marks that part clauses."""

_TOKEN = re.compile(r"\w+(?:[-'’.]\w+)*|['’]s\b|[^\w\s]")
_ADJECTIVAL = ("al", "ic", "ous", "ive", "ful", "less", "ese", "ish", "ian")
_LOOSELY_ADJECTIVAL = (*_ADJECTIVAL, "ed", "ing", "an", "y")
_OWNS = ("'s", "’s")
_NOT = ("n't", "n’t")
_WILL = ("'ll", "’ll")
# How many words before a word these are looked for.
_DENIAL_REACH, _PROMISE_REACH, _DOUBT_REACH, _ASIDE_REACH, _GOING_ON_REACH = 4, 4, 8, 5, 4


class Clauses(NamedTuple):
    """The words and marks of a text as written, and in lower case without "'s"."""

    forms: list[str]
    keys: list[str]

    def capital(self, at: int) -> bool:
        """Whether a word has a capital."""
        return self.forms[at][0].isupper()

    def owns(self, at: int) -> bool:
        """Whether a word ends in "'s"."""
        return self.forms[at].endswith(_OWNS)

    def hung(self, at: int) -> bool:
        """Whether a word hangs on a joint before it ("which", "after") in the same clause."""
        joints = words("joints")
        for here in range(at, -1, -1):
            if self.keys[here] in joints:
                return True
            if self.keys[here] in BREAKS:
                return False
        return False


@cache
def words(kind: str) -> frozenset[str]:
    """The small words of one kind: joints, determiners, denials …"""
    return acts().grammar[kind]


def clauses_of(text: str) -> Clauses:
    """The words and marks of a text; the month of March has a key of its own."""
    forms = _TOKEN.findall(text)
    keys = [form.lower() for form in forms]
    if "'" in text or "’" in text:
        keys = [key[:-2] if key.endswith(_OWNS) else key for key in keys]
    if "March" in forms:
        dating = words("dating")
        for at in range(1, len(keys)):
            if forms[at] == "March" and keys[at - 1] in dating:
                keys[at] = "march."
    return Clauses(forms, keys)


def before(keys: list[str], at: int, reach: int) -> Iterator[str]:
    """The words before a word, the nearest first, as far as its clause and `reach` go."""
    for here in range(at - 1, max(-1, at - reach - 1), -1):
        if keys[here] in BREAKS:
            return
        yield keys[here]


def denied(keys: list[str], at: int) -> bool:
    """Whether "not" or "never" stands shortly before a word."""
    return any(key in words("denials") or key.endswith(_NOT) for key in before(keys, at, _DENIAL_REACH))


def promised(keys: list[str], at: int) -> bool:
    """Whether a word tells what somebody "will", "plans to" or "is to" do."""
    if at > 1 and keys[at - 1] == "to" and keys[at - 2] in words("be"):
        return True
    return any(key in words("promises") or key.endswith(_WILL) for key in before(keys, at, _PROMISE_REACH))


def possible(keys: list[str], at: int) -> bool:
    """Whether a word tells what somebody "may" do."""
    return any(key in words("chances") for key in before(keys, at, _PROMISE_REACH))


def doubted(keys: list[str], at: int) -> bool:
    """Whether a word tells what is only wished, feared or possible: "if", "whether", "unable to"."""
    return any(key in words("doubts") for key in before(keys, at, _DOUBT_REACH))


def going_on(keys: list[str], at: int) -> bool:
    """Whether a form in -ing is the verb of its clause ("were fighting") or follows a comma; not "those fighting"."""
    if keys[at - 1] in BREAKS:
        return True
    return any(key in words("going_on") for key in keys[max(0, at - _GOING_ON_REACH) : at])


def attributive(keys: list[str], at: int) -> bool:
    """Whether a participle only describes: "the captured villages", "Jailed editor on hunger strike"."""
    after = keys[at + 1] if at + 1 < len(keys) else ""
    if not at or keys[at - 1] == ":":
        return after not in words("prepositions") and after not in words("determiners")
    if keys[at - 1] in words("prepositions"):
        return bool(after) and after not in words("prepositions") and after not in words("determiners")
    return keys[at - 1] in words("determiners")


def aside(clauses: Clauses, at: int) -> bool:
    """Whether a noun stands in a phrase with a preposition: "the hardest winter since the invasion"."""
    keys = clauses.keys
    for back, here in enumerate(range(at - 1, max(-1, at - _ASIDE_REACH - 1), -1)):
        key = keys[here]
        if key in words("prepositions") or key == "to":
            return True
        within = clauses.capital(here) or key in words("determiners") or key.endswith(_LOOSELY_ADJECTIVAL)
        if key in BREAKS or (back and not within):
            return False
    return False


def is_noun(clauses: Clauses, at: int, often: bool) -> bool:
    """Whether a word that may be a verb is a noun here, by the words beside it; `often` for one such as "attack"."""
    keys = clauses.keys
    key = keys[at]
    if key.endswith("ed"):
        return False
    left = keys[at - 1] if at else ""
    right = keys[at + 1] if at + 1 < len(keys) else ""
    prepositions, determiners = words("prepositions"), words("determiners")
    if left in words("before_verbs") or left in words("be"):
        return False
    if left in determiners or left in prepositions or left.isdigit() or (at and clauses.owns(at - 1)):
        return not (key.endswith("ing") and left in prepositions and right not in ("of", ""))
    if left.endswith(_ADJECTIVAL) and len(left) > 4:
        return not right or right in prepositions or right in BREAKS or not key.endswith("s")
    if key.endswith("ing"):
        return right == "of"
    if right in determiners:
        return False
    if not often:
        return right == "of" or (bool(left) and not right)
    if not right or right in BREAKS or right in words("after_nouns"):
        return True
    if key.endswith("s") and (right in prepositions or right == "to"):
        return not left or left in words("compounding") or not ((at > 1 and clauses.capital(at - 1)) or _is_thing(left))
    return not key.endswith("s") and bool(left) and not left.endswith("s") and left not in BREAKS


def _is_thing(key: str) -> bool:
    """Whether a lower-case word may be the subject of a verb in -s: "the ministry calls", not "repeated calls"."""
    return not key.endswith(("s", "ly", *_LOOSELY_ADJECTIVAL)) and key not in words("determiners")
