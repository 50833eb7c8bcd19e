"""Features: what a statement says, in a form that can be set beside another's.

"Ostrel's army withdrew from the town of Karsk overnight": the stems `armi withdraw town overnight`, the names `karsk
ustral`, the themes `withdrawal settlements`, the actor (Ostrel, soldiers), the place, the night, no figure. Everything
comes from the statement alone and from tables that ship, so that it never depends on what else a ledger holds.

Limit: actor and acted-on are told by the order of mention and "by", not by a parser.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from sayso.lexicon.commonness import is_common_noun, rarity, theme_rarity
from sayso.lexicon.contrary import passes_on_denial
from sayso.lexicon.load import table
from sayso.lexicon.phrases import Phrases
from sayso.lexicon.spelling import fold
from sayso.lexicon.states import state_of
from sayso.lexicon.stems import stem
from sayso.lexicon.themes import themes_of
from sayso.link.counts import Count, counted
from sayso.model.filed import Filed
from sayso.model.statement import UNKNOWN_SIDE, Certainty, Place

TELLING = 5.0
"""How rare a stem must be (`rarity`) to count: one sentence in 45 or fewer; "say", "people" and "their" are not."""

COMMON = 3.0
"""What is taken from a stem's rarity to make its weight."""

NAMELIKE = 12.0
"""How rare in small letters a capitalised word must be to be a name: "Forces" and "Defense" are none."""

THEME_SHARE = 0.8
"""What a theme weighs beside a word that is as rare; tried 0.5 to 1.2 on the annotated bundles."""

BACKGROUND = 0.5
"""What a word after the main clause weighs beside one in it: bombings of one convoy share their background, whatever
each statement says of them."""

_HEAD = 5
"""Words that a main clause has at least."""

_SUBORDINATE = frozenset(
    ("which", "who", "whom", "whose", "as", "after", "when", "where", "while", "since", "amid", "before", "because")
)

NAME_WEIGHT = 7.0
"""What a name weighs: as a word of one sentence in 500. A party's or a state's weighs less (`PARTY_WEIGHT`)."""

PARTY_WEIGHT = 3.0

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_WORD = re.compile(r"\w+")
_FIRST_PERSON = frozenset(("i", "we", "our", "my", "us", "me", "ours", "mine"))
_VOWELS = str.maketrans({"e": "a", "y": "i", "o": "u"})
_TWICE = re.compile(r"(.)\1+")

