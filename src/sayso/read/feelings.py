"""Feelings: the words of a content that say what somebody feels, with their sign and their form.

"Residents, tired of the siege, fear hunger": `tired` a state, `fear` a verb, both negative. A word that is a verb and a
noun ("hopes") is found as both, the verb first. Limit: words in a list; "their eyes were empty" says nothing here.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from sayso.lexicon.load import table
from sayso.lexicon.phrases import Phrases, forms
from sayso.model.statement import Polarity


class Feeling(NamedTuple):
    """A word of feeling, half-open in its text, by its form: `verb`, `state`, `noun`, `effect` or `stand`."""

    start: int
    end: int
    polarity: Polarity
    form: str


def feelings(content: str) -> tuple[Feeling, ...]:
    """Every word of feeling in a content, in its order; one that begins with a capital is part of a name."""
    found = [
        Feeling(one.start, one.end, polarity, form)
        for one in _phrases().find(content)
        if one.start < 2 or content[one.start].islower() or content[one.start] in "’'"
        for form, polarity in one.value
    ]
    return tuple(sorted(found, key=lambda one: (one.start, _FORMS.index(one.form))))


def of_cue(cue: str) -> Polarity | None:
    """The sign of a cue that is itself a feeling: negative for "remain sceptical that"; none for "says"."""
    found = _cues().find(cue) if cue else ()
    if found:
        return found[0].value
    voiced = _voiced().search(cue) if cue else None
    return next(Polarity(sign) for sign in _SIGNS if voiced[sign]) if voiced else None


_FORMS = ("verb", "state", "noun", "effect", "stand")
_SIGNS = ("negative", "positive", "mixed")


@lru_cache(maxsize=1)
def _voiced() -> re.Pattern[str]:
    """A cue that voices a feeling: "expressed frustration with"."""
    known = table("feelings")
    nouns = "|".join(rf"(?P<{sign}>{any_of(known[sign]['nouns'])})" for sign in _SIGNS)
    verbs = any_of([form for verb in known["voicing"] for form in forms(verb)])
    return re.compile(rf"\b(?:{verbs})\s(?:[\w’']+\s){{0,3}}?(?:{nouns})\b")


@lru_cache(maxsize=1)
def _phrases() -> Phrases[tuple[tuple[str, Polarity], ...]]:
    known = table("feelings")
    entries: dict[str, dict[str, Polarity]] = {}
    for sign in ("negative", "positive", "mixed"):
        rows = known[sign]
        listed = [("verb", form) for verb in rows["verbs"] for form in _inflected(verb)]
        listed += [("state", word) for word in rows["states"]] + [("noun", word) for word in rows["nouns"]]
        listed += [("effect", word) for word in rows["effects"]]
        listed += [("stand", form) for verb in known["stands"].get(sign, ()) for form in forms(verb)]
        for form, words in listed:
            entries.setdefault(words.lower(), {}).setdefault(form, Polarity(sign))
    entries.update((words, {}) for words in known["none"])
    return Phrases({words: tuple(signs.items()) for words, signs in entries.items()})


def _inflected(verb: str) -> tuple[str, ...]:
    head, _, tail = verb.partition(" ")
    if verb.startswith("="):
        return (verb[1:],)
    return tuple(f"{form} {tail}" for form in ("have", "has", "had", "having")) if head == "have" else forms(verb)


@lru_cache(maxsize=1)
def _cues() -> Phrases[Polarity]:
    entries = {
        form: Polarity(sign)
        for sign, words in table("feelings")["cues"].items()
        for word in words
        for form in forms(word)
    }
    return Phrases(entries)


def any_of(words: Sequence[str]) -> str:
    """A pattern for any of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
