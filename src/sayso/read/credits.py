"""Credits: the agency that a page prints as where its words come from, and the page's own outlet.

"KARSK (Ostrel Wire) -" at the head of a page puts Ostrel Wire into the chain of all that others say in it.

Known limit: one agency a page; where several are credited none is taken.
"""

import re
from functools import cache, lru_cache

from sayso.lexicon.load import table
from sayso.model.span import Spans
from sayso.model.statement import Hop, Relation


@cache
def _credit() -> re.Pattern[str]:
    names = "|".join(re.escape(str(a)) for a in sorted(table("relays")["agencies"], key=len, reverse=True))
    return re.compile(
        r"\W*(?:(?:[A-ZÀ-Þ][\w.'’-]*[ ,/]*){1,5}(?:\d{1,2},?\s*)?\()?(?:[Ss]ource:?\s+|[Vv]ia\s+)?"
        rf"(?P<agency>{names})\b[)\s.:–—-]*",
        re.I,
    )


# An agency credited this near to either end of a page is credited with the article, not with a picture in it.
AT_EDGE = 400


def credit(text: str, furniture: Spans, outlet: str | None) -> Hop | None:
    """The agency whose bare credit the page carries, as a relay of all that others say in it.

    None where the agency is the outlet itself, or where several are named.
    """
    found: dict[str, Hop] = {}
    for start, end in furniture:
        if start > AT_EDGE and end < len(text) - AT_EDGE:
            continue  # the credit of a picture within the text
        for line in re.finditer(r"[^\n]+", text[start:end]):
            match = _credit().fullmatch(line.group().strip())
            if match:
                at = start + line.start() + (len(line.group()) - len(line.group().lstrip())) + match.start("agency")
                name = match["agency"]
                found.setdefault(name.lower(), Hop(name, Relation.PUBLISHED, (at, at + len(name))))
    if len(found) != 1:
        return None
    (hop,) = found.values()
    return None if is_outlet(hop.name, outlet) else hop


@cache
def _own_people() -> re.Pattern[str]:
    names = "|".join(re.escape(str(a)) for a in sorted(table("relays")["agencies"], key=len, reverse=True))
    people = r"(?:correspondents?|photographers?|journalists?|reporters?|witness|team|crew)"
    return re.compile(rf"\b[Aa]n? (?P<agency>{names}) (?:news agency )?{people}\b")


@lru_cache(maxsize=8)
def own_agencies(text: str) -> frozenset[str]:
    """The agencies of whose own people the article tells: "a VNA correspondent saw it" is written by VNA."""
    return frozenset(found["agency"] for found in _own_people().finditer(text))


def is_outlet(name: str, outlet: str | None) -> bool:
    """The name is the article's own outlet: in full, in part ("the Herald") or by its initials; that is no relay."""
    if not outlet:
        return False
    short, full = (re.findall(r"\w+", n.lower().removeprefix("the ")) for n in (name, outlet))
    initials = "".join(word[0] for word in full)
    return bool(short) and (set(short) <= set(full) or set(full) <= set(short) or short == [initials])
