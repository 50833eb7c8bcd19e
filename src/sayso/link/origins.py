"""Origins: when the origins of two statements are one person or one body, whatever the article calls them.

"Brezhan" in one article and "Colonel Iva Brezhan" in another are one person; "SOHR" and "the Syrian Observatory for
Human Rights" one body; two who are not named ("a source", "residents") are never one by that.

Known limit: two people of one surname and one side, each named by it alone in an article of their own, are one here.
"""

from functools import cache, lru_cache

from sayso.lexicon.alike import name_keys, same_name
from sayso.lexicon.load import table
from sayso.lexicon.spelling import fold
from sayso.link.bodies import body_words, is_body, is_shorter, is_whole, same_body, vague
from sayso.model.statement import UNKNOWN_SIDE, Origin, OriginKind

UNNAMED = frozenset({OriginKind.UNNAMED_PERSON, OriginKind.GROUP, OriginKind.UNSTATED})
WHOLE_NAME = 2
"""Words of a name from which on two who bear it are one, also where their sides were read differently."""


def is_named(origin: Origin) -> bool:
    """The origin has a name that means the same one wherever it stands: a person's or a body's."""
    return origin.name is not None and (origin.kind is OriginKind.PERSON or is_body(origin))


def same_side(a: Origin, b: Origin) -> bool:
    """Nothing speaks against the two standing on one side: they do, or of one it is not known."""
    return a.side == b.side or UNKNOWN_SIDE in (a.side, b.side)


def known_side(a: Origin, b: Origin) -> str:
    """The side of two that stand on one."""
    return b.side if a.side == UNKNOWN_SIDE else a.side


def same_origin(a: Origin, b: Origin) -> bool:
    """Two origins are one by name, wherever they are met: persons by surname, bodies by their words or initials.

    Who is not named ("officials", "residents", "a source") is never the same by name alone.
    """
    if not (is_named(a) and is_named(b)) or a.name is None or b.name is None:
        return False
    if (a.kind is OriginKind.PERSON) != (b.kind is OriginKind.PERSON):
        return False
    if a.kind is OriginKind.PERSON:
        return _same_person(a, b)
    if is_whole(a) or is_whole(b):
        return is_whole(a) and is_whole(b) and a.side == b.side
    if a.side != b.side and len(_own(a) - vague()) >= WHOLE_NAME and _own(a) == _own(b):
        return True
    return same_side(a, b) and same_body(a.name, b.name, known_side(a, b))


def _own(origin: Origin) -> frozenset[str]:
    return body_words(origin.name or "")


def _same_person(a: Origin, b: Origin) -> bool:
    x, y = _keys(a), _keys(b)
    if x[-1] != y[-1] and not (frozenset(x) <= frozenset(y) or frozenset(y) <= frozenset(x)):
        return False
    if x == y and len(x) >= WHOLE_NAME:
        return True
    if not same_side(a, b) or not same_name(" ".join(x), " ".join(y), persons=True):
        return False
    return len(x) >= WHOLE_NAME or len(y) >= WHOLE_NAME or not (is_private(a) and is_private(b))


@lru_cache(maxsize=16_384)
def _keys(person: Origin) -> tuple[str, ...]:
    """A person's name without the titles before it, by what its spellings share."""
    keys = [key for key in name_keys((person.name or "").replace("'s", "").replace("’s", "")) if key not in _titles()]
    return tuple(keys) or tuple(name_keys(person.name or ""))


def is_private(origin: Origin) -> bool:
    """One of many, known outside an article by no single name: a resident, a soldier's mother."""
    return not _private().isdisjoint(fold(origin.role or "").split())


def is_short(a: Origin, b: Origin) -> bool:
    """Of two names of one, the first says less: "Brezhan" of "Iva Brezhan", "the Observatory", or its side is open."""
    if a.kind is OriginKind.PERSON:
        x, y = frozenset(_keys(a)), frozenset(_keys(b))
        less = len(x) < len(y)
    else:
        side = known_side(a, b)
        less = is_shorter(a.name or "", b.name or "", side)
    return less or (a.side == UNKNOWN_SIDE != b.side)


def clues(origin: Origin) -> frozenset[str]:
    """Words of which two names of one share at least one: to find those worth comparing."""
    if origin.kind is OriginKind.PERSON:
        return frozenset(_keys(origin))
    if is_whole(origin):
        return frozenset({f"whole {origin.side}"})
    found = {f"initials {fold(word)}" for word in (origin.name or "").split() if word.isupper()}
    letters = [word[0] for word in fold(origin.name or "").split()]
    found |= {f"initials {''.join(letters)}", *_initials(origin)}
    for words in (_own(origin), body_words(origin.name or "", origin.side)):
        words = frozenset(word for word in words if not word.isupper())
        found |= (words - vague()) | {" ".join(sorted(words & vague()))}
    return frozenset(found)


def _initials(origin: Origin) -> frozenset[str]:
    """What the name's words begin with, those that only join left out."""
    words = [word for word in fold(origin.name or "").split() if word not in ("of", "for", "the", "and")]
    return frozenset({f"initials {''.join(word[0] for word in words)}"})


@cache
def _titles() -> frozenset[str]:
    kept = table("voices")["names"]
    return frozenset(key for word in table("offices")["titles"] for key in name_keys(str(word)) if key not in kept)


@cache
def _private() -> frozenset[str]:
    return frozenset(str(word) for word in table("voices")["private"])
