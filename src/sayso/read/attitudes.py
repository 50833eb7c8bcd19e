"""Attitude: what a content says that somebody feels, fears, trusts, likes or longs for.

"Residents fear a new siege": holder "Residents", target "a new siege", negative. "We are very tired", said a soldier:
the holder is the origin. A demand or a stated position is an event, not an attitude. The limit accepted: one attitude
a content, the first whose holder can be told.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from sayso.lexicon.load import table
from sayso.lexicon.phrases import Found, Phrases, forms
from sayso.model.statement import Attitude, Polarity, Voice


class _Feeling(NamedTuple):
    polarity: Polarity
    form: str


_BE = (
    "is",
    "are",
    "was",
    "were",
    "be",
    "being",
    "been",
    "am",
    "feel",
    "feels",
    "felt",
    "'re",
    "’re",
    "'m",
    "’m",
    "remain",
    "grew",
    "growing",
)


@lru_cache(maxsize=1)
def _feelings() -> Phrases[_Feeling]:
    entries: dict[str, _Feeling] = {}
    for sign, row in table("feelings").items():
        polarity = Polarity(sign)
        for verb in row["verbs"]:
            if verb.startswith("be "):
                for be in _BE:
                    entries.setdefault(f"{be} {verb[3:]}", _Feeling(polarity, "verb"))
                continue
            for form in (verb[1:],) if verb.startswith("=") else forms(verb):
                entries.setdefault(form, _Feeling(polarity, "verb"))
        for state in row["states"]:
            for be in _BE:
                for very in ("", "very ", "so ", "extremely ", "deeply "):
                    entries.setdefault(f"{be} {very}{state}", _Feeling(polarity, "state"))
        for noun in row["nouns"]:
            entries.setdefault(noun, _Feeling(polarity, "noun"))
    return Phrases(entries)


_LEAD_IN = re.compile(
    r"^(?:while|although|though|as|but|and|that|because|when|where|if|instead of|in|on|for|with|despite|after|"
    r"before|amid|since|like|of)\b.*?(?=\b(?:some|many|most|the|residents|people|they|we|I|he|she|others)\b|$)\s*",
    re.I,
)
_FIRST_PERSON = re.compile(r"\b(?:I|we|us)$", re.I)
_THIRD_PERSON = re.compile(r"^(?:he|she|they|it)$", re.I)
_SUBJECT = re.compile(
    r"(?:^|[,;:—–]\s*|\b(?:that|and|but|while|as|although|because|which|when|where|said)\s+)"
    r"(?P<np>(?:(?!\b(?:that|which|who|because|while)\b)[^,;:—–]){1,80}?)"
    r"(?:,[^,]{3,80},)?\s+(?:(?:also|still|now|simply|just|even|too|have|has|had|do|does|did|really|always|"
    r"often|will|would|can|may|extremely|already|not|n['’]t) )*$"
)
_OWNED = re.compile(
    r"(?P<np>\b(?:my|our|their|his|her|[A-Z][\w’'-]+(?: [A-Z]?[\w’-]+){0,3}['’]s?|[A-Z]\w+s))\s+(?:[a-z]+ ){0,2}$"
)
_IN_GROUP = re.compile(
    r"^(?: and \w+)?(?: of \w+)? (?:among|in|of|on the part of|from|amongst) (?P<np>those who [\w ]{3,40}|(?:the |"
    r"many |some )?[A-Za-z][\w’' -]{2,50}?)(?=,|;|\.| that | leaving| who | about | over | at | as | to | grow| "
    r"for |$)"
)
_HAVING = re.compile(
    r"^(?P<np>[^,;:]{2,90}?)(?:,[^,]{3,90},)? (?:have |has |had )?(?:expressed|expressing|express|voiced|voice|"
    r"showed|shown|show|developed|describ\w+|are expressing|full of|filled with) (?:[a-z]+ ){0,4}$"
)
_NAMED_PLACE = re.compile(
    r"^ (?:among|from|on the part of)|^ in [A-Z]\w+(?:,| (?:grow|about|that|over|at|is|are|has|have|and)|$)"
)
_TARGET = re.compile(r"^\s*(?:that |about |for |of |at |toward |towards |in |with |over |to )?(?P<np>[^,;.“”\"]{2,90})")
_WANTS = re.compile(r"want(?:s|ed)?\b")
_DEMAND = re.compile(r" (?!to\b)[^,;.]{2,60}? (?:to (?!be\b)[a-z]|back\b|home\b)")
_NEGATED = re.compile(r"\b(?:not|n['’]?t|no|never|without|hardly)(?: \w+)?$", re.I)
_NO_HOLDER = frozenset({"it", "this", "that", "there", "what", "which", "who"})


_FEELING_CUE = re.compile(
    r"\b(?P<negative>worr(?:y|ies|ied)|fear(?:s|ed)?|dreads?)\b|\b(?P<positive>hop(?:e|es|ed))\b", re.I
)


def attitude(content: str, origin_name: str | None, voice: Voice, cue: str = "") -> Attitude | None:
    """The attitude that the content tells of, or None; a holder "we", "I", "he" or "she" is the origin by name.

    A cue that is itself a feeling ("he worries that …") makes the origin its holder.
    """
    felt = _FEELING_CUE.search(cue)
    if felt and origin_name:
        return Attitude(origin_name, content, Polarity.NEGATIVE if felt["negative"] else Polarity.POSITIVE)
    for found in _feelings().find(content):
        before, after = content[: found.start].rstrip("'’"), content[found.end :]
        holder = _holder(before, after, found, origin_name, voice)
        if holder is None or (_WANTS.match(content, found.start) and _DEMAND.match(after)):
            continue
        polarity = found.value.polarity
        if (
            found.value.form != "noun"
            and (_NEGATED.search(before.strip()) or after.startswith((" neither", " nobody", " no one", " none")))
            and "n't" not in content[found.start : found.end]
        ):
            polarity = Polarity.NEGATIVE if polarity is Polarity.POSITIVE else Polarity.POSITIVE
        target = (
            _target(after)
            if found.value.form != "state" or after.startswith((" about", " of", " at", " that", " in", " with"))
            else None
        )
        return Attitude(holder, target, polarity)
    return _meant_for(content) or _shown(content)


_FOR_WHOM = re.compile(
    r"^(?:[Ff]or|[Tt]o) (?P<np>[^,]{3,60}), (?P<target>.+?) (?:is|are|was|were|remains?|symboli[sz]es?|means?|"
    r"represents?|could be interpreted as|offers?|brings?)"
    r" (?P<what>.+)$",
    re.S,
)
_BAD = re.compile(
    r"\b(?:reminder|loss|erosion|threat|betrayal|humiliation|nightmare|disaster|tragedy|trauma|blow|danger|"
    r"abandonment|insult|fear|defeat|wound)\b",
    re.I,
)
_GOOD = re.compile(
    r"\b(?:stability|protection|hope|relief|comfort|victory|pride|blessing|reassurance|liberation|prize|triumph|"
    r"honou?r|security|lifeline)\b",
    re.I,
)
_SHOWN = re.compile(
    r"^(?:[Ii]n [A-Z][\w ]+, )?(?P<np>[^,;]{3,80}?)(?:,[^,]{3,60},)? (?:rallied|demonstrated|marched|protested|"
    r"gathered|took to the streets)\b"
    r".*?\b(?:(?P<positive>(?:in |to voice |to show )(?:their )?(?:support|solidarity)(?: for| of| with)?)|"
    r"(?P<negative>to condemn|against|in protest at|to denounce|to protest)) (?P<target>[^,.;]{3,80})",
    re.S,
)


def _meant_for(content: str) -> Attitude | None:
    """The attitude in "For many in Karsk, the visit is a reminder of …"."""
    found = _FOR_WHOM.match(content)
    if not found or not _may_feel(found["np"]):
        return None
    bad, good = _BAD.search(found["what"]), _GOOD.search(found["what"])
    if not bad and not good:
        return None
    return Attitude(found["np"], found["target"], Polarity.NEGATIVE if bad else Polarity.POSITIVE)


def _shown(content: str) -> Attitude | None:
    """The attitude that people show in the street: "Thousands rallied in support of …"."""
    found = _SHOWN.match(content)
    if not found:
        return None
    return Attitude(found["np"], found["target"], Polarity.NEGATIVE if found["negative"] else Polarity.POSITIVE)


_MANY = re.compile(r"\b(?:people|women|men|children|famil(?:y|ies)|crew|[a-z]{3,}[^s\W]s)$")
_CLAUSE = re.compile(r"^(?:[Tt]his|[Ii]t|[Tt]hat|[Tt]here) (?:is|was|are)\b|\b(?:declared|said|says)\b")


def _holder(before: str, after: str, found: Found[_Feeling], origin: str | None, voice: Voice) -> str | None:
    if found.value.form == "noun":
        return _noun_holder(before, after, origin)
    subject = _SUBJECT.search(f"{before.rstrip()} ")
    if subject is None:
        return None
    words = _LEAD_IN.sub("", subject.group("np").strip(" “\"‘'("))
    if not words:
        return None
    if _FIRST_PERSON.search(words):
        return origin if voice is not Voice.OUTLET else None
    if re.search(r"\b(?:he|she)$", words, re.I) or (
        words.lower() == "it" and not before[: subject.start("np")].strip()
    ):
        return origin if voice is not Voice.OUTLET else None
    if words.lower() == "they" and origin and voice is not Voice.OUTLET and _MANY.search(origin):
        return origin
    if words.lower().split()[-1] in _NO_HOLDER or _CLAUSE.search(words) or not _may_feel(words):
        return None
    return words


def _noun_holder(before: str, after: str, origin: str | None) -> str | None:
    group = _IN_GROUP.match(after)
    if group and _may_feel(group.group("np"), names=bool(_NAMED_PLACE.match(after))):
        return group.group("np").strip()
    having = _HAVING.match(before)
    if having and not _CLAUSE.search(having.group("np")) and _may_feel(having.group("np")):
        return having.group("np").strip(" “\"‘'")
    if not before.strip(" “\"‘'") or before.lower().strip() in ("the", "a", "an", "experienced", "great", "deep"):
        return origin
    owned = _OWNED.search(before)
    if owned:
        words = owned.group("np")
        if words.lower() in ("my", "our", "his", "her"):
            return origin
        if words.lower() != "their":
            return re.sub(r"['’]s?$", "", words)
    return None


_FEELS = re.compile(
    r"\b(?:people|residents?|citizens?|locals?|soldiers?|families|family|men|women|children|many|some|others|"
    r"everyone|villagers|refugees|civilians|"
    r"community|population|society|public|officials?|government|administration|supporters|protesters|"
    r"demonstrators|troops|forces|fighters|leaders?|"
    r"president|minister|they|nation|workers|survivors|parents|mothers?|relatives|inhabitants|evacuees|voters|"
    r"students|members|participants|groups?|"
    r"camp|army|military|conscripts?|recruits?|prisoners|neighbou?rs|individuals|activists|all those|those who)\b|"
    r"\b[A-ZÀ-Þ][\wÀ-ÿ’'-]+$|\b[A-Z]\w+s\b",
    re.I,
)
_PROPER = re.compile(r"\b[A-ZÀ-Þ][\wÀ-ÿ-]+$|\b[A-Z]\w+s\b")


def _may_feel(words: str, names: bool = True) -> bool:
    """Whether the words name somebody who feels: people, a group, a government, or a name."""
    if len(words) > 90:
        return False
    plain = re.search(_FEELS.pattern.split("|\\b[A-ZÀ-Þ]")[0], words, re.I)
    return bool(plain or (names and _PROPER.search(words)))


def _target(after: str) -> str | None:
    found = _TARGET.match(after)
    return found.group("np").strip() if found else None
