"""On whom an article rests, as bars: each origin's part of the words, coloured by its side, the outlet's own last."""

from collections.abc import Callable, Sequence

from markupsafe import Markup

from sayso.export import words
from sayso.export.dead import dead
from sayso.export.shares import Share

SHOWN = 10
"""Bars by themselves; the smaller parts after them are one bar together."""

OWN = "the outlet's own voice"


def bars(shares: Sequence[Share], side_class: Callable[[str], str]) -> Markup:
    """A row for each origin: who, a bar as long as its part, and the part; a list for those who see no picture."""
    rows = _rows(shares, side_class)
    most = max((part for _, part, _ in rows), default=0.0) or 1.0
    drawn = Markup("").join(_bar(*row, most) for row in rows)
    return Markup('<ul class="shares" aria-label="The share of words by origin">{}</ul>').format(drawn)


def _rows(shares: Sequence[Share], side_class: Callable[[str], str]) -> list[tuple[str, float, str]]:
    named = [share for share in shares if share.origin is not None]
    own = next((share for share in shares if share.origin is None), None)
    shown = named if len(named) <= SHOWN else named[: SHOWN - 1]
    rows = [(_name(share), share.part, side_class(share.origin.side)) for share in shown if share.origin]
    if rest := named[len(shown) :]:
        rows.append((f"{len(rest)} others", sum(share.part for share in rest), "side-none"))
    if own is not None:
        rows.append((OWN, own.part, "own"))
    return rows


def _bar(name: str, part: float, kind: str, most: float) -> Markup:
    return Markup(
        '<li><span class="share-name"><bdi>{}</bdi></span>'
        '<svg class="share {}" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="share-bar" x="0" y="0" width="{}" height="10"/></svg><span class="share-part">{}</span></li>'
    ).format(name, kind, round(max(0.5, 100 * part / most), 2), _percent(part))


def _name(share: Share) -> str:
    assert share.origin is not None
    known = dead(words.origin(share.origin))
    side = words.standing_of(share.origin) if share.origin.role is None else ""
    return f"{known} ({dead(side)})" if side else known


def _percent(part: float) -> str:
    return "<1 %" if 0 < part < 0.01 else f"{part * 100:.0f} %"
