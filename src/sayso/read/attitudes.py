"""Attitude: what a content says that somebody feels, fears, trusts, likes or longs for.

"Residents fear a new siege": holder "Residents", target "a new siege", negative. "We are very tired", said a soldier:
the holder is the origin. A demand or a stated position is an event, not an attitude. The limit accepted: one attitude
a content, the first whose holder can be told.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from sayso.lexicon.load import table
from sayso.model.statement import Attitude, Polarity, Voice
from sayso.read.feelers import ORIGIN, REACH, feeler, may_feel
from sayso.read.feelings import Feeling, feelings, of_cue

VETO = 0.9
"""Share that the neural head must give to "no feeling" to overrule the words; and to a sign, to overrule theirs."""

_MANY = re.compile(r"\b(?:people|women|men|children|famil(?:y|ies)|crew|[a-z]{3,}[^s\W]s)$")
_TARGET = re.compile(
    r"^\s*(?:that |about |for |of |at |toward |towards |in |with |over |to |by )?(?P<np>[^,;.“”\"]{2,90})"
)
_WANTS = re.compile(r"want(?:s|ed)?\b")
_DEMAND = re.compile(r" (?!to\b)[^,;.]{2,60}? (?:to (?!be\b)[a-z]|back\b|home\b)")
_NEGATED = re.compile(r"\b(?:not|n['’]?t|no|never|without|hardly|no longer)(?: \w+)?$", re.I)
_DOING = re.compile(r"(?:\b(?:is|are|was|were|am|been)|['’](?:re|m|s))\s(?:\w+\s)?$")
_NEITHER = (" neither", " nobody", " no one", " none")
_LINKS = (" about", " of", " at", " that", " in", " with", " over", " by", " toward", " to ", " for")


def attitude(
    content: str,
    origin_name: str | None,
    voice: Voice,
    cue: str = "",
    felt: Sequence[float] | None = None,
) -> Attitude | None:
    """The attitude that the content tells of, or None; a holder "we", "I", "he" or "she" is the origin by name.

    A cue that is itself a feeling ("he worries that …") makes the origin its holder. `felt`, where a neural head gives
    it, is the likelihood of none, negative, positive and mixed: it may veto what the words say, or change its sign.
    """
    if felt is not None and felt[0] >= VETO:
        return None
    found = _of_cue(content, origin_name, cue) or _meant_for(content)
    found = found or _of_words(content, origin_name, voice) or _shown(content)
    return found if found is None or felt is None else _signed(found, felt)


def _signed(found: Attitude, felt: Sequence[float]) -> Attitude:
    """The attitude with the sign that the neural head is sure of."""
    signs = (Polarity.NEGATIVE, Polarity.POSITIVE, Polarity.MIXED)
    share, sign = max(zip(felt[1:], signs, strict=True), key=lambda pair: pair[0])
    return Attitude(found.holder, found.target, sign) if share >= VETO else found


def _of_cue(content: str, origin_name: str | None, cue: str) -> Attitude | None:
    sign = of_cue(cue)
    return Attitude(origin_name, content, sign) if sign and origin_name else None


def _of_words(content: str, origin_name: str | None, voice: Voice) -> Attitude | None:
    for found in feelings(content):
        before, after = content[: found.start].rstrip("'’"), content[found.end :]
        who = feeler(found, before, after)
        if found.form == "verb" and _is_gerund(content[found.start : found.end], before):
            continue
        if who == ORIGIN and content[found.start : found.end].lower() in _positions():
            continue
        holder = _named(who, origin_name, voice)
        if holder is None or (_WANTS.match(content, found.start) and _DEMAND.match(after[:REACH])):
            continue
        target = _target(found, before, after)
        sign = _sign(found, content, before, after)
        return Attitude(holder, None if target == holder else target, sign)
    return None


def _is_gerund(verb: str, before: str) -> bool:
    """Whether it is no verb of a subject: "the mourning ceremonies", unlike "they are mourning"."""
    return verb.partition(" ")[0].endswith("ing") and not _DOING.search(before[-40:])


@lru_cache(maxsize=1)
def _positions() -> frozenset[str]:
    return frozenset(table("feelings")["positions"])


def _named(holder: str | None, origin_name: str | None, voice: Voice) -> str | None:
    """The holder by name: the origin's for "we" in what somebody says, "they" where the origin is several."""
    if holder == ORIGIN:
        return origin_name if voice is not Voice.OUTLET else None
    if holder and holder.lower() == "they" and origin_name and voice is not Voice.OUTLET and _MANY.search(origin_name):
        return origin_name
    return holder


def _sign(found: Feeling, content: str, before: str, after: str) -> Polarity:
    """The sign of a feeling, turned where it is denied: "trusts neither", "not afraid"."""
    denied = _NEGATED.search(before[-40:].strip()) or after.startswith(_NEITHER)
    itself = re.search(r"n['’]?\s?t\b|\bnot\b", content[found.start : found.end])
    if found.polarity is Polarity.MIXED or found.form == "noun" or not denied or itself:
        return found.polarity
    return Polarity.NEGATIVE if found.polarity is Polarity.POSITIVE else Polarity.POSITIVE


def _target(found: Feeling, before: str, after: str) -> str | None:
    """What is felt about: what follows; for "shocking for everyone", what it is said of."""
    if found.form == "effect" or (found.form == "verb" and after.startswith(" by ")):
        thing = re.match(r"^(?P<np>[^,;:]{2,80}?)\s(?:is|are|was|were|has been|remains?)\b", before)
        return thing["np"] if thing else None
    if found.form in ("state", "noun") and not after.startswith(_LINKS):
        return None
    known = _TARGET.match(after[:REACH])
    words = known["np"].strip() if known else ""
    return words if words and not words.startswith(("and ", "or ", "but ")) else None


_FOR_WHOM = re.compile(
    r"^(?:[Ff]or|[Tt]o) (?P<np>[^,]{3,60}), (?P<target>[^.;]{3,160}?) "
    r"(?:is|are|was|were|remains?|symboli[sz]es?|means?|represents?|could be interpreted as|offers?|brings?)"
    r" (?P<what>.+)$",
    re.S,
)
_SHOWN = re.compile(
    r"^(?:[Ii]n [A-Z][\w ]+, )?(?P<np>(?:[^,;]|(?<=\d),(?=\d)){3,80}?)(?:,[^,]{3,60},)? "
    r"(?:rallied|demonstrated|marched|protested|gathered|took to the streets)\b[^.;]{0,120}?"
    r"\b(?:(?P<positive>(?:in |to voice |to show )(?:their )?(?:support|solidarity)(?: for| of| with)?)|"
    r"(?P<negative>to condemn|against|in protest at|to denounce|to protest)) (?P<target>[^,.;]{3,80})",
    re.S,
)


def _meant_for(content: str) -> Attitude | None:
    """The attitude in "For many in Karsk, the visit is a reminder of …"."""
    found = _FOR_WHOM.match(content)
    if not found or not may_feel(found["np"]):
        return None
    signs = [one.polarity for one in feelings(found["what"][:REACH]) if one.form == "effect"]
    if not signs:
        return None
    sign = Polarity.NEGATIVE if Polarity.NEGATIVE in signs else Polarity.POSITIVE
    return Attitude(found["np"], found["target"], sign)


def _shown(content: str) -> Attitude | None:
    """The attitude that people show in the street: "Thousands rallied in support of …"."""
    found = _SHOWN.match(content)
    if not found:
        return None
    return Attitude(found["np"], found["target"], Polarity.NEGATIVE if found["negative"] else Polarity.POSITIVE)
