"""Basis: how an origin would know what it says.

A spokesman is `official`, a soldier on his own platoon `participant`, a resident who saw the flash `witness`, a monitor
`expert`; a letter that the paper has read is `document`, whoever wrote it. An official who passes on what others feel
passes on `hearsay`. The limit accepted: a resident is taken for a participant unless the words show what he saw.
"""

import re
from functools import lru_cache

from sayso.lexicon.load import table
from sayso.lexicon.phrases import Phrases
from sayso.model.statement import Basis, OriginKind, Voice
from sayso.read.capacities import capacities
from sayso.read.mentions import How, mentions


@lru_cache(maxsize=1)
def _evidentials() -> dict[str, Phrases[str]]:
    return {key: Phrases(dict.fromkeys(words, key)) for key, words in table("evidentials").items()}


_FORMER = re.compile(r"\b(?:former|ex|retired|one-time|onetime)\b", re.I)
_SAW = re.compile(
    r"\b(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey) (?:\w+ly |just |had |all |could |first |then |suddenly )?"
    r"(?:saw|seen|see|heard|hear|watched|witnessed|smelled|smelt) (?!from\b|of\b|that\b)"
)
_RELATIVE = re.compile(r"\s(?:that|which|who|whose)\s.*$", re.S)
_RANKED = re.compile(
    r"\b(?:commander|general|colonel|officer|command|official|spokes\w+|source|representative)\b", re.I
)
_OBSERVERS = re.compile(
    r"\b(?:[Oo]bservatory|[Ii]nstitute|[Mm]onitoring group|[Tt]hink[ -]?tank|Human Rights Watch|Amnesty|Crisis "
    r"Group)\b"
)
_RANK = re.compile(r"\b(?:Gen|Lt|Col|Maj|Capt|Brig|Adm|Cmdr|Cdr)\b")
_NEGOTIATES = re.compile(r"\b(?:negotiator|mediator|organi[sz]er|participant)s?\b")
_THIRD = re.compile(
    r"^(?:[“\"‘']\s*)?(?:(?:I think|and|but|that)\s+)?(?:the |a |an |some |many |most |all |local |several |"
    r"thousands of |a growing number of )?"
    r"(?:they\b|people|residents|citizens|locals|locals?|families|soldiers|others|everyone|many|population|"
    r"individuals|refugees|civilians|[A-Z]\w+s\b|significant portion of)",
    re.I,
)
_OWN_CASE = re.compile(r"\b(?:he|she|they|their|his|her|i|we|my|our|me|us)\b", re.I)


def basis(
    kind: OriginKind, role: str | None, name: str | None, words: str, cue: str, content: str, voice: Voice
) -> Basis:
    """How the origin would know.

    `words` are the source's; where the sentence names nobody, those of the sentence that did.
    """
    if kind is OriginKind.RECORDING:
        return Basis.RECORDING
    own = " | ".join(part for part in (words, role or "", name or "") if part)
    if kind is OriginKind.UNSTATED:
        return Basis.EXPERT if _has("forecasts", f"{cue} {words}") else Basis.UNSTATED
    if kind is OriginKind.OUTLET or voice is Voice.OUTLET:
        return Basis.RECORDING if kind is OriginKind.OUTLET and _has("shows", cue) else Basis.UNSTATED
    spoken = capacities(own)
    if kind is OriginKind.DOCUMENT:
        return Basis.EXPERT if _of_experts(own, spoken) else Basis.DOCUMENT
    written = kind is not OriginKind.ORGANIZATION and _has("texts", _RELATIVE.sub("", words))
    if written or (_writes(cue) and _is_private(kind, spoken)):
        return Basis.DOCUMENT
    if kind is OriginKind.ORGANIZATION:
        return Basis.EXPERT if _expert_body(own, spoken) else Basis.OFFICIAL
    return _of_people(kind, own, spoken, cue, content)


