"""Numbers in words and digits: "ten", "two and a half million", "1,200", "$15.2bn", "dozens", "two thirds of".

Limit: "couple" and "few" count only before a scale ("a couple of dozen"); alone they are no number.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from sayso.lexicon.load import table
from sayso.model.span import Span
from sayso.read.measures import Token, counted, is_compound_unit

_TOKEN = re.compile(
    # links, notes, and days in digits, which are no numbers
    r"(?P<link>(?:https?://|www\.)\S+|\[\d{1,4}\]|%[0-9A-Fa-f]{2}(?:%[0-9A-Fa-f]{2})+\S*"
    r"|(?<![\d.,/-])(?:\d{1,2}(?P<mark1>[-./])\d{1,2}(?P=mark1)(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)(?!\d))"
    # 1,250,000 and 1 250 000; 12,50,000 as in India; 1.250.000 and 1'250'000 as in Europe; 2,5 million
    r"|(?P<number>\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?!\d)(?:\.\d+)?|\d{1,2}(?:,\d\d)+,\d{3}(?!\d)(?:\.\d+)?"
    r"|\d{1,3}(?:\.\d{3}){2,}(?![.\d])|\d{1,3}(?:['’]\d{3})+(?!\d)"
    r"|\d+,\d{1,2}(?=\s?(?:%|per ?cent|million|billion|bn\b|km\b))"
    r"|\d{1,3}(?: \d{3})* (?:\d00)(?!\d)|(?<![\d/.,])[1-9]/[2-9](?![\d/.,])|\d+(?:\.\d+)?)"
    r"|(?P<word>[^\W\d_]+(?:['’\-‑][^\W\d_]+)*)"
    r"|(?P<mark>\S)"
)
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")
_GROUPED_BY_POINTS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
_DIGIT = re.compile(r"[\d½¼¾⅓⅔⅕⅛]")
_LETTERS = re.compile(r"[a-z]+")
_GROUPING = re.compile(r"[,\s'’]")
LONGEST = 300
"""Digits beyond which a number is too large for any measure, and is taken as infinite."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the making: its value, the tokens it takes, and whether it is a vague quantity or a share."""

    value: float
    end: int
    vague: bool = False
    share: bool = False
    digits: bool = False
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Words:
    """The tables of `numbers.yaml` and the currencies of `units.yaml`, compiled."""

    cardinals: dict[str, int]
    scales: dict[str, int]
    suffixes: dict[str, int]
    vague: dict[str, int]
    several: dict[str, int]
    fractions: dict[str, float]
    before: dict[tuple[str, ...], str]
    after: dict[tuple[str, ...], str]
    short_of: frozenset[str]
    months: frozenset[str]
    dated: frozenset[str]
    currencies: dict[str, str]
    codes: dict[str, str]
    casualties: frozenset[str]
    vulgar: dict[str, float]


@lru_cache(maxsize=1)
def words() -> Words:
    """The tables, compiled once a process."""
    numbers, units = table("numbers"), table("units")
    return Words(
        cardinals=numbers["cardinals"],
        scales=numbers["scales"],
        suffixes=numbers["suffix_scales"],
        vague=numbers["vague"],
        several=numbers["several"],
        fractions=numbers["fractions"],
        before={tuple(phrase.split()): sign for sign, phrases in numbers["before"].items() for phrase in phrases},
        after={tuple(phrase.split()): sign for sign, phrases in numbers["after"].items() for phrase in phrases},
        short_of=frozenset(numbers["short_of"]),
        months=frozenset(numbers["months"]),
        dated=frozenset(numbers["dated"]),
        currencies=units["currencies"],
        codes=units["currency_codes"],
        casualties=frozenset(units["casualties"]),
        vulgar=numbers["vulgar"],
    )


_REPORTED = ("have", "had", "has", "were", "was", "yet", "reported")


def tokens_of(text: str, span: Span) -> list[Token]:
    """The numbers, words, marks and links of a stretch of the text."""
    return [
        Token(found.lastgroup or "mark", word := found.group(), _low(word), found.start(), found.end())
        for found in _TOKEN.finditer(text, *span)
    ]


def _low(word: str) -> str:
    """In small letters, but for the name that would be a verb: "IS fighters"."""
    return word if word == "IS" else word.casefold()


@lru_cache(maxsize=1)
def _begins() -> frozenset[str]:
    """The words with which a number in words can begin; most words of a text are none of them."""
    known = words()
    return frozenset((*known.cardinals, *known.vague, *known.several, *known.vulgar, "a", "an", "half", "no", "tens"))


