"""The outlet, where the page itself names it; else None.

"KARSK POST" over the page, "| Karsk Times" after the headline, a site's name in the page's declarations, a dateline
"BELOMIR (Ostrel Wire) -", "(Source: Karsk Monitor)", "The Monitor could not independently verify". The limit accepted:
an agency that is only credited ("--Reuters", "Source: VNA") is a source of the text and not its outlet.
"""

import re
from functools import cache

from sayso.clean.furniture import feed_end
from sayso.clean.head import masthead
from sayso.lexicon.outlets import agency, is_outlet_name, outlet_name, own_sites
from sayso.model.span import Spans

HEAD = 600
_SITE = re.compile(r"^[|»–—-]\s(?P<name>(?:The\s)?[A-Z][\w.&’' -]{1,40})$")
_SOURCE = re.compile(
    r"^\(?(?:Source|SOURCE):?\s*(?P<name>[A-Z][\w.&’'\- ]{2,60}?)(?:\s+and\s+[Aa]gencies)?\)?(?:\s+(?:Twitter|"
    r"Facebook))?\W*$"
)
_COPYRIGHT = re.compile(
    r"^(?:©|\(c\)|Copyright)\W*(?:©\s*)?(?:(?:19|"
    r"20)\d\d)?(?:[-–]\d{2,4})?\W*(?:by\s+)?(?P<name>[A-Z][\w.&’'\- ]{2,40}?)(?:[.,|]|\s+All rights reserved|$)",
    re.I,
)
_DATELINE = re.compile(
    r"^[A-Z][A-Z.’' -]{2,}(?:,\s[\w. ]{2,30})?,?\s?(?:(?:19|20)\d\d\s)?"
    r"[(\[](?P<name>[\w. ’'&-]{2,40})[)\]]\s?[-–—]{0,2}$"
)
_PICTURE = re.compile(r"getty|ap photo|photo|press wire|/", re.I)


def outlet(text: str, furniture: Spans, sitename: str | None = None) -> str | None:
    """The outlet's name as the page gives it."""
    marked = [text[start:end].strip() for start, end in furniture]
    printed = _printed(_SITE, [words for (start, _), words in zip(furniture, marked, strict=True) if start < HEAD])
    if printed:
        return printed
    over = masthead(text)
    if over:
        return _titled(over)
    if sitename and sitename.strip():
        return sitename.strip()
    printed = _printed(_DATELINE, marked) or _printed(_SOURCE, marked)
    if printed:
        return printed
    feed = feed_end(text)
    if feed and "\n" not in feed["name"]:
        return _named(feed["name"])
    disclaimer = _disclaimer().search(text)
    if disclaimer:
        return _named(disclaimer["name"])
    for words in marked:
        found = _COPYRIGHT.match(words)
        if found and not _PICTURE.search(words) and "".join(found["name"].casefold().split()) in own_sites():
            return _named(found["name"])
    return None


def _printed(form: re.Pattern[str], marked: list[str]) -> str | None:
    for words in marked:
        found = form.match(words)
        if found and _can_be(found["name"], words):
            return _named(found["name"])
    return None


def _named(name: str) -> str:
    return " ".join(name.split()).strip(" .")


def _can_be(name: str, words: str) -> bool:
    """Whether the name behind a dash is an outlet's, and the one in a credit no agency's."""
    if words[0] in "-–—":
        return is_outlet_name(name)
    return not (_SOURCE.match(words) and agency().fullmatch(name))


def _titled(name: str) -> str:
    """As in "The Karsk Post" for "THE KARSK POST"; an abbreviation stays as it is."""
    return _named(name.title() if name.isupper() and " " in name.strip() else name)


@cache
def _disclaimer() -> re.Pattern[str]:
    """As in "The Guardian could not independently verify these claims": an outlet that speaks of itself."""
    return re.compile(
        rf"(?P<name>{outlet_name().pattern})\s(?:could not|was unable to|has not been able to|is unable to|cannot|"
        rf"can not)\s(?:be able to\s)?"
        r"(?:immediately\s|independently\s)*(?:verify|confirm|authenticate)"
    )
