"""Claims: statements that a desk would file together, what they stand on, and where they part.

Eleven articles print "Varnian forces hold 31 settlements", one ministry says so: one claim, one root.
"""

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.ids import content_id
from sayso.model.span import Span
from sayso.model.statement import Interest, OriginKind


class Standing(StrEnum):
    """What a claim stands on: never whether it is so."""

    UNSOURCED = "unsourced"
    SOLE = "sole"
    ECHOED = "echoed"
    ONE_SIDED = "one-sided"
    CROSS_SIDE = "cross-side"


class ConflictKind(StrEnum):
    """How two statements part: in a number, in a yes and a no, or in what happened."""

    FIGURE = "figure"
    DENIAL = "denial"
    ACCOUNT = "account"


class CopyKind(StrEnum):
    """What an article is to another: its text again, a part of it in other text, or a later state of the same page.

    A rewrite has its statements in other words, a translation in another language; what they add is their own.
    """

    COPY = "copy"
    PART = "part"
    VERSION = "version"
    REWRITE = "rewrite"
    TRANSLATION = "translation"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one document's text and the stretch of another's that says it in the same words, or nearly."""

    here: Span
    there: Span


@dataclass(frozen=True, slots=True)
class Copy:
    """Two documents that share text: `later` took it from `earlier`, as far as their dates tell.

    `share` is how much of the words of `later`, furniture aside, stands in the passages: from 0 to 1.
    """

    later: str
    earlier: str
    kind: CopyKind
    share: float
    passages: tuple[Passage, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for or against filing two statements together: its name, its weight, a sentence."""

    name: str
    weight: float
    why: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """Whether two statements make the same claim: `score` is the sum of the reasons' weights; above nought they do."""

    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Root:
    """A distinct origin of a claim, with relays, copies, repeats and translations folded into it.

    `voice` is the body in whose name several roots speak (two officials of one ministry), else None.
    `own_voice` marks an outlet that nobody stands behind.
    """

    name: str | None
    kind: OriginKind
    side: str
    interest: Interest
    statements: tuple[str, ...]
    voice: str | None = None
    own_voice: bool = False
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """Statements that say the same; `text` is the plainest of their wordings, `why` how it came to its standing."""

    id: str
    text: str
    statements: tuple[str, ...]
    roots: tuple[Root, ...]
    standing: Standing
    contested: bool
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two statements that part, and why; `a` and `b` are their ids, the lesser first."""

    id: str
    a: str
    b: str
    kind: ConflictKind
    why: str


def claim_id(statements: tuple[str, ...]) -> str:
    """The id of a claim: that of the statements in it, in no order."""
    return content_id("claim", *sorted(statements))


def conflict_id(a: str, b: str, kind: ConflictKind) -> str:
    """The id of a conflict: that of its kind and its two statements, in no order."""
    return content_id("conflict", kind.value, *sorted((a, b)))