@lru_cache(maxsize=1)
def _telling() -> frozenset[str]:
    """Words without one of which nothing in words is a number: "a" needs "dozen", "no" needs "casualties"."""
    known = words()
    lengths = table("units")["lengths"]
    lists = (known.cardinals, known.vague, known.several, known.scales, known.casualties, known.fractions, lengths)
    return frozenset(("half", "tens", *(word for each in lists for word in each)))


def may_count(text: str, span: Span) -> bool:
    """Whether a stretch of the text holds anything that could be a number: most sentences hold none."""
    stretch = text[span[0] : span[1]]
    return _DIGIT.search(stretch) is not None or not _telling().isdisjoint(_LETTERS.findall(stretch.lower()))


def number_at(tokens: list[Token], at: int) -> Number | None:
    """The number that starts at this token, in digits or in words; None where there is none."""
    token = tokens[at]
    if token.kind == "number":
        return _digits(tokens, at)
    if token.kind == "word" and (token.low in _begins() or token.low.partition("-")[0] in _begins()):
        return (
            _vague(tokens, at)
            or _part(tokens, at)
            or _spelled(tokens, at)
            or _one_length(tokens, at)
            or _none_hurt(tokens, at)
            or _compound(tokens, at)
        )
    return None


def _digits(tokens: list[Token], at: int) -> Number:
    known = words()
    value, end, size = _value(tokens[at].text), at + 1, 1.0
    if "/" in tokens[at].text and word_at(tokens, end) == "of":
        return Number(round(100 * value, 1), end, share=True, digits=True)
    if end < len(tokens) and tokens[end].start <= tokens[at].end + 1:
        part = known.vulgar.get(tokens[end].text) or (tokens[end].kind == "number" and _fraction(tokens[end].text))
        if part and value == int(min(value, 1e12)) and "/" not in tokens[at].text:
            value, end = value + part, end + 1  # 5½, 5 1/2
    if end < len(tokens) and tokens[end].kind == "word":
        glued = tokens[end].start == tokens[at].end
        scale = (known.suffixes if glued else known.scales).get(tokens[end].low.removesuffix("-strong"))
        if scale is None and not glued:
            scale = known.suffixes.get(tokens[end].low) if tokens[end].low in ("bn", "mln", "bln", "tn") else None
        if scale is not None and (tokens[end].low != "m" or is_money(tokens, at) or counted(tokens, end + 1)[0]):
            value, end, size = value * scale, end + 1, float(scale)
    return Number(round(value, 6), end, digits=True, scale=size)


def _value(text: str) -> float:
    """The value of digits with their separators: "1,250", "1 250", "12,50,000", "1.250.000", "2,5", "3/4"."""
    if len(text) >= LONGEST:
        return float("inf")
    if "/" in text:
        return _fraction(text)
    if _GROUPED_BY_POINTS.fullmatch(text):
        return float(text.replace(".", ""))
    if _DECIMAL_COMMA.fullmatch(text):
        return float(text.replace(",", "."))
    return float(_GROUPING.sub("", text))


def _fraction(text: str) -> float:
    over, slash, under = text.partition("/")
    return round(float(over) / float(under), 6) if slash else 0.0


def _vague(tokens: list[Token], at: int) -> Number | None:
    """ "dozens", "tens of thousands", "several hundred", "a few dozen"; None where it is none of them."""
    known = words()
    low = tokens[at].low
    if low in ("tens", "dozens", "scores", "hundreds", "thousands") and word_at(tokens, at + 1) == "of":
        scale = known.vague.get(word_at(tokens, at + 2))
        if scale is not None and scale >= 1000:
            return Number(float({"tens": 10}.get(low) or known.vague[low]) * scale, at + 3, vague=True)
    if low in known.vague:
        return Number(float(known.vague[low]), at + 1, vague=True)
    if low == "a" and word_at(tokens, at + 1) in ("few", "couple"):
        end = at + 2 + (word_at(tokens, at + 2) == "of")
        scale = known.scales.get(word_at(tokens, end))
        return Number(float(known.several[word_at(tokens, at + 1)]) * scale, end + 1, vague=True) if scale else None
    if low in known.several and (scale := known.scales.get(word_at(tokens, at + 1))):
        return Number(float(known.several[low]) * scale, at + 2, vague=True)
    return None


