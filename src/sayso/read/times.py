"""The time of what is claimed: the words of the sentence and the days they denote, given when the article was written.

"Karsk had been shelled since Monday, the army said on Friday" gives "since Monday", not the Friday of the saying. A
time in a relative clause or on a noun ("the 2015 deal") is not the claim's, and a bare "now" or "then" is none.
The limit accepted: a time told by an event ("after the bombing") is found only where the chronicle knows the event.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from sayso.lexicon.calendar import Expression, Kind
from sayso.lexicon.chronicle import Campaign, campaigns_in
from sayso.lexicon.expressions import expressions
from sayso.lexicon.reckoning import Days, days
from sayso.model.document import Interval
from sayso.model.span import Span, Spans, overlap
from sayso.model.statement import Time
from sayso.read.timex import timexes
from sayso.read.timex_intervals import days_of

_AHEAD = re.compile(
    r"\b(?:will|would|shall|going to|to be|plans?|planning|expects?|expected|due|scheduled for|set to|slated|upcoming|"
    r"forecast|projected|"
    r"may|might|could|hopes?|intends?|until|aims?)\b[^.,;]{0,90}$|\b(?:beginning|starting)(?:\son)?$"
)
_BACK = re.compile(
    r"\b(?:had planned|was due|were due|was scheduled|were scheduled|would have|could have|may have|might have|was to|"
    r"were to)\b[^.;]{0,90}$"
)
_CLAUSE = re.compile(
    r"(?:,\s|\s)(?:which|who|whom|whose|where|that (?:has|have|had|was|were|is|are|began|started|erupted|"
    r"ended|followed|left|killed|led|took|came|saw|brought|broke out)|when)\b(?:(?!\b(?:said|says|"
    r"told)\b)[^.;]){0,220}$",
    re.I,
)
_LIKENESS = re.compile(
    r"\b(?:similar to|the ones?|the same|just as|, as|unlike|compared (?:to|with))\b[^.;]{0,160}$", re.I
)
_PARTICIPLE = re.compile(
    r"(?<!been )(?<!was )(?<!were )(?<!are )(?<!is )\b(?:carrying|held|(?!reported|said|told)[a-z]{3,}ed) (?:by|in|on|"
    r"from)\b[^,.;]{0,90}$"
)
_MAIN = re.compile(
    r"(?:^|[.;:,]\s|\b(?:that|and|but|as|after|when|while)\s)(?:[Tt]he\s)?(?:(?:[A-Z][\w’'-]*\s){1,4}|"
    r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]e)\s)(?:also\s|later\s|again\s)?[a-z]{3,}ed\s(?:in|on|from)\b[^,.;]{0,90}$"
)
"""A verb in the past right after its subject, which is no participle: "Ostrel intervened in Varnia in August"."""
_APART = re.compile(r",\s[a-z]{3,}ed\b[^,.;]{0,40}$")
_SINCE_EVENT = re.compile(r"\bsince\s(?:(?!\b(?:and|but|while)\b)[^,.;]){1,110}$", re.I)
_RECORD = re.compile(
    r"\b(?:first|last|only|most (?!of\b)[a-z]+|worst|(?:dead|bigg|larg|heavi|high|low|great|fierc|strong|few|long|clos|"
    r"bloodi|seriou|fast|slow|quick|weak|deep|tough|harsh|wid|bold)[a-z]*est)\b[^.;]{0,150}$",
    re.I,
)
_POSSESSIVE = re.compile(r"[’']s\b|\ss\b")
_QUOTED = re.compile(r"[\"“«]\s*$")
_EVENT_NOUN = re.compile(
    r"\s(?:[A-Z]\w+\s)?(?:air\s?strikes?|strikes?|attacks?|bombings?|war|battle|massacre|offensive|operation|raid|"
    r"siege|coup|elections?|uprising|revolution|invasion|protests?)\b"
)
_NOWADAYS = re.compile(r"\b(?:is|are|remains?|stands?|it is)\s$", re.I)
_EVENTS = re.compile(
    r"\b(?P<lead>since|after|before|at|in|from)\s(?P<edge>(?:the\s)?(?:start|beginning|outbreak|launch|launching|"
    r"(?:early|first|opening) (?:phase|stages?|days|weeks|months))\s(?:of\s)?)?"
    r"(?:(?:(?:the|its|their|his|Russia[’']?s|Moscow[’']?s|Israel[’']?s)\s)?(?:full-scale\s|current\s|Russian\s|"
    r"civil\s|latest\s)*)"
    r"(?P<noun>war|invasion|incursion|conflict|offensive|uprising|fighting)\b(?P<began>\s(?:began|started|broke out|"
    r"erupted)|[’']s (?:early|first|opening) (?:days|weeks|months))?",
    re.I,
)
EARLY_WEEKS = 35
"""The "early weeks" of a war, as the gold's readers bound them: to the end of the month after its start."""

