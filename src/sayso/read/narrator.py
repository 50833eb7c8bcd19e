"""The narrator: the reporter's own first person, which is the outlet's voice, and whom the reporter turns to.

"I put it to Moss that the dam would go." is told by the outlet and asks Moss, so that a quotation behind it is hers.

Known limit: in a text without quotation marks nothing tells the narrator from those who speak; "we" is the narrator
only beside a verb of asking, since parties and crowds are "we" as often.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.lexicon.load import table
from sayso.lexicon.phrases import forms
from sayso.model.span import Span, overlap
from sayso.read.attribute import NEAR, Tagged, attributions
from sayso.read.sources import speaks

_ANY_MARK = re.compile(r"[“”„«»\"‘]")
_FIRST = re.compile(r"I|[Ww]e")


@dataclass(frozen=True, slots=True)
class Turn:
    """The narrator turns to somebody: the words of it, whom the sentence names, and whether it does nothing but ask."""

    cue: Span
    whom: Span | None
    asks: bool


def turn(text: str, sentence: Span, marks: Sequence[Span]) -> Turn | None:
    """Where the narrator asks or meets somebody: "I asked the mayor whether …", "Is it so, we asked, …?"."""
    for found in _turning().finditer(text, *sentence):
        if any(a <= found.start() < b for a, b in marks):
            continue
        whom = found.span("whom") if found["whom"] and _is_somebody(found["whom"]) else None
        if whom is None and not found["asking"]:
            continue
        return Turn(found.span("cue"), whom, bool(found["asking"]) and _only_asks(text, sentence, found, marks))
    return None


def _is_somebody(words: str) -> bool:
    return words in _HIM or words[:1].isupper() or speaks(words)


def _only_asks(text: str, sentence: Span, found: re.Match[str], marks: Sequence[Span]) -> bool:
    """The asking is all that the sentence tells: no clause leads to it or hangs on it."""
    if text[sentence[0] : sentence[1]].rstrip(' \n"”»’').endswith("?"):
        return True
    before = [
        w for w in _WORD.finditer(text, sentence[0], found.start()) if not any(a <= w.start() < b for a, b in marks)
    ]
    leads = any(w.group().lower() in _LEADING for w in before[:1] + before[-1:])
    return not leads and _HUNG.search(text, found.end(), sentence[1]) is None


_WORD = re.compile(r"[\w’'-]+")
_HIM = frozenset(["him", "her", "them"])
# "When I asked her, she smiled" and "He said so much that I asked …" tell more than the asking.
_LEADING = frozenset(["when", "as", "after", "before", "if", "because", "while", "since", "that", "until", "once"])
_HUNG = re.compile(r",\s+(?:and|but|\w+ing)\b")


def is_narrator(text: str, source: Span, cue: Span | None, marks: Sequence[Span]) -> bool:
    """A source is the reporter: a first person outside all quotation marks."""
    words = text[slice(*source)]
    if not _FIRST.fullmatch(words) or any(a <= source[0] < b for a, b in marks):
        return False
    if words != "I" and not (cue and _asking().search(text, *cue)):
        return False
    return _ANY_MARK.search(text) is not None


def without_narrator(
    text: str, sentences: Sequence[Span], runs: Sequence[Tagged], marks: Sequence[Span]
) -> list[Tagged]:
    """The runs of a paragraph without what the narrator is tagged as saying, which the outlet tells."""
    sources = [r for r in runs if r.role == "source"]
    ours = {r for r in sources if is_narrator(text, r.span, _cue_beside(r, runs), marks)}
    if not ours:
        return list(runs)
    gone: list[Span] = [r.span for r in ours]
    for found in attributions(text, sentences, runs):
        anchor = found.anchor
        if anchor and any(r.span in (*anchor.source, *anchor.borrowed) for r in ours):
            gone += anchor.cue
            gone += found.content if found.own else ()
    gone += [cue.span for r in ours if (cue := _tagged_beside(r, runs)) is not None]
    for sentence in sentences:
        here = [r for r in sources if sentence[0] <= r.span[0] < sentence[1]]
        if here and all(r in ours for r in here):
            gone.append(sentence)
    return [piece for run in runs for piece in _outside(text, run, gone)]


def _outside(text: str, run: Tagged, gone: Sequence[Span]) -> list[Tagged]:
    """What is left of a run beside the spans that are gone."""
    parts = [run.span]
    for span in gone:
        parts = [
            piece
            for part in parts
            for piece in (
                [(part[0], min(part[1], span[0])), (max(part[0], span[1]), part[1])] if overlap(part, span) else [part]
            )
            if piece[0] < piece[1] and re.search(r"\w", text[slice(*piece)])
        ]
    return [Tagged(run.role, part) for part in parts]


def _tagged_beside(source: Tagged, runs: Sequence[Tagged]) -> Tagged | None:
    """The cue right behind a source, or right before it."""
    cues = [r for r in runs if r.role == "cue"]
    behind = (c for c in cues if 0 <= c.span[0] - source.span[1] <= NEAR)
    before = (c for c in cues if 0 <= source.span[0] - c.span[1] <= NEAR)
    return next(behind, None) or next(before, None)


def _cue_beside(source: Tagged, runs: Sequence[Tagged]) -> Span | None:
    cue = _tagged_beside(source, runs)
    return cue.span if cue else None


@cache
def _verbs(kind: str) -> str:
    words = (str(w) for w in table("speakers")["narrator"][kind])
    return "|".join(sorted({f for w in words for f in forms(w)}, key=len, reverse=True))


@cache
def _asking() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_verbs('asking')})\b")


@cache
def _turning() -> re.Pattern[str]:
    small = r"(?:(?:also|then|later|once|first|again|just|had|have|had\s+to|wanted\s+to|\w+ly)\s+){0,2}"
    ends = (
        r"(?:whether|if|about|what|why|how|when|where|who|which|that|for|on|in|at|to|and|as|after|before|this|last)\b"
    )
    return re.compile(
        rf"\b(?:I|[Ww]e)\s+{small}"
        rf"(?P<cue>(?P<asking>{_verbs('asking')})|{_verbs('meeting')}|(?:{_verbs('putting')})\s+(?:(?:it|this|that|the\s+\w+)\s+)?to)\b"
        rf"(?:\s+(?P<whom>(?!{ends}|(?:it|its)\b)[\w’'-]+(?:\s+(?!{ends})[\w’'-]+){{0,7}}(?:\s+(?:for|from|at)\s+(?:the\s+)?[A-Z][\w’'-]+)?))?"
    )
