"""Attributions: which source and which cue go with which content, from the tags of a paragraph.

"“We hold the town,” said Colonel Iva Moss, adding that losses were light." gives two: content "We hold
the town" with "Colonel Iva Moss" and "said", content "losses were light" with the same source and "adding".

Known limit: a content inside another content is not seen; the tags are univocal, as PolNeAR's are.
"""

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from sayso.model.span import Span, Spans
from sayso.read import cues
from sayso.read.sources import named_at_end, speaker_at_end, speaks
from sayso.read.tokens import pronouns

PASSIVE_CUE = re.compile(
    r"\b(?:reportedly|allegedly|purportedly|supposedly|rumou?red|(?:is|are|was|were|been|being)\s+(?:\w+ly\s+)?"
    r"(?:said|reported|alleged|believed|thought|understood|claimed|described|seen|accused|expected|rumou?red|considered|known))\b",
    re.I,
)
# A content this near to the end of a cue or source is what it introduces ("said that …").
NEAR = 12
# What a content between a content and an anchor adds to their distance: more than any clause is long.
FINE = 200


@dataclass(frozen=True, slots=True)
class Tagged:
    """A run of words with one role, as a span of the text."""

    role: str
    span: Span


@dataclass(frozen=True, slots=True)
class Anchor:
    """A cue with its source, or one of them alone: what contents hang on."""

    source: Spans
    cue: Spans
    borrowed: Spans = ()

    @property
    def span(self) -> Span:
        spans = (*self.source, *self.cue)
        return min(s for s, _ in spans), max(e for _, e in spans)


@dataclass(frozen=True, slots=True)
class Attribution:
    """One content (a sentence's worth, perhaps in parts), and the anchor it hangs on.

    `anchor` is None where the sentence names nobody and nothing near it does: the speaker goes on. `own` says
    whether the anchor stands in the content's own sentence.
    """

    sentence: int
    content: Spans
    anchor: Anchor | None
    own: bool


@dataclass(slots=True)
class _Group:
    contents: list[Span] = field(default_factory=list)


def tagged(words: Sequence[Span], tags: Sequence[str]) -> list[Tagged]:
    """The runs of a paragraph's tags; a stray inside-tag opens a run of its own."""
    runs: list[Tagged] = []
    before = "O"
    for word, tag in zip(words, tags, strict=True):
        if tag != "O":
            role = tag[2:]
            if tag[0] == "I" and before[2:] == role and runs:
                runs[-1] = replace(runs[-1], span=(runs[-1].span[0], word[1]))
            else:
                runs.append(Tagged(role, word))
        before = tag
    return runs


def said(text: str, runs: Sequence[Tagged], quoted: Sequence[Span]) -> list[Tagged]:
    """The runs that belong to saying, thinking and showing: wanting and feeling are what is told, not telling.

    A cue such as "want" goes, with the source and the content it joins, unless the content is quoted at length; so do
    the teller's own hedge ("seem") and inference (", suggesting that …") where nobody is named who makes it.
    """
    kept = _without_stumps(text, runs)
    for cue in tuple(kept):
        if cue.role != "cue" or not (_tells_not(text, cue, runs) or _tells_nothing(text, cue, kept)):
            continue
        at = kept.index(cue)
        beside = [r for r in kept[max(0, at - 1) : at + 2] if r is not cue]
        content = next((r for r in beside if r.role == "content" and r.span[0] > cue.span[0]), None)
        if content is None or any(a <= content.span[0] + 1 and content.span[1] - 1 <= b for a, b in quoted):
            continue
        source = next((r for r in beside if r.role == "source" and r.span[1] <= cue.span[0]), None)
        after = kept[at + 2] if at + 2 < len(kept) else None
        if after is not None and after.role == "cue" and not _SENTENCE_END.search(text, content.span[1], after.span[0]):
            source = None  # "Moss declined to comment, but told …": the next cue needs it
        gone = [r for r in (cue, content, source) if r is not None]
        gone += _told_of(text, source, kept) if source is not None else []
        kept = [r for r in kept if r not in gone]
    kept = [Tagged(r.role, _bare(text, r.span)) if r.role != "content" else r for r in kept]
    kept = [Tagged(r.role, _ended(text, r.span)) if r.role == "source" else r for r in kept]
    kept = [_meant(text, r, kept) if r.role == "source" else r for r in kept]
    kept = [_with_apposition(text, r, kept) if r.role == "source" else r for r in kept]
    return _nobody_joined(text, kept)


