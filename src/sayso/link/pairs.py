"""Pairs: how near two statements stand to each other, in an article and in time."""

from sayso.link.scopes import dated, happened
from sayso.model.filed import Filed

NEXT, NEAR, FAR = 260, 500, 1500
"""Code points between two statements of one article on one matter: the next, those about it, those it comes back to."""

DAYS, WEEK = 2, 7
"""Days between what two articles tell of one matter, and between what one article does."""

MONTH = 30
"""Days between what an article tells and its own writing, beyond which a word without a date is of something later."""

SHOWN = 90
"""Code points of a statement that a sentence quotes."""


def together(a: Filed, b: Filed) -> bool:
    """They stand in one article."""
    return a.statement.document == b.statement.document


def distance(a: Filed, b: Filed) -> int:
    """Code points between two statements of one article; nought where one begins before the other ends."""
    x, y = sorted((a.statement.content, b.statement.content))
    return max(0, y[0][0] - x[-1][1])


def on_days_that_meet(a: Filed, b: Filed) -> bool:
    """What they tell happened within days of each other; articles without a date are each of their own time."""
    x, y = happened(a), happened(b)
    if x is None or y is None:
        return together(a, b)
    return x.meets(y, WEEK if together(a, b) else DAYS)


def of_one_time(a: Filed, b: Filed) -> bool:
    """The same; but of two statements of one article, one that has no date of its own is of the time it tells of."""
    if together(a, b) and (dated(a) is None or dated(b) is None):
        x, y = happened(a), happened(b)
        return x is None or y is None or x.meets(y, MONTH)
    return on_days_that_meet(a, b)


def short(text: str) -> str:
    """The first words of a statement."""
    return text if len(text) <= SHOWN else text[: SHOWN - 2].rsplit(" ", 1)[0] + " …"
