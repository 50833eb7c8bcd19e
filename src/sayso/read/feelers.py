"""Feelers: the words of a content that say who feels, found from where the feeling stands.

"Residents of Karsk, a mining town, still fear a siege": the subject, "Residents of Karsk". "Outrage among residents
of Tarn": those among whom it is. "Voiced their anger": whoever voiced it. Each way of naming a feeler is one pattern,
tried on at most `REACH` characters, so that no sentence is too long. Limit: patterns of words, no parse; a subject
behind two clauses is not found.
"""

import re
from functools import lru_cache

from sayso.lexicon.load import table
from sayso.lexicon.phrases import forms
from sayso.read.feelings import Feeling, any_of

REACH = 240
"""Characters beside a feeling in which its feeler is looked for."""

LONGEST = 90
"""Characters of the longest feeler: more is a clause."""

ORIGIN = "the origin"
"""Stands for the origin where "we" or "I" feels."""

THIRD = "he or she"
"""Stands for the origin where "he" or "she" feels, unless the words are the origin's own: then it is another."""

_AUX = (
    r"(?:also|still|now|simply|just|even|too|have|has|had|do|does|did|really|always|often|will|would|can|may|might|"
    r"must|"
    r"already|not|never|no longer|increasingly|both|all|n['’]?t|don['’]?t|doesn['’]?t|\w+ly|"
    r"(?:appear|seem|continue|begin|tend|come)s? to|likely to|"
    r"(?:appeared|seemed|continued|began|came|chose|chosen|decided|try|tries|tried) to)"
)
_BE = (
    r"(?:is|are|was|were|be|being|been|am|['’]re|['’]m|feels?|felt|feeling|remain\w*|gr[eo]w\w*|becom\w+|became|"
    r"left|look\w*|seem\w*)"
)
_SUBJECT = re.compile(
    r"(?:^|[,;:—–]\s*|\b(?:that|and|but|while|as|although|because|which|when|where|said)\s+)"
    r"(?P<np>(?:(?!\b(?:that|which|who|because|while)\b)[^,;:—–]){1,80}?)"
    rf"(?:,(?P<by_name>[^,]{{3,80}}),)?\s+(?:{_AUX} )*$"
)
_WHOLE_NAME = re.compile(r" (?:[A-ZÀ-Þ][\w’'-]+\s?){2,4}")
_IS = re.compile(
    rf"(?:^|\s|(?<=\w)(?=['’]))(?:(?:{_AUX}|is|are|was|were|been)\s)*{_BE}\s"
    rf"(?:(?:very|so|more than|more|too|extremely|deeply|quite|rather|pretty|a bit|a little|all|{_AUX})\s)*$"
)
_APART = re.compile(
    r"^(?P<np>[^,;:]{2,80}?)(?:\s\w+(?:ed|s|ing)\b[^;:]{0,160})?,\s(?:(?:still|very|deeply|increasingly|now)\s)?$"
)
_DOING = re.compile(r"(?:\s(?:is|are|was|were|am|been)|['’](?:re|m|s))\s(?:\w+\s)?$")
OF_A_NOUN = re.compile(
    r"(?:\b(?:a|an|the|my|our|their|his|her|its|no|any|this|these|of|in|for|with|great|deep|more|most|between|amid|"
    r"growing|rising|mounting|widespread|deepening|increasing|renewed|fresh|persistent|lingering)|['’]s?)\s$",
    re.I,
)
"""What comes before a noun: "a desire", "their fears"."""

_SAID_OF = re.compile(
    rf"\b{_BE}\s(?:(?:a|an|the|quite|very|so|too|more|most|another|such|great|heavy|huge|also|\w+ly)\s){{0,3}}$"
)
_WHICH = re.compile(
    rf"(?:^(?:there\s(?:are|is|were|was)\s)?|[,;:]\s|\b(?:and|but|by)\s)(?P<np>[^,;:]{{2,60}}?)\s(?:that|who)\s(?:{_AUX}\s)*$",
    re.I,
)
_LEAD_IN = re.compile(
    r"^(?:while|although|though|as|but|and|that|because|when|where|if|instead of|in|on|for|with|despite|after|"
    r"before|amid|since|like|of)\b.*?(?=\b(?:some|many|most|the|residents|people|they|we|I|he|she|others)\b|$)\s*",
    re.I,
)
_FIRST = re.compile(r"\b(?:I|we|us)$", re.I)
_THIRD = re.compile(r"\b(?:he|she)$", re.I)
_NOBODY = frozenset({"it", "this", "that", "there", "what", "which", "who"})
_UNSURE = re.compile(
    r"\b(?:to|what|how|why|whether|is|are|was|were|has|have|had|will|would|could|does|did|do|should|must|might|them|him|you|gave|made|took|about|there)\b|"
    r"^(?:he|she|i|they|we|it|you)\s|"
    r"\b(?:and|or|with|either|a|an|the|of|in|for|from|by|as|on|at)$"
)
"""What in a subject shows that it is a clause, or cut short."""

