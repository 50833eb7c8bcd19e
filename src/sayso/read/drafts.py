"""Drafts of statements: every sentence of an article as content, source, cue, voice and speaker.

A sentence without attribution is the outlet's own; one with an attribution gives what is attributed, and what is
left over where that is a claim of its own ("Dust rose over Tarn as reports emerged that …").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.encoder.words import Word
from sayso.lexicon.states import is_state
from sayso.model.span import Span, Spans, words_of
from sayso.model.statement import Voice
from sayso.read import cues
from sayso.read.attribute import Anchor, Attribution, Tagged, attributions, said, tagged
from sayso.read.clauses import finite
from sayso.read.contents import mended
from sayso.read.hearsay import with_hearsay
from sayso.read.joined import with_joined
from sayso.read.lost import with_lost
from sayso.read.narrator import Turn, turn, without_narrator
from sayso.read.plain import with_plain
from sayso.read.quotes import quoted_spans
from sayso.read.restored import restored
from sayso.read.segment import NOTE, sentences
from sayso.read.showing import shown
from sayso.read.tokens import may_speak
from sayso.read.unmarked import is_speech, is_unmarked
from sayso.read.views import with_views

_CONNECTIVE = re.compile(
    r"(?:however|but|and|yet|also|instead|meanwhile|additionally|moreover|furthermore|nevertheless|nonetheless|still|thus|"
    r"therefore|besides|in addition|on the other hand|for (?:his|her|its|their) part|or|so|as|that|while|although|"
    r"though)\b,?\s+",
    re.I,
)
_RELATIVE = re.compile(r"(?:who|whom|whose|which|where|when)\b", re.I)
_OPENING_CONNECTIVE = re.compile(
    r"(?:however|but|and|yet|also|instead|meanwhile|additionally|moreover|furthermore|nevertheless|nonetheless|thus|therefore|"
    r"besides|in addition|on the other hand|"
    r"(?-i:that)(?!\s+(?:is|was|are|were|has|had|will|would|could|may|might)\b))\b(?:,\s*|\s+)",
    re.I,
)


_QUESTION = re.compile(
    r"[\"'“‘]?(?:who|what|when|where|why|how|which|may|but|and|(?:is|are|was|were|do|does|did|has|have|had|can|could|will|"
    r"would|should)(?:n['’]t)?)\b.*\?[\"'”’]?$|.*,\s(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would)"
    r"(?:n['’]t)?\s(?:it|he|she|they|you|we)\?$",
    re.I | re.S,
)
_EDGE = ' \t\r\n"“”„«»‟,;:–—-‘'
_OPENERS, _CLOSERS = '"“„«', '"”»'

# What is left of a sentence is a claim of its own from this many words on: fewer are adjuncts ("on Tuesday in Tarn").
LEAST_LEFT = 6
# A reported content of fewer words is a noun that a verb governs ("its outrage"), not a claim.
LEAST_SAID = 3
# A quotation of fewer words is a cry.
LEAST_QUOTED = 2
# A content is direct speech where so much of it stands in quotation marks.
MOSTLY = 0.96


@dataclass(slots=True)
class Draft:
    """A statement in the making: where it stands, what it says, and the anchor it hangs on.

    `anchor` is None for the outlet's own voice and for a speaker who goes on; `speaks` tells them apart. A draft
    without content only notes a `turn`: whom the narrator asks.
    """

    paragraph: int
    sentence: Span
    content: Spans
    source: Spans
    cue: Spans
    voice: Voice
    anchor: Anchor | None
    speaks: bool
    scene: bool = False
    turn: Turn | None = None


def drafts(text: str, index: int, paragraph: Span, words: Sequence[Word], tags: Sequence[str]) -> Iterator[Draft]:
    """The drafts of one paragraph, in order; word offsets count from the paragraph's start."""
    cuts = sentences(text, paragraph)
    spans = [(paragraph[0] + w.start, paragraph[0] + w.end) for w in words]
    marks = quoted_spans(text, paragraph)
    runs = restored(text, cuts, said(text, tagged(spans, tags), marks))
    runs = with_hearsay(text, cuts, with_views(text, cuts, with_plain(text, cuts, with_lost(text, cuts, runs))))
    runs = without_narrator(text, cuts, with_joined(text, mended(text, cuts, runs, marks)), marks)
    by_sentence: dict[int, list[Attribution]] = {}
    for found in attributions(text, cuts, runs):
        by_sentence.setdefault(found.sentence, []).append(found)
    for i, sentence in enumerate(cuts):
        here = by_sentence.get(i, [])
        asked = turn(text, sentence, marks)
        if asked is not None:
            yield Draft(index, sentence, (), (), (), Voice.OUTLET, None, False, turn=asked)
            if asked.asks and not here:
                continue
        kept = [d for a in here if (d := _attributed(text, index, sentence, a, marks))]
        if kept:
            kept = [one for draft in kept for one in _by_source(text, draft)]
            whole = [*kept, *_left_over(text, index, sentence, runs)]
            yield from sorted(whole, key=lambda d: (d.content, d.source))
            continue
        if any(_is_exclaimed(text, a.content, marks) for a in here):
            continue
        if _only_says(text, sentence, runs):
            continue
        content = _own(text, sentence)
        if scene := _scene(text, sentence, runs):
            yield Draft(index, sentence, content, *scene, Voice.OUTLET, Anchor(*scene), False, scene=True)
        elif content and (showing := shown(text, sentence)):
            source, cue, what = showing
            told = trimmed(text, what)
            if told is None:
                yield Draft(index, sentence, content, (), (), Voice.OUTLET, None, False)
            else:
                yield Draft(
                    index, sentence, (told,), (source,), (cue,), Voice.INDIRECT, Anchor((source,), (cue,)), True
                )
        elif content:
            yield Draft(index, sentence, content, (), (), Voice.OUTLET, None, False)


