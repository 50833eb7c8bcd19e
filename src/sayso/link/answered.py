"""Answered: whether somebody answers for a statement, or the outlet alone, or it is left open who does.

"The bridge has fallen", said by nobody, is the outlet's own voice. "Reports say" and "an earlier version of this
article" leave it open. Known limit: what an outlet says of itself under another of its names is taken for another's.
"""

from itertools import pairwise

from sayso.lexicon.load import table
from sayso.lexicon.spelling import fold
from sayso.model.filed import Filed
from sayso.model.statement import OriginKind, Voice


def is_own_voice(filed: Filed) -> bool:
    """Nobody but the outlet answers for it, though it may name itself: "the Tarn Today team counted"."""
    origin = filed.statement.origin
    if filed.statement.voice is Voice.OUTLET:
        return True
    return origin.kind is OriginKind.OUTLET and origin.name is not None and same_outlet(origin.name, filed.outlet)


def is_open(filed: Filed) -> bool:
    """The article leaves open who says so, or points to itself: "reports", "an earlier version of this article"."""
    origin = filed.statement.origin
    if is_own_voice(filed):
        return False
    return origin.kind is OriginKind.UNSTATED or _is_itself(origin.name or "")


def is_sourced(filed: Filed) -> bool:
    """Somebody else than the outlet says so, named or not."""
    return not is_own_voice(filed) and not is_open(filed)


def cited_outlet(filed: Filed) -> str | None:
    """Whom an article gives a claim to, where he may be an outlet, whatever kind he was taken for."""
    origin, chain = filed.statement.origin, filed.statement.chain
    if is_own_voice(filed):
        return None
    if is_open(filed):
        return chain[-1].name if chain else None
    return origin.name


def same_outlet(a: str, b: str | None) -> bool:
    """Two names of one outlet."""
    return b is not None and outlet_words(a) == outlet_words(b)


def outlet_words(name: str) -> frozenset[str]:
    """An outlet by its words, without those that it may go without: "TASS" and "the TASS news agency"."""
    words = frozenset(fold(name.partition(" (")[0]).split()) - {"the"}
    return words - frozenset(table("voices")["outlet_kinds"]) or words


def _is_itself(name: str) -> bool:
    words = fold(name).split()
    return any(a in ("this", "our") and b in table("voices")["itself"] for a, b in pairwise(words))
