"""When two values of a field count as the same: names, sides, days, figures."""

from datetime import date
from typing import Any

from evals.quotes import Row, forms

_LIGHT = frozenset({"the", "a", "an", "of", "mr", "mrs", "ms"})
_FIXED_SIDES = ("none", "unknown", None)
_COMPARATORS = {"≈": "~", "about": "~", "more than": ">", "over": ">"}
OPEN_END_DAYS = 31
PUBLISHED_DAYS = 45


def names_alike(a: str | None, b: str | None) -> bool:
    """At least half of the shorter name's words stand in the other: "Zorin" is "Colonel Ilya Zorin"."""
    left, right = _name_words(a), _name_words(b)
    if not left or not right:
        return not left and not right
    return len(left & right) / min(len(left), len(right)) >= 0.5


def sides_alike(a: str | None, b: str | None) -> bool:
    """Country codes, `none` and `unknown` to the letter; a party that is no state by its name."""
    if a in _FIXED_SIDES or b in _FIXED_SIDES:
        return a == b
    assert a is not None
    assert b is not None
    return a == b if 2 in (len(a), len(b)) else names_alike(a, b)


def chains_alike(a: list[Row], b: list[Row]) -> bool:
    """As many relays, of the same names, in the same order."""
    return len(a) == len(b) and all(names_alike(x.get("name"), y.get("name")) for x, y in zip(a, b, strict=True))


def times_alike(a: Row, b: Row) -> bool:
    """The intervals share at least half of their days; an end open in one is open in both, else within a month."""
    if any(bool(a.get(end)) != bool(b.get(end)) for end in ("from", "to")):
        return False
    if not (a.get("from") and a.get("to")):
        return all(abs(days(a[end], b[end])) <= OPEN_END_DAYS for end in ("from", "to") if a.get(end))
    both = 1 + days(max(a["from"], b["from"]), min(a["to"], b["to"]))
    either = 1 + days(min(a["from"], b["from"]), max(a["to"], b["to"]))
    return both > 0 and 2 * both >= either


def published_alike(gold: Row, read: Row) -> bool:
    """The intervals meet, and the one read is no longer than twice the gold's, or 45 days."""
    if not (read.get("earliest") and read.get("latest")):
        return False
    meet = read["earliest"] <= gold["latest"] and read["latest"] >= gold["earliest"]
    longest = max(PUBLISHED_DAYS, 2 * days(gold["earliest"], gold["latest"]))
    return bool(meet and days(read["earliest"], read["latest"]) <= longest)


def attitudes_alike(a: Row | None, b: Row | None) -> bool:
    """The same polarity and holder."""
    if not a or not b:
        return False
    return a.get("polarity") == b.get("polarity") and names_alike(a.get("holder"), b.get("holder"))


def figure(row: Row) -> tuple[float | None, str]:
    """A figure as value and comparator, which is what is compared."""
    worded = row.get("comparator")
    comparator = _COMPARATORS.get(worded, worded) if worded else "="
    try:
        return round(float(row["value"]), 6), str(comparator)
    except (KeyError, TypeError, ValueError):
        return None, str(comparator)


def place(value: Any) -> str:
    """A place as written: gold gives the words, a reading gives them with where they are."""
    return value if isinstance(value, str) else str(value["text"])


def days(a: str, b: str) -> int:
    """Days from one ISO day to another."""
    return (date.fromisoformat(b) - date.fromisoformat(a)).days


def _name_words(name: str | None) -> frozenset[str]:
    return frozenset(forms(name or "")) - _LIGHT
