"""Leaders: who leads a side or speaks for it, by surname, where the article itself says so.

"Varnian President Iva Moss said …" makes Moss one of Varnia wherever the article goes on to name her. No list of people
stands behind it. The limit accepted: a namesake on the other side makes neither known.
"""

import re
from collections import Counter
from functools import lru_cache

from sayso.model.statement import NO_SIDE
from sayso.read.mentions import How, Named, mentions

_OFFICE = (
    r"(?:president|prime minister|premier|chancellor|king|leader|ruler|dictator|[a-z]+ minister|general|commander|"
    r"spokes(?:man|woman|person)|envoy|governor|secretary of state|defen[cs]e secretary)"
)
_LEADER_AFTER = re.compile(
    rf"(?:['’]s?)? (?:[a-z-]+ ){{0,2}}?(?i:{_OFFICE}),? (?!Staff)(?P<name>(?:[A-Z][\w’'-]+ ){{0,3}}[A-Z][\w’'-]+)"
)
_LEADER_BEFORE = re.compile(r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,2}), (?:the |an? )?(?:[a-z-]+ ){0,2}$")
_OFFICE_NEXT = re.compile(rf"(?:['’]s?)? (?:[a-z-]+ ){{0,2}}?(?i:{_OFFICE})\b")


@lru_cache(maxsize=8)
def leaders(text: str, invented: tuple[tuple[str, Named], ...]) -> frozenset[tuple[str, str]]:
    """Who leads or speaks for a side, by surname, where the article says so: "Varnian President Iva Moss"."""
    found: set[tuple[str, str]] = set()
    for m in mentions(text, invented):
        if m.value.side == NO_SIDE or m.value.how not in (How.NAME, How.ADJECTIVE, How.PARTY):
            continue
        after = _LEADER_AFTER.match(text, m.end)
        before = (
            _LEADER_BEFORE.search(text[max(0, m.start - 80) : m.start]) if _OFFICE_NEXT.match(text, m.end) else None
        )
        found |= {(one["name"].split()[-1].rstrip("’'"), m.value.side) for one in (after, before) if one}
    bearers = Counter(name for name, _ in found)
    return frozenset((name, side) for name, side in found if bearers[name] == 1)


OFTEN = 3
"""Mentions by one bare name from which an article takes it for granted that everybody knows who is meant."""

_RULES = r"['’]?s? (?:own )?(?:administration|government|regime|cabinet|presidency|loyalists)\b"
_SPEAKS_TO_ALL = (
    r"[^.!?\n]{0,80}\b(?:(?:televised|video|nightly|evening|public) (?:address|speech|message)|the nation)\b"
)


@lru_cache(maxsize=256)
def needs_no_introduction(name: str, text: str) -> bool:
    """Whether an article tells nowhere who somebody is, as it would not of a head of state: "Moss told the nation".

    So it is with whoever has an administration or a government of his own, speaks to a people, or goes by one bare name
    throughout. A man in the street has a first name, or is named once.
    """
    last = re.escape(name.split()[-1]) if name.split() else ""
    if not last or not name[0].isupper():
        return False
    if re.search(rf"\b{last}(?:{_RULES}|{_SPEAKS_TO_ALL})", text):
        return True
    return " " not in name and len(re.findall(rf"\b{last}\b", text)) >= OFTEN and not _has_first_name(last, text)


def _has_first_name(last: str, text: str) -> bool:
    return re.search(rf"(?<![.!?] )\b(?!President|Mr|Mrs|Ms|Dr)[A-Z][a-z]+ {last}\b", text) is not None


def named_in(name: str, content: str) -> bool:
    """Whether a name stands in a content as a whole word."""
    return name in content and bool(re.search(rf"\b{re.escape(name)}\b", content))