_CLAUSE = re.compile(
    r"\b(?:does|do|did) not\b|^(?:[Tt]his|[Ii]t|[Tt]hat|[Tt]here) (?:is|was|are)\b|\b(?:declared|said|says)\b"
)

_IN_GROUP = re.compile(
    r"^(?: and \w+)?(?: of \w+)? (?:among|in|of|on the part of|from|amongst|within) (?P<np>those who [\w ]{3,40}|"
    r"(?:the |many |some )?[A-Za-z][\w’' -]{2,50}?)"
    r"(?=,|;|\.| that | leaving| who | about | over | at | as | to | grow| "
    r"for | by | and |$)"
)
_NAMED_PLACE = re.compile(
    r"^ (?:among|from|on the part of|within)|^ in [A-Z]\w+(?:,| (?:grow|about|that|over|at|is|are|has|have|and)|$)"
)
_OWNED = re.compile(
    r"(?P<np>\b(?:[Mm]y|[Oo]ur|[Tt]heir|[Hh]is|[Hh]er|[Ii]ts|"
    r"[A-Z][\w’'-]+(?: [A-Z]?[\w’-]+){0,3}['’]s?|[A-Z]\w+s))\s+(?:[a-z]+ ){0,2}$"
)
_BARE = re.compile(
    r"^\W*(?:(?:the|a|an|great|deep|true|real|growing|experienced|experiencing|suffered|suffering|feeling|felt)\s|[“\"‘])*(?:\w+\sand\s|war\s)?$",
    re.I,
)
_FOR_WHOM = re.compile(
    r"^[^,.;]{0,20}?\b(?:for|to)\s(?P<np>[^,.;:“”\"]{3,60}?)(?=$|[,.;:“”\"]|\s(?:that|in which|because|as|when)\b)"
)
_BY_WHOM = re.compile(r"^ by (?P<np>[^,.;:“”\"]{3,60}?)(?=$|[,.;:“”\"]|\s(?:that|who|as|for|after|because)\b)")
_SHARE = re.compile(
    r"(?:^|[,;:]\s|\b(?:that|and|but|while|as)\s)(?P<np>"
    r"(?:(?:about|around|some|nearly|over|only|more than|an estimated|the|a)\s)*"
    r"(?:\d[\d.,]*(?:\s?%|\sper\s?cent|\spercent)|(?:vast\s|overwhelming\s|large\s|slim\s|clear\s)?"
    r"(?:majority|minority)|most|many|half|two[- ]thirds|"
    rf"three[- ]quarters|a third|few)\s(?:of\s)?[\w’' -]{{2,50}}?)\s(?:{_AUX}\s|strongly\s)*$",
    re.I,
)


def subject(before: str) -> str | None:
    """Who stands as subject at the end of these words; ORIGIN for "we", "I", "he", "she".

    Where the words since the last comma are no subject ("shells fell and residents"), the last clause is tried.
    """
    clause = _LAST_CLAUSE.search(before)
    return _subject(before, True) or (_subject(before[clause.end() :], False) if clause else None)


_LAST_CLAUSE = re.compile(r"^.*\b(?:and|but|that|while|because|when|where|if)\s", re.S)
_GLOSSED = re.compile(r"^they \((?P<np>[^()]{3,40})\)?$", re.I)
"""Who "they" are, as an editor adds it: "They (Varnians) love us"."""


def _subject(before: str, begins: bool) -> str | None:
    found = _SUBJECT.search(f"{before.rstrip()} ")
    if found is None:
        return None
    words = _LEAD_IN.sub("", found["np"].strip(" “\"‘'("))
    low = words.lower()
    if re.search(r"\b(?:I|we)$", words):
        return ORIGIN
    if low == "it" and begins and not before[: found.start("np")].strip():
        return ORIGIN
    if glossed := _GLOSSED.match(words):
        return glossed["np"]
    if low == "they" or not low or _UNSURE.search(low):
        return "they" if low == "they" else None
    if _FIRST.search(words):
        return ORIGIN
    if _THIRD.search(words):
        return THIRD
    if low.split()[-1] in _NOBODY or low.startswith("they ") or _CLAUSE.search(words):
        return None
    named = found["by_name"] or ""
    if _WHOLE_NAME.fullmatch(named) and words[-1].islower():
        words = named.strip()
    return words if may_feel(words) else None


