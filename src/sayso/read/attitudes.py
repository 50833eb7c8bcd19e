"""Attitude: what a content says that somebody feels, fears, trusts, likes or longs for.

"Residents fear a new siege": holder "Residents", target "a new siege", negative. "We are very tired", said a soldier:
the holder is the origin. A demand or a stated position is an event, not an attitude. The limit accepted: one attitude
a content, the first whose holder can be told.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from sayso.lexicon.load import table
from sayso.lexicon.phrases import forms
from sayso.model.statement import Attitude, Polarity, Voice
from sayso.read.feelers import OF_A_NOUN, ORIGIN, REACH, THIRD, feeler, may_feel
from sayso.read.feelings import Feeling, any_of, feelings, of_cue

VETO = 0.9
"""Share that the neural head must give to "no feeling" to overrule the words; and to a sign, to overrule theirs."""

NOBODY = "nobody"
"""Stands for the holder where a passive names none: "The raid was widely resented"."""

_DOUBLE = str.maketrans("", "", '“”"')
_SINGLE = re.compile(r"(?<!\w)[‘’'](?=\w)|(?<=[\w.,])[’'](?!\w)")
_DASHES = re.compile(r"\s+(?:--|[–—])\s+|(?<=\w)—(?=\w)")
_MANY = re.compile(r"\b(?:people|women|men|children|famil(?:y|ies)|crew|[A-Za-z][a-z]{2,}[^s\W]s)$")
_TARGET = re.compile(
    r"^\s*(?:that |about |for |of |at |toward |towards |in |with |over |to |by )?"
    r"(?P<np>(?:[^,;.“”\"]|(?<=\bMr|\bDr|\bSt)\.|(?<=\bMrs)\.|(?<=\b[A-Z])\.|(?<=\d)[,.](?=\d)){2,90})"
)
_WANTS = re.compile(r"want(?:s|ed)?\b")
_ON_CONDITION = re.compile(r"\b(?:[Aa]s long as|[Ii]f|[Uu]nless|[Pp]rovided) [^,;]{2,60}$")
_DEMAND = re.compile(r" (?!to\b)[^,;.]{2,60}? (?:to (?!be\b)[a-z]|back\b|home\b)")
_NEGATED = re.compile(
    r"(?:\b(?:not|no|never|without|hardly|cannot|no longer|(?:cease|ceased|refuse|refused) to)|n['’ ]?t)(?: \w+)?$",
    re.I,
)
_DOING = re.compile(r"(?:\b(?:is|are|was|were|am|been)|['’](?:re|m|s))\s(?:\w+\s)?$")
_NOT_SHOWN = re.compile(r"(?:\bnot|\bnever|n['’]t)(?: [a-z-]+){1,4}\s$")
_NEITHER = (" neither", " nobody", " no one", " none")
_CARE = re.compile(r"concern for\b")
_UNDONE = re.compile(r" (?:had not|had never|hadn['’]?t)\b")
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
    plain = _plain(content)
    found = _of_cue(content, origin_name, cue) or _meant_for(plain) or _met_with(plain)
    found = found or _of_words(plain, origin_name, voice) or _shown(plain) or _aimed(plain, origin_name, voice)
    found = found or _lived(plain, origin_name, voice)
    found = found or (_answered(plain) if voice is Voice.OUTLET else None)
    return found if found is None or felt is None else _signed(found, felt)


def _plain(content: str) -> str:
    """The content without quotation marks, its dashes as commas: "was “appalled”" is "was appalled"."""
    words = content.translate(_DOUBLE)
    if "‘" in words or " '" in words or words.startswith("'"):
        words = _SINGLE.sub("", words)
    return _DASHES.sub(", ", words) if "–" in words or "—" in words or "--" in words else words


def _signed(found: Attitude, felt: Sequence[float]) -> Attitude:
    """The attitude with the sign that the neural head is sure of."""
    signs = (Polarity.NEGATIVE, Polarity.POSITIVE, Polarity.MIXED)
    share, sign = max(zip(felt[1:], signs, strict=True), key=lambda pair: pair[0])
    return Attitude(found.holder, found.target, sign) if share >= VETO else found


def _of_cue(content: str, origin_name: str | None, cue: str) -> Attitude | None:
    sign = of_cue(cue)
    return Attitude(origin_name, content, sign) if sign and origin_name else None


def _of_words(content: str, origin_name: str | None, voice: Voice) -> Attitude | None:
    for told in feelings(content):
        found = _as_noun(told, content)
        before, after = content[: found.start].rstrip("'’"), content[found.end :]
        who = _by_nobody(found, content, before, after) or feeler(found, before, after)
        if found.form == "verb" and _is_gerund(content[found.start : found.end], before):
            continue
        if found.form == "noun" and _NOT_SHOWN.search(before[-60:]):
            continue
        if _ON_CONDITION.search(before):
            continue
        if who in (ORIGIN, THIRD) and content[found.start : found.end].lower() in _positions():
            continue
        holder = _named(who, origin_name, voice)
        if who == NOBODY:
            return Attitude(None, _target_of_passive(before), found.polarity)
        if holder is None or holder.lower() == "you" or (found.form == "noun" and _CARE.match(content, found.start)):
            continue
        if (
            (holder == origin_name or who == "they")
            and _WANTS.match(content, found.start)
            and _DEMAND.match(after[:REACH])
        ):
            continue
        target = _target(found, before, after)
        sign = _sign(found, content, before, after)
        return Attitude(holder, None if target == holder else target, sign)
    return None


def _as_noun(found: Feeling, content: str) -> Feeling:
    """The feeling as a noun, where it is owned: "her hopes for peace" has no verb."""
    head = content[found.start : found.end].partition(" ")[0]
    if found.form != "verb" or head.lower() not in _noun_signs() or not OF_A_NOUN.search(content[: found.start][-40:]):
        return found
    return found._replace(end=found.start + len(head), form="noun")


_BEEN = re.compile(
    r"\b(?:is|are|was|were|been|being)"
    r"(?: (?:widely|deeply|strongly|roundly|much|also|already|long|still|bitterly|increasingly|generally))*\s$"
)
_PARTICIPLE = re.compile(r"(?:ed|en|own|ought|ated)\b")


def _by_nobody(found: Feeling, content: str, before: str, after: str) -> str | None:
    """NOBODY for a passive without an agent, and the agent where one stands behind "by"."""
    verb = content[found.start : found.end].partition(" ")[0].lower()
    if found.form != "verb" or not _PARTICIPLE.search(verb):
        return None
    agent = _AGENT.match(after)
    if agent and may_feel(agent["np"]):
        return agent["np"]
    named = _BEEN.search(before) and not after.startswith(" to ") and _may_be_felt(before)
    return NOBODY if named else None


_AGENT = re.compile(r"^ by (?P<np>[^,.;:]{3,60}?)(?=$|[,.;:]|\s(?:that|who|as|for|after|because|when|in|on|at)\b)")


def _may_be_felt(before: str) -> bool:
    """Whether a thing or a person stands before a passive, and no empty "it": "it is feared that"."""
    return not re.search(r"(?:^|[\s,])(?:it|there|they|we|I|he|she|who)\s(?:\w+\s){0,3}$", before)


def _target_of_passive(before: str) -> str | None:
    thing = re.match(
        r"^(?P<np>[^,;:]{2,80}?)(?:,[^,]+,)?\s(?:is|are|was|were|has been|have been|had been|that)\b", before
    )
    return thing["np"] if thing else None


def _is_gerund(verb: str, before: str) -> bool:
    """Whether it is no verb of a subject: "the mourning ceremonies", unlike "they are mourning"."""
    return verb.partition(" ")[0].endswith("ing") and not _DOING.search(before[-40:])


@lru_cache(maxsize=1)
def _positions() -> frozenset[str]:
    return frozenset(table("feelings")["positions"])


def _named(holder: str | None, origin_name: str | None, voice: Voice) -> str | None:
    """The holder by name: the origin's for "we" in what somebody says, "they" where the origin is several."""
    if holder == THIRD:
        return origin_name if voice in (Voice.INDIRECT, Voice.MIXED) else None
    if holder == ORIGIN:
        return origin_name if voice is not Voice.OUTLET else None
    if holder and holder.lower() == "they" and origin_name and voice is not Voice.OUTLET and _MANY.search(origin_name):
        return origin_name
    return holder


