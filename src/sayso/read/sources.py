"""Sources: whether some words may name a speaker, and where the phrase opens that does.

"the mayor of Tarn", "a guard who asked not to be named", "Ada Moss" and "she" may; "the old bridge" may not.

Known limit: told by the head noun, by a list, so that a speaker whose noun no list knows is passed over.
"""

import re

from sayso.read.names import named
from sayso.read.tokens import may_speak

# A speaker is named in at most so many words.
LONGEST_SPEAKER = 12
_WORD = re.compile(r"[\w’'.-]*\w")
_PRONOUN = re.compile(r"(?:he|she|they|it)$", re.I)
_OPENS_PHRASE = re.compile(
    r"\b(?:the|an?|one|another|several|some|two|three|his|her|its|their|our|he|she|they|it)\b", re.I
)


def speaker_at_end(part: str) -> int | None:
    """Where the phrase opens that ends some words and may name a speaker; None where none does."""
    comma = max(part.rfind(mark) for mark in ',"”')
    if comma >= 0 and (start := _first_word(part, comma + 1)) is not None and speaks(part[start:]):
        return start
    tail = part[-120:]
    for found in reversed(list(_OPENS_PHRASE.finditer(tail))):
        phrase = tail[found.start() :]
        if _CLAUSE.search(phrase):
            break
        if speaks(phrase) and (found.start() or len(part) == len(tail)):
            return len(part) - len(tail) + found.start()
        if len(_WORD.findall(phrase)) > LONGEST_SPEAKER:
            break
    return None


def named_at_end(part: str) -> int | None:
    """Where a name at the end of some words opens, with the role before it: "a question from local baker Iva Moss"."""
    found = _NAME_LAST.search(part)
    if found is None:
        return None
    start, at, epithet = found.start(), None, False
    before = list(_WORD.finditer(part, max(0, start - 60), start))
    for i in range(len(before) - 1, -1, -1):
        key = before[i].group()
        known = key.lower() in _EPITHETS
        of_role = key == "of" and at is not None and i > 0 and may_speak(before[i - 1].group())
        if known or not (may_speak(key) or of_role):
            if at is None or not (known or (key[0].isupper() and not epithet)):
                break
            epithet = epithet or known
        at = before[i].start()
    return at


_NAME = r"(?:al|el|bin|de|von|van|(?:al-|el-)?[A-Z][\w’'-]*)"
_NAME_LAST = re.compile(rf"(?:al-|el-)?[A-Z][\w’'-]+(?:\s+{_NAME}){{0,3}}$")
_EPITHETS = frozenset(
    ["the", "a", "an", "local", "senior", "former", "acting", "deputy", "chief", "veteran", "retired", "top", "junior"]
)


# A verb makes a clause of what should be a phrase, unless the phrase itself goes on with "who".
_CLAUSE = re.compile(r"^(?:(?!\b(?:who|which|that|whose)\b).)*\b(?:is|are|was|were|has|have|had|been)\b", re.I | re.S)


def _first_word(part: str, at: int) -> int | None:
    found = _WORD.search(part, at)
    return found.start() if found else None


_AFTER_HEAD = re.compile(
    r"\s+(?:of|in|at|for|from|who|that|which|with|on|to|near|under|inside|based|working|speaking|and|familiar|close|,)\s.*$",
    re.S,
)


def speaks(phrase: str) -> bool:
    """The phrase may name a speaker: a pronoun, a name, or a noun phrase whose head is a word for one."""
    phrase = phrase.strip(' \n,“”"')
    words = _WORD.findall(phrase)
    if not words or len(words) > LONGEST_SPEAKER:
        return False
    if _PRONOUN.match(phrase):
        return True
    head = _AFTER_HEAD.sub("", phrase)
    last = _WORD.findall(head)[-1:] or [""]
    if may_speak(re.sub(r"['’]s$", "", last[0])):
        return True
    return named(phrase, (0, len(phrase))).person
