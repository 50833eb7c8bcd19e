"""Lost sources: who says it, in a sentence where the tagger has seen a verb of saying and nobody who says it.

"The guards who held the dam, Iva Moss and Jan Orr, have called for help", "…, reported Ostrel's General Staff", "…, the
Tarn Institute, or TI, a think tank, has reported": the speaker stands beside the verb, behind more words than the
tagger follows. What it has tagged as a source in the sentence goes before.

Known limit: the speaker must open his sentence or stand between the content and the verb, and be told by a word of
the lexicon or a name.
"""

import re
from collections.abc import Sequence
from functools import cache

from sayso.lexicon.load import table
from sayso.model.span import Span
from sayso.read import cues
from sayso.read.attribute import PASSIVE_CUE, Tagged
from sayso.read.clauses import finite
from sayso.read.contents import touching
from sayso.read.plain import is_called, is_paper
from sayso.read.sources import speaks
from sayso.read.tokens import may_speak

_WORD = re.compile(r"[\w’'.-]*\w")
LONGEST = 260
"""Code points of the longest subject with its appositions: more is a clause."""


def with_lost(text: str, sentences: Sequence[Span], runs: Sequence[Tagged]) -> list[Tagged]:
    """The runs of a paragraph, with the speakers of its lonely cues."""
    if all(run.role == "source" for run in runs):
        return list(runs)
    ends = [run.span[1] for run in runs]
    out = list(runs)
    for sentence in sentences:
        here = touching(runs, ends, sentence)
        if told := _unheard(text, sentence, here):
            out.append(told)
            continue
        if claimed := _claimed(text, sentence, here):
            out += claimed
            continue
        cue, beside = _lonely(here)
        if cue is not None and (doer := _doer(text, sentence, cue)):
            out.append(Tagged("source", doer))
            continue
        if cue is None or not _is_said(text, cue):
            continue
        for way in (_within, _between, _behind, _before):
            if found := way(text, sentence, cue, beside):
                out = [r for r in out if r is not cue and r not in beside] + found
                break
    return sorted(out, key=lambda r: r.span)


_CLAUSE = re.compile(
    r"\s+(?P<that>that\s+)?(?P<what>(?:the|an?|it|they|he|she|this|these|those|there|its|their|his|her|some|many|most|no|any|such|"
    r"[A-Z][\w’'-]*)\s[^\n]+)"
)
LEAST_CLAUSE = 5


def _unheard(text: str, sentence: Span, here: Sequence[Tagged]) -> Tagged | None:
    """What a speaker and a verb of saying introduce, where neither that nor anything else is tagged in the sentence."""
    if [r.role for r in here] != ["source", "cue"] or not _is_said(text, here[1]):
        return None
    if text[here[0].span[1] : here[1].span[0]].strip(" ,"):
        return None
    found = _CLAUSE.match(text, here[1].span[1], sentence[1])
    if found is None or not (found["that"] or finite().search(text, *found.span("what"))):
        return None
    return Tagged("content", found.span("what")) if len(_WORD.findall(found["what"])) >= LEAST_CLAUSE else None


@cache
def _CLAIMED() -> re.Pattern[str]:
    nouns = "|".join(sorted(map(str, (*table("cues")["claims"], *table("cues")["speech"])), key=len, reverse=True))
    return re.compile(
        rf"(?P<who>[A-Z][\w-]+(?:\s[A-Z][\w-]+){{0,3}}['’]s?)\s+(?:[a-z]+\s+)?(?P<cue>(?:{nouns})\s+that)\W+$"
    )


def _claimed(text: str, sentence: Span, here: Sequence[Tagged]) -> list[Tagged]:
    """Whose claim a content is that nothing else is tagged beside: "we come to Moss's remark that | nobody fired"."""
    if [r.role for r in here] != ["content"]:
        return []
    found = _CLAIMED().search(text, max(sentence[0], here[0].span[0] - OWNED), here[0].span[0])
    return [Tagged("source", found.span("who")), Tagged("cue", found.span("cue"))] if found else []


OWNED = 90
"""Code points before a content in which its owner stands."""