def _sign(found: Feeling, content: str, before: str, after: str) -> Polarity:
    """The sign of a feeling, turned where it is denied: "trusts neither", "not afraid"."""
    denied = _NEGATED.search(before[-40:].strip()) or after.startswith(_NEITHER) or _UNDONE.match(after)
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


_FOR = ("For ", "for ", "To ", "to ")
_FOR_WHOM = re.compile(
    r"^(?:[Ff]or|[Tt]o) (?P<np>[^,]{3,60}), (?P<target>[^.;]{3,160}?) "
    r"(?:is|are|was|were|remains?|symboli[sz]es?|means?|represents?|could be interpreted as|offers?|brings?)"
    r" (?P<what>.+)$",
    re.S,
)
_IN_THE_STREET = ("rallied", "demonstrated", "marched", "protested", "gathered", "took to")
_SHOWN = re.compile(
    r"^(?:[Ii]n [A-Z][\w ]+, )?(?P<np>(?:[^,;]|(?<=\d),(?=\d)){3,80}?)(?:,[^,]{3,60},)? "
    r"(?:rallied|demonstrated|marched|protested|gathered|took to the streets)\b[^.;]{0,120}?"
    r"\b(?:(?P<positive>(?:in |to voice |to show )(?:their )?(?:support|solidarity)(?: for| of| with)?)|"
    r"(?P<negative>to condemn|against|in protest at|to denounce|to protest)) (?P<target>[^,.;]{3,80})",
    re.S,
)


