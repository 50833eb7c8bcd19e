"""Browsing: the claims wanted, a page at a time, at the same cost in a ledger of any size.

    a few hundred have a handle asked for    all of them are looked at, and counted
    more                                     they are walked in the order asked for, from where the last page ended
    words                                    the first so many statements that a search finds, and their claims

A page goes on where the one before it ended: at a place in the order, not at a number of rows, so that claims that come
or go between the two move nothing. No page looks at more than so many claims; where that was not enough, it says so.
"""

import base64
import binascii
import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from heapq import merge
from itertools import groupby, islice

from sqlalchemy import ColumnElement, and_, exists, func, or_, select, true, tuple_

from sayso.ledger import schema, search
from sayso.ledger.briefs import COLUMNS, Brief, Order
from sayso.ledger.canonical import revived
from sayso.ledger.filing import TOGETHER, batched
from sayso.ledger.handles import Handle, in_days, key, place_key
from sayso.ledger.wanted import CODE, Rows, Wanted, of_statement, where_is
from sayso.model.problem import Problem, SaysoError

COUNTED = 1_000
"""Claims that are counted; of more it is said that there are more."""
FEW = 500
"""Claims with a handle up to which all are looked at; with more, a page of any order is found sooner by walking."""
LOOKED_AT = 2_000
"""Claims that one page walks past at most: where several common things are asked for at once, which few claims have."""
STRIDE = 500
SLOWLY = 100
"""Claims that one page looks at where each of their statements must be asked for common words."""
TURNS, AT_LAST = 3, 60
"""Looks at one statement of each claim after the other for common words, and statements that are looked at in the last:
of a claim that four hundred articles tell, two wordings and some others are looked at."""
SIDES = 1_000
"""Sides that are looked through for one that is spelt so: the states are two hundred."""
HITS = 1_000
"""Statements with the words that are looked at; of more, any so many of them."""

Place = tuple[int, str]
"""Where a claim stands in an order: the number that the order gives it, and its id."""


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """A page of claims: `after` leads to the next one, None on the last.

    `of` is how many claims are wanted, as far as they were counted: `or_more` where there may be more. `looked_at` is
    set where the page stopped looking: after so many claims, or so many statements with the words.
    """

    briefs: tuple[Brief, ...]
    after: str | None
    of: int | None
    or_more: bool = False
    looked_at: int | None = None


@dataclass(frozen=True, slots=True)
class _Asked:
    """One thing asked for: any of these handles, and how many claims have one."""

    handles: tuple[Handle, ...]
    claims: int


def claim_page(
    rows: Rows, wanted: Wanted, order: Order = Order.NEED, after: str | None = None, limit: int = 50
) -> ClaimPage:
    """The claims wanted that come after `after` in the order; raises SaysoError where that is no place in it."""
    start = read_cursor(after, order.value)
    asked = sorted(_asked(rows, wanted), key=lambda each: each.claims)
    if wanted.words is None and not asked:
        return _plain(rows, order, start, limit)
    judge = _Judge(rows, wanted, asked)
    hits, every = _hits(rows, wanted.words) if wanted.words is not None else ((), False)
    if every:
        return _of_all(rows, judge, judge.of_statements(hits), order, start, limit)
    if asked and asked[0].claims <= FEW:
        ids = {claim for some in _having(rows, asked[0].handles) for claim in some}
        if hits:
            return _of_some(rows, judge, ids, order, start, limit)
        return _of_all(rows, judge, judge.kept(ids), order, start, limit)
    if hits:
        found = _of_all(rows, judge, judge.of_statements(hits), order, start, limit)
        return replace(found, or_more=True, looked_at=len(hits))
    return _walked(rows, judge, order, start, limit)


def _plain(rows: Rows, order: Order, start: Place | None, limit: int) -> ClaimPage:
    c = schema.claims
    places = list(_along(rows, order, start, limit + 1))
    counted = next(rows(select(func.count().label("n")).select_from(select(c.c.id).limit(COUNTED + 1).subquery()))).n
    return _page(rows, order, places, limit, min(counted, COUNTED), counted > COUNTED)


def _of_all(
    rows: Rows, judge: "_Judge", ids: Collection[str], order: Order, start: Place | None, limit: int
) -> ClaimPage:
    """A page of these claims, which one of their statements makes wanted, so far as they have every handle."""
    found = sorted(_placed(rows, judge, ids, order))
    beyond = [place for place in found if start is None or place > start]
    return _page(rows, order, beyond[: limit + 1], limit, len(found))


