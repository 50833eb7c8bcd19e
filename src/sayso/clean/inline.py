"""Furniture inside a line: what is left of a page whose lines were run together.

"KARSK (Reuters) - The army …", "Sun 16 Apr 2017 Toll rises …", "… heard the blast. --Reuters". The limit accepted:
teasers that stand in the running text with nothing around them cannot be told from the article.
"""

import re
from collections.abc import Iterator
from functools import cache

from sayso.lexicon.calendar import Kind
from sayso.lexicon.expressions import expressions
from sayso.lexicon.outlets import agency, is_outlet_name
from sayso.model.span import Span

HEAD = 300
"""Characters of a line in which a dateline, a page's date or a credit can open it."""
TAIL = 1500
TAIL_WORDS = 120
"""A list of teasers and tags is shorter than an article that follows its tags."""

_STAMP_BEFORE = re.compile(
    r"\s*(?:(?:(?:first |last )?(?:published|updated|posted|modified|filed|written|uploaded|created)(?: on| at)?|"
    r"(?:date of )?(?:publication|issue|release)(?: date)?|dated?(?=:)):?\s*)?$",
    re.I,
)
_STAMP_AFTER = re.compile(
    r"(?:\s?(?:at\s)?\d{1,2}[:.]?\d{2}(?:\s?[ap]\.?m\.?)?(?:\s(?:GMT|UTC|BST|"
    r"EST))?)?(?:\s?\(updated[^()]{0,40}\))?\)?(?:\s?Get short URL)?(?:\s\d{1,6})?(?=\s+[A-Z\"“]|\sby\s[A-Z]|\s*$)"
)
_CITY_COLON = re.compile(r"(?:[A-Z][A-Z.’'-]+(?:[ /][A-Z][A-Z.’'-]+){0,3}(?:,\s[A-Z][\w. ]{1,20})?):\s(?=[A-Z\"“‘])")
_CITY_DASH = re.compile(
    r"(?:[A-Z][A-Z.’'-]{2,}(?:[ /][A-Z][A-Z.’'-]+){0,3})(?:,\s[A-Z][\w.]{1,20}(?:\s[A-Z][\w.]{1,20})?)?"
    r"(?:,?\s(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}))?\s?(?:--|[–—]|\s-)\s?(?=[A-Z\"“‘])"
)
_NAMED_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.’'-]+(?:[ /][A-Z][A-Z.’'-]+){0,3}(?:,\s[A-Z][\w.]{1,20})?)"
    r"(?:,\s(?:\d{1,2}\s)?[A-Z][a-z]{2,8}\.?(?:\s\d{1,2})?(?:,?\s(?:19|20)\d\d)?)?"
    r"\s?[(\[](?:[A-Z][\w.’'&-]*\s?){1,5}[)\]]\s?[-–—]{1,2}(?=\s|$)"
)
_CREDIT_END = re.compile(
    r"(?:Source:?\s(?:[A-Z][\w.&]+\s?){1,4}(?:and\s(?:[Aa]gencies|[A-Z]\w+))?|\(Source:[^()]{1,80}\)(?:\sTwitter|"
    r"\sFacebook)?)\s*$"
)
_INITIALS_END = re.compile(r"(?<=[.!?\"”])\s*(?P<it>[A-Z][a-z]{1,14}/\s?[A-Z][a-z]{1,14}(?:/\s?[A-Z][a-z]{1,14})?)\s*$")
_NUMBER_END = re.compile(r"(?<=[.!?\"”])\s+(?P<it>\d{1,4})\s*$")
_TAIL = re.compile(
    r"(?:(?:\.\.\.|…)\s*)?(?:\b\d{1,6}\s+)?\b(?:Related\s(?=[A-Z])|Tags:?\s(?=\S)|Community standards|Comment via|"
    r"Share this (?:article|story|on)|Follow us on|"
    r"Click here to|Read more:|Sign up for our)"
)
_SITE = re.compile(r"\s(?P<it>[|»]\s(?:The\s)?[A-Z][\w.&’' -]{1,40})$")

_SITE_DASH = re.compile(r"\s(?P<it>[-–—]\s(?P<name>(?:The\s)?[A-Z][\w.&’'-]*(?:\s[A-Z][\w.&’'-]*){0,4}))$")


def inline_furniture(line: str, offset: int, index: int, count: int) -> Iterator[Span]:
    """Spans of furniture in one line of `count`, moved by `offset` to the text that the line is from."""
    top, foot = index < 4, index >= count - 2
    found: list[Span] = []
    if top:
        found += _title_site(line)
        found += _stamps(line)
    found += _dateline(line)
    found += _agency_credits(line)
    if foot:
        found += _tail(line)
        found += _endings(line)
    for start, end in found:
        while start < end and line[start].isspace():
            start += 1
        while end > start and line[end - 1].isspace():
            end -= 1
        if start < end:
            yield offset + start, offset + end