def _meant_for(content: str) -> Attitude | None:
    """The attitude in "For many in Karsk, the visit is a reminder of …"."""
    found = _FOR_WHOM.match(content) if content.startswith(_FOR) else None
    if not found or not may_feel(found["np"]):
        return None
    signs = [one.polarity for one in feelings(found["what"][:REACH]) if one.form == "effect"]
    if not signs:
        return None
    sign = Polarity.NEGATIVE if Polarity.NEGATIVE in signs else Polarity.POSITIVE
    return Attitude(found["np"], found["target"], sign)


def _shown(content: str) -> Attitude | None:
    """The attitude that people show in the street: "Thousands rallied in support of …"."""
    found = _SHOWN.match(content) if any(word in content for word in _IN_THE_STREET) else None
    if not found:
        return None
    return Attitude(found["np"], found["target"], Polarity.NEGATIVE if found["negative"] else Polarity.POSITIVE)


@lru_cache(maxsize=1)
def _answers() -> re.Pattern[str]:
    known = table("feelings")
    verbs = "|".join(
        rf"(?P<{sign}>{any_of([form for verb in known['stands'][sign] for form in forms(verb)])})"
        for sign in ("positive", "negative")
    )
    return re.compile(
        r"^(?:But |And |Meanwhile,? )?(?P<np>[^,;:]{2,60}?)(?:,[^,]{3,80},)? (?:(?:has|have|had|also|\w+ly|already) )*"
        rf"(?:{verbs}) (?P<target>(?:the|this|that|any|such an?|both|[\w’'-]+['’]s?) (?:[\w’'-]+ ){{0,3}}?"
        rf"(?:{any_of(known['put to it'])}))\b"
    )


def _answered(content: str) -> Attitude | None:
    """How somebody takes what others put to him, where another tells of it: "Varnia rejected the proposal"."""
    found = _answers().match(content)
    if found is None or not may_feel(found["np"]):
        return None
    return Attitude(found["np"], found["target"], Polarity.POSITIVE if found["positive"] else Polarity.NEGATIVE)


def _met_with(content: str) -> Attitude | None:
    """The feeling that something brings about: "The strike sparked outrage among traders"; whose, where it is told."""
    if _first_words().isdisjoint(_WORD.findall(content.lower())):  # far faster than the patterns
        return None
    for pattern in (_brought_about(), _uttered(), _in_its_face(), _to_the_dismay()):
        found = pattern.search(content)
        if found is None:
            continue
        noun = found["noun"].lower()
        holder = found["who"] if found["who"] and may_feel(found["who"]) else None
        if holder is None and (pattern is not _brought_about() or noun not in _reactions()):
            continue
        parts = found.groupdict()
        target = (parts.get("about") or parts.get("thing") or "").strip() or None
        return Attitude(holder, target, _noun_signs()[noun])
    return None


_WORD = re.compile(r"[a-z-]+")


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    return frozenset(noun.split()[0] for noun in _noun_signs())


@lru_cache(maxsize=1)
def _reactions() -> dict[str, Polarity]:
    return {word: Polarity(sign) for sign, words in table("feelings")["reactions"].items() for word in words}


@lru_cache(maxsize=1)
def _noun_signs() -> dict[str, Polarity]:
    known = table("feelings")
    nouns = {word: Polarity(sign) for sign in ("negative", "positive") for word in known[sign]["nouns"]}
    return nouns | _reactions()


_WHOSE = (
    r"(?: (?:among|amongst|from|in|by|across|within|on the part of) "
    r"(?P<who>(?:the |some |many |local )?[A-Za-z][\w’' -]{1,45}?(?: (?:of|in) [A-Z][\w’'-]+)?))?"
    r"(?: (?:about|at|over|against|of|for|with|towards?|that) (?P<about>[^,;.]{3,90}))?"
    r"(?= who| as | after| because| when| due to| following|[,;.]|$)"
)


@lru_cache(maxsize=1)
def _brought_about() -> re.Pattern[str]:
    verbs = sorted({form for verb in table("feelings")["causing"] for form in forms(verb)})
    return re.compile(
        rf"(?P<thing>(?:^|(?<=[,;:] ))[^,;:]{{2,90}}?)(?:,[^,]{{3,80}},)? (?:that |which )?(?:{_HELP} )*(?<!\bto )"
        rf"(?:{any_of(verbs)}) (?:(?:the|a|an|some|more|[a-z-]+) ){{0,3}}"
        rf"(?P<noun>{any_of(sorted(_noun_signs()))})\b{_WHOSE}"
    )


