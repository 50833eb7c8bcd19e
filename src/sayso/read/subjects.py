"""Subjects: who does what a sentence tells, read from how it opens.

"Late last month the Kremlin gave up its plan" has a body as its subject, "Others see the raid as a trap" people. The
limit accepted: no syntax is parsed, so that what opens a sentence is taken for its subject.
"""

import re

from sayso.lexicon import states
from sayso.lexicon.states import state_of
from sayso.model.span import Span
from sayso.model.statement import OriginKind
from sayso.read.described import words_of_phrase
from sayso.read.kind import heads
from sayso.read.mentions import known
from sayso.read.tokens import listed

_WORD = re.compile(r"[\w’'-]*\w")
_SUBJECT = re.compile(
    r"\W*(?:(?:On|In|At|By|Late|Early|Since|After|Before|Earlier|Last|Meanwhile|But|And|However)\b[^.;:“\"]{0,60}?[,\s]\s*)?"
    r"(?:[Tt]he\s+)?(?P<name>[A-Z][\w’'.&-]*(?:\s+(?:(?:of|for|the|and)\s+)*[A-Z][\w’'.&-]*){0,6})"
    r"(?:\s+(?:last\s+)?[a-z]|, (?:an?|the|which|one)\s)"
)
# A name this near to the start of a sentence may be its subject.
OPENING = 80


def acting_body(sentence: Span, words: str) -> tuple[int, Span] | None:
    """The body or state that is the subject of a sentence: "Late last month the Kremlin gave up its plan"."""
    found = _SUBJECT.match(words)
    if found is None:
        return None
    name = found["name"]
    parts = [w.lower() for w in words_of_phrase(name)]
    body = name.isupper() or any(w in listed("institutions") | listed("outlets") for w in parts)
    if not body and ((state_of(name) is None and not known(name)) or name.lower() in states.adjectives()):
        return None
    return sentence[0], (sentence[0] + found.start("name"), sentence[0] + found.end("name"))


# So many words of a sentence may hold its subject.
_SUBJECT_WITHIN = 6
_NO_SUBJECT = re.compile(
    r"(?:of|in|at|on|to|by|for|with|from|as|after|before|when|while|if|that|who|which|said|says|told|has|have|had|was|"
    r"were|is|are|not|and|or|but|his|her|its|their)$"
)


def acting_people(sentence: Span, words: str) -> Span | None:
    """The people who are the subject of a sentence: "Others see the raid as a trap"."""
    first: int | None = None
    for at, found in enumerate(_WORD.finditer(words[:OPENING])):
        word = found.group().lower()
        if word in ("but", "and", "yet", "meanwhile", "however", "still") and not at:
            continue
        first = found.start() if first is None else first
        if at > _SUBJECT_WITHIN or _NO_SUBJECT.match(word) or words[found.end() : found.end() + 1] in (",", ";", ":"):
            return None
        if heads().get(word) is OriginKind.GROUP:
            return sentence[0] + first, sentence[0] + found.end()
    return None