def _of_people(kind: OriginKind, own: str, spoken: tuple[str, ...], cue: str, content: str) -> Basis:
    """The basis of a person or a group, by the capacity in which they speak and by what they speak of."""
    first = spoken[0] if spoken else None
    if "nobody" in spoken and "official" not in spoken:
        return Basis.OFFICIAL if _stands_for_something(own) else Basis.UNSTATED
    if kind is OriginKind.GROUP and _belligerents().search(own):
        return Basis.HEARSAY if _passes_on(content) else Basis.OFFICIAL
    if _FORMER.search(own) and ("official" in spoken or _RANKED.search(own)):
        return Basis.EXPERT
    if first == "witness":
        return Basis.WITNESS
    if "press" in spoken[:2] and first in ("press", "outlet"):
        if _has("own", content):
            return Basis.PARTICIPANT
        return Basis.WITNESS if _has("seen", f"{cue} {content}") else Basis.EXPERT
    if first == "expert" or ("expert" in spoken and "official" not in spoken) or _OBSERVERS.search(own):
        return Basis.EXPERT
    if _NEGOTIATES.search(own):
        return Basis.PARTICIPANT
    if _speaks_officially(first, spoken, own):
        return Basis.HEARSAY if _passes_on(content) else Basis.OFFICIAL
    if _passes_on(content):
        return Basis.HEARSAY
    if "soldier" in spoken:
        return Basis.PARTICIPANT
    if _SAW.search(content) or (_has("seen", content) and not _has("own", content)):
        return Basis.WITNESS
    if "relative" in spoken or _OWN_CASE.search(content):
        return Basis.PARTICIPANT
    if kind is OriginKind.PERSON and not spoken:
        return Basis.OFFICIAL if _stands_for_something(own) else Basis.UNSTATED
    if "resident" in spoken:
        return Basis.WITNESS if kind is OriginKind.GROUP else Basis.PARTICIPANT
    return Basis.UNSTATED


@lru_cache(maxsize=1)
def _belligerents() -> re.Pattern[str]:
    """A party at war by the bare word for it: "rebels said" gives their word as a party, not what some of them saw."""
    words = "|".join(sorted(table("offices")["rebels"], key=len, reverse=True))
    return re.compile(rf"^(?:the |some )?(?:[\w’'-]+ )?(?:{words})(?: \||$)", re.I)


def _speaks_officially(first: str | None, spoken: tuple[str, ...], own: str) -> bool:
    if first == "official":
        return True
    return (
        ("official" in spoken and "soldier" not in spoken[:1])
        or bool(_RANKED.search(own) and "soldier" in spoken)
        or (first is None and bool(_RANK.search(own)))
    )


def _stands_for_something(own: str) -> bool:
    return any(found.value.how in (How.SEAT, How.NO_SIDE, How.PARTY) for found in mentions(own))


def _expert_body(own: str, spoken: tuple[str, ...]) -> bool:
    low = own.lower()
    named = [found.value for found in mentions(own)]
    if any(value.how is How.NO_SIDE for value in named):
        return bool(
            re.search(
                r"observatory|institute|monitor|group|watch|amnesty|committee to|crisis|think|isw|rusi|acled|airwars|"
                r"house|cent(?:er|re) for|csis|council on|atlantic council|rand|carnegie|brookings|sipri|iiss|"
                r"bellingcat|reporters without|physicians for",
                low,
            )
        )
    return "expert" in spoken and "official" not in spoken[:1] and "government" not in low


def _of_experts(own: str, spoken: tuple[str, ...]) -> bool:
    return "expert" in spoken or bool(
        re.search(r"\b(?:report|study|survey|finding|findings|review|assessment|analysis|data|poll)\b", own, re.I)
    )


def _writes(cue: str) -> bool:
    return _has("writes", cue)


def _is_private(kind: OriginKind, spoken: tuple[str, ...]) -> bool:
    return kind in (OriginKind.PERSON, OriginKind.UNNAMED_PERSON, OriginKind.GROUP) and not {
        "official",
        "expert",
        "press",
    } & set(spoken)


def _passes_on(content: str) -> bool:
    """Whether the content is what others than the speaker feel or say: "residents are expressing relief"."""
    return bool(_THIRD.match(content)) and _has("others", content[:120])


def _has(key: str, text: str) -> bool:
    return bool(text) and _evidentials()[key].has(text)
