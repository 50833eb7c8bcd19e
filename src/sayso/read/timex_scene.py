"""What a time expression is read against: its own words, the day of writing, the tense around it, what was named last.

"will meet on Friday" looks ahead by "will", "met on Friday" back; "a year earlier" counts from the date named before.
The limit accepted: the tense is that of the nearest verb that the patterns know.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from sayso.model.span import Span

Read: TypeAlias = tuple[str, str] | None
"""What an expression denotes: TIMEX3's type and value; None where the words are no time."""

Quarter: TypeAlias = tuple[int, int]
Classes: TypeAlias = Mapping[str, Mapping[str, object]]

MONTH_NAMES = ("MONTH_ONLY", "MONTH_OR_VERB", "MONTH_SHORT")
WEEKDAY_NAMES = ("WEEKDAY", "DAY_SHORT")

REACH = 160
"""Characters before and after an expression in which its verb is looked for."""
BESIDE = 30
"""Characters beside an expression that its reading may look at."""
QUARTER_REACH = 6
"""Expressions after a quarter that still may count from it."""
YEARS_AHEAD = 15
"""Of two digits, "'05" is of this century and "'89" of the last: those up to so many years ahead are of this one."""

_SURELY_AHEAD = (
    r"\b(?:will|wo|shall|(?:is|are) (?:to|due|expected|scheduled|set|planned)|plans|expects|going to)\b|[’']ll\b"
)
_AHEAD = (
    r"\b(?:would|should|to be|supposed to|planned|planning|expected|scheduled|due|set to|upcoming|(?-i:may)|might|"
    r"could|can|payable|effective|begins?|starts?|maturing|ahead of|tomorrow|next|until)\b"
)
_BACK = (
    r"(?<!\bbe )\b(?:was|were|had|ha(?:s|ve)|did|said|rose|fell|came|went|took|made|began|told|got|held|left|won|lost|"
    r"met|sent|found|gave|saw|became|since|wrote|spoke|brought|shot|hit|broke|led|paid|sold|bought|ran|cut|[a-z]{2,}ed)\b"
)
_BEFORE = re.compile(rf"(?P<ahead>{_SURELY_AHEAD}|{_AHEAD})|(?P<back>{_BACK})", re.I)
_AFTER = re.compile(rf"(?P<ahead>{_SURELY_AHEAD})|(?P<back>{_BACK})", re.I)
_SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s+(?=[A-Z\"“‘(])|\n\s*\n")
_ABBREVIATED = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Col|Sen|Rep|Gov|Inc|Corp|Co|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)$"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text in its place, and the name under which the rules know it ("" where they do not)."""

    start: int
    end: int
    form: str
    name: str


@dataclass(frozen=True, slots=True)
class Found:
    """The words that a rule matched, in the text around them; `value` is the rule's own, where it has one."""

    words: tuple[Word, ...]
    classes: Classes
    value: str | None
    text: str
    span: Span

    def all(self, *names: str) -> list[object]:
        """What the words of these classes stand for, in order."""
        return [self.classes[n][w.name] for w in self.words for n in names if w.name in self.classes[n]]

    def get(self, *names: str) -> object | None:
        """What the first word of any of these classes stands for."""
        return next(iter(self.all(*names)), None)

    def number(self, *names: str) -> int:
        """The number that the first word of these classes stands for, 0 where there is none."""
        value = self.get(*names)
        return value if isinstance(value, int) else 0

    def has(self, *forms: str) -> bool:
        """Whether one of these words, or a token of this name, is among them."""
        return any(word.name in forms for word in self.words)

    def forms(self, name: str) -> list[str]:
        """The tokens of a name as printed: `forms("YEAR4")`."""
        return [word.form for word in self.words if word.name == name]

    def printed(self, *names: str) -> list[int]:
        """The digits of the tokens of these names, as numbers: 12 for "12th"."""
        return [int(re.sub(r"\D", "", word.form)) for word in self.words if word.name in names]

    @property
    def shift(self) -> int:
        """-1 for "last", 1 for "next", 0 for "this"."""
        for name in ("LAST", "NEXT"):
            if self.get(name) is not None:
                return self.number(name)
        return -1 if self.has("past", "latest") else 0

    def year(self, scene: "Scene") -> int | None:
        """The year that the words give: "1996", "'96", "nineteen ninety-six", "last year"."""
        if years := self.printed("YEAR4"):
            return years[-1]
        if short := self.printed("SHORT_YEAR"):
            return scene.full_year(short[-1])
        if self.has("nineteen"):
            _, *rest = self.all("NUMBER")
            return 1900 + sum(value for value in rest if isinstance(value, int)) + self.has("one")
        if not self.has("year"):
            return None
        if self.has("that") and scene.last:
            return int(scene.last[:4])
        return scene.written.year + self.shift

    @property
    def before(self) -> str:
        """The text just before the expression, without the blanks between."""
        return self.text[max(0, self.span[0] - BESIDE) : self.span[0]].rstrip()

    @property
    def after(self) -> str:
        """The text just after it."""
        return self.text[self.span[1] : self.span[1] + BESIDE]


@dataclass(slots=True)
class Scene:
    """The day of writing, whether the words look ahead (None where they do not tell), and what was named last."""

    written: date
    ahead: bool | None = None
    last: str | None = None
    quarter: Quarter | None = None
    since_quarter: int = QUARTER_REACH

    def note(self, type_: str, value: str) -> None:
        """Remember a value for the expressions after it that count from it."""
        if type_ in ("DATE", "TIME") and value[:4].isdigit():
            self.last = value
        self.since_quarter = 0 if "-Q" in value else self.since_quarter + 1

    @property
    def reports(self) -> bool:
        """Whether the text just spoke of a quarter, so that "a year earlier" is the same quarter of the year before."""
        return self.since_quarter < QUARTER_REACH

    @property
    def last_day(self) -> date | None:
        """The day named last, where what was named last is a day."""
        try:
            return date.fromisoformat((self.last or "")[:10])
        except ValueError:
            return None

    def full_year(self, two: int) -> int:
        """The year of two digits: 1996 for 96, written in 1998."""
        hundred = self.written.year // 100 * 100
        return hundred + two if hundred + two <= self.written.year + YEARS_AHEAD else hundred - 100 + two


def sentence_ahead(text: str, span: Span) -> bool | None:
    """Whether the nearest verb before the span, else after it, in its sentence, looks ahead; None without any."""
    before = text[max(0, span[0] - REACH) : span[0]]
    starts = _sentence_ends(before)
    verbs = list(_BEFORE.finditer(before, starts[-1].end() if starts else 0))
    if verbs:
        return bool(verbs[-1]["ahead"])
    after = text[span[1] : span[1] + REACH]
    ends = _sentence_ends(after)
    verb = _AFTER.search(after, 0, ends[0].start() if ends else len(after))
    return bool(verb["ahead"]) if verb else None


def _sentence_ends(text: str) -> list["re.Match[str]"]:
    return [end for end in _SENTENCE_END.finditer(text) if not _ABBREVIATED.search(text, 0, end.start())]
