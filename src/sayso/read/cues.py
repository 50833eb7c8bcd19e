"""What kind of cue a cue is: saying, feeling, a reason joined to what is said, or speech without content."""

import re
from functools import cache

from sayso.lexicon.load import table
from sayso.lexicon.phrases import forms, plural

_WORD = re.compile(r"[a-z]+")


def is_inner(cue: str) -> bool:
    """ "wanted", "were unaware of": what somebody feels, wants or does; "wanted to say" is not."""
    words = _WORD.findall(cue.lower())
    inner = _every_form("inner")
    return any(w in inner for w in words) and all(w in inner or w in _small() or w.endswith("ly") for w in words)


def is_agreeing(cue: str) -> bool:
    """ "agrees", which with "that" tells what somebody says, and with an object what they do."""
    words = _WORD.findall(cue.lower())
    return any(w in _every_form("agreeing") for w in words)


def is_advice(cue: str) -> bool:
    """ "should formally endorse": what the teller would have somebody do, where the verb is none of saying."""
    words = _WORD.findall(cue.lower())
    return bool(words) and words[0] in _listed("modals") and not says(cue)


def is_hedge(cue: str) -> bool:
    """ "seem", "appears to", "apparently": how sure the teller is, and nobody's saying."""
    words = _WORD.findall(cue.lower())
    return any(w in _every_form("hedges") for w in words) and all(
        w in _every_form("hedges") or w in _small() for w in words
    )


def is_inference(cue: str) -> bool:
    """ "suggesting": what the teller concludes from what stands before, where nobody else does."""
    return cue.strip().lower().removesuffix(" that") in _listed("inference")


def is_joining(cue: str) -> bool:
    """ "citing": the reason within what somebody says."""
    return cue.strip().lower() in _listed("joining")


def goes_on(cue: str) -> bool:
    """ "added", "went on to say": more from whoever spoke last."""
    words = _WORD.findall(cue.lower())
    return bool(words) and words[0] in _every_form("continuing")


def is_calling(cue: str) -> bool:
    """ "calls", "describes as": the name that somebody has for a thing."""
    words = _WORD.findall(cue.lower())
    return bool(words) and words[0] in _every_form("calling") and all(w in {"as", "to"} for w in words[1:])


def is_according(cue: str) -> bool:
    return cue.strip().lower() == "according to"


def is_measure(words: str) -> bool:
    """ "clear law", "age", "their rank": by what a thing is done or divided, without an article; it says nothing."""
    found = _WORD.findall(words.lower())
    measures = _listed("measures") | {plural(noun) for noun in _listed("measures")}
    return 0 < len(found) <= NOBODY and found[0] not in {"a", "an", "the"} and found[-1] in measures


def is_firm(cue: str) -> bool:
    """ "denied", "has condemned": verbs whose object, however short, is what is claimed: "denied responsibility"."""
    return any(w in _every_form("firm") for w in _WORD.findall(cue.lower()))


def is_turning(cue: str) -> bool:
    """ "accused", "warned": what is done in words and to others."""
    return any(w in _every_form("turning") for w in _WORD.findall(cue.lower()))


def is_scene(cue: str) -> bool:
    """ "elaborated", "spoke": saying without what is said."""
    words = _WORD.findall(cue.lower())
    return bool(words) and (words[0] in _every_form("scene") or words[-1] in _every_form("scene"))


def says(words: str) -> bool:
    """Some word of these reports speech: "local media reported Sunday"."""
    return any(w in _every_form("saying") for w in _WORD.findall(words.lower()))


def is_nobody(source: str) -> bool:
    """ "unconfirmed reports", "accounts", "there": a source that names no one, not even a kind of people.

    "The report" is one that was told of before, and somebody's.
    """
    words = _WORD.findall(source.lower())
    named = any(w[0].isupper() for w in source.split()[1:])
    known = len(words) > 1 and words[0] in _KNOWN and words[-1] in _listed("nobody")
    return bool(words) and not (named or known) and len(words) <= NOBODY and words[-1] in _nouns()


def is_speech(content: str) -> bool:
    """ "the same message", "his earlier remarks": that something was said, and not what."""
    words = _WORD.findall(content.lower())
    known = _listed("speech") | {plural(noun) for noun in _listed("speech")}
    return 1 < len(words) <= SPEECH and words[0] in _POINTING and words[-1] in known


# "His much repeated warnings"; more words tell what was said.
SPEECH = 4
_KNOWN = frozenset(["the", "this", "that", "his", "her", "its", "their"])
_POINTING = frozenset(["the", "this", "that", "these", "those", "his", "her", "its", "their", "such", "similar"])


def is_report_of(cue: str) -> bool:
    """ "reports of", "claims that", "allegations": what was told, as a thing."""
    words = _WORD.findall(cue.lower())
    return bool(words) and words[0] in _nouns() and words[1:] in ([], ["of"], ["that"], ["about"])


def is_belief(cue: str) -> bool:
    """ "Recognition that", "fears": what is thought, as a thing."""
    words = _WORD.findall(cue.lower())
    beliefs = _listed("beliefs") | {plural(noun) for noun in _listed("beliefs")}
    return bool(words) and words[0] in beliefs and words[1:] in ([], ["of"], ["that"])


# "Reports", "some reports", "several unconfirmed reports"; more words say whose reports they are.
NOBODY = 3


@cache
def _nouns() -> frozenset[str]:
    return _listed("nobody") | {plural(noun) for noun in _listed("nobody")}


@cache
def _listed(kind: str) -> frozenset[str]:
    return frozenset(str(word) for word in table("cues")[kind])


@cache
def _every_form(kind: str) -> frozenset[str]:
    return frozenset(form for word in _listed(kind) for form in (word, *forms(word)))


def _small() -> frozenset[str]:
    return _listed("small")