STANDS_OUT = 3
"""One war has three times the words of the next: a war that is only mentioned has one or two."""

SETTLED = 45
"""Days: in an article dated more loosely than this, a time without its year is not settled."""
_NAMED_KINDS = frozenset({"feast", "quarter", "half", "season", "weekend"})
_NAMED_WORDS = re.compile(
    r"quarter|\bhalf\b|\b[Ss]pring|summer|autumn|\b[Ff]all\b|winter|weekend|Christmas|Easter|Thanksgiving|New Year|"
    r"\bQ[1-4]\b"
)
_LEAD_WORD = re.compile(r"\b(?P<lead>in|on|at|over|during|since|until|till|by|before|throughout)\s+(?:the\s)?$", re.I)

_MODIFIER_KINDS = (Kind.YEAR, Kind.DECADE)
_TEMPORAL_LEADS = (
    "in",
    "since",
    "by",
    "until",
    "till",
    "before",
    "after",
    "during",
    "from",
    "throughout",
    "through",
    "on",
    "as of",
    "at",
    "within",
    "over",
    "for",
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    expression: Expression
    rank: int


def mentions(text: str, published: Interval) -> tuple[Time, ...]:
    """Every expression of the text with its days, in order; for showing, not for claims."""
    return tuple(
        Time(text[slice(*e.span)], e.span, *days(e, published))
        for e in expressions(text)
        if e.kind is not Kind.DURATION or e.lead
    )


def read_time(text: str, sentence: Span, content: Spans, published: Interval) -> Time | None:
    """The time of the claim in `content`, a part of `sentence`; None where its words give none.

    An end that the words leave open, or that hangs on an unknown day of writing, is None; a time of which neither end
    is known is no time (no careful reader gave one), but `mentions` still shows its words.
    """
    found = _within(text, sentence)
    candidates = [c for e in found if (c := _candidate(text, sentence, content, e))]
    if candidates:
        best = min(candidates, key=lambda c: (c.rank, c.expression.kind is Kind.DURATION, c.expression.core[0]))
        time = _time(text, sentence, best.expression, published)
        return None if time.start is None and time.end is None else time
    return _event_time(text, sentence, content, published) or _named_time(text, content, published)


def _named_time(text: str, content: Spans, published: Interval) -> Time | None:
    """A time that only TIMEX3's rules know: "in the first half of 2016", "on Christmas Eve", "over the weekend"."""
    earliest, latest = published.earliest, published.latest
    if not (earliest and latest) or (latest - earliest).days > SETTLED:
        return None
    for start, end in content:
        if not _NAMED_WORDS.search(text, start, end):
            continue
        for found in timexes(text[start:end], latest):
            days_named = days_of(found.value) if found.kind in _NAMED_KINDS else None
            if days_named is None:
                continue
            at = start + found.span[0], start + found.span[1]
            lead = _LEAD_WORD.search(text, max(start, at[0] - 12), at[0])
            if lead is None or _CLAUSE.search(text, max(start, lead.start() - 240), lead.start()):
                continue
            span = (lead.start(), at[1])
            return Time(text[slice(*span)], span, *_led(lead["lead"].casefold(), *days_named, latest))
    return None


def _led(lead: str, first: date, last: date, latest: date) -> Days:
    """The days with their preposition applied."""
    if lead == "since":
        return first, max(latest, first)
    if lead in ("until", "till", "by"):
        return None, last
    if lead == "before":
        return None, first - timedelta(1)
    return first, last


def _within(text: str, sentence: Span) -> tuple[Expression, ...]:
    start, end = sentence
    found, starts = _expressions(text)
    return tuple(e for e in found[bisect_left(starts, start) : bisect_left(starts, end)] if e.core[1] <= end)


@lru_cache(maxsize=2)
def _expressions(text: str) -> tuple[tuple[Expression, ...], tuple[int, ...]]:
    found = expressions(text)
    return found, tuple(e.core[0] for e in found)


def _candidate(text: str, sentence: Span, content: Spans, expression: Expression) -> _Candidate | None:
    """The expression with its rank, 0 the best, if it can be the time of the claim."""
    inside = next(
        (span for span in content if overlap(expression.core, span) == expression.core[1] - expression.core[0]), None
    )
    if inside is None:
        return _Candidate(expression, 3) if _is_fronted(text, sentence, content, expression) else None
    before = text[max(inside[0], expression.span[0] - 240) : expression.span[0]]
    after = text[expression.core[1] : expression.core[1] + 40]
    reduced = bool(_PARTICIPLE.search(before)) and not _MAIN.search(before)
    aside = reduced or (after.startswith(",") and bool(_APART.search(before)))
    if expression.lead in ("in", "on", None) and expression.kind not in (Kind.DURATION, Kind.ORDINAL):
        since = _SINCE_EVENT.search(before)
        if since:
            start = expression.span[0] - (len(before) - since.start())
            expression, aside = replace(expression, lead="since", span=(start, expression.span[1])), False
    rank = _rank(expression, before, after)
    if rank is None:
        return None
    if _LIKENESS.search(before) and expression.lead != "as of":
        return None
    if aside or _CLAUSE.search(before):
        narrow = expression.kind in (Kind.RELATIVE, Kind.DAY, Kind.WEEKDAY) and expression.word != "window"
        if not narrow and not (expression.lead == "since" and not aside):
            return None
        rank += 2
    return _Candidate(expression, rank)


def _rank(expression: Expression, before: str, after: str) -> int | None:
    """How firmly the expression stands as the claim's time; None where it is part of a name or an age."""
    kind, lead = expression.kind, expression.lead
    if lead == "as of":
        return -1
    if lead == "since" and _RECORD.search(before):
        return None
    if kind is Kind.DURATION:
        if expression.word == "compound" and expression.approx and _EVENT_NOUN.match(after):
            return 2
        if expression.word or lead not in ("for", "within"):
            return None
        return 1 if not re.match(r"\s*(?:old|in prison|of)\b", after) else None
    if kind is Kind.ORDINAL:
        return (
            1 if re.search(r"\b(?:enter\w*|into|continu\w*|for|on|as|mark\w*)\b[^,.;]{0,40}$", before, re.I) else None
        )
    if kind in _MODIFIER_KINDS:
        if re.search(r"\b(?:in|during|after)\s(?:an?|the)\s$", before) and _EVENT_NOUN.match(after):
            return 2
        if lead is None and (
            re.search(r"\b[Yy]ear\s$", before) or re.match(r"\s(?:will|was|is|has|had|would)\b", after)
        ):
            return 1
        if lead in ("between", "of") or (
            lead is None and re.match(r"\s[a-z]", after) and not re.match(r"\s(?:and|or|when|after|but|as)\b", after)
        ):
            return None
        return 1 if lead in _TEMPORAL_LEADS else 2 if lead is None and re.match(r"\s*(?:$|[.,])", after) else None
    if kind is Kind.RELATIVE and expression.word:
        if expression.word.startswith(("in the morning", "in the afternoon", "in the evening", "recently", "lately")):
            return 1
        if expression.word.startswith("in recent ") or (expression.word.startswith("recent ") and lead):
            return 1
        if expression.word == "overnight":
            return 2
        if expression.word == "today" and _NOWADAYS.search(before):
            return None
        if expression.word.startswith("recent ") and not lead:
            return None
    if kind is Kind.MONTH and lead == "of":
        return 2
    return 0


def _is_fronted(text: str, sentence: Span, content: Spans, expression: Expression) -> bool:
    """As in "On Wednesday, the ministry said it had opened …": a time that opens the sentence, before the source."""
    if expression.kind in (Kind.DURATION, Kind.ORDINAL, Kind.YEAR, Kind.DECADE):
        return False
    if not content or expression.core[0] >= content[0][0] or _POSSESSIVE.search(text, *_ending(expression)):
        return False
    if _QUOTED.search(text[max(0, content[0][0] - 2) : content[0][0]]):
        return False
    before = text[sentence[0] : expression.span[0]].strip(" \"'“”‘’\n\t-–—")
    return len(before.split()) <= 1


def _ending(expression: Expression) -> Span:
    """The last two characters of the words and the three after them, where "Last week’s" shows its owner's mark."""
    return max(expression.core[0], expression.core[1] - 2), expression.core[1] + 3


def _time(text: str, sentence: Span, expression: Expression, published: Interval) -> Time:
    start = max(sentence[0], expression.span[0] - 200)
    before = text[start : expression.span[0] + len(expression.lead or "")]
    ahead = bool(_AHEAD.search(before)) and not _BACK.search(before)
    first, last = days(expression, published, ahead and expression.lead not in ("since",))
    span = expression.span if expression.span[0] >= sentence[0] else expression.core
    return Time(text[slice(*span)], span, first, last)


def _event_time(text: str, sentence: Span, content: Spans, published: Interval) -> Time | None:
    """As in "since the beginning of the invasion", by the chronicle, where one war stands out in the text."""
    for start, end in content:
        for found in _EVENTS.finditer(text, start, end):
            if not (found["edge"] or found["began"] or found["lead"].casefold() in ("since", "before")):
                continue
            before = text[max(start, found.start() - 160) : found.start()]
            if _LIKENESS.search(before) or (found["lead"].casefold() == "since" and _RECORD.search(before)):
                continue
            started = _start_of(text, found["noun"].casefold(), published)
            if started is None:
                continue
            first, last = _event_days(found, started, published)
            return Time(found.group(), found.span(), first, last)
    return None


def _start_of(text: str, noun: str, published: Interval) -> date | None:
    """When the war began of which the text has by far the most words; None where two come near each other."""
    weighed = sorted(
        (
            (weight, each.start) for each, weight in _campaigns(text)
            if each.called.search(noun) and "year" in each.units
            and (published.latest is None or each.start <= published.latest)
        ),
        reverse=True,
    )  # fmt: skip
    if not weighed or (len(weighed) > 1 and weighed[0][0] < STANDS_OUT * weighed[1][0]):
        return None
    return weighed[0][1]


@lru_cache(maxsize=4)
def _campaigns(text: str) -> tuple[tuple[Campaign, int], ...]:
    return tuple((each, min(len(group.findall(text)) for group in each.words)) for each in campaigns_in(text))


def _event_days(found: re.Match[str], started: date, published: Interval) -> Days:
    lead = found["lead"].casefold()
    if lead in ("since", "after", "from"):
        return started, published.latest
    if lead == "before":
        return None, started - timedelta(1)
    return started, started + timedelta(EARLY_WEEKS)
