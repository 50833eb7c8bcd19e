"""Begun: who began, as two sides tell it.

    "Ulmar's guards opened fire first"   against   "Ulmar fired only after it had been shot at"
    "Kereth troops crossed the border"   against   "the patrol was inside Kereth when it came under fire"

Limit: whose side it was is told by the name before the words for beginning or answering; "the attackers" names nobody.
"""

import re
from functools import lru_cache

from sayso.lexicon.commonness import is_common_noun
from sayso.lexicon.contrary import listed
from sayso.lexicon.states import state_of
from sayso.lexicon.stems import stem
from sayso.link.doers import doers_of
from sayso.link.matter import points
from sayso.link.tellers import apart, side_key
from sayso.model.filed import Filed

ONE_FIGHT = 0.6
"""Points (`sayso.link.matter`) from which two statements are of one fight."""

ONE_ATTACK = 2.0
"""The same, where the one only tells of an attack."""

_ONLY = "The one has it that they attacked, the other that they only answered."
AHEAD = 24
"""Code points after "the first shots came from" within which the side is named."""

_PARTY = re.compile(r"\b(?:[A-Z][\w-]+|[Oo]ur|[Ww]e|[Ii]ts?|[Tt]heir)\b")
_OWN = frozenset({"our", "we", "its", "it", "their"})


def two_beginners(a: Filed, b: Filed) -> str | None:
    """Why two accounts of who began part, as a sentence."""
    first, answered = began(a)
    other, replied = began(b)
    if not apart(a.statement.origin, b.statement.origin) or not (first or answered or other or replied):
        return None
    if _answers(answered, b) or _answers(replied, a):
        return _ONLY if points(a, b) >= ONE_ATTACK else None
    if not (first or answered) or not (other or replied):
        return None
    if first and other:
        part = first != other
    elif first or other:
        part = (first or other) == (answered or replied)
    else:
        part = answered != replied
    return "The one has it that the other side began." if part and points(a, b) >= ONE_FIGHT else None


def _answers(side: str | None, other: Filed) -> bool:
    """The side that the one has only answer is the one that the other has attack."""
    return side is not None and doers_of(other) == {side} and began(other) == (None, None)


@lru_cache(maxsize=8192)
def began(filed: Filed) -> tuple[str | None, str | None]:
    """The side that began and the side that only answered, by the words; None where they do not tell."""
    words, side = filed.words, filed.statement.origin.side
    cues = listed("began")
    by = cues["by"].search(words)
    if by:
        return party_in(words[by.end() : by.end() + AHEAD], side), None
    answered = cues["answered"].search(words)
    if answered:
        return None, party_in(words[: answered.start()], side)
    first = cues["first"].search(words)
    return (party_in(words[: first.start()], side), None) if first else (None, None)


def party_in(words: str, side: str) -> str | None:
    """The first side that words name, the teller's own by "our" and "its"."""
    for found in _PARTY.finditer(words):
        name = found.group()
        if name.lower() in _OWN:
            return side_key(side) if side not in ("unknown", "none") else None
        code = state_of(name)
        if code or side_key(name) == side_key(side) or not is_common_noun(stem(name)):
            return side_key(code or name)
    return None
