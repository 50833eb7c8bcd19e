"""What a number counts: the noun after it, what befell those counted, and whether the number only says when.

"More than 180,000 children were transferred": unit children. "Killed 23 people": unit people, measure "people killed".
Limit: the counted noun is found by its form (the first plural within seven words), not by a parser.
"""

from dataclasses import dataclass
from functools import lru_cache

from sayso.lexicon.load import table

PHRASE = 7
"""No counted noun in the gold stands more than six words after its number."""

NEAR = 12
"""Words within which an outcome ("killed", "destroyed") belongs to a figure."""


@dataclass(frozen=True, slots=True)
class Token:
    """A number, word or mark of a sentence, with its place in the text."""

    kind: str
    text: str
    low: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Tables:
    short_times: frozenset[str]
    long_times: frozenset[str]
    when_before: frozenset[str]
    when_after: frozenset[str]
    compound: frozenset[str]
    plain: frozenset[str]
    single: frozenset[str]
    plurals: dict[str, str]
    outcomes: dict[str, str]
    stops: frozenset[str]
    labels: frozenset[str]
    always_labels: frozenset[str]
    sizes: frozenset[str]


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    units = table("units")
    return _Tables(
        short_times=frozenset(units["short_times"]),
        long_times=frozenset(units["long_times"]),
        when_before=frozenset(units["when_before"]),
        when_after=frozenset(units["when_after"]),
        compound=frozenset(units["compound"]),
        plain=frozenset(units["plain"]),
        single=frozenset(units["single"]),
        plurals=units["plurals"],
        outcomes=units["outcomes"],
        stops=frozenset(units["stops"]),
        labels=frozenset(table("numbers")["labels"]),
        always_labels=frozenset(table("numbers")["always_labels"]),
        sizes=frozenset([*units["sizes"], *units["short_times"], *units["long_times"], *units["currencies"].values()]),
    )


def counted(tokens: list[Token], at: int) -> tuple[str | None, int]:
    """The noun that a number before this token counts, and the token after it: "rebel-held towns" gives "towns"."""
    known = _tables()
    if at < len(tokens) and tokens[at].text in "-–‑" and at + 1 < len(tokens):
        return _hyphenated(tokens, at + 1)
    if at + 1 < len(tokens) and tokens[at].low == "square":
        return f"square {tokens[at + 1].low}", at + 2
    for step in range(at, min(at + PHRASE, len(tokens))):
        token = tokens[step]
        if token.kind == "mark" and token.text in "[(\"“'" and step + 1 < len(tokens):
            continue
        if token.kind != "word":
            if token.text in "])\"”'" and step > at:
                continue
            break
        if token.low in known.stops:
            break
        if token.low in known.plain or _is_plural(token):
            return _named(token), step + 1
    return None, at


def _hyphenated(tokens: list[Token], at: int) -> tuple[str | None, int]:
    """ "24-hour" counts hours, "800-mile" miles."""
    unit = tokens[at].low
    return (_plural(unit.split("-")[0]), at + 1) if is_compound_unit(unit) else (None, at - 1)


def is_compound_unit(word: str) -> bool:
    """Whether a number can be joined to this unit by a hyphen: "hour", "year-old", "mile"."""
    known = _tables()
    return word.split("-")[0] in known.short_times | known.long_times | known.compound


def compound_unit(word: str) -> str | None:
    """The unit inside a word like "seven-year-old": years; None where there is none."""
    _, dash, unit = word.partition("-")
    return _plural(unit.split("-")[0]) if dash and is_compound_unit(unit) else None


def _plural(unit: str) -> str:
    return unit if unit.endswith("s") or unit in ("km", "mm", "cm", "kg", "percent") else unit + "s"


def _is_plural(token: Token) -> bool:
    low = token.low
    if not token.text[0].islower() and not low.endswith(("ians", "ans", "ers", "is", "ites", "ons", "ese")):
        return False
    return len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "'s", "’s", "sis", "ous"))


def _named(token: Token) -> str:
    people = ("dead", "wounded", "injured", "missing", "killed")
    return "people" if token.low in people else token.low if token.text[0].islower() else token.text


def is_label(tokens: list[Token], at: int) -> bool:
    """Whether the word before makes the number a label: "Resolution 1559", "Highway 5"."""
    if not at or tokens[at].kind != "number":
        return False
    before = tokens[at - 1]
    if before.text == "." and at > 1:
        before = tokens[at - 2]
        return before.low in ("no", "nos", "nr", "vol", "art")
    if before.low in _tables().labels:
        return before.text[0].isupper() or before.low in _tables().always_labels
    return False


def says_when(tokens: list[Token], at: int, end: int) -> bool:
    """Whether a number counts time that places the event ("for two years", "24 hours ago") and is no figure of it."""
    known = _tables()
    unit, stop = counted(tokens, end)
    hyphenated = end < len(tokens) and tokens[end].text in "-–‑"
    worded = tokens[at].low.partition("-")[2] if tokens[at].kind == "word" else ""
    if hyphenated or worded:
        return unit is None and hyphenated and not worded
    if unit in known.long_times:
        return not (tokens[stop - 1].low == "years" and stop < len(tokens) and tokens[stop].low == "old")
    if unit in known.short_times:
        before = {token.low for token in tokens[max(0, at - 3) : at]}
        return bool(before & known.when_before) or (stop < len(tokens) and tokens[stop].low in known.when_after)
    return False


def single_counts(tokens: list[Token], at: int, end: int) -> bool:
    """Whether "one" counts: "one civilian was killed", "at least one tank", "one of them"; not "one day", "no one"."""
    known = _tables()
    if tokens[at].low in ("a", "an"):
        return True
    if at >= 2 and (tokens[at - 2].low, tokens[at - 1].low) in (("at", "least"), ("more", "than"), ("up", "to")):
        return True
    if at >= 1 and tokens[at - 1].low in ("no", "the", "this", "that", "any", "every", "which", "each", "another"):
        return False
    if end < len(tokens) and tokens[end].low == "of":
        return end + 1 < len(tokens) and tokens[end + 1].low in ("them", "whom", "their", "its", "his", "our")
    nouns = {token.low for token in tokens[end : end + 3]}
    return bool(nouns & known.single) and any(
        token.low in known.outcomes for token in tokens[max(0, at - NEAR) : end + NEAR]
    )


def single_noun(tokens: list[Token], end: int) -> tuple[str, int] | None:
    """What "one" counts, in the plural, and the token after it: "one senior officer" counts officers."""
    for at in range(end, min(end + 3, len(tokens))):
        word = tokens[at].low
        if word in _tables().single:
            return _tables().plurals.get(word) or _plural(word), at + 1
    return None


def measure_of(tokens: list[Token], start: int, stop: int, unit: str | None) -> str | None:
    """The counted noun with what befell it: "settlements controlled"; the noun alone where nothing did."""
    known = _tables()
    if unit in known.sizes:
        return unit
    own = [(-1, known.outcomes[token.low]) for token in tokens[start:stop] if token.low in known.outcomes]
    around = [
        (away, known.outcomes[token.low])
        for words in (tokens[stop : stop + NEAR], tokens[max(0, start - NEAR) : start][::-1])
        for away, token in enumerate(words)
        if token.low in known.outcomes
    ]
    nearest = min(own + around, default=None, key=lambda pair: pair[0])
    return unit if nearest is None else f"{unit or 'people'} {nearest[1]}"
