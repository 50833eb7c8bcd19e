"""Doers: one deed that each of two sides lays at the other's door.

"The market was hit by Varnian shells", says Ostrel; "Ostrel's own rocket came down on the market", says Varnia. Limit:
whose weapon it was is told by a side's name right before it; "their shells" names nobody.
"""

import re
from functools import lru_cache

from sayso.lexicon.contrary import generic, tells, terms
from sayso.lexicon.counting import Fit
from sayso.lexicon.states import state_of
from sayso.link.pairs import on_days_that_meet, together
from sayso.link.scopes import is_wide, where
from sayso.link.tellers import opposed
from sayso.model.filed import Filed

_DOER = re.compile(
    r"(\b(?:by|from)\s+)?\b([A-Z][\w-]+)(?:['’]s)?\s+(?:own\s+)?((?:\w+[ -])?\w+)((?:\s+\w+){0,3})",
)


def two_doers(a: Filed, b: Filed) -> str | None:
    """Why two sides' accounts of who did it part, as a sentence."""
    x, y = doers_of(a), doers_of(b)
    if len(x) != 1 or len(y) != 1 or x == y or not opposed(a.statement.origin, b.statement.origin):
        return None
    place = where(a.statement.places, b.statement.places)
    if is_wide(a.statement.places) or not (place is Fit.SAME or (place is None and together(a, b))):
        return None
    blamed = side_key(a.statement.origin.side) in y and side_key(b.statement.origin.side) in x
    shared = (terms(a.words) & terms(b.words)) - x - y - generic()
    return (
        "Each names the other side as the one that did it." if blamed and shared and on_days_that_meet(a, b) else None
    )


@lru_cache(maxsize=8192)
def doers_of(filed: Filed) -> frozenset[str]:
    """Whose weapons or forces did it, by the words: "Varnian shells", "Ostrel's own rocket"."""
    if not tells("deeds", filed.words):
        return frozenset()
    return frozenset(
        side_key(state_of(found.group(2)) or found.group(2))
        for found in _DOER.finditer(filed.words)
        if tells("doers", found.group(3)) and (found.group(1) or tells("deeds", found.group(3) + found.group(4)))
    )


def side_key(side: str) -> str:
    """A side by its bare name, roughly: "Varnia" and "Varnian" are one; a state's code stays one."""
    low = side.lower()
    return low if len(low) == 2 else low.removesuffix("n").removesuffix("a")
