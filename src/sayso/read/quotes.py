"""Quotations: what stands in quotation marks, or in the dashes and single marks that some newsrooms put for them.

"– We are tired – he says" and ‘We are tired,’ he says quote as “We are tired,” does.

Known limit: where a mark was lost, only the sentence in which the quotation opens is taken for quoted.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.encoder.words import CLOSING, OPENING, Word, at_left_edge
from sayso.model.span import Span

# A dash or single mark stands this near to what it quotes.
BESIDE = 3
_OTHER_MARKS = frozenset("–—-‘’'")


def quoted_spans(text: str, paragraph: Span) -> list[Span]:
    """What stands in quotation marks, or in dashes that stand for them, in one paragraph.

    Where no mark closes a quotation, `_left_open` says how far it goes.
    """
    found: list[Span] = []
    start: int | None = None
    for at in range(*paragraph):
        char = text[at]
        if char == '"':
            if start is None:
                start = at + 1
            else:
                found.append((start, at))
                start = at + 1 if _reopens(text, at) else None
        elif char in "“„«" and start is None:
            start = at + 1
        elif start is not None and (char in "”»" or (char == "“" and not at_left_edge(text, at))):
            found.append((start, at))
            start = None
        elif start is None and char in "”»" and (opened := _lost_opening(text, paragraph, at, found)) is not None:
            found.append((opened, at))
    if start is not None:
        found.append((start, _left_open(text, paragraph, start)))
    return found + _single_quoted(text, paragraph, found) + _dashed(text, paragraph, found)


# A quotation whose opening mark was lost reaches back no further than this.
LONGEST_LOST = 900


def _lost_opening(text: str, paragraph: Span, at: int, found: Sequence[Span]) -> int | None:
    """Where a quotation began that only closes: behind the sentence of the one before it, or with its paragraph."""
    if not found:
        opened = paragraph[0]
    else:
        stop = _SENTENCE_END.search(text, found[-1][1], at)
        if stop is None:
            return None
        opened = stop.end()
    return opened if 0 < at - opened <= LONGEST_LOST else None


def _reopens(text: str, at: int) -> bool:
    """A straight mark that opens the next sentence of speech whose last one was left open: "… not change. "This …"."""
    return text[max(0, at - 2) : at] in (". ", "? ", "! ") and text[at + 1 : at + 2].isupper()


_REOPENED = re.compile(r"\s*[\"“„«]")
_SENTENCE_END = re.compile(r"[.!?…](?=\s)")


def _left_open(text: str, paragraph: Span, start: int) -> int:
    """Where a quotation ends whose closing mark is missing.

    One that opens its paragraph, or that the next paragraph takes up with a mark of its own, runs to the paragraph's
    end, as quotations over several paragraphs do. Else the mark was lost, and no more than its sentence is quoted.
    """
    opens = not re.search(r"\w", text[paragraph[0] : start])
    if opens or _REOPENED.match(text, paragraph[1]):
        return paragraph[1]
    stop = _SENTENCE_END.search(text, start, paragraph[1])
    return stop.end() if stop else paragraph[1]


def _single_quoted(text: str, paragraph: Span, found: Sequence[Span]) -> list[Span]:
    """‘British’ quotations of three words or more, where there are no double ones."""
    if found:
        return []
    part = text[paragraph[0] : paragraph[1]]
    pattern = re.compile(r"(?<!\w)[‘']((?:[^‘’'\n]|['’](?=\w)){12,600}?)['’](?!\w)")
    return [
        (paragraph[0] + m.start(1), paragraph[0] + m.end(1))
        for m in pattern.finditer(part)
        if m.group(1).count(" ") >= 2
    ]


# A hyphen opens speech at the start of a paragraph alone: elsewhere it marks the items of a list.
_DASH = re.compile(r"(?:^[–—-]|(?<=[.!?]\s)[–—])\s+(?P<said>[^\n]+?)(?=\s+[–—]\s+(?:\w+\s+){0,5}\w+|$)")


def _dashed(text: str, paragraph: Span, found: Sequence[Span]) -> list[Span]:
    """Speech behind a dash, up to the dash that ends it ("– We are tired – he says.")."""
    if found:
        return []
    part = text[paragraph[0] : paragraph[1]]
    return [(paragraph[0] + m.start("said"), paragraph[0] + m.end("said")) for m in _DASH.finditer(part)]


def dressed(words: Sequence[Word], text: str, paragraph: Span) -> list[Word]:
    """The words with every kind of quotation in the marks that the tagger was trained on; offsets stay.

    `words` are those of the paragraph, their offsets counted from its start.
    """
    out = list(words)
    ends = {w.end: i for i, w in enumerate(words) if w.form in _OTHER_MARKS}
    starts = {w.start: i for i, w in enumerate(words) if w.form in _OTHER_MARKS}
    for start, end in quoted_spans(text, paragraph):
        before = next(
            (ends[at] for at in range(start - paragraph[0], start - paragraph[0] - BESIDE, -1) if at in ends), None
        )
        after = next(
            (starts[at] for at in range(end - paragraph[0], end - paragraph[0] + BESIDE) if at in starts), None
        )
        if before is not None:
            out[before] = replace(out[before], form=OPENING)
        if before is not None and after is not None:
            out[after] = replace(out[after], form=CLOSING)
    return out
