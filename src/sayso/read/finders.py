"""Finders: who came by a thing that carries words or pictures, and so stands between those in it and the page.

"Ostrel soldiers found a bundle of letters in a cellar" puts the soldiers into the chain of whoever wrote the letters.

Known limit: the finder must be the subject of the sentence that tells of the find.
"""

import re
from functools import cache

from sayso.lexicon.load import table
from sayso.lexicon.phrases import forms, plural
from sayso.model.span import Span
from sayso.model.statement import Hop, Relation


@cache
def artefact() -> re.Pattern[str]:
    """A thing that carries words or pictures: a letter, a recording, an order."""
    nouns = [str(n) for n in table("relays")["artefacts"]]
    return re.compile(rf"\b(?:{'|'.join(re.escape(f) for n in nouns for f in (plural(n), n))})\b", re.I)


@cache
def _finding() -> re.Pattern[str]:
    groups = (
        rf"(?P<{relation}>{'|'.join(sorted({f for v in verbs for f in forms(str(v))}, key=len, reverse=True))})"
        for relation, verbs in table("relays")["finders"].items()
    )
    return re.compile(rf"\b(?:{'|'.join(groups)})\b")


_HAVING = re.compile(r"(?:(?:has|have|had|also|later|then|reportedly)\s+)*")


def finders(text: str, sentence: Span, thing: Span) -> tuple[Hop, ...]:
    """Who found or intercepted the thing that a sentence tells of, in the active voice.

    "Ostrel soldiers found a bundle of letters"; "The ministry played a call that it intercepted".
    """
    if _NOBODY.match(text, *sentence):
        return ()
    for name in [m for end in range(6) if (m := _subject(end).match(text, *sentence))]:
        having = _HAVING.match(text, name.end())
        verb = _finding().match(text, having.end() if having else name.end(), sentence[1])
        if verb is not None and verb.end() <= thing[0]:
            return (Hop(name["name"], Relation.FOUND if verb["found"] else Relation.OBTAINED, name.span("name")),)
    own = _OWN_FIND.search(text, thing[1], sentence[1])
    actor = _ACTS.match(text, *sentence)
    if own and actor and actor.end() <= thing[0] and _finding().fullmatch(own["verb"]):
        return (Hop(actor["name"], Relation.OBTAINED, actor.span("name")),)
    return ()


@cache
def _subject(words: int) -> re.Pattern[str]:
    """A subject of one word and so many more, and the blank behind it."""
    return re.compile(rf"\W*(?:[Tt]he\s+)?(?P<name>[A-Z][\w’'-]+(?:\s+[\w’'-]+){{{words}}})\s+")


_NOBODY = re.compile(r"\W{0,3}(?:I|we|you|he|she|it|they|who|this|that)\b", re.I)
_OWN_FIND = re.compile(r"\W{1,3}(?:that\s{1,3}|which\s{1,3})?(?:it|they)\s+(?:has\s+|have\s+|had\s+)?(?P<verb>\w+)")
_ACTS = re.compile(
    r"\W*(?:[Tt]he\s+)?(?P<name>[A-Z][\w’'-]+(?:\s+[\w’'-]+){0,5}?)\s+(?:has|have|had|made|let|played|\w+ed)\b"
)
