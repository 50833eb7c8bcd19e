"""Nearby: whose an origin is by what stands around the place where the text first names it.

"The UN mission in Tarn … Its head, Amadou Sarr" makes Sarr the mission's; "Varnian troops came back. One soldier said"
makes the soldier Varnian. The limit accepted: nearness is counted in characters, so that an aside between a source and
its own side may give it to another.
"""

import re
from collections import Counter
from functools import lru_cache

from sayso.lexicon.load import table
from sayso.model.statement import OriginKind
from sayso.read.capacities import capacities
from sayso.read.mentions import How, mentions
from sayso.read.parties import FORCE, ArticleParties, armed_parties

NEAR, ONWARD = 400, 120
"""How far before and after a source its side may stand, in code points: about three sentences, and one."""

HEAD = 2000
"""In so many code points from its beginning an article has its dateline."""

CLEARLY = 1.5
"""How much nearer and oftener one side than the next must stand to be the source's."""

HALFWAY = 150
"""The distance in code points at which a mention counts half."""

_OBJECT = re.compile(
    r"\b(?:against|threat of|attack on|attacks on|war (?:on|in|with)|invasion of|occupation of|battle for|fighting in|"
    r"sanctions on|enemy|fled|from|by|images? of|condemn(?:s|ed|ing)|accus(?:es|ed|ing)|blam(?:es|ed|ing)|"
    r"denounc(?:es|ed|ing)|criticis(?:es|ed|ing)|criticiz(?:es|ed|ing)|warn(?:s|ed|ing)|urg(?:es|ed|ing)) (?:the )?$|"
    r"\b(?:kill|wound|injur|hit|struck|strik|shell|destroy|captur|target|bomb|attack|repel|defeat)"
    r"(?:s|ed|led|ing|ling)? (?:(?:the|some|about|around|at least|more than|over|several|dozens of|hundreds of|[\d,.]+|"
    r"two|three|four|five|six|seven|eight|nine|ten) ){0,3}$"
)
HEARD = 2
"""How much more a side counts that has just spoken: "Varnia said that …", then "the colonel denied it"."""

_SPEAKS = re.compile(
    r"(?:['’]s)? (?:[a-z]+ ){0,3}?(?:has |have |had |also )?"
    r"(?:said|says|claimed|announced|reported|insisted|confirmed|admitted|acknowledged|denied|accused)\b"
)
_AT = re.compile(
    r"\b(?:in|into|at|to|on|of|across|over|inside|near) (?:the |eastern |southern |northern |western )?$", re.I
)
_SPOKEN_FOR = frozenset({"official", "soldier", "resident", "relative", "witness", "nobody", "outlet"})


@lru_cache(maxsize=512)
def side_near(name: str | None, words: str, role: str, kind: OriginKind, article: ArticleParties) -> str | None:
    """The side that stands most and nearest around the place where the source first comes up: "Varnian troops …",
    then "one soldier said".

    A side that is only attacked, fled or fought against there does not count, nor for a soldier the soil he is on. Two
    states named alike tell nothing; of a person without an office all that is named must be one side.
    """
    said = f"{name or ''} | {words} | {role}"
    spoken = set(capacities(said))
    if kind is OriginKind.RECORDING or (kind is OriginKind.PERSON and {"expert", "press"} & spoken):
        return None
    of_state = bool(STATE_OFFICE.search(said))
    deed = _whose_deed(article, _first(article.text, name, words)) if _OF_ARMS.search(said) else None
    if deed:
        return deed
    if of_state and not _ABROAD.search(said) and article.foremost not in (None, *armed_parties()):
        return article.foremost
    if "official" in spoken and article.theatre and not (of_state and article.theatre in armed_parties()):
        return article.theatre
    at = _first(article.text, name, words)
    if at < 0:
        return None
    start, end = max(0, at - NEAR), at + ONWARD
    stop = article.text.find("\n", at, end)
    window = article.text[start : stop if stop >= 0 else end]
    votes: Counter[str] = Counter()
    fighter = "soldier" in spoken
    for mention in mentions(window, article.invented):
        before = window[max(0, mention.start - 40) : mention.start]
        if mention.value.how in (How.OUTLET, How.STATE_OUTLET) or (of_state and mention.value.how is How.PARTY):
            continue
        if mention.value.side not in article.belligerents or _OBJECT.search(before):
            continue
        if fighter and mention.value.how is not How.CAPITAL and _AT.search(before):
            continue
        if not spoken - {"resident", "witness"} and FORCE.match(window, mention.end):
            continue
        weight = HEARD if _SPEAKS.match(window, mention.end) else 1
        votes[mention.value.side] += round(weight * 1000 / (1 + abs(start + mention.start - at) / HALFWAY))
    if not votes or (kind is OriginKind.PERSON and not spoken & _SPOKEN_FOR and len(votes) > 1):
        return None
    (side, most), *others = votes.most_common(2)
    return side if not others or most >= CLEARLY * others[0][1] else None