def _lonely(here: Sequence[Tagged]) -> tuple[Tagged | None, list[Tagged]]:
    """The one cue of a sentence without a source, with its contents; else a cue that opens it, whoever speaks later."""
    marks = [r for r in here if r.role != "content"]
    if [r.role for r in marks] == ["cue"]:
        return marks[0], [r for r in here if r.role == "content"]
    opens = [r.role for r in here[:2]] == ["cue", "content"] and [r.role for r in marks[1:]] in (
        ["source", "cue"],
        ["cue", "source"],
    )
    return (here[0], [here[1]]) if opens else (None, [])


def _is_said(text: str, cue: Tagged) -> bool:
    """Whether somebody says it: no "is believed to", no "reportedly", no "reports of", no participle."""
    words = text[slice(*cue.span)]
    alone = PASSIVE_CUE.search(words) or cues.is_nobody(words) or cues.is_report_of(words) or _OF_THEM.search(words)
    passive = _BEEN.search(text, max(0, cue.span[0] - 20), cue.span[0])
    return not alone and not passive


_SAYING = re.compile(r"(?:\w+ly\s+)?(?P<verb>[a-z]+ing)\b(?:\s+(?:that|as|to|on|for|at|of|out))*")
_OPENS_PHRASE = re.compile(
    r"\b(?:of|in|by|for|after|before|without|from|despite|on|at|about|than|as|while|when|who|which|that|with|against|like|"
    r"(?P<noun>[\w’'-]+))\s+(?:\w+ly\s+)?$",
    re.I,
)
_TOO = re.compile(r",?\s(?:and|but)\s+(?:(?:is|are|was|were|has been|have been)\s+)?(?:now\s+|also\s+|\w+ly\s+)?$")


def _doer(text: str, sentence: Span, cue: Tagged) -> Span | None:
    """Who does what a sentence tells, for a participle that hangs on it: "Varnia called a meeting, deploring the raid".

    Not where somebody stands right before the participle, whose it then is: "they held farmers accusing the army".
    """
    said = text[slice(*cue.span)]
    if not (_SAYING.fullmatch(said) and (cues.says(said) or cues.is_firm(said) or cues.is_turning(said))):
        return None
    lead = _LEAD.match(text, sentence[0], cue.span[0])
    start = lead.end() if lead else sentence[0]
    start = now.end() if (now := _NOW.match(text, start, cue.span[0])) else start
    verb = finite().search(text, start, cue.span[0])
    if verb is None:
        return None
    before = text[verb.end() : cue.span[0]]
    hung = None if before.rstrip().endswith(",") or _TOO.search(before) else _OPENS_PHRASE.search(before)
    if hung and (hung["noun"] is None or may_speak(hung["noun"])):
        return None
    end = _stripped(text, verb.start())
    head = start, _first_comma(text, (start, end))
    return (start, end) if start < end <= start + LONGEST_DOER and _names(text, head) else None


LONGEST_DOER = 120
_NOW = re.compile(r"(?:Now|Then|Today|Again)\s+")

_OF_THEM = re.compile(r"\b(?:is|are|was|were|be|been|being|it|[a-z]+ing)\b", re.I)
_BEEN = re.compile(r"\b(?:is|are|was|were|be|been|being|to)\s+(?:\w+ly\s+)?$")
_OWN_SUBJECT = re.compile(r"(?P<who>(?:the|its|his|her|their|a|an)\s+(?:[\w’'-]+\s+){0,4}?[\w’'-]+)\s+(?P<cue>[a-z]+)")


def _within(text: str, sentence: Span, cue: Tagged, beside: Sequence[Tagged]) -> list[Tagged]:
    """The cue has taken its subject in: "the account added"."""
    found = _OWN_SUBJECT.fullmatch(text, *cue.span)
    if found is None or not speaks(found["who"]):
        return []
    return [Tagged("source", found.span("who")), Tagged("cue", found.span("cue")), *beside]


_GAP = re.compile(
    r"[\s,.!?\"”’]*[,\"”]\s*(?P<who>(?:the\s+)?[\w’'][^“\"”\n;:]*?)(?:,\s+or\s+[A-Z]\w+)?(?P<more>,\s[^“\"”\n;:]+?,)?\s+"
)
_QUOTE_CLOSED = re.compile(r"[,.!?][\"”]\s+(?P<who>[^“\"”\n]{3,160}?),?\s*$")


