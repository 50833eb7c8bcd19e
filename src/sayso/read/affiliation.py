"""Affiliation: the side of somebody who speaks for a body that has spoken before.

The Ministry of Defence is Varnia's; "the ministry's spokesman, Colonel Oslin" is so, too. Limit: of two ministries in
one article, the one that spoke last.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

from sayso.model.statement import NO_SIDE, UNKNOWN_SIDE, Origin, OriginKind
from sayso.read.capacities import capacities
from sayso.read.mentions import mentions

_OF_THE_BODY = re.compile(
    r"\b(?:[Tt]he|[Ii]ts) (?P<owner>[a-z]{4,})['’]s?\b|"
    r"\b(?:spokes\w+|head|chief|director|commander|officer|official|member) (?:for|of|at|in|with) the "
    r"(?P<body>[a-z]{4,})\b(?! of)"
)
_WORD = re.compile(r"[a-z]{4,}")


@dataclass(slots=True)
class Bodies:
    """The sides of the bodies that have spoken so far, by the nouns of their names."""

    sides: dict[str, str] = field(default_factory=dict)
    officials: Counter[str] = field(default_factory=Counter)
    shared: set[str] = field(default_factory=set)

    def meet(self, origin: Origin) -> None:
        """Remember whose a body is, and whose officials have spoken."""
        if origin.side in (UNKNOWN_SIDE, NO_SIDE) or not origin.name:
            return
        if _speaks_for_it(f"{origin.name} | {origin.role or ''}"):
            self.officials[origin.side] += 1
        if origin.kind is OriginKind.ORGANIZATION:
            for noun in _WORD.findall(origin.name.lower()):
                if self.sides.setdefault(noun, origin.side) != origin.side:
                    self.shared.add(noun)
                self.sides[noun] = origin.side

    def plainly(self, words: str) -> str | None:
        """The side of "the ministry's spokesman", where one ministry has spoken and the words name no state."""
        nouns = [found["owner"] or found["body"] for found in _OF_THE_BODY.finditer(words)]
        known = [noun for noun in nouns if noun in self.sides and noun not in self.shared]
        return self.sides[known[0]] if known and not mentions(words) else None

    def side_of(self, words: str) -> str | None:
        """The side of the body that the words say somebody belongs to; None where it has not spoken."""
        for found in _OF_THE_BODY.finditer(words):
            if side := self.sides.get(found["owner"] or found["body"]):
                return side
        return None

    def of_officials(self, words: str) -> str | None:
        """The side of "a military official", where all the officials that have spoken are on one."""
        if len(self.officials) == 1 and _speaks_for_it(words) and not _ABROAD.search(words):
            return next(iter(self.officials))
        return None


_ABROAD = re.compile(
    r"\b(?:diplomats?|diplomatic|envoy|ambassador|Western|western|foreign|international|European|UN|U\.N\.|aid|former|ex)\b"
)


def _speaks_for_it(words: str) -> bool:
    return not {"official", "soldier"}.isdisjoint(capacities(words))