def _of_some(
    rows: Rows, judge: "_Judge", ids: Collection[str], order: Order, start: Place | None, limit: int
) -> ClaimPage:
    """A page of those among these claims that have the words, which too many statements have to look at all."""
    beyond = sorted(place for place in _placed(rows, judge, ids, order) if start is None or place > start)
    found, looked = list[Place](), 0
    for some in batched(beyond, limit):
        kept = judge.kept([claim for _, claim in some])
        found, looked = found + [place for place in some if place[1] in kept], looked + len(some)
        if len(found) > limit:
            break
        if looked >= SLOWLY and looked < len(beyond):
            return ClaimPage(_briefs(rows, found), cursor(order.value, some[-1]), None, True, looked)
    return _page(rows, order, found, limit, None, True)


def _placed(rows: Rows, judge: "_Judge", ids: Collection[str], order: Order) -> Iterator[Place]:
    """Where those of these claims stand in the order that have every handle."""
    c = schema.claims
    column = c.c[COLUMNS[order]]
    for some in batched(sorted(ids), TOGETHER):
        query = select(column.label("at"), c.c.id).where(c.c.id.in_(some), *judge.handled())
        yield from [(row.at, row.id) for row in rows(query)]


def _walked(rows: Rows, judge: "_Judge", order: Order, start: Place | None, limit: int) -> ClaimPage:
    """A page of those that are wanted among the claims in their order."""
    looked, found, ended = 0, list[Place](), False
    at, one = start, judge.asked[0]
    if judge.is_one_stretch and order is Order.NEED:
        found = list(_stretch(rows, one.handles, start, limit + 1))
        return _page(rows, order, found, limit, min(one.claims, COUNTED), one.claims > COUNTED)
    while len(found) <= limit and looked < LOOKED_AT and not ended:
        if order is Order.NEED:
            marked = dict(_marked(rows, one.handles, judge.asked[1:], at, STRIDE))
            passed, having = list(marked), [place for place, has_all in marked.items() if has_all]
        else:
            passed = list(_along(rows, order, at, STRIDE))
            having = judge.having(passed)
        looked, ended = looked + len(passed), len(passed) < STRIDE
        found += judge.wanted(having)
        at = passed[-1] if passed else at
    if len(found) > limit or ended:
        many = len(found) if ended and start is None else None
        return _page(rows, order, found, limit, many, many is None)
    assert at is not None, "something was passed"
    return ClaimPage(_briefs(rows, found), cursor(order.value, at), None, True, looked)


def _page(
    rows: Rows, order: Order, places: Sequence[Place], limit: int, of: int | None, or_more: bool = False
) -> ClaimPage:
    after = cursor(order.value, places[limit - 1]) if len(places) > limit else None
    return ClaimPage(_briefs(rows, places[:limit]), after, of, or_more)


def _briefs(rows: Rows, places: Sequence[Place]) -> tuple[Brief, ...]:
    return briefs(rows, [claim for _, claim in places])


def briefs(rows: Rows, ids: Sequence[str]) -> tuple[Brief, ...]:
    """The claims of these ids in short, in their order; those that are no more are left out."""
    c, found = schema.claims, dict[str, Brief]()
    for some in batched(ids, TOGETHER):
        for row in rows(select(c.c.id, c.c.brief).where(c.c.id.in_(some))):
            found[row.id] = revived(Brief, row.brief)
    return tuple(found[each] for each in ids if each in found)


def _along(rows: Rows, order: Order, start: Place | None, limit: int) -> Iterator[Place]:
    """The claims in an order, from a place on."""
    c = schema.claims
    column = c.c[COLUMNS[order]]
    query = select(column.label("at"), c.c.id).order_by(column, c.c.id).limit(limit)
    if start is not None:
        query = query.where(tuple_(column, c.c.id) > start)
    return ((row.at, row.id) for row in list(rows(query)))


def _stretch(rows: Rows, handles: Sequence[Handle], start: Place | None, limit: int) -> Iterator[Place]:
    """The claims that have one of the handles in the order of need, from a place on, each once."""
    return (place for place, _ in _marked(rows, handles, (), start, limit))


def _marked(
    rows: Rows, handles: Sequence[Handle], others: Sequence[_Asked], start: Place | None, limit: int
) -> Iterator[tuple[Place, bool]]:
    """The same, each with whether it has the others too."""
    h = schema.handles
    several = []
    for kind, value in handles:
        stretch = select(h.c.by_need, h.c.claim).where(h.c.kind == kind, h.c.value == value)
        if start is not None:
            stretch = stretch.where(tuple_(h.c.by_need, h.c.claim) > start)
        one = stretch.order_by(h.c.by_need, h.c.claim).limit(limit).subquery()
        all_of_them = and_(true(), *_handled(others, one.c.by_need, one.c.claim))
        query = select(one.c.by_need, one.c.claim, all_of_them.label("has_all"))
        query = query.order_by(one.c.by_need, one.c.claim)
        several.append([((row.by_need, row.claim), bool(row.has_all)) for row in rows(query)])
    last: Place | None = None
    for place, has_all in merge(*several):
        if place != last and limit > 0:
            last, limit = place, limit - 1
            yield place, has_all


