"""Tellers: who tells a statement, as conflicts see it: one and the same, opposed ones, and how a sentence names one."""

from sayso.link.origins import same_origin
from sayso.link.scopes import told, written
from sayso.model.filed import Filed
from sayso.model.statement import NO_SIDE, UNKNOWN_SIDE, Origin, OriginKind, Voice

_ENDINGS = ("ian", "ean", "ia", "an", "ese", "ish", "i", "n", "a")
"""What a name of a side and its people's differ by."""

_STEM = 4


def same_teller(a: Filed, b: Filed) -> bool:
    """One origin tells both; an article's own voice, and those whom it does not name, are one within the article."""
    x, y = a.statement, b.statement
    if same_origin(x.origin, y.origin):
        return True
    if x.document != y.document:
        named = x.origin.name and x.origin.name == y.origin.name and x.origin.side == y.origin.side
        return bool(named and x.origin.kind is OriginKind.OUTLET)
    if x.origin.name is None or y.origin.name is None:
        return x.origin.name is y.origin.name and x.voice is y.voice
    return x.origin.name == y.origin.name


def is_told(filed: Filed) -> bool:
    """Somebody else than the outlet tells it, named or not."""
    return filed.statement.voice is not Voice.OUTLET


def opposed(a: Origin, b: Origin) -> bool:
    """They are known to stand on two sides."""
    return a.side != b.side and not {a.side, b.side} & {UNKNOWN_SIDE, NO_SIDE}


def apart(a: Origin, b: Origin) -> bool:
    """They are not known to stand on one side."""
    return a.side != b.side or a.side in (UNKNOWN_SIDE, NO_SIDE)


def side_key(side: str) -> str:
    """A side by its bare name, roughly: "Varnia" and "Varnian", "Ulmar" and "Ulmari" are one; a code stays one."""
    low = side.lower()
    ending = next((each for each in _ENDINGS if low.endswith(each) and len(low) - len(each) >= _STEM), "")
    return low if len(low) == 2 else low.removesuffix(ending)


def name(filed: Filed) -> str:
    """Who tells it, in a sentence."""
    origin, outlet = filed.statement.origin, filed.outlet
    if origin.name and origin.kind is not OriginKind.UNSTATED:
        return origin.name
    if filed.statement.voice is Voice.OUTLET:
        return f"{outlet} in its own voice" if outlet else "the outlet in its own voice"
    return f"a source that {outlet or 'the article'} does not name"


def day(filed: Filed) -> str:
    """When it was told, in a sentence."""
    days = told(filed)
    return f"told on {written(days)}" if days and days.length == 1 else f"told {written(days)}" if days else "undated"
