"""Plain sayings: attributions that their own words make sure of, where the tagger has seen none.

"Dust covered the market, the mayor of Tarn said on Monday." and "According to the council, three shells fell." need no
learning: a speaker, a verb of saying, and a clause. What the tagger saw of a sentence goes before.

Known limit: the speaker must be told by a word of the lexicon, a pronoun or a name of at most a few words.
"""

import re
from collections.abc import Sequence
from functools import cache

from sayso.lexicon.load import table
from sayso.lexicon.phrases import forms, plural
from sayso.lexicon.states import is_state
from sayso.model.span import Span, overlap
from sayso.read.attribute import Tagged
from sayso.read.clauses import finite
from sayso.read.contents import touching
from sayso.read.sources import LONGEST_SPEAKER, speaker_at_end, speaks

# A clause of fewer words is too short to be told from a phrase.
LEAST_CLAUSE = 4
_WORD = re.compile(r"[\w’'.-]*\w")


def with_plain(text: str, sentences: Sequence[Span], runs: Sequence[Tagged]) -> list[Tagged]:
    """The runs of a paragraph, and those of sentences in which no cue and no source was tagged."""
    ends = [run.span[1] for run in runs]
    gone: set[Tagged] = set()
    more: list[Tagged] = []
    for sentence in sentences:
        here = touching(runs, ends, sentence)
        if (denial := denied(text, sentence)) and _is_missed(denial, here):
            gone.update(touching(here, [r.span[1] for r in here], (denial[0].span[0], denial[-1].span[1])))
            more += denial
            continue
        if words := _aside(text, sentence):
            inside = [r for r in here if overlap(r.span, (words[0].span[0], words[-1].span[1]))]
            if all(r.role != "content" for r in inside):
                gone.update(inside)
                more += words
                continue
        if any(r.role != "content" for r in here):
            continue
        found = _plain(text, sentence)
        if not found:
            continue
        if here:
            anchor = [r for r in found if r.role != "content"]
            gone.update(here)
            more += [*anchor, *(part for r in here for part in _without(text, r, anchor))]
        else:
            more += found
    return sorted([*(r for r in runs if r not in gone), *more], key=lambda r: r.span) if more else list(runs)


def _without(text: str, content: Tagged, anchor: Sequence[Tagged]) -> list[Tagged]:
    """What is left of a content beside an anchor that stands in it."""
    start, end = min(r.span[0] for r in anchor), max(r.span[1] for r in anchor)
    if not overlap(content.span, (start, end)):
        return [content]
    parts = (content.span[0], min(content.span[1], start)), (max(content.span[0], end), content.span[1])
    return [Tagged("content", p) for p in parts if len(_WORD.findall(text[p[0] : max(p)])) >= 2]


def _plain(text: str, sentence: Span) -> list[Tagged]:
    for read in (_according, _closed, _opened, _within, _put_at):
        if found := read(text, sentence):
            return found
    return []


_ACCORDING = re.compile(r"\b[Aa]ccording\s+to\s+(?=\S)")


def _according(text: str, sentence: Span) -> list[Tagged]:
    """ "According to the council, three shells fell" and "three shells fell, according to the council"."""
    found = _ACCORDING.search(text, *sentence)
    if found is None:
        return []
    cue = found.start(), found.start() + len(found.group().rstrip())
    opens = not _WORD.search(text, sentence[0], found.start())
    if opens:
        comma = text.find(",", found.end(), sentence[1])
        if comma < 0 or len(_WORD.findall(text[found.end() : comma])) > LONGEST_SPEAKER:
            return []
        return _runs(text, (found.end(), comma), cue, (comma + 1, sentence[1]))
    end = re.compile(r"[,;:()\n“\"—–]|\.\s*$|\.[\"”]|$").search(text, found.end(), sentence[1])
    stop = end.start() if end else sentence[1]
    if not speaks(text[found.end() : stop]):
        return []
    before = (sentence[0], found.start())
    after = (stop + 1, sentence[1])
    rest = text[slice(*after)] if text[stop : stop + 1] == "," else ""
    parts = _runs(text, (found.end(), stop), cue, before)
    if len(_WORD.findall(rest)) >= LEAST_CLAUSE and not _APPOSED.match(rest):
        parts.append(Tagged("content", after))
    return parts


_APPOSED = re.compile(r"\s*(?:an?|the|its|his|her|their|which|who|whose|one)\s", re.I)


def _closed(text: str, sentence: Span) -> list[Tagged]:
    """ "…, the mayor of Tarn said on Monday." and "…, said the mayor of Tarn."."""
    if found := _SAID_LAST().search(text, *sentence):
        start = _speaker_before(text, (sentence[0], found.start()))
        if start is not None:
            return _runs(text, (start, found.start()), found.span("cue"), (sentence[0], start))
    found = _SAID_FIRST().search(text, *sentence)
    if found and speaks(found["who"]):
        return _runs(text, found.span("who"), found.span("cue"), (sentence[0], found.start()))
    return []


