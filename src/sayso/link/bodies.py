"""Bodies: when two names of ministries, armies, agencies and monitors mean one, and who speaks for it.

"Varnia's defence ministry", "the Varnian defence ministry" and "Ministry of Defence", all of Varnia, are one by the
words left when those of their side are taken away; "SOHR" is the Observatory by its initials. "Varnia says" and
"Verem's government says" mean the state itself.

Known limit: what a body was called before, or in another language, is not known.
"""

import re
from functools import cache, lru_cache

from sayso.lexicon.alike import name_key
from sayso.lexicon.load import table
from sayso.lexicon.spelling import fold
from sayso.lexicon.states import state_of, states_of
from sayso.model.statement import NO_SIDE, UNKNOWN_SIDE, Origin, OriginKind

BODIES = frozenset({OriginKind.ORGANIZATION, OriginKind.OUTLET})
UNKNOWN_SIDES = frozenset({UNKNOWN_SIDE, NO_SIDE})
_LONGEST_NATION = 3
_DEMONYM = re.compile(r"(?:a|e|i|o|u|y)?(?:n|an|ian|i|ese|ish|ic|er|ite)?s?")
_SHORTEST_STEM = 4
_INITIALS = re.compile(r"[A-Z][A-Za-z]{0,5}[A-Z]")
_WORD = re.compile(r"[^\W_]+")
_OWNERS = re.compile(r"['’]s?(?!\w)")


def is_body(origin: Origin) -> bool:
    """A body that is the same wherever it is named: an organization, an outlet, or a party under its own name."""
    return origin.name is not None and (origin.kind in BODIES or is_whole(origin))


@lru_cache(maxsize=16_384)
def is_whole(origin: Origin) -> bool:
    """A state or a party as a whole: "Varnia", "Verem's government", "the rebels" of the side "Tarn rebels"."""
    if origin.name is None or origin.side in UNKNOWN_SIDES:
        return False
    words = body_words(origin.name, origin.side)
    if origin.kind is OriginKind.ORGANIZATION:
        rest = words - _set("party") - {"authority"}
        return not rest or ("government" in rest and not rest & (_set("local") | {"army"}))
    if origin.kind is OriginKind.GROUP:
        if words == {"authority"}:
            return True
        return bool(_plain(origin.name) & _set("party")) and words <= _set("party")
    return False


def same_body(a: str, b: str, side: str = UNKNOWN_SIDE) -> bool:
    """Two names mean one body; `side` is that of both, whose own words ("Varnian") say nothing more."""
    x, y = body_words(a, side), body_words(b, side)
    if x == y:
        return bool(x - vague()) or side not in UNKNOWN_SIDES
    return is_initials(a, b, side) or is_initials(b, a, side) or is_shorter(a, b, side) or is_shorter(b, a, side)


@lru_cache(maxsize=16_384)
def is_shorter(short: str, long: str, side: str = UNKNOWN_SIDE) -> bool:
    """The one is what is left of the other's name when it is known whom it means: "the Observatory".

    What many bodies are called is enough beside a place: "the health department", of Tarn region.
    """
    less, more = body_words(short, side), body_words(long, side)
    rest = more - less
    if not less < more or rest & _set("parts"):
        return False
    telling = less - vague() - _set("party")
    return bool(telling) or (side not in UNKNOWN_SIDES and len(less) > 1 and bool(rest - vague()))


@lru_cache(maxsize=16_384)
def _abbreviates(name: str) -> bool:
    return any(_INITIALS.fullmatch(word) for word in _OWNERS.sub("", name).split())


def is_initials(short: str, long: str, side: str = UNKNOWN_SIDE) -> bool:
    """The one is the other's initials: "SOHR" for "Syrian Observatory for Human Rights", "the MoD" for its ministry."""
    if not _abbreviates(short):
        return False
    words = [word for word in _OWNERS.sub("", short).split() if fold(word) not in _joining() | _nations(word, side)]
    if len(words) != 1 or not _INITIALS.fullmatch(words[0]):
        return False
    every = fold(long).split()
    without = [word for word in every if not _nations(word, side)]
    spelt = {
        "".join(word[0] for word in some if all_words or word not in _joining())
        for some in (every, without)
        for all_words in (True, False)
    }
    return words[0].lower() in spelt


@lru_cache(maxsize=16_384)
def body_words(name: str, side: str = UNKNOWN_SIDE) -> frozenset[str]:
    """The words of a name that tell whom it means: "ministry" and "minister" as one, without those of its side.

    `Varnia's Ministry of Defence` of the side Varnia: ministry, defence. Empty where nothing but the side is named.
    """
    return frozenset(_in_order(name, side)) - _set("ranks")


def phrase(name: str, side: str, words: frozenset[str]) -> str:
    """Some words of a name, in its order: "defence ministry" of "deputy defence minister"."""
    return " ".join(dict.fromkeys(word for word in _in_order(name, side) if word in words))


