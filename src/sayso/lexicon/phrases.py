"""Phrases: a word list compiled once, in which a text is looked up word by word.

`Phrases({"car bomb": A}).find("a car bomb hit")` gives one find with its span. The longest phrase wins, and finds do
not overlap. The words of a phrase may stand apart by a blank, a point, a hyphen or an apostrophe, so that "U.S." is
found by its letters and "Russia's" by "Russia"; across a comma or a line end nothing is found.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Generic, NamedTuple, TypeVar

from sayso.lexicon.load import table

T = TypeVar("T")

_WORD = re.compile(r"\w+")
_GAP = re.compile(r"(?:[ \u00a0]|\.|\. |-|['’])")
_VOWEL = frozenset("aeiou")


class Found(NamedTuple, Generic[T]):
    """Where a phrase stands in a text, half-open, and what the list says of it."""

    start: int
    end: int
    value: T


class _Node(Generic[T]):
    """What may follow the words so far, and the value where a phrase ends here."""

    __slots__ = ("ends", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node[T]] = {}
        self.ends: list[T] = []


class Phrases(Generic[T]):
    """A compiled list of phrases; `cased` where capitals count, as for names. The first entry of a phrase stands."""

    def __init__(self, entries: Mapping[str, T] | Iterable[tuple[str, T]], cased: bool = False) -> None:
        self._cased = cased
        self._root: _Node[T] = _Node()
        pairs = entries.items() if isinstance(entries, Mapping) else entries
        for phrase, value in pairs:
            node = self._root
            for word in _WORD.findall(phrase if cased else phrase.lower()):
                node = node.next.setdefault(word, _Node())
            if node is not self._root and not node.ends:
                node.ends.append(value)

    def find(self, text: str) -> tuple[Found[T], ...]:
        """Every phrase in the text, in order."""
        words = list(_WORD.finditer(text if self._cased or len(text.lower()) != len(text) else text.lower()))
        finds: list[Found[T]] = []
        free = 0
        start = self._root.next
        for at, word in enumerate(words):
            if at < free:
                continue
            node = start.get(word.group())
            if node is None:
                continue
            last, found = at, (at, node.ends[0]) if node.ends else None
            while node.next and last + 1 < len(words):
                follower = node.next.get(words[last + 1].group())
                if follower is None or not _GAP.fullmatch(text, words[last].end(), words[last + 1].start()):
                    break
                node, last = follower, last + 1
                if node.ends:
                    found = (last, node.ends[0])
            if found:
                finds.append(Found(word.start(), words[found[0]].end(), found[1]))
                free = found[0] + 1
        return tuple(finds)

    def has(self, text: str) -> bool:
        """Whether any phrase of the list stands in the text."""
        return bool(self.find(text))


@cache
def forms(verb: str) -> tuple[str, ...]:
    """The forms of an English verb phrase, its first word inflected: "pull out" gives "pulled out", "pulling out" …

    Spelling is over-generous (both "planing" and "planning"); a form that nobody writes does no harm.
    """
    head, _, tail = verb.partition(" ")
    tail = f" {tail}" if tail else ""
    base = head[:-1] if head.endswith("e") else head
    heads = {head, f"{head}s", f"{base}ed", f"{base}ing", *table("irregular").get(head, ())}
    if head.endswith(("s", "x", "z", "ch", "sh", "o")):
        heads.add(f"{head}es")
    if head.endswith("y") and head[-2:-1] not in _VOWEL:
        heads |= {f"{head[:-1]}ies", f"{head[:-1]}ied"}
    if len(head) > 2 and head[-1] not in "aeiouwxy" and head[-2] in _VOWEL:
        heads |= {f"{head}{head[-1]}ed", f"{head}{head[-1]}ing"}
    if head.endswith("ie"):
        heads.add(f"{head[:-2]}ying")
    return tuple(sorted(f"{form}{tail}" for form in heads))


def plural(noun: str) -> str:
    """The regular plural of the last word of a noun phrase, the head's for "member of the military"."""
    head, of, tail = noun.partition(" of ")
    if head.endswith("y") and head[-2:-1] not in _VOWEL:
        return f"{head[:-1]}ies{of}{tail}"
    if head.endswith("man"):
        return f"{head[:-3]}men{of}{tail}"
    return f"{head}{'es' if head.endswith(('s', 'x', 'ch', 'sh')) else 's'}{of}{tail}"