def _told_of(text: str, who: Tagged, runs: Sequence[Tagged]) -> list[Tagged]:
    """What goes with a "who" that says nothing: "It angered | residents |, who | want …" is told of them."""
    at = runs.index(who)
    meant = runs[at - 1] if at else None
    if meant is None or meant.role != "source" or text[slice(*who.span)].lower() not in pronouns("relative"):
        return []
    if text[meant.span[1] : who.span[0]].strip(" ,"):
        return []
    before = runs[at - 2] if at > 1 else None
    alone = before is not None and before.role == "content" and not _QUOTE.search(text, before.span[0] - 1, who.span[0])
    inside = before is not None and not _SENTENCE_END.search(text, before.span[1], meant.span[0])
    return [meant, before] if before is not None and alone and inside else [meant]


_QUOTE = re.compile(r"[\"“”„«»]")


def _without_stumps(text: str, runs: Sequence[Tagged]) -> list[Tagged]:
    """The runs without a source that only ends the phrase before it: "It caused outrage among | residents"."""
    kept = list(runs)
    for i, (content, source) in enumerate(pairwise(runs)):
        if (content.role, source.role) != ("content", "source") or text[content.span[1] : source.span[0]].strip():
            continue
        after = runs[i + 2] if i + 2 < len(runs) else None
        led = (
            after is not None and after.role == "cue" and not _SENTENCE_END.search(text, source.span[1], after.span[0])
        )
        if not led and _TO_OR_FROM.search(text, *content.span):
            kept = [r for r in kept if r is not content and r is not source]
    return kept


def _ended(text: str, source: Span) -> Span:
    """A source without the preposition of what is told: "reports by residents of | shots" are residents'."""
    found = _LEADS_ON.search(text, *source)
    return (source[0], found.start()) if found and found.start() > source[0] else source


_LEADS_ON = re.compile(r"\s+(?:of|about|on|that|over)\s*\Z")
_TO_OR_FROM = re.compile(r"\b(?:among|amongst|against|between|for|from|in|of|on|over|to|towards?|upon|with)\Z")


def _tells_not(text: str, cue: Tagged, runs: Sequence[Tagged]) -> bool:
    words = text[slice(*cue.span)]
    if cues.is_report_of(words) and _DEFINITE.search(text, max(0, cue.span[0] - BACK), cue.span[0]):
        return True
    if cues.is_agreeing(words) and _THAT.match(text, cue.span[1]):
        return False
    if cues.is_inner(words) or cues.is_hedge(words) or cues.is_advice(words):
        return True
    return cues.is_inference(words) and not any(
        r.role == "source" and not _SENTENCE_END.search(text, *sorted((r.span[1], cue.span[0]))) for r in runs
    )


def _tells_nothing(text: str, cue: Tagged, runs: Sequence[Tagged]) -> bool:
    """ "She repeated the same message": that she spoke."""
    after = next((r for r in runs if r.span[0] > cue.span[0]), None)
    return (
        after is not None
        and after.role == "content"
        and cues.is_scene(text[slice(*cue.span)])
        and cues.is_speech(text[slice(*after.span)])
    )


_THAT = re.compile(r"\s+that\s")
BACK = 50
# "The recent reports of looting", "such claims that": what was told before is spoken of, and not told.
_DEFINITE = re.compile(r"\b(?:the|these|those|this|that|such)\s+(?:[a-z]+\s+){0,2}\Z", re.I)
_SENTENCE_END = re.compile(r"[.!?][\"”’»)]*\s")


# How far before a "who" the phrase may begin that it stands for.
REACH = 120


def _meant(text: str, source: Tagged, runs: Sequence[Tagged]) -> Tagged:
    """The phrase that a "who" stands for, right before it: in "a guard who said", the guard."""
    if text[slice(*source.span)].lower() not in pronouns("relative"):
        return source
    span = antecedent(text, source.span[0])
    taken = span is None or any(r.span[0] < span[1] and span[0] < r.span[1] for r in runs)
    return source if taken or span is None else Tagged("source", span)


