"""Nested sayings: a content that opens with a saying of its own.

"Moss said the ministry had promised that the bridge would hold" tells what the ministry says, through Moss; "Ostrel
Wire quoted a guard as saying the gate was shut" what the guard says, through the agency.

Known limit: only what opens a content is read so, and a pronoun opens none: "he believed that" is the speaker's own.
"""

import re
from dataclasses import dataclass
from functools import cache

from sayso.lexicon.load import table
from sayso.lexicon.phrases import forms
from sayso.model.span import Span, Spans
from sayso.read.sources import speaks
from sayso.read.tokens import every_pronoun

# What is left for the inner speaker to say is a clause of at least so many words.
LEAST_SAID = 3


@dataclass(frozen=True, slots=True)
class Inner:
    """The saying that opens a content: who, by what words, and what."""

    source: Span
    cue: Span
    content: Spans


def inner(text: str, content: Spans) -> Inner | None:
    """The saying that opens a content; None where none does."""
    if not content:
        return None
    start, end = content[0]
    for pattern in (_quoted_as(), _according(), _says()):
        found = pattern.match(text, start, end)
        if found is None or not _may_be_source(found["who"]):
            continue
        rest = (found.end(), end)
        if len(re.findall(r"\w+", text[slice(*rest)])) < LEAST_SAID:
            continue
        return Inner(found.span("who"), found.span("cue"), (rest, *content[1:]))
    return None


def _may_be_source(words: str) -> bool:
    return speaks(words) and words.lower() not in every_pronoun()


@cache
def _quoted_as() -> re.Pattern[str]:
    return re.compile(
        r"(?P<who>[^,;:“”\"]{3,90}?)\s+(?P<cue>as\s+(?:saying|having\s+said|telling\s+\w+))\s+(?:that\s+)?"
    )


@cache
def _according() -> re.Pattern[str]:
    return re.compile(r"(?:(?:[Bb]ut|[Aa]nd),?\s+)?(?P<cue>[Aa]ccording\s+to)\s+(?P<who>[^,;:“”\"]{2,80}),\s+")


@cache
def _says() -> re.Pattern[str]:
    verbs = "|".join(sorted({f for v in table("cues")["saying"] for f in forms(str(v))}, key=len, reverse=True))
    plain = "|".join(sorted({f for v in ("say",) for f in forms(v) if f != "saying"}, key=len, reverse=True))
    having = r"(?:(?:has|have|had|also|later|then)\s+){0,2}"
    return re.compile(
        r"(?:(?:[Bb]ut|[Aa]nd),?\s+)?(?P<who>(?:[\w’'.-]+\s+){0,9}?[\w’'.-]+)\s+"
        rf"(?P<cue>{having}(?:(?:{verbs})(?:\s+(?:him|her|them|us|me))?(?=\s+that\s)|(?:{plain})(?!\s+(?:on|in|at|to)\b)|"
        r"told\s+(?:him|her|them|us|me)))\s+(?:that\s+)?"
    )
