"""Certainty: how sure the article's words are of a content.

"The toll could rise" is possible, "were likely to withdraw" probable, "denied targeting civilians" denied; all else is
certain as worded. A hedge counts where it governs the main clause, not in a clause hung onto it. "Reportedly" names a
source, no doubt, and "can" a capacity. The limit accepted: a hedge on one half of a sentence colours the whole.
"""

import re
from functools import lru_cache

from sayso.lexicon.load import table
from sayso.lexicon.phrases import Phrases, forms
from sayso.model.statement import Certainty

_SUBORDINATE = re.compile(
    r",? (?:which|who|whom|whose|that|where|when|whether|because|as|while|after|before|since|although|though|"
    r"unless|until|so that|lest)\b"
)
_NEGATED_MODAL = re.compile(
    r"\b(?:could(?: not|n['’]?t)|no (?:one|body) could|could (?:be heard|be seen|hear|see)|mayor|in May|on May|as "
    r"(?:much|many|well) as)\b",
    re.I,
)
_MONTH = re.compile(
    r"\b(?:in|on|of|since|by|until|early|late|last|this|next|from|to|and|\d{1,2}(?:st|nd|rd|th)?) May\b|\bMay \d"
)
_NO_DOUBT = re.compile(
    r"\b(?:hope|hopes|hoped|hoping) to\b|\b(?:his|her|their|its|our|my|no) hopes?\b|"
    r"\b(?:unclear|not (?:yet |immediately )?(?:clear|known)) (?:when|how|who|what|why|where|which)\b|"
    r"^\W*(?:How|When|Who|What|Why|Where|Which)\b[^,;]*\b(?:unclear|not (?:yet )?(?:clear|known))\b"
)
"""What is wanted, and that a thing is so of which only the how is not known: "it was unclear when the dam broke"."""
_NEGATIVE = r"nobody|no|none|neither|nothing|hardly|never|not|cannot|\w+n['’]t"
_DENIES = re.compile(
    rf"^\W*(?:(?!(?:{_NEGATIVE}|be)\b)[\w’'.-]+ ){{1,6}}?"
    r"(?:has |have |had )?(?:repeatedly |always )?(?:denied|denies|deny) "
    r"(?:that|any|having|being|\w{3,}ing)\b",
    re.I,
)
_NOT_DENIED = re.compile(rf"\b(?:{_NEGATIVE})\b", re.I)
_TELLS = re.compile(
    r"\b(?:suggest|indicat|show|said\b|says?\b|warn|believ|thinks?\b|signal|impl(?:y|i)|conclud|argu|signs?\b)\w*"
    r"(?: \w+)?$"
)
"""What stands before a "that" which opens the main matter: "signals suggest that he may come"."""
_ASIDE = re.compile(r" [–—-] [^–—]{3,120}? [–—-] |\([^()]*\)")
_CONDITION = re.compile(r"^(?:[“\"‘']\s*)?(?:If|Should)\b[^,]{3,120}, (?!.*\b(?:will|must|we['’]ll|need)\b)", re.S)


@lru_cache(maxsize=1)
def _content() -> Phrases[Certainty]:
    hedges = table("hedges")
    return Phrases(
        [(phrase, Certainty.POSSIBLE) for phrase in hedges["possible"]["main"]]
        + [(phrase, Certainty.PROBABLE) for phrase in hedges["probable"]["main"]]
    )


_OF_CUES = (Certainty.DENIED, Certainty.POSSIBLE, Certainty.PROBABLE)


@lru_cache(maxsize=1)
def _cues() -> Phrases[Certainty]:
    hedges = table("hedges")
    denials = (form for verb in table("cues")["denying"] for form in forms(str(verb)))
    return Phrases(
        [(phrase, Certainty.DENIED) for phrase in denials]
        + [(phrase, level) for level in _OF_CUES for phrase in hedges[level]["cue"]]
    )


def certainty(content: str, cue: str, sentence: str) -> Certainty:
    """How sure the content is as worded; `sentence` is the whole sentence that it stands in."""
    by_cue = {found.value for found in _cues().find(cue)}
    if (Certainty.DENIED in by_cue and not _NOT_DENIED.search(cue)) or _DENIES.match(content):
        return Certainty.DENIED
    by_words = _of_words(content)
    if Certainty.POSSIBLE in by_cue or by_words is Certainty.POSSIBLE:
        return Certainty.POSSIBLE
    if by_cue - {Certainty.DENIED} or by_words:
        return Certainty.PROBABLE
    return Certainty.CERTAIN


def _of_words(content: str) -> Certainty | None:
    """The hedge that governs the main clause of the content, the weakest where there are several."""
    plain = _MONTH.sub(" ", _NEGATED_MODAL.sub(" ", _NO_DOUBT.sub(" ", content)))
    plain = _ASIDE.sub(lambda aside: " " * len(aside.group()), plain)
    if _CONDITION.match(plain) and re.search(r"\b(?:could|might|may|were)\b", plain):
        return Certainty.POSSIBLE
    hedges = _content().find(plain)
    main = [found.value for found in hedges if not _hung_on(plain, found.start)]
    if Certainty.POSSIBLE in main:
        return Certainty.POSSIBLE
    return Certainty.PROBABLE if main else None


_RESUMED = re.compile(r"(?:\s[\w’'-]+){3,}\s(?:is|are|was|were|has been|have been)\s$")
"""The verb of the main clause after a clause with "who": "those who stay in the town are likely to starve"."""


def _hung_on(content: str, at: int) -> bool:
    """Whether a word stands in a clause hung onto the main one: after a "which" or "who" that no comma closes."""
    before = content[:at]
    opened = [
        joint
        for joint in _SUBORDINATE.finditer(before)
        if not (joint.group().endswith("that") and _TELLS.search(before[: joint.start()]))
    ]
    if opened and opened[-1].group().endswith(("who", "which")) and _RESUMED.search(before[opened[-1].end() :]):
        return False
    return bool(opened) and "," not in before[opened[-1].end() :] and opened[-1].start() > 0
