"""Paragraphs and sentences of a text, as spans.

A line break ends a paragraph, unless the line plainly runs on: pages whose links were pulled out of
the running text leave breaks in the middle of a sentence ("taken control of⏎74 settlements").
"""

import re

Span = tuple[int, int]

_LINE = re.compile(r"[^\n]+")
_ENDS = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*$")
_OPEN_END = re.compile(
    r"(?:,|\b(?:a|an|the|of|in|on|at|by|to|for|from|with|and|or|as|per|that|is|are|was|were|has|have|had))\s*$",
    re.I,
)
_RUNS_ON = re.compile(r"[0-9(]")
# A line shorter than this before a digit is a label ("Day" ⏎ "12"), not the head of a sentence.
LONG_LINE = 40


def paragraphs(text: str) -> tuple[Span, ...]:
    """Half-open spans of the paragraphs of `text`, without the blanks at their edges."""
    spans: list[Span] = []
    for found in _LINE.finditer(text):
        start, end = _trimmed(text, found.start(), found.end())
        if start == end:
            continue
        if spans and _continues(text, spans[-1], (start, end)):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return tuple(spans)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _continues(text: str, before: Span, after: Span) -> bool:
    gap = text[before[1] : after[0]]
    if gap.count("\n") > 1:
        return False
    head = text[before[0] : before[1]]
    if _OPEN_END.search(head):
        return True
    if _ENDS.search(head):
        return False
    return text[after[0]].islower() or (len(head) >= LONG_LINE and bool(_RUNS_ON.match(text, after[0])))


NOTE = re.compile(r"\[(?:\d{1,3}|[a-z]|note \d+|citation needed)\]")
"""A footnote's mark: it stands in the text, and is no part of what is said."""

# A stop, the marks that close with it, and footnotes; or a stop whose blank was lost ("in 2026.Authorities said").
_STOP = re.compile(
    rf"""[.!?…]+[\"'”’»)\]]*(?:\s?{NOTE.pattern})*(?=\s)|(?:(?<=[a-z]{{3}})|(?<=\d{{4}}))\.(?=[A-Z][a-z]+\s)"""
)
# An ellipsis between blanks leaves words out of a quotation, and ends nothing: "We held … We left in May".
_OMITS = re.compile(r"\s(?:…|\.\.\.|\.\s\.\s\.)")
_SHORTENED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Brig|Lt|Col|Maj|Capt|Sgt|Cpl|Cmdr|Adm|Rev|Hon|Prof|St|Jr|Sr|Jan|Feb|Mar|Apr|Jun|Jul|"
    r"Aug|Sept|Sep|Oct|Nov|Dec|No|Nos|vs|v|approx|ca|cf|e\.g|i\.e|al|Ft|Mt|sq|km|Inc|Ltd|Co)|\b[A-Z]|(?:\b[A-Za-z]\.)+[A-Za-z])\.$"
)
# A small letter may open a sentence in careless copy; the stop then must end a whole clause in plain words.
_PLAINLY_OVER = re.compile(r"(?:\b[\w’'-]+,?\s+){6,}[a-z]{4,}\.$")
_MAY_BEGIN = re.compile(r"\s*[\"'“‘„«(\[–—-]*\s*(\w)")


def sentences(text: str, paragraph: Span) -> tuple[Span, ...]:
    """Half-open spans of the sentences of one paragraph; a mark that closes a quotation goes with its sentence.

    Known limit: an abbreviation that ends a sentence ("in the U.S. The army …") is told by the list above alone.
    """
    start, end = paragraph
    spans: list[Span] = []
    for found in _STOP.finditer(text, start, end):
        at = found.end()
        if _OMITS.fullmatch(text, max(start, found.start() - 1), found.end()):
            continue
        if at <= start or (text[at : at + 1].isupper() and _in_address(text, found.start())):
            continue
        mark = NOTE.sub("", text[found.start() : at]).strip()
        if not _may_begin(text, at, end) and not (mark == "." and _PLAINLY_OVER.search(text, start, at)):
            continue
        shortened = mark == "." and _SHORTENED.search(text, max(start, found.start() - 12), found.end())
        if shortened and not _ends_on_country(text, found.end(), end):
            continue
        spans.append(_trimmed(text, start, at))
        start = at
    rest = _trimmed(text, start, end)
    if rest[0] < rest[1]:
        spans.append(rest)
    return tuple(spans)


def _in_address(text: str, at: int) -> bool:
    """A stop inside an address of the web or of e-mail."""
    word = text[max(0, at - 60) : at].rsplit(None, 1)[-1:]
    return bool(word) and any(mark in word[0] for mark in "@/.")


def _may_begin(text: str, at: int, end: int) -> bool:
    found = _MAY_BEGIN.match(text, at, end)
    return found is not None and not found.group(1).islower()


_AFTER_COUNTRY = re.compile(r"\s+(?:The|A|An|It|He|She|They|In|On|But|This|That|At)\s")


def _ends_on_country(text: str, at: int, end: int) -> bool:
    """ "… in the U.S. The army": a dotted name followed by a word that opens sentences."""
    return text[max(0, at - 4) : at].count(".") >= 2 and bool(_AFTER_COUNTRY.match(text, at, end))
