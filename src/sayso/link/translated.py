"""Translated: whether of two articles in two languages one is the other's text, by names, figures and quotations.

"Hanna Dorsk … 152 millimetres", a quotation, "Milos Teren", "600", "57" in one order in the English page, "Ханна Дорск
… 152", a quotation, "Милош Терен", "600", "57" in the same order in the Russian: a translation, sentence by sentence of
like length. Reports of their own on the same day share some of these, but not nearly all, nor in that order. Each pair
is judged by the two alone, whether sayso reads their languages or not.

"Translated from Grenzbote" in the one, with the other's outlet or address, says so itself; then fewer sentences do.

Known limits: a translation with few names and figures, one that was much cut, and one into letters other than Latin
and Cyrillic are not seen; two renderings in English of one text are told by `sayso.link.retold`.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np

from sayso.link.anchors import KEPT, Piece, pieces
from sayso.link.copies import address_of, is_named, name_of, order_of
from sayso.link.retold import Match, in_order
from sayso.link.tellings import Matrix
from sayso.model.claim import Copy, CopyKind, Passage
from sayso.model.document import Document

LEAST = 5
"""Sentences that must match by their anchors."""
COMMON = 8
"""Names and figures that both must have."""
FIGURES, SAME_FIGURES = 3, 0.5
"""Of these, figures; and how many of all that either has: a translation keeps them, another report has others."""
ORDER = 0.75
"""How much of the sequence of common names and figures must be the same, each time that one is told: of 1,570 pairs
of reports on one topic, and of 13,781 on one event or war, none comes to this with as many figures, had they been in
two languages; translations into five languages have 0.8 to 1."""
LENGTH = 1.7
"""How much longer a sentence may be than its translation, letter for letter, before it counts for less."""
WHOLE = 1.6
"""How much longer the one article may be than the other."""
ANCHORED = 0.4
"""What an anchor weighs that each article has in one sentence only."""
QUOTES = 0.1
"""What it adds that both have a quotation, or takes that one has."""
OWN_RUN = 1.0
"""What the run must weigh: three sentences with an anchor of their own."""
SHOWN = 5
LONGEST = 200
"""Characters of what a page says of itself that are shown."""
MOST = 4_000
"""Names and figures told in an article, up to which it is compared."""
DECLARED = 3
"""Sentences that must match where the page says itself that it is a translation, and from whom."""

_DECLARED = re.compile(
    r"\btranslat(?:ed|ion)\b|\b(?:first|originally) (?:published|appeared)\b|\bübersetz|\baus dem \w{4,14}en von\b|"
    r"\btraduit|\btraduction\b|\btraducid|\btraducción\b|\btradott|\bперев(?:од|ел)|\bпереклад",
    re.I,
)
_ENDS = re.compile(r"[!?\n]|\.\s")


def translated(a: Document, b: Document) -> Copy | None:
    """What the one of two documents in two languages is of the other, or None; the same whichever is given first."""
    if a.id == b.id or a.language is None or b.language is None or a.language == b.language:
        return None
    if b.id < a.id:
        a, b = b, a
    one, other = pieces(a), pieces(b)
    run = in_order(_matches(one, other), OWN_RUN)
    said = {each.id: words for each, source in ((a, b), (b, a)) if (words := _declared(each, source))}
    if not (_is_declared(run, said) or _is_translated(run, one, other)):
        return None
    mine, its = {i for i, _ in run}, {j for _, j in run}
    turned, order = order_of(a, b, 0.0, 0.0)
    if len(said) == 1:
        turned = a.id in said
        order = f"It says so itself: “{said[a.id if turned else b.id]}”."
    later, earlier = (a, b) if turned else (b, a)
    shared = _shared(run, one, other) if turned else _shared([(j, i) for i, j in run], other, one)
    matched, told = (len(mine), len(one)) if turned else (len(its), len(other))
    passages = tuple(
        Passage(one[i].span, other[j].span) if turned else Passage(other[j].span, one[i].span) for i, j in run
    )
    why = (
        f"{name_of(later)} ({later.language}) has {shared} of {name_of(earlier)} "
        f"({earlier.language}) in the same order, in {matched} of its {told} sentences: a translation. {order}"
    )
    share = round(matched / told, 4)
    return Copy(later.id, earlier.id, CopyKind.TRANSLATION, share, tuple(sorted(passages, key=_by_place)), why)


def _declared(document: Document, source: Document) -> str | None:
    """The words with which a document says that it is a translation of the other's outlet or address, if it does."""
    for words in _sayings(document.text):
        if is_named(source.outlet, words) or (source.url and address_of(source.url) in words):
            return words[:LONGEST]
    return None


