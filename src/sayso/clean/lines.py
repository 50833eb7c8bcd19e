"""The lines of a page in their places: what every rule of furniture looks at.

"Must read" is the line 14 of 20, four fifths down the page, below the last sentence. The limit accepted: a page whose
lines were run together is one line, and only inline.py sees into it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.span import Span

SHORT = 12
"""Words: menus, credits and prompts are shorter than sentences; a news sentence has 22 on average."""
TEASER = 25
TITLE_AMONG = 5
"""Lines: a headline is among the first five of those that are no masthead, menu or stamp."""

_END = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*$")
_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_NO_TITLE = re.compile(r"\W*(?:photo|image|by|source|sign up)\b", re.I)
VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|could|should|may|might|can|said|says|told|tells|did|does|"
    r"do)\b|\b\w{3,}ed\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, in its place: how far `down` the page, from 0 to 1, and if `outside` the sentences.

    `block` counts the stretches between blank lines.
    """

    text: str
    span: Span
    index: int
    count: int
    down: float
    words: int
    ended: bool
    outside: bool
    block: int
    title: bool = False


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines that are not blank, none of them marked as the title yet."""
    spans: list[Span] = []
    blocks: list[int] = []
    at = block = 0
    for line in text.split("\n"):
        bare = line.strip().lstrip("\ufeff").lstrip()
        if bare:
            start = at + line.index(bare)
            spans.append((start, start + len(bare)))
            blocks.append(block)
        else:
            block += 1
        at += len(line) + 1
    words = [text[start:end] for start, end in spans]
    counts = [len(_WORD.findall(line)) for line in words]
    total = max(1, len(text))
    ended = [bool(_END.search(line[-40:])) for line in words]
    sentences = [i for i, count in enumerate(counts) if count > TEASER and ended[i]] or [0, len(spans)]
    first, last = sentences[0], sentences[-1]
    return tuple(
        Line(
            words[i], span, i, len(spans), span[0] / total, counts[i], ended[i], outside=not first <= i <= last,
            block=blocks[i],
        )
        for i, span in enumerate(spans)
    )  # fmt: skip


def title_index(lines: Sequence[Line], page: frozenset[int]) -> int | None:
    """Where the headline stands: the first line of four words that is none of the `page`'s own."""
    left = (line for line in lines if line.index not in page)
    for place, line in enumerate(left):
        if place >= TITLE_AMONG:
            break
        if line.words >= 4:
            return None if _NO_TITLE.match(line.text) else line.index
    return None
