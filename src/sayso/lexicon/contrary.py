"""Contrary: the words by which two statements part, compiled from `conflict_words.yaml`.

`terms("any such incursion")` is {attack, border}: what the words are about, forms and near-synonyms folded together.
Limit: a word means all that its class does, whatever stands around it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from sayso.lexicon.counting import phrases
from sayso.lexicon.load import table
from sayso.lexicon.states import state_of
from sayso.lexicon.stems import stem

_CLAIM_THAT = r"\b(?:claims?|reports?|allegations?|accusations?|suggestions?|assertions?)\b"
_DENIES_THAT = re.compile(
    r"\b(?:den(?:y|ied|ies|ying)|dismiss(?:ed|es|ing)|reject(?:ed|s|ing)|refut(?:ed|es|ing)|disput(?:ed|es|ing)|"
    rf"rebuffed|contested)\b(?=.{{0,60}}(?:{_CLAIM_THAT}|\bthat\b))",
    re.I,
)
_OF_A_CLAIM = re.compile(rf"{_CLAIM_THAT} (?:that|of|to have|to be)\b", re.I)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
SHORTEST = 3
OF_PLACE, OF_NAME, OF_WORD, OF_TARGET = "place", "name", "word", "target"


@dataclass(frozen=True, slots=True)
class Opposed:
    """Two outcomes that exclude each other: the words for each, and what must be the same for them to be of one thing.

    `same` is the place ("captured", "repelled"), a name ("dead", "alive"), or any word that tells something; of two
    targets (`OF_TARGET`) it is the strike. `alone`: there is hardly another such thing in those days ("the coup");
    `whole`: it is the place itself that has one outcome, and none of what stands in it.
    """

    name: str
    left: re.Pattern[str]
    right: re.Pattern[str]
    same: str
    alone: bool = False
    whole: bool = False


@lru_cache(maxsize=8192)
def terms(words: str) -> frozenset[str]:
    """What the words are about: classes of words, stems of others, codes of states; light words left out."""
    return frozenset[str]().union(*senses(words))


@lru_cache(maxsize=8192)
def senses(words: str) -> frozenset[frozenset[str]]:
    """The same, word by word and phrase by phrase: the classes of each, which it shares with any of their words."""
    stems, runs, pattern = _concepts()
    light = _light()
    found = {frozenset(runs[hit.group().lower()]) for hit in pattern.finditer(words)}
    for word in _WORD.findall(words):
        code = state_of(word) if word[0].isupper() else None
        if code:
            found.add(frozenset({code}))
            continue
        low = word.lower()
        root = stem(low)
        if low in light or root in light:
            continue
        classes = stems.get(root)
        if classes:
            found.add(frozenset(classes))
        elif len(root) >= SHORTEST and not root.isdigit():
            found.add(frozenset({root}))
    return frozenset(each for each in found if not any(each < other for other in found))


@cache
def classes() -> frozenset[str]:
    """The names of the classes of words."""
    return frozenset(table("conflict_words")["concepts"])


@cache
def cue(key: str) -> re.Pattern[str]:
    """Any word of a list of the table."""
    return phrases(tuple(table("conflict_words")[key]))


@lru_cache(maxsize=65536)
def tells(key: str, text: str) -> bool:
    """The text has a word of a list of the table."""
    return cue(key).search(text) is not None


@cache
def listed(key: str) -> Mapping[str, re.Pattern[str]]:
    """The lists of one kind of cue, by their names."""
    return MappingProxyType({name: phrases(tuple(row)) for name, row in table("conflict_words")[key].items()})


@lru_cache(maxsize=8192)
def passes_on_denial(words: str, sentence: str) -> bool:
    """The words, or the sentence about a claim that they name, tell that somebody denies it.

    "The staff dismissed the claim that a school was hit"; "arithmetic", of a sentence "dismissed as … a claim to hold".
    """
    if _DENIES_THAT.search(words):
        return True
    return bool(_OF_A_CLAIM.search(words)) and tells("denying", sentence)


@cache
def words(key: str) -> frozenset[str]:
    """A list of the table as a set."""
    return frozenset(map(str, table("conflict_words")[key]))


@cache
def opposed() -> tuple[Opposed, ...]:
    """The pairs of outcomes that exclude each other."""
    return tuple(
        Opposed(
            row["name"],
            phrases(tuple(row["left"])),
            phrases(tuple(row["right"])),
            row.get("same", OF_WORD),
            row.get("alone", False),
            row.get("whole", False),
        )
        for row in table("conflict_words")["opposed"]
    )


@cache
def generic() -> frozenset[str]:
    """Classes and stems that say nothing of which event or thing it was."""
    listed = [str(word) for word in table("conflict_measures")["generic"]]
    return frozenset([*listed, *map(stem, listed)])


@cache
def _concepts() -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]], re.Pattern[str]]:
    """The classes of a stem, the classes of a phrase (also in the plural), and the pattern that finds the phrases."""
    stems: dict[str, tuple[str, ...]] = {}
    runs: dict[str, tuple[str, ...]] = {}
    for concept, listed in table("conflict_words")["concepts"].items():
        for member in map(str, listed):
            if " " not in member:
                stems[stem(member)] = (*stems.get(stem(member), ()), concept)
                continue
            for form in (member, f"{member}s"):
                runs[form] = (*runs.get(form, ()), concept)
    return MappingProxyType(stems), MappingProxyType(runs), phrases(tuple(runs))


@cache
def any_outcome() -> re.Pattern[str]:
    """Any word of any pair of opposed outcomes: where none stands, no pair need be tried."""
    rows = table("conflict_words")["opposed"]
    return phrases(tuple(word for row in rows for side in ("left", "right") for word in row[side]))


@cache
def _light() -> frozenset[str]:
    listed = [str(word) for word in table("conflict_words")["light"]]
    return frozenset([*listed, *(stem(word) for word in listed)])
