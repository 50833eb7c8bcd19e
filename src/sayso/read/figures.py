"""Figures: the numbers that a statement claims, as worded and as values with bounds.

"Seizing about 386 square miles": text "about 386 square miles", value 386, comparator ~, between 347 and 425, unit
square miles, measure "area seized", converted 999.7 km². Years, dates, clock times, ordinals, labels ("Resolution
1559", "S-300") and spans of days or longer ("for two years", which say when) are no figures; ages and "a 24-hour
curfew" are.

Bounds, by one rule: an exact number is its own bounds; "about" reaches a tenth to either side, "nearly" a tenth below;
"at least" and "more than" are open above, "up to" and "under" open below; a range has its ends as bounds and its middle
as value. "Hundreds" is at least one hundred, "several dozen" at least three dozen. Limit: the measure is the counted
noun with what befell it by `read/outcomes`, not a parsed clause.
"""

import re
from dataclasses import dataclass, replace

from sayso.lexicon.load import table
from sayso.model.span import Span, Spans
from sayso.model.statement import Comparator, Figure
from sayso.read.conversions import converted
from sayso.read.measures import (
    Token,
    compound_unit,
    counted,
    is_bare_age,
    is_label,
    is_size,
    measure,
    says_when,
    single_counts,
    single_noun,
)
from sayso.read.numerals import Number, may_count, number_at, tokens_of, word_at, words
from sayso.read.outcomes import outcomes

ABOUT = 0.1
"""How far "about" reaches, as a share of the value: reporters round to one or two digits, so a tenth covers most."""

FIRST_YEAR, LIKELY_YEAR, LAST_YEAR = 1600, 1900, 2100
"""Bare four-digit numbers between these are years unless what follows is counted; before the second of them, only
where a word such as "in" or "since" says so (reports that lost their commas write 1800 for a count, too)."""

OLDEST = 120
"""No person's age in years is as high."""

_DASHES = frozenset("-–—‑")
_POINT_FOR_COMMA = re.compile(r"[1-9]\d{0,2}\.\d{3}")
"""Whole things cannot be counted in thousandths: the point is a continental writer's comma."""


@dataclass(frozen=True, slots=True)
class Count:
    """A figure among the tokens of its sentence: `first` is where its words start, `at` its number, `end` the token
    after the number, `stop` the one after what it counts."""

    first: int
    at: int
    end: int
    stop: int
    value: float
    low: float | None
    high: float | None
    comparator: Comparator
    unit: str | None


def figures(text: str, spans: Spans) -> tuple[Figure, ...]:
    """The figures in these spans of the text, in its order."""
    return tuple(figure for span in spans for figure in _in_span(text, span))


def _in_span(text: str, span: Span) -> list[Figure]:
    if not may_count(text, span):
        return []
    tokens = tokens_of(text, span)
    counts = counts_of(tokens)
    return [
        _figure(text, tokens, count, outcome) for count, outcome in zip(counts, outcomes(tokens, counts), strict=True)
    ]


def _figure(text: str, tokens: list[Token], count: Count, outcome: str | None) -> Figure:
    start, end = tokens[count.first].start, tokens[count.stop - 1].end
    return Figure(
        text=text[start:end],
        span=(start, end),
        value=count.value,
        low=count.low,
        high=count.high,
        comparator=count.comparator,
        unit=count.unit,
        measure=measure(tokens, count.end, count.stop, count.unit, outcome),
        converted=None if _is_money(tokens, count) else converted(count.value, count.low, count.high, count.unit),
    )


def _is_money(tokens: list[Token], count: Count) -> bool:
    """Whether "pounds" may be money: "a 500-pound bomb" and "two pounds of explosives" are weights."""
    joined = tokens[count.stop - 1].start == tokens[count.stop - 2].end or word_at(tokens, count.stop) == "of"
    return count.unit == "pounds" and not joined


