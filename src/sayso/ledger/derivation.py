"""Derivations: all that a claim stands on, and why two statements are, or are not, filed together.

For "31 settlements are held" its six statements, the copy among their articles, and the analysts' 12 against it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sayso.ledger.claims import Claims, Parted
from sayso.link.features import features
from sayso.link.same import likeness
from sayso.model.claim import Claim, Copy, Likeness
from sayso.model.filed import Filed
from sayso.model.judgement import Judgement


@dataclass(frozen=True, slots=True)
class Derivation:
    """A claim with its statements, the copies among their articles, and its conflicts.

    Of a claim that many articles print, the statements may be the first said of all that are in it; `stems` tells from
    which earlier article each of theirs was taken, `captured` when each was received.
    """

    claim: Claim
    filed: tuple[Filed, ...]
    copies: tuple[Copy, ...]
    conflicts: tuple[Parted, ...]
    stems: Mapping[str, str] = field(default_factory=dict)
    captured: Mapping[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Compared:
    """Two statements: their likeness, by the two alone, the claims that they are filed in, and how they part.

    `by_way_of` are statements of the claim through which the two are tied, where they are not tied at once; `ruled`
    what people decided on the two in force, the last of which holds.
    """

    a: Filed
    b: Filed
    likeness: Likeness
    claims: tuple[Claim, Claim]
    by_way_of: tuple[Filed, ...]
    conflicts: tuple[Parted, ...]
    ruled: tuple[Judgement, ...] = ()

    @property
    def together(self) -> bool:
        """The two are filed in one claim."""
        return self.claims[0].id == self.claims[1].id


def derived(claims: Claims, prefix: str, *, folded: bool = False) -> Derivation:
    """All that the claim stands on whose id begins so, or that of the statement whose id does."""
    claim = claims.find(prefix)
    filed = claims.filed(claim.statements)
    documents = {each.statement.document for each in filed}
    conflicts = claims.conflicts_of(claim.id, folded=folded)
    return Derivation(claim, filed, claims.copies_among(documents), conflicts, claims.stems_of(documents))


def looked_at(claims: Claims, prefix: str, statements: int, conflicts: int) -> Derivation:
    """What a page shows of what a claim stands on: so many of its statements, those first that were said first."""
    claim = claims.find(prefix)
    filed = claims.filed(claims.first_said(claim.id, statements))
    documents = {each.statement.document for each in filed}
    stems, copies = claims.stems_of(documents), claims.copies_of_first(documents, statements)
    return Derivation(claim, filed, copies, claims.parted(claim.id, conflicts), stems, claims.captured(documents))


def compared(claims: Claims, a: str, b: str) -> Compared:
    """Two statements by their whole ids."""
    known = {each.statement.id: each for each in claims.filed((a, b))}
    both = claims.find(a), claims.find(b)
    way = claims.between(a, b) if both[0].id == both[1].id else ()
    between = {each.statement.id: each for each in claims.filed(way)}
    alike = likeness(features(known[a]), features(known[b]))
    return Compared(
        known[a], known[b], alike, both, tuple(between[each] for each in way), claims.conflict_between(a, b)
    )