def _spelled(tokens: list[Token], at: int) -> Number | None:
    """A cardinal in words: "ten", "twenty-five", "a million", "half a dozen", "two and a half thousand"."""
    known = words()
    low, after = tokens[at].low, word_at(tokens, at + 1)
    total, current, end, largest = 0.0, 0.0, at, float("inf")
    if low in ("a", "an") and after in known.scales:
        current, end = 1.0, at + 1
    elif low == "half" and after in ("a", "an") and word_at(tokens, at + 2) in known.scales:
        current, end = 0.5, at + 2
    elif _cardinal(low) is None:
        return None
    while end < len(tokens):
        word = tokens[end].low
        value = _cardinal(word)
        if value is not None and (current == 0 or _adds(current, value)):
            if total and _begins_anew(tokens, end, largest):
                break
            current += value
        elif word in known.scales and current and known.scales[word] < largest:
            scale = known.scales[word]
            if scale <= 100:
                current *= scale
            else:
                total, current, largest = total + current * scale, 0.0, float(scale)
        elif word == "and" and word_at(tokens, end + 1) in ("a", "one") and word_at(tokens, end + 2) == "half":
            current, end = current + 0.5, end + 2
        elif not (word == "and" and tokens[end - 1].low == "hundred" and _cardinal(word_at(tokens, end + 1))):
            break
        end += 1
    scale = words().scales.get(tokens[end - 1].low, 1) if end - 1 > at else 1
    return Number(total + current, end, scale=float(scale if scale >= 1000 else 1))


def _begins_anew(tokens: list[Token], at: int, largest: float) -> bool:
    """Whether a number after a scale is one of its own: "two million, three million"."""
    scale = words().scales.get(word_at(tokens, at + 1), 0)
    return scale >= largest


def _adds(current: float, value: int) -> bool:
    tens = current % 100
    return 0 < value < 100 if current >= 100 and tens == 0 else tens >= 20 and tens % 10 == 0 and 0 < value < 10


def _cardinal(word: str) -> int | None:
    cardinals = words().cardinals
    if word in cardinals:
        return cardinals[word]
    tens, dash, ones = word.partition("-")
    if dash and cardinals.get(tens, 0) >= 20 and 0 < cardinals.get(ones, 0) < 10:
        return cardinals[tens] + cardinals[ones]
    return None


def _part(tokens: list[Token], at: int) -> Number | None:
    """A share: "half the population" and "a third of" are percentages, "half a mile" is 0.5."""
    known = words()
    if part := known.vulgar.get(tokens[at].text):
        share = word_at(tokens, at + 1) in ("of", "the")
        return Number(round(100 * part, 1), at + 1, share=True) if share else Number(part, at + 1)
    low, after = tokens[at].low, word_at(tokens, at + 1)
    if low == "half" and word_at(tokens, at + 2) not in known.scales:
        if after in ("of", "the", "its", "their", "his", "her", "our"):
            return None if word_at(tokens, at - 1) in ("first", "second", "other") else Number(50.0, at + 1, share=True)
        if after in ("a", "an") and at + 2 < len(tokens):
            return Number(0.5, at + 2)
    count, dash, rest = low.partition("-")
    parts, end = (rest, at + 1) if dash else (after, at + 2)
    if parts in known.fractions and (count == "a" or count in known.cardinals) and word_at(tokens, end) == "of":
        return Number(round(100 * known.cardinals.get(count, 1) * known.fractions[parts], 1), end, share=True)
    return None


def _one_length(tokens: list[Token], at: int) -> Number | None:
    """ "A mile away": one mile."""
    if tokens[at].low != "a" or word_at(tokens, at + 1) not in table("units")["lengths"]:
        return None
    return Number(1.0, at + 1) if word_at(tokens, at + 2) in ("away", "from", "off") else None


def _none_hurt(tokens: list[Token], at: int) -> Number | None:
    """ "Causing no injuries": none; but "no casualties have been reported" counts nobody."""
    if tokens[at].low != "no" or word_at(tokens, at + 1) not in words().casualties:
        return None
    return None if word_at(tokens, at + 2) in _REPORTED else Number(0.0, at + 1)


def _compound(tokens: list[Token], at: int) -> Number | None:
    """ "Seven-year", "six-year-old": a number in words, joined to its unit."""
    count, dash, unit = tokens[at].low.partition("-")
    if not dash or count not in words().cardinals or not is_compound_unit(unit) or "-" in tokens[at].text[:1]:
        return None
    capitals = sum(part[:1].isupper() for part in tokens[at].text.split("-"))
    return None if capitals > 1 else Number(float(words().cardinals[count]), at + 1)


def word_at(tokens: list[Token], at: int) -> str:
    """The token there in lower case; empty beyond either end."""
    return tokens[at].low if 0 <= at < len(tokens) else ""


def is_money(tokens: list[Token], at: int) -> bool:
    """Whether a currency stands before the number at this token."""
    before = tokens[at - 1] if at else None
    return before is not None and (before.text in words().currencies or before.low in words().codes)
