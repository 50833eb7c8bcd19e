"""Holders: one place that two sides each say they have.

"Sovenian troops have full control of Marlow", says the one; "Marlow has been completely liberated", says the other's
general staff. Limit: who has it is told by a side's name in the words; a place "liberated" is the teller's own.
"""

from functools import lru_cache

from sayso.lexicon.contrary import listed
from sayso.lexicon.counting import Fit
from sayso.link.begun import party_in
from sayso.link.matter import common, points, shared_names
from sayso.link.scopes import is_wide, where
from sayso.link.tellers import opposed, side_key
from sayso.model.filed import Filed

ONE_PLACE = 1.0
"""Points (`sayso.link.matter`) from which two statements are of one place."""

_AHEAD = 30


def two_holders(a: Filed, b: Filed) -> str | None:
    """Why two accounts of who has a place part, as a sentence."""
    x, y = holds(a), holds(b)
    if x is None or y is None or x == y or not opposed(a.statement.origin, b.statement.origin):
        return None
    if is_wide(a.statement.places) or is_wide(b.statement.places):
        return None
    known = where(a.statement.places, b.statement.places)
    one = known is Fit.SAME or (known is None and bool(shared_names(a, b) or common(a, b)))
    return "Each says that its own side has it." if one and points(a, b) >= ONE_PLACE else None


@lru_cache(maxsize=8192)
def holds(filed: Filed) -> str | None:
    """Whose the place is that the words tell of, where it is the teller's own side's."""
    words, side = filed.words, filed.statement.origin.side
    if side in ("unknown", "none"):
        return None
    cues = listed("holding")
    if cues["passive"].search(words):
        return side_key(side)
    after = cues["after"].search(words)
    if after:
        party = party_in(words[after.end() : after.end() + _AHEAD], side)
    else:
        before = cues["before"].search(words)
        party = party_in(words[: before.start()], side) if before else None
    return party if party == side_key(side) else None
