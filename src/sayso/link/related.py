"""Related: what one article is to another, by their words, their statements, or their names and figures.

    the same words             a copy, a part, a version       `sayso.link.copies`
    in other words, in order   a rewrite, or a part rewritten  `sayso.link.retold`
    in another language        a translation                   `sayso.link.translated`

Each pair is judged by the two alone. Which pairs are judged: those that share enough fingerprints or traces, or have
one address (`sayso.link.fingerprints.brought`).
"""

from sayso.link.copies import compared
from sayso.link.retold import retold
from sayso.link.tellings import Telling
from sayso.link.translated import translated
from sayso.model.claim import Copy, CopyKind
from sayso.model.document import Document


def related(a: Document, b: Document, one: Telling, other: Telling) -> Copy | None:
    """What the one of two articles is to the other, or None; the same whichever is given first.

    `one` is the telling of `a`, `other` of `b`; empty for articles in a language that is not read. Where only a part
    stands in both word for word, but more of it in other words, it is a rewrite.
    """
    if a.language != b.language:
        return compared(a, b) or translated(a, b)
    found = compared(a, b)
    if found is not None and found.kind is not CopyKind.PART:
        return found
    told = retold(a, b, one, other)
    if found is None or (told is not None and told.kind is CopyKind.REWRITE and told.share > found.share):
        return told
    return found
