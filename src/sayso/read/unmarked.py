"""Unmarked articles: quotations in a text that has lost every quotation mark, as careless collectors leave it.

"Time is running out, Dr Orr said. Our stocks are gone." quotes Orr twice. A reporter who tells what was said in his own
words moves it into the past and out of the first person; whoever is quoted is not moved.

Known limit: a sentence in the present with its speaker behind it ("The road is shut, police said") may be either, and
is taken for reported.
"""

import re
from functools import lru_cache

from sayso.model.span import Span, hull
from sayso.read.attribute import Attribution

LEAST_TEXT = 600
"""Code points of a text in which a quotation mark would have stood, if it had kept any."""

_MARKS = re.compile(r"[\"“”„«»]")
_OURS = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us|me|ours|mine|I[’']m|[Ww]e[’']re)\b")
_NOW = re.compile(r"\b(?:is|are|am|has|have|will|do|does|can|must)\b|n[’']t\b|[’'](?:s|re|ve|ll)\b")
_THEN = re.compile(r"\b(?:was|were|had|would|could|did)\b")


@lru_cache(maxsize=8)
def is_unmarked(text: str) -> bool:
    """No quotation mark is left in the text, and it is long enough to have had some."""
    return len(text) >= LEAST_TEXT and _MARKS.search(text) is None


def is_speech(text: str, sentence: Span, found: Attribution) -> bool:
    """A content of an unmarked text that is somebody's very words."""
    start, end = hull(found.content)
    if text[sentence[0] : start].strip() or not text[start].isupper():
        return False
    said = text[start:end]
    if _OURS.search(said):
        return True
    alone = not found.own and not text[end : sentence[1]].strip(" .!?\n\r\t")
    return alone and bool(_NOW.search(said)) and not _THEN.search(said)
