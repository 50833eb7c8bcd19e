"""A claim out of the statements that make it: its plainest wording, its roots, what it stands on."""

import re
from collections.abc import Collection, Sequence
from itertools import combinations

from sayso.lexicon.contrary import passes_on_denial
from sayso.model.claim import Claim, Conflict, Root, claim_id
from sayso.model.filed import Filed
from sayso.model.statement import Certainty, Voice
from sayso.weigh.standing import weighed

PLAIN = 12
"""Words of a plain wording: of those as near to the others, the one nearest to this length is shown."""
LOOKED_AT = 60
"""Wordings that are compared; of a claim that has more, the plainest of them by themselves."""
POINTING = frozenset(
    {"it", "its", "he", "his", "she", "her", "they", "their", "them", "this", "that", "these", "those", "there"}
)
"""What a wording opens with when it cannot be read without the sentence before it."""
SPEAKING = frozenset({"i", "we", "our", "my", "us", "me", "you", "your"})
"""What stands in a wording that is somebody's own speech."""
_WORD = re.compile(r"[^\W_]+")


def claim(filed: Sequence[Filed], roots: Sequence[Root], conflicts: Collection[Conflict] = ()) -> Claim:
    """The claim that some statements make; `conflicts` are those that one of them is in."""
    rows = sorted(filed, key=lambda f: f.statement.id)
    ids = tuple(f.statement.id for f in rows)
    articles = len({f.statement.document for f in rows})
    found = weighed(roots, articles, denials(rows))
    parted = tuple(f"Contested ({c.kind.value}): {c.why}" for c in sorted(conflicts, key=lambda c: c.id))
    return Claim(claim_id(ids), plainest(rows), ids, tuple(roots), found.standing, bool(parted), (*found.why, *parted))


def denials(filed: Sequence[Filed]) -> frozenset[str]:
    """The statements that deny what the others say; none where all deny it, for then that is the claim."""
    denied = frozenset(
        f.statement.id
        for f in filed
        if f.statement.certainty is Certainty.DENIED or passes_on_denial(f.words, f.sentence)
    )
    return denied if len(denied) < len(filed) else frozenset()


def plainest(filed: Sequence[Filed]) -> str:
    """The wording that a desk would put at the head: it has most of what the others say and least that is its own.

    First those that are certain, that are reported and not quoted, and that can be read by themselves; a wording
    printed in forty copies counts once.
    """
    wordings = {
        " ".join(f.words.split()).casefold(): f for f in sorted(filed, key=lambda f: f.statement.id, reverse=True)
    }
    rows = sorted(wordings.values(), key=lambda f: (*_doubts(f), _length(f), f.statement.id))[:LOOKED_AT]
    words = [frozenset(_WORD.findall(f.words.casefold())) for f in rows]
    shared = [0.0] * len(rows)
    for i, j in combinations(range(len(rows)), 2):
        both = len(words[i] & words[j]) / max(1, len(words[i] | words[j]))
        shared[i] += both
        shared[j] += both
    best = min(range(len(rows)), key=lambda i: (*_doubts(rows[i]), -round(shared[i], 6), _length(rows[i]), i))
    return " ".join(rows[best].words.split())


def _doubts(filed: Filed) -> tuple[bool, bool, bool]:
    """What speaks against a wording by itself: it is not certain, it points to another, it is quoted speech."""
    words = _WORD.findall(filed.words.casefold())
    firm = filed.statement.certainty is Certainty.CERTAIN
    points = bool(words) and (words[0] in POINTING or not SPEAKING.isdisjoint(words))
    return not firm, points, filed.statement.voice not in (Voice.INDIRECT, Voice.OUTLET)


def _length(filed: Filed) -> int:
    return abs(len(filed.words.split()) - PLAIN)