_SUBJECT = re.compile(
    r"(?P<subject>(?:[A-Z][\w.’'-]*|of|the|al|el|bin|de|von|van)(?:\s+(?:[A-Z][\w.’'-]*|of|the|al|el|bin|de|von|van)){0,7}?)\s+(?:also\s+|later\s+)?(?P<cue>[a-z]+)\b"
)


def _scene(text: str, sentence: Span, runs: Sequence[Tagged]) -> tuple[Spans, Spans] | None:
    """Source and cue of a sentence that says that somebody spoke, and not what: "She spoke at length on Radio Tarn"."""
    here = [r for r in runs if sentence[0] <= r.span[0] < sentence[1]]
    cue = next((r.span for r in here if r.role == "cue" and cues.is_scene(text[r.span[0] : r.span[1]])), None)
    source = next((r.span for r in here if r.role == "source"), None)
    if cue and source:
        return (source,), (cue,)
    found = _SUBJECT.match(text, *sentence)
    if found and cues.is_scene(found["cue"]):
        return (found.span("subject"),), (found.span("cue"),)
    return None


def _attributed(text: str, index: int, sentence: Span, found: Attribution, marks: Sequence[Span]) -> Draft | None:
    content = tuple(t for s in found.content if (t := trimmed(text, s)))
    if not content:
        return None
    voice = _voice(text, found.content, marks)
    if voice is Voice.INDIRECT and is_unmarked(text) and is_speech(text, sentence, found):
        voice = Voice.DIRECT
    if found.anchor is None and voice is Voice.INDIRECT:
        return None
    said = words_of(text, found.content).strip()
    if _is_exclaimed(text, found.content, marks) or _ANONYMITY.match(said):
        return None
    own = found.anchor if found.own and found.anchor else Anchor((), ())
    firm = own.source and cues.is_firm(words_of(text, own.cue))
    if voice is Voice.INDIRECT and not firm and len(re.findall(r"\w+", said)) < LEAST_SAID:
        return None
    source = own.source or own.borrowed
    return Draft(index, sentence, content, source, own.cue, voice, found.anchor, True)


# What a speaker asks of the newsroom is no part of what they tell it.
_ANONYMITY = re.compile(
    r"(?:for\s+)?(?:anonymity|(?:not\s+)?to\s+(?:be\s+(?:named|identified|quoted)|remain\s+anonymous))\b"
)

