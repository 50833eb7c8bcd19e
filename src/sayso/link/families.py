"""Families: documents that are one text, by being copies or versions of each other, each with its earliest.

Forty papers that print one wire are one family; so are two of them that cut it in different places, by way of the
wire. A part that was taken into another article joins none, nor does a rewrite or a translation: what else that
article says is its own, and only what stands in the passages is the other's.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.model.claim import Copy, CopyKind

JOINING = frozenset({CopyKind.COPY, CopyKind.VERSION})
"""The kinds that make two documents one text; of any other, the statements within its passages are the earlier's."""


@dataclass(frozen=True, slots=True)
class Family:
    """Documents that are one text; `members` in the order of their ids, `earliest` the one that they stem from."""

    earliest: str
    members: tuple[str, ...]


def families(copies: Iterable[Copy]) -> tuple[Family, ...]:
    """The families that copies make, in whatever order these come; a document without a copy is in none."""
    edges = {(each.later, each.earlier) for each in copies if each.kind in JOINING}
    heads: dict[str, str] = {}
    for edge in edges:
        one, other = (_head(heads, each) for each in edge)
        heads[max(one, other)] = min(one, other)
    members: dict[str, list[str]] = {}
    for document in sorted({each for edge in edges for each in edge}):
        members.setdefault(_head(heads, document), []).append(document)
    later, earlier = _counts(later for later, _ in edges), _counts(earlier for _, earlier in edges)
    found = []
    for group in members.values():
        first = min(group, key=lambda each: (later.get(each, 0) > 0, later.get(each, 0) - earlier.get(each, 0), each))
        found.append(Family(first, tuple(group)))
    return tuple(sorted(found, key=lambda family: family.members))


def _head(heads: dict[str, str], document: str) -> str:
    """The least id that a document has been joined with so far."""
    while (head := heads.setdefault(document, document)) != document:
        heads[document] = heads[head] = heads.setdefault(head, head)
        document = heads[document]
    return document


def _counts(ids: Iterable[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for each in ids:
        counts[each] = counts.get(each, 0) + 1
    return counts
