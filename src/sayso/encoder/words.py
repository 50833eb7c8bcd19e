"""Words: the units that carry tags, cut so that training corpora and raw text agree.

The cut follows the Penn Treebank's conventions as far as attribution needs them: clitics stand
alone ("Ukraine" + "'s", "do" + "n't"), hyphenated words, decimals, dotted abbreviations and
titles stay whole, every other mark is a word of its own. Every kind of quotation mark is brought
to one opening and one closing form, which the tagger sees in place of the mark in the text.

    >>> [w.form for w in cut('"They left," he said.')]
    ['“', 'They', 'left', ',', '”', 'he', 'said', '.']

Known limit: a straight single quotation mark is told from an apostrophe by its neighbours alone.
"""

import re
from dataclasses import dataclass

OPENING, CLOSING = "“", "”"

_DOTTED = (
    "Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Cmdr|Adm|Rev|Hon|Prof|St|Jr|Sr|Jan|Feb|Mar|Apr|Jun|"
    "Jul|Aug|Sept|Sep|Oct|Nov|Dec|No|vs|Inc|Corp|Co|Ltd"
)
_WORD = re.compile(
    rf"""
      (?P<blank>\s+)
    | (?:{_DOTTED})\.(?=\s|$)
    | (?:[^\W\d_]\.){{2,}}
    | \d+(?:[.,:/]\d+)*(?:-\w+)*
    | ['’](?:s|re|ve|ll|d|m|S)\b
    | n['’]t\b
    | \w+?(?=n['’]t\b)
    | \w+(?:[-‑]\w+)*
    | --+ | \.\.\.+
    | .
    """,
    re.X | re.S,
)
_ALWAYS_OPENING = frozenset("“„«‟")
_ALWAYS_CLOSING = frozenset("”»")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: the form the tagger sees, and where it stands in the text (half-open, code points)."""

    form: str
    start: int
    end: int


def cut(text: str) -> tuple[Word, ...]:
    """Cut a text into words; offsets are code points of `text`, and no character but blanks is left out."""
    words: list[Word] = []
    open_marks, carried = 0, False
    for found in _WORD.finditer(text):
        start, end = found.span()
        if found["blank"]:
            carried = carried or "\n" in found["blank"]
            continue
        mark = text[start:end]
        if mark in _ALWAYS_OPENING or mark in _ALWAYS_CLOSING or mark == '"':
            # A quotation carried over a line break may go on, or have been left open before a new one.
            anew = not open_marks or (carried and at_left_edge(text, start))
            opens = mark in _ALWAYS_OPENING or (mark == '"' and anew)
            # „…“ closes with the mark that elsewhere opens.
            if mark == "“" and open_marks and not at_left_edge(text, start):
                opens = False
            open_marks, carried = (1 if opens else 0), False
            words.append(Word(OPENING if opens else CLOSING, start, end))
        else:
            words.append(Word(mark, start, end))
    return tuple(words)


def at_left_edge(text: str, at: int) -> bool:
    """A mark here stands where quotations open: at the start, or behind a blank, a bracket or a dash."""
    return at == 0 or text[at - 1].isspace() or text[at - 1] in "([{—–-"
