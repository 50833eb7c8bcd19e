"""Views: how somebody takes a thing, where the tagger has seen no saying: "Varnia regards them as bandits".

"Some see the raid as a diversion" and "his own administration believes the hills still hide rebels" tell what others
hold to be so, though nobody is heard to say it. Sentences in which somebody is tagged as speaking are left alone.

Known limit: who holds the view must open the sentence or stand behind "but", "while" and the like.
"""

import re
from collections.abc import Sequence

from sayso.model.span import Span
from sayso.read.attribute import Tagged
from sayso.read.clauses import finite
from sayso.read.contents import touching
from sayso.read.kind import heads
from sayso.read.plain import is_called
from sayso.read.sources import speaks

_WORD = re.compile(r"[\w’'.-]*\w")
LEAST_VIEW = 4
"""Words that a view has at least: fewer are a phrase ("sees fit")."""

_WHO = (
    r"(?P<source>(?P<who>(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) own [a-z]+|[^,;:.“”\"()]{2,70}?)"
    r"(?:,\s(?:who|which|an?|the|one of)\s[^,;:“”\"]{3,90},)?)"
)
_HOW = r"(?:(?:has|have|had|also|long|still|now|widely|largely|reportedly|both|all|\w+ly)\s+)*"
_AS = re.compile(
    rf"{_WHO}\s+{_HOW}(?P<cue>sees?|saw|seen|regards?|regarded|views?|viewed|considers?|considered)\s+"
    r"(?P<what>(?:(?!\b(?:as|see|sees|which|who)\b)[^;:“”\"]){2,80}?\sas\s[^\n]+)"
)
_THAT = re.compile(
    rf"{_WHO}\s+{_HOW}(?P<cue>believes?|believed|thinks?|thought|suspects?|suspected|reckons?|reckoned|contends?|contended|"
    r"argues?|argued|insists?|insisted|maintains?|maintained)\s+(?P<that>that\s+)?"
    r"(?P<what>(?:the|an?|it|they|he|she|this|these|those|there|its|their|his|her|some|many|most|no|any|such|[A-Z][\w’'-]*)"
    r"\s[^\n]+)"
)
_WHICH_AS = re.compile(
    r"(?P<source>(?P<who>(?:the\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3})),\s+(?:which|who)\s+"
    rf"{_HOW}(?P<cue>sees?|saw|seen|regards?|regarded|views?|viewed|considers?|considered)\s+"
    r"(?P<what>(?:(?!\b(?:as|which|who)\b)[^,;:“”\"]){2,80}?\sas\s[^\n]+)"
)
_LEAD = re.compile(
    r"\W*(?:(?:But|And|Yet|Meanwhile|However|Still|Instead)\b,?\s+|(?:On|In|At|By|After|Since|Among|Within)\b[^,;:“\"]{1,60},\s+)?"
)
_JOINT = re.compile(r"[,;–—]\s+(?:but|and|while|although|though|yet|whereas)\s+")
_SOME = re.compile(r"(?:some|others|many|most|few|both sides|all sides|critics|supporters|opponents)\b[^,]{0,40}", re.I)
_OWNED = re.compile(r"(?:his|her|its|their) (?:own )?(?P<noun>[a-z]+)", re.I)
_NOT_A_HOLDER = re.compile(r"(?:it|there|this|that|what|who|which|nobody|no one|I|we|you)$", re.I)
_END = re.compile(
    r"[,;]\s+(?:but|and (?=\w+ (?:is|are|was|were|has|have))|while|although|though|whereas|describing|saying)\b|"
    r"[.!?][\"”]?\s*$"
)


def with_views(text: str, sentences: Sequence[Span], runs: Sequence[Tagged]) -> list[Tagged]:
    """The runs of a paragraph, and those of the views that its sentences tell of."""
    ends = [run.span[1] for run in runs]
    gone: set[Tagged] = set()
    more: list[Tagged] = []
    for sentence in sentences:
        here = touching(runs, ends, sentence)
        marks = [r.span[0] for r in here if r.role != "content"]
        found = _view(text, sentence)
        if not found or any(at < found[1].span[1] for at in marks):
            continue
        if marks and min(marks) < found[2].span[1]:
            found = [*found[:2], Tagged("content", (found[2].span[0], _cut(text, found[2].span[0], min(marks))))]
        gone.update(r for r in here if r.role == "content" and r.span[0] < found[-1].span[1])
        more += found
    return sorted([*(r for r in runs if r not in gone), *more], key=lambda r: r.span) if more else list(runs)


_AND_WHO = re.compile(r"[\s,]+(?:who|whom|which|and|but|as|while)?[\s,]*$")


def _cut(text: str, start: int, end: int) -> int:
    """Where a view ends before whoever else speaks: "a necessary raid on rebels, who | they accuse | …"."""
    found = _AND_WHO.search(text, start, end)
    return found.start() if found else end


def _view(text: str, sentence: Span) -> list[Tagged]:
    lead = _LEAD.match(text, *sentence)
    starts = [lead.end() if lead else sentence[0], *(joint.end() for joint in _JOINT.finditer(text, *sentence))]
    for pattern in (_AS, _THAT, _WHICH_AS):
        for start in starts if pattern is not _WHICH_AS else starts[:1]:
            match = pattern.search if pattern is _WHICH_AS else pattern.match
            found = match(text, start, sentence[1])
            if found and _holds(text, found.span("who")):
                end = _END.search(text, found.end("cue"), sentence[1])
                what = (found.start("what"), end.start() if end else sentence[1])
                clause = pattern is not _THAT or found["that"] or finite().search(text, *what)
                if clause and len(_WORD.findall(text, *what)) >= LEAST_VIEW:
                    return [
                        Tagged("source", found.span("source")),
                        Tagged("cue", found.span("cue")),
                        Tagged("content", what),
                    ]
    return []


def _holds(text: str, span: Span) -> bool:
    """Whether the words name somebody who may hold a view: people, a body, a state."""
    words = text[slice(*span)].strip()
    if not words or _NOT_A_HOLDER.match(words) or finite().search(words):
        return False
    owned = _OWNED.fullmatch(words)
    return (
        bool(_SOME.fullmatch(words) or (owned and owned["noun"] in heads())) or speaks(words) or is_called(text, span)
    )