def antecedent(text: str, who: int) -> Span | None:
    """The phrase that a "who" stands for, right before its offset, with the name that it is apposed to."""
    start = max(0, text.rfind("\n", 0, who) + 1, who - REACH)
    words = text[start:who].rstrip(" ,")
    at = named_at_end(words)
    at = speaker_at_end(words) if at is None else at
    if at is None:
        return None
    name = _NAME_BEFORE.search(words, 0, at)
    return start + (name.start() if name else at), start + len(words)


# "Iva Moss, " before "a guard at the mill": one phrase.
_NAME_BEFORE = re.compile(r"\b[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){1,3},\s+$")


_APPOSED = re.compile(
    r",\s+(?:an?|the|its|his|her|their|who|whose|head|chief|spokes\w+|director|commander|leader|former)\s[^,.;:\"“”]{4,150}"
)


def _with_apposition(text: str, source: Tagged, runs: Sequence[Tagged]) -> Tagged:
    """A name with what stands behind its comma and says who that is: "Orr, an official heard of in Tarn"."""
    found = _APPOSED.match(text, source.span[1])
    if found is None or not text[source.span[0]].isupper():
        return source
    after = text[found.end() : found.end() + 1]
    reach = source.span[1], found.end()
    others = [r.span for r in runs if r is not source and r.span[0] < reach[1] and reach[0] < r.span[1]]
    end = min((s for s, _ in others), default=found.end())
    while text[end - 1].isspace() or text[end - 1] == ",":
        end -= 1
    if end <= source.span[1] or (after not in ",.\n" and not others):
        return source
    return Tagged("source", (source.span[0], end))


def _nobody_joined(text: str, runs: Sequence[Tagged]) -> list[Tagged]:
    """ "Reports emerged", "cross-party recognition that": a source that is nobody is a part of its cue."""
    joined: list[Tagged] = []
    for run in runs:
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.role == "source"
            and run.role == "cue"
            and (cues.is_nobody(source := text[slice(*before.span)]) or _is_its_kind(source, text[slice(*run.span)]))
            and run.span[0] - before.span[1] <= NEAR
        ):
            joined[-1] = Tagged("cue", (before.span[0], run.span[1]))
        else:
            joined.append(run)
    return joined


def _is_its_kind(source: str, cue: str) -> bool:
    """A word in small letters that tells of what kind a belief is, and not whose: "widespread concern"."""
    return cues.is_belief(cue) and _SMALL_WORD.fullmatch(source) is not None and not speaks(source)


_SMALL_WORD = re.compile(r"[a-z-]+")


_CLAUSE = re.compile(
    r",?\s+(?:and|but|as)\s+(?:his|her|its|their|the)\s.*\b(?:is|are|was|were|has|have|had)\b.*$", re.S
)


def _bare(text: str, span: Span) -> Span:
    """A source or cue without the commas and colons at its edges, and without a clause that runs on behind it."""
    start, end = span
    if clause := _CLAUSE.search(text, start, end):
        end = clause.start()
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",:;–—-"):
        end -= 1
    while start < end and (text[start].isspace() or text[start] in ",:;–—-"):
        start += 1
    return (start, end) if start < end else span


def attributions(text: str, sentences: Sequence[Span], runs: Sequence[Tagged]) -> list[Attribution]:
    """The attributions of one paragraph, in the order of the text; `sentences` are its sentences' spans."""
    contents = _Row([r.span for r in runs if r.role == "content"])
    ends = [end for _, end in sentences]
    anchors = _anchors(text, sentences, runs)
    homes = [_sentence_at(ends, anchor.span[0]) for anchor in anchors]
    cuts = [_by_sentence(text, content, sentences, ends) for content in contents.spans]
    parts = _Row([part for cut in cuts for _, part in cut])
    held: dict[tuple[int | None, int], list[Span]] = {}
    for content, cut in zip(contents.spans, cuts, strict=True):
        whole = _anchor_of(text, content, anchors, homes, contents, ends)
        for i, part in cut:
            own = _own_anchor(part, i, anchors, homes, parts)
            held.setdefault((whole if own is None else own, i), []).append(part)
    found = [
        Attribution(i, tuple(spans), None if index is None else anchors[index], index is not None and homes[index] == i)
        for (index, i), spans in held.items()
    ]
    return sorted(found, key=lambda a: (a.content[0], a.content))


