"""Corrections: a statement as it is once people have fixed what the reader read in it.

The ministry's "41 villages" of unknown side, fixed to Ostrel's: the same statement, of the same words, with another
side. Spans stay those of the words that were read; a value that nobody read in words points at the whole content.
"""

from collections.abc import Iterable
from dataclasses import replace

from sayso.model.judgement import Days, Location, Number, Side, Speaker, Value
from sayso.model.span import hull
from sayso.model.statement import (
    Comparator,
    Figure,
    Interest,
    Origin,
    OriginKind,
    Place,
    Statement,
    Time,
    Voice,
)


def corrected(statement: Statement, values: Iterable[Value]) -> Statement:
    """A statement as read with these values in their order."""
    for value in values:
        match value:
            case Speaker():
                statement = _spoken(statement, value)
            case Side():
                statement = _sided(statement, value)
            case Location():
                statement = replace(statement, places=_placed(statement, value))
            case Number():
                statement = replace(statement, figures=_counted(statement, value))
            case Days():
                statement = replace(statement, time=_timed(statement, value))
    return statement


def _spoken(statement: Statement, value: Speaker) -> Statement:
    """Nobody but the outlet answers where it is fixed to be the outlet without a name, and somebody does elsewhere."""
    before = statement.origin
    origin = Origin(value.name, value.kind, before.side, value.role, before.span if value.name == before.name else None)
    own = value.kind is OriginKind.OUTLET and value.name is None
    voice = Voice.OUTLET if own else Voice.INDIRECT if statement.voice is Voice.OUTLET else statement.voice
    return replace(statement, origin=origin, voice=voice)


def _sided(statement: Statement, value: Side) -> Statement:
    """Whom the content serves was reckoned for the side as read: for another it is open until somebody says."""
    interest = statement.interest if value.side == statement.origin.side else Interest.UNKNOWN
    return replace(statement, origin=replace(statement.origin, side=value.side), interest=value.interest or interest)


def _placed(statement: Statement, value: Location) -> tuple[Place, ...]:
    at = next((n for n, place in enumerate(statement.places) if place.text == value.instead_of), None)
    before = statement.places[at] if at is not None else None
    made = None if value.name is None else _place(statement, value, before)
    if value.instead_of is None or at is None:
        rest = () if value.instead_of is None else statement.places
        return rest if made is None else (*rest, made)
    return tuple(each for n, place in enumerate(statement.places) if (each := made if n == at else place) is not None)


def _place(statement: Statement, value: Location, before: Place | None) -> Place:
    if before is None and len(statement.places) == 1:
        before = statement.places[0]
    known = value.lat is not None or value.geonames is not None
    span = before.span if before is not None else hull(statement.content)
    precision = (before.precision if before is not None else None) or "settlement"
    return Place(
        value.name or "", span, value.geonames, value.lat, value.lon, value.country, precision if known else None
    )


def _counted(statement: Statement, value: Number) -> tuple[Figure, ...]:
    at = next((n for n, figure in enumerate(statement.figures) if figure.text == value.instead_of), None)
    before = statement.figures[at] if at is not None else None
    made = None if value.value is None else _figure(statement, value, before)
    if value.instead_of is None or at is None:
        rest = () if value.instead_of is None else statement.figures
        return rest if made is None else (*rest, made)
    return tuple(
        each for n, figure in enumerate(statement.figures) if (each := made if n == at else figure) is not None
    )


def _figure(statement: Statement, value: Number, before: Figure | None) -> Figure:
    assert value.value is not None, "a number without a value is no figure"
    if before is None and len(statement.figures) == 1:
        before = statement.figures[0]
    if value.low is None and value.high is None:
        low: float | None = value.value
        high: float | None = value.value
    else:
        low, high = value.low, value.high
    comparator = Comparator.EQUAL
    if low is None or high is None:
        comparator = Comparator.AT_MOST if low is None else Comparator.AT_LEAST
    elif low != high:
        comparator = Comparator.ABOUT
    text = before.text if before is not None else " ".join(filter(None, (f"{value.value:g}", value.unit)))
    span = before.span if before is not None else hull(statement.content)
    unit = value.unit or (before.unit if before is not None else None)
    measure = value.measure or (before.measure if before is not None else None)
    return Figure(text, span, value.value, low, high, comparator, unit, measure)


def _timed(statement: Statement, value: Days) -> Time | None:
    if value.first is None and value.last is None:
        return None
    before = statement.time
    text = before.text if before is not None else ""
    return Time(text, before.span if before is not None else hull(statement.content), value.first, value.last)
