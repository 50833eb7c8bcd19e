"""Bearers: the places that a written name can mean, however it is written.

"Karsk, Ill.", "the Karsk region", "northern Karsk", "Karsk County", "Karskers": behind each stands a name that the
gazetteer knows; "Karsk International Airport" is found by the part that it knows. Limit: what lies inside a place
without its name ("St Mark's Cathedral") is not found.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.lexicon.gazetteer import Toponym, gazetteer
from sayso.lexicon.load import table
from sayso.read.toponyms import Toponymic

LARGE = 50_000
"""Inhabitants from which a settlement may be meant by a part of a longer name."""

_POSSESSIVE = re.compile(r"(?:['’ʼ]s|(?<=s)['’])$")
_COUNTY = re.compile(r"(.+?) (?:co\.?|county)$", re.I)
_NUMBERED = re.compile(r"(?:i-|us |u\.s\. |(?:highway|route|interstate) )\d+$|.* st\.$", re.I)


@dataclass(frozen=True, slots=True)
class _Words:
    """`placenames.yaml` and the kinds of `places.yaml`, made ready."""

    sides: re.Pattern[str]
    before: re.Pattern[str]
    street: re.Pattern[str]
    administrative: frozenset[str]
    kinds: frozenset[str]
    first: Mapping[str, str]
    stems: tuple[str, ...]


@lru_cache(maxsize=1)
def _words() -> _Words:
    known, kinds = table("placenames"), table("places")
    sides, before, streets = ("|".join(map(re.escape, known[key])) for key in ("sides", "before", "streets"))
    every = {*kinds["administrative"], *kinds["named_kinds"], *kinds["kinds_after"], *known["after"]}
    short = {str(key): str(value) for key, value in known["shortened"].items()}
    return _Words(
        sides=re.compile(rf"(?:the )?(?:(?:{sides})[ -]+)+", re.I),
        before=re.compile(rf"(?:the )?(?:{before})\.?(?: of)?(?: the)? ", re.I),
        street=re.compile(rf"(?:.* )?(?:{streets})\.?(?: \d+)?$", re.I),
        administrative=frozenset(kinds["administrative"]) - frozenset(known["local"]),
        kinds=frozenset(every) - frozenset(known["streets"]) - frozenset(known["landmarks"]),
        first=short | {value: key for key, value in short.items()},
        stems=tuple(known["stems"]),
    )


def named(text: str, start: int, end: int) -> Toponymic:
    """The name that stands in a text, with the places that bear it."""
    words = text[start:end]
    bearers, regional = meant(words)
    return Toponymic(words, (start, end), bearers, regional)


@lru_cache(maxsize=16384)
def meant(words: str) -> tuple[tuple[Toponym, ...], bool]:
    """The places that the words can mean, and whether the words make an area of them ("Karsk province")."""
    name = _POSSESSIVE.sub("", " ".join(words.split())).strip(' ,;:()[]"“”')
    if not name:
        return (), False
    full = _in_full(name)
    if full != name:
        return gazetteer().areas(full) or gazetteer().find(full), False
    county = _COUNTY.match(name)
    known = gazetteer().areas(f"{county.group(1)} county") if county else ()
    known = _unique((*known, *(place for spelling in _spellings(name) for place in gazetteer().find(spelling))))
    if known or _words().street.match(name) or _NUMBERED.match(name):
        return known, False
    return next((way for way in _ways(name) if way[0]), ((), False))


def _ways(name: str) -> Iterator[tuple[tuple[Toponym, ...], bool]]:
    """What an unknown name can be, the likeliest first."""
    yield _with_articles(name), False
    yield _people(name), False
    yield gazetteer().areas(f"{name} county") or gazetteer().areas(f"{name} parish"), False
    bare, administrative = _bare(name)
    if bare != name:
        bearers = meant(bare)[0]
        yield regions_of(bearers) if administrative else surroundings(bearers), True
    side = _words().sides.match(name)
    if side and side.end() < len(name):
        yield surroundings(meant(name[side.end() :])[0]), False
    kind = _words().before.match(name)
    if kind and kind.end() < len(name):
        yield meant(name[kind.end() :])[0], False
    yield _by_part(name), False


def regions_of(bearers: tuple[Toponym, ...]) -> tuple[Toponym, ...]:
    """The areas that go by these places' names: the region that a town heads, else the town's surroundings."""
    areas = [place for place in bearers if place.kind == "region"]
    for town in bearers:
        if town.kind != "settlement":
            continue
        region = None
        if town.country and town.admin1 and gazetteer().heads(town):
            region = gazetteer().region(town.country, town.admin1)
        areas.append(region or replace(town, geonames=None, kind="region", lesser=True))
    return tuple(areas) or bearers


def surroundings(bearers: tuple[Toponym, ...]) -> tuple[Toponym, ...]:
    """What lies at or around these places: settlements as small areas, areas as they are."""
    return tuple(
        replace(place, geonames=None, kind="region", lesser=True) if place.kind == "settlement" else place
        for place in bearers
    )


def _in_full(name: str) -> str:
    """A state for its people's name or for its abbreviation: "Syrian", "Ky." and "KY" stand for Syria and Kentucky."""
    short = _short_names()
    if name in short:
        return short[name]
    return short.get(name.removesuffix("s"), name) if name.endswith("s") and len(name) > 4 else name