def _title_site(line: str) -> list[Span]:
    """As in "Toll rises | Karsk Times", "Toll rises - BBC News"."""
    found = _SITE.search(line) if len(line) < HEAD else None
    if found:
        return [found.span("it")]
    found = _SITE_DASH.search(line) if len(line) < HEAD else None
    return [found.span("it")] if found and is_outlet_name(found["name"]) and found.start() else []


def _stamps(line: str) -> list[Span]:
    """A full date that opens a line or follows its headline, with no preposition: "Published November 26 2017 …"."""
    for expression in expressions(line[:HEAD]):
        if expression.kind is not Kind.DAY or expression.year is None:
            continue
        start, end = expression.core
        before = _STAMP_BEFORE.search(line[:start])
        after = _STAMP_AFTER.match(line, end)
        if before is None or after is None:
            continue
        agencies = [
            name for name in agency().finditer(line, max(0, start - 30), start) if not line[name.end() : start].strip()
        ]
        if agencies:
            return [(agencies[-1].start(), after.end())]
        labelled = bool(before.group().strip())
        updated = "updated" in after.group() or "Get short URL" in after.group() or after.group().startswith(")")
        if before.start() == 0 or labelled or updated:
            if not labelled and not updated and not expression.weekday and _reads_on(line, after.end()):
                continue
            return [(before.start(), after.end())]
    return []


def _reads_on(line: str, end: int) -> bool:
    """Whether the words after a bare date go on in lower case at once ("7 October 2016 was a Friday")."""
    following = line[end : end + 30].lstrip()
    return bool(following) and following[0].islower()


def _dateline(line: str) -> list[Span]:
    """As in "KARSK (Reuters) -", "KARSK:", "KARSK, Varnia —", "Afp -": also inside a line that was run together."""
    for pattern in (_NAMED_DATELINE, _agency_dateline(), _CITY_COLON, _CITY_DASH):
        found = pattern.match(line)
        if found:
            return [found.span()]
    inside = _agency_dateline().search(line, 0, 2 * HEAD)
    if inside and re.search(r"[.!?:\"”\w)]\s$", line[: inside.start()]):
        return [inside.span()]
    return []


@cache
def _agency_dateline() -> re.Pattern[str]:
    name = agency().pattern
    return re.compile(
        rf"(?:[A-Z][A-Z.’'-]+(?:[ "
        rf"/][A-Z][A-Z.’'-]+){{0,3}}(?:,\s[A-Z][\w.]{{1,20}})?(?:,\s\w{{3,9}}\.?\s\d{{1,2}})?\s?[(\[]{name}[)\]]\s?[-–—]{{0,2}}"
        rf"|[(\[]{name}[)\]]\s?[-–—]{{1,2}}|(?:{name}|Afp|AP)\s?[-–—]{{1,2}}(?=\s[A-Z]))\s?"
    )


@cache
def _agency_credit() -> re.Pattern[str]:
    name = agency().pattern
    words = r"[\w’']+"
    return re.compile(
        rf"(?<=[.!?\"”])\s?(?P<end>[-–—]{{1,2}}\s?{name}\s*$)"
        rf"|(?<=[.!?\"”])\s(?P<paren>\((?:{name}|(?:{words}\s){{0,4}}and [Aa]gencies)(?:/{words})?\))"
        rf"|(?P<photo>(?<!\w)(?:AFP|AP|EPA|REUTERS|Reuters)\s(?:(?:19|20)\d\d\s[A-Z]{{2,}}(?:\s[A-Z]{{2,}}){{0,2}}|"
        rf"/\s[A-Z][\w ]{{2,30}}|Social Media Website))(?!\w)"
    )


def _agency_credits(line: str) -> list[Span]:
    """As in "(Reuters)" or "--Reuters" after a full stop, "AFP 2018 JANE DOE" anywhere."""
    return [found.span(found.lastgroup) for found in _agency_credit().finditer(line) if found.lastgroup]


def _tail(line: str) -> list[Span]:
    """From the first of "Related", "Tags", "Comment via" near the end of the last line to its end."""
    start = max(0, len(line) - TAIL)
    found = _TAIL.search(line, start)
    while found and found.start() > 0 and not re.search(r"[.!?…\"”)]\s*$|\b\d{1,6}\s*$", line[: found.start()]):
        found = _TAIL.search(line, found.end())
    if not found or not found.start() or len(line[found.start() :].split()) > TAIL_WORDS:
        return []
    return [(found.start(), len(line))]


def _endings(line: str) -> list[Span]:
    """As in "Source Karsk Times and agencies", "Ana/Marko", a bare number: after the last full stop."""
    found = _CREDIT_END.search(line, max(0, len(line) - 160))
    if found and found.start() and re.search(r"[.!?\"”]\s*$|\d\s*$", line[: found.start()]):
        return [found.span()]
    for pattern in (_INITIALS_END, _NUMBER_END):
        found = pattern.search(line, max(0, len(line) - 60))
        if found:
            return [found.span("it")]
    return []
