"""Stems: what is left of a word when its endings fall away, so that forms of one word meet.

"captured", "capturing" and "capture" are all `captur`; "struck" is `strik`, by `irregular.yaml`. Limit: no dictionary
stands behind it, so "station" keeps its ending and "general" meets "generation"; it serves to compare, not to print.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from sayso.lexicon.load import table

_VOWELS = frozenset("aeiouy")
_ENDINGS = ("ization", "isation", "ation", "ition", "ment", "ness", "ivel", "ion", "iz", "at", "iv", "li")
_LEAST = 4
"""Letters that an ending must leave: "nation" and "moment" keep theirs."""

_SHORT = {"died": "die", "dies": "die", "dying": "die", "lied": "lie", "lying": "lie", "tied": "tie", "men": "man"}
"""Words too short for the rules below."""


@cache
def _bases() -> Mapping[str, str]:
    """The base form of each irregular past: "struck" is of "strike"."""
    rows = table("irregular").items()
    return MappingProxyType({str(past): str(base) for base, pasts in rows for past in pasts if past != base})


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a word in any case, without the owner's "'s"."""
    form = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    form = _SHORT.get(form) or _bases().get(form, form)
    if len(form) <= 3 or not form.isalpha():
        return form
    form = _bare(form).removesuffix("e")
    form = form[:-1] + "i" if form.endswith("y") and len(form) > 3 else form
    for ending in _ENDINGS:
        if form.endswith(ending) and len(form) - len(ending) >= _LEAST:
            return form[: -len(ending)]
    return form[:-2] if form.endswith(("alis", "ilis")) and len(form) > _LEAST + 2 else form


def _bare(form: str) -> str:
    """Without the ending of a plural, a past or a participle, and with one letter where that had doubled it."""
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith("es") and form[-3] in "sxzh":
        form = form[:-2]
    elif form.endswith("s") and form[-2] not in "sui":
        form = form[:-1]
    for ending in ("ing", "ed"):
        left = form[: -len(ending)]
        if form.endswith(ending) and len(left) >= 3 and not _VOWELS.isdisjoint(left):
            if ending == "ed" and left.endswith("i"):
                return left[:-1] + "y"
            return left[:-1] if left[-1] == left[-2] and left[-1] not in "lsaeiou" else left
    return form
