"""What a number counts: the noun after it, what befell those counted, and whether the number only says when.

"More than 180,000 children were transferred": unit children. "Killed 23 people": unit people, measure "people killed".
Limit: the counted noun is found by its form (the first plural within seven words), not by a parser.
"""

from dataclasses import dataclass
from functools import lru_cache

from sayso.lexicon.load import lists, table

PHRASE = 7
"""No counted noun in the gold stands more than six words after its number."""

DEAD = "killed"
"""The outcome of the dead, in the words of a measure."""

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
    outcomes: frozenset[str]
    stops: frozenset[str]
    labels: frozenset[str]
    always_labels: frozenset[str]
    sizes: frozenset[str]
    areas: dict[str, str]
    whoever: frozenset[str]
    weapons: frozenset[str]
    done_by_weapons: frozenset[str]
    persons: frozenset[str]
    directions: frozenset[str]
    whose: frozenset[str]


_LISTS = (
    "short_times long_times when_before when_after compound plain single whose stops whoever weapons done_by_weapons "
    "directions"
)


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    units = table("units")
    return _Tables(
        **lists("units", _LISTS),
        **lists("numbers", "labels always_labels"),
        plurals=units["plurals"],
        outcomes=frozenset(
            word for ways in table("outcomes")["outcomes"].values() for listed in ways.values() for word in listed
        ),
        areas=units["areas"],
        persons=frozenset(
            word for kind in ("children", "women", "fighters", "civilians", "people") for word in table("toll")[kind]
        ),
        sizes=frozenset([*units["sizes"], *units["short_times"], *units["long_times"], *units["currencies"].values()]),
    )


def counted(tokens: list[Token], at: int) -> tuple[str | None, int]:
    """The noun that a number before this token counts, and the token after it: "rebel-held towns" gives "towns"."""
    known = _tables()
    if at < len(tokens) and tokens[at].text in "-–‑" and at + 1 < len(tokens):
        return _hyphenated(tokens, at + 1)
    if unit := _size(tokens, at):
        return unit
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


def _size(tokens: list[Token], at: int) -> tuple[str, int] | None:
    """ "Square miles", "sq km", "km²", "nautical miles", "miles per hour"."""
    first = tokens[at].low if at < len(tokens) else ""
    second = tokens[at + 1].low if at + 1 < len(tokens) else ""
    areas = _tables().areas
    if first in ("square", "sq"):
        stop = at + 2 + (second == ".")
        unit = tokens[stop - 1].low if stop <= len(tokens) else ""
        return (f"square {areas.get(unit, unit)}", stop) if unit in areas or (first == "square" and unit) else None
    if first.endswith("²") and first in areas:
        return f"square {areas[first]}", at + 1
    if second in ("2", "²") and first in areas and tokens[at].end == tokens[at + 1].start:
        return f"square {areas[first]}", at + 2
    if first == "nautical" and second in ("mile", "miles"):
        return "nautical miles", at + 2
    if first == "miles" and second in ("per", "an") and at + 2 < len(tokens) and tokens[at + 2].low == "hour":
        return "miles per hour", at + 3
    return None


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
    if unit in ("foot", "inch"):
        return {"foot": "feet", "inch": "inches"}[unit]
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
    if hyphenated and end + 1 < len(tokens) and tokens[end + 1].low in ("strong", "plus", "odd"):
        return False
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


def is_size(unit: str) -> bool:
    """Whether a unit is one of length, weight, money, time and the like, which nothing befalls."""
    return unit in _tables().sizes or unit.startswith("square ")


def measure(tokens: list[Token], end: int, stop: int, unit: str | None, outcome: str | None) -> str | None:
    """What is counted, whose, and what befell it: "Varnian soldiers captured"; the noun alone where nothing did."""
    known = _tables()
    if unit and is_size(unit):
        return _size_measure(tokens, end, stop, unit, outcome)
    noun = unit or ("people" if outcome else None)
    if noun is None:
        return None
    low = noun.lower()
    if low in known.whoever and outcome:
        noun = "people"
    elif low in known.weapons and outcome in known.done_by_weapons:
        outcome = None
    elif low in known.persons:
        noun, outcome = low, DEAD if outcome == "destroyed" else outcome
    if outcome and noun.startswith(outcome[:6]):  # protesters protesting
        outcome = None
    if unit and stop > end and noun != "people":
        whose = [token.text for token in tokens[end : stop - 1] if token.kind == "word" and _tells_whose(token)]
        noun = " ".join([*whose[-3:], noun])
    return f"{noun} {outcome}" if outcome else noun


def _size_measure(tokens: list[Token], end: int, stop: int, unit: str, outcome: str | None) -> str:
    """What a size is of: "area seized", "distance", "share of Karsk", "age", "duration"."""
    known = _tables()
    after = tokens[stop].low if stop < len(tokens) else ""
    if unit.startswith("square "):
        return f"area {outcome}" if outcome else "area"
    if unit == "percent":
        return " ".join(["share", *_of_what(tokens, stop)]) if after == "of" else "share"
    if unit == "years":
        old = any(token.low.endswith("old") for token in tokens[end - 1 : stop + 1])
        bare = end == stop and tokens[end - 1].kind == "number"
        return "age" if old or bare or tokens[stop - 1].low == "s" else "duration"
    if unit in known.short_times | known.long_times:
        return "duration"
    return "distance" if after in known.directions else unit


def _of_what(tokens: list[Token], at: int) -> list[str]:
    """ "Of Karsk", "of the population"."""
    found = ["of"]
    for token in tokens[at + 1 : at + 5]:
        if token.kind != "word" or (token.low in _tables().stops and token.low not in ("the", "its", "their")):
            break
        found.append(token.text)
        if token.low not in ("the", "its", "their") and not token.text[0].isupper():
            break
    return found if len(found) > 1 else []


def is_bare_age(tokens: list[Token], at: int, end: int) -> bool:
    """ "Mira Dol, 39, left", "aged 12", "at the age of 15": a person's age without its unit."""
    before = [token.low for token in tokens[max(0, at - 2) : at]]
    if before[-1:] == ["aged"] or before == ["age", "of"]:
        return True
    named = at > 1 and before[-1] == "," and tokens[at - 2].kind == "word" and tokens[at - 2].text[0].isupper()
    return named and (end == len(tokens) or tokens[end].text in ",.;)")


def _tells_whose(token: Token) -> bool:
    return token.text[0].isupper() or token.low.startswith(("pro-", "anti-")) or token.low in _tables().whose