def _handled(asked: Sequence[_Asked], need: ColumnElement[int], claim: ColumnElement[str]) -> list[ColumnElement[bool]]:
    """As conditions: the claim has each of these handles."""
    h = schema.handles.alias()
    mine = and_(h.c.by_need == need, h.c.claim == claim)  # with kind and value, the whole of the key
    return [
        or_(*(exists().where(h.c.kind == kind, h.c.value == value, mine) for kind, value in each.handles))
        for each in asked
    ]


def _having(rows: Rows, handles: Sequence[Handle]) -> Iterator[set[str]]:
    h = schema.handles
    for kind, value in handles:
        yield {row.claim for row in rows(select(h.c.claim).where(h.c.kind == kind, h.c.value == value))}


def _hits(rows: Rows, words: str) -> tuple[list[str], bool]:
    """Statements with these words, and whether these are all."""
    hits = [row[0] for row in rows(search.said(words).limit(HITS + 1))]
    return hits[:HITS], len(hits) <= HITS


class _Judge:
    """Whether a claim has all that is wanted: every handle, and where several things are, one statement with them."""

    def __init__(self, rows: Rows, wanted: Wanted, asked: Sequence[_Asked]) -> None:
        self._rows, self._wanted, self.asked = rows, wanted, asked
        self._one = list(of_statement(rows, wanted, at_hand=True))
        of_claim = sum(
            each is not None
            for each in (wanted.standing, wanted.contested, wanted.parts, wanted.measure, wanted.figured)
        )
        dated = wanted.since is not None or wanted.until is not None
        self._sure = wanted.words is None and not dated and len(asked) - of_claim < 2
        self.is_one_stretch = self._sure and len(asked) == 1

    def handled(self) -> list[ColumnElement[bool]]:
        """As conditions: the claim has every handle."""
        return _handled(self.asked, schema.claims.c.by_need, schema.claims.c.id)

    def having(self, places: Sequence[Place]) -> list[Place]:
        """Those of these claims that have every handle."""
        c, found = schema.claims, set[str]()
        for some in batched([claim for _, claim in places], TOGETHER):
            found.update(row.id for row in self._rows(select(c.c.id).where(c.c.id.in_(some), *self.handled())))
        return [place for place in places if place[1] in found]

    def wanted(self, places: Sequence[Place]) -> list[Place]:
        """Those that are wanted of these claims, which have every handle."""
        kept = self.kept([claim for _, claim in places])
        return [place for place in places if place[1] in kept]

    def of_statements(self, statements: Collection[str]) -> set[str]:
        """The claims of those of these statements that are all that is asked of one, but for the words."""
        m, s = schema.members, schema.statements
        query = select(m.c.claim)
        if self._one:
            query = query.join(s, s.c.id == m.c.statement).where(*self._one)
        found: set[str] = set()
        for some in batched(sorted(statements), TOGETHER):
            found.update(row.claim for row in self._rows(query.where(m.c.statement.in_(some))))
        return found

    def kept(self, claims: Collection[str]) -> set[str]:
        """Those of which one statement has all that is asked of one."""
        if self._sure:
            return set(claims)
        m, s, c = schema.members, schema.statements, schema.claims
        one = exists().where(m.c.claim == c.c.id, m.c.statement == s.c.id, *self._one)
        found: set[str] = set()
        for some in batched(sorted(claims), TOGETHER):
            if self._wanted.words is None:
                found |= {row.id for row in self._rows(select(c.c.id).where(c.c.id.in_(some), one))}
                continue
            found |= self._worded(some)
        return found

    def _worded(self, claims: Collection[str]) -> set[str]:
        """Those of which a statement that is all else has the words, so far as a few looks at each tell."""
        m, s, asked = schema.members, schema.statements, self._wanted.words
        query = select(m.c.claim, s.c.id).join(s, s.c.id == m.c.statement).where(m.c.claim.in_(claims), *self._one)
        statements: dict[str, list[str]] = {}
        for row in self._rows(query.order_by(m.c.claim, m.c.said, s.c.id).limit(HITS)):
            statements.setdefault(row.claim, []).append(row.id)
        found: set[str] = set()
        for turn in range(TURNS):
            some = {ids[turn]: claim for claim, ids in statements.items() if claim not in found and len(ids) > turn}
            if turn == TURNS - 1:
                rest = ((one, claim) for claim, ids in statements.items() if claim not in found for one in ids[turn:])
                some = dict(islice(rest, AT_LAST))
            if asked is not None and some:
                found |= {some[row[0]] for row in self._rows(search.said(asked, among=list(some)))}
        return found