def counts_of(tokens: list[Token]) -> list[Count]:
    """The figures among these tokens, in their order."""
    found: list[Count] = []
    labelled = False
    at = 0
    while at < len(tokens):
        number = number_at(tokens, at)
        if number is None:
            if tokens[at].kind == "word" and tokens[at].low != "and":
                labelled = False
            at += 1
            continue
        labelled = is_label(tokens, at) or (labelled and number.digits)
        if not labelled and not _no_figure(tokens, at, number):
            count = _as_before(tokens, found, _count(tokens, at, number))
            found.append(count)
            at = max(count.stop, number.end)
        else:
            at = number.end
    return found


def _as_before(tokens: list[Token], found: list[Count], count: Count) -> Count:
    """ "Up to 50 miles (80 km)": the same again in another unit, and as much at most."""
    before = found[-1] if found else None
    aside = count.first >= 1 and tokens[count.first - 1].text == "(" and before and before.stop == count.first - 1
    sized = before and before.unit and count.unit and is_size(before.unit) and is_size(count.unit)
    if not (aside and sized and before) or count.comparator is not Comparator.EQUAL or count.unit == before.unit:
        return count
    low, high = _bounds(
        count.value, before.comparator, before.comparator is Comparator.ABOUT and before.high == before.value
    )
    return replace(count, comparator=before.comparator, low=low, high=high)


def _no_figure(tokens: list[Token], at: int, number: Number) -> bool:
    """Whether the number is a date, a clock time, part of a name, or says when."""
    before, after = (tokens[at - 1] if at else None), (tokens[number.end] if number.end < len(tokens) else None)
    if at == 0 and after and number.digits and after.text in ".)" and number.end + 1 < len(tokens):
        return True  # the number of a paragraph
    if before and before.end == tokens[at].start and (before.kind == "word" or before.text in "/:#.&"):
        return True  # MH17, 24/7, 10:30
    if _is_joined(tokens, at) or ("/" in tokens[at].text and not _is_fraction(tokens, number)):
        return True  # S-300, 3/4
    if after and after.start == tokens[number.end - 1].end and number.digits:
        if _is_age(tokens, at, after):
            return False
        if after.text in ":/" or (after.kind == "word" and not _is_glued_unit(after)):
            return True  # 10:30, 47th
    if number.digits and _is_date(tokens, at, number):
        return True
    if tokens[at].low == "zero" and word_at(tokens, number.end) not in words().casualties:
        return True
    if not number.digits and _is_hour(tokens, at, number):
        return True
    if number.value == 1 and not number.digits and not single_counts(tokens, at, number.end):
        return True
    if _range_end(tokens, at, number):
        return False
    return says_when(tokens, at, number.end) or (not number.digits and _is_known_group(tokens, at, number))


def _is_fraction(tokens: list[Token], number: Number) -> bool:
    """Whether something is shared or counted: "3/4 of the city", "1/2 mile"; not "3/4" alone."""
    return (
        word_at(tokens, number.end) == "of"
        or counted(tokens, number.end)[0] is not None
        or (word_at(tokens, number.end) in table("units")["lengths"])
    )


def _is_joined(tokens: list[Token], at: int) -> bool:
    """Whether a dash without blanks joins the number to a word before it."""
    if at < 2 or tokens[at - 1].text not in _DASHES or not (tokens[at - 2].kind == "word" or _is_year_span(tokens, at)):
        return False
    return tokens[at - 2].end == tokens[at - 1].start and tokens[at - 1].end == tokens[at].start


def _is_hour(tokens: list[Token], at: int, number: Number) -> bool:
    """ "Opens at five", "shortly after three this afternoon"."""
    if not 1 <= number.value <= 12 or number.end != at + 1:
        return False
    after = tokens[number.end : number.end + 3]
    if any(token.low in ("morning", "afternoon", "evening", "o'clock", "o’clock") for token in after):
        return after[0].low in ("this", "in", "that", "the", "o'clock", "o’clock")
    return word_at(tokens, at - 1) == "at" and (not after or after[0].kind == "mark")


def _is_year_span(tokens: list[Token], at: int) -> bool:
    """ "2022-23"."""
    first, last = tokens[at - 2].text, tokens[at].text
    return len(first) == 4 and len(last) == 2 and first.isdecimal() and FIRST_YEAR <= int(first) <= LAST_YEAR


