"""On whom an article rests, as bars: each origin's part of the words, coloured by its side, the outlet's own last."""

from collections.abc import Callable, Sequence

from markupsafe import Markup

from sayso.export import words
from sayso.export.dead import dead
from sayso.export.shares import Share

SHOWN = 10
"""Bars by themselves; the smaller parts after them are one bar together."""

WIDTH, ROW, NAME, NUMBER = 640, 26, 250, 60
LONGEST = 33
OWN = "the outlet's own voice"


def bars(shares: Sequence[Share], side_class: Callable[[str], str]) -> Markup:
    """A row for each origin: who, a bar as long as its part, and the part."""
    rows = _rows(shares, side_class)
    most = max((part for _, part, _ in rows), default=0.0) or 1.0
    height = ROW * len(rows) + 4
    drawn = Markup("").join(_bar(at, *row, most) for at, row in enumerate(rows))
    told = "; ".join(f"{name}: {_percent(part)}" for name, part, _ in rows)
    return Markup(
        '<svg class="shares" role="img" viewBox="0 0 {width} {height}" aria-labelledby="shares-title shares-desc">'
        '<title id="shares-title">The share of words by origin</title><desc id="shares-desc">{told}</desc>{drawn}</svg>'
    ).format(width=WIDTH, height=height, told=told, drawn=drawn)


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


def _bar(at: int, name: str, part: float, kind: str, most: float) -> Markup:
    top, room = at * ROW, WIDTH - NAME - NUMBER
    shown = name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
    return Markup(
        '<text class="share-name" x="{edge}" y="{line}" text-anchor="end">{name}</text>'
        '<rect class="share-bar {kind}" x="{left}" y="{top}" width="{width}" height="{tall}" rx="1.5"/>'
        '<text class="share-part" x="{right}" y="{line}">{part}</text>'
    ).format(
        edge=NAME - 12,
        line=top + 17,
        name=shown,
        kind=kind,
        left=NAME,
        top=top + 6,
        width=round(max(1.5, part / most * room), 1),
        tall=ROW - 11,
        right=NAME + round(max(1.5, part / most * room), 1) + 8,
        part=_percent(part),
    )


def _name(share: Share) -> str:
    assert share.origin is not None
    known = dead(words.origin(share.origin))
    side = words.standing_of(share.origin) if share.origin.role is None else ""
    return f"{known} ({dead(side)})" if side else known


def _percent(part: float) -> str:
    return "<1 %" if 0 < part < 0.01 else f"{part * 100:.0f} %"
