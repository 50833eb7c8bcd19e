"""Origin kind: what stands at the far end of a chain, from its name and the words that name it.

"a senior officer" is an unnamed person, "residents" a group, "Kyiv" an organization, "the footage" a recording,
"reports" nobody stated. The head noun decides; a name in capitals that no list knows is a person. The limit accepted:
an organization with a bare proper name and no noun beside it ("Blackfield") is taken for a person.
"""

import re
from functools import lru_cache

from sayso.lexicon.load import table
from sayso.lexicon.phrases import Phrases, plural
from sayso.lexicon.states import state_of
from sayso.model.statement import OriginKind
from sayso.read.mentions import How, mentions, occurrences
from sayso.read.names import looks_personal
from sayso.read.tokens import listed, tokens_of

_DETERMINER = re.compile(
    r"^(?:(?:the|an? estimated|an?|its|his|her|their|our|this|that|these|those|another|one|two|three|several|some|"
    r"many|most|a few|"
    r"other|all|both|new|an? unnamed|according to|so-called|the so-called|\d[\d,.]*|more than \d+)\s+)+",
    re.I,
)
_SHARE = re.compile(
    r"^(?:(?:about|around|nearly|almost|over|only|more than|less than|fewer than|at least|some|an? |the |vast |"
    r"overwhelming |large |slim |clear |just )\s*)*(?:\w+-(?:thirds|quarters|fifths|tenths)|half|third|quarter|fifth|"
    r"tenth|majority|minority|\d[\d.,]*\s?(?:%|percent|per cent))\s+of\s+(?:all\s+)?(?:the\s+|those\s+)?",
    re.I,
)
"""How many of a people speak: "two-thirds of residents", "54 percent of voters"."""

_PARTITIVE = re.compile(
    r"^(?:one|another|a third|two|some|many|several|most|both|a number|a group|a pile|dozens|"
    r"members)\s+of\s+(?:the\s+|his\s+|her\s+|their\s+)?",
    re.I,
)
_CUT = re.compile(
    r"\s*(?:,(?!\d)|\(| of | in | from | at | on | who | whose | which | that | with | for | posted | by | near | "
    r"speaking | left | "
    r"published | seen | obtained | dated | fighting | inside | based | representing | familiar | close | to | "
    r"describing "
    r"| released | shared | circulating | taken | showing | working | living | under | outside ).*$",
    re.S,
)
_PROPER = re.compile(r"^(?:[A-Z0-9À-Þ][\w.'’-]*|al-[\w'’-]+|de|von|van|bin|ibn|el|al|der|of|the|for|and|d[aeiou]|s)$")
_ACRONYM = re.compile(r"^[A-Z][A-Z0-9.&-]{1,}s?$")
_DOMAIN = re.compile(r"^[\w-]+\.(?:[a-z]{2,4})$", re.I)
_PLURAL_SUBJECT = re.compile(
    r"^(?:two|three|several|some|many|most|dozens|members|a number|a group|a few|all|both)\b", re.I
)
_SINGLE = re.compile(r"^(?:an?|one|another|the|a third|an? unnamed)\b", re.I)


# "One official monitoring the strikes", "footage filmed in Tarn": what the noun does or what was done to it.
_DOING = re.compile(r"\w{3,}(?:ing|ed)$|(?:seen|shown|taken|left|sent)$")


@lru_cache(maxsize=1)
def heads() -> dict[str, OriginKind]:
    """Head nouns, lower case, and the kind of origin each makes."""
    nouns: dict[str, OriginKind] = {}
    offices = table("offices")
    for key, kind in (
        ("unstated", OriginKind.UNSTATED),
        ("outlets", OriginKind.OUTLET),
        ("recordings", OriginKind.RECORDING),
        ("documents", OriginKind.DOCUMENT),
        ("organizations", OriginKind.ORGANIZATION),
    ):
        for noun in offices[key]:
            nouns.setdefault(noun.lower(), kind)
    for group in offices["groups"].values():
        for noun in group:
            if nouns.get(noun) is not OriginKind.UNSTATED:
                nouns[noun.lower()] = OriginKind.GROUP
    for people in offices["people"].values():
        for noun in people:
            nouns.setdefault(noun.lower(), OriginKind.UNNAMED_PERSON)
            nouns.setdefault(plural(noun.lower()), OriginKind.GROUP)
    for noun in offices["organizations"]:
        nouns.setdefault(plural(noun.lower()), OriginKind.ORGANIZATION)
    nouns["sources"] = OriginKind.GROUP
    return nouns


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    return frozenset(table("offices")["titles"])