@lru_cache(maxsize=1)
def _short_names() -> dict[str, str]:
    known = table("regions")
    short = {str(key): str(value) for key, value in known["abbreviations"].items()}
    short |= {key.rstrip("."): value for key, value in short.items() if len(key) > 3 and key.endswith(".")}
    for name in known["us_states"]:
        for state in gazetteer().areas(str(name)):
            if state.country == "US" and state.admin1:
                short[state.admin1] = str(name)
    for nation in table("nations").values():
        short |= {str(word): str(nation["names"][0]) for word in nation.get("adjectives") or ()}
    return short


def _spellings(name: str) -> tuple[str, ...]:
    """The name itself, and with its first word in full or shortened: "Mt. Karsk", "Mount Karsk"."""
    first, _, rest = name.partition(" ")
    other = _words().first.get(first.rstrip(".").casefold())
    return (name, f"{other} {rest}") if other and rest else (name,)


def _with_articles(name: str) -> tuple[Toponym, ...]:
    """The bearers of an Arabic name with its article written otherwise, or not at all: "el-Bab" for Al Bab."""
    first, _, rest = name.replace("-", " ").partition(" ")
    articles = table("placenames")["articles"]
    if first.casefold() not in articles or len(rest) < 3:
        return ()
    return _unique(tuple(place for each in ("al", *articles, "") for place in gazetteer().find(f"{each} {rest}")))


def _people(name: str) -> tuple[Toponym, ...]:
    """The area whose people or adjective a word is: "Ontarians", "Ossetian", "European", "Londoners"."""
    word = name.removesuffix("s")
    if word.endswith("an"):
        for cut in (1, 2):
            for stem in _words().stems if cut == 2 else ("",):
                if areas := gazetteer().areas(word[:-cut] + stem):
                    return areas
    if word.endswith(("er", "ite")) and len(word) > 6:
        stem = word.removesuffix("er").removesuffix("ite")
        return tuple(
            place for place in gazetteer().find(stem) if place.kind != "settlement" or place.population > LARGE
        )
    return ()


def _bare(name: str) -> tuple[str, bool]:
    """A name without "province", "Oblast", "River", "Township" and the like, and whether a region is left."""
    words = name.split()
    kinds = _words().kinds
    last = words[-1].casefold().rstrip(".")
    while len(words) > 1 and words[-1].casefold().rstrip(".") in kinds:
        words.pop()
    return " ".join(words), last in _words().administrative


def _by_part(name: str) -> tuple[Toponym, ...]:
    """Places whose name begins or ends a longer one; small towns are not looked for there."""
    words = name.split()
    for length in range(len(words) - 1, 0, -1):
        for part in (words[:length], words[-length:]):
            if not part[0][:1].isupper():
                continue
            found = gazetteer().find(" ".join(part))
            if known := tuple(place for place in found if place.kind != "settlement" or _is_great(place)):
                return known
    return ()


def _is_great(town: Toponym) -> bool:
    return town.main and town.population >= LARGE


def _unique(places: tuple[Toponym, ...]) -> tuple[Toponym, ...]:
    return tuple(dict.fromkeys(places))
