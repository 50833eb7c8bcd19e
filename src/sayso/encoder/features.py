"""What the tagger is told about a word beside its letters: its shape, and whether it stands in quotation marks.

The trunk's vocabulary knows no capitals, yet a capital is half of what makes a name; and whether a
word is quoted is known for certain from the marks, so it need not be learnt. Both go in as one
small number per word piece, `shape + SHAPES * quoted`.
"""

from collections.abc import Sequence
from functools import lru_cache

from sayso.encoder.words import CLOSING, OPENING

NONE, LOWER, TITLE, UPPER, MIXED, DIGIT, OPEN, CLOSE, MARK, DASH = range(10)
SHAPES = 10
FEATURES = 2 * SHAPES


@lru_cache(maxsize=65_536)
def shape(form: str) -> int:
    """The shape class of a word form, one of the ten constants of this module."""
    if form == OPENING:
        return OPEN
    if form == CLOSING:
        return CLOSE
    if form in {"-", "–", "—", "--"}:
        return DASH
    if any(c.isdigit() for c in form):
        return DIGIT
    letters = [c for c in form if c.isalpha()]
    if not letters:
        return MARK
    if all(c.islower() for c in letters):
        return LOWER
    if letters[0].isupper() and all(c.islower() for c in letters[1:]):
        return TITLE
    return UPPER if all(c.isupper() for c in letters) else MIXED


def of_paragraph(forms: Sequence[str]) -> list[int]:
    """One feature number for each word of one paragraph; a mark left open is taken as open to its end."""
    features, quoted = [], 0
    for form in forms:
        kind = shape(form)
        if kind == OPEN:
            quoted = 1
        features.append(kind + SHAPES * quoted)
        if kind == CLOSE:
            quoted = 0
    return features
