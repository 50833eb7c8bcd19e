"""Sides around: the side of somebody by what stands next to his name, wherever the article has it.

"Varnian army chief Jan Orr" in the first sentence makes "Orr" Varnia's in the last; so does "Moss's government" of Moss
whose government it is. Limit: surnames are taken for one person each.
"""

import re
from collections import Counter
from functools import lru_cache

from sayso.model.statement import OriginKind
from sayso.read.capacities import capacities
from sayso.read.mentions import How, mentions, occurrences
from sayso.read.parties import ArticleParties
from sayso.read.rebels import rebels_of
from sayso.read.seats import side_of_seat

_NAME_PART = re.compile(r"[A-ZÀ-Þ][\w'’-]+")
_SENTENCE_EDGE = re.compile(r"[.!?;\n](?=\s|$)")
_ADDRESSES = re.compile(
    r"(?:['’]s)? (?:has |had )?(?:told|addressed|assured|reassured|thanked|urged|congratulated|reminded) "
    r"(?:his |her |all |fellow |the )*(?P<people>[A-ZÀ-Þ][\w-]+)\b"
    r"(?=[^.!?\n]{0,60}\b(?:address|speech|broadcast|message)\b)"
)


@lru_cache(maxsize=256)
def by_his_address(name: str | None, kind: OriginKind, article: ArticleParties) -> str | None:
    """The state of him who "told Varnians in an evening address": a people is addressed by its own."""
    if not name or kind is not OriginKind.PERSON:
        return None
    for _, end in occurrences(name.split()[-1], article.text):
        told = _ADDRESSES.match(article.text, end)
        people = mentions(told["people"], article.invented) if told else ()
        if people and people[0].value.how is How.ADJECTIVE:
            return people[0].value.side
    return None


_APPOSITION = re.compile(
    r"(?:, (?=(?:an?|the|who|head|chief|director|spokesman|spokeswoman|commander|governor|mayor)\b|"
    r"[A-ZÀ-Þ][\w-]+['’]s )"
    r"| (?=(?:an?|head|director) ))"
    r"([^,.;\n]+)"
)


@lru_cache(maxsize=256)
def around(name: str, article: ArticleParties) -> str:
    """What the article puts next to a name, wherever it stands: the nouns before it and the apposition after it."""
    parts = _NAME_PART.findall(name)
    if not parts:
        return ""
    out: list[str] = []
    text = article.text
    for start, end in occurrences(parts[-1], text):
        head = _FORENAMES.sub(" ", text[max(0, start - 90) : start])
        edge = max((m.end() for m in _SENTENCE_EDGE.finditer(head)), default=0)
        out.append(_nouns_before(head[edge:], article))
        tail = text[end : end + 140]
        apposition = _APPOSITION.match(tail)
        if apposition:
            out.append(apposition.group(1))
    return " | ".join(part for part in out if part)


def _nouns_before(head: str, article: ArticleParties) -> str:
    """The nouns that run up to a name: of "strikes, said Varnian army chief Jan" the part "Varnian army chief Jan"."""
    found = mentions(head, article.invented)
    for mention in reversed(found):
        between = head[mention.end :]
        if re.fullmatch(r"(?:['’]?s)?[ -](?:(?:[A-ZÀ-Þ][\w.'’-]*|of|the|and|for|deputy|top|chief)[ -])*", between):
            return head[mention.start :]
        lows = re.sub(r"[A-ZÀ-Þ][\w.'’-]*", "", between).strip(" ,")
        plain = re.fullmatch(r"(?:['’]?s)?[^,;:()]{0,60},? ?", between)
        if plain and capacities(between) and not _VERBAL.search(f"{lows} "):
            return head[mention.start :]
    return ""


_FORENAMES = re.compile(r"(?:(?<=,)|(?<=[a-z])) (?:[A-ZÀ-Þ][\w.'’-]*[ -]){1,2}$")
_VERBAL = re.compile(
    r"\b(?:is|are|was|were|has|have|had|said|says|told|by|to|in|on|at|with|that|from|but|as|met|against|according|"
    r"while|when|where|which|after|before|into|over|between|than|also|would|will|can|could|not|did|does|do|called)\b"
)
_LEADER = re.compile(
    r"\b(?:pro-|anti-)?(?:President |Mr\.? )?(?P<name>[A-ZÀ-Þ][\w-]+(?: [\w-]+)??)(?:['’]s|s)? "
    r"(?:government|regime|[Aa]dministration|forces|army|troops|loyalists|supporters)\b"
    r"|\b(?:government|regime|administration|forces|army) of (?:President |Prime Minister "
    r")?(?P<of>[A-ZÀ-Þ][\w-]+(?: [A-Za-zÀ-ÿ-]+){0,2})"
    r"|\b(?:pro|anti)-(?P<cause>[A-ZÀ-Þ][\w-]+)"
)


def from_leader(words: str, article: ArticleParties) -> str | None:
    """The side of "Veres's government" and "anti-Veres fighters", where the article says whose leader Veres is."""
    match = _LEADER.search(words)
    if not match:
        return None
    leader = next(part for part in match.group("name", "of", "cause") if part)
    beside = around(leader, article)
    found = [m for m in mentions(beside, article.invented) if m.value.how in (How.NAME, How.ADJECTIVE, How.CAPITAL)]
    if found:
        side = Counter(m.value.side for m in found).most_common(1)[0][0]
    elif "administration" in match.group(0).lower():
        side = side_of_seat(None, leader, article, scene=False) or ""
    else:
        side = article.theatre or article.main or article.foremost or ""
    if not side:
        return None
    return rebels_of(side) if match.group(0).startswith("anti-") else side
