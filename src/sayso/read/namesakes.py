"""Namesakes: names of places that in this article are people's.

Where the volunteer Kaya Morel has been named, "an attempt to reach Morel failed" tells of her, although there is a town
of that name; "shells fell in Morel" tells of the town. States and capitals stay what they are.

Known limit: where both are spoken of, every mention of the name is taken for the place.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sayso.lexicon import states
from sayso.lexicon.load import lists
from sayso.model.statement import Place
from sayso.read.directory import directory
from sayso.read.marked import Name
from sayso.read.scene_roles import is_state
from sayso.read.toponyms import left_of

# What a place and no person has to itself; one also gives somebody's town to "to" and looks "at" or "over" somebody.
_LOCATIVE = frozenset({"in", "inside", "near", "outside", "within", "across", "throughout"})
_TRUST = re.compile(
    r"\b(?:trust|faith|confidence|belie(?:f|ves?|ved)|hope|interest(?:ed)?|disappoint(?:ed|ment)) in\s$", re.I
)
# "In Karsk and Morel"; behind a comma somebody may begin to speak.
_LISTED = re.compile(r"[A-Z][\w’'-]+(?:, [A-Z][\w’'-]+)* and $")
_AFTER = re.compile(r" (?P<word>[\w-]+)")
_ARTICLE = re.compile(r"^(?:al|el|as|an|ad|ar)-", re.I)
_OWNER = re.compile(r"['’]s?(?!\w)")
# Characters before a name that hold what governs it.
_BEFORE = 80


def without_namesakes(text: str, mentions: Sequence[Place], names: Sequence[Name]) -> tuple[Place, ...]:
    """The places among the mentions, without those that the text calls a person and sets nothing in.

    `names` are the encoder's: of people it counts who is named in two words or more.
    """
    surnames = set(_surnames(text, names))
    surnames |= {f"{name}s" for name in surnames}  # of an owner who lost the apostrophe
    called = [place for place in mentions if place.text in surnames and not _is_fixed(place)]
    located = {place.text for place in called if _is_located(text, place)}
    located |= {
        name for name, _, kind in (place.text.rpartition(" ") for place in mentions) if kind.lower() in _kinds()
    }
    gone = {place.span for place in called if place.text not in located}
    return tuple(place for place in mentions if place.span not in gone)


def _surnames(text: str, names: Sequence[Name]) -> Iterator[str]:
    for who, _ in directory(text).people:
        if who.name:
            yield _bare(who.name)
    for name in names:
        words = text[slice(*name.span)] if name.kind == "PER" else ""
        if " " in words:
            yield _bare(words)


def _bare(name: str) -> str:
    """The surname in a name: "Moss" in "Iva Moss’s", "Orrad" in "Ilya al-Orrad"."""
    return _ARTICLE.sub("", _OWNER.sub("", name.split()[-1]))


def _is_fixed(place: Place) -> bool:
    return is_state(place) or place.text.lower() in states.capitals()


def _is_located(text: str, place: Place) -> bool:
    """Whether something is in it, near it, or a kind of place is named with it: "the village of Morel"."""
    start, end = place.span
    line = text.rfind("\n", 0, start) + 1
    before = _LISTED.sub("", text[max(line, start - _BEFORE) : start])
    after = _AFTER.match(text, end)
    if after and after["word"].lower() in _kinds():
        return True
    governor, kind = left_of(before)
    return kind or (governor in _LOCATIVE and not _TRUST.search(before) and not _OWNER.match(text, end))


@cache
def _kinds() -> frozenset[str]:
    known = lists("places", "kinds administrative")
    return known["kinds"] | known["administrative"]