Vector = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does or is done to: a party (`UA`, `Hamas`) and a kind of people (`soldiers`), None where not told."""

    party: str | None
    kind: str | None

    def __str__(self) -> str:
        return " ".join(part for part in (self.party, self.kind) if part)


@dataclass(frozen=True, slots=True)
class Where:
    """A place by what tells it, its number in GeoNames or its name, and where it lies."""

    key: str
    text: str
    point: tuple[float, float] | None
    """Latitude and longitude of a settlement or a feature; None for a region, a country and what was not resolved: a
    village that the gazetteer lacks may stand at the town of its scene."""
    name: str
    wide: bool
    """A region or a country, in which many a town lies."""


@dataclass(frozen=True, slots=True)
class Features:
    """What is compared of a statement; days are ordinals, `terms` are stems, names and themes with their weights."""

    id: str
    document: str
    wording: str
    terms: dict[str, float]
    norm: float
    theme_norm: float
    names: frozenset[str]
    parties: frozenset[str]
    themes: frozenset[str]
    poles: frozenset[tuple[str, int]]
    actor: Actor
    acted_on: Actor
    places: frozenset[str]
    where: tuple[Where, ...]
    days: tuple[int, int] | None
    published: tuple[int, int] | None
    figures: tuple[Count, ...]
    denied: bool
    negated: bool
    event: str | None
    origin: str | None
    side: str
    feeling: str | None
    vector: Vector | None = field(compare=False, default=None)


def features(filed: Filed) -> Features:
    """The features of a statement."""
    statement, words = filed.statement, filed.words
    tokens = _TOKEN.findall(words)
    low = [token.lower() for token in tokens]
    stems = [stem(token) for token in tokens]
    parties = _parties(words)
    themes = themes_of(stems)
    names = _names(tokens, stems)
    main = _background(low)
    terms = _terms(stems, names, parties, themes, main)
    side = statement.origin.side
    actor, acted_on = _roles(filed, low)
    time = statement.time
    where = tuple(dict.fromkeys(_where(place) for place in statement.places))
    return Features(
        id=statement.id,
        document=statement.document,
        wording=" ".join(_WORD.findall(words.lower())),
        terms=terms,
        norm=_length(terms),
        theme_norm=_length({term: weight for term, weight in terms.items() if term[0] == "#"}),
        names=names,
        parties=frozenset(parties),
        themes=frozenset(themes),
        poles=_poles(stems),
        actor=actor,
        acted_on=acted_on,
        places=frozenset(place.key for place in where),
        where=where,
        days=_days(time.start, time.end) if time else None,
        published=_days(filed.published.earliest, filed.published.latest),
        figures=counted(filed),
        denied=statement.certainty is Certainty.DENIED or passes_on_denial(words, filed.sentence),
        negated=sum(word in _negations() for word in low) % 2 == 1,
        event=statement.event.value if statement.event else None,
        origin=fold(statement.origin.name) if statement.origin.name else None,
        side=side,
        feeling=statement.attitude.polarity.value if statement.attitude else None,
        vector=unit(filed.meaning),
    )


def _length(terms: Mapping[str, float]) -> float:
    return math.sqrt(sum(weight * weight for weight in terms.values()))


def unit(meaning: bytes | None) -> Vector | None:
    """The vector at length one, from signed bytes; None where there is none, or where it is all noughts."""
    if not meaning:
        return None
    vector = np.frombuffer(meaning, dtype=np.int8).astype(np.float32)
    length = float(np.sqrt(vector @ vector))
    return vector / np.float32(length) if length else None


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """A name in a form in which its spellings from other scripts meet: "Foua" and "Fua", "Rashidin" and "Rashideen".

    "Karsk" and "Kursk" stay apart.
    """
    plain = fold(name.replace("'s", "").replace("’s", "")).removeprefix("al ").replace("ee", "i").replace("ou", "u")
    plain = _TWICE.sub(r"\1", plain.translate(_VOWELS).replace(" ", ""))
    plain = plain.removesuffix("h")
    return plain.removesuffix("s") if len(plain) > 4 else plain


def _names(tokens: list[str], stems: list[str]) -> frozenset[str]:
    """The names among the words: capitals, but at the head only of a word that is never seen in small letters."""
    return frozenset(
        name_key(token)
        for token, root in zip(tokens, stems, strict=True)
        if token[0].isupper()
        and len(token) > 2
        and (not is_common_noun(root) or rarity(root) >= NAMELIKE)
        and not _is_calendar(root)
        and state_of(token) is None
    )


@cache
def _calendar() -> frozenset[str]:
    days = "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    return frozenset(stem(day) for day in f"{days} september october november december".split())


def _is_calendar(root: str) -> bool:
    return root in _calendar()


def _background(low: list[str]) -> int:
    """Where the main clause ends and what is told beside it begins: "… in a blast that hit buses"."""
    return next((at for at, word in enumerate(low) if at >= _HEAD and word in _SUBORDINATE), len(low))


def _terms(
    stems: list[str], names: frozenset[str], parties: dict[str, int], themes: Mapping[str, int], main: int
) -> dict[str, float]:
    found: dict[str, float] = {}
    for at, root in enumerate(stems):
        weight = rarity(root) if len(root) > 2 else 0.0
        if weight < TELLING or root in found or _is_calendar(root) or state_of(root) or name_key(root) in names:
            continue
        found[root] = (weight - COMMON) * (1.0 if at < main else BACKGROUND)
    for theme, at in themes.items():
        weight = max(1.0, theme_rarity(theme) - COMMON + 1) * THEME_SHARE
        found[f"#{theme}"] = weight * (1.0 if at < main else BACKGROUND)
    found |= {f"@{name}": NAME_WEIGHT for name in names}
    found |= {f"={party}": PARTY_WEIGHT for party in parties}
    return found


@cache
def _known_parties() -> Phrases[str]:
    """States and parties by every name; a demonym's plural too."""
    found: dict[str, str] = {}
    for code, row in table("nations").items():
        for kind in ("names", "adjectives", "capitals", "seats"):
            for name in row.get(kind) or ():
                found.setdefault(str(name), str(code))
                if kind == "adjectives" or kind == "names":
                    found.setdefault(f"{name}s", str(code))
    for party, names in table("parties")["parties"].items():
        for name in names:
            found.setdefault(str(name), str(party))
    return Phrases(found, cased=True)