@lru_cache(maxsize=1)
def _unique() -> Phrases[str]:
    return Phrases({office: office for office in table("offices")["unique"]})


def head_of(phrase: str) -> str:
    """The head of a noun phrase: "the commander of a platoon in Karsk" gives "commander"."""
    words = _PARTITIVE.sub("", _SHARE.sub("", phrase.strip()))
    words = _DETERMINER.sub("", words)
    words = _CUT.sub("", f"{words} ").strip(" ,\"'“”‘’")
    return words or phrase.strip()


def noun_kind(phrase: str) -> OriginKind | None:
    """The kind that the head noun of a phrase makes, by the longest noun of the lists that ends the head."""
    words = head_of(phrase).lower().replace("’", "'").split()
    doing = next(
        (i for i, word in enumerate(words) if i and _DOING.match(word) and words[i - 1] in heads()), len(words)
    )
    words = words[:doing]
    for start in range(len(words)):
        kind = heads().get(" ".join(words[start:]))
        if kind:
            if (
                kind is OriginKind.GROUP
                and not _SHARE.match(phrase)
                and _PARTITIVE.match(phrase)
                and _SINGLE.match(phrase.strip())
            ):
                return OriginKind.UNNAMED_PERSON
            return kind
    return None


def is_proper(name: str) -> bool:
    """Whether a name is made of capitalised words only, but for the particles within."""
    words = re.sub(r"^(?:the|The)\s+", "", name.strip()).split()
    return bool(words) and all(_PROPER.match(word.strip(",\"'“”‘’()")) for word in words) and words[0][:1].isupper()


def origin_kind(name: str | None, words: str, cue: str, context: str) -> OriginKind:
    """What kind of origin a name, or where there is none the words of the source, stands for.

    `context` is the sentence; it tells an outlet by "news program VTV" and a lone title by its definiteness.
    """
    phrase = (name or words or "").strip()
    if not phrase or (not name and phrase.lower() in ("it", "they", "he", "she", "this")):
        return OriginKind.UNSTATED
    if re.match(
        r"(?:the )?(?:members|leaders|heads|representatives|officials|residents|supporters|critics|opponents) of\b",
        phrase,
        re.I,
    ):
        return OriginKind.GROUP
    if name and _are_states(name):
        return OriginKind.ORGANIZATION
    if _SOME_OF_THEM.fullmatch(phrase):
        return OriginKind.GROUP
    if by_people := _of_a_people(phrase) or _of_an_account(phrase):
        return by_people
    if name and is_proper(name):
        return _proper_kind(re.sub(r"^(?:the|The)\s+", "", name.strip()), words, context)
    kind = noun_kind(phrase)
    if kind is OriginKind.UNNAMED_PERSON and re.search(r"\d", phrase.split(head_of(phrase))[0]):
        return OriginKind.GROUP
    if kind is OriginKind.UNSTATED and name is None:
        return kind
    if kind is OriginKind.UNNAMED_PERSON and _is_the_one(phrase):
        return OriginKind.PERSON
    if kind:
        return kind
    return _rest(phrase)


_SOME_OF_THEM = re.compile(r"(?:Some|Others|Many|Most|Few)(?: others)?")
_COUNTED = re.compile(r"^(?:an?|one|another|the|this|that|two|three|four|five|some|several|many|most|\d+)\s", re.I)