def _opened(text: str, sentence: Span) -> list[Tagged]:
    """ "The mayor of Tarn said that …": a speaker at the head of the sentence, and "that"."""
    found = _SAID_THAT().match(text, *sentence)
    if found is None or not (speaks(found["who"]) or is_paper(found["who"]) or is_called(text, found.span("who"))):
        return []
    return _runs(text, found.span("who"), found.span("cue"), (found.end(), sentence[1]))


def is_called(text: str, span: Span) -> bool:
    """A proper name and nothing else: "Ostrel", which its text writes so within a sentence too, "the Karsk Council"."""
    words = _WORD.findall(text, *span)
    capitals = [word for word in words if word[0].isupper() and word != "The"]
    small = {word.lower() for word in words if word not in capitals}
    if not capitals or not small <= _WITHIN_NAMES or words[-1] not in capitals:
        return False
    one = capitals[0] if len(words) == 1 else None
    return one is None or is_state(one) or re.search(rf"[a-z,] {re.escape(one)}\b", text) is not None


_WITHIN_NAMES = frozenset({"the", "of", "for", "and"})


def is_paper(words: str) -> bool:
    """ "the council's charter", "recent signals from Tarn": a thing that speaks in its writers' name."""
    head = _TAIL.sub("", words).rsplit(None, 1)[-1:]
    return bool(head) and head[0].lower() in _papers() and not _CLAUSE.search(words)


_TAIL = re.compile(r"\s+(?:of|from|by|in|on|at|for|to|about)\s.*$", re.S)
_CLAUSE = re.compile(r"\b(?:is|are|was|were|has|have|had|if|when|while|because|whether)\b")


@cache
def _papers() -> frozenset[str]:
    nouns = [str(n) for n in (*table("cues")["papers"], *table("relays")["artefacts"])]
    return frozenset(f for n in nouns for f in (n, plural(n)))


def denied(text: str, sentence: Span) -> list[Tagged]:
    """ "Ostrel denies that …", "…, but the mayor has rejected claims that …": speaker, denial, and what is denied."""
    if _DENIAL().search(text, *sentence) is None:
        return []
    for start in (sentence[0], *(joint.end() for joint in _JOINT.finditer(text, *sentence))):
        found = _DENIED_THAT().match(text, start, sentence[1])
        if found is None or not _may_deny(found["who"]):
            continue
        end = _JOINT.search(text, found.end(), sentence[1])
        what = found.end(), end.start() if end else sentence[1]
        if _is_clause(text, what, bool(found["noun"])):
            return _runs(text, found.span("subject"), found.span("cue"), what, LEAST_DENIED)
    return []


def _is_missed(denial: Sequence[Tagged], here: Sequence[Tagged]) -> bool:
    """Whether the tagger saw only the denier or only what is denied, and nothing that takes in both."""
    opens, (start, end) = denial[0].span[0], denial[-1].span
    contents = [r for r in here if r.role == "content" and overlap(r.span, (opens, end))]
    anchors = [r for r in here if r.role != "content" and overlap(r.span, (opens, end))]
    return not (contents and anchors) and all(start <= r.span[0] for r in contents)


def _is_clause(text: str, span: Span, of_noun: bool) -> bool:
    """ "that nobody fired", not "that figure"; behind a noun not "the report that blamed the army" either."""
    if of_noun and finite().match(text, *span):
        return False
    return bool(_SUBJECT.match(text, *span) or finite().search(text, *span))


_SUBJECT = re.compile(r"(?:the|an?|it|they|he|she|we|I|its|their|his|her|our|any\w*|no|nobody|there|[A-Z][\w’'-]+)\s")


def _may_deny(words: str) -> bool:
    """A speaker, some people, or any name: nothing but people and their bodies denies."""
    return not _NONE.match(words) and (speaks(words) or bool(_SOME.fullmatch(words) or _NAME.fullmatch(words)))


# A clause of so many words is denied: "it fired first".
LEAST_DENIED = 3
_NONE = re.compile(r"(?:nobody|no|none|few|neither|nothing|hardly|there|this|these|those|which|who|what)\b", re.I)
_SOME = re.compile(r"(?:some|many|most|others|both(?: sides)?)", re.I)
_NAME = re.compile(r"(?:[Tt]he\s)?[A-Z][\w’'-]*(?:\s(?:(?:of|for|and)\s(?:the\s)?)?[A-Z][\w’'-]*){0,5}")
_JOINT = re.compile(r"[,;–—]\s+(?:but|and|while|although|though|yet|whereas)\s+")


def _within(text: str, sentence: Span) -> list[Tagged]:
    """ "The road, she said, was cut": a speaker and a verb between two commas."""
    found = _SAID_WITHIN().search(text, *sentence)
    if found is None or not speaks(found["who"]):
        return []
    parts = _runs(text, found.span("who"), found.span("cue"), (sentence[0], found.start()), least=1)
    return sorted([*parts, Tagged("content", (found.end(), sentence[1]))], key=lambda r: r.span) if parts else []


def _aside(text: str, sentence: Span) -> list[Tagged]:
    """ "The army fell back — to spare the town, she said — and dug in": what somebody says between two dashes."""
    found = _SAID_ASIDE().search(text, *sentence)
    if found is None or not speaks(found["who"]):
        return []
    return _runs(text, found.span("who"), found.span("cue"), found.span("what"))


