"""Statements of an invented war, as linking sees them, for tests of conflicts and of the figures sheet."""

from datetime import date

from sayso.model.document import UNDATED, Interval
from sayso.model.filed import Filed
from sayso.model.statement import (
    Basis,
    Certainty,
    Comparator,
    Converted,
    Figure,
    Origin,
    OriginKind,
    Place,
    Statement,
    Time,
    Voice,
)

MARCH = 3


def on(day: int) -> date:
    """A day of March 2024."""
    return date(2024, MARCH, day)


def figure(
    text: str,
    value: float,
    measure: str | None = "people killed",
    unit: str | None = "people",
    comparator: Comparator = Comparator.EQUAL,
    converted: Converted | None = None,
) -> Figure:
    """A figure with the bounds that the reader gives it."""
    low: float | None = value
    high: float | None = value
    if comparator in (Comparator.MORE, Comparator.AT_LEAST):
        high = None
    elif comparator in (Comparator.LESS, Comparator.AT_MOST):
        low = None
    elif comparator is Comparator.ABOUT:
        low, high = value * 0.9, value * 1.1
    return Figure(text, (0, 0), value, low, high, comparator, unit, measure, converted)


def told(
    words: str,
    by: str | None = "Ostrel's emergency service",
    side: str = "Ostrel",
    *,
    day: int | None = 16,
    of: int | tuple[int, int] | None = None,
    at: str | tuple[str, ...] = "Belomir",
    figures: tuple[Figure, ...] = (),
    document: str | None = None,
    start: int = 0,
    certainty: Certainty = Certainty.CERTAIN,
    kind: OriginKind = OriginKind.ORGANIZATION,
    basis: Basis = Basis.OFFICIAL,
    sentence: str | None = None,
    outlet: str | None = None,
) -> Filed:
    """A statement told on a day of March 2024, `of` a day or days of it; each in an article of its own if not told."""
    document = document or f"doc {words} {by} {day}"
    time = None
    if of is not None:
        first, last = (of, of) if isinstance(of, int) else of
        time = Time("", (0, 0), on(first), on(last))
    places = tuple(Place(name, _span(words, name, start)) for name in ((at,) if isinstance(at, str) else at) if name)
    placed = tuple(
        Figure(
            f.text, _span(words, f.text, start), f.value, f.low, f.high, f.comparator, f.unit, f.measure, f.converted
        )
        for f in figures
    )
    statement = Statement(
        id=f"{document}#{start} {words[:40]} {by}",
        document=document,
        content=((start, start + len(words)),),
        source=(),
        cue=(),
        voice=Voice.INDIRECT if by else Voice.OUTLET,
        origin=Origin(by, kind if by else OriginKind.OUTLET, side),
        basis=basis,
        certainty=certainty,
        places=places,
        time=time,
        figures=placed,
    )
    published = UNDATED if day is None else Interval(on(day), on(day), ())
    return Filed(statement, words, sentence or words, published, outlet, f"{document}.txt")


def _span(words: str, part: str, start: int) -> tuple[int, int]:
    at = words.find(part)
    return (10**6, 10**6 + len(part)) if at < 0 else (start + at, start + at + len(part))
