"""Corrections: a statement as it is once people have fixed what the reader read in it.

The ministry's "41 villages" of unknown side, fixed to Ostrel's: the same statement, of the same words, with another
side. Spans stay those of the words that were read; a value that nobody read in words points at the whole content. What
people added stands beside what was read, unless that has it too: then it is that one.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from sayso.model.judgement import (
    ADDED,
    FIELDS,
    Days,
    Judgement,
    JudgementKind,
    Location,
    Number,
    Side,
    Speaker,
    Value,
    called,
    part_of,
)
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

Thing = TypeVar("Thing", Place, Figure)
InParts = tuple[tuple[str, Thing], ...]
"""Places or figures, each with its part: its words as read, what people added it as, or empty for all as read."""


def corrected(statement: Statement, values: Iterable[Value]) -> Statement:
    """A statement as read with these values in their order, what was added last."""
    made = tuple(values)
    places, figures = placed(statement, made), counted(statement, made)
    statement = replace(statement, places=tuple(each for _, each in places))
    statement = replace(statement, figures=tuple(each for _, each in figures))
    for value in made:
        match value:
            case Speaker():
                statement = _spoken(statement, value)
            case Side():
                statement = _sided(statement, value)
            case Days():
                statement = replace(statement, time=_timed(statement, value))
    return statement


def latest(made: Iterable[Judgement]) -> tuple[Value, ...]:
    """Of these judgements on a statement, the earliest first: of each field, and each part of it, the last value.

    What was added stays in the order in which it was, however it was fixed since.
    """
    values: dict[tuple[JudgementKind, str], Value] = {}
    for each in made:
        if each.kind in FIELDS and each.value is not None:
            if not each.part.startswith(ADDED):
                values.pop((each.kind, each.part), None)
            values[each.kind, each.part] = each.value
    return tuple(values.values())


def placed(statement: Statement, values: Iterable[Value]) -> InParts[Place]:
    """The places of a statement as read, with these values, and by which part each is fixed again."""

    def made(value: Location | Number, before: Place | None) -> Place | None:
        return _place(statement, value, before) if isinstance(value, Location) and value.name is not None else None

    found = [value for value in values if isinstance(value, Location)]
    return _parted([(each.text, each) for each in statement.places], found, made)


def counted(statement: Statement, values: Iterable[Value]) -> InParts[Figure]:
    """The figures of a statement as read, with these values, and by which part each is fixed again."""

    def made(value: Location | Number, before: Figure | None) -> Figure | None:
        return _figure(statement, value, before) if isinstance(value, Number) and value.value is not None else None

    found = [value for value in values if isinstance(value, Number)]
    return _parted([(each.text, each) for each in statement.figures], found, made)


def _parted(
    read: Sequence[tuple[str, Thing]],
    values: Sequence[Location | Number],
    make: Callable[[Location | Number, Thing | None], Thing | None],
) -> InParts[Thing]:
    kept = list(read)
    for value in sorted(values, key=lambda each: each.added is not None):
        part = part_of(value)
        if value.added is None and value.instead_of is None:
            made = make(value, kept[0][1] if len(kept) == 1 else None)
            kept = [] if made is None else [(part, made)]
            continue
        at = next((n for n, (known, _) in enumerate(kept) if known == part), None)
        if at is None and value.added is None:
            at = next((n for n, (_, each) in enumerate(kept) if each.text == value.instead_of), None)
        made = make(value, None if at is None else kept[at][1])
        if at is None and made is not None:
            at = next(
                (n for n, (_, each) in enumerate(kept) if value.added is not None and each.text == made.text), None
            )
        if at is None:
            kept += [] if made is None else [(part, made)]
        else:
            kept[at : at + 1] = [] if made is None else [(part, made)]
    return tuple(kept)


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


def _place(statement: Statement, value: Location, before: Place | None) -> Place:
    known = value.lat is not None or value.geonames is not None
    span = before.span if before is not None else hull(statement.content)
    precision = value.precision or (before.precision if before is not None else None) or "settlement"
    return Place(
        value.name or "", span, value.geonames, value.lat, value.lon, value.country, precision if known else None
    )


def _figure(statement: Statement, value: Number, before: Figure | None) -> Figure:
    assert value.value is not None, "a number without a value is no figure"
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
    text = before.text if before is not None else called(value)
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
