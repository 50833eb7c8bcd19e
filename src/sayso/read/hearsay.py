"""Hearsay: what is told as somebody's word, not whose: "reportedly", "is believed to", "there are claims that".

"Two bridges have reportedly been blown up" says of two bridges that they have been blown up, and that somebody says so.
What the tagger saw of a sentence goes before; the subject that it left out is taken in.

Known limit: a subject is what stands before the verb from the last clause on, so that a long one is cut at its "which".
"""

import re
from collections.abc import Sequence
from functools import cache

from sayso.lexicon.load import table
from sayso.lexicon.phrases import plural
from sayso.model.span import Span
from sayso.read.attribute import Tagged
from sayso.read.contents import touching

# A subject of more words is more than a subject.
LONGEST_SUBJECT = 24
_WORD = re.compile(r"[\w’'-]+")
_QUOTED = re.compile(r"[\"“”„«»]")
_BARELY = r"(?:reportedly|allegedly|purportedly|supposedly)"
_HEARSAY = re.compile(rf"\b{_BARELY}\b")
_BE = r"(?:is|are|was|were|(?:has|have|had)\s+been)"
_VERBS = r"(?:believed|thought|said|reported|understood|alleged|estimated|rumou?red|claimed|presumed)"
_PASSIVE = re.compile(
    rf"\b(?P<cue>(?:[Ii]t\s+)?{_BE}\s+(?:(?:not|also|still|now|since|\w+ly)\s+)?"
    rf"(?:{_VERBS}(?=\s+(?:to|that)\s)|(?:accused|suspected)\s+of))\b"
)
_NEW_CLAUSE = re.compile(
    r"[,;–—]\s+(?:(?:and|but|or|while|although|though|as|after|with|including)\s+)|;\s+|\s[–—]\s|"
    r"\b(?:which|who|whom|whose|where|when|because|that)\s+"
)
_STOPS = re.compile(r";|,\s+(?:but|while|although|though)\s")


def with_hearsay(text: str, sentences: Sequence[Span], runs: Sequence[Tagged]) -> list[Tagged]:
    """The runs of a paragraph in order, with hearsay that was not tagged and the subjects of hearsay that was."""
    ends = [run.span[1] for run in runs]
    gone: set[Tagged] = set()
    more: list[Tagged] = []
    for sentence in sentences:
        here = touching(runs, ends, sentence)
        if not here:
            more += _told(text, sentence)
            continue
        for i, cue in enumerate(here):
            if cue.role != "cue":
                continue
            before = here[i - 1] if i else None
            if before is not None and before.role == "content" and _is_aside(text, before, cue):
                gone.add(before)
            elif (subject := _subject(text, sentence, before, cue)) is not None:
                more.append(Tagged("content", subject))
    return sorted([*(r for r in runs if r not in gone), *more], key=lambda r: r.span) if more or gone else list(runs)


def _told(text: str, sentence: Span) -> list[Tagged]:
    """The hearsay of a sentence in which nothing was tagged; none where it quotes somebody."""
    if _QUOTED.search(text, *sentence):
        return []
    for pattern in (_there(), _PASSIVE, _HEARSAY):
        found = pattern.search(text, *sentence)
        if found is None:
            continue
        cue = found.span("cue") if "cue" in pattern.groupindex else found.span()
        stop = _STOPS.search(text, found.end(), sentence[1])
        after = found.end(), stop.start() if stop else sentence[1]
        before = _clause_start(text, sentence[0], cue[0]), cue[0]
        parts = [part for part in (before, after) if _WORD.search(text, *part)]
        if len(_WORD.findall(text, *after)) >= 2 and len(_WORD.findall(text, *before)) <= LONGEST_SUBJECT:
            return [Tagged("cue", cue), *(Tagged("content", part) for part in parts)]
    return []


def _clause_start(text: str, start: int, end: int) -> int:
    """Where the clause opens that holds an offset: behind the last word that joins clauses."""
    for found in _NEW_CLAUSE.finditer(text, start, end):
        start = found.end()
    return start


def _subject(text: str, sentence: Span, before: Tagged | None, cue: Tagged) -> Span | None:
    """What hearsay is told of, where the tagger left it out; None where it is tagged or somebody else speaks."""
    if not (_PASSIVE.match(text, *cue.span) or _BARE.fullmatch(text, *cue.span)):
        return None
    low = before.span[1] if before is not None else sentence[0]
    start = max(low, _clause_start(text, sentence[0], cue.span[0]))
    words = _WORD.findall(text, start, cue.span[0])
    if not words or len(words) > LONGEST_SUBJECT or _QUOTED.search(text, start, cue.span[0]):
        return None
    if before is not None and before.role == "source" and start == low:
        return None
    barely = _HEARSAY.fullmatch(text, *cue.span) and words[-1].lower() not in _AUXILIARIES
    return None if barely and _ING.match(text, cue.span[1]) else (start, cue.span[0])


_BARE = re.compile(
    rf"{_BARELY}|{_BE}\s+(?:\w+ly\s+)?(?:{_VERBS}(?:\s+to(?:\s+(?:be|have))?)?|(?:accused|suspected)\s+of)"
)
_ING = re.compile(r"\s+\w+ing\b")
_AUXILIARIES = frozenset(["is", "are", "was", "were", "has", "have", "had", "be", "been", "being", "will", "would"])


def _is_aside(text: str, before: Tagged, cue: Tagged) -> bool:
    """ "They struck the depot, described as the last one": the content is what comes behind the cue alone."""
    return bool(_ASIDE.fullmatch(text, *cue.span)) and text[before.span[1] : cue.span[0]].strip() == ","


_ASIDE = re.compile(r"(?:described|seen|regarded|hailed|viewed|portrayed)\s+as")


@cache
def _there() -> re.Pattern[str]:
    """ "There are reports that …", "there is a broad recognition that …"."""
    nouns = {str(n) for n in (*table("cues")["nobody"], *table("cues")["beliefs"])} - {"there", "word"}
    every = "|".join(sorted({f for n in nouns for f in (n, plural(n))}, key=len, reverse=True))
    return re.compile(
        rf"\b(?P<cue>[Tt]here\s+{_BE}\s+(?!no\b)(?:(?:an?|some|many|several|the|\w+ing|[a-z]+)\s+){{0,3}}(?:{every}))\s+that\s"
    )
