"""The words that report acts, from `events.yaml`, compiled: under each first word the frames that may follow it.

    "impose ~ <sanction>"  under "impose", "imposes", "imposed" …: within eight words one of the group, then SANCTION

Frames under one word stand longest first, so that "release ~ <captive>" is tried before "release".
"""

from functools import lru_cache
from typing import NamedTuple

from sayso.lexicon.load import table
from sayso.lexicon.phrases import forms, plural

ROOM = 7
"""Words that "~" leaves room for, and "+" too, which wants one at least."""

Parts = tuple[tuple[int, int, frozenset[str]], ...]
"""What must follow: sets of words, each with the least and the most words before it."""


class Frame(NamedTuple):
    """What must follow a first word, and the types that it then tells; `past` and `bare` are of the first word,
    `trust` is "also" or "weak" where the words report the act only if one is known to be reported."""

    parts: Parts
    types: tuple[str, ...]
    verb: bool
    past: bool = False
    bare: bool = False
    trust: str = ""


class Acts(NamedTuple):
    """Frames by first word, nouns of one word, words that only tell between types, verbs that change what a noun
    tells, and the small words by which a clause is told."""

    frames: dict[str, tuple[Frame, ...]]
    nouns: frozenset[str]
    signs: dict[str, tuple[str, ...]]
    spoken: dict[str, tuple[Frame, ...]]
    carriers: frozenset[str]
    undoing: dict[str, bool]
    undone: dict[str, str]
    grammar: dict[str, frozenset[str]]


@lru_cache(maxsize=1)
def acts() -> Acts:
    """The words of `events.yaml`."""
    data = table("events")
    groups = {name: frozenset(words) for name, words in data["groups"].items()}
    frames: dict[str, list[Frame]] = {}
    spoken: dict[str, list[Frame]] = {}
    signs: dict[str, tuple[str, ...]] = {}
    for name, row in data["types"].items():
        types = tuple(name.split())
        for phrase in row.get("verbs", ()):
            _enter_verb(frames, phrase, types, groups)
        for phrase in row.get("also", ()):
            _enter_verb(frames, phrase, types, groups, "also")
        for phrase in row.get("weak", ()):
            _enter_verb(frames, phrase, types, groups, "weak")
        for phrase in row.get("nouns", ()):
            _enter_noun(frames, phrase, types, groups)
        for phrase in row.get("also nouns", ()):
            _enter_noun(frames, phrase, types, groups, "also")
        for word in row.get("signs", ()):
            signs[word] = (*signs.get(word, ()), *types)
    for name, phrases in data["spoken"].items():
        for phrase in phrases:
            _enter_verb(spoken, phrase, (name,), groups)
    undoing = {form: is_past(form, verb) for verb in data["undone"]["verbs"] for form in forms(verb)}
    return Acts(
        _longest_first(frames),
        frozenset(head for head, those in frames.items() if any(not one.verb and not one.parts for one in those)),
        signs,
        _longest_first(spoken),
        frozenset(form for verb in data["carriers"] for form in forms(verb)),
        undoing,
        dict(data["undone"]["turns"]),
        {name: frozenset(words) for name, words in data["grammar"].items()},
    )


def _enter_verb(
    frames: dict[str, list[Frame]],
    phrase: str,
    types: tuple[str, ...],
    groups: dict[str, frozenset[str]],
    trust: str = "",
) -> None:
    first, *rest = phrase.removeprefix("=").split()
    parts = _parts(rest, groups)
    for form in (first,) if phrase.startswith("=") else forms(first):
        past = is_past(form, first) or (form == first and form.endswith("ed"))
        bare = not phrase.startswith("=") and form in (first, f"{first}s", f"{first}es")
        frames.setdefault(form, []).append(Frame(parts, types, True, past, bare, trust))


def _enter_noun(
    frames: dict[str, list[Frame]],
    phrase: str,
    types: tuple[str, ...],
    groups: dict[str, frozenset[str]],
    trust: str = "",
) -> None:
    for each in (phrase[1:],) if phrase.startswith("=") else dict.fromkeys((phrase, plural(phrase))):
        first, *rest = each.split()
        frames.setdefault(first, []).append(Frame(_parts(rest, groups), types, False, trust=trust))


def is_past(form: str, base: str) -> bool:
    """Whether a form of a verb is its past: "shelled", not "shells" and not "shelling"."""
    return form not in (base, f"{base}s", f"{base}es") and not form.endswith(("ing", "ies"))


def _parts(rest: list[str], groups: dict[str, frozenset[str]]) -> Parts:
    parts, least, room = [], 0, 0
    for word in rest:
        if word in "~+":
            least, room = (1 if word == "+" else 0), ROOM
            continue
        words: frozenset[str] = frozenset()
        for each in word.split("|"):
            words |= groups[each[1:-1]] if each.startswith("<") else frozenset((each,))
        parts.append((least, room, words))
        least = room = 0
    return tuple(parts)


def _longest_first(frames: dict[str, list[Frame]]) -> dict[str, tuple[Frame, ...]]:
    return {
        head: tuple(sorted(entries, key=lambda frame: (-len(frame.parts), not frame.verb)))
        for head, entries in frames.items()
    }
