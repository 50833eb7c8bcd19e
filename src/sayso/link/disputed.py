"""Disputed: the pairs of one claim's statements whose figures may part, found without holding each against each.

A thousand reports of one strike give its toll, and nearly all agree. Of two that part, the bounds do not meet; and
they were told in one article, on one day, or the later is the lower, or both are of how things stand on a day. So the
counts are sorted by their bounds and met day by day: the work is that of sorting, and of the pairs found.

A pair left out has figures that cannot part (`sayso.link.figures`); a pair found need not. Limit: where half of a claim
says 24 and half says 70, every pair of the two halves is found, for each of them is a conflict.
"""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.lexicon.counting import kin, rises
from sayso.link.counts import Count, counts
from sayso.link.figures import ONE_DAY, tells_its_own_account
from sayso.link.marks import Mark
from sayso.link.scopes import Days, as_of, told
from sayso.model.filed import Filed


@dataclass(frozen=True, slots=True, order=True)
class _Held:
    """A count by its bounds, with the statement that gives it."""

    low: float
    high: float
    statement: str


@dataclass(frozen=True, slots=True)
class _Row:
    """A count with when it was told, when it holds, and in which article."""

    held: _Held
    document: str
    told: Days | None
    stands: Days | None
    whole: bool


def disputed(filed: Iterable[Filed]) -> set[tuple[str, str]]:
    """The pairs of ids, the lesser first, of one claim's statements whose figures may part."""
    by_kind: dict[str, list[_Row]] = defaultdict(list)
    elided: list[_Row] = []
    for one in sorted(filed, key=lambda each: each.statement.id):
        for count in counts(one):
            if {Mark.REPLACED, Mark.ADDED} & count.marks:
                continue
            row = _row(one, count)
            if Mark.ELIDED in count.marks and count.measured.outcome is None:
                elided.append(row)
            else:
                by_kind[kin(count.measured)].append(row)
    found = {pair for rows in by_kind.values() for pair in _apart([*rows, *elided])}
    return {(min(a, b), max(a, b)) for a, b in found if a != b}


def _row(filed: Filed, count: Count) -> _Row:
    held = _Held(count.bounds.low, count.bounds.high, filed.statement.id)
    rising = rises(count.measured.outcome) and not count.measured.is_ground
    stands = None if rising else as_of(filed)
    return _Row(held, filed.statement.document, told(filed), stands, tells_its_own_account(filed, count))


def _apart(rows: Sequence[_Row]) -> Iterator[tuple[str, str]]:
    by_document: dict[str, list[_Held]] = defaultdict(list)
    by_day: dict[date, list[_Held]] = defaultdict(list)
    for row in rows:
        by_document[row.document].append(row.held)
        if row.told and row.told.length <= ONE_DAY:
            for day in _days(row.told):
                by_day[day].append(row.held)
    for group in (*by_document.values(), *by_day.values()):
        yield from _below(group)
    yield from _later_and_lower(rows)
    yield from _standing([row for row in rows if row.stands])
    yield from _whole(rows)


def _days(days: Days) -> list[date]:
    return [days.first + timedelta(days=each) for each in range(days.length)]


def _below(group: Sequence[_Held]) -> Iterator[tuple[str, str]]:
    """The pairs of which the one is wholly below the other."""
    by_low = sorted(group)
    lows = [each.low for each in by_low]
    for each in by_low:
        for other in by_low[bisect_right(lows, each.high) :]:
            yield each.statement, other.statement


def _later_and_lower(rows: Sequence[_Row]) -> Iterator[tuple[str, str]]:
    """The pairs of which the later is wholly below the earlier."""
    dated = [(row.told, row.held) for row in rows if row.told]
    ended = sorted(dated, key=lambda each: each[0].last)
    before: list[tuple[float, str]] = []
    at = 0
    for days, held in sorted(dated, key=lambda each: each[0].first):
        while at < len(ended) and ended[at][0].last < days.first:
            insort(before, (ended[at][1].low, ended[at][1].statement))
            at += 1
        for low, statement in before[bisect_left(before, (held.high, "")) :]:
            if low > held.high:
                yield held.statement, statement


def _standing(rows: Sequence[_Row]) -> Iterator[tuple[str, str]]:
    """The pairs of how things stand on days that meet, of which the one is wholly below the other."""
    by_day: dict[date, list[_Held]] = defaultdict(list)
    for row in rows:
        if row.stands:
            for day in _days(row.stands):
                by_day[day].append(row.held)
    for group in by_day.values():
        yield from _below(group)


def _whole(rows: Sequence[_Row]) -> Iterator[tuple[str, str]]:
    """What a side tells of its own strike is held against every other count of it, whenever told."""
    whole = [row.held for row in rows if row.whole]
    if not whole:
        return
    by_low = sorted(row.held for row in rows)
    by_high = sorted(by_low, key=lambda each: (each.high, each.statement))
    lows, highs = [each.low for each in by_low], [each.high for each in by_high]
    for each in whole:
        for other in (*by_low[bisect_right(lows, each.high) :], *by_high[: bisect_left(highs, each.low)]):
            yield each.statement, other.statement
