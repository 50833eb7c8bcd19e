"""Briefs: a claim as a list shows it, in one small cell however many articles print it, and its place in each order.

"31 settlements are held", echoed, contested; the ministry (Varnia); Tarn; 13–17 March; 3 articles.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sayso.model.claim import Claim, Standing
from sayso.model.filed import Filed
from sayso.model.statement import Interest, OriginKind, Statement

SHOWN = 8
"""Roots of a brief: more marks than these are counted and not looked at one by one."""
PLACES = 3

FIRST = {Standing.ECHOED: 0, Standing.ONE_SIDED: 1}
"""Standings that mislead most, and so come first: many pages, and one root or one side behind them."""

UNDATED = 9_999_999
"""The day, counted as `date.toordinal` does, of what has none: after all others."""

_MOST, _MOST_ROOTS = (1 << 24) - 1, (1 << 14) - 1


class Order(StrEnum):
    """In what order claims are listed: by what most needs a person, the newest said, the most articles, or roots."""

    NEED = "need"
    NEWEST = "newest"
    ARTICLES = "articles"
    ROOTS = "roots"


COLUMNS = {Order.NEED: "by_need", Order.NEWEST: "by_day", Order.ARTICLES: "by_articles", Order.ROOTS: "by_roots"}
"""The column that keeps each order, the least number first."""


@dataclass(frozen=True, slots=True)
class BriefRoot:
    """A root in a list: who, of what kind and side, whether it serves its side, and how many statements it has."""

    name: str | None
    kind: OriginKind
    side: str
    interest: Interest
    statements: int
    own_voice: bool = False


@dataclass(frozen=True, slots=True)
class Brief:
    """A claim in a list: `roots` are the first of `of_roots`, those who answer for it before outlets' own voices.

    `start` and `end` are the days of which it is told, `first` and `last` those on which articles told it.
    """

    id: str
    text: str
    standing: Standing
    contested: bool
    articles: int
    statements: int
    of_roots: int
    roots: tuple[BriefRoot, ...] = ()
    places: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    first: date | None = None
    last: date | None = None


def brief(claim: Claim, filed: Sequence[Filed]) -> Brief:
    """The brief of a claim that these statements make."""
    roots = sorted(claim.roots, key=lambda root: (root.own_voice, -len(root.statements), root.name or ""))
    places = Counter(place.text for each in filed for place in each.statement.places)
    times = [each.statement.time for each in filed if each.statement.time is not None]
    starts = [day for time in times if (day := time.start or time.end) is not None]
    ends = [day for time in times if (day := time.end or time.start) is not None]
    said = [day for each in filed if (day := day_said(each)) is not None]
    return Brief(
        claim.id,
        claim.text,
        claim.standing,
        claim.contested,
        len({each.statement.document for each in filed}),
        len(claim.statements),
        len(claim.roots),
        tuple(
            BriefRoot(root.name, root.kind, root.side, root.interest, len(root.statements), root.own_voice)
            for root in roots[:SHOWN]
        ),
        tuple(sorted(places, key=lambda text: (-places[text], text))[:PLACES]),
        min(starts, default=None),
        max(ends, default=None),
        min(said, default=None),
        max(said, default=None),
    )


def day_said(filed: Filed) -> date | None:
    """The day by which its article must have been written, or from which on it may have been."""
    return filed.published.latest or filed.published.earliest


def days_told(statement: Statement, published: tuple[date | None, date | None]) -> tuple[date, date] | None:
    """The days that it tells of, else those on which its article was written; an open end reaches as far as days go."""
    time = statement.time
    start, end = (time.start, time.end) if time is not None and (time.start or time.end) else published
    return None if start is None and end is None else (start or date.min, end or date.max)


def orders(made: Brief) -> dict[str, int]:
    """Its place in each order, by the column that keeps it; of the same place the lesser id comes first."""
    need = (0 if made.contested else len(FIRST) + 1) + FIRST.get(made.standing, len(FIRST))
    told = _least(made.articles) << 24 | _least(made.statements)
    return {
        "by_need": need << 48 | told,
        "by_day": UNDATED - (made.last.toordinal() if made.last else 0),
        "by_articles": told,
        "by_roots": (_MOST_ROOTS - min(made.of_roots, _MOST_ROOTS)) << 48 | told,
    }


def _least(number: int) -> int:
    """The more, the less."""
    return _MOST - min(number, _MOST)
