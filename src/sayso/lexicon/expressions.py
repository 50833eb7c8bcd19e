"""Where the date and time expressions of a text stand: one finder for each kind, over precompiled patterns.

"Karsk fell on Wednesday" holds one, a weekday led by "on". What an earlier finder has found no later one finds
again. The limit accepted: patterns see single expressions; how two of them hang together is for the caller to say.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache

from sayso.lexicon.calendar import SEASONS, Expression, Kind, month_number, number, weekday_number
from sayso.model.span import Span

_S = r"(?:[ \t\u00a0\u2009\u202f]{1,3}|[ \t]?\n)"
_MONTH = (
    r"(?:(?:January|February|March|April|June|July|August|September|October|November|December|May|"
    r"JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|MAY)\b|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_WEEKDAY_ANY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?"
_YEAR = r"(?:1[89]|20)\d\d"
_DD = r"(?:3[01]|[12]\d|0?[1-9])"
_TH = r"(?:st|nd|rd|th)?"
_TO = r"(?:\s?[-–—]\s?|\s(?:to|and|through|until)\s)"
_PART = (
    r"(?P<part>[Ee]arly|[Mm]id|[Ll]ate)[- \u00a0]|"
    rf"(?:the{_S})?(?P<phase>beginning|start|end|middle|close){_S}of{_S}(?:the{_S})?"
)
_NUM = (
    r"(?:\d{1,4}|a\scouple\sof|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|several|a\sfew|many|some|few)"
)
_UNIT = r"(?:minute|hour|day|night|week|fortnight|month|year|decade|centur(?=y|ies))"
_UNITS = rf"{_UNIT}(?:ies|y|s)?\b"
_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|"
    r"fifteenth|"
    r"sixteenth|seventeenth|eighteenth|nineteenth|twentieth|\d{1,4}(?:st|nd|rd|th))"
)
_APPROX = r"(?P<approx>nearly|almost|just\sunder|less\sthan|under|about|around|roughly|some|more\sthan|over|at\sleast)"

_LEAD = re.compile(
    r"\b(?P<lead>as of|since|until|till|by|before|after|from|during|throughout|within|over|for|in|on|of|at|between|"
    r"through|starting|beginning|around|about)"
    r"(?P<more>(?:\s(?:the|early|late|at|on|that|this|past|dawn|noon|midnight|sunrise|only))*)\s$",
    re.I,
)
_HOURS = re.compile(r"\b(?:dawn|noon|midnight|sunrise)\b", re.I)
LEAD_REACH = 40

_DAY = re.compile(
    rf"(?<![\w.])(?P<iso>(?P<iy>{_YEAR})-(?P<im>0[1-9]|1[0-2])-(?P<id>0[1-9]|[12]\d|3[01]))(?!\d)"
    rf"|(?<![\w./-])(?P<num>(?P<n1>\d{{1,2}})(?P<sep>[./-])(?P<n2>\d{{1,2}})(?P=sep)(?P<ny>{_YEAR}))(?!\d)"
    rf"|(?<!\w)(?:(?P<w1>{_WEEKDAY_ANY}),?{_S})?(?:the{_S})?(?P<d1>{_DD}){_TH}(?:{_TO}(?P<e1>{_DD}){_TH})?"
    rf"(?:{_S}of)?{_S}(?P<m1>{_MONTH})(?:,?{_S}?(?P<y1>{_YEAR})(?!\d))?"
    rf"|(?<!\w)(?:(?P<w2>{_WEEKDAY_ANY}),?{_S})?(?P<m2>{_MONTH}){_S}?(?P<d2>{_DD}){_TH}(?:{_TO}(?:(?P<f2>{_MONTH}){_S})?"
    rf"(?P<e2>{_DD}){_TH})?(?:,?{_S}?(?P<y2>{_YEAR}))?(?![\d%]|,\d|\s?(?:people|soldiers|percent))"
)
_MONTHS = re.compile(
    rf"(?<!\w)(?:{_PART})?(?:(?P<which>last|this|next|past|"
    rf"previous){_S})?(?P<m>{_MONTH})(?:,?{_S}(?:of{_S})?(?P<y>{_YEAR})(?!\d))?"
    rf"|(?<!\w)(?:{_PART.replace('part>', 'part2>').replace('phase>', 'phase2>')})?(?:(?P<which2>last|this|next|"
    rf"past){_S})?"
    rf"(?P<season>spring|summer|autumn|winter)(?:{_S}or{_S}(?P<season2>spring|summer|autumn|winter))?\b"
    rf"(?:{_S}(?:of{_S})?(?P<y2>{_YEAR})(?!\d))?"
)
_YEARS = re.compile(
    rf"(?<![\w$€£.,/:-])(?:{_PART})?(?P<y>{_YEAR})(?:[-–—](?P<z>{_YEAR}|\d\d)(?!\d))?(?P<s>s\b)?(?![\w%:/]|[.,-]?\d|"
    rf"-\w)"
)
_NOT_A_YEAR = re.compile(
    r"\s*(?:people|persons|soldiers|troops|men|women|children|civilians|fighters|militants|rebels|bodies|tanks|tonnes|"
    r"tons|"
    r"km|kilomet\w+|miles|met(?:re|er)s|hours|homes|houses|families|prisoners|others|dead|killed|wounded|injured|"
    r"(?:\w+\s)?(?:evacuees|refugees|residents|missiles|drones|shells|rockets))\b",
    re.I,
)
_COUNTS_BEFORE = re.compile(
    r"\b(?:more than|at least|some|about|nearly|almost|over|fewer than|less than|than|resolution|no\.|number|route|"
    r"flight)\s$",
    re.I,
)
_WEEKDAYS = re.compile(
    rf"(?<!\w)(?:(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Tt]he\ssame|[Ee]very){_S})?(?P<w>{_WEEKDAY})(?:[’']?s)?\b"
    rf"(?:{_S}(?P<when>morning|afternoon|evening|night))?"
)
_RELATIVE = re.compile(
    rf"(?<!\w)(?:"
    rf"(?P<word>(?:earlier{_S}|later{_S}|late{_S}|early{_S})?(?:today|yesterday|tomorrow|tonight)(?:[’']s)?"
    rf"|earlier{_S}in{_S}the{_S}day|later{_S}in{_S}the{_S}day|(?:earlier|later){_S}(?:that|the{_S}same){_S}day"
    rf"|this{_S}(?:morning|afternoon|evening)|last{_S}night|overnight"
    rf"|in{_S}the{_S}(?:morning|afternoon|evening)|recently|lately|(?:in{_S})?recent{_S}(?:days|weeks|months|years)"
    rf"|(?:in|for){_S}(?:several{_S})?(?:days|weeks|months)\b(?!{_S}of\b))"
    rf"|(?:(?P<early>earlier|later|late|early){_S})?(?P<which>last|this|next|the{_S}previous|the{_S}following|"
    rf"the{_S}same)"
    rf"{_S}(?P<unit>week|month|year|weekend|decade|century)(?:[’']?s)?"
    rf"|(?:{_APPROX}{_S})?(?P<n>{_NUM}){_S}(?P<nh>and{_S}a{_S}half{_S})?(?P<nu>{_UNITS}){_S}(?P<ago>ago|earlier|"
    rf"before|later)"
    rf"|(?:the{_S})?(?P<span>last|past|next|coming|previous|"
    rf"following){_S}(?:(?P<sn>{_NUM}){_S})?(?P<sh>and{_S}a{_S}half{_S})?(?P<su>{_UNITS})"
    rf")\b",
    re.I,
)
_DURATION = re.compile(
    rf"\b(?P<lead>for|over|within|in|after|"
    rf"throughout)?{_S}?(?:{_APPROX}{_S})?(?P<n>{_NUM})(?P<half>{_S}and{_S}a{_S}half)?"
    rf"(?P<join>[- \u00a0\n])(?P<u>{_UNITS})(?P<old>-old\b|{_S}old\b|{_S}into\b)?",
    re.I,
)
_ORDINALS = re.compile(
    rf"\b(?:its|his|their|the|a|for{_S}(?:a|the)){_S}(?P<o>{_ORDINAL})(?:{_S}(?:straight|consecutive|"
    rf"full))?{_S}(?P<u>day|week|month|year)\b"
    rf"|\b[Dd]ay{_S}(?P<nth>\d{{1,4}})\b",
    re.I,
)


LONG = 1500
"""Characters: an article is looked through once for all who ask, a line is not worth remembering."""


def expressions(text: str) -> tuple[Expression, ...]:
    """The expressions of `text` in the order of the text; none overlaps another, the more exact one is kept."""
    return _of_article(text) if len(text) > LONG else _found(text)


@lru_cache(maxsize=2)
def _of_article(text: str) -> tuple[Expression, ...]:
    return _found(text)


def _found(text: str) -> tuple[Expression, ...]:
    found: list[Expression] = []
    taken = bytearray(len(text))
    for finder in _FINDERS:
        for expression in finder(text):
            start, end = expression.core
            if any(taken[start:end]):
                continue
            taken[start:end] = b"\1" * (end - start)
            found.append(expression)
    return tuple(sorted(found, key=lambda expression: expression.core))


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _led(text: str, core: Span) -> tuple[Span, str | None]:
    """The span with the preposition before the core, and that preposition."""
    found = _LEAD.search(text[max(0, core[0] - LEAD_REACH) : core[0]])
    if not found:
        return core, None
    lead = "on" if _HOURS.search(found["more"]) else found["lead"].casefold()
    return (core[0] - len(found.group()), core[1]), lead


def _days(text: str) -> Iterator[Expression]:
    for m in _DAY.finditer(text):
        year: int | None
        last: tuple[int | None, int, int] | None = None
        ambiguous = False
        weekday = m["w1"] or m["w2"]
        if m["iso"]:
            year, month, day = int(m["iy"]), int(m["im"]), int(m["id"])
        elif m["num"]:
            year, day, month = int(m["ny"]), int(m["n1"]), int(m["n2"])
            if month > 12:
                day, month = month, day
            else:
                ambiguous = day <= 12 and day != month and m["sep"] != "."
        elif m["m1"]:
            month, day = month_number(m["m1"]), int(m["d1"])
            year = int(m["y1"]) if m["y1"] else None
            if m["e1"]:
                last = (year, month, int(m["e1"]))
        else:
            month, day = month_number(m["m2"]), int(m["d2"])
            year = int(m["y2"]) if m["y2"] else None
            if m["e2"]:
                last = (year, month_number(m["f2"]) if m["f2"] else month, int(m["e2"]))
        if not _is_day(year or 2024, month, day) or (last and not _is_day(last[0] or 2024, last[1], last[2])):
            continue
        span, lead = _led(text, m.span())
        number_of_weekday = weekday_number(weekday) if weekday else None
        yield Expression(
            span,
            m.span(),
            Kind.DAY,
            lead,
            year=year,
            month=month,
            day=day,
            last=last,
            weekday=number_of_weekday,
            ambiguous=ambiguous,
        )


def _part(m: re.Match[str], suffix: str = "") -> str | None:
    word = (m["part" + suffix] or m["phase" + suffix] or "").casefold()
    return {"beginning": "start", "middle": "mid", "close": "end"}.get(word, word) or None


_SHIFT = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1}


def _months(text: str) -> Iterator[Expression]:
    for m in _MONTHS.finditer(text):
        span, lead = _led(text, m.span())
        if m["season"]:
            part, which, year = _part(m, "2"), m["which2"], m["y2"]
            if not (part or which or year or lead):
                continue
            month, kind, word = SEASONS[m["season"]], Kind.SEASON, m["season2"] or m["season"]
            last = (None, SEASONS[word], 1)
            yield Expression(
                span,
                m.span(),
                kind,
                lead,
                part,
                int(year) if year else None,
                month,
                last=last,
                shift=_SHIFT.get(which) if which else None,
            )
            continue
        part, which, year = _part(m), m["which"], m["y"]
        if m["m"].casefold().rstrip(".") in ("may", "march", "mar", "jan", "sept") and not (
            part or which or year or lead
        ):
            continue
        yield Expression(
            span,
            m.span(),
            Kind.MONTH,
            lead,
            part,
            int(year) if year else None,
            month_number(m["m"]),
            shift=_SHIFT.get(which) if which else None,
        )


def _years(text: str) -> Iterator[Expression]:
    for m in _YEARS.finditer(text):
        if _NOT_A_YEAR.match(text, m.end()) or _COUNTS_BEFORE.search(text[max(0, m.start() - 12) : m.start()]):
            continue
        year = int(m["y"])
        span, lead = _led(text, m.span())
        last = None
        if m["z"]:
            end = int(m["z"]) if len(m["z"]) == 4 else year - year % 100 + int(m["z"])
            if end < year:
                continue
            last = (end, 12, 31)
        yield Expression(span, m.span(), Kind.DECADE if m["s"] else Kind.YEAR, lead, _part(m), year, last=last)


def _weekdays(text: str) -> Iterator[Expression]:
    for m in _WEEKDAYS.finditer(text):
        which = (m["which"] or "").casefold()
        if which == "every":
            continue
        span, lead = _led(text, m.span())
        yield Expression(
            span, m.span(), Kind.WEEKDAY, lead, weekday=weekday_number(m["w"]), shift=_SHIFT.get(which), word=m["when"]
        )


def _unit(word: str) -> str:
    word = word.casefold()
    return next(
        unit
        for unit in ("minute", "hour", "day", "night", "week", "fortnight", "month", "year", "decade", "centur")
        if word.startswith(unit)
    )


def _relatives(text: str) -> Iterator[Expression]:
    for m in _RELATIVE.finditer(text):
        span, lead = _led(text, m.span())
        core, approx = m.span(), (m["approx"] or "").casefold() or None
        if m["word"]:
            yield Expression(span, core, Kind.RELATIVE, lead, word=" ".join(m["word"].casefold().split()))
        elif m["which"]:
            shift = {"last": -1, "the previous": -1, "this": 0, "next": 1, "the following": 1, "the same": 0}
            which = " ".join(m["which"].casefold().split())
            part = m["early"].casefold() if m["early"] else None
            yield Expression(
                span, core, Kind.RELATIVE, lead, part, shift=shift[which], unit=_unit(m["unit"]), word="calendar"
            )
        elif m["ago"]:
            if m["ago"].casefold() != "ago":
                continue
            yield Expression(
                span,
                core,
                Kind.RELATIVE,
                lead,
                count=_half(number(m["n"]), m["nh"]),
                unit=_unit(m["nu"]),
                approx=approx,
                word="ago",
            )
        else:
            shift_of = 1 if m["span"].casefold() in ("next", "coming", "following") else -1
            count = number(m["sn"]) if m["sn"] else (1.0 if not m["su"].casefold().endswith("s") else None)
            count = _half(count, m["sh"])
            yield Expression(
                span, core, Kind.RELATIVE, lead, count=count, unit=_unit(m["su"]), shift=shift_of, word="window"
            )


def _half(count: float | None, half: str | None) -> float | None:
    return count + 0.5 if half and count is not None else count


def _durations(text: str) -> Iterator[Expression]:
    for m in _DURATION.finditer(text):
        lead = m["lead"].casefold() if m["lead"] else None
        count = _half(number(m["n"]), m["half"])
        compound = m["join"] == "-"
        old = (m["old"] or "").casefold().strip(" -\u00a0\n")
        word = "compound" if compound else old or None
        if not (lead or m["approx"] or word):
            continue
        approx = " ".join(m["approx"].casefold().split()) if m["approx"] else None
        start = m.start() if m["lead"] else m.start("approx") if m["approx"] else m.start("n")
        yield Expression(
            (start, m.end()),
            (start, m.end()),
            Kind.DURATION,
            lead,
            count=count,
            unit=_unit(m["u"]),
            approx=approx,
            word=word,
        )


def _ordinals(text: str) -> Iterator[Expression]:
    for m in _ORDINALS.finditer(text):
        unit = m["u"].casefold() if m["u"] else "day"
        yield Expression(m.span(), m.span(), Kind.ORDINAL, count=number(m["o"] or m["nth"]), unit=unit)


_FINDERS: tuple[Callable[[str], Iterator[Expression]], ...] = (
    _days, _relatives, _months, _years, _weekdays, _ordinals, _durations,
)  # fmt: skip