def _by_sentence(text: str, content: Span, sentences: Sequence[Span], ends: Sequence[int]) -> list[tuple[int, Span]]:
    """What a content has in each sentence that it touches, with the sentence's place in the row."""
    found = []
    for i in range(_sentence_at(ends, content[0]), _sentence_at(ends, content[1] - 1) + 1):
        part = max(content[0], sentences[i][0]), min(content[1], sentences[i][1])
        if part[0] < part[1] and re.search(r"\w", text[part[0] : part[1]]):
            found.append((i, part))
    return found


def _own_anchor(
    part: Span, sentence: int, anchors: Sequence[Anchor], homes: Sequence[int], parts: "_Row"
) -> int | None:
    """The nearest anchor in the sentence of a part of a content: who is named beside it says it, whoever began."""
    low, high = bisect_left(homes, sentence), bisect_right(homes, sentence)
    return min(range(low, high), key=lambda i: (_away(part, anchors[i], parts), i), default=None)


class _Row:
    """Spans in a row, none over another; `within` counts those inside a gap in the time of a look-up."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.spans = sorted(spans)
        self._starts = [start for start, _ in self.spans]
        self._ends = [end for _, end in self.spans]

    def within(self, gap: Span) -> int:
        return max(0, bisect_right(self._ends, gap[1]) - bisect_left(self._starts, gap[0]))


def _sentence_at(ends: Sequence[int], at: int) -> int:
    return min(bisect_right(ends, at), len(ends) - 1)


def _anchors(text: str, sentences: Sequence[Span], runs: Sequence[Tagged]) -> list[Anchor]:
    """Cues joined with their sources, sentence by sentence."""
    anchors: list[Anchor] = []
    at = 0
    for _, end in sentences:
        first = at
        while at < len(runs) and runs[at].span[0] < end:
            at += 1
        anchors.extend(_of_sentence(text, runs[first:at]))
    return anchors


def _of_sentence(text: str, runs: Sequence[Tagged]) -> list[Anchor]:
    marks = [r for r in runs if r.role == "cue"]
    free = [r for r in runs if r.role == "source"]
    contents = _Row([r.span for r in runs if r.role == "content"])
    between = _Row([r.span for r in runs if r.role != "source"])
    anchors: list[Anchor] = []
    for cue in marks:
        source = _source_of(cue, free, between)
        if source is not None:
            free.remove(source)
            anchors.append(Anchor((source.span,), (cue.span,)))
        elif anchors and cues.is_joining(text[cue.span[0] : cue.span[1]]):
            continue
        elif PASSIVE_CUE.search(text[cue.span[0] : cue.span[1]]):
            anchors.append(Anchor((), (cue.span,)))
        else:
            lender = next((a for a in reversed(anchors) if a.source), None)
            anchors.append(Anchor((), (cue.span,), lender.source if lender else ()))
    anchors.extend(Anchor((source.span,), ()) for source in free)
    joined = _lent(text, sorted(_parts_joined(anchors, contents), key=lambda a: a.span))
    return [a if a.cue else Anchor(a.source, _cue_between(text, a, contents)) for a in joined]


def _lent(text: str, anchors: Sequence[Anchor]) -> list[Anchor]:
    """ "Accusing the guards of theft, she said …": a participle without a source has that of the cue that follows."""
    out: list[Anchor] = []
    source: Spans = ()
    for anchor in reversed(anchors):
        alone = anchor.cue and not (anchor.source or anchor.borrowed)
        if alone and source and text[slice(*anchor.cue[0])].split()[0].endswith("ing"):
            anchor = replace(anchor, borrowed=source)
        source = anchor.source or source
        out.append(anchor)
    return out[::-1]


_CUE = re.compile(r",?\s+(?P<cue>[a-z]+(?:\s+[a-z]+){0,4}?)(?:\s+(?:that|whether|how))?[\s:\"“‘]+")
_CUE_BEFORE = re.compile(r"[\s,.?!\"”’]+(?P<cue>[a-z]+(?:\s+[a-z]+){0,2}?)\s+")


def _cue_between(text: str, anchor: Anchor, contents: _Row) -> Spans:
    """The words that join a source to the content beside it, where the tagger saw the two and not what joins them."""
    after = next((c for c in contents.spans if c[0] >= anchor.span[1]), None)
    if after and (found := _CUE.fullmatch(text, anchor.span[1], after[0])):
        return (found.span("cue"),)
    before = next((c for c in reversed(contents.spans) if c[1] <= anchor.span[0]), None)
    if before and (found := _CUE_BEFORE.fullmatch(text, before[1], anchor.span[0])):
        return (found.span("cue"),)
    return ()


def _source_of(cue: Tagged, free: Sequence[Tagged], between: _Row) -> Tagged | None:
    """The nearest free source with no content and no other cue between it and the cue."""
    best, least = None, math.inf
    for source in free:
        gap = _gap(cue.span, source.span)
        if gap[1] - gap[0] < least and not between.within(gap):
            best, least = source, gap[1] - gap[0]
    return best


def _gap(a: Span, b: Span) -> Span:
    return (a[1], b[0]) if a[0] < b[0] else (b[1], a[0])


def _parts_joined(anchors: Sequence[Anchor], contents: _Row) -> list[Anchor]:
    """A cue or source that stands right beside an anchor, with no content between, is a part of it."""
    joined: list[Anchor] = []
    for anchor in sorted(anchors, key=lambda a: a.span):
        before = joined[-1] if joined else None
        if before is not None and not (before.source and anchor.source) and not (before.cue and anchor.cue):
            gap = before.span[1], anchor.span[0]
            if gap[1] - gap[0] <= NEAR and not contents.within(gap):
                joined[-1] = Anchor(before.source or anchor.source, before.cue or anchor.cue)
                continue
        joined.append(anchor)
    return joined


def _anchor_of(
    text: str, content: Span, anchors: Sequence[Anchor], homes: Sequence[int], contents: _Row, ends: Sequence[int]
) -> int | None:
    """The anchor a content hangs on, by index: the nearest in the sentences it touches, else one beside a quotation.

    `homes` are the sentences of the anchors, in order.
    """
    first, last = _sentence_at(ends, content[0]), _sentence_at(ends, max(content[0], content[1] - 1))
    low, high = bisect_left(homes, first), bisect_right(homes, last)
    if low < high:
        return min(range(low, high), key=lambda i: (_away(content, anchors[i], contents), i))
    if not _quoted(text, content):
        return None
    # A quotation whose own sentence names nobody: the speaker stands in the sentence before it, or in the one after.
    before = low - 1 if low else None
    after = high if high < len(homes) and homes[high] == last + 1 else None
    if before is not None and contents.spans[0] < content:
        return before
    if after is not None and contents.within((content[1], anchors[after].span[0])):
        return after
    return before if before is not None else after


def _away(content: Span, anchor: Anchor, contents: _Row) -> float:
    """How far a content is from an anchor; a verb that goes on after another ("and accused") takes what follows it."""
    behind = bool(anchor.borrowed) and content[1] <= anchor.cue[0][0]
    return _distance(content, anchor.span, contents) + (FINE if behind else 0)


def _distance(content: Span, anchor: Span, contents: _Row) -> float:
    """Code points between them, and a fine for each content between; what an anchor introduces is nearest."""
    if anchor[1] <= content[0]:
        gap = (anchor[1], content[0])
        size = (gap[1] - gap[0]) / (100 if gap[1] - gap[0] <= NEAR else 1)
    elif content[1] <= anchor[0]:
        gap = (content[1], anchor[0])
        size = gap[1] - gap[0] + 1
    else:
        return 0
    return size + FINE * contents.within(gap)


def _quoted(text: str, content: Span) -> bool:
    """The content stands in quotation marks, or opens or closes with one."""
    edge = text[max(0, content[0] - 1) : content[0] + 1] + text[content[1] - 1 : content[1] + 1]
    return any(mark in edge for mark in "\"“”«»„‘’'–—")
