"""Showing: what letters, pictures and recordings say by themselves ("Satellite images show fresh trenches near Tarn").

The encoder's corpora have people and institutions as sources; things that carry words or pictures are told here by a
rule: such a thing as the subject of the sentence, and a verb of showing behind it.

Known limit: the thing must stand before the verb in its own sentence.
"""

import re
from functools import cache

from sayso.lexicon.load import table
from sayso.lexicon.phrases import forms
from sayso.model.span import Span
from sayso.read.finders import artefact

# A subject of more words is a sentence of its own.
LONGEST_SUBJECT = 28


def shown(text: str, sentence: Span) -> tuple[Span, Span, Span] | None:
    """The spans of source, cue and content of a sentence in which a thing shows something; None where none does."""
    for verb in _showing().finditer(text, *sentence):
        subject = text[sentence[0] : verb.start()]
        thing = artefact().search(subject)
        if thing is None or len(subject.split()) > LONGEST_SUBJECT or _ANOTHER_VERB.search(subject, thing.end()):
            return None
        opened = _CLEFT.match(subject)
        start = sentence[0] + (opened.end() if opened else len(subject) - len(subject.lstrip()))
        apposed = subject.find(",", thing.end())
        stop = sentence[0] + apposed if apposed >= 0 else verb.start()
        stop = start + len(_THAT.sub("", text[start:stop].rstrip()))
        if start < stop and verb.end() < sentence[1]:
            return (start, stop), verb.span(), (verb.end(), sentence[1])
        return None
    return None


@cache
def _showing() -> re.Pattern[str]:
    verbs = sorted(
        {form + tail for phrase in table("cues")["showing"] for form, tail in _phrase_forms(str(phrase))},
        key=len,
        reverse=True,
    )
    return re.compile(
        r"\b(?:(?:appear|seem)(?:s|ed)?\s+to\s+|(?:has|have|had)\s+)?"
        rf"(?:{'|'.join(map(re.escape, verbs))})\b(?:\s+that\b)?"
    )


def _phrase_forms(phrase: str) -> list[tuple[str, str]]:
    verb, _, tail = phrase.partition(" ")
    return [(form, f" {tail}" if tail else "") for form in (verb, *forms(verb)) if not form.endswith("ing")]


_ANOTHER_VERB = re.compile(r"\b(?:is|are|was|were|will|would|said|says|can|could|may|might|must|did|does|do|not)\b")
_CLEFT = re.compile(r"\s*(?:but\s+|and\s+|yet\s+)?it\s+(?:is|was)\s+", re.I)
_THAT = re.compile(r"\s+that$")