def _of_a_people(phrase: str) -> OriginKind | None:
    """Somebody of a nation and no more: "one Syrian living near Tarn", "two Ukrainians", "the Dutch"."""
    if not _COUNTED.match(phrase):
        return None
    head = head_of(phrase).split()
    while len(head) > 1 and _DOING.match(head[-1]):
        head.pop()
    named = mentions(head[0]) if len(head) == 1 else ()
    if not named or named[0].value.how is not How.ADJECTIVE or named[0].end < len(head[0]):
        return None
    many = re.search(r"(?:[^s]s|ch|sh|ese)$", head[0]) and not re.match(r"(?:an?|one|another)\s", phrase, re.I)
    return OriginKind.GROUP if many else OriginKind.UNNAMED_PERSON


_ONLINE = re.compile(
    r"\b(?:followers|user|anonymous|social media|Twitter|X|Weibo|Telegram|Facebook|Instagram|TikTok|YouTube|bot)\b",
    re.I,
)


def _of_an_account(phrase: str) -> OriginKind | None:
    """Whoever writes under an account that has no name: "a Weibo account with a million followers"."""
    head = head_of(phrase).lower()
    if not head.endswith(("account", "accounts")) or not _ONLINE.search(phrase):
        return None
    return OriginKind.UNNAMED_PERSON if head.endswith("account") else OriginKind.GROUP


def _are_states(name: str) -> bool:
    """Several states in a row: "the US, UK and Germany"."""
    parts = re.split(r",\s*(?:and\s+)?|\s+and\s+", name)
    return len(parts) > 1 and all(state_of(part) for part in parts)


def _is_the_one(phrase: str) -> bool:
    """Whether a title alone means one known person, as "the secretary of state" does."""
    low = phrase.lower()
    if re.match(r"(?:an?|one|another|some)\b", low):
        return False
    return any(found.end == len(low) or low[found.end :].startswith((" of ", ",")) for found in _unique().find(low))


def _proper_kind(name: str, words: str, context: str) -> OriginKind:
    first, last = name.split()[0].strip("."), name.split()[-1]
    named = mentions(name)
    exact = next((f.value for f in named if f.start == 0 and f.end >= len(name.rstrip(".'s’"))), None)
    if exact and exact.how in (How.STATE_OUTLET, How.OUTLET):
        return OriginKind.OUTLET
    if named and named[0].start == 0 and named[0].value.how in _PRESS and _DESK.fullmatch(name, named[0].end):
        return OriginKind.OUTLET
    if exact and exact.how is How.ADJECTIVE and exact.side and name.endswith("s"):
        return OriginKind.GROUP
    if first in _titles() and len(name.split()) > 1 and not _is_body(name):
        return OriginKind.PERSON
    if _COMMISSIONER.search(name):
        return OriginKind.ORGANIZATION
    if any(f.end >= len(name) and f.value.how in (How.NO_SIDE, How.PARTY, How.SEAT) for f in named):
        return OriginKind.ORGANIZATION
    led = re.search(rf"\b([a-z]+) {re.escape(name)}", words)
    if led and (called := heads().get(led.group(1))) in (OriginKind.ORGANIZATION, OriginKind.OUTLET):
        return called
    apposed = re.search(rf"{re.escape(name)}, (?:an?|the) {_NOUN}", words)
    if apposed and (called := noun_kind(apposed["noun"])) in (OriginKind.ORGANIZATION, OriginKind.OUTLET):
        return called
    beside = _noun_beside(name, f"{words} | {context}")
    if beside is OriginKind.OUTLET or _DOMAIN.match(name):
        return OriginKind.OUTLET
    kind = noun_kind(name.replace("-", " "))
    if kind is None:
        kind = next((k for k in (heads().get(w.lower()) for w in reversed(name.split())) if k), None)
        kind = kind if kind in (OriginKind.ORGANIZATION, OriginKind.OUTLET) and len(name.split()) > 1 else None
    if kind is OriginKind.UNNAMED_PERSON:
        return OriginKind.PERSON
    if kind is OriginKind.DOCUMENT and last.lower() not in _named_papers():
        kind = OriginKind.OUTLET if len(name.split()) > 1 else None  # "the South Review"
    if kind is OriginKind.GROUP and exact and exact.how in (How.SEAT, How.PARTY, How.NO_SIDE):
        return OriginKind.ORGANIZATION
    if kind and kind is not OriginKind.UNSTATED:
        return kind
    if exact or (named and named[0].start == 0 and named[0].value.how in (How.NO_SIDE, How.PARTY, How.SEAT)):
        return OriginKind.ORGANIZATION
    alone = len(name.split()) == 1
    if not looks_personal(tokens_of(name, (0, len(name)))):
        return OriginKind.ORGANIZATION
    if alone and (beside is OriginKind.ORGANIZATION or _ACRONYM.match(last)):
        return OriginKind.ORGANIZATION
    return OriginKind.PERSON