def _between(text: str, sentence: Span, cue: Tagged, beside: Sequence[Tagged]) -> list[Tagged]:
    """Between what is said and the verb: "…, the Tarn Institute, or TI, a think tank, has reported"."""
    content = beside[0] if beside else None
    if (
        content is None
        or content.span[1] > cue.span[0]
        or text[cue.span[1] : sentence[1]].strip(' .!"”\n').count(" ") > 8
    ):
        return []
    if quoted := _QUOTE_CLOSED.search(text, content.span[0], cue.span[0]):
        who = quoted.span("who")
        if _names(text, (who[0], _first_comma(text, who))):
            return [Tagged("content", (content.span[0], who[0])), Tagged("source", who), cue]
        return []
    gap = _GAP.fullmatch(text, content.span[1], cue.span[0])
    if gap is None or not _names(text, gap.span("who")):
        return []
    return [content, Tagged("source", (gap.start("who"), _stripped(text, gap.end()))), cue]


_SUBJECT_BEHIND = re.compile(
    r"\s+(?P<who>(?:the\s+|an?\s+)?[\w’'][^,;:“\"”\n–—]{2,90}?)(?=\s+[–—-]\s|,\s|\s*[.!]?\s*$|\s+(?:on|in|at|this|last)\s)"
)


def _behind(text: str, sentence: Span, cue: Tagged, beside: Sequence[Tagged]) -> list[Tagged]:
    """Behind the verb: "…, estimated Ostrel's General Staff"."""
    before = [r for r in beside if r.span[1] <= cue.span[0]]
    if not before or text[before[-1].span[1] : cue.span[0]].strip(' ”"') != ",":
        return []
    found = _SUBJECT_BEHIND.match(text, cue.span[1], sentence[1])
    return [*before, cue, Tagged("source", found.span("who"))] if found and _names(text, found.span("who")) else []


_LEAD = re.compile(
    r"\W*(?:(?:But|And|Yet|Meanwhile|However|Later|Earlier|Still)\b,?\s+|(?:On|In|At|By|After|Last|Since|Earlier|Later|For)\b"
    r"[^,;:“\"]{1,60},\s+)?"
)
_AND = re.compile(r"\s(?:and|but)\s+(?:also\s+|later\s+|then\s+|has\s+|have\s+|had\s+)*$")
_VERB = re.compile(r"\b(?:is|are|was|were|will|would|could|said|says)\b")


def _before(text: str, sentence: Span, cue: Tagged, beside: Sequence[Tagged]) -> list[Tagged]:
    """At the head of the sentence: "The guards who held the dam, Iva Moss and Jan Orr, have called for …"."""
    if any(r.span[0] < cue.span[0] for r in beside):
        return []
    lead = _LEAD.match(text, sentence[0], cue.span[0])
    start = lead.end() if lead else sentence[0]
    end = _stripped(text, cue.span[0])
    if not 0 < end - start <= LONGEST:
        return []
    if _AND.search(text, start, cue.span[0]):
        verbs = [m.start() for m in finite().finditer(text, start, cue.span[0])]
        first = (start, _stripped(text, verbs[0])) if len(verbs) == 1 else (start, start)
        return [Tagged("source", first), cue, *beside] if _names(text, first) else []
    words = text[start:end]
    apposed = text[end : cue.span[0]].strip() == ","
    head = (start, _first_comma(text, (start, end)))
    if "," in words and not apposed:
        return []
    if not apposed and _VERB.search(words):
        return []
    if not (_names(text, head) or is_paper(text[slice(*head)]) or _names(text, (start, _relative(text, head)))):
        return []
    return [Tagged("source", (start, end)), cue, *beside]


_NOBODY = re.compile(r"(?:it|there|this|that|these|those|what|who|which)$", re.I)


def _names(text: str, span: Span) -> bool:
    words = text[slice(*span)].strip()
    return bool(words) and not _NOBODY.match(words) and (speaks(words) or is_called(text, span))


def _relative(text: str, span: Span) -> int:
    """Where a subject's own "who" begins, else its end."""
    found = re.compile(r"\s+(?:who|which|that)\s").search(text, *span)
    return found.start() if found else span[1]


def _first_comma(text: str, span: Span) -> int:
    comma = text.find(",", *span)
    return comma if comma >= 0 else span[1]


def _stripped(text: str, end: int) -> int:
    while end > 0 and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    return end
