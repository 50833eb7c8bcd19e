"""Time expressions as TIMEX3 has them: where they stand, their type, and their value given the day of writing.

"The army left Karsk last Tuesday", written on 14 March 2024, holds one: "last Tuesday", DATE, 2024-03-12. A text is cut
into words, each word becomes one character, and the rules of lexicon/timex.yaml run over the characters. The limit
accepted: rules see no grammar; whether "on Friday" lies ahead is read off the nearest verb (ISO-TimeML; TempEval-3).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from sayso.lexicon.load import table
from sayso.model.span import Span
from sayso.read import timex_counts as counts
from sayso.read import timex_days as days
from sayso.read import timex_periods as periods
from sayso.read.timex_scene import Found, Read, Scene, Word, sentence_ahead

_TOKEN = re.compile(
    r"(?P<gap>\n\s*\n)"
    r"|(?P<ISO>(?:1[5-9]|20)\d\d-\d\d-\d\d(?!\d))"
    r"|(?P<SLASH>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?!\d))"
    r"|(?P<CLOCK>\d{1,2}\s?:\s?\d\d(?::\d\d)?(?!\d))"
    r"|(?P<DECADE>(?:(?:1[5-9]|20)\d|(?<!\d)['’`]?[2-9])0\s?['’]?s\b)"
    r"|(?P<NTH>\d{1,3}(?:st|nd|rd|th)\b)"
    r"|(?P<FRACTION>\d/\d\b)"
    r"|(?P<Q4>(?:[1-4]Q|Q[1-4])(?:\s?(?:1[5-9]|20)\d\d)?\b)"
    r"|(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)"
    r"|(?P<AMPM>[ap]\.\s?m\.?|[AP]\.?M\b\.?|(?<=\d)\s?[ap]m\b)"
    r"|(?P<SHORT_YEAR>['’`]\s?\d\d\b)"
    r"|(?P<S>['’]s\b)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<mark>[^\s])"
)
_MARKS = {",": "COMMA", ".": "DOT", "-": "HYPHEN", "–": "HYPHEN", "‑": "HYPHEN"}
_NAME = re.compile(r"[A-Za-z_][A-Za-z_0-9]*")
_CAPITAL = ("MONTH_ONLY", "MONTH_OR_VERB", "MONTH_SHORT", "WEEKDAY", "WEEKDAYS", "DAY_SHORT", "FEAST")
_TOKENS = (
    "ISO", "SLASH", "CLOCK", "DECADE", "NTH", "FRACTION", "Q4", "AMPM", "SHORT_YEAR", "S", "DD", "NUMERAL", "YEAR4",
    "COMMA", "DOT", "HYPHEN",
)  # fmt: skip
_FIRST_CHARACTER = 0x4E00
_OTHER = "_"
_READINGS: dict[str, Callable[[Found, Scene], Read]] = {
    function.__name__: function
    for function in (
        days.printed, days.slashed, days.day, days.weekday, days.dayname, days.beside, days.feast, days.part_of_day,
        days.clock,
        periods.week, periods.weekend, periods.month, periods.this_month, periods.season, periods.quarter, periods.half,
        periods.this_year, periods.year, periods.decade, periods.century,
        counts.ago, counts.span, counts.duration, counts.often, counts.reference, counts.nothing,
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Timex:
    """One expression: `type` is DATE, TIME, DURATION or SET; `kind` is that of the rule that read it."""

    span: Span
    type: str
    value: str
    kind: str


@dataclass(frozen=True, slots=True)
class _Rule:
    kind: str
    reads: str
    value: str | None
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Grammar:
    characters: dict[str, str]
    classes: dict[str, dict[str, object]]
    capital: frozenset[str]
    rules: tuple[_Rule, ...]
    island: re.Pattern[str]
    telling: re.Pattern[str]


def timexes(text: str, written: date) -> tuple[Timex, ...]:
    """The time expressions of a text written on a day, in order; none overlaps another."""
    grammar = _grammar()
    words, line = _cut(text, grammar)
    scene = Scene(written)
    found = []
    for rule, first, last in _matches(grammar, line):
        span = words[first][0], words[last - 1][1]
        scene.ahead = sentence_ahead(text, span)
        read = _READINGS[rule.reads](
            Found(tuple(Word(*word) for word in words[first:last]), grammar.classes, rule.value, text, span), scene
        )
        if read is None:
            continue
        type_, value = read
        scene.note(type_, value)
        found.append(Timex(span, type_, value, rule.kind))
    return tuple(found)


def _cut(text: str, grammar: _Grammar) -> tuple[list[tuple[int, int, str, str]], str]:
    """Each word with its place, its form and its name, and the line of characters."""
    words, line, characters = [], [], grammar.characters
    for m in _TOKEN.finditer(text):
        name = m.lastgroup or "mark"
        form = m.group()
        if name == "word":
            key = form.lower()
            if key not in characters or (key in grammar.capital and not form[0].isupper()):
                key = ""
        elif name == "number":
            key = _number_name(form)
        elif name == "mark":
            key = _MARKS.get(form, "")
        else:
            key = name
        words.append((*m.span(), form, key))
        line.append(characters[key])
    return words, "".join(line)


def _number_name(form: str) -> str:
    if form.isdigit() and len(form) == 4 and 1500 <= int(form) < 2100:
        return "YEAR4"
    return "DD" if form.isdigit() and len(form) <= 2 and 0 < int(form) <= 31 else "NUMERAL"


def _matches(grammar: _Grammar, line: str) -> Iterator[tuple[_Rule, int, int]]:
    """The longest rule at each place, of the stretches that hold a telling word."""
    for island in grammar.island.finditer(line):
        at, end = island.span()
        if not grammar.telling.search(line, at, end):
            continue
        while at < end:
            best: tuple[int, _Rule] | None = None
            for rule in grammar.rules:
                m = rule.pattern.match(line, at, end)
                if m and m.end() > at and (best is None or m.end() > best[0]):
                    best = m.end(), rule
            if best is None:
                at += 1
                continue
            yield best[1], at, best[0]
            at = best[0]


@cache
def _grammar() -> _Grammar:
    """The table, compiled once a process."""
    raw = table("timex")
    classes: dict[str, dict[str, object]] = {name: dict(words) for name, words in raw["words"].items()}
    phrases: dict[str, str] = raw["phrases"]
    rows = [(rule, row) for rule in raw["rules"] for row in rule["rows"].splitlines()]
    known: dict[str, None] = dict.fromkeys(_TOKENS)
    for words in classes.values():
        known |= dict.fromkeys(words)
    for words_of_row in [*phrases.values(), *(row for _, row in rows)]:
        known |= dict.fromkeys(n for n in _NAME.findall(words_of_row) if n not in classes and n not in phrases)
    characters = {word: chr(_FIRST_CHARACTER + number) for number, word in enumerate(known)}
    pieces = dict(characters)
    pieces |= {name: f"[{''.join(characters[word] for word in words)}]" for name, words in classes.items()}
    for name, row in phrases.items():
        pieces[name] = f"(?:{_pattern(row, pieces)})"
    capital = frozenset(word for name in _CAPITAL for word in classes.get(name, ()))
    compiled = tuple(_rule(rule, row, pieces) for rule, row in rows)
    glue = frozenset(raw["glue"])
    telling = "".join(sign for word, sign in characters.items() if word not in glue)
    return _Grammar(
        characters | {"": _OTHER, "gap": _OTHER},
        classes,
        capital,
        compiled,
        re.compile(f"[^{_OTHER}]+"),
        re.compile(f"[{telling}]"),
    )


def _rule(rule: dict[str, object], row: str, pieces: dict[str, str]) -> _Rule:
    reads = rule["reads"]
    name, value = next(iter(reads.items())) if isinstance(reads, dict) else (str(reads), None)
    return _Rule(str(rule["kind"]), name, value, re.compile(_pattern(row, pieces)))


def _pattern(row: str, pieces: dict[str, str]) -> str:
    """A row as an expression over characters; what stands outside its brackets is looked at and not taken."""
    marked = row.replace("(", "(?:")
    if "[" in marked:
        before, rest = marked.split("[")
        core, after = rest.split("]")
        marked = (f"(?<={before})" if before.strip() else "") + core + (f"(?={after})" if after.strip() else "")
    return _NAME.sub(lambda name: pieces[name.group()], marked).replace(" ", "")