_PRESS = frozenset({How.STATE_OUTLET, How.OUTLET})
# "Radio Tarn's Varnian Service": a part of an outlet is one.
_DESK = re.compile(
    r"(?:['’]s)?(?: [A-Z][\w’-]+){0,2} (?:Service|News|Radio|TV|Television|World|Monitoring|Online|Digital|"
    r"Verify|Arabic|Persian|Russian|Ukrainian|Chinese|English|International|Desk|Edition|Bureau|Live|Newshour|Channel)"
)
_NOUN = r"(?P<noun>(?:[\w’'-]+ ){0,6}?[a-z-]+)(?=[,.;|]| that | which | of | in | for |$)"
_COMMISSIONER = re.compile(r"\bCommissioner for [A-Z]")  # an office that goes by its holder


@lru_cache(maxsize=1)
def _named_papers() -> frozenset[str]:
    """Nouns for papers that have names of their own: "the Karsk Accord". A "Review" by name is an outlet."""
    return frozenset(str(noun) for noun in table("offices")["named_documents"])


def _is_body(name: str) -> bool:
    """A name that opens like a title and is an institution's: "General Staff of the Army"."""
    return any(word.lower() in listed("institutions") for word in name.split()[1:3])


_APPOSED = re.compile(r"(?:^|[|.;:”\"] ?|\bby |\bto |\bfrom )(?:the|an?|its|their) [a-z -]+, $", re.I)


def _noun_beside(name: str, context: str) -> OriginKind | None:
    """The kind told by a noun next to a bare name: "news program VTV", "the Ostrel Wire news agency"."""
    for start, end in occurrences(name, context):
        if context[max(0, start - 2) : start] == ", " and not _APPOSED.search(context[max(0, start - 60) : start]):
            continue  # "back in the White House, Moss said"
        after = re.match(r"['’]?s?,? (?:an? |the )?([a-z]+(?: [a-z]+)?)", context[end:])
        before = re.search(r"((?:[A-Za-z]+ )?[A-Za-z]+),? $", context[max(0, start - 60) : start])
        for side, words in (("after", after.group(1) if after else ""), ("before", before.group(1) if before else "")):
            lows = words.lower().split()
            options = [words.lower(), lows[0] if side == "after" else lows[-1]] if lows else []
            for option in options:
                kind = heads().get(option)
                if kind in (OriginKind.OUTLET, OriginKind.ORGANIZATION):
                    return kind
    return None


def _rest(phrase: str) -> OriginKind:
    """The kind of a phrase whose noun no list knows, by its form."""
    named = mentions(phrase)
    if any(f.value.how in (How.STATE_OUTLET, How.OUTLET) and f.end == len(phrase) for f in named):
        return OriginKind.OUTLET
    bare = head_of(phrase)
    named = tuple(f for f in named if f.start < phrase.find(bare) + len(bare))
    if named and named[-1].end >= len(bare) and named[-1].value.how is not How.ADJECTIVE:
        return OriginKind.ORGANIZATION
    if named and named[-1].value.how is How.ADJECTIVE and bare.endswith("s"):
        return OriginKind.GROUP
    inner = [word for word in bare.split() if word[:1].isupper()]
    if inner and bare.split()[-1][:1].isupper():
        return OriginKind.PERSON
    if _PLURAL_SUBJECT.match(phrase) or (bare.endswith("s") and not bare.endswith("ss") and not _SINGLE.match(phrase)):
        return OriginKind.GROUP
    return OriginKind.UNNAMED_PERSON