def _is_age(tokens: list[Token], at: int, after: Token) -> bool:
    """ "In their 60s"."""
    return after.low == "s" and 10 <= float(tokens[at].text) <= 100 and word_at(tokens, at - 1) in (
        "their", "his", "her", "early", "mid", "late",
    )  # fmt: skip


def _is_glued_unit(token: Token) -> bool:
    return token.low in table("units")["plain"]


def _is_date(tokens: list[Token], at: int, number: Number) -> bool:
    """ "August 6", "29 March", "in 2024", "2022–2025", "5 pm"; "2000 people" is none of them."""
    months = words().months
    before, after = word_at(tokens, at - 1), word_at(tokens, number.end)
    if before == ".":
        before = word_at(tokens, at - 2)
    whole = number.value == int(min(number.value, 1e12)) and number.end == at + 1
    if not whole:
        return False
    if after in ("am", "pm", "gmt", "utc") or (after in ("a", "p") and word_at(tokens, number.end + 1) == "."):
        return True
    if number.value <= 31 and ((before in months and before != "may") or after in months or _is_may(tokens, at - 1)):
        return True
    ranged = after in ("to", "and", "or", *_DASHES) and word_at(tokens, number.end + 2) in months
    if number.value <= 31 and ranged and word_at(tokens, number.end + 1).isdigit():
        return True  # "8-9 January"
    if number.value <= 31 and before in ("to", "and", *_DASHES) and word_at(tokens, at - 2).isdigit():
        return word_at(tokens, at - 3) in months
    if not (FIRST_YEAR <= number.value <= LAST_YEAR and len(tokens[at].text) == 4):
        return False
    if _comparator_before(tokens, at)[0] is not None:
        return False
    unit, _ = counted(tokens, number.end)
    if before in words().dated or before in months or before.isdigit():
        return True
    return unit is None and number.value >= LIKELY_YEAR


def _is_may(tokens: list[Token], at: int) -> bool:
    return at >= 0 and tokens[at].text == "May"


def _is_known_group(tokens: list[Token], at: int, number: Number) -> bool:
    """ "the two men", "both sides", "our two countries": names again what is known, and counts nothing new."""
    before = word_at(tokens, at - 1)
    if before in ("of",) and word_at(tokens, at - 2) in ("father", "mother", "parent"):
        return True
    definite = before in ("the", "these", "those", "all", "our", "their", "its", "both", "other", "his", "her", "my")
    if number.value <= 3 and definite:
        return True
    unit, _ = counted(tokens, number.end)
    return unit in ("sides", "countries", "nations", "parties") and number.value == 2


def _comparator_before(tokens: list[Token], at: int) -> tuple[str | None, int]:
    """The sign that the words before a number give, and the token where those words start."""
    before = words().before
    first = at - 1 if at and tokens[at - 1].text in words().currencies else at
    for length in (4, 3, 2, 1):
        if first >= length and (sign := before.get(tuple(token.low for token in tokens[first - length : first]))):
            return sign, first - length
    if at and tokens[at - 1].text in "~≈><≥≤":
        return {"≈": "~", "≥": ">=", "≤": "<="}.get(tokens[at - 1].text, tokens[at - 1].text), at - 1
    return None, first


def _count(tokens: list[Token], at: int, number: Number) -> Count:
    """The figure at a number that is one."""
    known = words()
    sign, start = _comparator_before(tokens, at)
    hedge = " ".join(token.low for token in tokens[start:at])
    end, value, low, high = number.end, number.value, None, None
    if other := _range_end(tokens, at, number):
        low, high, end, sign = value, other.value, other.end, "~"
        if number.scale == 1 and value * other.scale <= other.value:
            low = value * other.scale
        value = (low + high) / 2
        if word_at(tokens, start - 1) in ("between", "from"):
            start -= 1
    if not other and sign == ">" and tokens[start].low == "over" and _during(tokens, start, end):
        sign, start = None, at
    if sign is None and number.vague:
        sign = ">="
    if end < len(tokens) and tokens[end].text == "+":
        sign, end = sign or ">=", end + 1
    elif word_at(tokens, end) == "-" and word_at(tokens, end + 1) == "plus":
        sign, end = sign or ">=", end + 2
    unit, stop = _unit(tokens, at, end, number)
    if unit and not is_size(unit) and _POINT_FOR_COMMA.fullmatch(tokens[at].text):
        value *= 1000  # "12.500 troops"
    if end < len(tokens) and tokens[end].low == "s" and tokens[end].start == tokens[end - 1].end:
        sign, unit, stop = ">=", "years", end + 1
    for phrase, tail_sign in known.after.items():
        for tail in (end, stop):
            if tuple(token.low for token in tokens[tail : tail + len(phrase)]) == phrase:
                sign, stop = tail_sign, max(stop, tail + len(phrase))
    if unit is None and end == stop and 0 < value < OLDEST and is_bare_age(tokens, at, end):
        unit = "years"
    comparator = Comparator(sign or "=")
    if low is None and high is None:
        low, high = _bounds(value, comparator, hedge in known.short_of)
    return Count(start, at, end, stop, value, low, high, comparator, unit)