def of_verb(before: str, after: str) -> str | None:
    """Who feels what a verb says: its subject, the antecedent of its "who", or who stands behind "by"."""
    which = _WHICH.search(before)
    if which and may_feel(which["np"]):
        return _last_of(which["np"])
    by = _BY_WHOM.match(after)
    if by and may_feel(by["np"]) and re.search(r"\b(?:is|are|was|were|been|being|be)\s(?:\w+ly\s)?$", before):
        return by["np"]
    if OF_A_NOUN.search(before):
        return None
    plain = _DOING.sub(" ", before)
    return subject(plain) or _itself(before) or _of_first_verb(plain)


_IT = re.compile(rf"\b(?:which|that|and|but|as|because) it (?:{_AUX} )*$")
_NEXT_VERB = re.compile(rf"(?:,|\b(?:and|but|yet|then|or)) (?:(?:{_AUX}|quickly|soon|later|then|now|\w+ly) )*$")


def _itself(before: str) -> str | None:
    """The origin, where "it" feels in a clause of what it says: "shelling which it feared would go on"."""
    return ORIGIN if _IT.search(before) else None


def _of_first_verb(before: str) -> str | None:
    """The subject of the verb before, where a feeling is only the second: "Moss sent troops, and soon regretted it"."""
    joined = _NEXT_VERB.search(before)
    first = _owner().match(_LEAD.sub("", before[: joined.start()])) if joined else None
    words = first["np"] if first else ""
    if not words or len(words) >= SHORT_SUBJECT or _COUNTED.match(words) or _CLAUSE.search(words):
        return None
    return words if may_feel(words) else None


_COUNTED = re.compile(
    r"(?:a |an |the )?(?:\d|few|some|many|several|most|more|one|two|three|four|five|six|seven|eight|"
    r"nine|ten|dozens|hundreds)\b",
    re.I,
)
"""A subject that begins with a count: its noun is too easily taken for a verb in -s."""

SHORT_SUBJECT = 60
_LEAD = re.compile(r"^(?:[Ii]n|[Oo]n|[Aa]t|[Ss]ince|[Aa]fter|[Bb]efore|[Dd]uring|[Ll]ast) [^,]{2,40}, ")


def _last_of(words: str) -> str:
    """Whom "who" goes back to: of a clause, the last of its nouns: "It is a refuge for families who fear"."""
    low = words.lower()
    if not (_UNSURE.search(low) or low.startswith(("it ", "they ", "there "))):
        return words
    last = re.search(r".*\b(?:of|for|by|with|from|among|to|against|on|upon|at) (?P<np>.+)$", words)
    return last["np"] if last and may_feel(last["np"]) else words


def of_state(before: str, after: str) -> str | None:
    """Who is in a state: the subject of "is", who stands before a comma, or the people right behind it."""
    being = _IS.search(before)
    if not before.strip() and re.match(r"(?:$|,| (?:but|and|about|that|of|at|for|to|with)\b)", after):
        return ORIGIN
    if being and _EXTRAPOSED.search(before[: being.start()]) and re.match(r" (?:that|to|for|if|whether|how)\b", after):
        return None
    if being:
        which = _WHICH.search(f"{before[: being.start()]} ")
        if which and may_feel(which["np"]):
            return which["np"]
        whole = f"{before[: being.start()]} "
        return subject(whole) or _of_first_verb(whole)
    if re.match(r" (?:of|about|at|that|with|over|by|for)\b", after):
        apart = _APART.match(before)
        if apart and may_feel(apart["np"]):
            return apart["np"]
    people = _plain_people().match(after)
    if people and not re.search(r"\b(?:not|no|isn['’]t)\s$", before):
        return people["np"]
    return None


