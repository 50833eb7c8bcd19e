"""War acts: the acts that war reports tell of in their plainest words, as PLOVER types.

"Ostrel shelled the port of Tarn" is an ASSAULT, "will send weapons" a promise (AGREE), "called on both sides to stop"
a REQUEST. The verb of the main clause decides, then the other verbs, then the nouns; an act that is only possible,
wished for or denied is none. A short list, and so seldom wrong; what it does not know is left to `sayso.read.acts`.
The limit accepted: words are counted without their objects.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from sayso.lexicon.load import table
from sayso.lexicon.phrases import Found, Phrases, forms
from sayso.model.statement import Event


class _Word(NamedTuple):
    event: Event
    verb: bool


@lru_cache(maxsize=1)
def _words() -> Phrases[_Word]:
    entries: dict[str, _Word] = {}
    for name, row in table("war_acts").items():
        event = Event(name)
        for verb in row["verbs"]:
            for form in (verb[1:],) if verb.startswith("=") else forms(verb):
                entries.setdefault(form, _Word(event, True))
    for name, row in table("war_acts").items():
        for noun in row["nouns"]:
            entries[noun] = _Word(Event(name), False)
    return Phrases(entries)


_UNREAL = re.compile(
    r"\b(?:if|unless|could|might|may|would|should|to avoid|to prevent|without|unable to|failed to|not to|fear(?:s|"
    r"ed)? (?:of|that)|hopes? (?:to|that)|"
    r"no (?:intention|plans?) (?:to|of)|whether|refrain from|want(?:s|ed)? to|threat of|risk of|instead of|rather "
    r"than)\b[^,;.]{0,60}$",
    re.I,
)
_NOT = re.compile(r"\b(?:not|never|n['’]t|no|neither|nor|without)\b[^,;.]{0,25}$", re.I)
_HUNG = re.compile(
    r"\b(?:which|who|whom|whose|where|after|before|since|as|while|although|though|because|amid|despite|"
    r"following)\b[^,;]*$",
    re.I,
)
_ASIDE = re.compile(
    r"\b(?:of|from|in|against|for|since|during|after|before|amid|about|to|than|as|over|by|despite|following|on|"
    r"around|with) "
    r"(?:(?:the|an?|his|her|its|their|this|that|these|such|any|all|both|[A-Z][\w’'-]*|[\w-]+(?:ed|ing|al|ous|an|"
    r"ic|less|ly|y)) ){0,3}(?:[\w’'-]+ )?$"
)
_PROMISE = re.compile(
    r"\b(?:will|shall|would|going to|plans? to|planning to|to be|vow(?:s|ed)? to)\b[^,;.]{0,20}$", re.I
)
_KIND_ACTS = frozenset({Event.AID, Event.COOPERATE, Event.CONCEDE, Event.CONSULT})
_HARSH_ACTS = frozenset({Event.ASSAULT, Event.COERCE, Event.SANCTION})
_OWN_THREAT = re.compile(r"\b(?:we|I|we['’]ll|I['’]ll) (?:will|shall|are going to|continue)|\b(?:unless|if)\b", re.I)
_SPOKEN_ACTS = frozenset({Event.AGREE, Event.REQUEST, Event.THREATEN, Event.REJECT, Event.ACCUSE})


_TAKES_PEOPLE = re.compile(
    r"\b(?:captur|seiz)\w+ (?:[\w-]+ ){0,4}(?:men|women|soldiers|fighters|volunteers|journalists|activists|people|"
    r"civilians|hostages|prisoners|children)\b"
    r"|\b(?:men|women|soldiers|fighters|volunteers|journalists|activists|people|civilians|pair|[A-Z]\w+s|they|he|"
    r"she)\b[^.;]{0,60}\b(?:was|were|been|being) (?:captured|seized)",
)
_BY_CUE = {
    Event.REQUEST: re.compile(
        r"\b(?:call(?:s|ed|ing)? (?:on|upon|for)|urg(?:e|es|ed|ing)|demand(?:s|ed|ing)?|appeal(?:s|ed|ing)? (?:to|"
        r"for)|ask(?:s|ed|ing)? for|request(?:s|ed|ing)?|plead(?:s|ed)?|asked)\b",
        re.I,
    ),
    Event.ACCUSE: re.compile(
        r"\b(?:condemn(?:s|ed|ing)?|denounc(?:e|es|ed|ing)|criticis(?:ed|es)|criticiz(?:ed|es)|labell?ed|"
        r"accus(?:es|ed|ing)|blam(?:es|ed|ing)|has blamed)\b(?! on)",
        re.I,
    ),
    Event.THREATEN: re.compile(r"\b(?:threaten(?:s|ed|ing)?)\b", re.I),
    Event.AGREE: re.compile(r"\b(?:promis(?:es|ed|ing)|pledg(?:es|ed|ing)|agreed)\b", re.I),
    Event.SUPPORT: re.compile(r"\b(?:prais(?:es|ed|ing)|hailed|welcomed|endorsed)\b", re.I),
}


_OUGHT = re.compile(
    r"^[^,;]{0,80}?\b(?P<who>[\w’']+) (?:should|must)(?: now| also| immediately)? (?:be |immediately |at once |never )*"
    r"(?:releas|freed?\b|tri?e[ds]?\b|end\b|stop|halt|withdraw|allow|lift|return|protect|respect|investigat|detain|cease|leave|"
    r"open|hand|punish|prosecut|strengthen|evacuat|disarm|ensur|grant)\w*",
    re.I,
)
_NOUN = re.compile(r" [a-z]{3,}")
_OWN_DUTY = frozenset({"we", "i"})
_DEMAND = re.compile(
    r"^\W*(?:[Ww]e|I) (?:just |only )?want (?!to\b)[^,;.]{2,60}? (?:to (?!be\b)[a-z]|back\b|home\b)|"
    r"^\W*(?:Give|Bring|Send|Let|Free|Return) "
    r"(?:me|us|them|him|her|our|my)\b"
)
_ATTRIBUTE = re.compile(
    r"\b(?:the|an?|its|their|his|her|these|those|newly|recently|most|heavily|badly) (?:newly |recently )?$", re.I
)


def war_act(content: str, cue: str = "") -> Event | None:
    """The type of the act reported, or None where no act is; a cue such as "called on" is itself the act."""
    for kind, said in _BY_CUE.items():
        if said.search(cue):
            return kind
    if _DEMAND.search(content):
        return Event.REQUEST
    ought = _OUGHT.search(content)
    if ought and ought["who"].lower() not in _OWN_DUTY:
        return Event.REQUEST
    best: tuple[int, int, Event] | None = None
    for found in _words().find(content):
        rank = _rank(content, found)
        if rank is None:
            continue
        candidate = (rank, found.start, _as_promised(content, found))
        if best is None or candidate[:2] < best[:2]:
            best = candidate
    if (
        best
        and best[2] is Event.ASSAULT
        and _TAKES_PEOPLE.search(content)
        and re.search(r"captur|seiz", content[best[1] : best[1] + 8])
    ):
        return Event.COERCE
    return best[2] if best else None


def _as_promised(content: str, found: Found[_Word]) -> Event:
    """The act as it stands: what somebody will do for another is a promise, what he will do to him a threat."""
    if found.value.verb and _PROMISE.search(content[: found.start]):
        if found.value.event in _KIND_ACTS:
            return Event.AGREE
        if found.value.event in _HARSH_ACTS:
            return Event.THREATEN
    return found.value.event


def _rank(content: str, found: Found[_Word]) -> int | None:
    """How near the words are to the act of the main clause, 0 the nearest; None where they report no act."""
    before = content[: found.start]
    kind, verb = found.value
    if _UNREAL.search(before) and kind is not Event.REQUEST:
        return None
    if _NOT.search(before) and kind not in (Event.REJECT, Event.COERCE):
        return None
    threat = kind in _HARSH_ACTS and bool(_OWN_THREAT.search(content))
    if verb and not threat and kind not in _SPOKEN_ACTS | _KIND_ACTS and _PROMISE.search(before):
        return None
    if (
        verb
        and content[found.start : found.end].endswith("ed")
        and _ATTRIBUTE.search(before)
        and _NOUN.match(content, found.end)
    ):
        return None
    if not verb and _ASIDE.search(before):
        return None
    hung = bool(_HUNG.search(before))
    return (0 if verb else 2) + (1 if hung else 0)