def _during(tokens: list[Token], start: int, end: int) -> bool:
    """Whether "over" is no comparison: "killed over 48 hours", "control over 400 square kilometres"."""
    return word_at(tokens, end) in table("units")["short_times"] or word_at(tokens, start - 1) in (
        "control", "authority", "power", "sovereignty", "influence", "command", "dispute",
    )  # fmt: skip


def _range_end(tokens: list[Token], at: int, number: Number) -> Number | None:
    """The second number of "10-15", "ten to fifteen", "between 10 and 15"; None where there is no range."""
    link = word_at(tokens, number.end)
    spaced = number.end + 1 < len(tokens)
    if not spaced or not (link in _DASHES or link in ("to", "and", "or")):
        return None
    if link in ("and", "or") and not (
        link == "and" and "between" in [word_at(tokens, at - back) for back in (1, 2, 3)]
    ):
        return None
    start = number.end + 1
    if tokens[start].text in words().currencies and start + 1 < len(tokens):
        start += 1
    other = number_at(tokens, start)
    if other is None or other.vague or other.share or other.value <= number.value:
        return None
    return other


def _unit(tokens: list[Token], at: int, end: int, number: Number) -> tuple[str | None, int]:
    """What is counted, and the token after it."""
    known = words()
    if number.share:
        return "percent", end
    if unit := compound_unit(tokens[at].low):
        return unit, end
    if word_at(tokens, end) in ("%", "percent", "pc"):
        return "percent", end + 1
    if word_at(tokens, end) == "per" and word_at(tokens, end + 1) == "cent":
        return "percent", end + 2
    if at and (money := known.currencies.get(tokens[at - 1].text) or known.codes.get(tokens[at - 1].low)):
        return money, end
    if word_at(tokens, end) == "of" and word_at(tokens, end + 1) in ("them", "whom"):
        return _unit_of_part(tokens, end + 2), end
    if number.vague and word_at(tokens, end) == "of":
        counts, stop = counted(tokens, end + 1)
        return (counts, stop) if counts else (None, end)
    if number.value <= 1 and word_at(tokens, end) in table("units")["lengths"]:
        return f"{word_at(tokens, end)}s", end + 1
    if number.value == 1 and (named := single_noun(tokens, end)):
        return named
    counts, stop = counted(tokens, end)
    return (counts, stop) if counts else (None, end)


def _unit_of_part(tokens: list[Token], at: int) -> str | None:
    """ "Six of them children", "one of whom was a soldier"; None where what they are is not told."""
    while word_at(tokens, at) in ("were", "was", "are", "is"):
        at += 1
    if word_at(tokens, at) in ("a", "an"):
        named = single_noun(tokens, at + 1)
        return named[0] if named else None
    return counted(tokens, at)[0]


def _bounds(value: float, comparator: Comparator, short_of: bool) -> tuple[float | None, float | None]:
    if comparator in (Comparator.MORE, Comparator.AT_LEAST):
        return value, None
    if comparator in (Comparator.LESS, Comparator.AT_MOST):
        return None, value
    if comparator is Comparator.ABOUT:
        return round(value * (1 - ABOUT), 6), value if short_of else round(value * (1 + ABOUT), 6)
    return value, value
