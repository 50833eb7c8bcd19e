"""Sayings joined: a second verb of saying behind "and", which the tagger left in the content of the first.

"The mayor said the road was mined and accused Varnia of the raid" is two sayings of the mayor.

Known limit: "said the army had left and accused …" is taken for the mayor's accusing, though it may be the army's.
"""

import re
from collections.abc import Sequence
from functools import cache

from sayso.lexicon.load import table
from sayso.lexicon.phrases import forms
from sayso.read.attribute import Tagged
from sayso.read.clauses import finite

_WORD = re.compile(r"\w+")
LEAST = 3
"""Words on either side of the joint: fewer are no claim."""


def with_joined(text: str, runs: Sequence[Tagged]) -> list[Tagged]:
    """The runs of a paragraph, with a content cut in two where its speaker goes on to accuse, warn or call for."""
    out: list[Tagged] = []
    for run in runs:
        led = [before.role for before in out[-2:]] == ["source", "cue"] and _TOLD.search(text[slice(*out[-1].span)])
        found = _second().search(text, *run.span) if led and run.role == "content" else None
        if found and _is_clause(text, run.span[0], found.start()) and _words(text, found.end(), run.span[1]) >= LEAST:
            out += [
                Tagged("content", (run.span[0], found.start())),
                Tagged("cue", found.span("cue")),
                Tagged("content", (found.end(), run.span[1])),
            ]
        else:
            out.append(run)
    return out


_TOLD = re.compile(r"(?:ed|said|told)$")
"""Verbs in the past: in "says it fired and warned", whoever fired has warned."""


def _is_clause(text: str, start: int, end: int) -> bool:
    """Whether what was said first is whole, and nothing is quoted there that goes on behind the joint."""
    marks = text.count("“", start, end) - text.count("”", start, end)
    balanced = marks == 0 and text.count('"', start, end) % 2 == 0
    return balanced and _words(text, start, end) >= LEAST and bool(finite().search(text, start, end))


def _words(text: str, start: int, end: int) -> int:
    return len(_WORD.findall(text, start, end))


@cache
def _second() -> re.Pattern[str]:
    verbs = {form for verb in table("cues")["turning"] for form in _pasts(str(verb))}
    said = "|".join(sorted(verbs, key=len, reverse=True))
    return re.compile(rf",?\s+(?:and|but)\s+(?:also\s+|then\s+|later\s+)?(?P<cue>{said})\s+(?!by\b)")


def _pasts(phrase: str) -> list[str]:
    verb, _, rest = phrase.partition(" ")
    return [f"{form} {rest}".strip() for form in forms(verb) if form.endswith("ed")]
