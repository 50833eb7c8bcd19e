"""The figures sheet: every figure of a pile in a row of its own, none averaged, none left out.

    killed, Belomir   23–      health department of Tarn region, Ostrel   said 15 March 2024   coded 23
                      40–      Ostrel's emergency service, Ostrel         said 16 March 2024   coded 40
                      17–17    Varnia, Varnia                             said 16 March 2024   coded 17
    over all          17–                                                                      coded 17

`coded` is how ACLED's codebook has a report's number of people written down: tens 10, dozens 12, hundreds 100, several
3, and "at least 23" 23. Of several reports it takes the most conservative. That is its rule and no finding of
ours: it stands beside the range and never in its place. Limit: "up to 50" bounds nothing from below and is not coded.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from math import isinf

from sayso.lexicon.contrary import passes_on_denial
from sayso.lexicon.counting import Fit, Measured, asked, elided, is_replaced, measured_in, outcome_fit, phrases
from sayso.lexicon.load import table
from sayso.lexicon.placewords import name_of
from sayso.model.bounds import bounds
from sayso.model.document import Interval
from sayso.model.filed import Filed
from sayso.model.statement import Certainty, Comparator, Figure, OriginKind, Time, Voice

BEFORE = 40
"""Code points before a number in which a report says that it gives it up."""

_PRODUCT = re.compile(r"\b(?:tens|dozens|hundreds|thousands) of (?:thousands|millions)\b", re.I)

CODEBOOK = "ACLED codebook: the most conservative number reported; tens 10, dozens 12, hundreds 100, several 3"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One figure: what it counts, its bounds (None is open), who gives it, for when, said when, and where it stands.

    `earlier`: the report itself gives the number up for a later one; `denied`: it is told only to be denied.
    """

    statement: str
    document: str
    location: str
    outlet: str | None
    text: str
    measure: str
    counted: str
    whose: tuple[str, ...]
    places: tuple[str, ...]
    value: float
    low: float | None
    high: float | None
    unit: str | None
    who: str
    side: str
    as_of: Time | None
    said: Interval
    coded: int | None
    earlier: bool = False
    denied: bool = False


@dataclass(frozen=True, slots=True)
class SheetRange:
    """What the rows give together: the least and the most that any allows (None is open), and the codebook's number."""

    low: float | None
    high: float | None
    coded: int | None
    rows: int
    rule: str = CODEBOOK


def sheet(filed: Iterable[Filed], measure: str | None = None, place: str | None = None) -> tuple[SheetRow, ...]:
    """Every figure, of one measure ("killed") and place ("Karsk") where they are given, by day and by who says it."""
    wanted = asked(measure) if measure else None
    rows = [
        row
        for one in filed
        if place is None or _is_at(one, place)
        for figure in one.statement.figures
        if (row := _row(one, figure, wanted)) is not None
    ]
    return tuple(sorted(rows, key=_order))


def over_all(rows: Iterable[SheetRow]) -> SheetRange:
    """The range of the rows and their most conservative number; rows given up or denied are left out."""
    kept = [row for row in rows if not (row.earlier or row.denied)]
    coded = [row.coded for row in kept if row.coded is not None]
    low = min((row.low for row in kept if row.low is not None), default=None)
    ends = [row.high for row in kept]
    high = None if None in ends else max((end for end in ends if end is not None), default=None)
    return SheetRange(low, high, min(coded, default=None), len(kept))


def coded(figure: Figure) -> int | None:
    """The number that the codebook has a coder write for a figure; None where the words bound it only from above."""
    vague = [_codes()[found.group().lower()] for found in _words().finditer(figure.text)]
    if vague and not re.search(r"\d", figure.text):
        product = _PRODUCT.search(figure.text)  # "tens of thousands"
        return int(figure.low or max(vague)) if product else max(vague)
    if figure.comparator in (Comparator.LESS, Comparator.AT_MOST):
        return None
    if figure.comparator is Comparator.EQUAL and figure.low is not None:
        return int(figure.low)
    return int(figure.value)


def _row(filed: Filed, figure: Figure, wanted: Measured | None) -> SheetRow | None:
    statement = filed.statement
    found = measured_in(filed.words, figure.measure, figure.unit)
    if not found.counted and (of := elided(filed.words)):
        found = measured_in(filed.words, None, of)
    if wanted is not None and not _answers(found, wanted):
        return None
    span = bounds(figure)
    at = filed.sentence.find(figure.text)
    return SheetRow(
        statement=statement.id,
        document=statement.document,
        location=filed.location,
        outlet=filed.outlet,
        text=figure.text,
        measure=found.outcome or figure.measure or "",
        counted=found.counted,
        whose=tuple(sorted(found.whose)),
        places=tuple(place.text for place in statement.places),
        value=figure.value,
        low=None if isinf(span.low) else span.low,
        high=None if isinf(span.high) else span.high,
        unit=span.unit,
        who=_who(filed),
        side=statement.origin.side,
        as_of=statement.time,
        said=filed.published,
        coded=coded(figure) if found.is_people else None,
        earlier=at >= 0 and is_replaced(filed.sentence[max(0, at - BEFORE) : at + len(figure.text)]),
        denied=statement.certainty is Certainty.DENIED or passes_on_denial(filed.words, filed.sentence),
    )


def _answers(found: Measured, wanted: Measured) -> bool:
    """The figure counts what is asked for: "killed" any dead, "soldiers killed" none but fighters."""
    if wanted.outcome and outcome_fit(found, wanted) is not Fit.SAME:
        return False
    return wanted.counted in ("", found.counted)


def _is_at(filed: Filed, place: str) -> bool:
    asked = name_of(place)
    return any(name_of(each.text) == asked for each in filed.statement.places)


def _who(filed: Filed) -> str:
    origin = filed.statement.origin
    if origin.name and origin.kind is not OriginKind.UNSTATED:
        return origin.name
    return (filed.outlet or "the outlet") if filed.statement.voice is Voice.OUTLET else "not named"


def _order(row: SheetRow) -> tuple[date, str, str, float, str, str]:
    day = row.said.latest or row.said.earliest or date.min
    return day, row.measure, row.who, row.value, row.text, row.statement


@cache
def _codes() -> dict[str, int]:
    return {str(word): int(number) for word, number in table("conflict_coding").items()}


@cache
def _words() -> re.Pattern[str]:
    return phrases(tuple(_codes()))
