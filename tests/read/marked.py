"""Articles with their tags written into them: "[c They left], [s he] [q said]." — content, source, cue.

The marks stand in the text as an annotator would put them, so that a test of reading rests on no network.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayso.encoder import Encoded, Word, cut
from sayso.encoder.heads import ROLES as SPOKEN
from sayso.encoder.heads import WIDTH
from sayso.model.document import UNDATED, Document
from sayso.model.span import Span
from sayso.read.segment import sentences
from sayso.read.statements import Told, told
from sayso.read.statements import marked as words_of_body

BIO = ("O", *(f"{edge}-{role}" for role in SPOKEN for edge in "BI"))
ROLES = {"c": "content", "s": "source", "q": "cue"}
_MARK = re.compile(r"\[(?P<role>[csq]) |(?P<end>\])")

Row = tuple[str, str, str | None, list[tuple[str, str]]]


@dataclass(frozen=True)
class Marked:
    """A text without its marks, and the spans that they stood around."""

    text: str
    spans: tuple[tuple[str, Span], ...]

    def tags(self, words: Sequence[Word], at: int = 0) -> list[str]:
        """A tag for each word; word offsets count from `at`."""
        found = []
        for word in words:
            start = at + word.start
            role = next((r for r, (a, b) in self.spans if a <= start < b), None)
            first = role and not any(
                r == role and a <= at + w.start < start < b for w in words for r, (a, b) in self.spans
            )
            found.append("O" if role is None else ("B-" if first else "I-") + role)
        return found


def marked(annotated: str) -> Marked:
    """The text and the spans of an annotated text."""
    text, spans, opened, at = "", [], None, 0
    for mark in _MARK.finditer(annotated):
        text += annotated[at : mark.start()]
        at = mark.end()
        if mark["role"]:
            opened = (ROLES[mark["role"]], len(text))
        elif opened:
            spans.append((opened[0], (opened[1], len(text))))
            opened = None
    return Marked(text + annotated[at:], tuple(spans))


def unseen(tags: list[list[str]]) -> Encoded:
    """These tags of attribution, and nothing from any other head."""
    return Encoded(tags, np.zeros((sum(map(len, tags)), WIDTH), np.float32))


@dataclass(frozen=True)
class Hand:
    """An encoder that has been told the tags: it finds the paragraphs it is asked about in the marked text, in order.

    Its other heads see nothing.
    """

    article: Marked

    def encode(self, paragraphs: Sequence[Sequence[str]], convention: str = "guide") -> Encoded:
        words = cut(self.article.text)
        tags = self.article.tags(words)
        forms, at, found = [w.form for w in words], 0, []
        for asked in paragraphs:
            size = len(asked)
            at = next((i for i in range(at, len(forms) - size + 1) if forms[i : i + size] == list(asked)), at)
            found.append(tags[at : at + size])
            at += size
        return unseen(found)


def document(article: Marked, title: str | None = None, outlet: str | None = None, furniture: str = "") -> Document:
    """An article as cleaned; each line of `furniture` is marked as such where it first stands in the text."""
    text = article.text
    marks = sorted((text.index(line), text.index(line) + len(line)) for line in furniture.splitlines())
    return Document("a", "pile/a.txt", None, title, outlet, "en", text, tuple(marks), None, UNDATED)


def heard(annotated: str, title: str | None = None, outlet: str | None = None, furniture: str = "") -> list[Row]:
    """What is told in an annotated article: content, voice, origin, relays."""
    article = marked(annotated)
    made = document(article, title, outlet, furniture)
    found = told(made, words_of_body(made, Hand(article)))  # type: ignore[arg-type]
    return [row(article.text, one) for one in found]


def row(text: str, one: Told) -> Row:
    """One statement as a reader sees it; parts of an interrupted content are joined by " … "."""
    return (
        " … ".join(text[a:b] for a, b in one.draft.content),
        str(one.draft.voice),
        one.speaker.name if one.speaker else None,
        [(hop.name, str(hop.relation)) for hop in one.chain],
    )


def paragraph(annotated: str) -> tuple[str, tuple[Span, ...], list[Word], list[str]]:
    """One paragraph: its text, its sentences, its words and their tags."""
    article = marked(annotated)
    words = list(cut(article.text))
    return article.text, sentences(article.text, (0, len(article.text))), words, article.tags(words)
