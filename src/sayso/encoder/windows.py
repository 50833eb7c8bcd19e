"""Windows: runs of an article's paragraphs, each as long as the encoder reads at once.

A window opens with the last paragraphs of the one before, if they are short: a quotation that runs
on is understood by what stands before it. Tags are taken from the rest.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.encoder.features import of_paragraph
from sayso.encoder.pieces import CLS, SEP, Pieces

LIMIT = 256
CONTEXT = 64

# The first piece of a window says by whose convention spans are cut: unused entries of the vocabulary.
CONVENTIONS = {"polnear": 1, "guide": 2}


@dataclass(frozen=True, slots=True)
class Window:
    """Piece ids and features, the place of each word's first piece, and which words to take tags from.

    `words` are indices into the article's words, counted over all paragraphs; `fresh` is how many of
    the window's first words are context only.
    """

    ids: tuple[int, ...]
    features: tuple[int, ...]
    first: tuple[int, ...]
    words: tuple[int, ...]
    fresh: int


@dataclass(frozen=True, slots=True)
class _Chunk:
    """A paragraph, or as much of a very long one as fits."""

    ids: list[int]
    features: list[int]
    first: list[int]
    words: list[int]


def windows(paragraphs: Sequence[Sequence[str]], pieces: Pieces, convention: str) -> Iterator[Window]:
    """The windows of one article, given the word forms of its paragraphs, in order."""
    before: list[_Chunk] = []
    run: list[_Chunk] = []
    for chunk in _chunks(paragraphs, pieces):
        if run and _size(before) + _size(run) + len(chunk.ids) > LIMIT:
            yield _window(before, run, convention)
            before, run = _tail(run), []
            if _size(before) + len(chunk.ids) > LIMIT:
                before = []
        run.append(chunk)
    if run:
        yield _window(before, run, convention)


def _chunks(paragraphs: Sequence[Sequence[str]], pieces: Pieces) -> Iterator[_Chunk]:
    at = 0
    for forms in paragraphs:
        chunk = _Chunk([], [], [], [])
        for form, feature in zip(forms, of_paragraph(forms), strict=True):
            got = pieces.of(form)
            if len(chunk.ids) + len(got) > LIMIT:
                yield chunk
                chunk = _Chunk([], [], [], [])
            chunk.first.append(len(chunk.ids))
            chunk.words.append(at)
            chunk.ids.extend(got)
            chunk.features.extend([feature] * len(got))
            at += 1
        if chunk.words:
            yield chunk


def _size(chunks: Sequence[_Chunk]) -> int:
    return sum(len(c.ids) + 1 for c in chunks)


def _tail(chunks: Sequence[_Chunk]) -> list[_Chunk]:
    kept: list[_Chunk] = []
    for chunk in reversed(chunks):
        if _size(kept) + len(chunk.ids) > CONTEXT:
            break
        kept.insert(0, chunk)
    return kept


def _window(before: Sequence[_Chunk], run: Sequence[_Chunk], convention: str) -> Window:
    ids, features = [CLS, CONVENTIONS[convention]], [0, 0]
    first: list[int] = []
    words: list[int] = []
    for chunk in (*before, *run):
        first.extend(len(ids) + i for i in chunk.first)
        words.extend(chunk.words)
        ids.extend((*chunk.ids, SEP))
        features.extend((*chunk.features, 0))
    return Window(tuple(ids), tuple(features), tuple(first), tuple(words), sum(len(c.words) for c in before))