_OF_ARMS = re.compile(
    r"\b(?:defen[cs]e|army|military|general staff|armed forces|high command|air force|navy|ministry of war)\b", re.I
)
_DEED = re.compile(
    r"(?:['’]s)? (?:[a-z]+ ){0,2}?(?:troops|forces|army|units|soldiers|fighters|gunners|air defen[cs]es?|"
    r"paratroopers|marines|tanks|brigades?|navy|air force) (?:(?:have|has|had|also|now) ){0,2}"
    r"(?:taken|took|captured|seized|liberated|recaptured|retaken|retook|repelled|repulsed|shot down|downed|"
    r"intercepted|advanced|entered|gained|regained|cleared|pushed|driven|drove|held|thwarted|foiled|surrounded|crossed)\b"
)


def _whose_deed(article: ArticleParties, at: int) -> str | None:
    """The side whose forces did what a ministry of arms tells there: "Varnian troops have taken Karsk, it said"."""
    edge = max(article.text.rfind(mark, 0, at) for mark in (". ", ".\n", "\n", "” ", '" '))
    sentence = article.text[edge + 1 : at]
    named = (m for m in mentions(sentence, article.invented) if m.value.side in article.belligerents)
    return next((m.value.side for m in named if _DEED.match(sentence, m.end)), None)


STATE_OFFICE = re.compile(
    r"\b(?:minister|ministry|president|senator|lawmaker|MP|congress\w*|member of parliament|secretary|ambassador|"
    r"diplomat\w*|administration|chancellor|governor|mayor|premier|advis[eo]r|joint chiefs|chief of staff|envoy)\b",
    re.I,
)


def _first(text: str, *forms: str | None) -> int:
    """Where the first of the forms that the text has stands for the first time, else -1."""
    return next((at for at in (text.find(form) for form in forms if form) if at >= 0), -1)


_ABROAD = re.compile(r"\b(?:foreign|diplomat\w*|ambassador|envoy|embassy)\b", re.I)


_OWNER = re.compile(r"\b(?:(?P<its>[Ii]ts)|[Tt]he (?P<body>[a-z]+)['’]s?|(?:of|for|at|with) the (?P<of>[a-z]+)\b)")


def side_of_owner(words: str, article: ArticleParties) -> str | None:
    """The side of "its head" and "the mission's head": that of the body that the text speaks of just before.

    "The UN mission in Tarn … Its head, Amadou Sarr" gives none.
    """
    for part in words.split(" | "):
        owner = _OWNER.match(part) or _OWNER.search(part)
        at = article.text.find(part) if owner and len(part) > len("its head") - 1 else -1
        if owner is None or at < 0:
            continue
        before = article.text[max(0, at - NEAR) : at + owner.start()]
        noun = owner["body"] or owner["of"]
        if noun and noun not in _bodies():
            continue
        edge = before.rfind("\n") if owner["its"] else -1
        for found in reversed(mentions(before, article.invented)):
            if found.start < edge:
                break
            tail = before[found.end :]
            if (
                noun
                and not re.match(rf"(?:['’]s?)? ?(?:[\w-]+ ){{0,3}}{noun}\b", tail, re.I)
                and noun not in before[found.start : found.end].lower()
            ):
                continue
            if owner["its"] and not _OPENS.search(before[: found.start]):
                continue
            return found.value.side
    return None


_DATELINE = re.compile(
    r"^\W{0,3}(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ' -]{2,}[A-ZÀ-Þ])\b(?:,[^\n:—–-]{2,30})?(?: \([^)\n]{2,40}\))? ?[:—–-]", re.M
)


@lru_cache(maxsize=8)
def dateline(text: str) -> str | None:
    """The place that the dateline names: "TARN, Ostrel (VNA) —" gives Tarn."""
    found = _DATELINE.search(text[:HEAD])
    return found["place"].title() if found else None


_LIKE = re.compile(
    r"^(?:(?:an?|the|one|two|three|some|several|another|other|senior|unnamed|unidentified|anonymous|of|these|those|"
    r"said|who|same|both|many)\s+)*(?P<noun>[a-z]+)$",
    re.I,
)


@lru_cache(maxsize=256)
def side_of_like(name: str | None, words: str, kind: OriginKind, article: ArticleParties) -> str | None:
    """The side of "one of the officials" where the text has spoken before of "Varnian officials": the last such."""
    match = _LIKE.match((name or words).strip())
    if match is None or kind not in (OriginKind.UNNAMED_PERSON, OriginKind.GROUP, OriginKind.PERSON):
        return None
    noun = match["noun"].removesuffix("s")
    if "official" not in capacities(noun):
        return None
    at = _first(article.text, name, words)
    before = article.text[: max(0, at)]
    last = None
    for found in re.finditer(rf"\b{noun}s?\b", before):
        head = before[max(0, found.start() - 40) : found.start()]
        named = mentions(head, article.invented)
        if named and named[-1].value.how in _OWNS and re.fullmatch(r"(?:['’]?s)? (?:[a-z]+ )?", head[named[-1].end :]):
            last = named[-1].value.side
    return last


_OWNS = frozenset({How.NAME, How.ADJECTIVE, How.PARTY, How.SEAT})


_OPENS = re.compile(r"(?:^|[.!?\n]\W*|\n)(?:The |A |An )?$")


@lru_cache(maxsize=1)
def _bodies() -> frozenset[str]:
    return frozenset(word for word in (*table("offices")["organizations"], *table("offices")["bodies_of_state"]))