@lru_cache(maxsize=KEPT)
def _sayings(text: str) -> tuple[str, ...]:
    """The sentences of a page that speak of translating or of where a text first appeared."""
    found = []
    for word in _DECLARED.finditer(text):
        start = max(
            (end.end() for end in _ENDS.finditer(text, max(0, word.start() - LONGEST), word.start())), default=0
        )
        after = _ENDS.search(text, word.end())
        found.append(text[max(start, word.start() - LONGEST) : after.start() if after else len(text)].strip())
    return tuple(dict.fromkeys(found))


def _is_declared(run: Sequence[Match], said: Mapping[str, str]) -> bool:
    return len(said) == 1 and min(len({i for i, _ in run}), len({j for _, j in run})) >= DECLARED


def _matches(one: Sequence[Piece], other: Sequence[Piece]) -> Matrix:
    weights = np.zeros((len(one), len(other)), dtype=np.float32)
    held = [Counter(key for each in some for key in each.anchors) for some in (one, other)]
    holders: dict[str, list[int]] = {}
    for j, each in enumerate(other):
        for key in each.anchors:
            holders.setdefault(key, []).append(j)
    for i, each in enumerate(one):
        for key in each.anchors:
            for j in holders.get(key, ()):
                weights[i, j] += (held[0][key] * held[1][key]) ** -0.5
    for i, j in np.argwhere(weights).tolist():
        here, there = (end - start for start, end in (one[i].span, other[j].span))
        longer = max(here, there) / max(min(here, there), 1)
        quotes = QUOTES if one[i].quotes and other[j].quotes else -QUOTES * (one[i].quotes != other[j].quotes)
        weights[i, j] = max(0.0, ANCHORED * min(2.0, float(weights[i, j])) + quotes) * min(1.0, LENGTH / longer)
    return weights


def _is_translated(run: Sequence[Match], one: Sequence[Piece], other: Sequence[Piece]) -> bool:
    if min(len({i for i, _ in run}), len({j for _, j in run})) < LEAST:
        return False
    sizes = [sum(end - start for start, end in (each.span for each in some)) for some in (one, other)]
    mine, its = ({key for each in some for key in each.anchors} for some in (one, other))
    both, every = mine & its, mine | its
    same, figures = (sum(key[0].isdigit() for key in keys) for keys in (both, every))
    if len(both) < COMMON or same < max(FIGURES, SAME_FIGURES * figures) or max(sizes) > WHOLE * min(sizes):
        return False
    told = [[key for each in some for key in sorted(each.anchors) if key in both] for some in (one, other)]
    longer = max(len(each) for each in told)
    return longer <= MOST and _longest_common(*told) >= ORDER * longer


def _longest_common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many are in both, in one order (the longest common subsequence)."""
    numbers = {key: number for number, key in enumerate(sorted({*one, *other}))}
    there = np.array([numbers[key] for key in other])
    best = np.zeros(len(other) + 1, dtype=np.int64)
    for key in one:
        taken = np.maximum(best[1:], best[:-1] + (there == numbers[key]))
        best[1:] = np.maximum.accumulate(taken)
    return int(best[-1])


def _shared(run: Sequence[Match], later: Sequence[Piece], earlier: Sequence[Piece]) -> str:
    """The figures and names that matching sentences have in common, as the later article writes them."""
    written: dict[str, str] = {}
    for i, j in run:
        for key in later[i].anchors.keys() & earlier[j].anchors.keys():
            written.setdefault(key, later[i].anchors[key])
    figures = [written[key] for key in sorted((key for key in written if key[0].isdigit()), key=float)]
    names = sorted(written[key] for key in written if not key[0].isdigit())
    said = ((figures, "figures"), (names, "names"))
    return " and ".join(f"{len(some)} {what} ({', '.join(some[:SHOWN])})" for some, what in said if some)


def _by_place(passage: Passage) -> tuple[int, int, int]:
    return passage.here[0], passage.there[0], passage.there[1]