_TWO = re.compile(
    r"(?P<a>(?:[\w’'-]+\s+){0,2}(?:[a-z’'-]+s|[A-Z][\w’'-]+))\s+and\s+(?P<b>(?:[\w’'-]+\s+){0,2}(?:[a-z’'-]+s|[A-Z][\w’'-]+))"
)


# "Varnia's and Ostrel's calls": two owners of calls of their own.
_TWO_OWNERS = re.compile(r"(?P<a>(?:the\s+)?[A-Z][^,]*?['’]s?)\s+and\s+(?P<b>(?:the\s+)?[A-Z][^,]*['’]s?)")

# "Residents near the bridge and the Tarn Observatory": some people, and a body by its name.
_PEOPLE_AND_BODY = re.compile(
    r"(?P<a>(?:[a-z][\w’'-]*\s+){0,3}?(?P<head>[a-z][\w’'-]*s)(?:\s+(?:in|near|of|from|at)\s+[^,]{2,40}?)?)\s+and\s+"
    r"(?P<b>the\s+[A-Z][\w’'-]+\s+[A-Z][^,]*)"
)


def _by_source(text: str, draft: Draft) -> Iterator[Draft]:
    """One draft for each of two sources: "reports and Ostreli officials" are two origins of one content.

    Two phrases in the plural, or two states, are two; "Save the Children and Partners" may be one and stays so.
    """
    one = len(draft.source) == 1 and draft.anchor
    if one and (mixed := _PEOPLE_AND_BODY.fullmatch(text, *draft.source[0])) and may_speak(mixed["head"]):
        for k in "ab":
            yield replace(draft, source=(mixed.span(k),), anchor=Anchor((mixed.span(k),), draft.cue))
        return
    found = _TWO.fullmatch(text, *draft.source[0]) if one else None
    plural = found is not None and all(found[k].split()[-1].islower() for k in "ab")
    if one and (owners := _TWO_OWNERS.fullmatch(text, *draft.source[0])):
        found, plural = owners, True
    states = found is not None and all(is_state(found[k]) for k in "ab")
    if found is None or not (plural or states):
        yield draft
        return
    for k in "ab":
        source = (found.span(k),)
        yield replace(draft, source=source, anchor=Anchor(source, draft.cue))


def _only_says(text: str, sentence: Span, runs: Sequence[Tagged]) -> bool:
    """ "Iva Moss asked.", behind what she asked: a source and a cue, and nothing else."""
    here = [r for r in runs if sentence[0] <= r.span[0] < sentence[1]]
    if {r.role for r in here} != {"source", "cue"}:
        return False
    said = sum(len(re.findall(r"\w+", text[slice(*r.span)])) for r in here)
    return said == len(re.findall(r"\w+", _MANNER.sub("", text[slice(*sentence)])))


# "Moss asked in return.", "Orr said quietly."
_MANNER = re.compile(r"\s(?:in\s(?:return|reply|response|turn)|back|again|aloud|\w+ly)(?=[.,]?\s*$)")


def _is_exclaimed(text: str, content: Spans, marks: Sequence[Span]) -> bool:
    """A question or a cry in quotation marks, which claims nothing: "Do they know?", "Stop!"."""
    said = words_of(text, content).strip()
    if _voice(text, content, marks) is not Voice.DIRECT:
        return False
    return bool(_QUESTION.match(said.lstrip(_EDGE))) or len(re.findall(r"\w+", said)) < LEAST_QUOTED


def _voice(text: str, content: Spans, marks: Sequence[Span]) -> Voice:
    words = [m.start() for s, e in content for m in re.finditer(r"\w+", text[s:e])]
    starts = [s + at for (s, e) in content for at in (m.start() for m in re.finditer(r"\w+", text[s:e]))]
    if not words:
        return Voice.INDIRECT
    inside = sum(any(a <= at < b for a, b in marks) for at in starts) / len(starts)
    if inside >= MOSTLY:
        return Voice.DIRECT
    return Voice.MIXED if inside > 0 else Voice.INDIRECT