def _parties(words: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for hit in _known_parties().find(words):
        found.setdefault(hit.value, hit.start)
    return found


@cache
def _kinds() -> dict[str, str]:
    return {str(word): str(kind) for kind, words in table("link_opposed")["kinds"].items() for word in words}


@cache
def _negations() -> frozenset[str]:
    return frozenset(str(word) for word in table("link_opposed")["negations"])


@cache
def _outcomes() -> dict[str, tuple[tuple[tuple[str, ...], tuple[str, int]], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, int]]]] = {}
    for name, poles in table("link_opposed")["outcomes"].items():
        for pole, members in enumerate(poles):
            for member in members:
                first, *rest = (stem(word) for word in str(member).split())
                found.setdefault(first, []).append((tuple(rest), (str(name), pole)))
    return {first: tuple(dict.fromkeys(rows)) for first, rows in found.items()}


def _poles(stems: list[str]) -> frozenset[tuple[str, int]]:
    found = set()
    for at, root in enumerate(stems):
        for rest, pole in _outcomes().get(root, ()):
            if not rest or tuple(stems[at + 1 : at + 1 + len(rest)]) == rest:
                found.add(pole)
    return frozenset(found)


def _mentions(words: str) -> list[tuple[int, Actor]]:
    """Parties and kinds of people in order, "Varnian soldiers" as one."""
    parties = [(hit.start, hit.end, hit.value) for hit in _known_parties().find(words)]
    kinds = [(hit.start(), _kinds()[low]) for hit in _TOKEN.finditer(words) if (low := hit.group().lower()) in _kinds()]
    found, used = [], set()
    for start, end, party in parties:
        beside = next(((at, kind) for at, kind in kinds if 0 <= at - end <= 12), None)
        if beside:
            used.add(beside[0])
        found.append((start, Actor(party, beside[1] if beside else None)))
    found += [(at, Actor(None, kind)) for at, kind in kinds if at not in used]
    return sorted(found, key=lambda each: each[0])


NOBODY = Actor(None, None)
_BY = re.compile(r"\b(?:was|were|been|being|be|is|are)\b[^.;]{0,60}?\bby\b")


def _roles(filed: Filed, low: list[str]) -> tuple[Actor, Actor]:
    """Who acts and who is acted on: by order of mention, turned about by "was … by"; "we" is the origin."""
    origin, attitude = filed.statement.origin, filed.statement.attitude
    own = None if origin.side in (UNKNOWN_SIDE, "none") else origin.side
    if attitude and attitude.holder:
        holder = _one(attitude.holder, own if attitude.holder == origin.name else None)
        target = _one(attitude.target, None) if attitude.target else NOBODY
        if holder != NOBODY:
            return holder, target
    said = _mentions(filed.words)
    first = [actor for _, actor in said]
    if not _FIRST_PERSON.isdisjoint(low[:6]):
        speaker = _one(f"{origin.name or ''} {origin.role or ''}", own)
        return speaker, (first[0] if first else NOBODY)
    by = _BY.search(filed.words)
    if by and first:
        after = next((actor for at, actor in said if 0 <= at - by.end() <= 20), None)
        if after:
            before = next((actor for at, actor in said if at < by.start()), NOBODY)
            return after, before
    return (first[0] if first else NOBODY), (first[1] if len(first) > 1 else NOBODY)


def _one(words: str, party: str | None) -> Actor:
    """The first that the words name, of the party if they name none."""
    found = [actor for _, actor in _mentions(words)]
    first = found[0] if found else NOBODY
    return Actor(first.party or party, first.kind)


def _where(place: Place) -> Where:
    name = name_key(place.text)
    key = f"g{place.geonames}" if place.geonames else name
    if place.precision == "country" and place.country:
        key = f"c{place.country}"
    wide = place.precision in ("region", "country")
    known = place.geonames is not None and place.lat is not None and place.lon is not None and not wide
    return Where(key, place.text, (float(place.lat or 0), float(place.lon or 0)) if known else None, name, wide)


def _days(start: object, end: object) -> tuple[int, int] | None:
    """An interval as ordinals; an open end is far off; None where both are open."""
    first, last = getattr(start, "toordinal", None), getattr(end, "toordinal", None)
    if first is None and last is None:
        return None
    return (first() if first else 0, last() if last else 9_999_999)
