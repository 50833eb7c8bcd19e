"""Clauses: the words of a text, and what may be told of each without a parse: noun or verb, denied, promised, doubted.

"Ostrel denied that it would not attack": "attack" is a verb, denied and promised. The limit accepted: only the few
words before a word are looked at, as far as the next comma.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from sayso.lexicon.acts import acts
from sayso.lexicon.load import table

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
_BE_REACH, _RELATIVE, _MODAL_REACH, _REDUCED_REACH = 3, 2, 9, 4
_COUNTING = frozenset(("of", "than", "at", "about", "around", "over", "under"))


@cache
def finite() -> re.Pattern[str]:
    """Verbs that make a clause: auxiliaries, regular pasts, irregular pasts, some presents."""
    irregular = "|".join(sorted({str(past) for pasts in table("irregular").values() for past in pasts}))
    return re.compile(
        r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|remains?|"
        rf"{irregular}|(?!un)\w{{3,}}ed|continues?|shows?|means?|follows?|comes?|makes?|takes?|gives?|says?)\b",
        re.I,
    )


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
        """Whether a word hangs on a joint before it ("which", "after") in the same clause.

        A second verb with an auxiliary is the main clause's again: "a man who went to Tarn has been killed".
        """
        joints = words("joints")
        for here in range(at, -1, -1):
            if self.keys[here] in joints and not self._no_clause(here):
                return not (self.keys[here] in words("relatives") and self._resumed(here, at))
            if self.keys[here] in BREAKS:
                return False
        return False

    def _no_clause(self, joint: int) -> bool:
        return self.keys[joint] == "as" and joint + 1 < len(self.keys) and self.keys[joint + 1] in words("no_clause")

    def _resumed(self, joint: int, at: int) -> bool:
        """Whether the verb at a word follows an auxiliary that cannot be the one of the relative clause before it."""
        helpers = [here for here in range(max(joint + 1, at - _BE_REACH), at) if self.keys[here] in words("helpers")]
        return bool(helpers) and helpers[0] > joint + _RELATIVE and self.keys[helpers[0] - 1] not in words("joining")


@cache
def words(kind: str) -> frozenset[str]:
    """The small words of one kind: joints, determiners, denials …"""
    return acts().grammar[kind]


def clauses_of(text: str) -> Clauses:
    """The words and marks of a text; the month of March and prepositions that only count have keys of their own."""
    forms = _TOKEN.findall(text)
    keys = [form.lower() for form in forms]
    if "'" in text or "’" in text:
        keys = [key[:-2] if key.endswith(_OWNS) else key for key in keys]
    if "March" in forms:
        dating = words("dating")
        for at in range(1, len(keys)):
            if forms[at] == "March" and keys[at - 1] in dating:
                keys[at] = "march."
    for at in range(len(keys) - 1):
        if keys[at] in _COUNTING and _counts(keys, at):
            keys[at] += "."
    return Clauses(forms, keys)


def _counts(keys: list[str], at: int) -> bool:
    """Whether a preposition only counts what follows: "more than ten raids", "dozens of raids", "about 30 raids"."""
    key, left, right = keys[at], keys[at - 1] if at else "", keys[at + 1]
    if key == "of":
        return left in words("counted") or left.isdigit()
    if key == "than":
        return left in words("compared")
    if key == "at":
        return right in ("least", "most")
    return right[0].isdigit() or right in words("numerals")


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
    if at > 1 and keys[at - 1] == "to" and keys[at - 2] in words("be") and keys[at - 2] not in words("having"):
        return True
    return any(key in words("promises") or key.endswith(_WILL) for key in before(keys, at, _PROMISE_REACH))


def possible(keys: list[str], at: int) -> bool:
    """Whether a word tells what somebody "may" do."""
    return any(key in words("chances") for key in before(keys, at, _PROMISE_REACH))


def doubted(keys: list[str], at: int) -> bool:
    """Whether a word tells what is only wished, feared or possible: "if", "whether", "the right to march"."""
    if any(key in words("doubts") for key in before(keys, at, _DOUBT_REACH)):
        return True
    link = keys[at - 1] if at > 1 else ""
    return (link == "to" and keys[at - 2] in words("openings")) or (link == "of" and keys[at - 2] == "capable")


def feared(keys: list[str], at: int) -> bool:
    """Whether somebody only fears what a word tells: "feared that they would be held"; not "are feared dead"."""
    for back, key in enumerate(before(keys, at, _DOUBT_REACH), 1):
        if key in words("fears"):
            return key != "feared" or keys[at - back - 1] not in words("be")
    return False


def only_thought_of(keys: list[str], at: int) -> bool:
    """Whether the verb of a noun is a modal one, or says that it has not begun: "a raid on the port would be folly"."""
    for here in range(at + 1, min(at + 1 + _MODAL_REACH, len(keys))):
        key = keys[here]
        if key in words("modals"):
            return True
        if key in words("helpers"):
            return not words("beginnings").isdisjoint(keys[here + 1 : here + 4]) and (
                keys[here + 1] in words("denials") or key.endswith(_NOT)
            )
        if key in BREAKS or key in words("joints"):
            return False
    return False


def is_topic(keys: list[str], at: int) -> bool:
    """Whether a form in -ing that begins the text is what it speaks of: "Shelling a town is a crime"."""
    if at or not keys[0].endswith("ing"):
        return False
    for key in keys[1:]:
        if key in BREAKS:
            return False
        if key in words("helpers") or key in words("modals"):
            return True
    return False


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
    return keys[at - 1] in words("determiners") and keys[at - 1] != "those"


def reduced(keys: list[str], at: int) -> bool:
    """Whether a participle only says which one is meant: "a town held by rebels", "men opposed to the king"."""
    by = "to" if keys[at] == "opposed" else "by"
    if not at or at + 1 >= len(keys) or keys[at + 1] != by or keys[at - 1] in BREAKS:
        return False
    return not any(key in words("be") or key in words("joining") for key in before(keys, at, _REDUCED_REACH))


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