def trimmed(text: str, span: Span) -> Span | None:
    """A content without the marks at its edges and without a connective that opens it; None if nothing is left."""
    start, end = _without_notes(text, span)
    single = False
    while start < end and (text[start] in _EDGE or text[start] in "’'"):
        single = single or text[start] in "‘'"
        start += 1
    while end > start and (text[end - 1] in _EDGE or text[end - 1] in ".!?…" or (single and text[end - 1] in "’'")):
        if text[end - 1] == "." and re.search(r"\b(?:[A-Za-z]\.)+$", text[start:end]):
            break
        end -= 1
    while opening := _OPENING_CONNECTIVE.match(text, start, end):
        start = opening.end()
    if relay := _RELAY_TAIL.search(text, start, end):
        end = relay.start()
    if not re.search(r"\w", text[start:end]):
        return None
    start, end = _balanced(text, start, end)
    return max(start, span[0]), min(end, span[1])


_CLOSES = re.compile(r"[.,!?…]?[\"”»]")


def _balanced(text: str, start: int, end: int) -> Span:
    """A content with the mark that opens or closes a quotation at its edge, where the other mark stands within.

    "Moss called it “a drill.”" keeps its last mark, and "“Nine” of them fell" its first; a content that is quoted
    from edge to edge keeps neither.
    """
    depth = lowest = 0
    for at in range(start, end):
        char = text[at]
        depth += (char in "“«") - (char in "”»")
        lowest = min(lowest, depth)
    straight = text.count('"', start, end) % 2 == 1
    if (lowest < 0 and text[start - 1 : start] in ("“", "«")) or (straight and text[start - 1 : start] == '"'):
        return start - 1, end
    if (depth > 0 or straight) and (closing := _CLOSES.match(text, end)):
        return start, closing.end()
    return start, end


def _without_notes(text: str, span: Span) -> Span:
    """A span without the footnotes at its edges."""
    start, end = span
    while lead := _LEAD_NOTE.match(text, start, end):
        start = lead.end()
    while tail := _TAIL_NOTE.search(text, max(start, end - 40), end):
        end = tail.start()
    return start, end


_LEAD_NOTE = re.compile(rf"[\s.,;]*{NOTE.pattern}\s*")
_TAIL_NOTE = re.compile(rf"\s*{NOTE.pattern}[\s.]*$")
# Through whom the words came, hung on at the end, is no part of them.
_RELAY_TAIL = re.compile(
    r",\s+(?:(?:per|via|according\s+to)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,3}(?:translation|report|transcript|account)\b|"
    r"as\s+(?:reported|quoted|cited|translated)\s+by\b|citing\b|quoting\b)[^\n]*(?:\n[^\n]+)*$"
)


def _own(text: str, sentence: Span) -> Spans:
    """The content of a sentence in the outlet's own voice; a question says nothing."""
    if _QUESTION.match(text[sentence[0] : sentence[1]]):
        return ()
    kept = trimmed(text, sentence)
    if kept is None:
        return ()
    words = len(re.findall(r"\w+", text[kept[0] : kept[1]]))
    return (kept,) if words >= LEAST_SAID or (words == LEAST_SAID - 1 and finite().search(text, *kept)) else ()


def _left_over(text: str, index: int, sentence: Span, runs: Sequence[Tagged]) -> Iterator[Draft]:
    """What a sentence says beside its attributions, if that is a clause long enough to be a claim."""
    taken = sorted((r.span, r.role) for r in runs if r.span[0] < sentence[1] and sentence[0] < r.span[1])
    at, before = sentence[0], [((sentence[0], sentence[0]), "")]
    for (start, end), role in (*taken, ((sentence[1], sentence[1]), "")):
        if start > at and not (before[-1][1] == "source" and role == "content"):  # what a source does with its content
            gap = (at, start)
            if before[-1][1] == "source":
                gap = _with_subject(text, gap, before, (start, end) if role == "cue" else None)
            yield from _clause(text, index, sentence, gap)
        at = max(at, end)
        before.append(((start, end), role))


