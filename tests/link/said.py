"""Statements for tests: what somebody on an invented front said, as linking gets it from reading."""

from datetime import date

from sayso.model.document import Interval
from sayso.model.filed import Filed
from sayso.model.statement import (
    Attitude,
    Certainty,
    Comparator,
    Event,
    Figure,
    Origin,
    OriginKind,
    Place,
    Statement,
    Time,
    Voice,
)

MARCH = date(2024, 3, 14)


def said(
    words: str,
    *,
    by: str | None = None,
    side: str = "unknown",
    article: str = "a",
    name: str = "",
    on: date = MARCH,
    at: int = 0,
    event: Event | None = None,
    places: tuple[str, ...] = (),
    days: tuple[date, date] | None = None,
    killed: int | None = None,
    wounded: int | None = None,
    settlements: int | None = None,
    certainty: Certainty = Certainty.CERTAIN,
    attitude: Attitude | None = None,
    meaning: bytes | None = None,
) -> Filed:
    """A statement in these words, of an article of that day."""
    counted = (
        (killed, "people", "people killed"),
        (wounded, "people", "people wounded"),
        (settlements, "settlements", "settlements captured"),
    )
    figures = tuple(
        Figure(f"{n} {unit}", (at, at + 1), n, n, n, Comparator.EQUAL, unit, measure)
        for n, unit, measure in counted
        if n is not None
    )
    statement = Statement(
        id=f"{article}{name or f'#{at}'}",
        document=article,
        content=((at, at + len(words)),),
        source=(),
        cue=(),
        voice=Voice.INDIRECT if by else Voice.OUTLET,
        origin=Origin(by, OriginKind.PERSON if by else OriginKind.OUTLET, side),
        certainty=certainty,
        event=event,
        attitude=attitude,
        places=tuple(Place(place, (at, at + 1)) for place in places),
        time=Time("", (at, at), *days) if days else None,
        figures=figures,
    )
    return Filed(statement, words, words, Interval(on, on, ()), meaning=meaning)