def _put_at(text: str, sentence: Span) -> list[Tagged]:
    """ "The Observatory put the toll at 58"."""
    found = _PUT_AT.match(text, *sentence)
    if found is None or not speaks(found["who"]):
        return []
    return _runs(text, found.span("who"), found.span("cue"), (found.end("cue"), sentence[1]))


_PUT_AT = re.compile(
    r"\W*(?P<who>[^,.;:“\"”]{2,90}?)(?:,\s+(?:or|an?|the)\s(?:[^.;:“\"”]|(?<=[A-Z])\.){2,120}?,)?(?:\s+(?:in|on)\s+[A-Z]\w+)?\s+"
    r"(?:has\s+|have\s+|had\s+)?(?P<cue>puts?)\s+[^,.;:]{3,80}?\s+at\s+(?:\w+\s+){0,2}[$£€]?\d"
)


def _runs(text: str, source: Span, cue: Span, content: Span, least: int = LEAST_CLAUSE) -> list[Tagged]:
    start, end = source
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in ")’'"):
        end -= 1
    if start == end or len(_WORD.findall(text[slice(*content)])) < least:
        return []
    return sorted(
        (Tagged("source", (start, end)), Tagged("cue", cue), Tagged("content", content)), key=lambda r: r.span
    )


_VERBS_OF_TIME = (
    r"(?:\s+(?:on|in|at|by|from|late|early|earlier|yesterday|today|last|this|to|via|during|after)\b[^,;:“\"]{0,70})?"
)


@cache
def _verbs(kind: str) -> str:
    found = {f for verb in table("cues")[kind] for f in forms(str(verb)) if not f.endswith("ing")}
    return "|".join(sorted(found, key=len, reverse=True))


@cache
def _SAID_LAST() -> re.Pattern[str]:
    return re.compile(
        rf"\s+(?P<cue>(?:(?:has|have|had|also|later|then)\s+){{0,2}}(?:{_verbs('closing')}))"
        rf"(?:\s+(?:the\s+)?[A-Z][\w’'. -]{{1,40}})?{_VERBS_OF_TIME}\s*[.!]?[\"”’]*\s*$"
    )


@cache
def _SAID_FIRST() -> re.Pattern[str]:
    return re.compile(
        rf"[,\"”]\s*(?P<cue>{_verbs('closing')})\s+(?P<who>[^,;:“\"”]{{2,90}}?)(?:,[^“\"”]{{2,160}})?\s*[.]?\s*$"
    )


@cache
def _SAID_THAT() -> re.Pattern[str]:
    return re.compile(
        r"\W*(?:(?:On|In|At|Earlier|Later|Meanwhile|However|But|And|Yet)\b[^,.;:“\"]{0,60},\s+)?"
        r"(?P<who>[^,.;:“\"”]{2,110}?)\s+(?P<cue>(?:(?:has|have|had|also|later|then)\s+){0,2}"
        rf"(?:{_verbs('saying')}|suggests?|indicates?))\s+that\s"
    )


@cache
def _DENIAL() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{_verbs('denying')})\s")


@cache
def _DENIED_THAT() -> re.Pattern[str]:
    claims = "|".join(sorted({f for noun in table("cues")["claims"] for f in (str(noun), plural(str(noun)))}))
    return re.compile(
        r"(?:(?:On|In|At|Earlier|Later|Meanwhile|However|But|And|Yet)\b[^,.;:“\"]{0,60}[,\s]\s*)?"
        r"(?P<subject>(?P<who>[^,.;:“\"”]{2,110}?)(?:,\s(?:who|which|an?|the)\s[^,.;:“\"”]{3,90},)?)\s+"
        rf"(?P<cue>(?:(?:has|have|had|also|later|then|\w+ly)\s+){{0,3}}(?:{_verbs('denying')})"
        rf"(?:\s+(?:(?:the|any|all|these|such|media|press|\w+ed|\w+[a-z]n)\s+){{0,3}}(?P<noun>{claims}))?)"
        r"(?:\s+(?:on|in|at|to)\s[^,.;:“\"”]{2,40}?)?\s+that\s"
    )


@cache
def _SAID_WITHIN() -> re.Pattern[str]:
    return re.compile(
        rf",[\"”]?\s+(?:as\s+)?(?P<who>[^,;:.“\"”]{{2,60}}?)\s+(?P<cue>(?:(?:has|have|had|also|later|then)\s+){{0,2}}"
        rf"(?:{_verbs('closing')})),\s+"
    )


@cache
def _SAID_ASIDE() -> re.Pattern[str]:
    return re.compile(
        rf"\s[–—-]\s(?P<what>[^–—;“\"”]{{12,200}}?),\s+(?P<who>[^,;:.“\"”–—]{{2,60}}?)\s+(?P<cue>{_verbs('closing')})\s[–—-]\s"
    )


def _speaker_before(text: str, span: Span) -> int | None:
    """Where the speaker opens who stands right before an offset; None where nobody does."""
    at = speaker_at_end(text[slice(*span)])
    return None if at is None else span[0] + at
