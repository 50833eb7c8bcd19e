"""The timeline of claims: when they are said to have been so, by day, week, month or year."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import JSONResponse

from sayso.ledger.atlas import Told, Unit, begin
from sayso.ledger.maps import Maps, Spell
from sayso.model.statement import NO_SIDE, UNKNOWN_SIDE
from sayso.web.guard import Reader
from sayso.web.pictures.timeline import Column, Span, columns, drawn, end, overview, spans
from sayso.web.render import page

router = APIRouter()

SPAN = {Unit.DAY: 62, Unit.WEEK: 366, Unit.MONTH: 1_830, Unit.YEAR: 18_300}
"""Days shown at once at each grain: some sixty bars."""

MOST = 1_000
"""Rows asked for at once: three ways to know a time of each of three hundred units are not reached."""

NEVER = (date(2000, 1, 1), date(2000, 1, 31))
"""The days shown where no claim is told of any."""

Day = Annotated[str, Query(max_length=10, pattern=r"^(\d{4}-\d\d-\d\d)?$")]
By = Annotated[Unit | None, Query()]
WrittenToo = Annotated[bool, Query()]


@router.get("/timeline.json")
def timeline_json(
    request: Request,
    person: Reader,
    since: Day = "",
    until: Day = "",
    by: By = None,
    written: WrittenToo = False,
) -> JSONResponse:
    """The claims by the days that they tell of: how many, of whose roots, in what standing.

    `first` and `last` are days; `told` is `claimed`, `open` for a time with an open end, or `written` where none is
    claimed and the articles must have been written then.
    """
    found = _seen(request, since, until, by, written=written)
    rows = [_row(each, found["unit"]) for each in found["spells"]]
    shown = {"since": found["since"].isoformat(), "until": found["until"].isoformat(), "by": found["unit"].value}
    return JSONResponse({**shown, "untimed": found["untimed"], "spells": rows})


@router.get("/timeline", include_in_schema=False)
def timeline(
    request: Request,
    person: Reader,
    since: Day = "",
    until: Day = "",
    by: By = None,
    written: WrittenToo = False,
) -> Response:
    """The timeline, the ways to move it, and the same as a table."""
    found = _seen(request, since, until, by, written=written)
    palette = request.app.state.desk.palette().of_side
    unit, first, last = found["unit"], found["since"], found["until"]
    shown, wide = columns(found["spells"], unit, palette), spans(found["spells"], unit, palette)
    address = _addresses(written=written)
    span = last - first + timedelta(1)
    moves = {"earlier": _moved(first, last, -span), "later": _moved(first, last, span)}
    return page(
        request,
        "timeline.html",
        picture=drawn(shown, wide, unit, first, last, _inward(unit, address)) if shown or wide else None,
        strip=overview(found["months"], found["ends"], first, last) if found["ends"] else None,
        columns=shown,
        sides=_sides(shown, wide),
        wide=wide,
        unit=unit,
        units={each: _grained(address, first, last, each) for each in Unit},
        moves={name: address(pair[0], pair[1], unit) for name, pair in moves.items()},
        all=address(found["ends"][0], found["ends"][1], None) if found["ends"] else None,
        since=first,
        until=last,
        written_too=written,
        toggled=_addresses(written=not written)(first, last, unit),
        untimed=found["untimed"],
        claims=_claims,
    )


def _seen(request: Request, since: str, until: str, by: Unit | None, *, written: bool) -> dict[str, Any]:
    maps: Maps = request.app.state.desk.workspace.maps
    months = maps.months(written=written)
    ends = (months[0][0], end(months[-1][0], Unit.MONTH)) if months else None
    first, last = _days(since, until, by, months)
    unit = by or next((unit for unit in Unit if (last - first).days < SPAN[unit]), Unit.YEAR)
    first = begin(first, unit)
    last = min(end(begin(last, unit), unit), _later(first, SPAN[unit]))
    reach = first - timedelta(min(SPAN[unit], first.toordinal() - 1))
    found = maps.spells(unit, first, last, reach, MOST)
    kept = tuple(each for each in found if written or each.told is not Told.WRITTEN)
    return {
        "spells": kept,
        "unit": unit,
        "since": first,
        "until": last,
        "months": months,
        "ends": ends,
        "untimed": maps.untimed(),
    }


def _days(since: str, until: str, by: Unit | None, months: tuple[tuple[date, int], ...]) -> tuple[date, date]:
    """The days asked for; where none are, those about which most is told."""
    first, last = _day(since), _day(until)
    if first and last:
        return min(first, last), max(first, last)
    reach = SPAN[by or Unit.DAY]
    if first or last:
        return (first, _later(first, reach)) if first else (_later(last or date.max, -reach), last or date.max)
    if not months:
        return NEVER
    if by is not None:
        middle = max(months, key=lambda row: (row[1], row[0]))[0]
        return _later(middle, -reach // 2), _later(middle, reach // 2)
    return _busiest(months)


def _busiest(months: tuple[tuple[date, int], ...]) -> tuple[date, date]:
    """The months that hold nearly all of what is told."""
    whole, edge = sum(number for _, number in months), 0.02
    low, high = 0, len(months) - 1
    passed = 0
    while low < high and passed + months[low][1] <= edge * whole:
        passed += months[low][1]
        low += 1
    passed = 0
    while high > low and passed + months[high][1] <= edge * whole:
        passed += months[high][1]
        high -= 1
    return months[low][0], end(months[high][0], Unit.MONTH)


def _around(first: date, last: date, unit: Unit) -> tuple[date, date]:
    """The days about the same middle that are shown at another grain."""
    middle = first + (last - first) // 2
    half = SPAN[unit] // 2 - 1
    if (last - first).days <= SPAN[unit]:
        return first, last
    return _later(middle, -half), _later(middle, half)


def _sides(shown: Sequence[Column], wide: Sequence[Span]) -> list[str]:
    named = [each.sides for each in shown] + [each.sides for each in wide]
    return sorted({side for sides in named for side in sides} - {NO_SIDE, UNKNOWN_SIDE})


def _grained(address: Callable[[date, date, Unit | None], str], first: date, last: date, unit: Unit) -> str:
    since, until = _around(first, last, unit)
    return address(since, until, unit)


def _moved(first: date, last: date, by: timedelta) -> tuple[date, date]:
    return _later(first, by.days), _later(last, by.days)


def _addresses(*, written: bool) -> Callable[[date, date, Unit | None], str]:
    def address(since: date, until: date, by: Unit | None) -> str:
        asked = {"since": since.isoformat(), "until": until.isoformat()}
        if by is not None:
            asked["by"] = by.value
        return f"/timeline?{urlencode(asked | ({'written': '1'} if written else {}))}"

    return address


def _inward(unit: Unit, address: Callable[[date, date, Unit | None], str]) -> Callable[[date, date], str]:
    """A bar of a year, a month or a week leads to its days; one of a day to its claims."""

    def inward(first: date, last: date) -> str:
        if unit in (Unit.DAY, Unit.WEEK):
            return _claims(first, last)
        return address(first, last, None)

    return inward


def _claims(first: date, last: date) -> str:
    return f"/claims?{urlencode({'since': first.isoformat(), 'until': last.isoformat()})}"


def _later(day: date, by: int) -> date:
    return date.fromordinal(max(1, min(date.max.toordinal(), day.toordinal() + by)))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _row(each: Spell, unit: Unit) -> dict[str, Any]:
    return {
        "first": each.first.isoformat(),
        "last": end(each.last, unit).isoformat(),
        "told": each.told.value,
        "claims": each.claims,
        "contested": each.contested,
        "sides": dict(each.sides),
        "standings": dict(each.standings),
    }
