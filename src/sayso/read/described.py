"""Described: whether a description ("the ministry head", "the watchdog") can stand for a speaker.

"the governor of Karsk" answers to whoever is its governor and to no other governor; "the official" to any official.

Known limit: a description answers by its words, not by what the article says of the person elsewhere.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.lexicon.load import table
from sayso.lexicon.states import state_of, states_of
from sayso.model.span import Span
from sayso.read.tokens import listed, may_speak

_WORD = re.compile(r"[\w’'-]*\w")
_DEFINITE = re.compile(r"^(?:the|this|that|these|those)\s+(?:same\s+)?", re.I)
_TAIL = re.compile(
    r"\s+(?:of|in|at|for|from|who|whose|whom|that|which|with|on|to|near|under|inside|based)\s.*$|,.*$", re.S
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Someone or something that speaks: fullest name, role, and the words that a description may pick them by."""

    name: str
    span: Span
    role: str | None
    words: str
    person: bool
    heads: frozenset[str]
    gender: str | None = None


@dataclass(frozen=True, slots=True)
class Description:
    """A phrase without a name of its own: its head noun, the nouns that answer to it, and the names within it."""

    words: str
    head: str
    wanted: frozenset[str]
    telling: frozenset[str]
    states: frozenset[str]
    definite: bool
    capital_head: bool


@cache
def answers() -> dict[str, frozenset[str]]:
    """For a head noun, those of the roles and bodies that it may stand for."""
    return {str(k): frozenset(map(str, v)) for k, v in table("speakers")["answers"].items()}


@cache
def _bodies() -> frozenset[str]:
    return listed("institutions") | listed("outlets")


def words_of_phrase(words: str) -> list[str]:
    """The words of a phrase, without its marks."""
    return _WORD.findall(words)


def core_of(words: str) -> str:
    """A phrase up to its first complement, without its article: "the mayor of Tarn" gives "mayor"."""
    return _TAIL.sub("", _DEFINITE.sub("", words).strip())


def description(words: str) -> Description | None:
    """A source phrase as a description; None where it has no noun."""
    parts = _WORD.findall(core_of(words))
    if not parts:
        return None
    head = parts[-1].lower()
    every = _WORD.findall(_DEFINITE.sub("", words))
    proper = [w for w in every if w[0].isupper()]
    telling = frozenset(_bare(w) for w in proper if not w.endswith("-based") and state_of(w) is None)
    core = core_of(words)
    rest = words_of_phrase(words[words.find(core) + len(core) :])
    telling |= {w for w in rest if w in listed("institutions") | listed("outlets")}  # "the head of the army"
    return Description(
        words,
        head,
        answers().get(head, frozenset({head})) | {head},
        telling,
        states_of(proper),
        bool(_DEFINITE.match(words)),
        parts[-1][0].isupper(),
    )


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word.lower())


def answers_to(speaker: Speaker, asked: Description) -> bool:
    """The description can mean the speaker: by its head noun, and with none of its names against it."""
    if speaker.name.lower() == asked.words.lower():
        return False
    if speaker.person and (asked.capital_head or asked.head in _bodies()):
        return False
    if _are_many(speaker) and asked.head in listed("roles"):
        return False  # "the same official" is none of "some officials"
    own = _heads_of(speaker)
    named_body = not speaker.person and _ends_in_capitals(speaker.name)
    if named_body and asked.head in listed("roles") - _bodies():
        return False
    if not speaker.person and not named_body and (asked.capital_head or _is_of_people(speaker, asked)):
        return False
    if named_body and asked.head in _PLAIN_BODIES and speaker.name.isupper() and not own & (_bodies() - asked.wanted):
        return True  # initials do not tell what they stand for
    if not own & asked.wanted or (asked.capital_head and asked.head not in own):
        return False
    if not asked.telling <= own:
        return False
    known = states_of([*_WORD.findall(speaker.name), *_WORD.findall(speaker.role or "")])
    return not (asked.states and known and not asked.states & known)


_PLAIN_BODIES = frozenset(
    {"agency", "organisation", "organization", "group", "body", "watchdog", "charity", "movement"}
)


def _ends_in_capitals(name: str) -> bool:
    """A name, and not a description with a name in it: "Tarn Watch", but not "sources close to Tarn Watch"."""
    core = _WORD.findall(core_of(name))
    return bool(core) and core[-1][:1].isupper()


def _are_many(speaker: Speaker) -> bool:
    core = _WORD.findall(core_of(speaker.name))
    last = core[-1].lower() if core and not speaker.person else ""
    return last.endswith("s") and last.removesuffix("s") in listed("roles")


def _is_of_people(speaker: Speaker, asked: Description) -> bool:
    """ "A military source" is not "the military"."""
    core = _WORD.findall(core_of(speaker.name))
    return bool(core) and asked.head in _bodies() and may_speak(core[-1]) and core[-1].lower() not in _bodies()


def is_unnamed_body(speaker: Speaker) -> bool:
    """A body without a name, as a lead has it: "a monitor", "a rights group"."""
    found = _UNNAMED_BODY.match(speaker.words)
    return found is not None and not speaker.person and found["head"].lower() in _bodies() | frozenset(answers())


_UNNAMED_BODY = re.compile(r"an?\s+(?:[\w’'-]+\s+){0,3}?(?P<head>[a-z]+)$", re.I)


def _heads_of(speaker: Speaker) -> frozenset[str]:
    """The words by which a speaker can be picked: of a role or a name every word, of a bare phrase its head noun."""
    name = frozenset(_bare(w) for w in _WORD.findall(speaker.name))
    if speaker.person or _ends_in_capitals(speaker.name):
        return speaker.heads | name
    core = _WORD.findall(core_of(speaker.name))
    proper = frozenset(_bare(w) for w in _WORD.findall(speaker.name) if w[0].isupper())
    return frozenset(w.lower() for w in core) | proper | {w.removesuffix("s").lower() for w in core[-1:]}


# What ties an office to a place that the article may name instead: "the regional governor", "the governor of Tarn".
OF_A_PLACE = frozenset({"region", "province", "city", "district", "town", "local"})
_ADJECTIVES = {"regional": "region", "provincial": "province", "municipal": "city", "defense": "defence"}


def office_words(words: Iterable[str]) -> frozenset[str]:
    """The words that tell an office: "the regional governor" gives governor and region."""
    lows = (re.sub(r"['’]s?$", "", w.lower()) for w in words)
    return frozenset(_ADJECTIVES.get(w, w) for w in lows) - listed("fillers")


def placed(role: Sequence[str]) -> bool:
    """The role names what it is over: "the governor of Tarn"."""
    return any(w[0].isupper() and w.lower() not in listed("roles") for w in role)


def is_anothers(role: str) -> bool:
    """ "An aide to President", before a name: the role of somebody unnamed, beside the title of who is named."""
    found = _ANOTHERS.fullmatch(role)
    return found is not None and may_speak(found["head"])


_ANOTHERS = re.compile(
    r"(?:(?i:an?|the|one|two|several|some)\s+(?:[a-z-]+\s+)*?)?(?P<head>[A-Za-z][a-z]+)(?:\s+of\s+[a-z]+)?\s+"
    r"(?:(?:close\s+)?to|for|of|from|with)\s+"
    r"(?:[Ff]ormer\s+|[Ll]ate\s+|[Aa]cting\s+|[A-Z]\w+(?:n|sh|ese|i)\s+)?"
    r"(?:President|(?:Prime|Foreign|Defen[cs]e|Interior|Finance)\s+Minister|Mayor|King|Queen|Governor|Senator|Chancellor|Premier)"
)
