"""Affiliation: the side of somebody who speaks for a body that has spoken before.

The Ministry of Defence is Varnia's; "the ministry's spokesman, Colonel Oslin" is so, too. Limit: of two ministries in
one article, the one that spoke last.
"""

import re
from dataclasses import dataclass, field

from sayso.model.statement import NO_SIDE, UNKNOWN_SIDE, Origin, OriginKind

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

    def meet(self, origin: Origin) -> None:
        """Remember whose a body is."""
        if origin.kind is OriginKind.ORGANIZATION and origin.name and origin.side not in (UNKNOWN_SIDE, NO_SIDE):
            self.sides.update(dict.fromkeys(_WORD.findall(origin.name.lower()), origin.side))

    def side_of(self, words: str) -> str | None:
        """The side of the body that the words say somebody belongs to; None where it has not spoken."""
        for found in _OF_THE_BODY.finditer(words):
            if side := self.sides.get(found["owner"] or found["body"]):
                return side
        return None