@lru_cache(maxsize=16_384)
def _in_order(name: str, side: str) -> tuple[str, ...]:
    words = _WORD.findall(fold(_OWNERS.sub("", name)))
    own = states_of((side, *fold(side).split()))
    found: list[str] = []
    at = 0
    while at < len(words):
        size, state = next(
            (
                (size, code)
                for size in range(min(_LONGEST_NATION, len(words) - at), 0, -1)
                if (code := state_of(" ".join(words[at : at + size])))
            ),
            (1, None),
        )
        if state is not None:
            found += [] if state == side or state in own else [state]
        elif not _nations(words[at], side):
            found.append(words[at])
        at += size
    return tuple(_office(word) for word in _renamed(" ".join(found)).split() if word not in _joining())


def _nations(word: str, side: str) -> frozenset[str]:
    """The word as a set where it stands for the side: "Varnian" of Varnia, "Russian" of RU; else nothing."""
    key = fold(word)
    if side in UNKNOWN_SIDES:
        return frozenset()
    if state_of(key) == side or any(_is_of(key, own) for own in fold(side).split()):
        return frozenset({key})
    return frozenset()


def _is_of(word: str, nation: str) -> bool:
    stem = nation.rstrip("aeiouys")
    if word == nation or word.rstrip("s") == nation.rstrip("s"):
        return True
    return len(stem) >= _SHORTEST_STEM and word.startswith(stem) and bool(_DEMONYM.fullmatch(word[len(stem) :]))


def _renamed(name: str) -> str:
    for other, plain in _other_names():
        name = other.sub(plain, name)
    return name


@cache
def _other_names() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = table("voices")["other_names"].items()
    return tuple((re.compile(rf"\b{re.escape(str(other))}\b"), str(plain)) for other, plain in rows)


@lru_cache(maxsize=16_384)
def _office(word: str) -> str:
    single = word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word
    return _offices().get(single) or _offices().get(word) or name_key(single)


@cache
def _offices() -> dict[str, str]:
    return {str(form): str(office) for office, forms in table("voices")["offices"].items() for form in forms}


@cache
def _joining() -> frozenset[str]:
    return frozenset(str(word) for word in table("voices")["joining"])


@cache
def _set(name: str) -> frozenset[str]:
    """A list of the table, each word as names are compared by."""
    return frozenset(_office(str(word)) for word in table("voices")[name])


def _plain(name: str) -> frozenset[str]:
    return frozenset(_office(word) for word in _WORD.findall(fold(_OWNERS.sub("", name))))


@cache
def vague() -> frozenset[str]:
    """What many bodies are called: a name of these alone means one of them only on its own side."""
    return frozenset(_offices().values()) | _set("vague")


def is_spokesman(origin: Origin) -> bool:
    """He is there to speak in somebody's name."""
    return any(word.startswith("spokes") for word in fold(office_of(origin) or "").split())


def speaks_for_whole(origin: Origin) -> bool:
    """One in whose stead a state or party is named as a whole: its president, a minister, a body of its own."""
    if origin.kind is OriginKind.ORGANIZATION:
        return not is_whole(origin) and not body_words(origin.name or "", origin.side) & _set("local")
    held = _plain(office_of(origin) or "")
    return bool(held & _set("of_state")) and not held & _set("local")


def office_of(origin: Origin) -> str | None:
    """The office that somebody speaks in; of one who is not named, what he is called."""
    if origin.kind in (OriginKind.UNNAMED_PERSON, OriginKind.GROUP):
        return origin.name
    return origin.role if origin.kind is OriginKind.PERSON else None


@lru_cache(maxsize=16_384)
def voice_words(origin: Origin) -> frozenset[str]:
    """The words that name the body for which an origin speaks; empty where nothing tells.

    "Deputy defence minister" and "Ministry of Defence", both of Varnia, have the same; so have an army and its staff.
    """
    held = origin.name if is_body(origin) else office_of(origin)
    words = body_words(held, origin.side) if held else frozenset()
    return frozenset({"army"}) if words & _set("army") and words <= _set("army") | _set("joining") else words


def names_body(person: Origin, body: Origin, *, at_hand: bool) -> bool:
    """The office of a person names the body: "UN Special Envoy", "the defence ministry's spokesman".

    `at_hand`: both stand in one article, where "the ministry" is enough.
    """
    office = office_of(person)
    if office is None or body.name is None or person.side != body.side:
        return False
    role, name = body_words(office, body.side), body_words(body.name, body.side)
    if not name or not role:
        return False
    if name <= role and (name - vague() - _set("party") or person.side not in UNKNOWN_SIDES):
        return True
    return at_hand and role < name and bool(role & offices())


def offices() -> frozenset[str]:
    """The words of offices, each by the one word for it."""
    return frozenset(_offices().values())