_APPOSED = re.compile(r"\s*(?:,\s+(?:an?|the|one\s+of|its|his|her|their)|,?\s*(?:who|which|whose|where|that))\s")
_GOES_ON = re.compile(
    r"\b(?:and|but|or|while|when|as|after|although|though|for|by|before|since)\b(?:\s+(?:\w+ly|also|then|later|has|have|had|is|are|was|were|it|they|"
    r"he|she))*[\s,]*$"
)


def _with_subject(text: str, gap: Span, before: Sequence[tuple[Span, str]], cue: Span | None) -> Span:
    """What stands behind a source, with that source where it is the subject: "Moss left Tarn, and has said …".

    Between a source and its verb stands only more about the source ("the mayor, a baker by trade, said"), which claims
    nothing of its own; so does what follows "according to the council".
    """
    source = before[-1][0]
    nothing = (gap[1], gap[1])
    if _APPOSED.match(text, *gap):
        return nothing
    if cue is None:
        after_cue = before[-2][1] == "cue"
        return gap if after_cue or not finite().match(text, gap[0] + 1) else (source[0], gap[1])
    if not (text[slice(*cue)].split()[0].endswith("ing") or _GOES_ON.search(text, *gap)):
        return nothing
    low = before[-2][0][1]
    opening = text[low : source[0]]
    whole = before[-2][1] == "" and len(opening.split()) <= LEAST_LEFT
    return (low if whole else source[0], gap[1])


def _clause(text: str, index: int, sentence: Span, gap: Span) -> Iterator[Draft]:
    kept = trimmed(text, gap)
    if kept is None:
        return
    if _RELATIVE.match(text, *kept):
        return
    connective = _CONNECTIVE.match(text, *kept)
    start = connective.end() if connective else kept[0]
    words = re.findall(r"\w+", text[start : kept[1]])
    tail = _TRAILING.search(text, start, kept[1])
    content = (start, tail.start()) if tail else (start, kept[1])
    claims = bool(finite().search(text, *content)) or (
        tail is not None
        and kept[0] <= sentence[0] + 1
        and bool(_BESIDE.search(tail.group()))
        and len(re.findall(r"\w+", text[slice(*content)])) >= LEAST_HEAD
        and not _ADJUNCT.match(text, *content)
    )
    if len(words) < LEAST_LEFT or not claims or _FRAME.match(text, kept[0], kept[1]):
        return
    if (final := trimmed(text, content)) is not None:
        yield Draft(index, sentence, (final,), (), (), Voice.OUTLET, None, False)


_TRAILING = re.compile(
    r"(?:,?\s+(?:as|while|but|and|although|though|after|when|where|because|since|with|according|amid|that|which|who|what|"
    r"how|whom|whose|in|on|at|of|by|from|to|for|(?<=and\s)(?:has|have|had)|(?<=who\s)(?:has|have|had)))+\s*$",
    re.I,
)
# What heads its sentence, before a clause that hangs on it, is a claim from this many words on, whatever its verb.
LEAST_HEAD = 8
_BESIDE = re.compile(r"\b(?:as|while|with|and|but|although|though|after|amid)\b")
_ADJUNCT = re.compile(
    r"(?:in|on|at|of|by|from|to|for|with|after|before|during|since|despite|amid|among|under|over|while|as|if|when|although|though|\w+ing|\w+ed)\b",
    re.I,
)
# The occasion of saying is no claim: "in an interview with …", "speaking to reporters after …".
_FRAME = re.compile(
    r"(?:,\s*)?(?:in|at|on|during|after|before|speaking|writing|asked|when asked|told|as)\b[^.]*\b"
    r"(?:interview|statement|briefing|meeting|conference|call|recording|post|video|message|speech|address|report|letter|article|"
    r"comments?|remarks?|reporters|journalists|asked|channel|telegram|facebook)\b|"
    r"(?:[\w’',-]+\s){0,9}?(?:has\s|have\s|had\s)?(?:also\s|later\s)?(?:issued|released|published|gave|given|delivered|posted|held|wrote|sent|made)\b[^.]*\b"
    r"(?:statement|speech|address|report|letter|remarks|conference|interview|briefing|message)\b",
    re.I,
)
