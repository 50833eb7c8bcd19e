"""The chain of a claim as a picture: each root at the left, through its relays, to the articles by their days.

    ■ the Varnian defence ministry ─── VNA ──┬── Frontier Post, 13 March   ▤ 2 copies
                                             └── The Norhaven Herald, 17 March
    ● Lena Korvat ───────────────────────────── Ostrel Wire, 14 March

Copies of one article are one node, drawn as a stack. Of many articles the first are drawn and the others are one node.
Columns are ordered by the mean place of what they lead to, which leaves few lines crossing.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from statistics import fmean

from markupsafe import Markup

from sayso.export.words import NOBODY_NAMED, counted, days
from sayso.ledger.tallies import origin_of
from sayso.model.claim import Root
from sayso.model.filed import Filed
from sayso.model.statement import NO_SIDE, UNKNOWN_SIDE, Certainty, Interest
from sayso.web.pictures.svg import elided, figure, joined, tag, words

ARTICLES, ROOTS, RELAYS, HOPS = 16, 14, 12, 3
"""Nodes that are drawn in a column, and columns of relays; what is beyond them is one node."""
ROW, BOX, RELAY, GAP = 46.0, 264.0, 150.0, 84.0
TOP = 26.0
NAME, RELAY_NAME = 35, 19
"""Characters of a name that there is room for."""

Key = tuple[str, int, str]
SideClass = Callable[[str], str]


@dataclass(slots=True)
class _Node:
    """Something in the picture: `whole` is told where the pointer rests, `kind` the shape of its mark."""

    label: str
    beneath: str
    whole: str
    href: str | None
    kind: str | None = None
    side: str = UNKNOWN_SIDE
    stack: int = 0
    light: bool = False
    admits: bool = False
    y: float = 0.0


@dataclass(slots=True)
class _Drawing:
    columns: dict[int, dict[Key, _Node]] = field(default_factory=lambda: defaultdict(dict))
    lines: dict[tuple[Key, Key], tuple[str, bool]] = field(default_factory=dict)


def chain(
    roots: Sequence[Root], filed: Sequence[Filed], stems: Mapping[str, str], side_class: SideClass, of: int = 0
) -> Markup:
    """The picture; `stems` tells from which article another was taken, `of` how many statements the claim has."""
    drawing = _drawn(roots, filed, stems, max(0, of - len(filed)))
    last = max(drawing.columns)
    _order(drawing, last)
    relays = last - 1
    at = [0.0, *(BOX + GAP + at * (RELAY + GAP) for at in range(relays)), BOX + GAP + relays * (RELAY + GAP)]
    if not relays:
        at[-1] += GAP
    width, lowest = at[-1] + BOX, max(node.y for column in drawing.columns.values() for node in column.values())
    height = lowest + ROW
    heads = ["On whose word", *("through" for _ in range(relays)), "in"]
    drawn = [tag("text", head, x=x, y=12.0, class_="head") for head, x in zip(heads, at, strict=True)]
    drawn += [_line(drawing, ends, at, side_class) for ends in drawing.lines]
    for column, nodes in sorted(drawing.columns.items()):
        drawn += [_node(node, at[column], column, last, side_class) for node in nodes.values()]
    told = (
        f"{counted(len(drawing.columns[0]), 'root')} at the left, {counted(len(drawing.columns[last]), 'article')} "
        "at the right, copies of one article as one, and the relays between them. The list below tells the same."
    )
    return figure(width + 2, height, "The chain of this claim", told, joined(drawn), class_="chain-picture")


def _drawn(roots: Sequence[Root], filed: Sequence[Filed], stems: Mapping[str, str], unseen: int) -> _Drawing:
    found, by_id = _Drawing(), {each.statement.id: each for each in filed}
    ordered = sorted(enumerate(roots), key=lambda pair: (pair[1].own_voice, -len(pair[1].statements), pair[0]))
    root_of: dict[str, Key] = {}
    rest: list[Root] = []
    for place, (number, root) in enumerate(ordered):
        mine = [by_id[each] for each in root.statements if each in by_id]
        if not mine:
            continue
        key: Key = ("root", 0, str(number))
        if place >= ROOTS - 1 and len(ordered) > ROOTS:
            rest.append(root)
            key = ("root", 0, "rest")
        else:
            found.columns[0][key] = _root(root, mine)
        root_of |= dict.fromkeys((each.statement.id for each in mine), key)
    if rest:
        names = ", ".join(_name(root) for root in rest[:30])
        found.columns[0]["root", 0, "rest"] = _Node(counted(len(rest), "root") + " more", "", names, None, light=True)
    groups = _articles(filed, stems, unseen)
    last = 1 + min(HOPS, max((len(each.statement.chain) for each in filed), default=0))
    for key, node, ids in groups:
        found.columns[last][key] = node
        for each in (by_id[one] for one in ids):
            if each.statement.id in root_of:
                _path(found, root_of[each.statement.id], each, key)
    return found


def _path(found: _Drawing, root: Key, filed: Filed, article: Key) -> None:
    """The line from a root through the relays of a statement to its article."""
    statement, at = filed.statement, root
    denied = statement.certainty is Certainty.DENIED
    hops = statement.chain if len(statement.chain) <= HOPS else (*statement.chain[: HOPS - 1], statement.chain[-1])
    for number, hop in enumerate(hops, 1):
        key: Key = ("relay", number, hop.name.casefold())
        column = found.columns[number]
        if key not in column and len(column) >= RELAYS:
            key = ("relay", number, "")
            column.setdefault(key, _Node("other relays", "", "relays not drawn", None, light=True))
        column.setdefault(key, _Node(hop.name, hop.relation.value, f"{hop.name}: {hop.relation.value}", None))
        _tie(found, at, key, statement.origin.side, denied)
        at = key
    _tie(found, at, article, statement.origin.side, denied)


def _tie(found: _Drawing, a: Key, b: Key, side: str, denied: bool) -> None:
    before = found.lines.get((a, b))
    found.lines[a, b] = (side if before is None or before[0] == side else UNKNOWN_SIDE, denied)


def _root(root: Root, filed: Sequence[Filed]) -> _Node:
    name = _name(root)
    others = {each.statement.origin.name for each in filed if each.statement.origin.name} - {root.name}
    side = "" if root.side in (NO_SIDE, UNKNOWN_SIDE) else root.side
    admits = root.interest is Interest.AGAINST
    also = f"also “{min(others, key=lambda n: (len(n), n))}”" if others else ""
    if len(others) > 1:
        also += f" and {len(others) - 1} more"
    beneath = " · ".join(part for part in (side, "against own side" if admits else "", also) if part)
    whole = "\n".join([f"{name}{f' ({side})' if side else ''}", *sorted(others), *root.why[:6]])
    own = root.own_voice
    return _Node(name, beneath, whole, source_of(filed[0]), root.kind.value, root.side, light=own, admits=admits)


def _articles(
    filed: Sequence[Filed], stems: Mapping[str, str], unseen: int
) -> list[tuple[Key, _Node, tuple[str, ...]]]:
    """A node for each article and its copies, by day, with the statements in them."""
    families: dict[str, list[Filed]] = defaultdict(list)
    for each in sorted(filed, key=_when):
        families[stems.get(each.statement.document, each.statement.document)].append(each)
    ordered = sorted(families.items(), key=lambda pair: _when(pair[1][0]))
    shown = ordered if len(ordered) <= ARTICLES and not unseen else ordered[: ARTICLES - 1]
    made: list[tuple[Key, _Node, tuple[str, ...]]] = []
    for family, mine in shown:
        first, documents = mine[0], list(dict.fromkeys(each.statement.document for each in mine))
        outlets = list(dict.fromkeys(outlet(each) for each in mine))
        copies = len(documents) - 1
        beneath = ", ".join(
            part for part in (_day(first), f"and {copies:,} of the same text" if copies else "") if part
        )
        whole = (
            f"{', '.join(outlets[:12])}{f' and {len(outlets) - 12} more' if len(outlets) > 12 else ''}\n{_day(first)}"
        )
        href = f"/article/{first.statement.document}#s-{first.statement.id}"
        node = _Node(outlets[0], beneath, whole, href, stack=min(copies, 2))
        made.append((("article", 0, family), node, tuple(each.statement.id for each in mine)))
    if len(shown) < len(ordered) or unseen:
        left = [each for _, mine in ordered[len(shown) :] for each in mine]
        many = len({each.statement.document for each in left}) + unseen
        names = ", ".join(dict.fromkeys(outlet(each) for each in left[:60]))
        copied = bool(left) and not unseen and all(each.statement.document in stems for each in left)
        said = "all copies of others" if copied else _days(left)
        node = _Node(f"and {counted(many, 'more article')}", said, names, "#wordings", stack=2, light=True)
        made.append((("article", 0, "rest"), node, tuple(each.statement.id for each in left)))
    return made


def _order(drawing: _Drawing, last: int) -> None:
    """Give each node its height: articles by day, the others near the mean of what they lead to."""
    for place, node in enumerate(drawing.columns[last].values()):
        node.y = TOP + place * ROW
    heights = {key: node.y for key, node in drawing.columns[last].items()}
    most = max(len(column) for column in drawing.columns.values())
    for column in range(last - 1, -1, -1):
        nodes = drawing.columns[column]
        wish = {key: _mean(drawing, key, heights) for key in nodes}
        keys = sorted(nodes, key=lambda key: (wish[key], key))
        at = TOP - ROW
        for place, key in enumerate(keys):
            last_row = TOP + (most - len(keys) + place) * ROW
            at = max(at + ROW, min(wish[key], last_row))
            nodes[key].y = heights[key] = at
        if column and _is_passed(drawing, column):
            _between_rows(drawing, keys, column, heights)
        drawing.columns[column] = {key: nodes[key] for key in keys}


def _is_passed(drawing: _Drawing, column: int) -> bool:
    """Some line passes this column, from one before it to one beyond."""
    return any(_column(drawing, a) < column < _column(drawing, b) for a, b in drawing.lines)


def _between_rows(drawing: _Drawing, keys: Sequence[Key], column: int, heights: dict[Key, float]) -> None:
    """Set the nodes of a column between the rows of the articles, along which lines pass."""
    at = TOP - ROW / 2
    for key in keys:
        rows = round((heights[key] - TOP) / ROW - 0.5)
        at = max(at + ROW if at > TOP else TOP + ROW / 2, TOP + (max(rows, 0) + 0.5) * ROW)
        drawing.columns[column][key].y = heights[key] = at


def _mean(drawing: _Drawing, key: Key, heights: Mapping[Key, float]) -> float:
    ends = [heights[b] for a, b in drawing.lines if a == key and b in heights]
    return fmean(ends) if ends else TOP


def _line(drawing: _Drawing, ends: tuple[Key, Key], at: Sequence[float], side_class: SideClass) -> Markup:
    (a, column_a), (b, column_b) = ((key, _column(drawing, key)) for key in ends)
    start = at[column_a] + (BOX if column_a == 0 else RELAY) - 4
    end, y, to = at[column_b] - 6, drawing.columns[column_a][a].y + 14, drawing.columns[column_b][b].y + 14
    side, denied = drawing.lines[ends]
    turned = end if column_b == column_a + 1 else at[column_a + 1] - 4  # then along the row, past what stands between
    bend = (turned - start) * 0.5
    path = f"M{start:.1f} {y:.1f}C{start + bend:.1f} {y:.1f} {turned - bend:.1f} {to:.1f} {turned:.1f} {to:.1f}"
    path += "" if turned == end else f"H{end:.1f}"
    return tag("path", d=path, class_=f"line {side_class(side)}{' line-denied' if denied else ''}")


def _column(drawing: _Drawing, key: Key) -> int:
    return next(column for column, nodes in drawing.columns.items() if key in nodes)


def _node(node: _Node, x: float, column: int, last: int, side_class: SideClass) -> Markup:
    y, is_article, parts = node.y, column == last, list[Markup]()
    if is_article:
        for depth in range(node.stack, 0, -1):
            parts.append(
                tag("rect", x=x + 4.0 * depth, y=y - 3 + 3.0 * depth, width=BOX - 10, height=36.0, rx=3, class_="sheet")
            )
        parts.append(tag("rect", x=x, y=y - 3, width=BOX - 10, height=36.0, rx=3, class_="sheet"))
    elif column:
        parts.append(tag("rect", x=x, y=y - 3, width=RELAY, height=36.0, rx=18, class_="relay"))
    inset = 10.0 if is_article else 14.0 if column else 20.0
    if node.kind is not None:
        parts.append(
            tag(
                "use",
                href=f"#mark-{node.kind}",
                x=x + 1,
                y=y + 2,
                width=13,
                height=13,
                class_=f"mark {side_class(node.side)}",
            )
        )
        if node.admits:
            parts.append(tag("circle", cx=x + 7.5, cy=y + 8.5, r=9.5, class_="admit"))
    room = RELAY_NAME if 0 < column < last else NAME
    parts.append(
        tag("text", elided(node.label, room), x=x + inset, y=y + 13, class_="name light" if node.light else "name")
    )
    if node.beneath:
        parts.append(tag("text", elided(node.beneath, room + 6), x=x + inset, y=y + 27, class_="beneath"))
    whole = tag("title", "\n".join(words(line) for line in node.whole.split("\n")))
    if node.href is None:
        return tag("g", whole, *parts, class_="node")
    return tag("a", whole, *parts, href=node.href, class_="node")


def _name(root: Root) -> str:
    name = root.name or NOBODY_NAMED[root.kind]
    return f"{name}, own voice" if root.own_voice else name


def source_of(filed: Filed) -> str:
    """The page of the origin of a statement."""
    return f"/source?id={origin_of(filed.statement, filed.outlet).id}"


def outlet(filed: Filed) -> str:
    """Who published it, else the file."""
    return filed.outlet or filed.location.rsplit("/", 1)[-1]


def _day(filed: Filed) -> str:
    when = filed.published
    return days(when.earliest, when.latest) if when.earliest or when.latest else "no day known"


def _days(filed: Collection[Filed]) -> str:
    known = [day for each in filed if (day := each.published.latest or each.published.earliest)]
    return days(min(known), max(known)) if known else ""


def _when(filed: Filed) -> tuple[date, str]:
    return filed.published.latest or filed.published.earliest or date.max, filed.statement.id