class ClaimJudge:
    """Which of some claims are wanted, for lists of other things that have claims.

    `known`: all that are wanted, where they are few; else None. With common words these are some of many: `sampled`.
    """

    def __init__(self, rows: Rows, wanted: Wanted) -> None:
        asked = sorted(_asked(rows, wanted), key=lambda each: each.claims)
        self.wants_any = not asked and wanted.words is None
        self._judge, self.sampled = _Judge(rows, wanted, asked), False
        self.known: frozenset[str] | None = None
        if wanted.words is not None:
            hits, every = _hits(rows, wanted.words)
            self.known, self.sampled = self._placed(rows, self._judge.of_statements(hits)), not every
        elif asked and asked[0].claims <= FEW:
            few = {claim for some in _having(rows, asked[0].handles) for claim in some}
            self.known = self._placed(rows, self._judge.kept(few))

    def wanted(self, claims: Collection[str]) -> set[str] | None:
        """Those that are; None where all are."""
        if self.wants_any:
            return None
        return {claim for _, claim in self._judge.wanted(self._judge.having([(0, claim) for claim in sorted(claims)]))}

    def _placed(self, rows: Rows, claims: Collection[str]) -> frozenset[str]:
        return frozenset(claim for _, claim in _placed(rows, self._judge, claims, Order.NEED))


def _asked(rows: Rows, wanted: Wanted) -> Iterator[_Asked]:
    """What is asked for as handles, with how many claims have them."""
    several: list[Sequence[Handle]] = []
    plain = {
        "event": wanted.event,
        "standing": wanted.standing,
        "interest": wanted.interest,
        "parts": wanted.parts,
    }
    several += [[(kind, str(value))] for kind, value in plain.items() if value is not None]
    if wanted.contested is not None:
        several.append([("contested", "yes" if wanted.contested else "no")])
    if wanted.figured:
        several.append([("figured", "yes")])
    if wanted.measure is not None:
        several.append([("measure", key(wanted.measure))])
    if wanted.side is not None:
        mine = key(wanted.side)
        named = [value for value, _ in most_common(rows, "side", SIDES) if key(value) == mine]
        several.append([("side", value) for value in named or [wanted.side]])
    if wanted.place is not None:
        at: list[Handle] = [("place", place_key(wanted.place))]
        at += [("geo", str(number)) for number in where_is(rows, wanted.place)]
        if len(wanted.place.strip()) == CODE:
            at.append(("country", key(wanted.place.strip())))
        several.append(at)
    if wanted.since is not None or wanted.until is not None:
        several.append(_days(rows, wanted.since, wanted.until))
    for handles in several:
        yield _Asked(tuple(handles), _claims(rows, handles))


def _days(rows: Rows, since: date | None, until: date | None) -> tuple[Handle, ...]:
    """The handles of those days; where an end is open, up to the last year that any claim tells of."""
    n = schema.counts
    years = select(func.min(n.c.value).label("first"), func.max(n.c.value).label("last")).where(n.c.kind == "year")
    row = next(rows(years))
    first = max(since or date.min, date(int(row.first), 1, 1)) if row.first else since or date.min
    last = min(until or date.max, date(int(row.last), 12, 31)) if row.last else until or date.max
    return in_days(first, last) if first <= last else (("ever", ""),)


def _claims(rows: Rows, handles: Sequence[Handle]) -> int:
    """How many claims have one of the handles, those that have several as often as they do."""
    n, found = schema.counts, 0
    for kind, some in groupby(sorted(handles), key=lambda handle: handle[0]):
        query = select(n.c.claims).where(n.c.kind == kind, n.c.value.in_([value for _, value in some]))
        found += sum(row.claims for row in rows(query))
    return found


def most_common(rows: Rows, kind: str, limit: int) -> tuple[tuple[str, int], ...]:
    """The handles of a kind that most claims have, with how many have them."""
    n = schema.counts
    query = select(n.c.value, n.c.claims).where(n.c.kind == kind).order_by(n.c.claims.desc(), n.c.value).limit(limit)
    return tuple((row.value, row.claims) for row in rows(query))


def cursor(order: str, place: Place) -> str:
    """A place in an order, as an address holds it."""
    return base64.urlsafe_b64encode(json.dumps([order, *place]).encode()).decode().rstrip("=")


def read_cursor(text: str | None, order: str) -> Place | None:
    """The place that `cursor` wrote; raises SaysoError where it is none in that order."""
    if not text:
        return None
    try:
        kind, number, claim = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        if kind == order and isinstance(number, int) and abs(number) < 1 << 63 and isinstance(claim, str):
            return number, claim
    except (ValueError, TypeError, binascii.Error):
        pass
    raise SaysoError(Problem(text, "this is no place in the list", "nothing shown", "Begin at its first page."))