def of_noun(before: str, after: str) -> str | None:
    """Who has a feeling that a noun names: among whom it is, who voiced it, whose it is; the origin of a bare noun."""
    group = _IN_GROUP.match(after)
    if group and may_feel(group["np"], names=bool(_NAMED_PLACE.match(after))):
        return group["np"].strip()
    having = _having().match(before)
    if having and not _CLAUSE.search(having["np"]) and may_feel(having["np"]):
        return having["np"].strip(" “\"‘'")
    if _BARE.match(before):
        return ORIGIN
    owned = _OWNED.search(before)
    if owned is None:
        return None
    words = owned["np"]
    if words.lower() in ("my", "our"):
        return ORIGIN
    if words.lower() in ("his", "her") and not before[: owned.start()].strip():
        return ORIGIN
    if words.lower() in ("their", "its", "his", "her"):
        first = _owner().match(before[: owned.start()])
        return first["np"] if first and may_feel(first["np"]) else ORIGIN if words.lower() in ("his", "her") else None
    return re.sub(r"['’]s?$", "", words)


@lru_cache(maxsize=1)
def _owner() -> re.Pattern[str]:
    """The subject of a sentence, as far as its first verb: of "Moss, a lawyer, sent troops", "Moss"."""
    past = any_of(sorted({form for those in table("irregular").values() for form in those if len(form) > 2}))
    return re.compile(
        r"^(?:(?:While|Although|As|But|And|Meanwhile,|However,)\s)?(?P<np>[^,;:]{2,70}?)(?:,[^,]{3,90},)?\s"
        r"(?:(?:do|does|did|will|would|have|has|had|can|are|is|were|was|could|may|might|must)(?:\snot)?\s\w+|"
        rf"\w{{3,}}(?:ed|s)|{past})\s"
    )


def of_effect(before: str, after: str) -> str | None:
    """For whom a thing is so: "was quite shocking for everyone"."""
    if not _SAID_OF.search(before):
        return None
    found = _FOR_WHOM.match(after)
    return found["np"] if found and may_feel(found["np"]) else None


def of_stand(before: str) -> str | None:
    """The people, or the share of it, that takes a stand: "60% of Varnians", "residents of Karsk"."""
    found = _SHARE.search(before)
    if found and may_feel(found["np"]) and not _UNSURE.search(found["np"].lower()):
        return found["np"]
    people = subject(before) or _of_first_verb(before)
    return people if people and _people().match(people) else None


def may_feel(words: str, names: bool = True) -> bool:
    """Whether the words name somebody who feels: people, a group, a government, or a name."""
    if len(words) > LONGEST:
        return False
    return bool(_feelers().search(words) or (names and _NAME.search(words)))


def feeler(found: Feeling, before: str, after: str) -> str | None:
    """Who feels it, between these words of its content; ORIGIN for the origin, "they" where the words say no more."""
    before, after = before[-REACH:], after[:REACH]
    if found.form == "verb":
        return of_verb(before, after)
    if found.form == "state":
        return of_state(before, after)
    if found.form == "noun":
        return of_noun(before, after)
    return of_effect(before, after) if found.form == "effect" else of_stand(before)


_EXTRAPOSED = re.compile(r"(?:^|[\s,])(?:it|[Ii]t)$")
_NAME = re.compile(r"\b[A-ZÀ-Þ][\wÀ-ÿ-]+$|\b[A-Z]\w+s\b")


@lru_cache(maxsize=1)
def _feelers() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(table('feelings')['feelers'])})\b", re.I)


@lru_cache(maxsize=1)
def _people() -> re.Pattern[str]:
    people = any_of(table("feelings")["plain_people"])
    return re.compile(rf"(?:[\w’'-]+\s){{0,2}}(?:{people})\b", re.I)


@lru_cache(maxsize=1)
def _plain_people() -> re.Pattern[str]:
    people = any_of(table("feelings")["plain_people"])
    return re.compile(rf"^(?:,? and \w+)? (?P<np>(?:[\w-]+ )?(?:{people})\b)", re.I)


@lru_cache(maxsize=1)
def _having() -> re.Pattern[str]:
    verbs = [word[1:] if word.startswith("=") else word for word in table("feelings")["having"]]
    said = {form for verb in verbs for form in forms(verb)} | {f"are {form}" for verb in verbs for form in forms(verb)}
    return re.compile(
        r"^(?:[^;:]{0,120}\b(?:after|that|because|when|while)\s)?(?:(?:While|Although|As|But|And)\s)?"
        r"(?P<np>[^,;:]{2,90}?)(?:,[^,]{3,90},)? "
        rf"(?:{_AUX} |are |is |were |was |likely )*(?:{any_of(sorted(said))}) "
        r"(?:[a-z-]+ ){0,4}$"
    )