@lru_cache(maxsize=1)
def _uttered() -> re.Pattern[str]:
    said = any_of(table("feelings")["uttered"])
    return re.compile(
        rf"(?P<thing>)(?:^|[,;:] |\b(?:as|and|while|but|that) )(?:[a-z-]+ ){{0,2}}?"
        rf"(?P<noun>{any_of(sorted(_noun_signs()))}) (?:is|are|was|were|has been|have been|had been)"
        rf"(?: also| already| \w+ly)?(?: being)? (?:{said})\b{_WHOSE}",
        re.I,
    )


@lru_cache(maxsize=1)
def _in_its_face() -> re.Pattern[str]:
    """ "Dropped because of opposition from Moss", "went on despite anger in Tarn"."""
    return re.compile(
        r"\b(?:because of|amid|despite|in spite of|due to|owing to|in the face of|following) "
        rf"(?:[a-z-]+ ){{0,3}}?(?P<noun>{any_of(sorted(_noun_signs()))})\b "
        r"(?:from|by|among|amongst|in|on the part of) (?P<who>[\w’' -]{3,50}?)"
        r"(?: (?:about|at|over|to|towards?|against) (?P<about>[^,;.]{3,90}))?"
        r"(?= who| as | after| because| when|[,;.]|$)"
    )


@lru_cache(maxsize=1)
def _to_the_dismay() -> re.Pattern[str]:
    """ "To the dismay of its allies, Varnia pulled out", "much to Moss's relief"."""
    noun = rf"(?P<noun>{any_of(sorted(_noun_signs()))})"
    return re.compile(rf"\b[Tt]o the (?:[a-z-]+ )?{noun} of (?P<who>[\w’' -]{{3,50}}?)(?=[,;.]|$)")


_HELP = (
    r"(?:has|have|had|is|are|was|were|been|be|being|will|would|could|may|might|only|also|already|likely|widely|\w+ly)"
)


@lru_cache(maxsize=1)
def _aim() -> re.Pattern[str]:
    return re.compile(
        r"(?:^|[,;:] |\b(?:that|and|but) )(?P<whose>[Tt]heir|[Ii]ts|[Hh]is|[Hh]er|[Oo]ur|[Mm]y|[\w’' .-]{2,60}?['’]s?) "
        rf"(?:[a-z-]+ ){{0,2}}(?P<goal>{any_of(table('feelings')['goals'])})(?: now| still)? "
        r"(?:is|was|remains|has been) "
        r"(?:now |still |simply |only )?(?:that |to )(?P<what>[^,;.]{3,120})"
    )


_OURS = frozenset({"our", "my", "its"})


def _aimed(content: str, origin_name: str | None, voice: Voice) -> Attitude | None:
    """What somebody wants: "The rebels' goal is to hold the pass"."""
    known = any(goal in content for goal in table("feelings")["goals"])
    found = _aim().search(content) if known else None
    if found is None:
        return None
    whose = re.sub(r"['’]s?$", "", found["whose"])
    low = whose.lower()
    if low in _OURS and found["goal"] in table("feelings")["stated goals"]:
        return None
    own = low in _OURS or low in ("their", "its", "his", "her")
    holder = (origin_name if voice is not Voice.OUTLET else None) if own else whose if may_feel(whose) else None
    return Attitude(holder, found["what"], Polarity.POSITIVE) if holder else None


@lru_cache(maxsize=1)
def _lived_through() -> re.Pattern[str]:
    signs = [rf"(?P<{sign}>{any_of(words)})" for sign, words in table("feelings")["lived"].items()]
    return re.compile(
        r"(?:^|[.!?;,…] |\band )(?P<thing>[Ii]t|[Tt]his|[Tt]hat|[Aa]ll this|[Aa]ll that|[Ee]verything)"
        r"(?: is| was|['’]s| has been| feels| felt)"
        r"(?: (?:so|very|really|quite|just|all|deeply|extremely|absolutely|utterly|a bit))* "
        rf"(?:{'|'.join(signs)})\b(?! (?:for|to) )"
    )


def _lived(content: str, origin_name: str | None, voice: Voice) -> Attitude | None:
    """What one who lived through it says of it: "It was scary"."""
    found = _lived_through().search(content) if origin_name and voice is not Voice.OUTLET else None
    if found is None:
        return None
    low = found["thing"].lower()
    target = None if low in ("it", "this", "that") else found["thing"]
    return Attitude(origin_name, target, Polarity.NEGATIVE if found["negative"] else Polarity.POSITIVE)
