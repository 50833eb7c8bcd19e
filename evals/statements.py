"""Scoring the statements of one article, and claims and conflicts across articles, against GUIDE.md's gold.

A statement read matches one of the gold when their contents share at least half of their words,
best pairs first, one to one. Fields are compared on matched pairs; a statement missed or invented
misses every field that it labels. What neither side labels earns nothing.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

from evals.alike import (
    attitudes_alike,
    chains_alike,
    figure,
    names_alike,
    place,
    published_alike,
    sides_alike,
    times_alike,
)
from evals.quotes import Quoted, Row, Words, shared
from evals.tally import Case, Mark

MATCHED, CUT_ALIKE, PART_ALIKE = 0.5, 0.9, 0.5
Placed = tuple[Row, Words]


def score_article(gold: Row, raw: str, document: Row, read: Sequence[Row]) -> tuple[list[Mark], dict[str, str]]:
    """The marks of one article, and for each gold statement (`article#id`) the id of the one that matched it."""
    article, name = Quoted(raw), str(gold["article"])
    text = document.get("text") or raw
    golds = [(row, article.quoted(row.get("content"), row.get("occurrence"))) for row in gold["statements"]]
    reads = [(row, article.under(text, row.get("content"))) for row in read]
    pairs = matched([words for _, words in golds], [words for _, words in reads])

    marks = [*_furniture(article, gold, document, name), *_published(gold, document, name)]
    for want, got in _paired(golds, reads, pairs):
        marks += _pair(article, name, text, want, got)
    return marks, {f"{name}#{golds[i][0]['id']}": str(reads[j][0].get("id")) for i, j in pairs.items()}


def matched(golds: Sequence[Words], reads: Sequence[Words]) -> dict[int, int]:
    """One-to-one pairs of contents that share half of their words, the best first, the later of equals first."""
    rows = sorted(
        ((shared(a, b), i, j) for i, a in enumerate(golds) for j, b in enumerate(reads) if a & b), reverse=True
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for share, i, j in rows:
        if share < MATCHED:
            break
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _paired(
    golds: list[Placed], reads: list[Placed], pairs: Mapping[int, int]
) -> list[tuple[Placed | None, Placed | None]]:
    taken = set(pairs.values())
    both: list[tuple[Placed | None, Placed | None]] = [
        (row, reads[pairs[i]] if i in pairs else None) for i, row in enumerate(golds)
    ]
    return both + [(None, row) for j, row in enumerate(reads) if j not in taken]


def _pair(article: Quoted, name: str, text: str, want: Placed | None, got: Placed | None) -> list[Mark]:
    gold, read = (want[0] if want else {}), (got[0] if got else {})
    where = f"{name}#{gold['id']}" if want else name
    case = _case(gold or read)
    content = [text[a:b] for a, b in read.get("content") or ()] if got else None
    alike = bool(want and got)
    cut = alike and shared(want[1], got[1]) >= CUT_ALIKE if want and got else False

    def mark(field: str, right: float, in_gold: float, in_read: float, wanted: Any, found: Any) -> Mark:
        return Mark(field, float(right), float(in_gold), float(in_read), where, wanted, found, case)

    marks = [
        mark("statement", alike, bool(want), bool(got), gold.get("content"), content),
        mark("content", cut, bool(want), bool(got), gold.get("content"), content),
    ]
    for field, (right, in_gold, in_read, wanted, found) in _fields(gold, read).items():
        if alike:
            marks.append(mark(field, right, in_gold, in_read, wanted, found))
        else:  # missed or invented as a whole, which `statement` shows
            marks.append(mark(field, 0, in_gold if want else 0, in_read if got else 0, None, None))
    for field in ("source", "cue"):
        near = min(want[1], default=None) if want else None
        there, here = article.quoted(gold.get(field), None, near), article.under(text, read.get(field), near)
        if alike:
            right = bool(there and here) and shared(there, here) >= PART_ALIKE
            found = [text[a:b] for a, b in read.get(field) or ()]
            marks.append(mark(field, right, bool(there), bool(here), gold.get(field), found))
        else:
            marks.append(mark(field, 0, bool(gold.get(field)), bool(read.get(field)), None, None))
    return marks


Compared = tuple[float, float, float, Any, Any]


def _fields(gold: Row, read: Row) -> dict[str, Compared]:
    """For each field: how much is alike, how much each side labels, and both values."""
    origins = gold.get("origin") or {}, read.get("origin") or {}
    sourced = gold.get("voice") != "outlet", read.get("voice") != "outlet"
    unstated = origins[0].get("kind") == origins[1].get("kind") == "unstated"
    chains = gold.get("chain") or [], read.get("chain") or []
    attitudes = gold.get("attitude"), read.get("attitude")
    times = gold.get("time") or {}, read.get("time") or {}
    told = [row.get("interest") in ("own", "against") for row in (gold, read)]

    def both(right: bool, labelled: Sequence[bool], values: tuple[Any, Any]) -> Compared:
        return float(right and all(labelled)), float(labelled[0]), float(labelled[1]), *values

    def of_origin(key: str) -> tuple[Any, Any]:
        return origins[0].get(key), origins[1].get(key)

    def of(key: str) -> tuple[Any, Any]:
        return gold.get(key), read.get(key)

    found: dict[str, Compared] = {}
    for field in ("voice", "basis", "certainty"):
        found[field] = both(gold.get(field) == read.get(field), (True, True), of(field))
    found["interest"] = both(gold.get("interest") == read.get("interest"), told, of("interest"))
    found["event"] = both(gold.get("event") == read.get("event"), [bool(v) for v in of("event")], of("event"))
    found["origin"] = both(unstated or names_alike(*of_origin("name")), sourced, of_origin("name"))
    found["origin.kind"] = both(origins[0].get("kind") == origins[1].get("kind"), sourced, of_origin("kind"))
    found["origin.side"] = both(sides_alike(*of_origin("side")), sourced, of_origin("side"))
    found["chain"] = both(chains_alike(*chains), [bool(chain) for chain in chains], chains)
    found["attitude"] = both(attitudes_alike(*attitudes), [bool(value) for value in attitudes], attitudes)
    found["places"] = _places(*([place(value) for value in row.get("places") or ()] for row in (gold, read)))
    found["time"] = both(bool(times[0] and times[1]) and times_alike(*times), [bool(value) for value in times], times)
    found["figures"] = _figures(*([figure(value) for value in row.get("figures") or ()] for row in (gold, read)))
    return found


def _places(gold: list[str], read: list[str]) -> Compared:
    hits = sum(any(names_alike(a, b) for b in read) for a in gold)
    return float(min(hits, len(read))), float(len(gold)), float(len(read)), gold, read


def _figures(gold: list[tuple[float | None, str]], read: list[tuple[float | None, str]]) -> Compared:
    return float(len(set(gold) & set(read))), float(len(gold)), float(len(read)), gold, read


def _furniture(article: Quoted, gold: Row, document: Row, name: str) -> list[Mark]:
    wanted: Words = frozenset()
    near = 0
    for value in gold.get("furniture") or ():
        found = article.quoted(value, None, None if isinstance(value, dict) else near)
        wanted |= found
        near = max(found, default=near)
    got = article.under(document.get("text"), document.get("furniture"))
    if not wanted and not got:
        return []
    missed, invented = article.wording(wanted - got), article.wording(got - wanted)
    return [Mark("furniture", float(len(wanted & got)), float(len(wanted)), float(len(got)), name, missed, invented)]


def _published(gold: Row, document: Row, name: str) -> list[Mark]:
    want, got = gold.get("published") or {}, document.get("published") or {}
    if not want.get("earliest"):
        return []
    return [Mark("published", float(published_alike(want, got)), 1.0, 1.0, name, want, got)]


def _case(row: Row) -> Case:
    origin = row.get("origin") or {}
    return Case(*(str(value or "none") for value in (row.get("voice"), origin.get("kind"), row.get("basis"))))


def score_across(
    across: Row, to_read: Mapping[str, str], claims: Sequence[Row], conflicts: Sequence[Row]
) -> list[Mark]:
    """Marks of `same claim` (pairs of statements filed together) and `conflict` (pairs of claims that part).

    A conflict is between claims: every pair of statements of the same two groups is the same conflict.
    """
    to_gold = {read: gold for gold, read in to_read.items()}
    claim_of = {to_gold[s]: claim["id"] for claim in claims for s in claim["statements"] if s in to_gold}
    filed = [[s for s, mine in claim_of.items() if mine == claim] for claim in dict.fromkeys(claim_of.values())]
    groups = across.get("same") or []
    same = _pairs([group["members"] for group in groups]), _pairs(filed)

    group_of = {member: group["id"] for group in groups for member in group["members"]}

    def ends(rows: Sequence[Row], name: Mapping[str, str]) -> set[frozenset[str]]:
        statements = [[name.get(row[end], row[end]) for end in ("a", "b")] for row in rows]
        return {frozenset(group_of.get(s, s) for s in pair) for pair in statements}

    part = ends(across.get("conflicts") or (), {}), ends(conflicts, to_gold)
    return [_across("same claim", *same), _across("conflict", *part)]


def _pairs(groups: Sequence[Sequence[str]]) -> set[frozenset[str]]:
    return {frozenset(pair) for group in groups for pair in combinations(group, 2)}


def _across(field: str, gold: set[frozenset[str]], read: set[frozenset[str]]) -> Mark:
    missed, invented = (sorted(map(sorted, side)) for side in (gold - read, read - gold))
    return Mark(field, float(len(gold & read)), float(len(gold)), float(len(read)), "across.json", missed, invented)
