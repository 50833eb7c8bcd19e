"""On whom an article rests, as bars: each origin's part of the words, coloured by its side, the outlet's own last."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from sayso.export import words
from sayso.export.dead import dead
from sayso.export.shares import Share

SHOWN = 10
"""Bars by themselves; the smaller parts after them are one bar together."""

ROW, NUMBER = 26, 60


@dataclass(frozen=True, slots=True)
class _Sheet:
    """How wide the picture is, how much of that the names have, and how many characters of one there is room for."""

    kind: str
    width: int
    name: int
    longest: int


BROAD = _Sheet("on-broad", 640, 250, 33)
NARROW = _Sheet("on-narrow", 358, 172, 23)
OWN = "the outlet's own voice"


def bars(shares: Sequence[Share], side_class: Callable[[str], str]) -> Markup:
    """A row for each origin: who, a bar as long as its part, and the part; for a broad page and for a narrow one."""
    rows = _rows(shares, side_class)
    return _drawn(rows, BROAD) + _drawn(rows, NARROW)


def _drawn(rows: Sequence[tuple[str, float, str]], sheet: _Sheet) -> Markup:
    most = max((part for _, part, _ in rows), default=0.0) or 1.0
    height = ROW * len(rows) + 4
    drawn = Markup("").join(_bar(at, *row, most, sheet) for at, row in enumerate(rows))
    told = "; ".join(f"{name}: {_percent(part)}" for name, part, _ in rows)
    return Markup(
        '<svg class="shares {kind}" role="img" viewBox="0 0 {width} {height}">'
        "<title>The share of words by origin</title><desc>{told}</desc>{drawn}</svg>"
    ).format(kind=sheet.kind, width=sheet.width, height=height, told=told, drawn=drawn)


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


def _bar(at: int, name: str, part: float, kind: str, most: float, sheet: _Sheet) -> Markup:
    top, room = at * ROW, sheet.width - sheet.name - NUMBER
    shown = name if len(name) <= sheet.longest else f"{name[: sheet.longest - 1]}…"
    return Markup(
        '<text class="share-name" x="{edge}" y="{line}" text-anchor="end">{name}</text>'
        '<rect class="share-bar {kind}" x="{left}" y="{top}" width="{width}" height="{tall}" rx="1.5"/>'
        '<text class="share-part" x="{right}" y="{line}">{part}</text>'
    ).format(
        edge=sheet.name - 12,
        line=top + 17,
        name=shown,
        kind=kind,
        left=sheet.name,
        top=top + 6,
        width=round(max(1.5, part / most * room), 1),
        tall=ROW - 11,
        right=sheet.name + round(max(1.5, part / most * room), 1) + 8,
        part=_percent(part),
    )


def _name(share: Share) -> str:
    assert share.origin is not None
    known = dead(words.origin(share.origin))
    side = words.standing_of(share.origin) if share.origin.role is None else ""
    return f"{known} ({dead(side)})" if side else known


def _percent(part: float) -> str:
    return "<1 %" if 0 < part < 0.01 else f"{part * 100:.0f} %"
